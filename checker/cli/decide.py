"""``checker decide``: write down what an editor decided about a finding, without opening the review."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from checker.cli import options
from checker.cli.console import TroubleError, complain
from checker.model.decisions import DecisionStatus

LEAST_DIGITS = 4
"""The fewest digits of a fingerprint that are taken for it."""

STATUSES = tuple(status.value for status in DecisionStatus)


@click.command(short_help="Write down what was decided about a finding.")
@click.argument("finding", metavar="FINDING")
@click.option(
    "--report",
    "report_path",
    required=True,
    type=click.Path(path_type=Path, dir_okay=False),
    help="The report or check that has it, as --format json wrote it.",
)
@click.option("--status", required=True, type=click.Choice(STATUSES), help="What was decided.")
@click.option("--reason", default="", help="Why; a finding is silenced only with a reason.")
@click.option("--assignee", default="", metavar="NAME", help="Who sees to it.")
@click.option("--who", default="", metavar="NAME", help="Who decided.")
@click.option("--expires", type=options.Day(), metavar="DATE", help="The last day on which the decision holds.")
@click.option("--today", type=options.Day(), metavar="DATE", help="The day of the decision (the clock is never read).")
@click.option(
    "--decisions",
    "decisions_path",
    type=click.Path(path_type=Path, dir_okay=False),
    metavar="FILE",
    help="Where to write it; checker-decisions.jsonl beside the configuration unless given.",
)
@options.config
def decide(
    finding: str,
    report_path: Path,
    status: str,
    reason: str,
    assignee: str,
    who: str,
    expires: date | None,
    today: date | None,
    decisions_path: Path | None,
    chosen: options.Chosen,
) -> None:
    """Write down what was decided about a finding, beside what was decided before.

    FINDING is its id, its fingerprint, or the beginning of that. A decision that is dismissed, not comparable or
    corrected, with a reason, silences the finding in checker check; the file can be edited and merged as text.
    """
    from checker.gate.decisions import FILE_NAME, DecisionsError, merge_decisions, read_decisions, write_decisions
    from checker.gate.matching import name_paths
    from checker.model import Decision, DecisionStatus

    found = _find(_load(report_path), finding, report_path)
    made = DecisionStatus(status)
    if made.silences and not reason.strip():
        raise TroubleError(f"--reason is needed: without one, {made} silences nothing")
    config = options.load(chosen)
    path = (decisions_path or config.decisions or config.folder / FILE_NAME).resolve()
    decision = Decision(
        fingerprint=found.fingerprint,
        question_key=found.question_key,
        rule=found.rule,
        status=made,
        reason=" ".join(reason.split()),
        assignee=assignee,
        who=who,
        when=f"{today}T00:00:00Z" if today else "",
        expires=expires,
        question=found.question,
        values=found.values,
        articles=name_paths(found.paths, path.parent),
    )
    try:
        others = [one for one in read_decisions(path) if one.fingerprint != decision.fingerprint]
        write_decisions(path, merge_decisions(others, [decision]))
    except DecisionsError as error:
        raise TroubleError(f"{error}\n{path}: nothing was written") from error
    except OSError as error:
        raise TroubleError(f"{path}: cannot be written: {error.strerror or error}") from error
    complain(f"{path.name}: {found.question} {made} (values: {', '.join(found.values)})")


@dataclass(frozen=True, slots=True)
class Found:
    """A finding as a report or a check has it; ``paths`` are the files of the articles that it cites."""

    id: str
    fingerprint: str
    question_key: str
    rule: str
    question: str
    values: tuple[str, ...]
    paths: tuple[str, ...]


def _load(path: Path) -> list[Found]:
    """The findings of a report, or the results of a check."""
    try:
        loaded = json.loads(path.read_bytes())
    except OSError as error:
        raise TroubleError(f"{path}: cannot be opened: {error.strerror or error}") from error
    except (ValueError, RecursionError) as error:
        raise TroubleError(f"{path}: not valid JSON: {error}") from error
    try:
        if "findings" in loaded:
            paths = {one["id"]: one["path"] for one in loaded["articles"]}
            return [_read(one, one["id"], one["evidence"], paths) for one in loaded["findings"]]
        return [_read(one, "", [one["place"], *one["related"]], {}) for one in loaded["results"]]
    except (KeyError, TypeError) as error:
        raise TroubleError(f"{path}: neither a report nor a check of schema version 1") from error


def _read(finding: Mapping[str, Any], name: str, words: Sequence[Mapping[str, Any]], paths: Mapping[str, Any]) -> Found:
    told = [value for answer in finding.get("answers") or () for value in answer] or [one["value"] for one in words]
    cited = {paths.get(one["article"]) or one.get("path") for one in words}
    return Found(
        name,
        finding["fingerprint"],
        finding["question_key"],
        finding["rule"],
        finding["question"],
        tuple(sorted({value for value in told if value})),
        tuple(sorted(path for path in cited if path and Path(path).is_file())),
    )


def _find(findings: Sequence[Found], wanted: str, path: Path) -> Found:
    exact = [one for one in findings if wanted in (one.id, one.fingerprint)]
    # As with commits: enough of the fingerprint to tell it from the others.
    found = exact or [one for one in findings if len(wanted) >= LEAST_DIGITS and one.fingerprint.startswith(wanted)]
    different = {one.fingerprint for one in found}
    if len(different) == 1:
        return found[0]
    if different:
        raise TroubleError(f'several findings have "{wanted}": {", ".join(sorted(different))}')
    raise TroubleError(f'{path}: there is no finding "{wanted}" in it')
