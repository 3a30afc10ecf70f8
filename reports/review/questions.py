"""One disagreement, with all that an editor needs to decide it: answers, wordings, time line, origins, reasons."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from checker.model import Evidence, Finding, Kind, Ledger, Question, ValueType

from ..page import Card, say_published
from ..view import View
from ..wording import on_one_line
from .desk import Shown
from .wordings import Run, compare_wordings

# Wordings that are set against each other pair by pair; more pairs than these are no longer read.
MOST_PAIRS = 3


@dataclass(frozen=True, slots=True)
class Wordings:
    """Two wordings of one saying, cut where they part; each with its letter and outlet."""

    one: tuple[Run, ...]
    other: tuple[Run, ...]
    one_name: str
    other_name: str


@dataclass(frozen=True, slots=True)
class Moment:
    """An article on the time line of a question, and what it answered: ``letter`` is its answer's."""

    published: str
    outlet: str
    letter: str
    colour: int
    value: str


@dataclass(frozen=True, slots=True)
class Behind:
    """Who is behind the answers: how many outlets, how many origins, and what was counted once and why."""

    ledger: Ledger
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """The values that were compared: what stands in the words, what it was read as, and where."""

    letter: str
    outlet: str
    text: str
    value: str
    type: str


@dataclass(frozen=True, slots=True)
class Case:
    """A finding laid out for its page."""

    card: Card
    question: Question | None
    wordings: tuple[Wordings, ...]
    moments: tuple[Moment, ...]
    behind: Behind | None
    steps: tuple[Step, ...]
    articles: tuple[str, ...]


def open_case(shown: Shown, finding: Finding) -> Case:
    """Lay out a finding."""
    card = shown.page.card(finding)
    question = shown.question(finding)
    return Case(
        card=card,
        question=question,
        wordings=tuple(_pair_wordings(shown, finding, card)),
        moments=tuple(_line_up(shown, finding, card)),
        behind=_look_behind(shown, question),
        steps=tuple(_steps(shown, finding, card)),
        articles=tuple(dict.fromkeys(e.article for e in finding.evidence if e.article in shown.view.articles)),
    )


def _pair_wordings(shown: Shown, finding: Finding, card: Card) -> list[Wordings]:
    """The first words of each answer set against those of the first answer, where the answers are wordings."""
    firsts = [answer.side.citations[0] for answer in card.answers if answer.side.citations]
    if len(firsts) < 2 or not any(_is_wording(shown.view, finding, c.evidence) for c in firsts):
        return []
    found = []
    for other in firsts[1 : MOST_PAIRS + 1]:
        runs = compare_wordings(firsts[0].evidence.text, other.evidence.text)
        if runs is not None:
            names = [f"{c.side} {c.outlet}" for c in (firsts[0], other)]
            found.append(Wordings(runs[0], runs[1], names[0], names[1]))
    return found


def _is_wording(view: View, finding: Finding, evidence: Evidence) -> bool:
    claim = view.claim(finding, evidence)
    return claim is not None and claim.value.type in (ValueType.QUOTE, ValueType.TEXT)


def _line_up(shown: Shown, finding: Finding, card: Card) -> list[Moment]:
    """The answers in the order in which they were published, where that says something: of updates and conflicts."""
    if finding.kind not in (Kind.UPDATE, Kind.CONTRADICTION):
        return []
    dated: list[tuple[str, Moment]] = []
    for answer in card.answers:
        for citation in answer.side.citations:
            article = shown.view.articles.get(citation.evidence.article)
            if article is None or article.published is None:
                return []  # a line that leaves some out would mislead
            value = answer.side.value or on_one_line(citation.evidence.text)
            moment = Moment(say_published(article), citation.outlet, answer.side.letter, answer.colour, value)
            dated.append((_sortable(article.published), moment))
    if len({when for when, _ in dated}) < 2:
        return []
    return [moment for _, moment in sorted(dated, key=lambda pair: pair[0])]


def _sortable(published: object) -> str:
    """A moment of publication in an order that dates and times share; times count in UTC where a zone is known."""
    if isinstance(published, datetime):
        offset = published.utcoffset()
        return (published.replace(tzinfo=None) - offset if offset else published.replace(tzinfo=None)).isoformat()
    return published.isoformat() if isinstance(published, date) else ""


def _look_behind(shown: Shown, question: Question | None) -> Behind | None:
    if question is None or question.ledger is None:
        return None
    nodes = {node.id: node for source in shown.report.sources for node in source.graph.nodes}
    names = (on_one_line(nodes[one].name) if one in nodes else on_one_line(one) for one in question.ledger.sources)
    return Behind(question.ledger, tuple(dict.fromkeys(names)))


def _steps(shown: Shown, finding: Finding, card: Card) -> list[Step]:
    steps = []
    for answer in card.answers:
        for citation in answer.side.citations:
            claim = shown.view.claim(finding, citation.evidence)
            steps.append(
                Step(
                    letter=answer.side.letter,
                    outlet=citation.outlet,
                    text=on_one_line(citation.evidence.text),
                    value=on_one_line(citation.evidence.value),
                    type=claim.value.type.value if claim else "",
                )
            )
    return steps
