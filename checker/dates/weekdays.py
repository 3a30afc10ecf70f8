"""Weekdays and days of the month by number: "Tuesday", "next Friday", "Sunday the 23rd", "the 11th and 12th"."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from checker.dates import calendar
from checker.dates.absolute import CHOICES, with_part
from checker.dates.counts import ordinal_of
from checker.dates.match import Match
from checker.dates.nearest import weekday_near
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import context, weekday_of
from checker.values.times import Granularity, TimeValue

_FINE = (Granularity.DAY, Granularity.DAYPART, Granularity.HOUR, Granularity.MINUTE)


def _read_weekday(match: Match) -> TimeValue | None:
    word = match.said("wday").rstrip(".")
    weekday = weekday_of(match.word("wday"))
    if len(word) <= 4 and not (match.has("which") and word[0].isupper()) and not _short_weekday(match, word):
        return None
    said = match.words("which")
    choice = CHOICES.get(said[-1], "") if said else ""
    if match.has("nth"):
        return _weekday_the_nth(match, weekday)
    if said and said[-1] in ("following", "previous"):
        focus = match.scene.focus(match.start)
        if focus is None:
            return calendar.undated_day(match.text, None, None, weekday)
        gap = (weekday - focus.isoweekday()) % 7 if said[-1] == "following" else -((focus.isoweekday() - weekday) % 7)
        return calendar.day(match.text, focus + timedelta(days=gap or (7 if said[-1] == "following" else -7)))
    if match.has("week"):
        if match.scene.reference is None:
            return calendar.undated_day(match.text, None, None, weekday)
        steps = {"last": -1, "next": 1, "this": 0}[match.words("week")[-2]]
        monday = match.scene.reference - timedelta(days=match.scene.reference.isoweekday() - 1)
        return calendar.day(match.text, monday + timedelta(days=weekday - 1, weeks=steps))
    on = weekday_near(match, weekday, choice)
    if on is None:
        return calendar.undated_day(match.text, None, None, weekday)
    value = calendar.day(match.text, on)
    reference = match.scene.reference
    if (
        said[-1:] == ["next"]
        and reference is not None
        and (on - reference).days < 7
        and on.isoweekday() > reference.isoweekday()
    ):
        # said early in the week, "next Thursday" is this week's for some and next week's for others
        return replace(value, alternatives=(value, calendar.day(match.text, on + timedelta(days=7))))
    return with_part(match, value)


def _read_week_on(match: Match) -> TimeValue | None:
    """Such as "Friday week", "a week on Friday": a week after the coming one."""
    reference = match.scene.reference
    weekday = weekday_of(match.word("wday"))
    if len(match.said("wday").rstrip(".")) <= 4 or match.next.isdigit():
        return None
    if reference is None:
        return calendar.undated_day(match.text, None, None, weekday)
    gap = (weekday - reference.isoweekday()) % 7 or 7
    return calendar.day(match.text, reference + timedelta(days=gap + 7))


def _short_weekday(match: Match, word: str) -> bool:
    """Such as "Sat" and "Sun" are weekdays only with a stop or beside a date, never in lower case."""
    return word[0].isupper() and match.text.endswith(".") and word not in ("Sat", "Sun", "Wed", "Mon")


def _weekday_the_nth(match: Match, weekday: int) -> TimeValue | None:
    on, reference = ordinal_of(match.words("nth")), match.scene.reference
    if on is None or on > 31:
        return None
    if reference is None:
        return calendar.undated_day(match.text, None, on, weekday)
    for months in (0, 1, -1, 2, -2):
        first = calendar.shift_months(reference.replace(day=1), months)
        try:
            candidate = first.replace(day=on)
        except ValueError:
            continue
        if candidate.isoweekday() == weekday:
            return calendar.day(match.text, candidate)
    return calendar.undated_day(match.text, None, on, weekday)


def _read_the_nth(match: Match) -> TimeValue | None:
    """Such as "until the 28th", "on the 3rd": a day of the month that the text is in, by tense where that is open."""
    on = ordinal_of(match.words("nth"))
    if (
        on is None
        or not 1 <= on <= 31
        or match.next not in context("after_a_day")
        or match.previous not in context("before_a_day")
    ):
        return None
    reference = match.scene.reference
    last = match.scene.last(*_FINE, Granularity.MONTH, before=match.start, within=400)
    anchor = last.start.date() if last and last.start else reference
    if anchor is None:
        return calendar.undated_day(match.text, None, on)
    tense = match.tense()
    months = 0
    if reference is not None and (anchor.year, anchor.month) == (reference.year, reference.month):
        anchor = reference
        if match.previous in ("until", "till", "by", "through"):
            tense = "future"
        months = 1 if tense == "future" and on < anchor.day else -1 if tense == "past" and on > anchor.day else 0
    try:
        return calendar.day(match.text, calendar.shift_months(anchor.replace(day=1), months).replace(day=on))
    except ValueError:
        return None


def _read_two_nths(match: Match) -> list[tuple[str, TimeValue]] | None:
    """Such as "on the 11th and 12th": days of the same month, when nothing that they could count follows."""
    second = _read_the_nth(match)
    first = ordinal_of(match.words("first"))
    if second is None or first is None or not 1 <= first <= 31:
        return None
    if second.start is None:
        return [("first", calendar.undated_day(match.said("first"), None, first)), ("nth", second)]
    day = second.start.date()
    value = calendar.day(match.said("first"), day.replace(day=first))
    return [("first", value), ("nth", replace(second, text=match.said("nth")))]


PATTERNS = (
    Pattern("week_on", "a week (on|from|this)? (coming|next)? <wday:{wday}>", "a week on Friday", _read_week_on),
    Pattern("weekday_week", "<wday:{wday}> week", "Friday week", _read_week_on),
    Pattern(
        "weekday",
        "(<part:{part}> (on|-)?)? (<which:(this past|this coming|this|last|next|past|coming|the following|the "
        "previous|the next)>)? "
        "<wday:{wday}> (the <nth:{nordinal}>|<week:(of)? (last|this|next) week>)?",
        "next Tuesday",
        _read_weekday,
    ),
    Pattern(
        "two_nths", "the <first:{nordinal}> (and|to|or|-) the? <nth:{nordinal}>", "on the 11th and 12th", _read_two_nths
    ),
    Pattern("the_nth", "the <nth:{nordinal}>", "the 3rd", _read_the_nth),
)
