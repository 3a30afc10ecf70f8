"""The origin behind each claim: the outlet's own reporting, the outlet that it credits, or the text that it copied.

Five reprints of one wire story are one origin. A sentence counts as copied when most of its word sequences stand in a
sentence of another article (shingle containment, Broder 1997); the direction comes from credits, then from publication
times.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from checker.comparing.updates import published_at
from checker.model import Article, Claim, Document

SHINGLE = 4
"""Words in a shingle: long enough that chance phrases ("said on Thursday that") seldom recur."""

COPIED = 0.5
"""Share of the shorter sentence's shingles that must recur."""

LEAST_WORDS = 8
"""Sentences shorter than this are never called copied."""

WORDS = re.compile(r"\w+")  # "U.S. officials" -> u, s, officials


@dataclass(frozen=True, slots=True)
class Copy:
    """A sentence of one article that stands in another."""

    article: str
    sentence: int
    source: str


def fold_outlet(name: str) -> str:
    """An outlet's name for comparison: case-folded, without article, domain ending or edition."""
    folded = re.sub(r"\(.*?\)", " ", name.casefold())
    folded = re.sub(r"^(the|www\.)\s*|\.(com|org|net|co\.uk)$", "", folded.strip())
    return " ".join(WORDS.findall(folded))


def same_outlet(one: str, other: str) -> bool:
    """Whether two names stand for one outlet.

    They do when they are equal when folded, or one ends or begins the other in whole words (Times, New York Times).
    """
    a, b = fold_outlet(one).split(), fold_outlet(other).split()
    if not a or not b:
        return False
    short, long = sorted((a, b), key=len)
    return (
        short == long
        or (len(short) >= 1 and long[-len(short) :] == short and len(" ".join(short)) > 3)
        or (len(short) >= 2 and long[: len(short)] == short)
    )


def _shingles(text: str) -> frozenset[tuple[str, ...]]:
    words = WORDS.findall(text.casefold())
    if len(words) < LEAST_WORDS:
        return frozenset()
    return frozenset(tuple(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1))


def find_copies(
    documents: Sequence[Document], articles: Mapping[str, Article], credits: Mapping[str, Sequence[str]]
) -> list[Copy]:
    """Sentences that stand, nearly word for word, in another article too; those that are quotations do not count."""
    where: dict[tuple[str, ...], list[tuple[str, int]]] = defaultdict(list)
    sizes: dict[tuple[str, int], frozenset[tuple[str, ...]]] = {}
    for document in documents:
        quoted = [quote.content for quote in document.quotes if quote.type == "direct"]
        for sentence in document.sentences:
            if any(span.contains(sentence.span) for span in quoted):
                continue
            shingles = _shingles(sentence.text)
            if shingles:
                sizes[document.article.id, sentence.index] = shingles
                for shingle in shingles:
                    where[shingle].append((document.article.id, sentence.index))
    copies = []
    for (article, index), shingles in sizes.items():
        shared: dict[tuple[str, int], int] = defaultdict(int)
        for shingle in shingles:
            for other in where[shingle]:
                if other[0] != article:
                    shared[other] += 1
        for (other, other_index), count in shared.items():
            if count / min(len(shingles), len(sizes[other, other_index])) >= COPIED and _came_first(
                other, article, articles, credits
            ):
                copies.append(Copy(article, index, other))
                break
    return copies


def _came_first(one: str, other: str, articles: Mapping[str, Article], credits: Mapping[str, Sequence[str]]) -> bool:
    """Whether article ``one`` is the likelier original: credited by the other, else earlier, else named first."""

    def credited(by: str, whom: str) -> bool:
        source = articles[whom].source
        return bool(source) and any(same_outlet(name, source or "") for name in credits.get(by, ()))

    if credited(other, one) != credited(one, other):
        return credited(other, one)
    first, second = published_at(articles[one]), published_at(articles[other])
    if first is not None and second is not None and first != second:
        return first < second
    return one < other


def outlet_of(article: Article) -> str:
    """The outlet that published an article; its id where none is known."""
    return article.source or article.id


def assign_origins(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    articles: Mapping[str, Article],
    credits: Mapping[str, Sequence[str]],
) -> list[Claim]:
    """Fill in ``origin``: the credited outlet, the one that was copied, or the article's own.

    An outlet goes by the name that an article of the event has for it, if one has.
    """
    known = [outlet_of(a) for a in articles.values()]
    copied = {(c.article, c.sentence): c.source for c in find_copies(documents, articles, credits)}

    def canonical(outlet: str) -> str:
        return next((name for name in known if same_outlet(name, outlet)), outlet)

    filled = []
    for claim in claims:
        credited = next((a.outlet for a in claim.attribution if a.outlet), None)
        source = copied.get((claim.article, claim.sentence))
        if credited:
            origin = canonical(credited)
        elif source is not None:
            origin = outlet_of(articles[source])
        else:
            origin = outlet_of(articles[claim.article])
        filled.append(replace(claim, origin=origin))
    return filled
