"""Parts of a day: "Friday morning", "the night of May 14", "last night", "overnight", "mid-afternoon"."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from checker.dates.clocktimes import part_of_day
from checker.dates.match import Match
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import table
from checker.values.times import TimeValue


def _read_part(match: Match) -> TimeValue | None:
    code = str(table("daypart")[match.word("part")])
    modifier = {"early": "early", "late": "late", "mid": "mid"}.get(match.word("early"), "")
    day = match.read("day") if match.has("day") else None
    if match.has("day"):
        if day is None:
            return None
        on = day.start.date() if day.start else None
        value = part_of_day(match.text, on, code, modifier)
        if on is None:
            value = replace(value, timex=f"{day.timex}T{code}", month=day.month, day=day.day, weekday=day.weekday)
        return value
    reference = match.scene.reference
    which = match.word("which")
    if which == "last":
        if code != "NI":
            return None
        on = reference - timedelta(days=1) if reference else None
    elif which in ("next", "following"):
        focus = match.scene.focus(match.start)
        on = focus + timedelta(days=1) if focus else None
    elif which == "the" and match.previous not in ("in", "during", "through", "by", "throughout", "into", "of"):
        return None
    elif which in ("that", "same", "the"):
        on = match.scene.focus(match.start)
    else:
        on = reference
    return part_of_day(match.text, on, code, modifier, given=which != "the")


def _read_tonight(match: Match) -> TimeValue | None:
    on: date | None = match.scene.reference
    if match.word("said") == "overnight":
        if match.next.isalpha() and match.next not in (
            "in",
            "on",
            "and",
            "as",
            "to",
            "into",
            "after",
            "at",
            "by",
            "with",
            "from",
        ):
            return None
        on = on - timedelta(days=1) if on else None
    return part_of_day(match.text, on, "NI")


_SMALL_HOURS = (0, 360)
"""The early hours of a day, in minutes from midnight."""


def _read_small_hours(match: Match) -> TimeValue | None:
    """Such as "the early hours of Tuesday": the hours before that day's morning."""
    day = match.read("day") if match.has("day") else None
    if match.has("day") and (day is None or day.start is None):
        return None
    on = day.start.date() if day is not None and day.start is not None else match.scene.focus(match.start)
    value = part_of_day(match.text, on, "MO", "early", given=match.has("day"))
    if value.start is None:
        return replace(value, clock=_SMALL_HOURS)
    return replace(value, clock=_SMALL_HOURS, end=value.start + timedelta(minutes=_SMALL_HOURS[1]))


PATTERNS = (
    Pattern(
        "small_hours",
        "the (early|small|wee) (morning)? hours ((of|on) ((the)? morning (of|on))? <day:{dated}>|of the morning)",
        "the early hours of Tuesday",
        _read_small_hours,
    ),
    Pattern(
        "day_part",
        "(<early:(early|late|mid)> (on|-)?)? <day:({dated}|that same? day)> <part:(morning|afternoon|evening|night)>",
        "late on Friday evening",
        _read_part,
    ),
    Pattern(
        "part_day",
        "(the|in the)? (<early:(early|late|mid)> -?)? <part:(morning|afternoon|evening|night)> (of|on)? <day:{dated}>",
        "the evening of May 14",
        _read_part,
    ),
    Pattern(
        "this_part",
        "(<early:(early|late|later|earlier|mid)> -?)? (<which:(this|last|that|the (next|following|same))>) "
        "<part:(morning|afternoon|evening|night)>",
        "this morning",
        _read_part,
    ),
    Pattern(
        "mid_part",
        "<early:mid> -? <part:(morning|afternoon)> <day:(yesterday|today|tomorrow)>?",
        "mid-afternoon",
        _read_part,
    ),
    Pattern(
        "in_the_part",
        "<which:the> <part:(morning|afternoon|evening)>",
        "in the morning",
        _read_part,
    ),
    Pattern("tonight", "<said:(tonight|overnight)>", "tonight", _read_tonight),
)
