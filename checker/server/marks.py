"""Results as the protocol has them: ranges in the client's units, diagnostics, and explanations for hovers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from lsprotocol import types

from checker.gate.places import LINE_END
from checker.model import Disposition, Outcome, Place, Result, Severity

SOURCE = "checker"

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.NOTE: types.DiagnosticSeverity.Information,
}

MOST_RELATED = 10
"""Places of others that a diagnostic names; editors list them all beneath it."""


def count_units(text: str, encoding: str) -> int:
    """The length of a text in the units that the client counts characters in: "utf-8", "utf-16" or "utf-32"."""
    if encoding == types.PositionEncodingKind.Utf32.value:
        return len(text)
    bytes_each = 1 if encoding == types.PositionEncodingKind.Utf8.value else 2
    return len(text.encode("utf-8" if bytes_each == 1 else "utf-16-le", errors="surrogatepass")) // bytes_each


def range_of(place: Place, encoding: str) -> types.Range:
    """Where words stand; the start of the file where they are not found in it."""
    if place.extracted:
        return types.Range(types.Position(0, 0), types.Position(0, 0))
    lines = LINE_END.split(place.snippet) or [""]
    return types.Range(
        types.Position(place.line - 1, count_units(lines[0][: place.column - 1], encoding)),
        types.Position(place.end_line - 1, count_units(lines[-1][: place.end_column - 1], encoding)),
    )


def uri_of(place: Place, root: str) -> str | None:
    """The URI of the file that words stand in; None where it is in none."""
    path = Path(root, place.path)
    return path.as_uri() if path.is_file() else None


def diagnose(outcome: Outcome, encoding: str) -> list[types.Diagnostic]:
    """The open results as diagnostics, each with its fingerprint, by which an action finds it again."""
    return [_diagnose(one, outcome.root, encoding) for one in outcome.results if one.disposition is Disposition.OPEN]


def _diagnose(result: Result, root: str, encoding: str) -> types.Diagnostic:
    related = [
        types.DiagnosticRelatedInformation(
            types.Location(uri, range_of(place, encoding)),
            f"{place.source or place.path}: {place.clause or place.text}",
        )
        for place in result.related[:MOST_RELATED]
        if (uri := uri_of(place, root)) is not None
    ]
    return types.Diagnostic(
        range=range_of(result.place, encoding),
        message=result.message or result.finding.message,
        severity=SEVERITIES[result.finding.severity],
        code=result.finding.rule,
        source=SOURCE,
        related_information=related or None,
        data=result.finding.fingerprint,
    )


def explain(results: Sequence[Result]) -> str:
    """What is said of some words, in Markdown: each finding, who says what, why, and what would clear it."""
    return "\n\n---\n\n".join(_explain(result) for result in results)


def _explain(result: Result) -> str:
    finding = result.finding
    said = [f"**{finding.severity}** `{finding.rule}`: {_plain(result.message or finding.message)}"]
    places = [result.place, *result.related]
    words = [f"- {_plain(p.source or p.path)}: “{_plain(p.clause or p.text)}”" for p in places if p.clause or p.text]
    if words:
        said.append("\n".join(words))
    if finding.why.difference:
        said.append(f"Why: {_plain(finding.why.difference)}.")
    if finding.why.link:
        levels = ", ".join(f"{one.called} {one.score:.2f}" for one in finding.why.link if one.score > 0)
        said.append(f"Taken for the same question by: {_plain(levels)}.")
    if result.hint:
        said.append(f"To clear: {_plain(result.hint)}.")
    return "\n\n".join(said)


def _plain(text: str) -> str:
    """Text in which nothing is Markdown: articles are written by others."""
    escaped = "".join(f"\\{one}" if one in "\\`*_{}[]()#+!|<>~" else one for one in text)
    return " ".join(escaped.split())
