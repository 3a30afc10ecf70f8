"""The matrix for the review: questions by sources, heaviest first, each cell with a sign that reads without colour."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Event, Finding, Question, QuestionStatus

from ..grid import STATUSES, Entry, lay_out_grids
from .desk import Shown

# Rows of one matrix; more are no longer looked over, and those left out are said.
MOST_ROWS = 300

# How an answer stands to the first one, in a cell: agreeing, in conflict, or beside it.
AGREES, DIFFERS, ALONE = "agrees", "differs", "alone"


@dataclass(frozen=True, slots=True)
class Cell:
    """What an article answers: nothing, or values with their letters; ``stance`` is empty for silence."""

    article: str
    entries: tuple[Entry, ...]
    stance: str


@dataclass(frozen=True, slots=True)
class TableRow:
    """A question; ``finding`` is the weightiest one on it."""

    question: Question
    finding: Finding | None
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """The matrix of an event; ``lonely`` counts the questions of one source that are left out, ``rest`` the others."""

    event: Event | None
    articles: tuple[str, ...]
    rows: tuple[TableRow, ...]
    lonely: int
    rest: int


def lay_out_tables(shown: Shown, *, event: str = "", everything: bool = False) -> list[QuestionTable]:
    """A matrix for each event, or for one; rows by the weight of their findings, then by status."""
    findings = _findings_by_claim(shown)
    order = list(STATUSES)
    tables = []
    for grid in lay_out_grids(shown.view):
        if event and (grid.event is None or grid.event.id != event):
            continue
        rows: list[tuple[tuple[int, int], TableRow]] = []
        lonely = 0
        for row in grid.rows:
            if row.question.status is QuestionStatus.SINGLE_SOURCE and not everything:
                lonely += 1
                continue
            position = _find_position(row.question, findings, shown)
            finding = None if position is None else shown.report.findings[position]
            cells = tuple(
                Cell(article, entries, _stance(entries, row.question))
                for article, entries in zip(grid.articles, row.cells, strict=True)
            )
            weight = (len(shown.report.findings) if position is None else position, order.index(row.question.status))
            rows.append((weight, TableRow(row.question, finding, cells)))
        rows.sort(key=lambda pair: pair[0])
        kept = tuple(row for _, row in rows[:MOST_ROWS])
        tables.append(QuestionTable(grid.event, grid.articles, kept, lonely, len(rows) - len(kept)))
    return tables


def _stance(entries: tuple[Entry, ...], question: Question) -> str:
    if not entries:
        return ""
    if question.status is QuestionStatus.SINGLE_SOURCE:
        return ALONE
    return AGREES if question.status is QuestionStatus.CORROBORATED else DIFFERS


def _find_position(question: Question, findings: Mapping[str, list[int]], shown: Shown) -> int | None:
    """The place of the finding that is on a question: the one that asks the same, then the one with most claims of it.

    A claim may be cited by findings on several questions, so the weightiest of those that cite one may be another's.
    """
    cited = Counter(
        place for answer in question.answers for claim in answer.claims for place in findings.get(claim, ())
    )
    label = question.label

    def rank(place: int) -> tuple[bool, int, int]:
        return (shown.report.findings[place].question != label, -cited[place], place)

    return min(cited, key=rank, default=None)


def _findings_by_claim(shown: Shown) -> dict[str, list[int]]:
    """The places of the findings that cite each claim."""
    places: dict[str, list[int]] = {}
    for position, finding in enumerate(shown.report.findings):
        for evidence in finding.evidence:
            claim = shown.view.claim(finding, evidence)
            if claim is not None and position not in places.setdefault(claim.id, []):
                places[claim.id].append(position)
    return places
