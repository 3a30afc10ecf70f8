"""The open results of a check as workflow commands, which GitHub Actions shows at the lines of a pull request.

GitHub takes ten of each level from a step: the weightiest come first, and those beyond are written as plain lines.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from checker.formats import CheckFormat, CheckOptions
from checker.model import Outcome, Result, Severity

from ..wording import on_one_line, printable
from ._results import by_weight, describe, full_message, name_place, outlet, pick_related

LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}

LIMIT = 10
"""Annotations of one level that GitHub shows from one step."""


def write(outcome: Outcome, options: CheckOptions) -> str:
    """Write a command for each open result, as many as are shown, then the others and the sum as plain text."""
    del options
    commands: list[str] = []
    beyond: list[str] = []
    times: Counter[Severity] = Counter()
    for result in by_weight(outcome.open):
        severity = result.finding.severity
        times[severity] += 1
        if times[severity] <= LIMIT:
            commands.append(_command(result))
        else:
            beyond.append(f"{name_place(result.place)}: {severity}[{result.finding.rule}] {full_message(result)}")
    return "".join(f"{line}\n" for line in (*commands, *beyond, describe(outcome)))


def _command(result: Result) -> str:
    place = result.place
    where = [("file", place.path)]
    if not place.extracted:
        where += [("line", str(place.line)), ("endLine", str(place.end_line))]
        if place.line == place.end_line:  # columns are taken on one line alone
            where += [("col", str(place.column)), ("endColumn", str(place.end_column))]
    where.append(("title", f"{result.finding.kind}: {result.finding.rule}"))
    properties = ",".join(f"{name}={escape_property(value)}" for name, value in where)
    message = "\n".join(_lines(result))
    return f"::{LEVELS[result.finding.severity]} {properties}::{escape_data(message)}"


def _lines(result: Result) -> Iterator[str]:
    yield full_message(result, hint=False)
    related, more = pick_related(result)
    for place in related:
        yield f"{outlet(place)}, {name_place(place)}: “{on_one_line(place.clause or place.text)}”"
    if more:
        yield f"and {more}"
    if result.hint:
        yield f"To clear: {on_one_line(result.hint)}"


def escape_data(text: str) -> str:
    """A message as the runner takes it: percent signs and line ends in percent codes."""
    return printable(text).replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def escape_property(text: str) -> str:
    """A property as the runner takes it: colons and commas too."""
    return escape_data(text).replace(":", "%3A").replace(",", "%2C")


FORMAT = CheckFormat("github", ".txt", write, "workflow commands of GitHub Actions")
