"""Calendar periods as time values: days, weeks, months, quarters, seasons, years, decades, holidays.

TIMEX3 forms: 2026-05-14, 2026-W20, 2026-W20-WE, 2026-05, 2026-Q2, 2026-H1, 2026-SP, 2026, 202, 20.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from checker.model.kinds import ValueType
from checker.values.times import Granularity, TimeValue

#: First and last month and day of the seasons, wide enough for the meteorological and the astronomical reckoning
#: (north).
_SEASONS = {"SP": ((3, 1), (6, 22)), "SU": ((6, 1), (9, 24)), "FA": ((9, 1), (12, 22)), "WI": ((12, 1), (3, 22))}


def _at(year: int, month: int = 1, day: int = 1) -> datetime:
    """The start of a day; the last moment of the calendar beyond it. Raises ValueError before the year 1."""
    return datetime(year, month, day) if year <= 9999 else datetime.max


def _date(text: str, timex: str, granularity: Granularity, start: datetime, end: datetime) -> TimeValue:
    return TimeValue(ValueType.DATE, text, timex, granularity, start, end)


def day(text: str, on: date) -> TimeValue:
    """A day of the calendar."""
    start = datetime(on.year, on.month, on.day)
    value = _date(text, on.isoformat(), Granularity.DAY, start, _next(start))
    return replace(value, month=on.month, day=on.day, weekday=on.isoweekday())


def _next(start: datetime, days: int = 1) -> datetime:
    return start + timedelta(days=days) if start < datetime(9999, 1, 1) else datetime.max


def undated_day(text: str, month: int | None, on: int | None, weekday: int | None = None) -> TimeValue:
    """A day whose year, or month and year, is not known: XXXX-03-14, XXXX-XX-03, XXXX-WXX-2."""
    if month is None and on is None:
        timex = f"XXXX-WXX-{weekday}" if weekday else "XXXX-XX-XX"
    else:
        timex = f"XXXX-{month:02d}" if month else "XXXX-XX"
        timex += f"-{on:02d}" if on else ""
    granularity = Granularity.DAY if on or not month else Granularity.MONTH
    return TimeValue(ValueType.DATE, text, timex, granularity, month=month, day=on, weekday=weekday)


def week(text: str, of: date) -> TimeValue:
    """The ISO week that holds a day."""
    year, number, weekday = of.isocalendar()
    monday = of - timedelta(days=weekday - 1)
    start = datetime(monday.year, monday.month, monday.day)
    return _date(text, f"{year}-W{number:02d}", Granularity.WEEK, start, start + timedelta(days=7))


def weekend(text: str, of: date) -> TimeValue:
    """The weekend of the ISO week that holds a day."""
    year, number, weekday = of.isocalendar()
    saturday = of + timedelta(days=6 - weekday)
    start = datetime(saturday.year, saturday.month, saturday.day)
    return _date(text, f"{year}-W{number:02d}-WE", Granularity.WEEKEND, start, start + timedelta(days=2))


def month(text: str, year: int, number: int) -> TimeValue:
    """A month of a year; months beyond 1 to 12 run into the years around."""
    year, number = year + (number - 1) // 12, (number - 1) % 12 + 1
    after = (year + number // 12, number % 12 + 1)
    value = _date(text, f"{year:04d}-{number:02d}", Granularity.MONTH, _at(year, number), _at(*after))
    return replace(value, month=number)


def quarter(text: str, year: int, number: int) -> TimeValue:
    """A quarter of a year; quarters beyond 1 to 4 run into the years around."""
    year, number = year + (number - 1) // 4, (number - 1) % 4 + 1
    after = (year + 1, 1) if number == 4 else (year, number * 3 + 1)
    return _date(text, f"{year:04d}-Q{number}", Granularity.QUARTER, _at(year, number * 3 - 2), _at(*after))


def half(text: str, year: int, number: int) -> TimeValue:
    """The first or second half of a year."""
    start, end = (_at(year), _at(year, 7)) if number == 1 else (_at(year, 7), _at(year + 1))
    return _date(text, f"{year:04d}-H{number}", Granularity.HALF, start, end)


def season(text: str, year: int, code: str) -> TimeValue:
    """A season (SP, SU, FA, WI); a winter is of the year in which it begins or ends, so both are allowed for."""
    (first, first_day), (last, last_day) = _SEASONS[code]
    start, end = _at(year, first, first_day), _at(year, last, last_day)
    if code == "WI":
        start, end = _at(year - 1, first, first_day), _at(year + 1, last, last_day)
    return _date(text, f"{year:04d}-{code}", Granularity.SEASON, start, end)


def year(text: str, number: int) -> TimeValue:
    """A calendar year."""
    return _date(text, f"{number:04d}", Granularity.YEAR, _at(number), _at(number + 1))


def decade(text: str, first: int) -> TimeValue:
    """The ten years that begin with a year such as 1990: 199."""
    return _date(text, f"{first // 10:03d}", Granularity.DECADE, _at(first), _at(first + 10))


def century(text: str, number: int) -> TimeValue:
    """The n-th century: 20th is 1900 to 2000 (TIMEX3 19)."""
    return _date(text, f"{number - 1:02d}", Granularity.CENTURY, _at(max(1, (number - 1) * 100)), _at(number * 100))


#: Where the end of a period begins, as a share of it.
_LAST_PART = {Granularity.YEAR: 0.83, Granularity.DECADE: 0.7, Granularity.CENTURY: 0.8, Granularity.WEEK: 0.5}


def part(value: TimeValue, modifier: str) -> TimeValue:
    """The early, middle or late part of a period; the parts overlap, since nobody draws the lines."""
    shares = {"early": (0.0, 0.45), "mid": (0.25, 0.75), "late": (0.55, 1.0), "start": (0.0, 0.35), "end": (0.65, 1.0)}
    if modifier not in shares or value.start is None or value.end is None:
        return replace(value, modifier=modifier)
    low, high = shares[modifier]
    if modifier == "end":
        low = _LAST_PART.get(value.granularity, low)
    length = value.end - value.start
    start, end = value.start + length * low, value.start + length * high
    if value.granularity not in (Granularity.DAY, Granularity.DAYPART):
        start, end = _midnight(start), _next(_midnight(end - timedelta(microseconds=1)))
    return replace(value, modifier=modifier, start=start, end=min(end, value.end))


def _midnight(moment: datetime) -> datetime:
    return moment.replace(hour=0, minute=0, second=0, microsecond=0)


def holiday(rule: str, of: int) -> date:
    """The day of a holiday in a year: month and day ("12-25"), the fourth Thursday of November, or from Easter on."""
    if rule == "thanksgiving":
        first = date(of, 11, 1)
        return first + timedelta(days=(3 - first.weekday()) % 7 + 21)
    if rule.startswith("easter"):
        return _easter(of) + timedelta(days=int(rule.removeprefix("easter") or 0))
    number, _, on = rule.partition("-")
    return date(of, int(number), int(on))


def _easter(of: int) -> date:
    """Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's algorithm)."""
    a, (b, c) = of % 19, divmod(of, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    number, on = divmod(h + m - 7 * n + 114, 31)
    return date(of, number, on + 1)


def shift_months(of: date, months: int) -> date:
    """The same day some months on, or the last of that month when it is shorter."""
    years, number = divmod(of.year * 12 + of.month - 1 + months, 12)
    after = date(years + number // 11, (number + 1) % 12 + 1, 1) if years < 9999 else date(9999, 12, 31)
    return date(years, number + 1, min(of.day, (after - timedelta(days=1)).day))
