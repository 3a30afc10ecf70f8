"""Lengths of time.

"60 days", "nearly two decades", "three hours and forty minutes", "14-month", "the past two weeks".
"""

from __future__ import annotations

import math
from dataclasses import replace
from functools import cache
from itertools import accumulate, cycle, islice

from checker.dates.clocktimes import is_stopped
from checker.dates.counts import VAGUE, number_of
from checker.dates.match import Match
from checker.dates.relative import unit_of
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import context
from checker.model.kinds import ValueType
from checker.values.times import Bound, Granularity, TimeValue

_SECONDS = {"S": 1, "m": 60, "h": 3600, "D": 86400, "W": 604800, "F": 1209600}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200, "L": 12000}
_GRAINS = {
    "S": Granularity.SECOND,
    "m": Granularity.MINUTE,
    "h": Granularity.HOUR,
    "D": Granularity.DAY,
    "W": Granularity.WEEK,
    "F": Granularity.WEEK,
    "M": Granularity.MONTH,
    "Q": Granularity.QUARTER,
    "Y": Granularity.YEAR,
    "E": Granularity.DECADE,
    "C": Granularity.CENTURY,
    "L": Granularity.CENTURY,
}
_MONTH_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

_BOUNDS = {
    "more than": Bound.MORE_THAN,
    "over": Bound.MORE_THAN,
    "well over": Bound.MORE_THAN,
    "less than": Bound.LESS_THAN,
    "fewer than": Bound.LESS_THAN,
    "under": Bound.LESS_THAN,
    "within": Bound.AT_MOST,
    "at least": Bound.AT_LEAST,
    "no less than": Bound.AT_LEAST,
    "no fewer than": Bound.AT_LEAST,
    "at most": Bound.AT_MOST,
    "up to": Bound.AT_MOST,
    "no more than": Bound.AT_MOST,
    "not more than": Bound.AT_MOST,
    "as many as": Bound.AT_MOST,
    "as much as": Bound.AT_MOST,
    "as long as": Bound.AT_MOST,
}
#: Words that only round the number, as shares of it below and above.
_SPREADS = {
    "nearly": (0.15, 0.0),
    "almost": (0.15, 0.0),
    "close to": (0.15, 0.05),
    "just under": (0.1, 0.0),
    "a little under": (0.1, 0.0),
    "slightly under": (0.1, 0.0),
    "a little less than": (0.1, 0.0),
    "slightly less than": (0.1, 0.0),
    "just over": (0.0, 0.1),
    "a little over": (0.0, 0.1),
    "slightly over": (0.0, 0.1),
    "a little more than": (0.0, 0.1),
    "slightly more than": (0.0, 0.1),
    "a good": (0.0, 0.2),
}
_ABOUT = ("about", "around", "roughly", "approximately", "some", "an estimated", "or so")


@cache
def month_seconds(months: int) -> tuple[float, float]:
    """The shortest and the longest that a number of whole months can be, in seconds, over a four-year cycle."""
    if months > 1200:
        return months * 30.4367 * 86400, months * 30.4377 * 86400
    lengths = [n + (1 if m == 1 and year == 0 else 0) for year in range(4) for m, n in enumerate(_MONTH_LENGTHS)]
    days = [0, *accumulate(islice(cycle(lengths), 48 + months))]
    totals = [days[start + months] - days[start] for start in range(48)]
    return min(totals) * 86400.0, max(totals) * 86400.0


def length_of(number: float, unit: str) -> tuple[float, float]:
    """Bounds in seconds of a number of units (codes of the vocabulary); months and years vary in length."""
    if unit in _SECONDS:
        return number * _SECONDS[unit], number * _SECONDS[unit]
    months = number * _MONTHS[unit]
    whole = math.floor(months)
    low, high = month_seconds(whole)
    rest = (months - whole) * 30.5 * 86400
    return low + rest, high + rest


def timex_of(number: float | None, unit: str) -> str:
    """The TIMEX3 value of a number of units: P2M, PT30M, P1Y6M, PXW for an unknown number."""
    letter = {"m": "M", "h": "H", "F": "W", "E": "Y", "C": "Y", "L": "Y"}.get(unit, unit)
    times = {"F": 2, "E": 10, "C": 100, "L": 1000}.get(unit, 1)
    if number is None:
        letter = {"E": "E", "C": "C", "L": "L"}.get(unit, letter)
        return f"PTX{letter}" if unit in "Smh" else f"PX{letter}"
    number *= times
    whole, rest = int(number), number % 1
    smaller = {"Y": ("M", 12), "D": ("TH", 24), "h": ("M", 60), "m": ("S", 60)}.get(unit)
    prefix = "PT" if unit in "Smh" else "P"
    if rest and smaller and rest in (0.25, 0.5, 0.75):
        name, scale = smaller
        tail = f"T{int(rest * scale)}H" if name == "TH" else f"{int(rest * scale)}{name}"
        return f"{prefix}{whole}{letter}{tail}" if whole else f"{prefix}{tail}"
    return f"{prefix}{number:g}{letter}"


def duration(text: str, number: float | None, unit: str, vague: str = "") -> TimeValue:
    """A length of time; ``number`` None for a vague one, ``vague`` the word that says so ("several")."""
    if number is None:
        least, most = VAGUE.get(vague, (2, math.inf))
        seconds = (length_of(least, unit)[0], length_of(most, unit)[1] if most < math.inf else math.inf)
    else:
        seconds = length_of(number, unit)
    precision = int(length_of(1, unit)[0])
    if number is not None and number % 1:
        precision //= 10 if number * 2 % 1 else 2
    return TimeValue(
        ValueType.DURATION, text, timex_of(number, unit), _GRAINS[unit], seconds=seconds, precision=precision
    )


def hedged(value: TimeValue, about: str) -> TimeValue:
    """A length of time held as words before it say: "nearly", "more than", "about".

    Words that say on which side it lies leave nothing to rounding.
    """
    if about in _BOUNDS:
        return replace(value, bound=_BOUNDS[about], precision=0)
    if about in _SPREADS and value.seconds is not None:
        below, above = _SPREADS[about]
        low, high = value.seconds
        modifier = "nearly" if below else "just over"
        return replace(value, seconds=(low * (1 - below), high * (1 + above)), modifier=modifier, precision=0)
    return replace(value, approximate=True) if about in _ABOUT else value


def _read_length(match: Match) -> TimeValue | list[tuple[str, TimeValue]] | None:
    value = _length(match)
    if value is None or match.words("frame") != ["last"] or match.previous not in context("modals"):
        return value
    return [("body", replace(value, text=match.said("body")))]  # "will last two months"


def _length(match: Match) -> TimeValue | None:
    unit = unit_of(match.words("unit"))
    words = [w for w in match.words("count") if w not in ("-", "of")]
    number = number_of(words)
    if match.word("unit") in ("second", "min", "sec") and not match.has("hyphen") and number != 1:
        return None
    if match.has("andahalf") and number is not None:
        number += 0.25 if "quarter" in match.words("andahalf") else 0.5
    if match.has("andthen") and number is not None and match.next != "of":
        said = match.words("andthen")
        number += 0.75 if "three" in said else 0.25 if "quarter" in said else 0.5
    vague = next((w for w in words if w in VAGUE), "")
    if (number is None and not vague) or "old" in match.words("age") or match.next == "old":
        return None  # an age says how old, not when or how long
    if number is not None and 1900 <= number <= 2100 and match.word("count").isdigit() and unit in "DWMQYE":
        return None  # "the 2024-2025 school year"
    if unit == "Q" and not match.has("frame"):
        return None  # three-quarters of something
    if number is not None and number > 3000 and unit in "YECL":
        return None
    value = duration(match.text, number, unit, vague)
    if match.has("upper"):
        upper = number_of([w for w in match.words("upper") if w not in ("-", "of")])
        if upper is not None and number is not None:
            high = duration(match.text, upper, unit)
            assert value.seconds is not None
            assert high.seconds is not None
            value = replace(value, timex=timex_of(None, unit), seconds=(value.seconds[0], high.seconds[1]))
    about = " ".join(match.words("about") or match.words("about2"))
    loose = match.has("so") or match.has("odd") or "dozen" in words
    return hedged(value, about or ("or so" if loose else ""))


#: Units that are said together, the larger first, and a third that may follow.
_JOINT = (
    ("year", "month", "day"),
    ("week", "day", ""),
    ("day", "hour", "minute"),
    ("hour", "minute", "second"),
    ("minute", "second", ""),
)


def _read_compound(match: Match) -> TimeValue | None:
    at = next(n for n in range(len(_JOINT)) if match.has(f"unit{n}"))
    if match.next == "old":
        return None
    value = duration(match.text, number_of(match.words("count")), unit_of(match.words(f"unit{at}")))
    for count, unit in ((f"count{at}", f"second{at}"), (f"rest{at}", f"third{at}")):
        if match.has(count):
            value = _join(value, duration(match.text, number_of(match.words(count)), unit_of(match.words(unit))))
    return hedged(value, " ".join(match.words("about")))


def _join(large: TimeValue, small: TimeValue) -> TimeValue:
    """Two lengths said as one: seven minutes, and 52 seconds."""
    assert large.seconds is not None
    assert small.seconds is not None
    date_part, _, time_part = small.timex.removeprefix("P").partition("T")
    joint = "" if "T" in large.timex or not time_part else "T"
    timex = f"{large.timex}{date_part}{joint}{time_part}"
    seconds = (large.seconds[0] + small.seconds[0], large.seconds[1] + small.seconds[1])
    return replace(large, timex=timex, seconds=seconds, precision=small.precision)


def _read_one(match: Match) -> TimeValue | None:
    """Such as "a week", "an hour and a half", "half an hour"."""
    unit = unit_of(match.words("unit"))
    number = 0.5 if match.has("half") else 1.0
    if match.has("andahalf"):
        said = match.words("andahalf")
        number += 0.75 if "three" in said else 0.25 if "quarter" in said else 0.5
    elif not match.has("half") and not match.has("about"):
        if unit in ("S", "Q") or match.word("unit") in ("second", "min", "night"):
            return None
        if _is_rate(match) or (unit == "D" and match.next in ("of", "-")):
            return None
    return hedged(
        duration(match.text, number, unit), " ".join(match.words("about")) or ("or so" if match.has("so") else "")
    )


def _is_rate(match: Match) -> bool:
    """Such as "three times a week", "$5 a year": so much in each."""
    return (
        match.previous in ("times", "time", "once", "twice", "share", "barrel", "ounce", "ton")
        or match.previous[-1:].isdigit()
    )


def _read_hours(match: Match) -> TimeValue:
    hours, _, minutes = match.word("hours").lower().partition("h")
    value = duration(match.text, int(hours), "h")
    seconds = float(int(hours) * 3600 + int(minutes) * 60)
    return replace(value, timex=f"PT{int(hours)}H{int(minutes)}M", seconds=(seconds, seconds), precision=60)


def _read_stopped(match: Match) -> TimeValue | None:
    """Such as "2:07:52", where no time of day is told: hours, minutes and seconds that a clock was stopped at."""
    said = match.word("stopped")
    if not is_stopped(said):
        return None
    hours, minutes, seconds = (int(part) for part in said.split(":"))
    whole = float(hours * 3600 + minutes * 60 + seconds)
    timex = f"PT{hours}H{minutes}M{seconds}S"
    return TimeValue(ValueType.DURATION, match.text, timex, Granularity.SECOND, seconds=(whole, whole), precision=1)


def _read_bare(match: Match) -> TimeValue | None:
    """Such as "for weeks", "in recent months", "decades-long", "the coming years"."""
    unit = unit_of(match.words("unit"))
    value = duration(match.text, None, unit)
    which = match.word("which")
    if which in ("recent", "past") and unit in ("Y", "Q", "D"):
        return TimeValue(ValueType.DATE, match.text, "PAST_REF")
    if (
        not which
        and not match.has("long")
        and match.previous not in ("for", "in", "of", "over", "after", "within", "lasted", "last", "take")
    ):
        return None
    if not which and unit in ("S", "Q") and not match.has("long"):
        return None
    return value


def _read_quarter_hour(match: Match) -> TimeValue | None:
    value = duration(match.text, 0.75 if match.has("three") else 0.25, "h")
    value = replace(value, timex="PT45M" if match.has("three") else "PT15M", precision=300)
    return hedged(value, " ".join(match.words("about")))


def _read_quarter_century(match: Match) -> TimeValue:
    return hedged(duration(match.text, 25, "Y"), " ".join(match.words("about")) or "or so")


def _read_unit_long(match: Match) -> TimeValue:
    """Such as "weeklong", written as one word."""
    return duration(match.text, 1, unit_of([match.word("long").removesuffix("long")]))


PATTERNS = (
    Pattern(
        "hyphened_length",
        "(<about:{about}>)? <count:{count}> <hyphen:-> <unit:{anyunit}> (<age:- (old|long)>)?",
        "60-day",
        _read_length,
    ),
    Pattern(
        "compound_length",
        "(<about:{about}>)? <count:{number}> ("
        + "|".join(
            f"<unit{n}:({one}|{one}s)> (,|and)? <count{n}:{{number}}> <second{n}:({two}|{two}s)>"
            + (f" (,? and? <rest{n}:{{number}}> <third{n}:({three}|{three}s)>)?" if three else "")
            for n, (one, two, three) in enumerate(_JOINT)
        )
        + ")",
        "three hours and forty minutes",
        _read_compound,
    ),
    Pattern(
        "between_lengths",
        "between <count:{number}> {anyunit}? and <upper:{number}> <unit:{units}>",
        "between 10 and 15 days",
        _read_length,
    ),
    Pattern(
        "length",
        "(<frame:(the (past|last|next|first|final|coming|previous|latest|full|remaining|following|preceding)?"
        "|these|those"
        "|another|every other|an additional|a further|past|last|next|first)>)?"
        " (<body:(<about:{about}>"
        "|<about2:(at least|nearly|almost|about|more than|less than|up to)> the (past|last|next)?)? "
        "(<count:{count}> (<odd:-? (odd|plus) -?>)? (<andahalf:-? and -? a -? (half|quarter)> -?)? "
        "((to|or|-) <upper:{number}>)?) "
        "(full|whole|more|long|consecutive|straight|calendar|business|working|trading|additional|extra|further"
        "|successive"
        "|solid|short|fiscal|school)? <unit:{anyunit}> (<andthen:and (a (half|quarter)|three quarters)>)? "
        "(<so:or so>)? "
        "(<age:- (old|long)>)?>)",
        "nearly two decades",
        _read_length,
    ),
    Pattern(
        "one_unit",
        "(<about:{about}>)? ((<half:half> (a|an)|(a|an|one|another)) -? (full|whole|entire|solid|further|extra"
        "|additional|good|half|little|short|mere)? "
        "<unit:({unit})> (<andahalf:and (a (half|quarter)|three - quarters|three quarters)>)? (<so:or so>)?)",
        "an hour and a half",
        _read_one,
    ),
    Pattern(
        "quarter_hour",
        "(<about:{about}>)? ((a|one) (good|mere|full|short|bare)? quarter|<three:three> -? quarters) (of an|-) hour",
        "a good quarter of an hour",
        _read_quarter_hour,
    ),
    Pattern(
        "quarter_century",
        "(<about:{about}>)? (a|one)? (good|full)? quarter (of a|-)? century",
        "a quarter of a century",
        _read_quarter_century,
    ),
    Pattern(
        "unit_long",
        "<long:(hourlong|daylong|nightlong|weeklong|monthlong|yearlong|decadelong)>",
        "weeklong",
        _read_unit_long,
    ),
    Pattern("hours_minutes", "<hours:{nhours}>", "3h40", _read_hours),
    Pattern(
        "stopped_clock",
        "<stopped:{nclock}>",
        "2:07:52",
        _read_stopped,
    ),
    Pattern(
        "bare_units",
        "(the? <which:(recent|coming|past|early|first|next|last|following|previous|subsequent)>)? "
        "<unit:{units}> (<long:(- long|long)>)?",
        "recent months",
        _read_bare,
    ),
)
