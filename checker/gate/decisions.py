"""The file of decisions: what editors said of findings, a JSON object a line, sorted so that two editors' files merge.

    {"fingerprint": "5f1c...", "question_key": "9b2e...", "rule": "figures", "status": "dismissed", "reason": "..."}

A finding has one decision; where a merge left several, the one made last counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from checker.gate.records import RecordError, read_record
from checker.gate.writing import write_text
from checker.model import Decision, DecisionStatus

FILE_NAME = "checker-decisions.jsonl"
"""What the file is called unless the configuration says otherwise."""


class DecisionsError(ValueError):
    """A file of decisions that cannot be used; the message names the file and, a line each, what is wrong."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A decision and the line of the file (from 1) that it stands on."""

    line: int
    decision: Decision


@dataclass(frozen=True, slots=True)
class Flaw:
    """A line of the file (from 1) that is no decision, and why."""

    line: int
    reason: str


@dataclass(frozen=True, slots=True)
class DecisionFile:
    """What a file of decisions holds: those that count, and the lines that could not be read."""

    path: Path
    placed: tuple[Placed, ...]
    flaws: tuple[Flaw, ...] = ()

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions, sorted as they are written."""
        return tuple(one.decision for one in self.placed)


def scan_decisions(path: Path) -> DecisionFile:
    """Read a file of decisions as far as it can be read. A file that is not there holds none.

    Raises DecisionsError when it cannot be opened or is not UTF-8.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        return DecisionFile(path, ())
    except OSError as error:
        raise DecisionsError(f"{path}: cannot be opened: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise DecisionsError(f"{path}: not UTF-8: {error}") from error
    placed: dict[str, Placed] = {}
    flaws = []
    # Lines end with a line feed alone: a string in JSON may hold other characters that some call line ends.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            decision = _read(line)
        except RecordError as error:
            flaws.append(Flaw(number, str(error)))
            continue
        before = placed.get(decision.fingerprint)
        if before is None or _age(before.decision) <= _age(decision):
            placed[decision.fingerprint] = Placed(number, decision)
    return DecisionFile(path, tuple(sorted(placed.values(), key=lambda one: _place(one.decision))), tuple(flaws))


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions in a file, sorted; none when it is not there.

    Raises DecisionsError when it cannot be opened, or names every line that is no decision.
    """
    found = scan_decisions(path)
    if found.flaws:
        raise DecisionsError("\n".join(f"{path}:{flaw.line}: {flaw.reason}" for flaw in found.flaws))
    return found.decisions


def write_decisions(path: Path, decisions: Iterable[Decision]) -> None:
    """Write decisions, sorted, one for each finding; the file is replaced at once, or not at all.

    Raises OSError when it cannot be written.
    """
    write_text(path, "".join(f"{format_decision(one)}\n" for one in merge_decisions(decisions)))


def merge_decisions(*several: Iterable[Decision]) -> tuple[Decision, ...]:
    """All decisions of several sets, one for each finding: the one made last, or else the one given last."""
    merged: dict[str, Decision] = {}
    for decisions in several:
        for decision in decisions:
            before = merged.get(decision.fingerprint)
            if before is None or _age(before) <= _age(decision):
                merged[decision.fingerprint] = decision
    return tuple(sorted(merged.values(), key=_place))


def format_decision(decision: Decision) -> str:
    """A decision as one line of JSON, keys in the order of its fields, those left empty left out."""
    values: dict[str, Any] = {}
    for field in fields(decision):
        value = getattr(decision, field.name)
        if value not in ("", (), None):
            values[field.name] = str(value) if isinstance(value, DecisionStatus | date) else value
    return json.dumps(values, ensure_ascii=False, separators=(", ", ": "))


def _read(line: str) -> Decision:
    decision = read_record(line, Decision)
    for key in ("fingerprint", "question_key", "rule"):
        if not getattr(decision, key).strip():
            raise RecordError(f'"{key}" is empty')
    try:
        _age(decision)
    except ValueError as error:
        raise RecordError(f'when: "{decision.when}" is not a moment such as 2031-05-14T09:30:00Z') from error
    return decision


def _place(decision: Decision) -> tuple[str, str]:
    """Where a decision stands in the file: those of one question together, the rest spread by their hashes."""
    return (decision.question_key, decision.fingerprint)


def _age(decision: Decision) -> datetime:
    """When it was made; long ago where it does not say."""
    if not decision.when:
        return datetime.min.replace(tzinfo=UTC)
    made = datetime.fromisoformat(decision.when)
    return made if made.tzinfo else made.replace(tzinfo=UTC)
