"""Which results are shown, and whether they stand in the way."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from checker.model import Kind, Outcome, Severity

SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)
"""The worst first."""


def is_at_least(severity: Severity, least: Severity) -> bool:
    """Whether a severity is as bad as another, or worse."""
    return SEVERITIES.index(severity) <= SEVERITIES.index(least)


def choose_shown(outcome: Outcome, least: Severity) -> Outcome:
    """The outcome with the results that are at least so severe; the others are counted by kind."""
    shown = tuple(r for r in outcome.results if is_at_least(r.finding.severity, least))
    counts = Counter(r.finding.kind for r in outcome.open if not is_at_least(r.finding.severity, least))
    return replace(outcome, results=shown, hidden=tuple((kind, counts[kind]) for kind in Kind if counts[kind]))


def is_failing(outcome: Outcome, fail_on: Severity | None, *, strict: bool = False) -> bool:
    """Whether an open result is at least as severe as ``fail_on`` (None: none is), or unmeasured where ``strict``."""
    return any(
        (fail_on is not None and is_at_least(r.finding.severity, fail_on))
        or (strict and r.finding.kind is Kind.UNMEASURED)
        for r in outcome.open
    )
