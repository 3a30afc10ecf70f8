"""The outcome of a check in Markdown, for the summary of a job or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterator

from checker.formats import CheckFormat, CheckOptions
from checker.model import InputStatus, Outcome, Result

from ..marking import escape
from ..wording import number_of, printable
from ._results import by_weight, count, describe, full_message, leave_outs, outlet, pick_related

SIGNS = {"error": "❌", "warning": "⚠️", "note": "ℹ️"}

LONGEST = 60_000
"""Characters after which results are only counted: a comment on GitHub holds 65,536."""


def write(outcome: Outcome, options: CheckOptions) -> str:
    """Write a heading with the sum, and an item for each open result, the weightiest first."""
    results = by_weight(outcome.open)
    parts = [f"### Consistency check: {count(results)}", escape(describe(outcome))]
    if options.today:
        parts.append(f"Checked on {options.today.isoformat()}.")
    length = sum(map(len, parts))
    for number, result in enumerate(results):
        item = "\n".join(_item(result))
        length += len(item) + 1
        if length > LONGEST:
            more = number_of(len(results) - number, "more result", "more results")
            parts.append(f"\n{more} left out here.")
            break
        parts.append(item)
    parts += [f"_{escape(sentence)}_" for sentence in leave_outs(outcome)]
    unread = [one for one in outcome.report.inputs if one.status is InputStatus.UNREADABLE]
    if unread:
        parts.append("Not read:\n\n" + "\n".join(f"- {code(one.path)}: {escape(one.reason or '')}" for one in unread))
    return "\n\n".join(parts) + "\n"


def _item(result: Result) -> Iterator[str]:
    finding, place = result.finding, result.place
    where = code(f"{place.path}:{place.line}:{place.column}")
    severity = str(finding.severity)
    message = escape(full_message(result, hint=False))
    yield f"- {SIGNS[severity]} **{severity}** {where} {message} ({code(finding.rule)})"
    yield f"  - here: “{escape(place.clause or place.text)}”"
    related, more = pick_related(result)
    for other in related:
        at = code(f"{other.path}:{other.line}:{other.column}")
        yield f"  - {escape(outlet(other))}: “{escape(other.clause or other.text)}” {at}"
    if more:
        yield f"  - and {more}"
    if result.earlier is not None:
        yield f"  - decided before: {result.earlier.status}, {escape(result.earlier.reason)}"
    if result.hint:
        yield f"  - to clear: {escape(result.hint)}"


def code(text: str) -> str:
    """Text as code; more backticks around it than there are in it."""
    text = printable(" ".join(text.split()))
    fence = "`"
    while fence in text:
        fence += "`"
    return f"{fence} {text} {fence}" if "`" in text else f"`{text}`"


FORMAT = CheckFormat("markdown", ".md", write, "for the summary of a job or a comment on a pull request")
