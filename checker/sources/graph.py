"""The attribution graph of an event: from each article to its outlet, the outlets it credits, speakers and documents.

Every edge has the words that say so. What an outlet is credited for and what its speaker said are two steps: an article
that has a minister's words from an agency leads to the agency, and the agency to the minister.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from checker.attribution.outlets import recognise
from checker.model import Article, Document, Edge, Evidence, Graph, Link, Node, NodeKind, Span
from checker.sources.citing import Citation
from checker.sources.cutting import cut_evidence
from checker.sources.naming import choose_name, outlet_of, same_outlet
from checker.sources.reprints import Reprint

SHOWN = 3
"""Cues that one edge shows at most; ``passages`` counts them all."""


def outlet_node(name: str) -> Node:
    """The node of an outlet."""
    return Node(f"outlet:{name}", NodeKind.OUTLET, name)


def article_node(article: Article) -> Node:
    """The node of an article."""
    return Node(f"article:{article.id}", NodeKind.ARTICLE, article.title or article.id, article.source is not None)


def draw_graph(
    document: Document,
    article: Article,
    citations: Sequence[Citation],
    known: Sequence[str],
    whole: tuple[str, Span | None] | None,
    reprints: Iterable[Reprint],
    credited: Iterable[str] = (),
) -> Graph:
    """What one article has from whom. ``whole`` is the outlet that all of it is credited to, and where it says so.

    ``credited`` are the outlets that it is known to have something from, however it says so.
    """
    own = article_node(article)
    nodes = {own.id: own}
    edges: dict[tuple[str, str, Link], list[Evidence]] = {}
    counts: dict[tuple[str, str, Link], int] = {}
    reasons: dict[tuple[str, str, Link], str] = {}

    def add(source: Node, target: Node, link: Link, spans: Iterable[Evidence], reason: str = "") -> None:
        nodes.setdefault(source.id, source)
        nodes[target.id] = _better(nodes.get(target.id), target)
        key = source.id, target.id, link
        counts[key] = counts.get(key, 0) + 1
        shown = edges.setdefault(key, [])
        shown.extend(e for e in spans if len(shown) < SHOWN and e not in shown)
        if reason:
            reasons[key] = reason

    if article.source is not None:
        masthead = _find_name(document, article.source)
        add(own, outlet_node(article.source), Link.PUBLISHED, [cut_evidence(document, masthead)] if masthead else [])
    if whole is not None:
        name, span = whole
        add(own, outlet_node(name), Link.REPRINTS, [cut_evidence(document, span)] if span is not None else [])
    for name, span in _credits(document, known):
        add(own, outlet_node(name), Link.CREDITS, [cut_evidence(document, span)])
    for reprint in reprints:
        target = article_node(reprint.original)
        link = Link.COPIES if reprint.verbatim else Link.PARAPHRASES
        add(own, target, link, [cut_evidence(document, s, limit=120) for s in reprint.spans[:SHOWN]], reprint.reason)
        counts[own.id, target.id, link] = len(reprint.spans)
    for citation in citations:
        link = Link.CITES if citation.source.kind is NodeKind.DOCUMENT else Link.QUOTES
        giver = own
        if citation.via is not None:
            giver = outlet_node(citation.via)
            add(own, giver, Link.CREDITS, [cut_evidence(document, citation.cue)])
        add(giver, citation.source, link, [cut_evidence(document, citation.cue)])
    for name in credited:
        # Named beside what it found, without a verb of reporting: "polled beforehand by Atlas Wire".
        span = _find_name(document, name) if outlet_node(name).id not in nodes else None
        if span is not None and not same_outlet(name, outlet_of(article)):
            add(own, outlet_node(name), Link.CREDITS, [cut_evidence(document, span)])
    return Graph(
        tuple(nodes.values()),
        tuple(
            Edge(
                source,
                target,
                link,
                tuple(found),
                counts[source, target, link],
                reasons.get((source, target, link), ""),
            )
            for (source, target, link), found in edges.items()
        ),
    )


def join_graphs(graphs: Iterable[Graph]) -> Graph:
    """Several graphs as one: each node once, edges in their order."""
    nodes: dict[str, Node] = {}
    edges: list[Edge] = []
    for graph in graphs:
        for node in graph.nodes:
            nodes[node.id] = _better(nodes.get(node.id), node)
        edges.extend(graph.edges)
    return Graph(tuple(nodes.values()), tuple(edges))


def _better(one: Node | None, other: Node) -> Node:
    """Of two descriptions of one source the one with the longer name; of equals the first."""
    return other if one is None or len(other.name) > len(one.name) else one


def _credits(document: Document, known: Sequence[str]) -> Iterator[tuple[str, Span]]:
    """The outlets that clauses are attributed to, with the words that name them."""
    seen: set[Span] = set()
    source = document.article.source
    for quote in document.quotes:
        outlet = recognise(quote.speaker.of(document.text)) if quote.speaker is not None else None
        if outlet is None or quote.speaker is None or (source is not None and same_outlet(outlet.name, source)):
            continue
        seen.add(quote.speaker)
        cue = quote.cue.of(document.text) if quote.cue is not None else None
        yield choose_name(outlet.name, known), _with_verb(document, quote.speaker, cue)
    for clause in document.clauses:
        for credit in clause.attribution:
            if credit.outlet is None or credit.span is None or credit.span in seen:
                continue
            seen.add(credit.span)
            if source is None or not same_outlet(credit.outlet, source):
                yield choose_name(credit.outlet, known), _with_verb(document, credit.span, credit.cue)


def _with_verb(document: Document, span: Span, cue: str | None) -> Span:
    """A name and the verb behind or before it: "Reuters reported"."""
    if not cue:
        return span
    for sign, area in (
        (1, Span(span.end, min(len(document.text), span.end + 20))),
        (-1, Span(max(0, span.start - 25), span.start)),
    ):
        at = area.of(document.text).find(cue)
        if at >= 0:
            begin = area.start + at
            return Span(span.start, begin + len(cue)) if sign > 0 else Span(begin, span.end)
    return span


def _find_name(document: Document, name: str) -> Span | None:
    at = document.text.find(name)
    return Span(at, at + len(name)) if at >= 0 else None
