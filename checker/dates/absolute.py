"""Calendar dates: days with a month, months, numeric dates, holidays."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from checker.dates import calendar
from checker.dates.clocktimes import at_clock
from checker.dates.counts import ordinal_of, spoken_year
from checker.dates.foreign import parse_foreign
from checker.dates.match import Match
from checker.dates.nearest import named_day, named_month
from checker.dates.shapes import Pattern
from checker.dates.vocabulary import context, month_of, table, weekday_of
from checker.values.times import TimeValue

YEAR_TAIL = "(,? (<year:{yr}> | <spoken:{saidyear}> | <which:(this|last|next)> year))?"


def month_number(match: Match, group: str = "month") -> int:
    """The number of the month that a group names."""
    return month_of(match.word(group))


def said_year(match: Match) -> int | None:
    """The year that a date names itself, in digits, in words, or as "last year"."""
    if match.has("year"):
        return int(match.word("year"))
    if match.has("spoken"):
        return spoken_year(match.words("spoken"))
    if match.has("which") and match.scene.reference:
        return match.scene.reference.year + {"this": 0, "last": -1, "next": 1}[match.word("which")]
    if match.has("short"):
        return century_of(int(match.word("short")))
    return None


def century_of(two_digits: int) -> int:
    """The year meant by two digits: up to 49 this century, else the last (as POSIX does, with a later pivot)."""
    return two_digits + (2000 if two_digits < 50 else 1900)


def _day_of_month(match: Match, text: str, group: str) -> TimeValue | None:
    month, on = month_number(match), ordinal_of(match.words(group))
    if on is None or not 1 <= on <= 31:
        return None
    year = said_year(match)
    if year is not None:
        try:
            return calendar.day(text, date(year, month, on))
        except ValueError:
            return None
    return named_day(match, text, month, on, weekday_of(match.word("wday")) if match.has("wday") else None)


def _read_day(match: Match) -> TimeValue | None:
    if not match.has("year") and not match.has("spoken") and _is_verb_or_score(match):
        return None
    return _day_of_month(match, match.text, "day")


def _is_verb_or_score(match: Match) -> bool:
    """Such as "may 5 people", "march 3-2".

    A small month word in running text with a number that counts something else.
    """
    word = match.said("month")
    if word not in ("may", "march", "mar", "dec", "sat"):
        return False
    return match.previous in ("to", "that", "who", "they", "we", "you", "he", "she", "it", "which", "and") or (
        match.next.isalpha() and match.next.endswith("s")
    )


def _read_days(match: Match) -> list[tuple[str, TimeValue]] | None:
    """Such as "from 18 to 20 November", "Nov. 18-20": a time for each end."""
    last = _day_of_month(match, match.said("last"), "day")
    first = _day_of_month(match, match.said("first"), "from")
    if first is None or last is None:
        return None
    return [("first", first), ("last", last)]


def _read_month(match: Match) -> TimeValue | None:
    month, year = month_number(match), said_year(match)
    if year is None:
        value = named_month(match, month)
    elif match.has("short") and match.said("month").islower():
        return None
    else:
        value = calendar.month(match.text, year, month)
    return value and with_part(match, value)


#: "the beginning of", "mid-": what part of a period is meant
PART_WORDS = {
    "early": "early",
    "mid": "mid",
    "middle": "mid",
    "late": "late",
    "beginning": "start",
    "start": "start",
    "end": "end",
    "close": "end",
}


def with_part(match: Match, value: TimeValue) -> TimeValue:
    """The part of a period that the group ``part`` asks for ("early", "the end of"), or all of it."""
    said = next((PART_WORDS[word] for word in match.words("part") if word in PART_WORDS), "")
    return calendar.part(value, said) if said else value


#: What "last", "this" and their like choose of the occurrences of a month, a weekday or a season
CHOICES = {"last": "past", "past": "past", "previous": "past", "next": "future", "coming": "future", "this": "this"}


def _read_month_alone(match: Match) -> TimeValue | None:
    word = match.said("month").rstrip(".")
    month = month_number(match)
    if match.next.isdigit() and int(match.next) <= 31 and not match.has("part"):
        return None  # "this Dec. 13" goes on with its day
    said = match.words("which")
    choice = CHOICES.get(said[-1], "") if said else ""
    if word.lower() in ("may", "march") and word.islower():
        if not choice and not match.has("part") and not _stands_alone(match):
            return None
    elif len(word) <= 4 and word.lower() not in ("may", "june", "july", "sept"):
        if word.lower() in ("jan", "mar", "dec", "sep") and not match.has("part") and match.previous != "in":
            return None
    elif match.next in ("day", "madness") or (not said and not match.has("part") and _is_name_or_verb(match, word)):
        return None
    value = named_month(match, month, choice)
    return value and with_part(match, value)


_BEFORE_A_NAME = frozenset(["by", "of", "from", "to", "and", "for", "before", "after"])


def _stands_alone(match: Match) -> bool:
    """Such as "in may", "since march" before anything that is not an object of the verb."""
    return match.previous in ("in", "since", "until", "by", "during", "of") and match.next not in context("after_may")


def _is_name_or_verb(match: Match, word: str) -> bool:
    """Whether a capital month is a person ("May, who ...", "June Carter") or an event ("March on Washington")."""
    if match.previous in context("before_a_month"):
        is_name = word in ("April", "June", "August", "May", "March") and _capital_follows(match)
        return is_name and match.previous in _BEFORE_A_NAME
    if word == "May":
        return match.next in context("after_may") or _capital_follows(match) or _follows_a_name(match)
    if word == "March":
        return match.previous in ("the", "a", "to", "on") or match.next in ("on", "for", "of")
    return word in ("April", "June", "August") and (_capital_follows(match) or not word[0].isupper())


def _follows_a_name(match: Match) -> bool:
    """Whether a title or a capital word touches the match: "Mr. May", "Ms Ann May"."""
    words = [word for word in match.before(2) if word != "."]
    if words and words[-1] in context("titles"):
        return True
    before = match.scene.text[: match.start].rstrip()[-20:].split()
    return bool(before) and before[-1].isalpha() and before[-1][0].isupper() and len(before) > 1


def _capital_follows(match: Match) -> bool:
    rest = match.scene.text[match.end : match.end + 2]
    return len(rest) == 2 and rest[0] == " " and rest[1].isupper()


def _read_iso(match: Match) -> TimeValue | None:
    said = match.said("iso")
    try:
        if len(said) == 10:
            return calendar.day(match.text, date.fromisoformat(said))
        return at_clock(match.text, datetime.fromisoformat(said.replace("Z", "+00:00")))
    except ValueError:
        return None


def _read_foreign(match: Match) -> TimeValue | None:
    """A date in another language, as it stands in a caption or a document's name."""
    on = parse_foreign(match.said("date"), str(table("foreign_month")[match.word("name")]).split())
    return calendar.day(match.text, on) if on else None


def _read_numeric(match: Match) -> TimeValue | None:
    """Day first or month first, both kept when both can be; the year first is never ambiguous."""
    numbers = [int(part) for part in re.split(r"[./-]", match.word("numbers"))]
    if numbers[0] > 31:
        readings = [(numbers[0], numbers[1], numbers[2])]
    else:
        first, second, year = numbers
        year = year if year > 99 else century_of(year)
        readings = [(year, second, first)] + ([(year, first, second)] if first != second else [])
    values = []
    for year, month, on in readings:
        try:
            values.append(calendar.day(match.text, date(year, month, on)))
        except ValueError:
            continue
    if match.has("wday"):
        wanted = weekday_of(match.word("wday"))
        values = [value for value in values if value.weekday == wanted] or values
    if len(values) < 2:
        return values[0] if values else None
    return replace(values[0], alternatives=tuple(values))


PATTERNS = (
    Pattern(
        "day_range",
        "from? (<wday:{wday}> ,?)? (<first:<from:{dnum}>> (-|to|and|through|until) <last:<day:{dnum}> of? "
        "<month:{mon}> "
        f"{YEAR_TAIL}>)",
        "from 18 to 20 November",
        _read_days,
    ),
    Pattern(
        "month_day_range",
        f"<first:<month:{{mon}}> <from:{{dnum}}>> (-|to|and|through|until) <last:<day:{{dnum}}> {YEAR_TAIL}>",
        "Nov. 18-20",
        _read_days,
    ),
    Pattern(
        "month_day",
        f"(this coming|this|last|next)? (<wday:{{wday}}> ,?)? <month:{{mon}}> the? <day:({{dnum}}|{{ord}})> "
        f"{YEAR_TAIL}",
        "Tuesday, May 14, 2026",
        _read_day,
    ),
    Pattern(
        "day_month",
        f"(<wday:{{wday}}> ,?)? the? <day:({{dnum}}|{{ord}})> of? <month:{{mon}}> {YEAR_TAIL}",
        "14th of November 2030",
        _read_day,
    ),
    Pattern(
        "month_year",
        "(<part:(early|late|mid|the? (beginning|middle|start|end|close) of) -?> )?<month:{mon}> (of|,)? "
        "(<year:{yr}> | <spoken:{saidyear}> | (of|,)? <which:(this|last|next)> year | ' <short:({n31}|{n99})>)",
        "mid-May 2026",
        _read_month,
    ),
    Pattern(
        "month_alone",
        "(<part:(early|late|mid|the? (beginning|middle|start|end|close) of) -?> )?"
        "(<which:(this past|this coming|last|next|this|past|coming|earlier|later|previous)>)? <month:{mon}>",
        "last April",
        _read_month_alone,
    ),
    Pattern(
        "foreign_date",
        "<date:{n31} .? de? <name:{foreign_month}> de? <year:{yr}>>",
        "14 juin 2026",
        _read_foreign,
    ),
    Pattern("iso_date", "<iso:{niso}>", "2026-05-14", _read_iso),
    Pattern("numeric_date", "(<wday:{wday}> ,?)? <numbers:{nslash}>", "03/03/2031", _read_numeric),
)
