"""Times as reports of figures tell them ("the quarter", "the year-earlier period"), and bare references ("now").

"The quarter" is the one last named, else the one that ended before the article; a "year-earlier" period is that one
a year back.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from checker.dates import calendar
from checker.dates.durations import duration
from checker.dates.match import Match
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import context
from checker.model.kinds import ValueType
from checker.values.times import Granularity, TimeValue

_PRESENT = frozenset({"now", "currently", "current", "nowadays", "present", "presently", "days", "moment"})
_FUTURE = frozenset({"soon", "future", "term", "shortly"})


def _latest_quarter(match: Match) -> TimeValue | None:
    """The quarter that the text reports on: the latest named nearby, else the one before the article's own."""
    named = [v for start, v in match.scene.said if v.granularity is Granularity.QUARTER and start > match.start - 1500]
    reference = match.scene.reference
    if reference is not None:
        begun = calendar.quarter("", reference.year, (reference.month + 2) // 3)
        if "current" in match.text.lower():
            return calendar.quarter(match.text, reference.year, (reference.month + 2) // 3)
        named = [v for v in named if v.start and begun.start and v.start < begun.start] or named
    latest = max(named, key=lambda value: value.start or datetime.min, default=None)
    if latest is not None and latest.start is not None:
        return calendar.quarter(match.text, latest.start.year, (latest.start.month + 2) // 3)
    if reference is None:
        return TimeValue(ValueType.DATE, match.text, "XXXX-QX", Granularity.QUARTER)
    return calendar.quarter(match.text, reference.year, (reference.month + 2) // 3 - 1)


def _read_quarter(match: Match) -> TimeValue | None:
    return _latest_quarter(match)


def _read_year_ago(match: Match) -> TimeValue | None:
    reference = match.scene.reference
    if reference is None:
        return TimeValue(ValueType.DATE, match.text, "XXXX", Granularity.YEAR)
    said = match.scene.last(Granularity.QUARTER, before=match.start, within=600)
    if match.has("quarter") or (said is not None and not match.has("year")):
        latest = _latest_quarter(match)
        if latest is not None and latest.start is not None:
            return calendar.quarter(match.text, latest.start.year - 1, (latest.start.month + 2) // 3)
    return calendar.year(match.text, reference.year - 1)


def _read_year_period(match: Match) -> TimeValue | None:
    year = int(match.word("year"))
    latest = _latest_quarter(match)
    if latest is None or latest.start is None:
        return calendar.year(match.text, year)
    return calendar.quarter(match.text, year, (latest.start.month + 2) // 3)


def _read_reference(match: Match) -> TimeValue | None:
    words = match.text.lower().split()
    last = words[-1]
    if last == "now" and match.next in ("known", "-", "famous", "defunct"):
        return None
    if last in _PRESENT:
        timex = "PRESENT_REF"
    elif last in _FUTURE:
        if last == "soon" and (
            match.next in ("after", "as", "before", "afterward", "afterwards") or match.previous in ("as", "so", "too")
        ):
            return None
        timex = "FUTURE_REF"
    else:
        timex = "PAST_REF"
    return replace(TimeValue(ValueType.DATE, match.text, timex), granularity=Granularity.UNKNOWN)


def _read_the_unit(match: Match) -> list[tuple[str, TimeValue]] | None:
    """Such as "for the year": the article's own; "for the year ended Sept. 30" is a length of time."""
    reference = match.scene.reference
    text = match.said("rest")
    if match.word("of") == "of" and match.previous not in context("parts_of_a_year"):
        return None  # "player of the year"
    if match.next in ("ended", "ending", "that", "to"):
        return [("rest", duration(text, 1, "Y" if match.word("unit") == "year" else "W"))]
    if reference is None or match.next not in context("ends"):
        return None
    value = calendar.year(text, reference.year) if match.word("unit") == "year" else calendar.week(text, reference)
    return [("rest", value)]


PATTERNS = (
    Pattern(
        "year_ago_period",
        "(the|a)? (comparable|corresponding|same)? (year - (ago|earlier)|year (ago|earlier)|prior - year) "
        "(<quarter:(({ord} -?)? quarter)>|period|<year:(level|figure|number)>)?",
        "the year-earlier quarter",
        _read_year_ago,
    ),
    Pattern("year_period", "the <year:{yr}> (period|quarter)", "the 1988 period", _read_year_period),
    Pattern(
        "the_quarter",
        "(the|this) (latest|most recent|current)? (quarter|latest period)",
        "the latest quarter",
        _read_quarter,
    ),
)

#: Tried last: words of other patterns begin with the same ones ("the past year").
REFERENCES = (
    Pattern(
        "the_unit",
        "<of:(for|in|during|of|throughout|through)> <rest:the (full|fiscal|financial|calendar|latest fiscal)? "
        "<unit:(year|week)>>",
        "for the full year",
        _read_the_unit,
    ),
    Pattern(
        "reference",
        "(right now|now|currently|nowadays|these days|at present|at the moment|current|(more|most)? recently|soon"
        "|the (near|foreseeable|distant)? future|the (near|short) term|the (recent|distant)? past)",
        "now",
        _read_reference,
    ),
)
