"""The arguments of event nouns: "the signing of the pact by the kings", "her resignation"."""

from __future__ import annotations

from collections.abc import Iterator

from checker.language.predicates import Predicate
from checker.language.spans import LEFT_OUT, make_argument, phrase_argument
from checker.language.trees import NOUN_TAGS, Tree
from checker.model import Argument, Role


def read_nominal(tree: Tree, predicate: Predicate) -> Iterator[Argument]:
    """The arguments of an event noun: possessive, "of", "by", and other prepositions."""
    at, nominal = predicate.head, predicate.nominal
    if nominal is None:
        return
    phrases = [t for t in tree.children(at) if t.dep == "nmod"]
    # The parser hangs "by the leaders" on the noun before it as often as on the event noun.
    for inner in [t for t in phrases if tree.preposition(t.index) == "of"]:
        phrases += [t for t in tree.children(inner.index, "nmod") if tree.preposition(t.index) == "by"]
    has_of = any(tree.preposition(t.index) == "of" for t in phrases)
    for owner in tree.children(at, "nmod:poss"):
        patient = nominal.owner_is_patient and not has_of
        yield make_argument(tree, Role.PATIENT if patient else Role.AGENT, owner.index)
    for phrase in phrases:
        preposition = tree.preposition(phrase.index)
        if preposition == "of":
            role = Role.PATIENT if nominal.of_is_patient else Role.AGENT
            covered = [k for k in tree.subtree(phrase.index, LEFT_OUT) if not _below_by(tree, phrase.index, k)]
            yield phrase_argument(role, phrase, [tree.tokens[k] for k in covered], preposition)
        elif preposition in ("by", "between"):
            yield make_argument(tree, Role.AGENT, phrase.index, preposition)
        else:
            yield make_argument(tree, Role.OBLIQUE, phrase.index, preposition)
    for part in tree.children(at, "compound"):
        if part.tag in NOUN_TAGS and not has_of:
            role = Role.PATIENT if nominal.compound_is_patient else Role.AGENT
            yield make_argument(tree, role, part.index)


def _below_by(tree: Tree, top: int, at: int) -> bool:
    while at != top:
        if tree.tokens[at].dep == "nmod" and tree.preposition(at) == "by":
            return True
        head = tree.head(at)
        if head is None:
            return False
        at = head.index
    return False
