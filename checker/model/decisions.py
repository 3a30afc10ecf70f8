"""What editors decided about findings: one record for the gate, the review and the file that both keep."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class DecisionStatus(StrEnum):
    """What an editor said of a finding. Dismissed, not comparable and corrected ones no longer fail the gate."""

    CONFIRMED = "confirmed"
    DISMISSED = "dismissed"
    NOT_COMPARABLE = "not-comparable"
    NEEDS_CALL = "needs-call"
    CORRECTED = "corrected"

    @property
    def silences(self) -> bool:
        """Whether a finding so decided stays out of the gate's way."""
        return self in (DecisionStatus.DISMISSED, DecisionStatus.NOT_COMPARABLE, DecisionStatus.CORRECTED)


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision on one finding.

    ``fingerprint``, ``question_key`` and ``rule`` are those of the finding; ``values`` its answers as they read when it
    was decided, so that the same question, back with others, can say what was decided before. ``when`` is the moment
    in UTC (ISO 8601, seconds), ``expires`` the last day on which the decision holds; a decision without one stays.
    ``articles`` are the paths of the articles whose words it was decided on, seen from the folder of the file of
    decisions, with "/"; when they are all there and the finding is gone, the decision is of no more use.
    """

    fingerprint: str
    question_key: str
    rule: str
    status: DecisionStatus
    reason: str = ""
    assignee: str = ""
    who: str = ""
    when: str = ""
    expires: date | None = None
    question: str = ""
    values: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
