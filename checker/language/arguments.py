"""Participants of a predicate, with the same roles for active and passive, verb and noun."""

from __future__ import annotations

from checker.language.nominals import read_nominal
from checker.language.predicates import NAMING, Predicate, Sort, is_equative, relative_pronoun
from checker.language.spans import CLAUSE_LEVEL, LEFT_OUT, make_argument
from checker.language.subjects import Predicates, find_antecedent, find_subject
from checker.language.trees import NOUN_TAGS, Tree
from checker.model import Argument, Role, Token

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
        found = list(read_nominal(tree, predicate))
    elif predicate.sort is Sort.APPOSITION:
        found = _of_apposition(tree, predicate)
    else:
        found = _of_clause(tree, predicate, predicates)
    order = {role: k for k, role in enumerate(Role)}
    return tuple(sorted(found, key=lambda a: order[a.role]))


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
    if child.lemma.casefold() in TIME_WORDS and child.tag == "NNP":
        return Role.OBLIQUE  # "said Saturday they would leave"
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
