"""Clock times and parts of the day as time values."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from checker.dates import calendar
from checker.model.kinds import ValueType
from checker.values.times import Granularity, TimeValue

#: TIMEX3 parts of the day in minutes from midnight, wide and overlapping, since people disagree by an hour or more.
PARTS_OF_DAY = {
    "MO": (0, 720),
    "MI": (660, 840),
    "AF": (720, 1110),
    "EV": (1020, 1440),
    "NI": (1080, 1800),
    "DT": (360, 1200),
}


def at_clock(text: str, moment: datetime) -> TimeValue:
    """A full date and time, with its offset from UTC as zone when it has one."""
    zone = None
    offset = moment.utcoffset()
    if offset is not None:
        minutes = int(offset.total_seconds() // 60)
        sign = "-" if minutes < 0 else "+"
        zone = "UTC" if minutes == 0 else f"{sign}{abs(minutes) // 60:02d}:{abs(minutes) % 60:02d}"
    plain = moment.replace(tzinfo=None)
    return clock_time(text, plain.date(), plain.hour * 60 + plain.minute, zone=zone, precision=60)


def clock_time(
    text: str,
    on: date | None,
    minutes: int,
    *,
    zone: str | None = None,
    precision: int = 60,
    reach: tuple[int, int] = (0, 1),
    approximate: bool = False,
    given: bool = True,
) -> TimeValue:
    """A clock time, in minutes from midnight, on a day or on none.

    ``reach`` is what the words allow, in minutes from it: (0, 1) for a plain time, (-10, 0) for "just before".
    ``given`` says that the words themselves name the day.
    """
    late = minutes == 1440
    hour, minute = divmod(minutes, 60)
    clock = f"T{hour:02d}:{minute:02d}"
    granularity = Granularity.HOUR if precision >= 3600 else Granularity.MINUTE
    span = (minutes + reach[0], minutes + reach[1])
    timex = f"{on.isoformat()}{clock}" if on else f"XXXX-XX-XX{clock}"
    value = TimeValue(
        ValueType.TIME, text, timex, granularity, clock=span, day_given=given and on is not None, zone=zone,
        precision=precision, approximate=approximate,
    )  # fmt: skip
    if on is None or (late and on == date.max):
        return value
    midnight = datetime(on.year, on.month, on.day)
    start, end = midnight + timedelta(minutes=span[0]), midnight + timedelta(minutes=span[1])
    return replace(value, start=start, end=end, month=on.month, day=on.day, weekday=on.isoweekday())


def part_of_day(text: str, on: date | None, code: str, modifier: str = "", *, given: bool = True) -> TimeValue:
    """The morning, afternoon, evening or night of a day: 2026-05-14TMO."""
    low, high = PARTS_OF_DAY[code]
    timex = f"{on.isoformat()}T{code}" if on else f"XXXX-XX-XXT{code}"
    value = TimeValue(
        ValueType.TIME, text, timex, Granularity.DAYPART, clock=(low, high), day_given=given and on is not None,
        modifier=modifier, precision=60,
    )  # fmt: skip
    if on is None:
        return value
    whole = calendar.day(text, on)
    assert whole.start is not None
    start, end = whole.start + timedelta(minutes=low), whole.start + timedelta(minutes=high)
    return replace(value, start=start, end=end, month=on.month, day=on.day, weekday=whole.weekday)


def split_clock(said: str) -> tuple[int, int, bool]:
    """The hour and the minute of "18:05", "7.58" or "6", and whether minutes are written."""
    hour, sign, rest = said.partition(":" if ":" in said else ".")
    return int(hour), int(rest.split(":")[0]) if sign else 0, bool(sign)


def step_of(minute: int, shown: bool) -> int:
    """The step in seconds that a time is rounded to, as its minute tells: an hour where none is ``shown``."""
    if not shown:
        return 3600
    return 300 if minute % 5 == 0 else 60


def is_stopped(said: str) -> bool:
    """Whether "2:07:52" is written as a race is timed: hours of one figure, minutes and seconds."""
    return said.count(":") == 2 and said.index(":") == 1
