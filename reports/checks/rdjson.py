"""The open results of a check in the Reviewdog Diagnostic Format (rdjson); columns count UTF-8 bytes."""

from __future__ import annotations

from typing import Any

from checker.formats import CheckFormat, CheckOptions
from checker.model import Outcome, Place, Result, Severity

from ..json import TOOL_NAME
from ..wording import on_one_line
from ._results import by_place, full_message, outlet
from .json import dump

LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.NOTE: "INFO"}


def write(outcome: Outcome, options: CheckOptions) -> str:
    """Write one DiagnosticResult with a diagnostic for each open result."""
    del options
    return dump({"source": {"name": TOOL_NAME}, "diagnostics": [_state(r) for r in by_place(outcome.open)]}, 2) + "\n"


def _state(result: Result) -> dict[str, Any]:
    return {
        "message": full_message(result),
        "location": _locate(result.place),
        "severity": LEVELS[result.finding.severity],
        "code": {"value": result.finding.rule},
        "related_locations": [
            {"message": f"{outlet(place)}: “{on_one_line(place.clause or place.text)}”", "location": _locate(place)}
            for place in result.related
        ],
    }


def _locate(place: Place) -> dict[str, Any]:
    """The place; the end of a range is exclusive. In a text taken out of another format there is none to point at."""
    if place.extracted:
        return {"path": place.path}
    return {
        "path": place.path,
        "range": {
            "start": {"line": place.line, "column": place.byte_column},
            "end": {"line": place.end_line, "column": place.end_byte_column},
        },
    }


FORMAT = CheckFormat("rdjson", ".rdjson", write, "Reviewdog Diagnostic Format")
