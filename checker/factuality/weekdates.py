"""Weekdays that their date does not have: "Saturday, Dec. 31, 2034", which was a Sunday.

The date stands with its year, or is within a few months of the article's own day and has no other year to belong to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from checker.dates.vocabulary import table, weekday_of
from checker.factuality.misfits import Beside, Misfit, before, read_beside
from checker.model import Document, Mention, MentionKind, Span, ValueType
from checker.values.timex import TimeValue

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")

NEAR = timedelta(days=100)
"""A date without its year belongs to the year in which it is this near to the article's day ("a few months")."""

NEXT = timedelta(days=14)
"""The same where the article nowhere names that year."""

GREGORIAN = 1924
"""The first full year in which all of Europe reckoned by one calendar (Greece was the last to change, in 1923)."""

YEAR = re.compile(r"(?<![\d.,$£€])(?:1[5-9]|20)\d\d(?![\d%]|[.,]\d)")  # "2034", not "2,034" nor "$2034"

# What makes a weekday the end of a row of days, whose date is not its own: "Friday and Saturday, Dec. 30"
ROW = re.compile(r"(?:\b(?:and|or|to|through|thru|till|until|via)|[-–—/&+,])\s*$", re.I)  # "Friday and "
DAYS_BEFORE = re.compile(
    r"\b(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?\s*(?:,|and|or|to|through|till|until|[-–—/&])\s*$", re.I
)
# A newspaper, a name: "The Sun, May 5"
NAMED = re.compile(r"\b(?:the|black|good|easter|palm|ash|cyber|super|bloody)\s+$", re.I)
# How a row of days goes on behind a date: "Dec. 30-31", "Dec. 30 and 31"
GOES_ON = re.compile(r"\s*(?:[-–—/&]|and|or|to|through)\s*\d", re.I)

OPENED = re.compile(r"\s*\(\s*")  # "31 December (Saturday)"
CLOSED = re.compile(r"\s*\)")
APPOSED = re.compile(
    r"\s*,\s*(?:which\s+(?:is|was|falls on|fell on|will be)\s+)?an?\s+", re.I
)  # "31 December, a Saturday"


@cache
def _weekday() -> re.Pattern[str]:
    """A weekday at the beginning of a date, in full or short."""
    words = sorted({*table("weekday"), *table("weekday_short")}, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(words)})\b\.?", re.I)


def read_weekdates(document: Document) -> Iterator[Misfit]:
    """Every date whose weekday is not the one that stands with it."""
    for mention in document.mentions:
        if mention.kind in (MentionKind.DATE, MentionKind.TIME):
            found = _weekday().match(mention.text)
            if found is not None and mention.text[: found.end()] != mention.text:
                said = Span(mention.span.start, mention.span.start + found.end(1))
                on = Span(_skip(document.text, mention.span.start + found.end()), mention.span.end)
                if not _in_a_row(document, mention):
                    yield from _weigh(document, mention, said, on, found[1])
    for pair in document.once(read_beside):
        for day, name in ((pair.one, pair.other), (pair.other, pair.one)):
            word = _apposed(pair, day, name)
            if word is not None:
                said = Span(name.span.start + word.start(1), name.span.start + word.end(1))
                yield from _weigh(document, day, said, day.span, word[1])


def _skip(text: str, at: int) -> int:
    while text[at] in " ,.\t\n\xa0(":
        at += 1
    return at


def _in_a_row(document: Document, mention: Mention) -> bool:
    """Whether the weekday, or the date, is one of several."""
    ahead = before(document, mention)
    if NAMED.search(ahead) or DAYS_BEFORE.search(ahead):
        return True
    end = mention.span.end
    return GOES_ON.match(document.text[end : end + 20]) is not None


def _apposed(pair: Beside, day: Mention, name: Mention) -> re.Match[str] | None:
    """The weekday that is set behind a date in brackets or as an apposition, or before one in brackets."""
    if day.kind is not MentionKind.DATE or name.kind is not MentionKind.DATE or _weekday().search(day.text):
        return None
    found = _weekday().search(name.text)
    if found is None or found.end() != len(name.text):
        return None
    bracketed = OPENED.fullmatch(pair.between) and CLOSED.match(pair.behind)
    return found if bracketed or (name is pair.other and APPOSED.fullmatch(pair.between)) else None


def _weigh(document: Document, mention: Mention, said: Span, on: Span, word: str) -> Iterator[Misfit]:
    value = mention.value
    assert isinstance(value, TimeValue)
    stated = weekday_of(word.lower())
    readings = value.alternatives or (value,)
    days = [day for reading in readings for day in _days(document, reading, on)]
    if not days or any(day.isoweekday() == stated for day in days):
        return
    written = on.of(document.text)
    day = days[0]
    asks = f"which day of the week is {' '.join(written.split())}"
    if str(day.year) not in written:
        asks = f"{asks} ({day.year})"
    yield Misfit(f"{asks}?", ValueType.DATE, said, WEEKDAYS[stated - 1], on, WEEKDAYS[day.isoweekday() - 1])


def _days(document: Document, value: TimeValue, on: Span) -> list[date]:
    """The days that a date can be; none where its year is not known for sure."""
    if value.month is None or value.day is None or not value.day_given or value.approximate:
        return []
    told = YEAR.search(on.of(document.text))
    if told is not None or (value.start is not None and _has_full_date(on.of(document.text))):
        if value.start is None or value.start.year < GREGORIAN:
            return []
        return [value.start.date()]
    published = document.article.published_date
    if published is None:
        return []
    near = [day for year in (-1, 0, 1) if (day := _on(published.year + year, value.month, value.day)) is not None]
    near = [day for day in near if abs(day - published) <= NEAR]
    others = {year for year in document.once(_years) if year >= GREGORIAN}
    # What is known of the article's day can be wrong by a year, and then no date without its own year fits.
    if not near or not (abs(near[0] - published) <= NEXT or near[0].year in others):
        return []
    return near + [day for year in sorted(others) if (day := _on(year, value.month, value.day)) is not None]


def _has_full_date(text: str) -> bool:
    return len(re.findall(r"\d+", text)) >= 3  # 12/31/2034, 12/31/34


def _on(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _years(document: Document) -> frozenset[int]:
    """The years that an article speaks of, whichever it gives the day of."""
    told = {int(found) for found in YEAR.findall(document.text)}
    values = (m.value for m in document.mentions if isinstance(m.value, TimeValue) and "year" in m.text.lower())
    return frozenset(told | {value.start.year for value in values if value.start is not None})
