"""Days of the year with a name: "Christmas Eve", "Good Friday", "last Thanksgiving"."""

from __future__ import annotations

from datetime import date

from checker.dates import calendar
from checker.dates.absolute import YEAR_TAIL, said_year
from checker.dates.match import Match
from checker.dates.nearest import year_near
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import table
from checker.values.times import TimeValue


def _read_holiday(match: Match) -> TimeValue | None:
    """The day in the year named, else the nearest by tense, or the one before the article with "last"."""
    rule = str(table("holiday")[" ".join(match.words("holiday"))])
    year, reference = said_year(match), match.scene.reference
    if year is None and reference is None:
        fixed = rule[0].isdigit()
        return calendar.undated_day(match.text, int(rule[:2]), int(rule[3:])) if fixed else None
    if year is None and reference is not None:
        usual: date = calendar.holiday(rule, 2001)
        year = year_near(match, usual.month, min(usual.day, 28))
        if match.has("last"):
            year = reference.year - (calendar.holiday(rule, reference.year) >= reference)
    return calendar.day(match.text, calendar.holiday(rule, year)) if year else None


PATTERNS = (
    Pattern(
        "holiday",
        "<last:last>? <holiday:(christmas (eve|day)?|new year ' s (eve|day)|good friday|easter (sunday|monday)?"
        f"|boxing day|may day|halloween|thanksgiving (day)?)> {YEAR_TAIL}",
        "Christmas Eve",
        _read_holiday,
    ),
)
