"""Clock times with their day and zone.

"6 p.m.", "half past eight", "12:32 UTC", "10 p.m. Wednesday", "Sunday at noon".
"""

from __future__ import annotations

from dataclasses import replace

from checker.dates.clocktimes import clock_time, is_stopped, split_clock, step_of
from checker.dates.counts import number_of
from checker.dates.match import Match
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import context, table
from checker.dates.zones import zone_of
from checker.values.times import TimeValue

_FUZZY = (
    "(<fuzzy:(about|around|approximately|roughly|nearly|almost|exactly|precisely|just before|just after|just gone"
    "|just past|just about|shortly before|shortly after|soon after|not long after|not long before|well after"
    "|a little after|a little before|a little past|a bit after|a few minutes (before|after|past)|minutes after"
    "|moments after|moments before|minutes before|towards|toward|close to|not yet|not quite|getting on for)>)?"
)
_HOUR = "(<digits:({nclock}|{ndot}|{n31}|{n99})> <ampm:{ampm}>|<colon:{nclock}>"
_SPOKEN = (
    "<spoken:(half|a? quarter|({small}|{tens} (-? {small})?|{n31}|{n99}) <minutes:(minutes|minute)>?)> "
    "<side:(past|to|after|before)>"
    " (<hour:{small}>|<noon:(noon|midnight)>|<hourdigits:{n31}>)"
)
_PAIR = "<pair:({small} -? ({tens} (-? {small})?|{small}))>"  # "two thirty", only beside a part of a day
_OCLOCK = "<oclock:({small}|{n31})> o'clock"
_DOTTED = "<dotted:{ndot}>"
_MILITARY = "(<military:(({n4}|{n4z}) (hours|hrs|local time|<militaryzone:(gmt|utc)>)|{nhundred})>)"
_NAMED = "<named:(noon|midnight|midday)>"
_ZONE = (
    "((in the (<half1:(morning|afternoon|evening)>)|at <half2:night>|this <half3:(morning|afternoon|evening)>))?"
    " (<local:local time>|(<zone:{zone}> (standard|daylight|summer)? time?)|<place:({other} {other}?)> time)?"
)
_CLOCK = f"{_FUZZY} {_HOUR}|{_SPOKEN}|{_OCLOCK}|{_MILITARY}|{_NAMED}|{_DOTTED}) {_ZONE}"

_REACH = {
    "just before": (-10, 0),
    "just after": (0, 15),
    "just gone": (0, 10),
    "shortly before": (-20, 0),
    "shortly after": (0, 20),
    "soon after": (0, 20),
    "minutes after": (0, 20),
    "moments after": (0, 10),
    "moments before": (-10, 0),
    "just past": (0, 15),
    "not long after": (0, 25),
    "not long before": (-25, 0),
    "well after": (0, 60),
    "a little past": (0, 15),
    "a few minutes before": (-12, 0),
    "a few minutes after": (0, 12),
    "a few minutes past": (0, 12),
    "towards": (-20, 5),
    "toward": (-20, 5),
    "not yet": (-30, 0),
    "not quite": (-10, 0),
    "getting on for": (-20, 0),
    "minutes before": (-20, 0),
    "a little after": (0, 15),
    "a bit after": (0, 15),
    "a little before": (-15, 0),
    "nearly": (-10, 0),
    "almost": (-10, 0),
}


def _clock_minutes(match: Match) -> tuple[int, int, bool] | None:
    """Minutes from midnight, the step they are rounded to in seconds, and whether morning or evening is open."""
    placed = match.has("fuzzy") or match.previous in _BEFORE_A_CLOCK
    beside = match.has("half3") or match.has("half4") or match.has("half5")
    if beside and not placed and not match.has("ampm") and any(match.has(g) for g in ("hourword", "digits", "pair")):
        return None  # "three on Sunday night" are three of something
    if match.has("barehour"):
        return _bare_hour(match, placed)
    if match.has("pair"):
        said_hour, *rest = [w for w in match.words("pair") if w != "-"]
        past = int(number_of(rest) or 0)
        return (int(table("small")[said_hour]) * 60 + past, step_of(past, True), False) if 10 <= past < 60 else None
    if match.has("hourword"):
        return int(table("small")[match.word("hourword")]) * 60, 3600, False
    if match.has("digits"):
        hour, minute, shown = split_clock(match.word("digits"))
        if hour > 12 or hour == 0 or minute > 59:
            return None
        afternoon = match.word("ampm") == "pm"
        return hour % 12 * 60 + minute + 720 * afternoon, step_of(minute, shown), False
    if match.has("colon") or match.has("dotted"):
        said = match.word("colon") or match.word("dotted")
        hour, minute, _ = split_clock(said)
        if (
            match.has("colon")
            and len(said) == 4
            and not _clock_context(match)
            and not _is_labelled(match)
            and match.previous not in context("before_bare")
        ):
            return None  # "1:18" beside a film is its length
        if match.has("colon") and match.previous not in _AT_A_TIME and is_stopped(said) and not _is_told_of_day(match):
            return None
        is_open = 1 <= hour <= 12 and not said.startswith("0") and not match.has("zone") and not match.has("local")
        if match.has("dotted") and not _clock_context(match):
            return None
        return hour * 60 + minute, step_of(minute, True), is_open
    if match.has("military"):
        said = match.word("military")[:4]
        hour, minute = int(said[:2]), int(said[2:])
        return (hour * 60 + minute, step_of(minute, True), False) if hour < 25 and minute < 60 else None
    if match.has("named"):
        minutes = 1440 if match.word("named") == "midnight" else 720
        return minutes, 3600, False
    if match.has("oclock"):
        hour = int(number_of(match.words("oclock")) or 0)
        return (hour * 60, 3600, hour <= 12) if 1 <= hour <= 24 else None
    return _spoken_minutes(match)


_AT_A_TIME = frozenset({"at", "by", "until", "till", "before", "after", "from", "since", "around", "about"})
"""Words before a time of day."""


def _is_told_of_day(match: Match) -> bool:
    """Whether words with a clock time tell the hour of a day."""
    return any(match.has(name) for name in ("zone", "local", "place", "day", "half1", "half2", "half3", "half4"))


_AFTER_BARE = frozenset({"", ".", ",", "when", "and", "as", "but", "that", "on", "police", "with", "after"})
_SURE_FUZZY = ("just", "shortly", "soon", "not", "well", "a", "minutes", "moments", "towards", "toward")


def _bare_hour(match: Match, placed: bool) -> tuple[int, int, bool] | None:
    """Such as "just after six", "at eight, when": an hour without a word for it, where nothing else is counted."""
    hour = int(table("small")[match.word("barehour")])
    sure = match.word("fuzzy") in _SURE_FUZZY and match.words("fuzzy")[-1] not in ("about", "quite")
    if not 1 <= hour <= 12 or not placed or (match.next not in _AFTER_BARE and not match.has("day")):
        return None
    if not sure and (match.previous not in ("at", "until", "till") or hour == 1):
        return None
    return hour * 60, 3600, True


def _clock_context(match: Match) -> bool:
    """Such as "at 7.58" with a zone, a day part or a preposition of time.

    A dotted number that is a clock and not a price.
    """
    if match.has("zone") or match.has("local") or match.has("half1") or match.has("half2") or match.has("half4"):
        return True
    if match.has("day") and (match.has("fuzzy") or match.previous == "at"):
        return True
    return (match.previous == "at" or match.word("fuzzy") == "about") and match.next in (
        "",
        ".",
        ",",
        "on",
        "and",
        "when",
        "yesterday",
        "today",
        "hrs",
        "hours",
    )


_LABELS = frozenset(
    "start starts begin begins beginning kickoff off doors gates opens opening closes closing end ends finish deadline "
    "departure arrival departs arrives show curtain tip-off when time hour".split()
)
"""Labels of a line whose figure with a colon is a time of day: "Start: 9:00" (own list)."""


def _is_labelled(match: Match) -> bool:
    """Whether "9:00" stands behind such a label; "Running time: 1:18" is a length."""
    words = match.before(3)
    return words[-1:] == [":"] and words[-2:-1] != [] and words[-2] in _LABELS and "running" not in words


_BEFORE_A_CLOCK = frozenset({"at", "before", "after", "by", "until", "till", "said", "showed", "read"})
_TOLD_BEFORE = frozenset({"it", "clock", "watch", "time", "clocks"})


def _spoken_minutes(match: Match) -> tuple[int, int, bool] | None:
    words, side = match.words("spoken"), match.word("side")
    quarter_or_half = words[-1] in ("half", "quarter")
    plain = not match.has("minutes") and not quarter_or_half
    told = match.has("fuzzy") or bool(_TOLD_BEFORE & set(match.before(3)))
    if side in ("to", "before", "after") and plain and match.previous not in _BEFORE_A_CLOCK and not told:
        return None  # "five to ten" is a range of counts far more often than a clock time
    if plain and (match.next in table("units") or match.next in table("unit")):
        return None  # "it lasted four to six weeks"
    if side == "after" and plain and (match.next not in _AFTER_BARE or "." in match.text):
        return None  # "stands at 17 after three more patients died"
    if match.has("noon"):
        hour = 24 if match.word("noon") == "midnight" else 12
    else:
        hour = int(number_of(match.words("hour") or match.words("hourdigits")) or 0)
    if not 1 <= hour <= 24:
        return None
    if words[-1] == "half":
        minutes = 30 if side == "past" else None
    elif words[-1] == "quarter":
        minutes = 15
    else:
        number = number_of([w for w in words if w not in ("minutes", "minute", "-")])
        minutes = int(number) if number is not None and number < 60 else None
    if minutes is None:
        return None
    total = hour * 60 + (minutes if side in ("past", "after") else -minutes)
    step = 900 if quarter_or_half else 300 if minutes % 5 == 0 and not match.has("minutes") else 60
    return total, step, hour <= 12 and not match.has("noon")


def _half_of_day(match: Match) -> str:
    if match.has("half5"):
        return "night"
    return match.word("half1") or match.word("half2") or match.word("half3") or match.word("half4")


def _zone(match: Match) -> str | None:
    if match.has("zone"):
        return str(table("zone")[match.word("zone")])
    if match.has("militaryzone"):
        return "UTC"
    return zone_of(match.said("place")) if match.has("place") else None


def _read_clock(match: Match) -> TimeValue | None:
    if match.has("place") and zone_of(match.said("place")) is None:
        return None
    if (
        match.has("zone")
        and match.word("zone") in ("eastern", "central", "mountain", "pacific")
        and not _said_as_zone(match)
    ):
        return None
    parsed = _clock_minutes(match)
    if parsed is None:
        return None
    minutes, step, is_open = parsed
    day: TimeValue | None = None
    if match.has("day"):
        day = match.read("day")
        if day is None or (day.start is None and day.month is None and day.day is None and day.weekday is None):
            return None
    half = _half_of_day(match)
    if half:
        minutes += (
            720
            if half in ("afternoon", "evening", "night") and minutes < 720 and not (half == "night" and minutes < 300)
            else 0
        )
        is_open = False
    fuzzy = " ".join(match.words("fuzzy"))
    approximate = bool(fuzzy) and fuzzy != "exactly"
    spread = 30 if step >= 3600 else 15 if step >= 300 else 10
    reach = _REACH.get(fuzzy, (-spread, spread) if approximate else (0, 1))
    given, on = True, day.start.date() if day and day.start else None
    if day is None:
        given, on = match.has("half3") or match.has("half5"), match.scene.focus(match.start)
        if half and given:
            on = match.scene.reference
    value = clock_time(
        match.text, on, minutes, zone=_zone(match), precision=step, reach=reach, approximate=approximate, given=given
    )
    if day is not None and on is None:
        value = replace(value, timex=day.timex + value.timex[10:], month=day.month, day=day.day, weekday=day.weekday)
    value = _localised(value, match)
    if not is_open or minutes > 12 * 60 + 59:
        return value
    other = clock_time(
        match.text,
        on,
        (minutes + 720) % 1440,
        zone=_zone(match),
        precision=step,
        reach=reach,
        approximate=approximate,
        given=given,
    )
    return replace(value, alternatives=(value, _localised(other, match)))


def _localised(value: TimeValue, match: Match) -> TimeValue:
    """The same time on the clocks of the place that the article is from, when the words name no zone."""
    if value.zone or not match.scene.zone:
        return value
    return replace(value, zone=match.scene.zone, zone_given=False)


def _said_as_zone(match: Match) -> bool:
    """Such as "1 a.m. Eastern" is a zone, "6 p.m. Eastern Europe" and "at noon central bank" are not."""
    words = match.scene.text[match.span("zone")[0] : match.end + 20].split()
    return words[0][0].isupper() and (
        len(words) < 2 or words[1].islower() or not words[1].isalpha() or words[0].endswith(".")
    )


def _read_clock_range(match: Match) -> list[tuple[str, TimeValue]] | None:
    """Such as "10-11 a.m.", "between 3 and 5 p.m.": the first lies before the second."""
    end = _clock_minutes(match)
    hour, minute, shown = split_clock(match.word("first"))
    if end is None or not 1 <= hour <= 12 or minute > 59:
        return None
    last, step, _ = end
    first = hour % 12 * 60 + minute + 720 * (last >= 720)
    first -= 720 if first >= last and first >= 720 else 0
    on = match.scene.focus(match.start)
    return [
        (group, _localised(clock_time(match.said(group), on, at, precision=precision, given=False), match))
        for group, at, precision in (("first", first, step_of(minute, shown)), ("second", last, step))
    ]


def _read_hours_clock(match: Match) -> TimeValue | None:
    """Such as "at 18h30"; without a word before it, only what is too long for a length of hours said so."""
    hour, minute = (int(part) for part in match.word("hours").lower().split("h"))
    if hour > 24 or minute > 59 or (hour < 13 and match.previous not in ("at", "from", "until", "by", "around")):
        return None
    on = match.scene.focus(match.start)
    return _localised(
        clock_time(match.text, on, hour * 60 + minute, precision=step_of(minute, True), given=False), match
    )


def _read_between(match: Match) -> TimeValue | None:
    """Such as "midnight between Sunday and Monday": the start of the second day."""
    day = match.read("second")
    if day is None:
        return None
    on = day.start.date() if day.start else None
    value = clock_time(match.text, on, 0, precision=3600)
    value = _localised(value, match)
    if on is None:
        value = replace(value, timex=day.timex + "T00:00", weekday=day.weekday)
    return value


PATTERNS = (
    Pattern(
        "midnight_between",
        "(at|the)? midnight (between|from) <first:{wday}> (and|to) <second:({wday} (the {nordinal})?)>",
        "midnight between Sunday and Monday",
        _read_between,
    ),
    Pattern(
        "hour_day_part",
        f"{_FUZZY} (<digits:{{n31}}>|{_PAIR}|<hourword:{{small}}>) (o'clock)? ,? (on)? <day:{{dated}}> "
        "<half4:(morning|afternoon|evening|night)>",
        "just after nine on Tuesday night",
        _read_clock,
    ),
    Pattern(
        "hour_part_day",
        f"{_FUZZY} (<digits:({{n31}}|{{ndot}}|{{nclock}})>|<hourword:{{small}}>) (o'clock)? (in the "
        "<half1:(morning|afternoon|evening)>|at <half2:night>) ,? (on|of)? <day:{dated}>",
        "shortly before four in the morning on Wednesday",
        _read_clock,
    ),
    Pattern(
        "clock_day",
        f"{_CLOCK} ,? ((on|of) the?)? <day:{{dated}}> (<half4:(morning|afternoon|evening|night)>)?",
        "10 p.m. on Wednesday",
        _read_clock,
    ),
    Pattern("day_clock", f"<day:{{dated}}> ,? (at|from|by)? {_CLOCK}", "Sunday the 23rd at noon", _read_clock),
    Pattern(
        "clock_range",
        "<first:({n31}|{nclock}|{ndot})> (-|to|and|until) <second:(<digits:({n31}|{nclock}|{ndot})> <ampm:{ampm}>)>",
        "10-11 a.m.",
        _read_clock_range,
    ),
    Pattern("hours_clock", "<hours:{nhours}>", "18h30", _read_hours_clock),
    Pattern("clock", _CLOCK, "just before twenty past eight", _read_clock),
    Pattern(
        "hour_part",
        f"{_FUZZY} (<digits:({{n31}}|{{ndot}}|{{nclock}})>|{_PAIR}|<hourword:{{small}}>) (o'clock)? "
        "(in the <half1:(morning|afternoon|evening)>|at <half2:night>|this <half3:(morning|afternoon|evening)>"
        "|(every|each) <half4:(morning|afternoon|evening|night)>|<half5:tonight>)",
        "4 in the morning",
        _read_clock,
    ),
    Pattern(
        "bare_hour",
        f"{_FUZZY} <barehour:{{small}}> ((,? on)? <day:{{dated}}>)?",
        "just after six",
        _read_clock,
    ),
)
