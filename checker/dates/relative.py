"""Times told from another time.

Yesterday, last week, two days later, a year ago, the following month, Tuesday, the 3rd, now.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from checker.dates import calendar
from checker.dates.absolute import with_part
from checker.dates.counts import number_of
from checker.dates.match import Match
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import table
from checker.model.kinds import ValueType
from checker.values.times import Granularity, TimeValue

_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1, "yesterdays": -1}
_UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "E": "XXX", "C": "XX"}
_GRAINS = {
    "D": Granularity.DAY,
    "W": Granularity.WEEK,
    "M": Granularity.MONTH,
    "Q": Granularity.QUARTER,
    "Y": Granularity.YEAR,
    "E": Granularity.DECADE,
    "C": Granularity.CENTURY,
}
_FINE = (Granularity.DAY, Granularity.DAYPART, Granularity.HOUR, Granularity.MINUTE)


def unit_of(words: list[str]) -> str:
    """The code of the unit that the last of some words names."""
    for word in reversed(words):
        code = table("unit").get(word) or table("units").get(word)
        if code:
            return str(code)
    return ""


def period(text: str, unit: str, of: date | None, steps: int = 0) -> TimeValue | None:
    """The day, week, month, quarter, year, decade or century some steps from the one that holds a day."""
    if of is None:
        return TimeValue(ValueType.DATE, text, _UNKNOWN[unit], _GRAINS[unit]) if unit in _UNKNOWN else None
    try:
        match unit:
            case "D":
                return calendar.day(text, of + timedelta(days=steps))
            case "W" | "F":
                return calendar.week(text, of + timedelta(weeks=steps * (2 if unit == "F" else 1)))
            case "M":
                return calendar.month(text, of.year, of.month + steps)
            case "Q":
                return calendar.quarter(text, of.year, (of.month + 2) // 3 + steps)
            case "Y":
                return calendar.year(text, of.year + steps)
            case "E":
                return calendar.decade(text, of.year // 10 * 10 + steps * 10)
            case "C":
                return calendar.century(text, (of.year - 1) // 100 + 1 + steps)
            case _:
                return None
    except (OverflowError, ValueError):
        return None


def _read_day_word(match: Match) -> TimeValue | None:
    steps = _DAYS[match.word("day")]
    if match.has("beyond"):
        steps *= 2
    value = period(match.text, "D", match.scene.reference, steps)
    return value and with_part(match, value)


def _read_this_unit(match: Match) -> TimeValue | None:
    unit, which = unit_of(match.words("unit")), match.words("which")[-1]
    reference = match.scene.reference
    if match.words("unit")[-1] == "weekend":
        steps = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1}.get(which, 0)
        if reference is None:
            return TimeValue(ValueType.DATE, match.text, "XXXX-WXX-WE", Granularity.WEEKEND)
        if which == "past" or (which in ("the", "last", "over") and match.tense() != "future"):
            steps = 0 if reference.isoweekday() >= 6 and which != "last" else -1
        return calendar.weekend(match.text, reference + timedelta(weeks=steps))
    if unit in ("S", "m", "h", "F", "L"):
        return None
    steps = {
        "last": -1,
        "past": -1,
        "previous": -1,
        "prior": -1,
        "preceding": -1,
        "next": 1,
        "coming": 1,
        "following": 1,
    }.get(which, 0)
    if which in ("following", "previous", "prior", "preceding") or (unit == "D" and steps) or which in ("that", "same"):
        return _from_focus(match, unit, steps)
    if unit == "Q" and steps == 0 and reference is not None:
        steps = 0
    value = period(match.text, unit, reference, steps)
    return value and with_part(match, value)


def _from_focus(match: Match, unit: str, steps: int) -> TimeValue | None:
    """Such as "the following day", "that year", "the same month": from the time that the text last spoke of."""
    last = match.scene.last(*(_FINE if unit == "D" else ()), before=match.start)
    focus = last.start.date() if last and last.start else match.scene.reference
    value = period(match.text, unit, focus, steps)
    return value and with_part(match, value)


def _read_the_end_of(match: Match) -> TimeValue | None:
    value = match.read("of") if match.has("of") else None
    if value is None:
        unit = unit_of(match.words("unit"))
        if unit not in _UNKNOWN or unit in ("E", "C"):
            return None
        value = period(match.text, unit, match.scene.reference)
    return value and with_part(match, replace(value, text=match.text))


def _read_year_end(match: Match) -> TimeValue | None:
    reference = match.scene.reference
    if reference is None:
        return calendar.undated_day(match.text, 12, 31)
    year = reference.year - (match.tense() == "past" and reference.month < 7)
    return replace(calendar.day(match.text, date(year, 12, 31)), modifier="", granularity=Granularity.DAY)


def _read_shift(match: Match) -> TimeValue | None:
    """Such as "two days later", "a year ago", "six weeks earlier", "three months from now"."""
    unit = unit_of(match.words("unit"))
    direction = (match.words("side") or ["from"])[0]
    number = number_of([w for w in match.words("count") if w not in ("-", "of")])
    back = direction in ("ago", "earlier", "before", "previously")
    if unit in ("S", "m", "h", "L", "") or (unit == "Q" and number is None):
        if unit in ("S", "m", "h") and direction == "ago":
            return TimeValue(ValueType.DATE, match.text, "PAST_REF")
        return None
    if number is None:
        if direction != "ago":
            return None
        if (match.words("count") and match.words("count")[0] in ("several", "many", "few", "a")) or not match.words(
            "count"
        ):
            return TimeValue(ValueType.DATE, match.text, "PAST_REF" if back else "FUTURE_REF")
        return None
    steps = -int(number) if back else int(number)
    if number % 1 and unit == "Y":
        unit, steps = "M", int(steps * 12 + (6 if steps > 0 else -6))
    anchor = match.scene.reference
    if direction not in ("ago", "from"):
        last = match.scene.last(before=match.start)
        if (unit == "Y" and steps == -1) or last is None or last.start is None:
            anchor = match.scene.reference
        else:
            anchor = last.start.date()
        if unit in ("D", "W"):
            anchor = match.scene.focus(match.start)
    quarter = _quarter_before(match) if unit == "Y" and steps == -1 else None
    if quarter is not None and quarter.start is not None:
        return calendar.quarter(match.text, quarter.start.year - 1, (quarter.start.month + 2) // 3)
    if unit == "E":
        unit, steps = "Y", steps * 10
    value = period(match.text, unit, anchor, steps) if unit != "F" else period(match.text, "W", anchor, steps * 2)
    if value and {"nearly", "almost", "about", "around", "roughly", "some", "or"} & set(
        match.words("about") + match.words("so")
    ):
        value = replace(value, approximate=True)
    return value


def _quarter_before(match: Match) -> TimeValue | None:
    """The quarter that figures in this sentence or the one before are of: "a year earlier" is then a quarter, too."""
    return match.scene.last(Granularity.QUARTER, before=match.start, within=260)


def _read_week_of(match: Match) -> TimeValue | None:
    value = match.read("of")
    if value is None or value.start is None:
        return None
    return calendar.week(match.text, value.start.date())


PATTERNS = (
    Pattern(
        "day_beyond",
        "the day <beyond:(before|after)> <day:(yesterday|tomorrow)>",
        "the day before yesterday",
        _read_day_word,
    ),
    Pattern(
        "day_word",
        "(<part:{part}> on?)? <day:(today|yesterday|tomorrow)>",
        "yesterday",
        _read_day_word,
    ),
    Pattern(
        "shift",
        "(<about:{about}>)? (<count:{count}|a|an|one>)? -? (full|whole|more|long|calendar|short)? "
        "<unit:{anyunit}> (<so:or so>)? "
        "<side:(ago|later|earlier|previously|from (now|today))>",
        "two days later",
        _read_shift,
    ),
    Pattern(
        "in_time",
        "in (<about:{about}>)? (<count:{count}|a|an|one>) <unit:{anyunit}> ' s? time",
        "in two weeks' time",
        _read_shift,
    ),
    Pattern(
        "week_of",
        "the week (of|beginning|starting|ending) <of:((the)? {mon} {dnum} (,? {yr})?|the? {dnum} (of)? {mon})>",
        "the week of March 6",
        _read_week_of,
    ),
    Pattern(
        "end_of",
        "the? <part:(beginning|middle|start|end|close)> of (the <unit:(day|week|month|quarter|year)>"
        "|<of:((this|last|next) (week|month|quarter|year|decade|century|{season}|{month}))>)",
        "the end of the month",
        _read_the_end_of,
    ),
    Pattern(
        "part_in_unit",
        "<part:{part}> in the <unit:(day|week|month|quarter|year)>",
        "earlier in the year",
        _read_the_end_of,
    ),
    Pattern(
        "year_end", "(around|about)? (the year - end|year - end|year end|year ' s end)", "year-end", _read_year_end
    ),
    Pattern(
        "this_unit",
        "(<part:{part}> (-|in|on)?)? <which:(the (very)? same|this (past|coming)?|last|next|that (same)?|the? "
        "(following|previous|next|prior|preceding)|the (coming|current|past))> "
        "(<fiscal:(fiscal|financial|calendar)>)? <unit:(day|week|weekend|month|quarter|year|decade|century)>",
        "last week",
        _read_this_unit,
    ),
    Pattern("weekend", "<which:the> (long)? <unit:weekend>", "the weekend", _read_this_unit),
)
