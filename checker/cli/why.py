"""``checker why``: one finding of a JSON report, with the words, the values read from them, and what decided."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from checker.cli.console import TroubleError, has_color, width_of, write_out
from checker.model import LEVELS


@click.command(short_help="Show why a finding was made.")
@click.argument("finding", metavar="FINDING")
@click.option(
    "--report",
    "report_path",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The report, as checker report --format json wrote it.",
)
def why(finding: str, report_path: Path) -> None:
    """Show why a finding was made: which words were read as which values, what links them, and what differs.

    FINDING is the id or the beginning of the fingerprint of a finding in the report.
    """
    report = _load(report_path)
    wanted = _find(report["findings"], finding)
    write_out("".join(f"{line}\n" for line in _explain(wanted, report, width_of(None), has_color(None))), None)


def _load(path: Path) -> Mapping[str, Any]:
    try:
        loaded = json.loads(path.read_bytes())
    except OSError as error:
        raise TroubleError(f"{path}: cannot be opened: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise TroubleError(f"{path}: not valid JSON: {error}") from error
    if (
        not isinstance(loaded, dict)
        or loaded.get("schema_version") != 1
        or not isinstance(loaded.get("findings"), list)
    ):
        raise TroubleError(f"{path}: not a consistency report of schema version 1")
    return loaded


def _find(findings: list[Mapping[str, Any]], wanted: str) -> Mapping[str, Any]:
    exact = [one for one in findings if wanted in (one["id"], one["fingerprint"])]
    # As with commits: enough of the fingerprint to tell it from the others.
    found = exact or [one for one in findings if len(wanted) >= 4 and one["fingerprint"].startswith(wanted)]
    if len(found) == 1:
        return found[0]
    if found:
        raise TroubleError(f'several findings have "{wanted}": {", ".join(one["id"] for one in found)}')
    ids = [one["id"] for one in findings]
    told = f" ({ids[0]} to {ids[-1]})" if ids else ": it has none"
    raise TroubleError(f'the report has no finding "{wanted}"{told}')


def _explain(finding: Mapping[str, Any], report: Mapping[str, Any], width: int, color: bool) -> Iterator[str]:
    bold, plain = ("\x1b[1m", "\x1b[0m") if color else ("", "")
    head = f"{finding['id']}  {finding['kind']}, {finding['severity']}  (confidence {finding['confidence']:.2f})"
    yield f"{bold}{head}{plain}"
    yield from textwrap.wrap(finding["message"], width)
    yield ""
    yield f"Question: {finding['question']}  [rule {finding['rule']}]"
    yield ""
    yield f"{bold}The words, and what was read from them{plain}"
    articles = {one["id"]: one for one in report["articles"]}
    for evidence in finding["evidence"]:
        article = articles.get(evidence["article"], {})
        place = "headline, " if evidence["field"] == "title" else ""
        outlet = article.get("source") or evidence["article"]
        yield f"  {outlet} ({place}{article.get('path') or evidence['article']}, {evidence['start']}-{evidence['end']})"
        yield from textwrap.wrap(
            f"“{_one_line(evidence['text'])}”", width, initial_indent="    ", subsequent_indent="    "
        )
        yield f"      read as: {evidence['value']}"
    reasons = finding["why"]
    if reasons["link"]:
        yield ""
        yield f"{bold}Why they are about the same thing{plain}"
        for one in reasons["link"]:
            yield from _say_level(one, width)
    for title, text in (("What differs", reasons["difference"]), ("What would clear it", reasons["clears"])):
        if text:
            yield ""
            yield f"{bold}{title}{plain}"
            yield from textwrap.wrap(text, width, initial_indent="  ", subsequent_indent="  ")
    if finding["origins"]:
        yield ""
        yield f"Origins: {', '.join(finding['origins'])}"
    yield f"Fingerprint: {finding['fingerprint']}"


def _say_level(level: Mapping[str, Any], width: int) -> Iterator[str]:
    """A level in a person's words, with what is shared there; reports of earlier versions name no words."""
    called = LEVELS.get(level["level"], level["level"])
    if level["score"] == 0:
        said = f"{called}: nothing in common"
    else:
        words = ", ".join(level.get("words", ()))
        said = f"{called}: {words}" if words else called
    yield from textwrap.wrap(f"{level['score']:5.2f}  {said}", width, initial_indent="  ", subsequent_indent=" " * 9)


def _one_line(text: str) -> str:
    return " ".join(text.split())
