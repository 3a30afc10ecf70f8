"""Times that come round: every Tuesday, each month, twice a week, annually, Tuesday nights."""

from __future__ import annotations

from checker.dates.counts import number_of
from checker.dates.durations import timex_of
from checker.dates.match import Match
from checker.dates.relative import unit_of
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import context, month_of, table, weekday_of
from checker.model.kinds import ValueType
from checker.values.times import Granularity, TimeValue


def _set(match: Match, timex: str, granularity: Granularity = Granularity.UNKNOWN, **parts: int) -> TimeValue:
    return TimeValue(ValueType.SET, match.text, timex, granularity, **parts)  # type: ignore[arg-type]


def _read_every_unit(match: Match) -> TimeValue | None:
    unit = unit_of(match.words("unit"))
    number = number_of(match.words("count")) if match.has("count") else 2.0 if match.has("other") else 1.0
    return _set(match, timex_of(number, unit)) if unit not in ("S", "L") else None


def _read_every_day(match: Match) -> TimeValue:
    if match.has("month"):
        month = month_of(match.word("month"))
        return _set(match, f"XXXX-{month:02d}", Granularity.MONTH, month=month)
    if match.has("season"):
        return _set(match, f"XXXX-{table('season')[match.word('season')]}", Granularity.SEASON)
    name = match.word("wday")
    weekday = weekday_of(name)
    part = match.word("part")
    code = table("daypart").get(part) or table("dayparts").get(part)
    return _set(match, f"XXXX-WXX-{weekday}" + (f"T{code}" if code else ""), Granularity.DAY, weekday=weekday)


def _read_every_part(match: Match) -> TimeValue:
    return _set(match, f"XXXX-XX-XXT{table('daypart')[match.word('part')]}", Granularity.DAYPART)


def _read_frequency(match: Match) -> TimeValue | None:
    if (
        match.word("word") in ("quarterly", "monthly", "yearly")
        and match.next.isalpha()
        and match.next not in context("function_words")
    ):
        return None  # "a quarterly dividend": what kind of dividend, not when
    if match.next in ("news", "mail", "telegraph", "mirror", "express", "star", "times", "beast"):
        return None
    return _set(match, str(table("frequency")[match.word("word")]))


def _read_rate(match: Match) -> TimeValue:
    return _set(match, timex_of(1.0, unit_of(match.words("unit"))))


PATTERNS = (
    Pattern(
        "every_day",
        "(every|each) (<wday:{weekday}> <part:{daypart}>?|<month:{month}>|<season:{season}>)",
        "every Tuesday",
        _read_every_day,
    ),
    Pattern("weekdays", "<wday:{weekdays}> <part:{dayparts}>?", "Tuesdays", _read_every_day),
    Pattern("weekday_nights", "<wday:{weekday}> <part:{dayparts}>", "Tuesday nights", _read_every_day),
    Pattern("every_part", "(every|each) <part:{daypart}>", "every morning", _read_every_part),
    Pattern(
        "every_unit",
        "(every|each) (<other:other>|<count:{number}>|single)? <unit:{anyunit}>",
        "every two weeks",
        _read_every_unit,
    ),
    Pattern("frequency", "<word:{frequency}>", "annually", _read_frequency),
    Pattern("rate", "(once|twice|times) (a|per|each|every) <unit:{unit}>", "twice a week", _read_rate),
)
