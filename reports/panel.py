"""The source panel: for each outlet its letter with reasons, the numbers of its answers, and its articles' dossiers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Credibility, Reliability, Source, SourceGrade

from .dossier import Dossier, open_dossiers
from .grades import CREDIBILITY, RELIABILITY
from .standings import Stand, Standing, is_shared
from .view import View
from .wording import number_of, on_one_line


@dataclass(frozen=True, slots=True)
class Given:
    """An answer that an outlet gives: the question, the answer, and letter and number side by side ("C2")."""

    standing: Standing
    stand: Stand
    code: str


@dataclass(frozen=True, slots=True)
class Panel:
    """An outlet as it is shown; ``letter`` is empty where it has none."""

    source: Source
    name: str
    letter: str
    label: str
    reasons: tuple[str, ...]
    tally: tuple[tuple[Credibility, int], ...]
    given: tuple[Given, ...]
    dossiers: tuple[Dossier, ...]

    @property
    def notes(self) -> tuple[str, ...]:
        """On whom it rests for what it says."""
        return tuple(on_one_line(note) for note in self.source.notes)

    @property
    def says_more(self) -> bool:
        """Whether there is more to show of it than its name and its notes."""
        return bool(self.letter or self.dossiers)

    def numbers(self) -> str:
        """How many of its answers have each number: "12 × 1 confirmed by other origins; 3 × 2 probable"."""
        parts = (f"{count} × {code} {CREDIBILITY[code].label}" for code, count in self.tally)
        return "; ".join(parts)

    def answers(self) -> str:
        """How many answers it gives."""
        return number_of(sum(count for _, count in self.tally), "answer", "answers")


def open_panels(view: View, standings: tuple[Standing, ...]) -> tuple[Panel, ...]:
    """The panels of a report's outlets, in their order. ``standings`` are the questions that are shown."""
    dossiers: dict[str, list[Dossier]] = {}
    owner = {article: source.name for source in view.report.sources for article in source.articles}
    for dossier in open_dossiers(view):
        dossiers.setdefault(owner.get(dossier.article, ""), []).append(dossier)
    return tuple(
        open_panel(source, view, standings, tuple(dossiers.get(source.name, ()))) for source in view.report.sources
    )


def open_panel(source: Source, view: View, standings: tuple[Standing, ...], dossiers: tuple[Dossier, ...]) -> Panel:
    """Prepare one outlet."""
    letter, label, reasons = say_letter(source.grade)
    articles = set(source.articles)
    given = tuple(
        Given(standing, stand, f"{letter}{stand.code}")
        for standing in standings
        if is_shared(standing)
        for stand, answer in zip(standing.stands, standing.question.answers, strict=True)
        if any(view.claims[c].article in articles for c in answer.claims if c in view.claims)
    )
    name = view.outlet(source.articles[0]) if len(source.articles) == 1 else on_one_line(source.name)
    return Panel(source, name, letter, label, reasons, _tally(view, articles), given, dossiers)


def say_letter(grade: SourceGrade | None) -> tuple[str, str, tuple[str, ...]]:
    """A letter, its word, and its reasons; all empty without one."""
    if grade is None:
        return "", "", ()
    return str(grade.code), RELIABILITY[grade.code].label, tuple(on_one_line(r) for r in grade.reasons)


def _tally(view: View, articles: set[str]) -> tuple[tuple[Credibility, int], ...]:
    """How many answers of some articles have each number, the best number first."""
    counts: Mapping[Credibility, int] = Counter(
        answer.grade.code
        for question in view.report.questions
        for answer in question.answers
        if answer.grade is not None
        and any(view.claims[c].article in articles for c in answer.claims if c in view.claims)
    )
    return tuple((code, counts[code]) for code in Credibility if counts.get(code))


def explain_code() -> tuple[tuple[str, str, str], ...]:
    """Every letter and number with its word and its rule, for a key."""
    letters = ((str(code), RELIABILITY[code].label, RELIABILITY[code].meaning) for code in Reliability)
    numbers = ((str(code), CREDIBILITY[code].label, CREDIBILITY[code].meaning) for code in Credibility)
    return (*letters, *numbers)
