"""The matrix of questions and articles: who answers what, and how the answers stand to each other."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Claim, Event, Question, QuestionStatus

from .spoken import say_claim
from .view import View, side_letter


@dataclass(frozen=True, slots=True)
class StatusWords:
    """How a status is shown: a sign that reads without colour, a label, and what it means."""

    sign: str
    label: str
    meaning: str


# In the order in which a matrix shows them.
STATUSES: Mapping[QuestionStatus, StatusWords] = {
    QuestionStatus.CONFLICT: StatusWords("≠", "contested", "answers that cannot all be true"),
    QuestionStatus.FRAMING: StatusWords("≈", "framing", "compatible answers that a reader takes differently"),
    QuestionStatus.UPDATE: StatusWords("→", "superseded", "a later article knows more"),
    QuestionStatus.CORROBORATED: StatusWords("=", "corroborated", "independent origins give the same answer"),
    QuestionStatus.SINGLE_SOURCE: StatusWords("1", "single origin", "one independent origin alone answers"),
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One answer that an article gives; ``letter`` is the same for the same answer, empty where there is only one."""

    letter: str
    value: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Row:
    """One question, with what each article of its event answers; an article that does not answer has no entries."""

    question: Question
    cells: tuple[tuple[Entry, ...], ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The matrix of one event: a column an article, a row a question, rows by status."""

    event: Event | None
    articles: tuple[str, ...]
    rows: tuple[Row, ...]


def lay_out_grids(view: View) -> tuple[Grid, ...]:
    """Lay out a matrix for each event that has questions, in the order of the events."""
    by_event: dict[str, list[Question]] = {}
    for question in view.report.questions:
        by_event.setdefault(question.event if question.event in view.events else "", []).append(question)
    grids = []
    for key in (*view.events, ""):
        if key not in by_event:
            continue
        event = view.events.get(key)
        articles = tuple(a for a in event.articles if a in view.articles) if event else tuple(view.articles)
        order = list(STATUSES)
        questions = sorted(by_event[key], key=lambda q: order.index(q.status))
        grids.append(Grid(event, articles, tuple(lay_out_row(view, q, articles) for q in questions)))
    return tuple(grids)


def lay_out_row(view: View, question: Question, articles: tuple[str, ...]) -> Row:
    """Sort the answers to a question into the columns of the articles that give them."""
    cells: dict[str, list[Entry]] = {article: [] for article in articles}
    for index, answer in enumerate(question.answers):
        letter = side_letter(index) if len(question.answers) > 1 else ""
        for claim in (view.claims[c] for c in answer.claims if c in view.claims):
            if claim.article in cells and not any(e.letter == letter for e in cells[claim.article]):
                cells[claim.article].append(Entry(letter, say_claim(claim), claim))
    return Row(question, tuple(tuple(entries) for entries in cells.values()))
