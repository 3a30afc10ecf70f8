"""The outlets of a report: the articles of each, and the origins that they rest on."""

from __future__ import annotations

from collections.abc import Sequence

from checker.model import Article, Claim, Source
from checker.sources.naming import outlet_of


def list_sources(articles: Sequence[Article], claims: Sequence[Claim]) -> list[Source]:
    """Each outlet, its articles, and the origins that its claims rest on."""
    by_outlet: dict[str, list[str]] = {}
    for article in articles:
        by_outlet.setdefault(outlet_of(article), []).append(article.id)
    origins: dict[str, set[str]] = {}
    for claim in claims:
        origins.setdefault(claim.article, set()).add(claim.origin)
    return [
        Source(name, tuple(ids), tuple(sorted({o for i in ids for o in origins.get(i, ())})))
        for name, ids in by_outlet.items()
    ]
