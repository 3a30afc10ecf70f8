"""Dates of publication as heads of articles write them: read only where one reading is possible."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Final

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS: Final = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday wed",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}

MONTH: Final = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
WEEKDAY: Final = rf"(?:{'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\.?"
_DAY: Final = r"[0-3]?\d(?:st|nd|rd|th)?"
_YEAR: Final = r"(?:19|20)\d\d"

# A whole date. "Wednesday, 7 June 2029" · "June 7, 2029" · "2029-06-07" · "2029/06/07" · "07/06/2029" · "7.6.2029"
FULL_DATE: Final = re.compile(
    rf"(?:\b(?P<weekday>{WEEKDAY}),?\s{{1,3}}(?:the\s)?)?"
    rf"(?:\b(?P<d1>{_DAY})\s{{1,3}}(?:of\s)?(?P<m1>{MONTH}),?\s{{1,3}}(?P<y1>{_YEAR})"
    rf"|\b(?P<m2>{MONTH})\s{{1,3}}(?P<d2>{_DAY}),?\s{{1,3}}(?P<y2>{_YEAR})"
    r"|\b(?P<y3>(?:19|20)\d\d)(?P<iso>[-/.])(?P<m3>\d\d)(?P=iso)(?P<d3>\d\d)"
    r"|\b(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<y4>(?:19|20)\d\d))(?!\d)",
    re.IGNORECASE,
)

# A time of day beside a date. "08:05" · "10.30 a.m." · "1:00 pm"
_CLOCK: Final = re.compile(
    r"(?<![\d:.])(?P<h>[0-2]?\d)[:.](?P<m>[0-5]\d)(?::[0-5]\d)?\s{0,2}(?P<half>[ap]\.?m\b)?"
    r"\s{0,2}(?P<zone>UTC|GMT|Z\b)?(?![\d/])",
    re.IGNORECASE,
)

# What stands between a date and the time of day behind it. "T" · ", at " · " | "
_BEFORE_CLOCK: Final = re.compile(r"^[\s,|–-]{0,4}(?:T|at\s)?\s{0,2}")
# What stands between a time of day and the date behind it, and before the time. "at 10.30 on " · "05:00 "
_LAST_WORD: Final = re.compile(r"^.*\s(?=\d)|[\s,|–-]+(?:on[\s]+)?$")

# A day and a month without a year, as prose names them. "6 November" · "November 6"
_PROSE_DAY: Final = re.compile(
    rf"\b(?:(?P<d1>{_DAY})\s(?:of\s)?(?P<m1>{MONTH})|(?P<m2>{MONTH})\s(?P<d2>{_DAY}))(?!\d)", re.IGNORECASE
)


def read_date(found: re.Match[str], context: str) -> date | None:
    """The day that a match of ``FULL_DATE`` means; None when it is impossible or could be two days.

    ``context`` is the article: when day and month could change places, another date of it decides.
    """
    days = read_days(found, context)
    return days[0] if len(days) == 1 else None


def read_days(found: re.Match[str], context: str) -> tuple[date, ...]:
    """The days that a match of ``FULL_DATE`` can mean: none, one, or two when day and month could change places."""
    weekday = WEEKDAYS[found["weekday"].rstrip(".").lower()] if found["weekday"] else None
    if found["sep"] is None:
        one = next(k for k in "123" if found[f"y{k}"])
        day = _make(int(found[f"y{one}"]), _month(found[f"m{one}"]), _number(found[f"d{one}"]))
        # A weekday that is not that day's: one of the two is a slip, and which is not known.
        return (day,) if day and weekday in (None, day.weekday()) else ()
    year, a, b = int(found["y4"]), int(found["a"]), int(found["b"])
    european, american = _make(year, b, a), _make(year, a, b)
    if found["sep"] == ".":
        american = None  # nobody writes the month first with dots
    readings = {day for day in (european, american) if day and weekday in (None, day.weekday())}
    if len(readings) == 2:
        readings = _decide(readings, european, context) or readings
    return tuple(sorted(readings))


def read_moment(text: str, context: str = "") -> date | datetime | None:
    """The first whole date of a short text, with the time of day beside it (within 14 characters) if there is one."""
    found = FULL_DATE.search(text)
    if found is None or (day := read_date(found, context)) is None:
        return None
    before, after = text[max(0, found.start() - 14) : found.start()], text[found.end() : found.end() + 22]
    clock = _CLOCK.match(_BEFORE_CLOCK.sub("", after)) or _CLOCK.fullmatch(_LAST_WORD.sub("", before))
    if clock is None:
        return day
    hour, minute = int(clock["h"]), int(clock["m"])
    if clock["half"]:
        if not 1 <= hour <= 12:
            return day
        hour = hour % 12 + (12 if clock["half"][0] in "pP" else 0)
    if hour > 23:
        return day
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC if clock["zone"] else None)


def read_given(value: object) -> date | datetime | None:
    """A date that metadata give: a TOML or YAML date, ISO 8601, an e-mail date, or a date as heads write it."""
    if isinstance(value, date):
        return value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _from_epoch(value)
    if not isinstance(value, str) or not (text := value.strip()):
        return None
    try:
        return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)
    except ValueError:
        pass  # not ISO 8601: the other ways follow
    try:
        return parsedate_to_datetime(text)
    except (ValueError, TypeError):
        return read_moment(text)


def _from_epoch(seconds: float) -> datetime | None:
    """Seconds, or milliseconds, since 1970, between 1980 and 2100; None for other numbers."""
    if seconds > 1e11:
        seconds /= 1000
    if not 315_532_800 <= seconds <= 4_102_444_800:
        return None
    return datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)


def _decide(readings: set[date], european: date | None, context: str) -> set[date]:
    """Of two readings, the one that the article's other dates speak for; none of them when they do not."""
    habits = {american for found in FULL_DATE.finditer(context) if (american := _month_first(found)) is not None}
    if len(habits) == 1:
        american = habits.pop()
        return {day for day in readings if (day != european) is american}
    named = {
        (_month(found["m1"] or found["m2"]), _number(found["d1"] or found["d2"]))
        for found in _PROSE_DAY.finditer(context)
    }
    return {day for day in readings if (day.month, day.day) in named}


def _month_first(found: re.Match[str]) -> bool | None:
    """Whether a numeric date puts the month first; None when both orders are possible."""
    if found["sep"] in (None, "."):
        return None
    a, b = int(found["a"]), int(found["b"])
    return None if (a > 12) == (b > 12) else b > 12


def _make(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month(text: str) -> int:
    return int(text) if text.isdigit() else MONTHS[text.rstrip(".").lower()]


def _number(text: str) -> int:
    return int(text.rstrip("stndrh" + "STNDRH"))
