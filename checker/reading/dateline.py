"""The dateline at the head of a news agency's story: where and when it was filed, and by which agency."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from checker.model import Span
from checker.reading.dated import FULL_DATE, MONTH, MONTHS, WEEKDAY, read_date


@dataclass(frozen=True, slots=True)
class DatelineHint:
    """What the head of an article says of its place and day short of a whole date.

    From the dateline: ``month`` and ``day`` (without a year where it gives none), ``day_of`` (the whole date where it
    gives one), ``city`` as in prose ("Sao Paulo" for "SAO PAULO"; it gives the zone of "local time"), ``wire`` (the
    agency that filed it, or that the page credits), ``span``. From the other lines: ``weekday`` of the issue (0 is
    Monday), and ``candidates``, the two days that a numeric date of publication can mean.
    """

    month: int | None = None
    day: int | None = None
    city: str | None = None
    wire: str | None = None
    day_of: date | None = None
    span: Span | None = None
    weekday: int | None = None
    candidates: tuple[date, ...] = ()


# A word of a place name in capitals, or the small words inside one. "SAO" · "ST." · "PORT-AU-PRINCE" · "AL"
_CAPITALS: Final = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ.'’-]{1,24}"
# The place of filing. "GENEVA" · "NEW YORK" · "DAYTON, Ohio, and SUNDSVALL, Sweden" · "PARIS/BERLIN"
_PLACE: Final = (
    rf"(?P<city>{_CAPITALS}(?:[ /]{_CAPITALS}){{0,3}})"
    r"(?P<region>,\s[A-Z][\w.’' -]{1,30})?"
    rf"(?:,?\s(?:and\s|&\s)?{_CAPITALS}(?:,\s[A-Z][\w.’' -]{{1,30}})?)?"
)
# Dash between dateline and story, with an AP-style double hyphen. " — " · " - " · " -- "
_DASH: Final = r"\s{0,2}(?:—|–|--?|―)\s"
# Day and month, with or without a year. "March 3" · "3 March 2031" · "Sept. 12, 2030"
_DAY: Final = (
    rf"(?:(?i:{WEEKDAY}),?\s)?"
    rf"(?:(?P<m1>(?i:{MONTH}))\s(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<m2>(?i:{MONTH})))"
    r"(?:,?\s(?P<year>(?:19|20)\d\d))?"
)

# Dateline with a date. "GENEVA, March 3 (Wire) — " · "COLUMBUS, Ohio (March 19, 2032) - "
_DATED: Final = re.compile(
    rf"{_PLACE}(?:,|\s[–—-])?\s\(?{_DAY}\)?(?P<rest>[^\n()–—]{{0,40}}?)(?:\s?\((?P<wire>[^()\n]{{2,40}})\))?\s?(?:{_DASH})"
)
# Dateline without one. "LONDON (AP) — " · "BEIJING -- "
_UNDATED: Final = re.compile(rf"{_PLACE}(?:\s\((?P<wire>[^()\n]{{2,40}})\)(?:{_DASH})|\s(?:—|–|--)\s)(?=\S)")
# Words in capitals that open a line and are not places. "URGENT - " · "WATCH: "
_NOT_PLACES: Final = re.compile(
    r"(?:URGENT|BREAKING|UPDATED?|EXCLUSIVE|WATCH|LIVE|CORRECT(?:ED|ION)|ANALYSIS|OPINION|EDITORIAL|FACTBOX|EXPLAINER"
    r"|FEATURE|INTERVIEW|ALERT|ADVISORY|RECAP|REVIEW|PHOTOS|VIDEO|PODCAST|NOTE|WRAPUP|TIMELINE"
    r"|PRESS|MEDIA|NEWS|FOR|STATEMENT|COMMUNIQU[EÉ]|BULLETIN|RELEASE|THE|BY|JOINT|SUMMARY|SPECIAL|PART|DAY)\b"
)
# How far into the article a dateline can stand: behind a headline, a summary, a byline and share buttons.
_LINES: Final = 14
_START: Final = 3000


def find_dateline(text: str, start: int = 0) -> DatelineHint | None:
    """The dateline of an article, from ``start`` on; None when no line of its head opens with one."""
    at, lines = start, 0
    for line in text[start : start + _START].splitlines(keepends=True):
        if line.strip():
            lines += 1
            if lines > _LINES:
                return None
            indent = len(line) - len(line.lstrip(" \t\ufeff*_>"))
            if found := _DATED.match(line, indent) or _UNDATED.match(line, indent):
                hint = _hint(found, at, text)
                if hint is not None:
                    return hint
        at += len(line)
    return None


def _hint(found: re.Match[str], at: int, text: str) -> DatelineHint | None:
    if _NOT_PLACES.match(found["city"]):
        return None
    groups = found.groupdict()
    wire = _wire(groups.get("wire"))
    month = groups.get("m1") or groups.get("m2")
    span = Span(at + found.start(), at + found.end())
    city = _city(found["city"])
    if month is None:
        return DatelineHint(city=city, wire=wire, span=span)
    whole = FULL_DATE.search(found[0]) if groups.get("year") else None
    return DatelineHint(
        month=MONTHS[month.rstrip(".").lower()],
        day=int(groups.get("d1") or groups.get("d2") or 0),
        city=city,
        wire=wire,
        day_of=read_date(whole, text) if whole else None,
        span=span,
    )


def _wire(text: str | None) -> str | None:
    """The agency in the brackets; None when they hold something else, such as a date."""
    if text is None or any(char.isdigit() for char in text):
        return None
    name = re.split(r"\s*/\s*|;", text.strip())[0]
    return name if name[:1].isupper() else None


def _city(text: str) -> str:
    """The first place, as prose writes it: "Sao Paulo" for "SAO PAULO/RIO"."""
    first = text.split("/")[0]
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)?", lambda word: word[0].capitalize(), first)
