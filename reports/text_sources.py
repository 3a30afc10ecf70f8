"""The parts of the terminal report on sources, kept short: corroborated answers a line each, and a panel an outlet."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Footing

from .dossier import Dossier
from .grades import FOOTINGS
from .panel import Panel, open_panels
from .paper import Paper
from .pulls import pull_origins
from .standings import Standing, is_shared
from .view import View
from .wording import as_sentence, number_of, on_one_line, shorten

ORIGINS = 5
"""Origins that are listed at most with what hangs on them."""

ANSWER = 60
"""Characters of an answer that are shown in its line."""


def say_numbers(standing: Standing) -> str:
    """The numbers of a question's answers: "A 3 possible, B 5 improbable"."""
    return ", ".join(f"{s.letter} {s.code} {s.label}".strip() for s in standing.stands if s.code)


def write_standings(view: View, paper: Paper, standings: tuple[Standing, ...]) -> Iterator[str]:
    """List the corroborated answers, a line each, and what hangs on the origins on which most hangs."""
    shown = [s for s in standings if s.footing is Footing.CORROBORATED and is_shared(s)]
    if shown:
        yield from ("", "")
        yield paper.paint(f"CORROBORATED ({len(shown)})", "strong")
        yield from paper.wrap(f"{as_sentence(FOOTINGS[Footing.CORROBORATED].meaning)}.", 0, "quiet")
        yield ""
    for standing in shown:
        lead = standing.lead
        if lead is not None:
            origins = number_of(len(lead.origins), "origin", "origins")
            text = f"{lead.code}  {as_sentence(standing.question.label)} {shorten(lead.value, ANSWER)} ({origins})"
            yield from paper.wrap(text, 2, hanging=3)
    pulls = [pull for pull in pull_origins(view) if pull.questions]
    if pulls:
        yield ""
        yield from paper.wrap("If one origin is left out:", 2, "quiet")
    for pull in pulls[:ORIGINS]:
        yield from paper.wrap(f"without {pull.origin}: {'; '.join(pull.lines)}", 4, "quiet", hanging=2)


def write_sources(view: View, paper: Paper, standings: tuple[Standing, ...]) -> Iterator[str]:
    """List each outlet: its letter with reasons, the numbers of its answers, and what its pages show."""
    panels = [panel for panel in open_panels(view, standings) if panel.says_more]
    if not panels:
        return
    yield from ("", "")
    yield paper.paint(f"SOURCES ({len(panels)})", "strong")
    text = "How each outlet's answers went with those of others, whom it has things from, and what its pages show."
    yield from paper.wrap(text, 0, "quiet")
    for panel in panels:
        yield ""
        yield from write_panel(panel, view, paper)


def write_panel(panel: Panel, view: View, paper: Paper) -> Iterator[str]:
    """Lay out one outlet."""
    yield from paper.wrap(panel.name, 2, "strong")
    if panel.letter:
        text = f"{'grade':9} {panel.letter} {panel.label}: {'; '.join(panel.reasons)}"
        yield from paper.wrap(text, 4, hanging=10)
    if panel.tally:
        yield from paper.wrap(f"{'answers':9} {panel.numbers()}", 4, hanging=10)
    for name in panel.notes:
        yield from paper.wrap(f"{'note':9} {name}", 4, hanging=10)
    for dossier in panel.dossiers:
        if len(panel.dossiers) > 1:
            yield from paper.wrap(dossier.outlet, 4, "quiet")
        yield from write_dossier(dossier, view, paper)


def write_dossier(dossier: Dossier, view: View, paper: Paper) -> Iterator[str]:
    """Lay out what one article's page has and lacks, and whom it has things from."""
    for name, text in (("has", dossier.has()), ("lacks", dossier.lacks())):
        if text:
            yield from paper.wrap(f"{name:9} {text}", 4, hanging=10)
    for check in dossier.concerns():
        where = f"  {paper.paint(view.place(check.evidence[0]), 'quiet')}" if check.evidence else ""
        text = f"{'look at':9} {check.label}: {on_one_line(check.detail)}"
        lines = list(paper.wrap(text, 4, hanging=10))
        if len(lines[-1]) + len(where) <= paper.width + (
            len(where) - len(view.place(check.evidence[0])) if where else 0
        ):
            lines[-1] += where
        yield from lines
    for line in dossier.reprints:
        yield from paper.wrap(f"{'has text':9} {line}", 4, hanging=10)
    for number, cited in enumerate(dossier.cited):
        yield from paper.wrap(f"{'' if number else 'cites':9} {cited.line()}", 4, hanging=12)
