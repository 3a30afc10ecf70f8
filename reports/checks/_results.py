"""What the formats of a check share: results in order, names of kinds, counts in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from checker.model import Disposition, Kind, Outcome, Place, Result, Severity

from ..wording import join, name_kind, number_of, on_one_line, printable

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The worst first."""


def by_place(results: Iterable[Result]) -> list[Result]:
    """Results in the order in which one reads the files: by path, line and column, the worst first."""
    return sorted(
        results,
        key=lambda r: (r.place.path, r.place.line, r.place.column, SEVERITIES.index(r.finding.severity)),
    )


def by_weight(results: Iterable[Result]) -> list[Result]:
    """Results, the most severe first, otherwise in the order of the report."""
    return sorted(results, key=lambda r: SEVERITIES.index(r.finding.severity))


def with_disposition(outcome: Outcome, disposition: Disposition) -> list[Result]:
    """The results that have been disposed of in that way."""
    return [result for result in outcome.results if result.disposition is disposition]


def name_place(place: Place) -> str:
    """``path:line:column``, with nothing in it that a terminal would obey."""
    return printable(on_one_line(f"{place.path}:{place.line}:{place.column}"))


def outlet(place: Place) -> str:
    """The outlet of a place, or its file where none is known."""
    return on_one_line(place.source) or on_one_line(place.path)


def describe(outcome: Outcome) -> str:
    """The outcome in a line: what was checked, against what, and what was found."""
    checked = number_of(len(outcome.new), "new article", "new articles")
    others = len(outcome.report.articles) - len(outcome.new)
    against = f", {number_of(others, 'article', 'articles')} on the same events in the archive" if others else ""
    return f"{checked} checked{against}: {count(outcome.open)}."


def count(results: Sequence[Result]) -> str:
    """How many of each kind: "2 contradictions and 1 framing difference"."""
    kinds = Counter(result.finding.kind for result in results)
    return join([name_kind(kind, kinds[kind]) for kind in Kind if kinds[kind]]) if kinds else "nothing found"


def leave_outs(outcome: Outcome) -> list[str]:
    """What is not shown, a sentence each."""
    said = []
    known = with_disposition(outcome, Disposition.KNOWN)
    suppressed = with_disposition(outcome, Disposition.SUPPRESSED)
    if suppressed:
        said.append(f"{number_of(len(suppressed), 'result', 'results')} suppressed.")
    if known:
        said.append(f"{number_of(len(known), 'result', 'results')} known from the baseline.")
    if outcome.hidden:
        said.append(f"Not shown: {join([name_kind(kind, n) for kind, n in outcome.hidden])} (--show note).")
    return said


def full_message(result: Result, *, hint: bool = True) -> str:
    """The message as it stands alone, with what would clear it where that is wanted."""
    message = on_one_line(result.message or result.finding.message)
    if result.earlier is not None:
        message += f" [decided before: {result.earlier.status}, {on_one_line(result.earlier.reason)}]"
    return f"{message}. To clear: {on_one_line(result.hint)}" if hint and result.hint else message
