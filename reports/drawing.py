"""The origins of a report drawn as a small graph: outlets, the outlets whose reporting they carry, and who spoke.

The drawing is laid out here, in columns from left to right, and written by a template as inline SVG. Kinds of source
are told apart by shape, kinds of link by the stroke, and every box and line has its words: nothing hangs on colour.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from checker.model import Graph, Link, Node, NodeKind, Source

from .view import View
from .wording import join, number_of, on_one_line, shorten

BOX, GAP, ROW, HEIGHT, MARGIN, HEAD = 184, 60, 32, 24, 2, 24
"""Width of a box and of the space between columns, pitch of rows, height of a box, margin, height of the headings."""

ROOM = 164
"""Pixels of a box that its name may fill."""

WIDE, CAPITAL, NARROW = 7.0, 8.6, 3.6
"""Pixels that a letter takes at 12 px in the fonts of the page, on the safe side: most, capitals, and thin ones."""

MOST = 9
"""Sources that a column shows at most; how many more there are is said."""

LEAST_LINES = 3
"""Links from which the drawing of one outlet shows more than its list of sources."""

COLUMNS = ("Outlets", "Reporting they carry", "People and documents")

VERBS: Mapping[Link, str] = {
    Link.CREDITS: "credits",
    Link.REPRINTS: "reprints",
    Link.COPIES: "has passages word for word from",
    Link.PARAPHRASES: "tells passages as",
    Link.QUOTES: "quotes",
    Link.CITES: "cites",
}


@dataclass(frozen=True, slots=True)
class Box:
    """One source: where its box stands (pixels from the top left), its shape, and its name, short and full."""

    x: int
    y: int
    shape: str
    label: str
    title: str


@dataclass(frozen=True, slots=True)
class Line:
    """What one source has from another: a path, the kind of stroke, and the link in words."""

    path: str
    stroke: str
    title: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """A graph laid out; ``headings`` are the names of the columns with their places, ``left_out`` what does not fit."""

    width: int
    height: int
    title: str
    description: str
    headings: tuple[tuple[int, str], ...]
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    left_out: str = ""

    @property
    def strokes(self) -> frozenset[str]:
        """The kinds of stroke in it, for its key."""
        return frozenset(line.stroke for line in self.lines)


@dataclass(frozen=True, slots=True)
class _Arrow:
    source: str
    target: str
    link: Link
    passages: int


STROKES: Mapping[Link, str] = {
    Link.CREDITS: "credit",
    Link.REPRINTS: "text",
    Link.COPIES: "text",
    Link.PARAPHRASES: "loose",
    Link.QUOTES: "voice",
    Link.CITES: "voice",
}

KEY: Mapping[str, str] = {
    "text": "reprints or copies",
    "loose": "tells in other words",
    "credit": "credits",
    "voice": "quotes or cites",
}


def draw_report(view: View) -> Drawing | None:
    """All outlets of a report; of people and documents those on whom two or more of them rest. None without a link."""
    arrows = _collect(view.report.sources, view)
    nodes = _name_nodes(view.report.sources, view)
    outlets = [_outlet_id(source.name) for source in view.report.sources]
    carried = {a.target for a in arrows if nodes[a.target].kind is NodeKind.OUTLET}
    resting: dict[str, set[str]] = {}
    for arrow in arrows:
        if nodes[arrow.target].kind is not NodeKind.OUTLET:
            resting.setdefault(arrow.target, set()).add(arrow.source)
    shared = {target for target, givers in resting.items() if len(givers) > 1}
    kept = [a for a in arrows if a.target in carried or a.target in shared]
    return _draw(outlets, kept, nodes, "Who has what from whom", "rests on nobody else here")


def draw_source(source: Source, view: View) -> Drawing | None:
    """One outlet with all that it has from others; None where it has nothing from anybody."""
    arrows = _collect((source,), view)
    nodes = _name_nodes((source,), view)
    name = nodes[_outlet_id(source.name)].name
    return _draw([_outlet_id(source.name)], arrows, nodes, f"Whom {name} has things from", "")


def _outlet_id(name: str) -> str:
    return f"outlet:{name}"


def _name_nodes(sources: Iterable[Source], view: View) -> dict[str, Node]:
    """The nodes of the sources' graphs by id, articles left out; an outlet that is not known goes by its file."""
    nodes = {n.id: n for s in sources for n in s.graph.nodes if n.kind is not NodeKind.ARTICLE}
    for source in view.report.sources:
        name = view.outlet(source.articles[0]) if source.name in view.articles else source.name
        nodes[_outlet_id(source.name)] = Node(_outlet_id(source.name), NodeKind.OUTLET, on_one_line(name))
    return nodes


def _collect(sources: Iterable[Source], view: View) -> list[_Arrow]:
    """The links between sources, articles being joined into their outlets, each pair and kind once."""
    owner = {f"article:{a}": _outlet_id(s.name) for s in view.report.sources for a in s.articles}
    counted: dict[tuple[str, str, Link], int] = {}
    for source in sources:
        graph: Graph = source.graph
        for edge in graph.edges:
            if edge.link is Link.PUBLISHED:
                continue
            start, end = owner.get(edge.source, edge.source), owner.get(edge.target, edge.target)
            if start == end or start.startswith("article:") or end.startswith("article:"):
                continue
            counted[start, end, edge.link] = counted.get((start, end, edge.link), 0) + edge.passages
    return [_Arrow(*key, passages) for key, passages in counted.items()]


def _draw(first: list[str], arrows: list[_Arrow], nodes: Mapping[str, Node], title: str, silent: str) -> Drawing | None:
    """Lay out columns: ``first``, other outlets with those of ``first`` that are carried, and people and documents.

    A line that passes the middle column by has a row of its own there, so that it crosses no box.
    """
    if not arrows:
        return None
    weights: dict[str, int] = {}
    for arrow in arrows:
        weights[arrow.target] = weights.get(arrow.target, 0) + arrow.passages
    ranked = sorted(weights, key=lambda node: (-weights[node], nodes[node].name))
    carried = [n for n in ranked if nodes[n].kind is NodeKind.OUTLET]
    voices = [n for n in ranked if nodes[n].kind is not NodeKind.OUTLET]
    passing = {a.target for a in arrows if a.source in first} & set(voices[:MOST]) if carried else set()
    middle = [*carried[:MOST], *(_pass(n) for n in voices if n in passing)]
    columns = [column for column in (list(first), middle, voices[:MOST]) if column]
    names = [n for n, column in zip(COLUMNS, (first, middle, voices), strict=True) if column]
    led = [*arrows, *(_Arrow(a.source, _pass(a.target), a.link, 0) for a in arrows if a.target in passing)]
    depth = max(len(column) for column in columns)
    places: list[dict[str, tuple[int, int]]] = []
    for number, column in enumerate(columns):
        top = HEAD + (depth - len(column)) * ROW // 2
        ordered = _untangle(column, led, places)
        places.append({node: (MARGIN + number * (BOX + GAP), top + n * ROW) for n, node in enumerate(ordered)})
    lines, said = _connect(arrows, first, places, nodes)
    idle = [nodes[n].name for n in first if n not in {a.source for a in said}] if silent else []
    words = [_say(arrow, nodes) for arrow in said] + ([f"{join(idle)} {silent}"] if idle else [])
    missing = len(carried[MOST:]) + len(voices[MOST:])
    return Drawing(
        width=2 * MARGIN + len(columns) * BOX + (len(columns) - 1) * GAP,
        height=HEAD + depth * ROW,
        title=title,
        description=". ".join(words) + ".",
        headings=tuple((MARGIN + n * (BOX + GAP), name) for n, name in enumerate(names)),
        boxes=tuple(
            Box(x, y, _shape(nodes[node]), _fit(_name(nodes[node])), _describe(nodes[node]))
            for placed in places
            for node, (x, y) in placed.items()
            if node in nodes
        ),
        lines=tuple(lines),
        left_out=f"{number_of(missing, 'more source', 'more sources')} not drawn" if missing else "",
    )


def _pass(node: str) -> str:
    """The row of the middle column through which lines lead to a source in the last one."""
    return f"to {node}"


def _connect(
    arrows: list[_Arrow], first: list[str], places: list[dict[str, tuple[int, int]]], nodes: Mapping[str, Node]
) -> tuple[list[Line], list[_Arrow]]:
    """The lines of a drawing, and the links that they stand for."""
    lines, drawn = [], []
    for arrow in arrows:
        column = 0 if arrow.source in first else 1
        start = places[column].get(arrow.source)
        later = places[column + 1 :]
        end = next((placed[arrow.target] for placed in later if arrow.target in placed), None)
        if start is None or end is None:
            continue
        through = later[0].get(_pass(arrow.target)) if len(later) > 1 and arrow.target not in later[0] else None
        path = _curve(start, through) + f"h{BOX}" + _curve(through, end) if through else _curve(start, end)
        drawn.append(arrow)
        lines.append(Line(path, STROKES[arrow.link], _say(arrow, nodes)))
    return lines, drawn


def _untangle(column: list[str], arrows: list[_Arrow], places: list[dict[str, tuple[int, int]]]) -> list[str]:
    """Order a column by the middle of what leads to each box, so that few lines cross (the barycentre method)."""
    heights = {node: y for placed in places for node, (_, y) in placed.items()}
    rank = {node: n for n, node in enumerate(column)}

    def middle(node: str) -> float:
        above = [heights[a.source] for a in arrows if a.target == node and a.source in heights]
        return sum(above) / len(above) if above else 0.0

    return sorted(column, key=lambda node: (middle(node), rank[node]))


def _curve(start: tuple[int, int], end: tuple[int, int]) -> str:
    x1, y1 = start[0] + BOX, start[1] + HEIGHT // 2
    x2, y2 = end[0], end[1] + HEIGHT // 2
    middle = (x1 + x2) // 2
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"


def _fit(name: str) -> str:
    """As much of a name as a box has room for."""
    room = float(ROOM)
    for taken, letter in enumerate(name):
        room -= CAPITAL if letter.isupper() or letter in "mwMW@%" else NARROW if letter in "iljtfr .,'’“”()|" else WIDE
        if room < 0:
            return shorten(name, taken)
    return name


def _shape(node: Node) -> str:
    shape = {NodeKind.DOCUMENT: "document", NodeKind.OUTLET: "outlet"}.get(node.kind, "person")
    return shape if node.named else f"{shape} unnamed"


def _name(node: Node) -> str:
    return on_one_line(node.name) if node.named else f"“{on_one_line(node.name)}”"


def _describe(node: Node) -> str:
    return f"{_name(node)} ({'' if node.named else 'unnamed '}{node.kind})"


def _say(arrow: _Arrow, nodes: Mapping[str, Node]) -> str:
    passages = number_of(arrow.passages, "passage", "passages")
    return f"{_name(nodes[arrow.source])} {VERBS[arrow.link]} {_name(nodes[arrow.target])} ({passages})"
