"""The HTML page before it is rendered: cards, quotations in their context, article sheets, and how they link."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from checker.model import Article, Evidence, Finding, Question, Span

from .drawing import Drawing, draw_report
from .grid import Entry, Grid, Row, lay_out_grids
from .highlight import Highlight, Piece, cut
from .panel import Panel, open_panels
from .pulls import Pull, pull_origins
from .standings import (
    Stand,
    Standing,
    count_unshown,
    find_stand,
    find_standing,
    index_standings,
    is_shared,
    stand_questions,
)
from .view import Citation, Side, View, find_context
from .wording import printable

# How many colours there are for the answers of a question; letters tell them apart as well.
SIDE_COLOURS = 6

# Everything but what may stand in an identifier and a fragment of a link: "K 1" becomes "K-1".
NOT_IN_ANCHOR = re.compile(r"[^A-Za-z0-9_-]+")

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A citation with the paragraph around it.

    In order: ``before``, then the words cited as ``lead``, ``value`` and ``tail``, then ``after``.
    """

    citation: Citation
    before: str
    lead: str
    value: str
    tail: str
    after: str
    link: str
    published: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One of the answers of a finding; ``colour`` counts from one, ``stand`` says how the answer stands."""

    side: Side
    colour: int
    quotations: tuple[Quotation, ...]
    stand: Stand | None = None


@dataclass(frozen=True, slots=True)
class Card:
    """A finding, ready to be shown."""

    finding: Finding
    anchor: str
    event: str
    answers: tuple[Answer, ...]
    origins: tuple[str, ...]
    standing: Standing | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """An article with its highlights."""

    article: Article
    anchor: str
    outlet: str
    published: str
    show_title: bool
    title: tuple[Piece, ...]
    text: tuple[Piece, ...]


class Page:
    """The parts of the page and the anchors that connect them; anchors are unique and depend on the report alone."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.grids: tuple[Grid, ...] = lay_out_grids(view)
        self.standings: tuple[Standing, ...] = stand_questions(view)
        self.panels: tuple[Panel, ...] = open_panels(view, self.standings)
        self.pulls: tuple[Pull, ...] = pull_origins(view)
        self.drawing: Drawing | None = draw_report(view) if len(self.panels) > 1 else None
        self._standing_of = index_standings(self.standings)
        self._articles = {id_: f"a{index}" for index, id_ in enumerate(view.articles, 1)}
        self.anchors = name_anchors(view.report.findings)
        self._by_claim: dict[str, Finding] = {}
        for finding in reversed(view.report.findings):
            for evidence in finding.evidence:
                if claim := view.claim(finding, evidence):
                    self._by_claim[claim.id] = finding

    def article_anchor(self, article: str) -> str:
        """Name the anchor of an article; empty for one that the report does not hold."""
        return self._articles.get(article, "")

    def words_anchor(self, article: str, field: str, start: int) -> str:
        """Name the anchor of words that start at an offset of an article's text or title."""
        return f"{self.article_anchor(article)}-{'t' if field == 'title' else ''}{start}"

    def entry_anchor(self, entry: Entry) -> str:
        """Name the anchor of the words behind an answer in the matrix."""
        return self.words_anchor(entry.claim.article, entry.claim.field, entry.claim.span.start)

    def entry_colour(self, entry: Entry) -> int:
        """Number the colour of an answer in the matrix; zero for the only answer to a question."""
        return (ord(entry.letter[-1]) - ord("A")) % SIDE_COLOURS + 1 if entry.letter else 0

    def row_finding(self, row: Row) -> Finding | None:
        """Find the weightiest finding that rests on the claims of a question."""
        found = [self._by_claim[c] for a in row.question.answers for c in a.claims if c in self._by_claim]
        order = {id(f): index for index, f in enumerate(self.view.report.findings)}
        return min(found, key=lambda f: order[id(f)], default=None)

    @property
    def shared_standings(self) -> tuple[Standing, ...]:
        """The questions that several origins have to do with; the others stand with their single-source notes."""
        return tuple(standing for standing in self.standings if is_shared(standing))

    def is_shown(self, standing: Standing) -> bool:
        """Whether a question has a place of its own on the page."""
        return is_shared(standing)

    def shows(self, question: Question) -> bool:
        """Whether a question, by itself, has a place of its own on the page."""
        return any(standing.question.id == question.id for standing in self.shared_standings)

    @property
    def hidden(self) -> str:
        """How many questions have no place on the page, by how they stand."""
        counts = count_unshown(self.view, self.standings)
        return ", ".join(f"{count} {footing}" for footing, count in counts.items())

    def standing(self, finding: Finding) -> Standing | None:
        """The question that a finding is about, where the page shows how it stands."""
        return find_standing(finding, self.view, self._standing_of)

    def row_standing(self, row: Row) -> Standing | None:
        """How the question of a row of the matrix stands."""
        return next(
            (self._standing_of[c] for a in row.question.answers for c in a.claims if c in self._standing_of), None
        )

    def side_stand(self, finding: Finding, side: Side) -> Stand | None:
        """How one of the answers of a finding stands."""
        claims = (self.view.claim(finding, citation.evidence) for citation in side.citations)
        return next(
            (find_stand(self._standing_of[c.id], c.id) for c in claims if c and c.id in self._standing_of), None
        )

    def card(self, finding: Finding) -> Card:
        """Prepare a finding."""
        event = self.view.events.get(finding.event) if len(self.view.events) > 1 else None
        return Card(
            finding=finding,
            anchor=self.anchors[finding.id],
            event=event.label if event else "",
            answers=tuple(
                Answer(
                    side,
                    index % SIDE_COLOURS + 1,
                    tuple(self.quotation(c) for c in side.citations),
                    self.side_stand(finding, side),
                )
                for index, side in enumerate(self.view.sides(finding))
            ),
            origins=tuple(self.view.origin(o) for o in finding.origins),
            standing=self.standing(finding),
        )

    def by_outlet(self, cards: list[Card]) -> list[tuple[str, list[Card]]]:
        """Group single-source claims by the outlet that carries them."""
        groups: dict[str, list[Card]] = {}
        for card in cards:
            outlet = self.view.outlet(card.finding.evidence[0].article) if card.finding.evidence else "No words cited"
            groups.setdefault(outlet, []).append(card)
        return list(groups.items())

    def single_origins(self, card: Card) -> str:
        """Say whom a single-source claim credits, beyond its own outlet."""
        if not card.finding.evidence:
            return ""
        return "; ".join(self.view.other_origins(card.finding.origins, card.finding.evidence[0].article))

    def quotation(self, citation: Citation) -> Quotation:
        """Take the paragraph around the words from the article; the words alone where the article is not at hand."""
        evidence = citation.evidence
        article = self.view.articles.get(evidence.article)
        text = field_text(article, evidence)
        before = after = ""
        if text[evidence.start : evidence.end] == evidence.text:
            around = find_context(text, Span(evidence.start, evidence.end))
            before = ("… " if around.cut_before else "") + text[around.start : evidence.start]
            after = text[evidence.end : around.end] + (" …" if around.cut_after else "")
        words = evidence.text
        return Quotation(
            citation=citation,
            before=before,
            lead=words[: citation.start],
            value=words[citation.start : citation.end],
            tail=words[citation.end :],
            after=after,
            link=self.words_anchor(evidence.article, evidence.field, evidence.start) if article else "",
            published=say_published(article),
        )

    def sheets(self) -> tuple[Sheet, ...]:
        """Prepare the articles, with every cited span and every answer of the matrix highlighted."""
        spans: dict[tuple[str, str], list[Highlight]] = {}
        for finding in self.view.report.findings:
            for evidence in finding.evidence:
                highlight = Highlight(Span(evidence.start, evidence.end), finding.id, finding.kind)
                spans.setdefault((evidence.article, evidence.field), []).append(highlight)
        for source in self.view.report.sources:
            checks = [e for c in source.checklists for i in c.indicators for e in i.evidence]
            for one in (*checks, *(e for edge in source.graph.edges for e in edge.evidence)):
                spans.setdefault((one.article, one.field), []).append(Highlight(Span(one.start, one.end)))
        for standing in self.standings:
            for one in (e for merge in standing.merges for e in merge.evidence):
                spans.setdefault((one.article, one.field), []).append(Highlight(Span(one.start, one.end)))
        for grid in self.grids:
            for row in grid.rows:
                for entry in (e for cell in row.cells for e in cell):
                    spans.setdefault((entry.claim.article, entry.claim.field), []).append(Highlight(entry.claim.span))
        return tuple(
            Sheet(
                article=article,
                anchor=self.article_anchor(article.id),
                outlet=self.view.outlet(article.id),
                published=say_published(article),
                show_title=(article.id, "title") in spans or not starts_with_title(article),
                title=cut(printable(article.title or ""), spans.get((article.id, "title"), ())),
                text=cut(printable(article.text), spans.get((article.id, "text"), ())),
            )
            for article in self.view.articles.values()
        )


def name_anchors(findings: tuple[Finding, ...]) -> Mapping[str, str]:
    """Give each finding an anchor that is fit for a link and unique on the page."""
    anchors: dict[str, str] = {}
    for index, finding in enumerate(findings, 1):
        anchor = f"f-{NOT_IN_ANCHOR.sub('-', finding.id)}"
        anchors[finding.id] = anchor if anchor not in anchors.values() else f"{anchor}--{index}"
    return anchors


def starts_with_title(article: Article) -> bool:
    """Whether the headline need not be shown, as the text starts with it or there is none."""
    return article.text.lstrip().startswith((article.title or "").strip())


def field_text(article: Article | None, evidence: Evidence) -> str:
    """Give the text that the offsets of an evidence count in."""
    if article is None:
        return ""
    return (article.title or "") if evidence.field == "title" else article.text


def say_published(article: Article | None) -> str:
    """Say when an article was published, in its own zone: "14 May 2031, 18:30 (UTC+02:00)"; empty where not known."""
    if article is None or not isinstance(article.published, date):
        return ""
    day = article.published
    said = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    if isinstance(day, datetime):
        said += f", {day:%H:%M}"
        if day.tzinfo is not None:
            said += f" ({'UTC' if not day.utcoffset() else day.tzname()})"
    return said
