"""Sentences that one article has from another, word for word or nearly so.

A sentence counts as copied when most of its word sequences stand in a sentence of another article (shingle containment,
Broder 1997). Two reporters in one room write down the same words, so a sentence that is mostly quotation counts only
where one beside it is copied too. Nor does a sentence count that gives another figure or denies what the other says:
whoever wrote that said something of their own.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from checker.comparing.publication import published_at
from checker.model import Article, BlockKind, Document, QuoteType, Span
from checker.sources.naming import WORDS, same_outlet

SHINGLE = 4
"""Words in a shingle: long enough that chance phrases ("said on Thursday that") seldom recur."""

COPIED = 0.5
"""Share of the shorter sentence's shingles that must recur."""

LEAST_WORDS = 8
"""Sentences shorter than this are never called copied."""

BOILERPLATE = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE})
"""Parts of a page that say nothing of the story: the same line on two pages copies nothing."""

NEGATORS = frozenset("no not never none nobody nothing neither nor without t cannot".split())
"""Words that deny; "t" is what is left of "didn't" when words are cut at the apostrophe (own list)."""

Shingle = tuple[str, ...]
Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Copy:
    """A sentence of one article that stands in another: ``source`` is the id of the article that had it first."""

    article: str
    sentence: int
    source: str


def find_copies(
    documents: Sequence[Document], articles: Mapping[str, Article], credits: Mapping[str, Sequence[str]]
) -> list[Copy]:
    """Sentences that stand, nearly word for word, in another article that had them first.

    ``credits`` gives, by article, the outlets that it credits: they tell who copied from whom, before publication does.
    """
    sizes: dict[Place, frozenset[Shingle]] = {}
    holders: dict[frozenset[Shingle], dict[str, None]] = defaultdict(dict)
    quoted: set[Place] = set()
    for document in documents:
        spans = [quote.content for quote in document.quotes if quote.type is not QuoteType.INDIRECT]
        for sentence in document.sentences:
            place = document.article.id, sentence.index
            if sentence.kind in BOILERPLATE or not (shingles := cut_shingles(sentence.text)):
                continue
            sizes[place] = shingles
            holders[shingles][place[0]] = None
            if 2 * sum(_overlap(sentence.span, span) for span in spans) > sentence.span.end - sentence.span.start:
                quoted.add(place)
    with_like = {
        shingles: frozenset(article for other in alike for article in holders[other])
        for shingles, alike in _find_alike(holders).items()
    }

    @cache
    def came_first(one: str, other: str) -> bool:
        return _came_first(one, other, articles, credits)

    copies: dict[Place, str] = {}
    for place, shingles in sizes.items():
        own = place[0]
        sources = {other for other in with_like[shingles] if other != own and came_first(other, own)}
        if sources:
            copies[place] = _first_of(sources, came_first)
    told = {place: source for place, source in copies.items() if place not in quoted}
    return [
        Copy(*place, source)
        for place, source in copies.items()
        if place in told or source in (told.get((place[0], place[1] - 1)), told.get((place[0], place[1] + 1)))
    ]


def _find_alike(sentences: Iterable[frozenset[Shingle]]) -> dict[frozenset[Shingle], list[frozenset[Shingle]]]:
    """For each of several sentences those that are nearly the same word for word, itself among them.

    An event has few sentences that are not in several articles when it is told in many: each is looked at once.
    """
    every = list(sentences)
    where: dict[Shingle, list[int]] = defaultdict(list)
    for number, shingles in enumerate(every):
        for shingle in shingles:
            where[shingle].append(number)
    found = {}
    for shingles in every:
        shared = Counter(number for shingle in shingles for number in where[shingle])
        found[shingles] = [
            every[number]
            for number, count in shared.items()
            if count / min(len(shingles), len(every[number])) >= COPIED and says_same(shingles, every[number])
        ]
    return found


def _overlap(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def cut_shingles(text: str) -> frozenset[Shingle]:
    """The word sequences of a sentence; none for a short one."""
    words = WORDS.findall(text.casefold())
    if len(words) < LEAST_WORDS:
        return frozenset()
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def says_same(one: frozenset[Shingle], other: frozenset[Shingle]) -> bool:
    """Whether two sentences deny alike, and one gives no figure that the other, longer or shorter, replaces."""
    denials, figures = _telling(one)
    other_denials, others = _telling(other)
    return denials == other_denials and (figures <= others or others <= figures)


@lru_cache(maxsize=4096)
def _telling(shingles: frozenset[Shingle]) -> tuple[frozenset[str], frozenset[str]]:
    """The denials and the figures of a sentence. A sentence is asked for them once for each that is like it."""
    words = {word for shingle in shingles for word in shingle}
    return frozenset(words & NEGATORS), frozenset(w for w in words if w[0].isdigit())


def _first_of(sources: set[str], came_first: Callable[[str, str], bool]) -> str:
    """The article that the others have it from."""
    best, *others = sorted(sources)
    for other in others:
        if came_first(other, best):
            best = other
    return best


def _came_first(one: str, other: str, articles: Mapping[str, Article], credits: Mapping[str, Sequence[str]]) -> bool:
    """Whether article ``one`` is the likelier original: credited by the other, else earlier, else named first."""

    def credited(by: str, whom: str) -> bool:
        source = articles[whom].source
        return bool(source) and any(same_outlet(name, source or "") for name in credits.get(by, ()))

    one_is, other_is = credited(other, one), credited(one, other)
    if one_is != other_is:
        return one_is
    first, second = published_at(articles[one]), published_at(articles[other])
    if first is not None and second is not None and first != second:
        return first < second
    return one < other
