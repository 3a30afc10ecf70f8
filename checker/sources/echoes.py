"""Whether another origin says in its own words what a claim says, though no rule read the same claim from it.

Rules read what they know; prose has other ways to say it. Before a claim is called single-source, its words are looked
for in the sentences of all other origins: the share of their weight that one such sentence has, and whether the answer
itself stands there in the same company.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import itemgetter

from checker.language.phrases import content_lemmas, tokens_in
from checker.lexicon import root_form
from checker.model import BlockKind, Claim, Document, Relation, Span, Token, Value, ValueType
from checker.sources.naming import WORDS
from checker.sources.origins import Origins, Place, find_words
from checker.values.compare import compare_values
from checker.values.quantities import Quantity
from checker.values.slips import digits
from checker.values.times import TimeValue, may_agree

TELLING = 0.25
"""Least weight of a word that two sentences share for an equal value in both to be one answer."""

NEAR = 30
"""Characters on each side of a value in which a shared word, however common, makes an equal value one answer."""

SPECIFIC = 2
"""Significant digits from which two equal sums or shares are seldom so by chance."""

LARGE = 1000
"""A count from which the same is true of it."""

FEWEST = 2
"""Words that a sentence must share with a claim for their share to count: one alone is chance."""


LONG_AGO = 2
"""Years before the articles from which on a year that two of them name is of one thing."""

PREFIX = 5
"""Letters that the first part of a word may have that some write as two words: "multi ethnic"."""


@dataclass(frozen=True, slots=True)
class Echo:
    """What other origins have of a claim: the share of its words' weight (0 to 1), and whether they give its value."""

    words: float = 0.0
    value: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class _Held:
    """A value in a text, and where it stands."""

    value: Value
    document: Document
    span: Span


class Echoes:
    """The sentences of an event, by the words and values in them; ``roots`` are the content words of each."""

    def __init__(self, documents: Sequence[Document], origins: Origins, weigh: Callable[[str], float]) -> None:
        """Index the sentences; ``weigh`` gives how telling a lemma is, from 0 to 1."""
        self._documents = {d.article.id: d for d in documents}
        self._origins = origins
        self._weigh = weigh
        self._places: dict[str, list[Place]] = defaultdict(list)
        # The same value stands in many places: it is compared once.
        self._held: dict[ValueType, dict[Value, list[tuple[int, Place, _Held]]]] = defaultdict(dict)
        days = [d.article.published_date for d in documents]
        self._told = min((day.year for day in days if day is not None), default=None)
        self._years: list[tuple[Place, int]] = []
        self._values: dict[Place, set[str]] = defaultdict(set)
        self._count = 0
        self._words: dict[Place, frozenset[str]] = {}
        # Claims overlap, and most values stand in several of them: each is looked for once.
        self._given: dict[tuple[Value, tuple[ValueType, ...]], list[tuple[Place, _Held]]] = {}
        self._cited: dict[tuple[str, int, int], frozenset[str]] = {}
        self._beside: dict[tuple[str, Span], frozenset[str]] = {}
        self._found: dict[tuple[str, str, frozenset[str]], list[Place]] = {}
        self.roots: dict[Place, frozenset[str]] = {}
        for document in documents:
            self._add(document)

    def _add(self, document: Document) -> None:
        name = document.article.id
        for sentence in document.sentences:
            if sentence.kind is not BlockKind.FURNITURE:
                tokens = document.sentence_tokens(sentence)
                roots = _roots(document, tokens)
                words = roots | _joined(tokens)
                self._words[name, sentence.index] = words
                self.roots[name, sentence.index] = roots
                for lemma in words:
                    if self._weigh(lemma) > 0.0:
                        self._places[lemma].append((name, sentence.index))
        for mention in document.mentions:
            place = name, mention.sentence
            if mention.entity is None and place in self._words:
                held = _Held(mention.value, document, mention.span)
                self._values[place].add(mention.value.normalized)
                if (year := self._past_year(mention.value)) is not None:
                    self._years.append((place, year))
                self._count += 1
                self._held[mention.value.type].setdefault(mention.value, []).append((self._count, place, held))

    def find(self, claim: Claim, origins: frozenset[str]) -> Echo:
        """What sentences of other articles, from other origins than these, have of a claim."""
        document = self._documents[claim.article]
        words = {
            lemma: weight for lemma in sorted(self._words_of(document, claim)) if (weight := self._weigh(lemma)) > 0.0
        }
        for value, span in _figures_of(document, claim):
            if (given := self._where_given(document, claim, value, span, words, origins)) is not None:
                return Echo(1.0, True, given)
        unheard = self._count_unheard(document, claim, origins) if claim.value.type is ValueType.TEXT else 0
        total = sum(words.values()) + unheard
        shared: dict[Place, list[float]] = defaultdict(list)
        for lemma, weight in words.items():
            for place in self._elsewhere(lemma, claim, origins):
                shared[place].append(weight)
        if not isinstance(claim.value, Quantity | TimeValue):
            # "Built in Porto in 1612" beside "made in Porto in 1612": the year says that it is one thing.
            for places in self._places_of_figures(document, claim, origins):
                total += 1.0
                for place in places:
                    shared[place].append(1.0)
        several = {place: sum(found) / total for place, found in shared.items() if len(found) >= FEWEST}
        if not several:
            return Echo()
        best = min(several, key=lambda place: (-several[place], place))
        return Echo(several[best], False, best)

    def heard_in(self, claim: Claim, article: str) -> float:
        """The greatest share of a claim's words, by weight, in a sentence of an article; 1 where it has its figure."""
        document = self._documents[claim.article]
        if any(
            place[0] == article
            for value, _ in _figures_of(document, claim)
            for place, _ in self._alike(value, _kinds_like(value))
        ):
            return 1.0
        words = {lemma: self._weigh(lemma) for lemma in sorted(self._words_of(document, claim))}
        total = sum(words.values())
        shared: dict[Place, float] = defaultdict(float)
        for lemma, weight in words.items():
            for place in self._places.get(lemma, ()):
                if place[0] == article:
                    shared[place] += weight
        return max(shared.values(), default=0.0) / total if total else 0.0

    def _count_unheard(self, document: Document, claim: Claim, origins: frozenset[str]) -> int:
        """How many figures and times of a statement no other origin gives: each weighs as much as a rare word."""
        values = [m.value for m in document.mentions_in(claim.span) if m.entity is None]
        return sum(
            not any(self._independent(place, claim, origins) for place, _ in self._alike(value, (value.type,)))
            for value in values
        )

    def _places_of_figures(self, document: Document, claim: Claim, origins: frozenset[str]) -> Iterator[set[Place]]:
        """For each figure or time of a statement that another origin gives too, the places where it stands."""
        for mention in document.mentions_in(claim.span):
            if mention.entity is None:
                found = {
                    place
                    for place, _ in self._alike(mention.value, (mention.value.type,))
                    if self._independent(place, claim, origins)
                }
                if found:
                    yield found

    def _elsewhere(self, lemma: str, claim: Claim, origins: frozenset[str]) -> list[Place]:
        """The sentences of other articles and origins that have a word; claims of one article ask for the same."""
        key = lemma, claim.article, origins
        if key not in self._found:
            places = self._places.get(lemma, ())
            self._found[key] = [place for place in places if self._independent(place, claim, origins)]
        return self._found[key]

    def _independent(self, place: Place, claim: Claim, origins: frozenset[str]) -> bool:
        return place[0] != claim.article and self._origins.of_sentence(*place) not in origins

    def _where_given(
        self,
        document: Document,
        claim: Claim,
        value: Quantity | TimeValue,
        span: Span,
        words: Mapping[str, float],
        origins: frozenset[str],
    ) -> Place | None:
        """The first place where another origin gives a value of the claim in the same company."""
        past = self._past_year(value)
        for place, year in self._years if past is not None else ():
            if year == past and self._independent(place, claim, origins):
                return place
        for place, held in self._alike(value, _kinds_like(value)):
            if not self._independent(place, claim, origins):
                continue
            # Equal figures of two types are one only where the words beside them say so.
            if (not isinstance(value, Quantity) or held.value.type is value.type) and (
                _is_specific(value)
                or sum(words.get(lemma, 0.0) for lemma in self._words[place]) >= TELLING
                or self._share_another(value, (claim.article, claim.sentence), place)
            ):
                return place
            if not self._near(document, span).isdisjoint(self._near(held.document, held.span)):
                return place
        return None

    def _share_another(self, value: Value, one: Place, other: Place) -> bool:
        """Whether two sentences that give a value give a second one too: two figures are seldom equal by chance."""
        return bool((self._values[one] & self._values[other]) - {value.normalized})

    def _past_year(self, value: Value) -> int | None:
        """The year of a day or a time long before the articles came out; None for all else."""
        if not isinstance(value, TimeValue) or value.start is None or value.type is not ValueType.DATE:
            return None
        return value.start.year if self._told is not None and value.start.year <= self._told - LONG_AGO else None

    def _near(self, document: Document, span: Span) -> frozenset[str]:
        """The content words right beside a value."""
        key = document.article.id, span
        if key not in self._beside:
            self._beside[key] = _beside(document, span)
        return self._beside[key]

    def _alike(self, value: Value, kinds: tuple[ValueType, ...]) -> list[tuple[Place, _Held]]:
        """Where values of these kinds say the same as a value, kind by kind in the order of the articles."""
        given = self._given.get((value, kinds))
        if given is None:
            given = self._given[value, kinds] = []
            for kind in kinds:
                same = [one for other, held in self._held[kind].items() if _same_value(value, other) for one in held]
                given.extend((place, one) for _, place, one in sorted(same, key=itemgetter(0)))
        return given

    def _words_of(self, document: Document, claim: Claim) -> frozenset[str]:
        """The content words of a claim: what was said, of a quotation; what is cited, of everything else."""
        if claim.value.type is ValueType.QUOTE:
            return frozenset(root_form(word) for word in claim.topic)
        key = claim.article, claim.span.start, claim.span.end
        words = self._cited.get(key)
        if words is None:
            words = self._cited[key] = _roots(document, document.tokens_touching(claim.span))
        if claim.value.type is ValueType.TEXT:
            names = ((a.outlet or a.speaker or "").casefold() for a in claim.attribution)
            return words - {root_form(word) for name in names for word in WORDS.findall(name)}
        return words


def _figures_of(document: Document, claim: Claim) -> Iterator[tuple[Quantity | TimeValue, Span]]:
    """The claim's own figure or time, and telling figures beside it that a note would cite with it."""
    if isinstance(claim.value, Quantity | TimeValue):
        own = find_words(claim, claim.value.text)
        yield claim.value, own
        for mention in document.mentions_in(claim.span):
            value = mention.value
            if isinstance(value, Quantity) and not mention.span.overlaps(own) and digits(abs(value.point)) >= SPECIFIC:
                yield value, mention.span


def _roots(document: Document, tokens: Iterable[Token]) -> frozenset[str]:
    """The content words of some tokens in their most familiar form, whatever the parse took them for."""
    return frozenset([root_form(word) for word in content_lemmas(document, tokens)])


def _joined(tokens: Sequence[Token]) -> frozenset[str]:
    """Words that some write as two and some as one: "non state", "nonstate"."""
    return frozenset(
        f"{one.text}{other.text}".lower()
        for one, other in pairwise(tokens)
        if len(one.text) <= PREFIX and one.text.isalpha() and other.text.isalpha()
    ) | frozenset(t.text.lower().replace("-", "") for t in tokens if "-" in t.text)


def _beside(document: Document, span: Span) -> frozenset[str]:
    """The content words within a few words of a range, without its own."""
    around = Span(max(0, span.start - NEAR), min(len(document.text), span.end + NEAR))
    return _roots(document, [t for t in tokens_in(document, around) if not t.span.overlaps(span)])


def _kinds_like(value: Quantity | TimeValue) -> tuple[ValueType, ...]:
    """The types under which a value may stand elsewhere: an amount whose currency is not known is a bare figure."""
    if isinstance(value, Quantity):
        bare = {ValueType.NUMBER: ValueType.MONEY, ValueType.MONEY: ValueType.NUMBER}.get(value.type)
        return (value.type, bare) if bare and digits(abs(value.point)) >= SPECIFIC else (value.type,)
    return (ValueType.DATE, ValueType.TIME) if value.type in (ValueType.DATE, ValueType.TIME) else (value.type,)


def _same_value(one: Value, other: Value) -> bool:
    """Whether two values say the same; a figure is the same with a unit as without one."""
    if isinstance(one, Quantity) and isinstance(other, Quantity):
        if not one.dimension or not other.dimension:
            return one.point == other.point
        if one.dimension != other.dimension or one.normalized != other.normalized:
            return False
    if isinstance(one, TimeValue) and isinstance(other, TimeValue) and not may_agree(one, other):
        return False
    return compare_values(one, other).relation is Relation.AGREE


def _is_specific(value: Value) -> bool:
    """Whether a value is one that two texts seldom share by chance.

    A share, a sum or a count of some length; a time of day to the minute.
    """
    if isinstance(value, TimeValue):
        return value.clock is not None and value.clock[1] - value.clock[0] <= 1 and value.clock[0] % 60 != 0
    if not isinstance(value, Quantity) or value.point is None:
        return False
    if value.type in (ValueType.MONEY, ValueType.PERCENT):
        return digits(abs(value.point)) >= SPECIFIC
    return value.type is ValueType.NUMBER and (abs(value.point) >= LARGE or digits(abs(value.point)) > SPECIFIC)
