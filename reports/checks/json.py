"""The outcome of a check as one JSON object."""

from __future__ import annotations

import json
from typing import Any

from checker.formats import CheckFormat, CheckOptions
from checker.model import Outcome

from ..json import LONE_SURROGATE, TOOL_NAME
from ._records import result_record

SCHEMA_VERSION = 1


def write(outcome: Outcome, options: CheckOptions) -> str:
    """Write what was checked, what was found, and what was not shown; options change nothing here."""
    del options
    return dump(to_dict(outcome), indent=2) + "\n"


def to_dict(outcome: Outcome) -> dict[str, Any]:
    """The outcome as plain lists and dictionaries."""
    from checker import __version__

    articles = {article.id: article for article in outcome.report.articles}
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": TOOL_NAME, "version": __version__},
        "inputs": [{"path": i.path, "status": str(i.status), "reason": i.reason} for i in outcome.report.inputs],
        "new": [
            {"id": name, "path": articles[name].path, "source": articles[name].source, "title": articles[name].title}
            for name in outcome.new
        ],
        "compared_with": len(outcome.report.articles) - len(outcome.new),
        "results": [result_record(result) for result in outcome.results],
        "hidden": {str(kind): number for kind, number in outcome.hidden},
        "remarks": list(outcome.remarks),
    }


def dump(values: Any, indent: int | None = None) -> str:
    """JSON with characters as they are, but for halves of surrogate pairs, which UTF-8 cannot hold."""
    text = json.dumps(values, ensure_ascii=False, indent=indent)
    return LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text)


FORMAT = CheckFormat("json", ".json", write, "everything that the check says, for other programs")
