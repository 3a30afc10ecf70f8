"""One sentence told twice: what is the same in both, and the words in which they differ.

Copied text differs by slips and by edits. Two sentences are aligned word by word (Ratcliff and Obershelp's matching
blocks, ``difflib``); what is left over on both sides at one place stands against each other.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Set
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import Any, TypeVar

from checker.model import Relation, ValueType, Verdict
from checker.values.tellings import Telling, has_words

SAME = 0.8
"""The least share of the shorter sentence's content words that must stand in the other, the difference left out."""

LEAST_SHARED = 4
"""Content words that must be shared: fewer are a phrase, not a sentence."""

MOST_PLACES = 2
"""Places at which the two may stand against each other: more are two sentences."""

MOST_WORDS = 3
"""Words on either side of one such place."""

WEIGHTY = frozenset({"content", "name", "number"})

Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: ``kind`` is ``number``, ``name``, ``content``, ``negation`` or ``plain``."""

    text: str
    lemma: str
    kind: str

    @property
    def is_weighty(self) -> bool:
        """Whether it carries content: what else is there holds a sentence together."""
        return self.kind in WEIGHTY


NOTHING = Telling(())


@dataclass(frozen=True, slots=True)
class SentenceValue:
    """A sentence as its words, punctuation and articles left out, and as a telling.

    Of a long sentence ``words`` are those of one part; ``first`` and ``last`` (exclusive) are the units of that part,
    ``whole`` the words of the sentence, of which those of the part begin at number ``at``.
    ``heard`` are the words of the whole article, as written and as lemmas, in lower case, ``among``
    the number of its sentences; ``around`` are the words of the sentences before and after, ``article`` all tellings
    of the article.
    """

    text: str
    words: tuple[Word, ...]
    telling: Telling = NOTHING
    first: int = 0
    last: int = 0
    heard: frozenset[str] = frozenset()
    among: int = 1
    whole: tuple[Word, ...] = ()
    at: int = 0
    around: frozenset[str] = frozenset()
    article: tuple[Telling, ...] = field(default=(), repr=False, compare=False)
    _kept: dict[Hashable, Any] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def type(self) -> ValueType:
        """Always ``text``."""
        return ValueType.TEXT

    @property
    def normalized(self) -> str:
        """The lemmas in their order."""
        return self._keep("normalized", lambda: " ".join([word.lemma for word in self.words]))

    @property
    def own(self) -> frozenset[str]:
        """The words of the whole sentence, as written and as lemmas, in lower case."""
        return self._keep("own", lambda: frozenset([w for x in self.whole for w in (x.lemma, x.text.lower())]))

    @property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of the words."""
        return self._keep("lemmas", lambda: frozenset([word.lemma for word in self.words]))

    @property
    def weighty(self) -> tuple[str, ...]:
        """The lemmas of the words that carry content, in their order."""
        return self._keep("weighty", lambda: tuple([word.lemma for word in self.words if word.is_weighty]))

    @property
    def denies(self) -> bool:
        """Whether a word of denial is among the words."""
        return any(word.kind == "negation" for word in self.words)

    def lacked_in(self, heard: frozenset[str]) -> tuple[int, ...]:
        """The units of the telling, by number, of which these words of a whole article lack one; none without any."""
        if not heard:
            return ()
        units = self.telling.units
        return self._keep(heard, lambda: tuple([n for n, unit in enumerate(units) if not has_words(heard, unit)]))

    def _keep(self, name: Hashable, read: Callable[[], Kept]) -> Kept:
        """What is read of the words once: a sentence is set beside all those of the other articles."""
        if name not in self._kept:
            self._kept[name] = read()
        found: Kept = self._kept[name]
        return found


@dataclass(frozen=True, slots=True)
class Place:
    """Words that stand against each other between words that are the same; one side is empty for what only one has."""

    one: tuple[Word, ...]
    other: tuple[Word, ...]
    before: str
    after: str = ""


def count_common(one: SentenceValue, other: SentenceValue) -> int:
    """How many content words of one sentence the other has too, in whatever order: at least as many as align."""
    lemmas = other.lemmas
    return sum([lemma in lemmas for lemma in one.weighty])


FEW_PAIRS = 40
"""Pairs of sentences among which hardly any are alike by chance: a paragraph beside an article."""


def share_words(one: Set[str], other: Set[str]) -> float:
    """The share of the words of two sentences that both have, 0 to 1: most of it of the shorter one's."""
    shared = len(one & other)
    return 0.7 * shared / min(len(one), len(other)) + 0.3 * shared / max(len(one), len(other)) if shared else 0.0


def count_chances(one: SentenceValue, other: SentenceValue) -> float:
    """How often the number of pairs of sentences that two articles have doubles that of a few, at least 0."""
    return math.log2(max(1.0, one.among * other.among / FEW_PAIRS))


def align(one: SentenceValue, other: SentenceValue) -> tuple[list[Place], int, int]:
    """The places of difference, the number of content words shared, and of those of the shorter that are left over."""
    a, b = one.words, other.words
    matcher = SequenceMatcher(None, [w.lemma for w in a], [w.lemma for w in b], autojunk=False)
    places, shared = [], 0
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            shared += sum(w.kind in {"content", "name", "number"} for w in a[i:j])
        else:
            places.append(Place(a[i:j], b[k:m], a[i - 1].lemma if i else "", a[j].lemma if j < len(a) else ""))
    shorter = 0 if len(a) <= len(b) else 1
    left = sum(
        sum(w.kind in {"content", "name", "number"} for w in (p.one, p.other)[shorter])
        for p in places
        if not (p.one and p.other)
    )
    return places, shared, left


def compare_sentences(one: SentenceValue, other: SentenceValue, contrast: Callable[[Place], str | None]) -> Verdict:
    """Compare two tellings of one sentence; ``contrast`` says how the words at a place exclude each other, or None."""
    if count_common(one, other) < LEAST_SHARED:  # cheaper than to align them, and true of most pairs
        return Verdict(Relation.NOT_COMPARABLE, "two sentences")
    places, shared, left = align(one, other)
    if shared < LEAST_SHARED:
        return Verdict(Relation.NOT_COMPARABLE, "two sentences")
    against = [p for p in places if p.one and p.other]
    found = [(p, r) for p in places if not _recurs(p, one, other) and (r := contrast(p)) is not None]
    other_places = [p for p in against if all(p is not q for q, _ in found)]
    missing = left + sum(min(len(p.one), len(p.other)) for p in other_places)
    if shared / (shared + missing) < SAME or len(found) > MOST_PLACES:
        return Verdict(Relation.NOT_COMPARABLE, "two sentences")
    if not found:
        return Verdict(Relation.AGREE, "one sentence, told twice") if not against else _apart()
    if len(other_places) > 1 or any(max(len(p.one), len(p.other)) > MOST_WORDS for p, _ in found if p.one and p.other):
        return _apart()
    return Verdict(Relation.CONTRADICT, "; ".join(reason for _, reason in found))


def _recurs(place: Place, one: SentenceValue, other: SentenceValue) -> bool:
    """Whether a word at a place stands elsewhere in the other sentence: then the two are differently built."""
    if not place.one or not place.other:
        return False
    mine = {w.lemma for w in place.one if w.kind != "plain"}
    theirs = {w.lemma for w in place.other if w.kind != "plain"}
    return bool(mine & {w.lemma for w in other.words} or theirs & {w.lemma for w in one.words})


def _apart() -> Verdict:
    return Verdict(Relation.NOT_COMPARABLE, "one sentence in other words")
