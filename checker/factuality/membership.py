"""Membership: who or what a whole takes in or leaves out ("part-time staff are excluded from the plan")."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from checker.factuality.assertions import is_narrowed, names_thing, polarity_of, stage_of
from checker.factuality.things import same_words
from checker.model import Argument, BlockKind, Clause, Document, Polarity, Role, Span
from checker.values.status import CONSIDERED


@dataclass(frozen=True, slots=True)
class Membership:
    """A member and its whole (lemmas, the head's first), whether it is inside, and the words that say it."""

    clause: Clause
    member: tuple[str, ...]
    whole: tuple[str, ...]
    inside: bool
    focus: Span


def read_memberships(document: Document, words: Mapping[str, Sequence[str]]) -> Iterator[Membership]:
    """Every membership that a document states or denies; ``words`` are the lists of verbs, nouns and prepositions."""
    for clause in document.clauses:
        kind = document.sentences[clause.sentence].kind
        if kind in {BlockKind.FURNITURE, BlockKind.BYLINE}:
            continue
        found = _read_noun(document, clause, words) or _read_verb(document, clause, words)
        if found is not None:
            yield found


def _read_verb(document: Document, clause: Clause, words: Mapping[str, Sequence[str]]) -> Membership | None:
    inside = clause.predicate in words["inside"]
    if not inside and clause.predicate not in words["outside"]:
        return None
    denied = polarity_of(clause) is Polarity.NEGATIVE
    if clause.nominal or stage_of(document, clause) in {None, CONSIDERED} or (denied and is_narrowed(document, clause)):
        return None
    member, actor = clause.argument(Role.PATIENT), clause.argument(Role.AGENT)
    wholes = [a for a in clause.arguments if a is not member and a is not actor and a.preposition in words["wholes"]]
    whole = next((a for a in wholes if names_thing(document, a)), actor)
    if member is None or whole is None or not names_thing(document, member) or not names_thing(document, whole):
        return None
    spans = (member.span, whole.span, clause.predicate_span)
    focus = Span(min(s.start for s in spans), max(s.end for s in spans))
    return Membership(clause, member.lemmas, whole.lemmas, inside != denied, focus)


def _read_noun(document: Document, clause: Clause, words: Mapping[str, Sequence[str]]) -> Membership | None:
    """A noun for it, in a list or as what is agreed: "inclusion of part-time staff in the plan"."""
    for argument in clause.arguments:
        inside = argument.lemma in words["nouns_inside"]
        if not inside and argument.lemma not in words["nouns_outside"]:
            continue
        if clause.predicate and (polarity_of(clause) is Polarity.NEGATIVE or stage_of(document, clause) is None):
            continue
        if (found := _split(document, argument, words)) is not None:
            return Membership(clause, *found, inside, argument.span)
    return None


def _split(
    document: Document, argument: Argument, words: Mapping[str, Sequence[str]]
) -> tuple[tuple[str, ...], tuple[str, ...]] | None:
    """The member after "of" and the whole after the next preposition."""
    tokens = document.tokens[argument.head + 1 : max(argument.tokens, default=argument.head) + 1]
    if not tokens or tokens[0].text.lower() != "of":
        return None
    runs: list[list[str]] = [[]]
    for token in tokens[1:]:
        if token.tag in {"IN", "TO"}:
            if len(runs) == 2:
                break
            if token.text.lower() not in words["wholes"]:
                return None
            runs.append([])
        elif token.tag.startswith(("NN", "JJ")):
            runs[-1].append(token.lemma.lower())
    if len(runs) != 2 or not all(runs):
        return None
    member, whole = ((run[-1], *run[:-1]) for run in runs)
    return member, whole


def same_membership(
    one: tuple[str, ...], other: tuple[str, ...], whole: frozenset[str], another: frozenset[str]
) -> bool:
    """Whether two memberships are of one member in one whole."""
    return same_words(one, other) and bool(whole & another)
