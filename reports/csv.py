"""The claims as a table, a row a claim, for a spreadsheet or a data frame."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable

from checker.formats import Format, Options
from checker.model import Report

from .view import View
from .wording import printable

COLUMNS = (
    "id",
    "rule",
    "event",
    "article",
    "outlet",
    "question",
    "type",
    "value",
    "normalized",
    "modality",
    "polarity",
    "speaker",
    "credited_outlet",
    "origin",
    "field",
    "place",
    "start",
    "end",
    "text",
)

# What a spreadsheet would run as a formula ("=HYPERLINK(...)", "@SUM(A1)"), as opposed to a signed number ("-3.5").
FORMULA = re.compile(r"[=@\t\r]|[+-](?![\d.,]+%?\Z)")


def write(report: Report, options: Options) -> str:
    """Write a header and a row for each claim (RFC 4180), by article and position."""
    view = View(report, options)
    event_of = {article: event.id for event in report.events for article in event.articles}
    rank = {article.id: index for index, article in enumerate(report.articles)}
    rows: list[tuple[object, ...]] = [COLUMNS]
    for claim in sorted(report.claims, key=lambda c: (rank.get(c.article, len(rank)), c.field, c.span, c.rule, c.id)):
        rows.append(
            (
                claim.id,
                claim.rule,
                event_of.get(claim.article, ""),
                claim.article,
                view.outlet(claim.article),
                claim.asks,
                claim.value.type,
                claim.value.text,
                claim.value.normalized,
                claim.modality,
                claim.polarity,
                "; ".join(a.speaker for a in claim.attribution if a.speaker),
                "; ".join(a.outlet for a in claim.attribution if a.outlet),
                claim.origin,
                claim.field,
                view.place_of(claim.article, claim.field, claim.span.start),
                claim.span.start,
                claim.span.end,
                claim.text,
            )
        )
    return write_rows(rows)


def write_rows(rows: Iterable[Iterable[object]]) -> str:
    """Write rows as CSV with CRLF line ends; a cell that a spreadsheet would run as a formula is marked as text."""
    out = io.StringIO()
    csv.writer(out).writerows([protect(cell) for cell in row] for row in rows)
    return out.getvalue()


def protect(cell: object) -> object:
    """Put an apostrophe before text that a spreadsheet would take for a formula."""
    if not isinstance(cell, str):
        return cell
    text = printable(str(cell))
    return f"'{text}" if FORMULA.match(text) else text


FORMAT = Format("csv", ".csv", write, "the claims as a table, a row a claim")
