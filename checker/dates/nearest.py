"""Dates said without their year, or weekdays without their week: which occurrence is meant.

News looks back: a time already past is taken unless the clause around is about what is to come. A month or a day of
the year is first of all the nearest one, since a year is rarely left out when it could be mistaken.
"""

from __future__ import annotations

from datetime import date, timedelta

from checker.dates import calendar
from checker.dates.match import Match
from checker.values.times import TimeValue

#: In the direction that the tense does not point to, a date counts this many times as far away.
_AGAINST_TENSE = 4.0


def year_near(match: Match, month: int, day: int = 15) -> int | None:
    """The year in which a day comes nearest to the article's date, by tense; None when the article has none."""
    reference = match.scene.reference
    if reference is None:
        return None
    tense = match.tense()
    best: tuple[float, int] | None = None
    for year in (reference.year - 1, reference.year, reference.year + 1):
        try:
            candidate = date(year, month, day)
        except ValueError:
            continue
        distance = float((candidate - reference).days)
        far = abs(distance)
        if (tense == "past" and distance > 15) or (tense == "future" and distance < -15):
            far *= _AGAINST_TENSE
        if best is None or far < best[0]:
            best = (far, year)
    return best[1] if best else reference.year


def named_day(match: Match, text: str, month: int, on: int, weekday: int | None = None) -> TimeValue | None:
    """A day of a month without its year."""
    year = year_near(match, month, min(on, 28))
    if year is None:
        try:
            date(2000, month, on)
        except ValueError:
            return None
        return calendar.undated_day(text, month, on, weekday)
    years = (year, year - 1, year + 1) if weekday else (year,)
    for candidate in years:
        try:
            value = calendar.day(text, date(candidate, month, on))
        except ValueError:
            continue
        if weekday is None or value.weekday == weekday:
            return value
    try:
        return calendar.day(text, date(year, month, on))
    except ValueError:
        return None


def named_month(match: Match, month: int, choice: str = "") -> TimeValue:
    """A month without its year; ``choice`` is past, future or this when a word beside it says which."""
    reference = match.scene.reference
    if reference is None:
        return calendar.undated_day(match.text, month, None)
    if choice == "past":
        year = reference.year - (month >= reference.month)
    elif choice == "future":
        year = reference.year + (month <= reference.month)
    elif choice == "this":
        year = reference.year
    else:
        year = year_near(match, month) or reference.year
    return calendar.month(match.text, year, month)


def weekday_near(match: Match, weekday: int, choice: str = "") -> date | None:
    """The day that a weekday names: with ``choice`` strictly past or future, else today or the nearest by tense."""
    reference = match.scene.reference
    if reference is None:
        return None
    back = (reference.isoweekday() - weekday) % 7
    if choice == "past":
        return reference - timedelta(days=back or 7)
    if choice == "future":
        return reference + timedelta(days=7 - back)
    if choice == "this":
        return reference + timedelta(days=weekday - reference.isoweekday())
    if back and match.tense() == "future":
        return reference + timedelta(days=7 - back)
    return reference - timedelta(days=back)
