"""Articles that have passages from another, and which had them first: word for word, or told in other words."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from checker.comparing.publication import published_at
from checker.model import Article, Document, Span
from checker.sources.copies import Copy
from checker.sources.naming import same_outlet
from checker.sources.retold import Retelling

LEAST_COPIED = 2
"""Sentences that an article must share with another to be said to copy it; one is enough where it credits it."""

NAMED = 4
"""Rare things that a reason names."""


@dataclass(frozen=True, slots=True)
class Reprint:
    """``spans`` of ``article`` stand in ``original``, which had them first for a ``reason``; in its words or not."""

    article: str
    original: Article
    spans: tuple[Span, ...]
    verbatim: bool
    reason: str


def find_reprints(
    documents: Sequence[Document],
    articles: Mapping[str, Article],
    credits: Mapping[str, Sequence[str]],
    copies: Sequence[Copy],
    retellings: Sequence[Retelling],
) -> list[Reprint]:
    """Articles with passages of others: copied ones first, then those told in other words.

    ``credits`` gives the outlets that each article credits.
    """
    by_id = {d.article.id: d for d in documents}
    pairs: dict[tuple[str, str], list[int]] = defaultdict(list)
    for copy in copies:
        pairs[copy.article, copy.source].append(copy.sentence)
    found = [
        Reprint(
            article,
            articles[source],
            tuple(by_id[article].sentences[i].span for i in sorted(sentences)),
            True,
            _say_direction(articles[source], articles[article], credits),
        )
        for (article, source), sentences in pairs.items()
        if len(sentences) >= LEAST_COPIED or _credits(articles[article], articles[source], credits)
    ]
    copied = {frozenset((r.article, r.original.id)) for r in found}
    for pair in retellings:
        if frozenset((pair.one, pair.other)) in copied:
            continue
        first_is_one = is_first(articles[pair.one], articles[pair.other], credits)
        first, later = (pair.one, pair.other) if first_is_one else (pair.other, pair.one)
        sentences = sorted({p[1 if first_is_one else 0] for p in pair.passages})
        words = ", ".join(pair.shared[:NAMED])
        found.append(
            Reprint(
                later,
                articles[first],
                tuple(by_id[later].sentences[i].span for i in sentences),
                False,
                f"shares what no other article has ({words}); "
                + _say_direction(articles[first], articles[later], credits),
            )
        )
    return found


def is_first(one: Article, other: Article, credits: Mapping[str, Sequence[str]]) -> bool:
    """Whether the first of two articles is the likelier original: credited, else earlier, else named first."""
    by_one, by_other = (_credits(one, other, credits), _credits(other, one, credits))
    if by_one != by_other:
        return by_other
    first, second = published_at(one), published_at(other)
    if first is not None and second is not None and first != second:
        return first < second
    return one.id < other.id


def _credits(by: Article, whom: Article, credits: Mapping[str, Sequence[str]]) -> bool:
    source = whom.source
    return bool(source) and any(same_outlet(name, source or "") for name in credits.get(by.id, ()))


def _say_direction(original: Article, later: Article, credits: Mapping[str, Sequence[str]]) -> str:
    """Why an article is taken to have had the passage first."""
    name = original.source or original.id
    if _credits(later, original, credits):
        return f"it credits {name}"
    first, second = published_at(original), published_at(later)
    if first is not None and second is not None and first != second:
        return f"{name} came out earlier"
    return "which of the two had it first is not known"
