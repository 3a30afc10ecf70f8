"""The open results of a check as a Code Quality report of GitLab: a bare array, ``[]`` when clean."""

from __future__ import annotations

from collections import Counter
from hashlib import sha256

from checker.formats import CheckFormat, CheckOptions
from checker.model import Outcome, Severity

from ._results import by_place, full_message
from .json import dump

LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.NOTE: "info"}


def write(outcome: Outcome, options: CheckOptions) -> str:
    """Write an entry for each open result. GitLab shows one entry a fingerprint, so each has its own."""
    del options
    entries = []
    times: Counter[str] = Counter()
    for result in by_place(outcome.open):
        key = f"{result.finding.fingerprint}\x1f{result.place.path}"
        times[key] += 1
        place = result.place
        lines = {"begin": 1} if place.extracted else {"begin": place.line, "end": place.end_line}
        entries.append(
            {
                "description": full_message(result),
                "check_name": result.finding.rule,
                "fingerprint": sha256(f"{key}\x1f{times[key]}".encode(errors="replace")).hexdigest(),
                "severity": LEVELS[result.finding.severity],
                "location": {"path": place.path, "lines": lines},
            }
        )
    return dump(entries, 2) + "\n"


FORMAT = CheckFormat("gitlab", ".json", write, "Code Quality report of GitLab")
