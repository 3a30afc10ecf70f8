"""News concepts: families of verbs, nouns and phrases that mean the same in the news, with their opposite poles.

"Raised", "nudged up" and "bigger" are ``direction.up``, and opposed to ``direction.down`` ("trimmed", "shaved").
The families are data (``data/concepts.toml``, whose head explains the form of an entry); WordNet's synonyms do not know
that a nod is an approval and an empty chair an absence.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

# Words that a phrase is matched across: "put their names to" is the form "put name to".
_PASSED_OVER = frozenset(
    ("a", "an", "the", "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those", "'s", "s")
)
_GAP = "_"
_WIDEST_GAP = 3
_NEEDS_PREDICATE = "~"
_SETTINGS = ("opposed", "exhaustive")


@dataclass(frozen=True, slots=True, order=True)
class Concept:
    """One pole of a family: ``direction.up`` is the pole ``up`` of the family ``direction``."""

    id: str
    family: str
    pole: str


@dataclass(frozen=True, slots=True)
class _Form:
    """A sequence of lemmas that stands for a concept; ``bare`` when it does so wherever it occurs.

    ``others`` are the lemmas behind the first.
    """

    lemmas: tuple[str, ...]
    concept: Concept
    bare: bool
    others: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Families:
    """The data file: forms by their first lemma, opposed pairs, and what a denial asserts."""

    forms: dict[str, tuple[_Form, ...]]
    opposed: frozenset[frozenset[str]]
    negated: dict[str, Concept]
    concepts: tuple[Concept, ...]


@cache
def _families() -> _Families:
    """Read the data file. Raises ValueError when a pair names a pole that its family does not have."""
    data = tomllib.loads(files("checker.lexicon").joinpath("data", "concepts.toml").read_text(encoding="utf-8"))
    forms: dict[str, list[_Form]] = defaultdict(list)
    opposed: set[frozenset[str]] = set()
    negated: dict[str, Concept] = {}
    concepts: list[Concept] = []
    for family, content in data.items():
        poles = {pole: Concept(f"{family}.{pole}", family, pole) for pole in content if pole not in _SETTINGS}
        concepts.extend(poles.values())
        for pole, concept in poles.items():
            for entry in content[pole]:
                lemmas = tuple(entry.removeprefix(_NEEDS_PREDICATE).split())
                lemmas = tuple(w for w in lemmas if w not in _PASSED_OVER)
                others = frozenset(lemmas[1:]) - {_GAP}
                forms[lemmas[0]].append(_Form(lemmas, concept, not entry.startswith(_NEEDS_PREDICATE), others))
        for one, other in (*content.get("opposed", ()), *content.get("exhaustive", ())):
            if one not in poles or other not in poles:
                raise ValueError(f"concepts.toml: {family} has no poles {one!r} and {other!r}")
            opposed.add(frozenset((poles[one].id, poles[other].id)))
        for one, other in content.get("exhaustive", ()):
            negated[poles[one].id], negated[poles[other].id] = poles[other], poles[one]
    by_length = {first: tuple(sorted(found, key=lambda f: -len(f.lemmas))) for first, found in forms.items()}
    return _Families(by_length, frozenset(opposed), negated, tuple(concepts))


def all_concepts() -> tuple[Concept, ...]:
    """Every concept, in the order of the data file."""
    return _families().concepts


def concepts(words: Sequence[str]) -> frozenset[Concept]:
    """The concepts that a sequence of lower-case lemmas names, anywhere in it.

    A longer form hides the shorter ones inside it ("turn down", not "down"). Forms that carry their own negation
    ("fail to attend") belong to the pole that they amount to; any other negation is the caller's to see (``negated``).
    """
    return _concepts(tuple(words))


@lru_cache(maxsize=16384)
def _concepts(words: tuple[str, ...]) -> frozenset[Concept]:
    kept = [w for w in words if w not in _PASSED_OVER]
    held, by_first = frozenset(kept), _families().forms
    matches = [
        (start, end, len(form.lemmas), form.concept)
        for start, word in enumerate(kept)
        for form in by_first.get(word, ())
        if form.bare and form.others <= held and (end := _match(form.lemmas, kept, start)) is not None
    ]
    return frozenset(
        concept
        for start, end, size, concept in matches
        if not any(s <= start and end <= e and n > size for s, e, n, _ in matches)
    )


def _match(lemmas: tuple[str, ...], words: Sequence[str], start: int) -> int | None:
    """Where a form whose first lemma stands at ``start`` ends (exclusive); None if it does not match."""
    if len(lemmas) == 1:
        return start + 1
    at, gap = start, 0
    for lemma in lemmas:
        if lemma == _GAP:
            gap = _WIDEST_GAP
            continue
        last = min(at + gap, len(words) - 1)
        while at <= last and words[at] != lemma:
            at += 1
        if at > last:
            return None
        at, gap = at + 1, 0
    return at


def concepts_of_predicate(predicate: str, particle: str = "", objects: Iterable[str] = ()) -> frozenset[Concept]:
    """The concepts of a clause's predicate.

    ``predicate`` is its lemma (it may hold the particle: "take over"), ``objects`` the lemmas of what it governs, with
    prepositions, in any order: "cut" with "job" is ``jobs.cut``, without it ``direction.down``. The longest forms win.
    """
    head, *rest = predicate.split() or [""]
    return _of_predicate(head, frozenset((*rest, *particle.split(), *objects)))


@lru_cache(maxsize=16384)
def _of_predicate(head: str, governed: frozenset[str]) -> frozenset[Concept]:
    found = [(len(form.lemmas), form.concept) for form in _governed_forms(head, governed)]
    longest = max((size for size, _ in found), default=0)
    return frozenset(concept for size, concept in found if size == longest)


def _governed_forms(head: str, governed: frozenset[str]) -> Iterator[_Form]:
    """The forms that start with the predicate and whose other words it governs."""
    for form in _families().forms.get(head, ()):
        if form.others <= governed:
            yield form


@lru_cache(maxsize=65536)
def word_concepts(lemma: str) -> frozenset[Concept]:
    """The concepts of a single word that names them wherever it occurs."""
    return frozenset(form.concept for form in _families().forms.get(lemma, ()) if form.lemmas == (lemma,) and form.bare)


def opposed(one: Concept, other: Concept) -> bool:
    """Whether two concepts are opposite poles of a family: both cannot be true of one thing at one time."""
    return frozenset((one.id, other.id)) in _families().opposed


def same_concept(one: Concept, other: Concept) -> bool:
    """Whether two concepts are one."""
    return one == other


def sets_opposed(ones: Iterable[Concept], others: Iterable[Concept]) -> bool:
    """Whether some of the concepts are opposed and none is shared."""
    ones, others = frozenset(ones), frozenset(others)
    if not ones or not others:
        return False
    return not ones & others and any(opposed(a, b) for a in ones for b in others)


def negated(concept: Concept) -> Concept | None:
    """What the denial of a concept asserts: who did not attend was absent, but who did not win need not have lost."""
    return _families().negated.get(concept.id)
