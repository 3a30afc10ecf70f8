"""Dates, times of day, durations and recurring times as values.

A value keeps what was said and no more: a half-open interval of local time where the words fix one, else the parts
that are known (a month and day without a year, a clock time without a day). Values are written as TIMEX3 (TimeML
1.2.1, as used in TempEval-3); what TIMEX3 keeps in other attributes (``mid-May``, ``before 2032``, ``about 60 days``)
has fields of its own.

How two of them compare is in ``checker.values.times`` and ``checker.values.clocks``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from checker.model.kinds import ValueType


class Granularity(StrEnum):
    """How fine a time is given, from the finest to the coarsest.

    UNKNOWN for references without a length ("recently").
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAYPART = "daypart"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    SEASON = "season"
    QUARTER = "quarter"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    UNKNOWN = "unknown"


class Bound(StrEnum):
    """How the words hold the value: exactly, or as a limit.

    BEFORE and AFTER say that something lies on one side; BY (until, not later than) and SINCE (from, as of) name a
    limit itself, so that two different ones conflict. The last four hold durations.
    """

    EXACT = ""
    BEFORE = "before"
    AFTER = "after"
    BY = "by"
    SINCE = "since"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    LESS_THAN = "less than"


#: TIMEX3 duration: P2D, PT3H40M, P1Y6M, PXW (X: an unknown number), P4.5M
_DURATION = re.compile(
    r"P(?:(?P<Y>[\dX.]+)Y)?(?:(?P<Q>[\dX.]+)Q)?(?:(?P<M>[\dX.]+)M)?(?:(?P<W>[\dX.]+)W)?(?:(?P<D>[\dX.]+)D)?"
    r"(?:T(?:(?P<h>[\dX.]+)H)?(?:(?P<m>[\dX.]+)M)?(?:(?P<s>[\dX.]+)S)?)?"
)


@dataclass(frozen=True, slots=True)
class TimeValue:
    """A time expression read and, where possible, resolved.

    ``start`` and ``end`` are naive local times (in ``zone`` where it is known), half-open, None when unresolved;
    they show the anchor alone, ``bound`` says on which side of it. ``month``, ``day``, ``weekday`` (Monday 1) and
    ``clock`` (half-open minutes of the day, the end beyond 1440 after midnight) are kept also when there is no year
    or no day. ``day_given`` is False for a clock time whose day was taken from the text around. ``seconds`` are the
    bounds of a duration as said; ``precision`` is the step, in seconds, to which clock times and durations were
    plainly rounded. ``zone_given`` is False for a zone taken from the place of the article. ``alternatives`` holds
    the readings of an ambiguous form such as 03/04/2031.
    """

    type: ValueType
    text: str
    timex: str
    granularity: Granularity = Granularity.UNKNOWN
    start: datetime | None = None
    end: datetime | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    clock: tuple[int, int] | None = None
    day_given: bool = True
    zone: str | None = None
    zone_given: bool = True
    approximate: bool = False
    bound: Bound = Bound.EXACT
    modifier: str = ""
    seconds: tuple[float, float] | None = None
    precision: int = 0
    alternatives: tuple[TimeValue, ...] = ()

    @property
    def normalized(self) -> str:
        """TIMEX3 in a canonical unit (four weeks.

        P28D; two years: P24M), with bound and modifier where there are any.
        """
        if self.alternatives:
            return " or ".join(sorted({value.normalized for value in self.alternatives}))
        core = canonical_duration(self.timex) if self.type is ValueType.DURATION else self.timex
        if self.clock and self.zone and self.type is ValueType.TIME:
            core = f"{core} {self.zone}"
        if self.modifier:
            core = f"{self.modifier} {core}"
        if self.approximate:
            core = f"about {core}"
        return f"{self.bound} {core}" if self.bound else core

    @property
    def resolved(self) -> bool:
        """Whether the words fix an interval on the calendar."""
        return self.start is not None and self.end is not None


def canonical_duration(timex: str) -> str:
    """Years and quarters as months, weeks as days, minutes as hours where nothing is left over.

    Unknown numbers as they are.
    """
    match = _DURATION.fullmatch(timex)
    if not match or "X" in timex:
        return timex
    part = {unit: float(number) if number else 0.0 for unit, number in match.groupdict().items()}
    months, days = part["Y"] * 12 + part["Q"] * 3 + part["M"], part["W"] * 7 + part["D"]
    minutes = part["h"] * 60 + part["m"] + part["s"] / 60
    if not months and minutes and not (days * 1440 + minutes) % 1440:
        days, minutes = days + minutes / 1440, 0.0
    date_part = f"{months:g}M" * bool(months) + f"{days:g}D" * bool(days)
    if not minutes % 60:
        time_part = f"T{minutes / 60:g}H" * bool(minutes)
    else:
        time_part = f"T{minutes:g}M" if not part["s"] else f"T{minutes * 60:g}S"
    return f"P{date_part}{time_part}" if date_part or time_part else timex


def with_bound(value: TimeValue, bound: Bound) -> TimeValue:
    """The same value held as a limit, in each of its readings."""
    return replace(value, bound=bound, alternatives=tuple(replace(v, bound=bound) for v in value.alternatives))
