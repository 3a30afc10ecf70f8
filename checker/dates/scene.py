"""What a time expression is resolved against: the article's own date, and the times said before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime

from checker.dates.tense import is_scheduled, tense_of
from checker.values.times import Granularity, TimeValue

_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z\"“(])|\n\s*[-*•|\n]|;")  # "... said. The"

_FINE = (Granularity.DAY, Granularity.DAYPART, Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)


@dataclass(slots=True)
class Scene:
    """The state of a reading from left to right.

    ``reference`` is the article's day; ``zone`` what clock times without a zone are in. ``said`` holds the resolved
    times read so far with their offsets.
    """

    text: str
    reference: date | None
    zone: str | None = None
    tense_at: Callable[[int], str] | None = None
    said: list[tuple[int, TimeValue]] = field(default_factory=list)

    def tense(self, start: int, end: int) -> str:
        """past, present, future or none.

        The tense of the clause around, by a parse if there is one, else by cue words.
        """
        if self.tense_at is not None:
            known = str(self.tense_at(start))
            if known == "present" and is_scheduled(self.around(start, end)[0]):
                return "future"
            if known and known != "none":
                return known
        return tense_of(*self.around(start, end))

    def around(self, start: int, end: int) -> tuple[str, str]:
        """The rest of the sentence before and after a range, at most 160 characters either way."""
        before = _SENTENCE_END.split(self.text[max(0, start - 160) : start])[-1]
        after = self.text[end : end + 160]
        stop = _SENTENCE_END.search(after)
        return before, after[: stop.start()] if stop else after

    def remember(self, start: int, value: TimeValue) -> None:
        """Keep a resolved time for what refers back to it."""
        if value.resolved:
            self.said.append((start, value))

    def last(self, *kinds: Granularity, before: int, within: int = 100_000) -> TimeValue | None:
        """The latest time said before an offset, of the kinds given (any if none), at most ``within`` before it."""
        for start, value in reversed(self.said):
            if start < before - within:
                return None
            if start < before and (not kinds or value.granularity in kinds):
                return value
        return None

    def focus(self, before: int) -> date | None:
        """The day that the text last spoke of: a day or time said before, else the article's own day."""
        value = self.last(*_FINE, before=before)
        if value is not None and value.start is not None:
            return value.start.date()
        return self.reference


def day_of(reference: date | datetime | None) -> date | None:
    """The calendar day of a reference given as a date or a datetime; None also for years that no article is of.

    What is told from a day then stays inside the calendar of Python's dates (years 1 to 9999).
    """
    day = reference.date() if isinstance(reference, datetime) else reference
    return day if day is not None and 1000 <= day.year <= 9000 else None
