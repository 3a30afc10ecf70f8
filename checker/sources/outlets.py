"""The outlets of a report: the articles of each, the origins that they rest on, and how far."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from checker.model import Article, Checklist, Claim, Graph, OutletRecord, Source
from checker.sources.grading import grade_source
from checker.sources.graph import join_graphs
from checker.sources.naming import outlet_of, same_outlet


def list_sources(
    articles: Sequence[Article],
    claims: Sequence[Claim],
    graphs: Mapping[str, Graph] = MappingProxyType({}),
    checklists: Mapping[str, Checklist] = MappingProxyType({}),
    records: Mapping[str, OutletRecord] = MappingProxyType({}),
    history: Mapping[str, OutletRecord] = MappingProxyType({}),
) -> list[Source]:
    """Each outlet in the order of its first article, its articles, the origins of its claims, and notes on them.

    ``graphs`` and ``checklists`` are by article, ``records`` and ``history`` (those of earlier reports) by outlet.
    """
    by_outlet: dict[str, list[str]] = {}
    for article in articles:
        by_outlet.setdefault(outlet_of(article), []).append(article.id)
    origins: dict[str, Counter[str]] = {}
    for claim in claims:
        origins.setdefault(claim.article, Counter())[claim.origin] += 1
    return [
        Source(
            name,
            tuple(ids),
            tuple(sorted(counted)),
            tuple(_note_origins(name, counted)),
            join_graphs(graphs[i] for i in ids if i in graphs),
            pages,
            grade_source(records.get(name, OutletRecord(name)), history.get(name), pages),
        )
        for name, ids in by_outlet.items()
        for counted in [_sum(origins, ids)]
        for pages in [tuple(checklists[i] for i in ids if i in checklists)]
    ]


def _sum(origins: Mapping[str, Counter[str]], ids: Sequence[str]) -> Counter[str]:
    """How many claims of some articles each origin is behind."""
    total: Counter[str] = Counter()
    for article in ids:
        total.update(origins.get(article, Counter()))
    return total


def _note_origins(outlet: str, counted: Counter[str]) -> Iterator[str]:
    """On whom an outlet rests for what it says, whoever gives it most first."""
    total = counted.total()
    for origin, number in sorted(counted.items(), key=lambda item: (-item[1], item[0])):
        if same_outlet(origin, outlet):
            continue
        if number == total:
            yield f"rests on {origin} for everything that was compared"
        else:
            yield f"rests on {origin} for {number} of {total} claims"
