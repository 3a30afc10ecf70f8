"""The outcome of a check as SARIF 2.1.0, for code scanning, editors and dashboards.

A result's location is in the new article; the other sources are related locations, linked from its message.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from checker.formats import CheckFormat, CheckOptions, RulePage
from checker.model import Disposition, InputStatus, Outcome, Place, Result

from ..json import TOOL_NAME
from ..wording import on_one_line
from ._results import full_message, outlet
from .json import dump

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
ROOT = "%SRCROOT%"

LONGEST = 1000
"""Characters of a full description: GitHub takes 1,024."""

# What SARIF reads as an embedded link in a message: "[text](1)" (2.1.0, 3.11.6).
LINK = re.compile(r"([\\\[\]])")

# "## What it finds" and "**bold**" mean nothing in plain text.
MARKS = re.compile(r"^#+ |\*\*|`", re.MULTILINE)


def write(outcome: Outcome, options: CheckOptions) -> str:
    """Write one run with all results, the suppressed ones with their reasons."""
    from checker import __version__

    used = {result.finding.rule: result for result in reversed(outcome.results)}
    pages = {**options.pages}
    for name, result in used.items():
        pages.setdefault(name, RulePage(name, name, "", result.finding.severity))
    rules = {name: number for number, name in enumerate(sorted(pages))}
    silenced = any(result.disposition is not Disposition.OPEN for result in outcome.results)
    known = any(result.disposition is Disposition.KNOWN for result in outcome.results)
    notes = [
        {"level": "error", "message": {"text": f"{i.path}: {i.reason}"}}
        for i in outcome.report.inputs
        if i.status is InputStatus.UNREADABLE
    ]
    run = {
        "tool": {
            "driver": {
                "name": TOOL_NAME,
                "semanticVersion": __version__,
                "rules": [_rule(pages[name]) for name in rules],
            }
        },
        "invocations": [{"executionSuccessful": not notes, **({"toolExecutionNotifications": notes} if notes else {})}],
        "originalUriBaseIds": {ROOT: {"description": {"text": "The folder that the check was run in."}}},
        "columnKind": "unicodeCodePoints",
        "results": [_result(result, rules, silenced=silenced, known=known) for result in outcome.results],
    }
    return dump({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, 2) + "\n"


def _rule(page: RulePage) -> dict[str, Any]:
    paragraphs = [part for part in page.page.split("\n\n")[1:] if not part.startswith("#")]
    full = plain(paragraphs[0] if paragraphs else page.summary)
    return {
        "id": page.id,
        "shortDescription": {"text": end(page.summary)},
        "fullDescription": {"text": end(full[:LONGEST])},
        "help": {"text": plain(page.page) or end(page.summary), "markdown": page.page or end(page.summary)},
        "defaultConfiguration": {"level": str(page.severity)},
        "properties": {"tags": ["consistency"]},
    }


def plain(markdown: str) -> str:
    """Markdown without its marks."""
    return MARKS.sub("", markdown).strip()


def end(text: str) -> str:
    """A sentence on one line, with a full stop."""
    text = on_one_line(text)
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _result(result: Result, rules: Mapping[str, int], *, silenced: bool, known: bool) -> dict[str, Any]:
    finding = result.finding
    record: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": str(finding.severity),
        "message": {"text": _message(result)},
        "locations": [{"physicalLocation": _locate(result.place)}],
        "relatedLocations": [
            {"id": number, "physicalLocation": _locate(place), "message": {"text": _words(place)}}
            for number, place in enumerate(result.related, 1)
        ],
        # GitHub tells alerts apart by the first of these, and adds it by the line's words where it is not there.
        "partialFingerprints": {
            "primaryLocationLineHash": finding.fingerprint,
            "findingFingerprint/v1": finding.fingerprint,
            "questionKey/v1": finding.question_key,
        },
        "rank": round(100 * finding.confidence, 1),
        "properties": {"kind": str(finding.kind), "question": finding.question, "hint": result.hint},
    }
    if silenced:
        record["suppressions"] = _suppressions(result)
    if known:
        record["baselineState"] = "unchanged" if result.disposition is Disposition.KNOWN else "new"
    return record


def _message(result: Result) -> str:
    text = end(escape(full_message(result, hint=False)))
    links = ", ".join(f"[{escape(outlet(place))}]({number})" for number, place in enumerate(result.related, 1))
    clear = f" To clear: {end(escape(result.hint))}" if result.hint else ""
    return f"{text}{f' See {links}.' if links else ''}{clear}"


def _words(place: Place) -> str:
    return escape(f"{outlet(place)}: “{on_one_line(place.clause or place.text)}”")


def escape(text: str) -> str:
    """Text that stands for itself in a message."""
    return LINK.sub(r"\\\1", text)


def _suppressions(result: Result) -> list[dict[str, str]]:
    if result.disposition is Disposition.KNOWN:
        return [{"kind": "external", "status": "accepted", "justification": "known from the baseline"}]
    if result.suppression is None:
        return []
    kind = "inSource" if result.suppression.kind == "in-source" else "external"
    return [{"kind": kind, "status": "accepted", "justification": result.suppression.justification}]


def _locate(place: Place) -> dict[str, Any]:
    """The place. Of a text taken out of another format, lines are not those of the file, and the file is all."""
    relative = not place.uri.startswith("file:")
    location: dict[str, Any] = {
        "artifactLocation": {"uri": place.uri, **({"uriBaseId": ROOT} if relative else {})},
    }
    if not place.extracted:
        location["region"] = {
            "startLine": place.line,
            "startColumn": place.column,
            "endLine": place.end_line,
            "endColumn": place.end_column,
            "snippet": {"text": place.text},
        }
    return location


FORMAT = CheckFormat("sarif", ".sarif", write, "SARIF 2.1.0, for code scanning and editors")
