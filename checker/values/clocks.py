"""Clock times and durations compared: rounding, time zones, and lengths said in different units.

A clock time is rounded to what it shows: ``6 p.m.`` to the hour, ``9:30`` to five minutes, ``9:32`` to the minute.
Two times of the same precision are taken at their word; beside a finer one, the coarser allows half its step.
"""

from __future__ import annotations

import math
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo

from checker.model.kinds import Relation, Verdict
from checker.values.timex import Bound, TimeValue

#: Offsets from UTC in use that are not whole half hours (tz database): Nepal, Eucla, Chatham with and without summer
#: time.
_ODD_OFFSETS = (345, 525, 765, 825)

#: Offsets from UTC in minutes of the half-hour zones that news comes from (tz database): Newfoundland with and without
#: summer time, Iran with and without it, Afghanistan, India, Nepal, Myanmar, central Australia with and without it.
_HALF_HOURS = (-210, -150, 210, 270, 330, 345, 390, 570, 630)

#: The other offsets from UTC in use: whole hours from eleven behind to fourteen ahead.
_IN_USE = (*range(-660, 841, 60), *_HALF_HOURS)

#: What "about" allows on either side of a duration; a share of the value. Nearly and almost stop short of it (see
#: durations).
_ABOUT = 0.2

#: A length said in a coarser unit than the other may be rounded, by half the unit but no more than this share of the
#: value.
_ROUNDED = 0.13

#: Offsets given up since 2000 (tz database): Venezuela from 2007 to 2016, North Korea from 2015 to 2018.
_FORMER = (-270, 510)


def slack_of(one: TimeValue, other: TimeValue) -> float:
    """Seconds that two clock times may lie apart because the coarser was rounded (0: taken at their word)."""
    if one.precision == other.precision:
        return 1.0 if one.approximate != other.approximate else 0.0  # "just before six" ends where "six" begins
    return max(one.precision, other.precision) / 2 + 1


def offsets_in_use() -> tuple[int, ...]:
    """The offsets from UTC that clocks are kept by, or were in this century, in minutes (tz database)."""
    return (*_IN_USE, *_ODD_OFFSETS, *_FORMER)


@cache
def offset_at(zone: str, moment: datetime) -> timedelta | None:
    """What a zone is ahead of UTC at a local time: an IANA name, or a fixed offset such as +04:00. None if unknown."""
    if zone == "UTC":
        return timedelta(0)
    if zone[:1] in "+-":
        hours, _, minutes = zone[1:].partition(":")
        size = timedelta(hours=int(hours), minutes=int(minutes or 0))
        return -size if zone[0] == "-" else size
    return moment.replace(tzinfo=ZoneInfo(zone)).utcoffset()


def to_utc(moment: datetime, zone: str) -> datetime:
    """A naive local time as a naive time in UTC."""
    offset = offset_at(zone, moment) or timedelta(0)
    return moment.replace(tzinfo=timezone(offset)).astimezone(UTC).replace(tzinfo=None)


Interval = tuple[datetime, datetime]


def in_common_zone(one: TimeValue, first: Interval, other: TimeValue, second: Interval) -> tuple[Interval, Interval]:
    """The two intervals in UTC when both zones are known and differ, else as they are."""
    if not one.zone or not other.zone or one.zone == other.zone:
        return first, second
    return (
        (to_utc(first[0], one.zone), to_utc(first[1], one.zone)),
        (to_utc(second[0], other.zone), to_utc(second[1], other.zone)),
    )


def zone_is_missing(one: TimeValue, other: TimeValue) -> bool:
    """Whether exactly one of the two names its zone.

    A zone taken from the article's place is local time like any other.
    """
    return bool(one.zone and one.zone_given) != bool(other.zone and other.zone_given) and not (one.zone and other.zone)


def same_odd_minute(one: TimeValue, other: TimeValue) -> bool:
    """Whether two clocks of unknown zone show the same unrounded minute of different hours.

    One time in two zones, likely.
    """
    if one.clock is None or other.clock is None or (one.zone and other.zone):
        return False
    minute = one.clock[0] % 60
    return minute == other.clock[0] % 60 and minute % 5 != 0 and one.precision == other.precision == 60


def could_be_zones(one: TimeValue, other: TimeValue) -> bool:
    """Whether two clocks can lie apart by their zones: by an offset in use where one is UTC, else by half hours."""
    assert one.clock is not None
    assert other.clock is not None
    slack = slack_of(one, other) / 60
    if "UTC" in (one.zone, other.zone):
        universal, local = (one.clock, other.clock) if one.zone == "UTC" else (other.clock, one.clock)
        return any(_clocks_touch(local, (universal[0] + s, universal[1] + s), slack) for s in _IN_USE)
    for shift in (*range(0, 841, 30), *_ODD_OFFSETS):
        for ahead in (shift, -shift):
            if _clocks_touch(one.clock, (other.clock[0] + ahead, other.clock[1] + ahead), slack):
                return True
    return False


def _clocks_touch(first: tuple[int, int], second: tuple[int, int], slack: float) -> bool:
    """Whether two spans of minutes overlap on a 24-hour dial, or lie closer than the slack in minutes."""
    for turn in (-1440, 0, 1440):
        apart = max(first[0], second[0] + turn) - min(first[1], second[1] + turn)
        if apart < 0 or (slack and apart < slack):
            return True
    return False


def compare_clocks(one: TimeValue, other: TimeValue) -> Verdict:
    """Times of day, at least one without a day of its own: by the clock alone."""
    assert one.clock is not None
    assert other.clock is not None
    slack = slack_of(one, other) / 60
    said = f"“{one.text}” and “{other.text}”"
    if one.bound is not Bound.EXACT and other.bound is not Bound.EXACT and one.bound is not other.bound:
        return Verdict(Relation.NOT_COMPARABLE, f"{said} are different limits")
    shifts = _shifts(one, other)
    if any(_clocks_touch(one.clock, (other.clock[0] + s, other.clock[1] + s), slack) for s in shifts):
        return Verdict(Relation.COMPATIBLE, f"{said} can be the same time")
    if same_odd_minute(one, other) or (zone_is_missing(one, other) and could_be_zones(one, other)):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: the time zone of one is not known")
    limits = {one.bound, other.bound} - {Bound.EXACT}
    if limits & {Bound.BEFORE, Bound.AFTER} or (limits and one.bound is not other.bound):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: one is a limit and the day is not given")
    return Verdict(Relation.CONTRADICT, f"“{one.text}” is not “{other.text}”")


def _shifts(one: TimeValue, other: TimeValue) -> tuple[int, ...]:
    """Minutes to add to the second clock to read it in the first one's zone.

    Both summer and winter when no day tells.
    """
    if not one.zone or not other.zone or one.zone == other.zone:
        return (0,)
    known = one.start or other.start
    moments = [known] if known else [datetime(2001, 1, 15), datetime(2001, 7, 15)]
    found = []
    for moment in moments:
        ahead, behind = offset_at(one.zone, moment), offset_at(other.zone, moment)
        if ahead is not None and behind is not None:
            found.append(int((ahead - behind).total_seconds() // 60))
    return tuple(found) or (0,)


def duration_range(value: TimeValue, beside: TimeValue | None = None) -> tuple[float, float]:
    """Seconds that a duration allows, widened by rounding when it is the coarser of the two."""
    low, high = value.seconds or (0.0, math.inf)
    if value.approximate:
        low, high = low * (1 - _ABOUT), high * (1 + _ABOUT)
    elif beside is not None and value.precision > beside.precision:
        slack = min(value.precision / 2, _ROUNDED * low)
        low, high = low - slack, high + slack
    match value.bound:
        case Bound.AT_LEAST | Bound.MORE_THAN:
            return low, math.inf
        case Bound.AT_MOST | Bound.LESS_THAN:
            return 0.0, high
        case _:
            return low, high


def compare_durations(one: TimeValue, other: TimeValue) -> Verdict:
    """Lengths of time: they conflict when no length fits both, units of different size counted with their rounding."""
    if one.seconds is None or other.seconds is None:
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.text}” beside “{other.text}”: too vague to compare")
    first, second = duration_range(one, other), duration_range(other, one)
    if max(first[0], second[0]) <= min(first[1], second[1]):
        return Verdict(Relation.COMPATIBLE, f"“{one.text}” and “{other.text}” can be the same length")
    if "X" in one.timex + other.timex:
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.text}” beside “{other.text}”: too vague to compare")
    return Verdict(Relation.CONTRADICT, f"“{one.text}” is not “{other.text}”")
