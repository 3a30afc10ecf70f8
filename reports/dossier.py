"""The source panel as every format shows it: for each article what its page has and lacks, and whom it has things from.

No line here is a grade; each says what was seen, and leads to the words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import Article, Evidence, Graph, Indicator, Link, Node, NodeKind, Source, Standing, State

from .view import View
from .wording import number_of, on_one_line

# Sources that are listed for an article at most, the most cited first.
MOST = 8

SIGNS = {State.FOUND: "✓", State.MISSING: "–", State.NONE: "·", State.CONCERN: "!", State.NOT_ASSESSABLE: "?"}

STATES = {
    State.FOUND: "found",
    State.MISSING: "missing",
    State.NONE: "none",
    State.CONCERN: "look at this",
    State.NOT_ASSESSABLE: "not assessable",
}


@dataclass(frozen=True, slots=True)
class Cited:
    """A source that an article has things from, in a line: ``credit`` is where it comes through another outlet."""

    name: str
    what: str
    passages: int
    credit: str
    evidence: tuple[Evidence, ...]

    def line(self) -> str:
        """The source in words: "Ada Reed (named, official; 3 passages, through Reuters)"."""
        through = f", {self.credit}" if self.credit else ""
        return f"{self.name} ({self.what}; {number_of(self.passages, 'passage', 'passages')}{through})"


@dataclass(frozen=True, slots=True)
class Dossier:
    """What is shown of one article's sourcing."""

    article: str
    outlet: str
    checks: tuple[Indicator, ...]
    cited: tuple[Cited, ...]
    reprints: tuple[str, ...]

    def having(self, state: State) -> tuple[Indicator, ...]:
        """The lines of the checklist in one state."""
        return tuple(check for check in self.checks if check.state is state)

    def concerns(self) -> tuple[Indicator, ...]:
        """The lines of the checklist that an editor should look at."""
        return self.having(State.CONCERN)

    def lacks(self) -> str:
        """What the page does not have, on one line."""
        return ", ".join(dict.fromkeys(check.label for check in self.having(State.MISSING)))

    def has(self) -> str:
        """What the page has, on one line, with what it says."""
        return "; ".join(
            f"{check.label}: {on_one_line(check.detail)}" if check.detail else check.label
            for check in self.having(State.FOUND)
        )


def open_dossiers(view: View) -> tuple[Dossier, ...]:
    """The dossiers of a report's articles, in the order of its sources."""
    return tuple(
        Dossier(
            checklist.article,
            view.outlet(checklist.article),
            checklist.indicators,
            tuple(_list_cited(source.graph, checklist.article)),
            tuple(_list_reprints(source, checklist.article, view)),
        )
        for source in view.report.sources
        for checklist in source.checklists
    )


def _list_cited(graph: Graph, article: str) -> Iterator[Cited]:
    """The people, bodies, documents and outlets that an article cites, the most cited first."""
    nodes = {node.id: node for node in graph.nodes}
    passages: dict[str, int] = {}
    through: dict[str, list[str]] = {}
    words: dict[str, list[Evidence]] = {}
    for edge in graph.edges:
        if edge.link not in (Link.QUOTES, Link.CITES, Link.CREDITS):
            continue
        own = [e for e in edge.evidence if e.article == article]
        if not own:
            continue
        passages[edge.target] = passages.get(edge.target, 0) + edge.passages
        words.setdefault(edge.target, []).extend(own)
        giver = nodes[edge.source]
        if giver.kind is NodeKind.OUTLET:
            through.setdefault(edge.target, []).append(giver.name)
    ranked = sorted(passages, key=lambda key: (nodes[key].kind is NodeKind.OUTLET, -passages[key], key))
    for key in ranked[:MOST]:
        node = nodes[key]
        credit = f"through {', '.join(dict.fromkeys(through[key]))}" if key in through else ""
        name = on_one_line(node.name) if node.named else f"“{on_one_line(node.name)}”"
        yield Cited(name, say_kind(node), passages[key], credit, tuple(words[key]))


def say_kind(node: Node) -> str:
    """What a source is: "named, official", "unnamed document", "outlet"."""
    if node.kind is NodeKind.OUTLET:
        return "outlet"
    named = "named" if node.named else "unnamed"
    if node.kind is NodeKind.DOCUMENT:
        return f"{named} document"
    return f"{named}, {node.standing.value}" if node.standing is not Standing.OTHER else named


def _list_reprints(source: Source, article: str, view: View) -> Iterator[str]:
    """What of an article stands in another, in words."""
    names = {f"article:{one.id}": view.outlet(one.id) for one in view.articles.values()}
    nodes = {node.id: node for node in source.graph.nodes}
    for edge in source.graph.edges:
        if edge.source != f"article:{article}":
            continue
        name = names.get(edge.target, on_one_line(nodes[edge.target].name))
        number = number_of(edge.passages, "passage", "passages")
        if edge.link is Link.REPRINTS:
            yield f"all of it is credited to {name}"
        elif edge.link is Link.COPIES:
            yield f"{number} nearly word for word as in {name}: {on_one_line(edge.reason)}"
        elif edge.link is Link.PARAPHRASES:
            yield f"{number} told as in {name}, in other words (not merged): {on_one_line(edge.reason)}"


def say_article(article: Article | None) -> str:
    """The headline of an article, where it has one."""
    return on_one_line(article.title or "") if article is not None else ""


def name_remark(rule: str) -> str:
    """A kind of note on credibility in words: "one human source"."""
    return on_one_line(rule.replace("_", " "))
