"""Participants of a predicate, with the same roles for active and passive, verb and noun."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from checker.language.predicates import NAMING, Predicate, Sort, is_equative, is_passive, relative_pronoun
from checker.language.subjects import Predicates, after_comma, find_antecedent, find_subject
from checker.language.trees import CLAUSAL, CONTENT_TAGS, NOUN_TAGS, Tree
from checker.model import Argument, Role, Span, Token

# Verbs that give: their "to" phrase, and the subject of their passive with an object, is the recipient.
GIVING = frozenset(
    {
        "give",
        "hand",
        "send",
        "present",
        "grant",
        "pay",
        "sell",
        "offer",
        "award",
        "lend",
        "transfer",
        "deliver",
        "donate",
    }
    | {
        "show",
        "provide",
        "supply",
        "return",
        "pass",
        "issue",
        "promise",
        "ship",
        "allocate",
        "owe",
        "tell",
        "report",
        "say",
    }
    | {"announce", "explain", "submit", "write", "assign", "furnish", "extend", "distribute"}
)

# Verbs whose object is who hears it: "told reporters that".
TELLING = frozenset({"tell", "inform", "assure", "warn", "remind", "notify", "advise", "brief", "persuade", "convince"})

# Nouns that a clause after them does not leave out as its object: "the third time that they met".
CIRCUMSTANCES = frozenset(
    {
        "time",
        "day",
        "week",
        "month",
        "year",
        "moment",
        "way",
        "reason",
        "place",
        "night",
        "hour",
        "fact",
        "extent",
        "case",
    }
)

# What is not part of a noun phrase when it is quoted as an argument.
LEFT_OUT = (
    "case",
    "cc",
    "punct",
    "acl:relcl",
    "advcl",
    "advcl:relcl",
    "parataxis",
    "ccomp",
    "mark",
    "discourse",
    "cop",
    "aux",
)

# Besides these, what belongs to a predicate noun's clause and not to the noun.
CLAUSE_LEVEL = (
    *LEFT_OUT,
    "nsubj",
    "nsubj:pass",
    "nsubj:outer",
    "csubj",
    "obl",
    "obl:unmarked",
    "advmod",
    "aux:pass",
    "expl",
    "vocative",
    "xcomp",
)

# Words of dates, after which "by" tells a time and no agent.
TIME_WORDS = frozenset(
    {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november"}
    | {"december", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "end", "time", "day"}
    | {"week", "month", "year", "noon", "midnight", "evening", "morning", "night", "summer", "winter", "spring"}
    | {"autumn", "fall", "then", "now", "tomorrow", "yesterday", "today", "deadline", "date", "start", "close"}
)


def read_arguments(tree: Tree, predicate: Predicate, predicates: Predicates) -> tuple[Argument, ...]:
    """The arguments of a predicate: agent, patient, recipient, attribute, then obliques in their order."""
    if predicate.sort is Sort.NOUN:
        found = _of_nominal(tree, predicate)
    elif predicate.sort is Sort.APPOSITION:
        found = _of_apposition(tree, predicate)
    else:
        found = _of_clause(tree, predicate, predicates)
    order = {role: k for k, role in enumerate(Role)}
    return tuple(sorted(found, key=lambda a: order[a.role]))


def make_argument(
    tree: Tree,
    role: Role,
    head: int,
    preposition: str = "",
    without: tuple[str, ...] = LEFT_OUT,
    own: int | None = None,
) -> Argument:
    """An argument headed by a token, covering its phrase without clauses that modify it.

    ``own`` is the predicate whose argument it is: the clause of that predicate is never part of it.
    """
    if tree.child(head, "cop") is not None and without is LEFT_OUT:
        without = CLAUSE_LEVEL
    covered = tree.subtree(head, without)
    if own is not None and own != head and own in covered:
        covered = _without_own(tree, head, own, covered)
    for child in tree.children(head, "conj"):
        if _is_clause(tree, child.index):
            below = set(tree.subtree(child.index))
            covered = [k for k in covered if k not in below]
    for child in tree.children(head, "acl"):
        active = child.tag in ("VBN", "VBD") and not is_passive(tree, child.index)
        if active or after_comma(tree, child.index):
            below = set(tree.subtree(child.index))
            covered = [k for k in covered if k not in below]
    while len(covered) > 1 and not any(c.isalnum() or c in ")]%" for c in tree.tokens[covered[-1]].text):
        covered.pop()
    while len(covered) > 1 and not any(c.isalnum() or c in "$€£¥" for c in tree.tokens[covered[0]].text):
        covered.pop(0)
    tokens = [tree.tokens[k] for k in covered]
    return phrase_argument(role, tree.tokens[head], tokens, preposition)


def _without_own(tree: Tree, head: int, own: int, covered: list[int]) -> list[int]:
    top = own
    while (above := tree.tokens[top].head) != head and above != top:
        top = above
    below = set(tree.subtree(top if tree.tokens[top].dep in CLAUSAL else own))
    return [k for k in covered if k not in below] or [head]


def _is_clause(tree: Tree, at: int) -> bool:
    """Whether a conjunct of a noun or adjective is really a clause: it has a subject or an auxiliary, or is finite."""
    if tree.child(at, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "xcomp", "mark"):
        return True
    return tree.tokens[at].tag in ("VBZ", "VBD", "VBP", "VB")


def phrase_argument(role: Role, head: Token, tokens: list[Token], preposition: str = "") -> Argument:
    """An argument made of given tokens."""
    start, end = tokens[0].span.start, max(t.span.end for t in tokens)
    content = [
        t.lemma.casefold() for t in tokens if t.tag in CONTENT_TAGS and t.index != head.index and len(t.text) > 1
    ]
    first = [head.lemma.casefold()] if head.tag in CONTENT_TAGS or head.tag in ("PRP", "WP") else []
    return Argument(
        role=role,
        preposition=preposition,
        head=head.index,
        lemma=head.lemma.casefold(),
        lemmas=(*first, *(lemma for lemma in content if any(c.isalpha() for c in lemma))),
        span=Span(start, end),
        text=_read_text(tokens),
        tokens=tuple(t.index for t in tokens),
    )


def _read_text(tokens: list[Token]) -> str:
    """The words as they are read, without the marks and line breaks that the original has between them."""
    pieces = [tokens[0].text]
    for before, token in itertools.pairwise(tokens):
        pieces.append(" " if token.span.start > before.span.end else "")
        pieces.append(token.text)
    return "".join(pieces)


def _of_clause(tree: Tree, predicate: Predicate, predicates: Predicates) -> list[Argument]:
    at = predicate.head
    found: list[Argument] = []
    subject = find_subject(tree, at, predicates)
    direct = _objects(tree, at)
    if subject is not None and subject != at and not _is_empty(tree, subject) and not is_equative(tree, at):
        found.append(make_argument(tree, _subject_role(tree, predicate, direct), subject, own=at))
    if is_existential(tree, predicate):
        found.append(make_argument(tree, Role.AGENT, at, "", CLAUSE_LEVEL))
    elif predicate.sort is Sort.COPULA:
        found.append(make_argument(tree, Role.ATTRIBUTE, at, tree.preposition(at), CLAUSE_LEVEL))
    for child in direct:
        found.append(_linked(tree, at, _object_role(tree, predicate, child, direct), child))
    for child in tree.children(at, "xcomp"):
        if child.index not in predicates or predicates[child.index].sort is Sort.FRAGMENT:
            found.append(make_argument(tree, Role.ATTRIBUTE, child.index, tree.preposition(child.index)))
    for child in tree.children(at, "obl", "obl:agent", "obl:unmarked", "nmod", "nmod:unmarked"):
        if child.dep.startswith("nmod") and (predicate.sort is not Sort.VERB or child.index < at):
            continue
        preposition = tree.preposition(child.index)
        if predicate.particle and preposition == predicate.particle and tree.word(at + 1) == preposition:
            found.append(_linked(tree, at, Role.PATIENT, child))
            continue
        found.append(_linked(tree, at, _oblique_role(tree, predicate, child, preposition), child, preposition))
    gap = _gap(tree, predicate, found)
    if gap is not None:
        found.append(make_argument(tree, Role.PATIENT, gap, own=at))
    shared = _shared_object(tree, predicate, predicates, found)
    if shared is not None:
        found.append(make_argument(tree, Role.PATIENT, shared))
    return found


def is_existential(tree: Tree, predicate: Predicate) -> bool:
    """Whether a copula only says that something is there: "there may be room"."""
    if predicate.sort is not Sort.COPULA:
        return False
    empty = tree.child(predicate.head, "expl")
    return empty is not None and tree.word(empty.index) == "there"


def _objects(tree: Tree, at: int) -> list[Token]:
    return tree.children(at, "obj", "iobj")


def _is_empty(tree: Tree, at: int) -> bool:
    return tree.tokens[at].dep == "expl"


def _linked(tree: Tree, at: int, role: Role, child: Token, preposition: str = "") -> Argument:
    """An argument; a relative pronoun gives way to the noun that it stands for."""
    if relative_pronoun(tree, child.index) and (antecedent := find_antecedent(tree, at)) is not None:
        return make_argument(tree, role, antecedent, preposition, own=at)
    return make_argument(tree, role, child.index, preposition)


def _subject_role(tree: Tree, predicate: Predicate, direct: list[Token]) -> Role:
    if not predicate.passive:
        return Role.AGENT
    if direct and tree.lemma(predicate.head) in GIVING:
        return Role.RECIPIENT
    return Role.PATIENT


def _object_role(tree: Tree, predicate: Predicate, child: Token, direct: list[Token]) -> Role:
    """An indirect object is a recipient; of two direct ones the second is a measure: "pull it back 15 km"."""
    at = predicate.head
    if predicate.passive and tree.lemma(at) in NAMING:
        return Role.ATTRIBUTE
    if child.dep == "iobj" or (tree.lemma(at) in TELLING and tree.child(at, "ccomp") is not None):
        return Role.RECIPIENT
    first = next(t for t in direct if t.dep == "obj")
    return Role.PATIENT if child is first else Role.OBLIQUE


def _oblique_role(tree: Tree, predicate: Predicate, child: Token, preposition: str) -> Role:
    if preposition == "by" and (child.dep == "obl:agent" or predicate.passive):
        timed = child.tag == "CD" or child.lemma.casefold() in TIME_WORDS
        return Role.OBLIQUE if timed else Role.AGENT
    if preposition == "to" and tree.lemma(predicate.head) in GIVING and child.tag in NOUN_TAGS | {"PRP"}:
        return Role.RECIPIENT
    return Role.OBLIQUE


def _gap(tree: Tree, predicate: Predicate, found: list[Argument]) -> int | None:
    """The noun that a relative clause leaves out as its object: "the deal they signed"."""
    at = predicate.head
    if predicate.sort is not Sort.VERB or predicate.passive or tree.tokens[at].dep != "acl:relcl":
        return None
    head = tree.head(at)
    if (
        head is None
        or tree.lemma(head.index) in CIRCUMSTANCES
        or any(a.role is Role.PATIENT or a.head == head.index for a in found)
    ):
        return None
    if not any(a.role is Role.AGENT for a in found) or tree.child(at, "xcomp", "ccomp"):
        return None
    if any(tree.word(t.index) in ("where", "when", "why") for t in tree.children(at)):
        return None
    return head.index


def _shared_object(tree: Tree, predicate: Predicate, predicates: Predicates, found: list[Argument]) -> int | None:
    """The object of the next conjunct when only a conjunction stands between: "drafted and signed the treaty"."""
    at = predicate.head
    if predicate.sort is not Sort.VERB or predicate.passive or any(a.role is Role.PATIENT for a in found):
        return None
    for other in tree.children(at, "conj"):
        if (
            other.index - at <= 3
            and other.index in predicates
            and all(tree.tokens[k].dep in ("cc", "punct", "advmod") for k in range(at + 1, other.index))
        ):
            target = tree.child(other.index, "obj")
            return target.index if target is not None and target.index > other.index else None
    return None


def _of_nominal(tree: Tree, predicate: Predicate) -> list[Argument]:
    """The arguments of an event noun: possessive, "of", "by", and other prepositions."""
    return list(_nominal_arguments(tree, predicate))


def _nominal_arguments(tree: Tree, predicate: Predicate) -> Iterator[Argument]:
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


def _of_apposition(tree: Tree, predicate: Predicate) -> list[Argument]:
    """Who is described, and how; a name is who, whichever of the two comes first."""
    described, description = appositive_pair(tree, predicate.head)
    return [
        make_argument(tree, Role.AGENT, described, without=(*LEFT_OUT, "appos")),
        make_argument(tree, Role.ATTRIBUTE, description, without=(*LEFT_OUT, "appos")),
    ]


def appositive_pair(tree: Tree, at: int) -> tuple[int, int]:
    """The noun that is described and the noun that describes it, for the apposition at ``at``."""
    head = tree.tokens[at].head
    if tree.tokens[at].tag in ("NNP", "NNPS") and tree.tokens[head].tag in ("NN", "NNS"):
        return at, head
    return head, at
