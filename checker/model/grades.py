"""Grades: how an answer stands, how good its information is, and how far its source can be relied on.

Source and information are graded apart, after the Admiralty code (NATO AJP-2.1; US Army FM 2-22.3, 2006, appendix B):
a letter from A to F for the source, a number from 1 to 6 for the information. No code stands alone: each comes with its
reasons. What a letter or a number asks for is set out where it is decided, in ``checker.sources.grading``.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.model.sources import OutletRecord


class Footing(StrEnum):
    """How an answer or a question stands among the articles at hand; it says nothing of what is so."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single origin"
    CONTESTED = "contested"
    SUPERSEDED = "superseded"
    NOT_ASSESSABLE = "not assessable"


class Credibility(StrEnum):
    """The number for a piece of information, from 1 (confirmed by other origins) to 6 (cannot be judged)."""

    CONFIRMED = "1"
    PROBABLE = "2"
    POSSIBLE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    UNKNOWN = "6"


class Reliability(StrEnum):
    """The letter for a source, from A (completely reliable) to F (cannot be judged)."""

    COMPLETE = "A"
    USUAL = "B"
    FAIR = "C"
    LITTLE = "D"
    NONE = "E"
    UNKNOWN = "F"


@dataclass(frozen=True, slots=True)
class InformationGrade:
    """The number of an answer, with the reasons for it, each a line to read."""

    code: Credibility
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SourceGrade:
    """The letter of an outlet, with the reasons for it, each a line to read.

    ``here`` counts the answers of this report, ``before`` those of earlier ones, where a history was given. ``low`` and
    ``high`` bound the rate of agreement over both (0 to 1, 95 % interval); they are 0 and 1 while nothing is tested.
    """

    code: Reliability
    reasons: tuple[str, ...]
    here: OutletRecord
    before: OutletRecord | None = None
    low: float = 0.0
    high: float = 1.0

    @property
    def record(self) -> OutletRecord:
        """The counts of this report and of earlier ones together."""
        return self.here.add(self.before) if self.before is not None else self.here

    @property
    def rate(self) -> float | None:
        """The share of tested answers that were those of most origins; None while nothing is tested."""
        record = self.record
        return record.agreed / record.tested if record.tested else None


@dataclass(frozen=True, slots=True)
class Flip:
    """What becomes of a question when all that one origin gave is left out; ``footing`` is another one than before.

    It is "not assessable" where nobody else answers.
    """

    origin: str
    footing: Footing
