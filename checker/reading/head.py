"""What the first lines of an article say of it: headline, outlet, day of publication, authors, dateline.

Only what is plainly there is taken. A headline can be missing and a date stay unknown; a wrong one would move every
relative date of the article.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Final

from checker.reading.dated import FULL_DATE, MONTH, MONTHS, WEEKDAY, WEEKDAYS, read_date, read_days, read_moment
from checker.reading.dateline import DatelineHint, find_dateline
from checker.reading.daylines import date_part
from checker.reading.masthead import (
    find_issuer,
    find_owner,
    find_source,
    is_menu,
    is_release_mark,
    looks_like_outlet,
    parts_of,
    phrases_of,
)
from checker.text.comments import blank_comments

# Lines that are looked at, and how much of the text.
_LINES: Final = 9
_START: Final = 4000
# A line longer than this is a paragraph of the story.
_HEAD_LINE: Final = 150

# One author. "Jane Doe" · "Dr. J. M. O'Neill-Smith" · "María del Carmen Ruiz"
_PERSON: Final = (
    r"(?:(?:Dr|Prof)\.?\s)?[A-ZÀ-Þ][\w.’'-]*(?:\s(?:de|del|der|van|von|da|di|bin|al|la|[A-ZÀ-Þ][\w.’'-]*)){1,4}"
)
# A byline. "By Jane Doe" · "BY JANE DOE AND JOHN ROE, STAFF WRITERS" · "Words by Jane Doe"
_BYLINE: Final = re.compile(
    r"(?:Words\s|Written\s|Story\s|Report\s)?[Bb][Yy]:?\s"
    rf"(?P<names>{_PERSON}(?:(?:,\s|\sand\s|,\sand\s|\sAND\s|\s&\s){_PERSON}){{0,3}})"
    r"(?=$|[,.|·•–—]|\s{2}|\sin\s|\sfor\s|\s[-|])"
)
# The place of filing behind a name. "Ann Lee LONDON"
_PLACE_BEHIND: Final = re.compile(r"(?:\s[A-ZÀ-Þ]{4,})+(?=$|,|\sand\s)")
# An agency's sign-off. "(Reporting by Jane Doe; editing by John Roe)" · "(Reporting by Jane Doe in Lagos and John Roe)"
_SIGN_OFF: Final = re.compile(r"\(\s?(?:Additional )?[Rr]eporting by (?P<names>[^();\n]{4,120})")
# A credit for the copy. "Source: Example Wire" · "Source Example Wire"
_CREDIT: Final = re.compile(r"(?:Source|SOURCE|Via):?\s(?P<name>[A-Z][\w&.’'-]*(?:\s[A-Z][\w&.’'-]*){0,4})\s*$")
# Captions, credits and boxes that stand where a headline might. "Image copyright Example" · "Ann Lee/Example Pictures"
_NOT_HEADLINE: Final = re.compile(
    r"(?i:\b(?:image (?:copyright|caption|source|credit)|(?:photo|picture|image)(?: by|:)|file photo|getty images"
    r"|newsletter|enlarge image|story highlights|cookies?|your inbox|e-?mail address"
    r"|skip to|subscribe|advertisement)\b)"
    r"|/\s?(?:AP|AFP|EPA|PA|Reuters|Getty)\b"
)
# The weekday of an issue behind the outlet's name or place. "The Example Post, Wednesday" · "Post, Rome, Friday"
_ISSUE_DAY: Final = re.compile(rf",\s(?P<weekday>(?i:{WEEKDAY}))(?=$|[.|]|\s\s|\s\|)")
# A date without its year. "Saturday 20 March" · "Oct. 9"
_DAY_ONLY: Final = re.compile(
    rf"(?i:(?:{WEEKDAY},?\s)?(?:(?P<d1>[0-3]?\d)(?:st|nd|rd|th)?\s(?P<m1>{MONTH})|(?P<m2>{MONTH})\s(?P<d2>[0-3]?\d)(?:st|nd|rd|th)?))"
)
# A line of key words. "Tags: loans, banks" · "Filed under Politics"
_LABELLED: Final = re.compile(r"(?i:tags?|topics?|keywords|filed under|categor(?:y|ies))(?::|\s+(?=[A-Z]))")
# A place or an address alone on its line. "Springfield, Illinois" · "12 Example Street, Nairobi"
_ADDRESS: Final = re.compile(
    r"(?:\d+ )?[A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,3}(?:, [A-ZÀ-Þ][\w.’'-]*(?: [A-ZÀ-Þ][\w.’'-]*){0,2}){1,2}"
)


@dataclass(frozen=True, slots=True)
class Head:
    """What the head of an article says; None and empty where it does not say it."""

    title: str | None = None
    source: str | None = None
    published: date | datetime | None = None
    authors: tuple[str, ...] = ()
    hint: DatelineHint | None = None


def read_head(text: str, start: int = 0) -> Head:
    """Read the head of an article's text, from ``start`` on (behind front matter)."""
    text = blank_comments(text)
    dateline = find_dateline(text, start)
    lines = _head_lines(text, start, dateline)
    credit = next((found["name"] for line in lines if (found := _CREDIT.match(line))), None)
    source = (
        find_source(lines)
        or find_issuer(text[start : start + _START])
        or (dateline.wire if dateline else None)
        or find_owner(text)
    )
    published = _published(lines, text) or _day_of_dateline(dateline, text)
    return Head(
        title=_title(lines, source, text[start : start + _START]),
        source=source or credit,
        published=published,
        authors=_authors(lines, text),
        hint=_hint(lines, text, dateline, source=source, credit=credit, undated=published is None),
    )


def _day_of_dateline(dateline: DatelineHint | None, text: str) -> date | None:
    """The dateline's day, when it gives the year or the article names that very day with one year elsewhere."""
    if dateline is None or dateline.day_of is not None or dateline.month is None:
        return dateline.day_of if dateline else None
    days = {day for found in FULL_DATE.finditer(text) if (day := read_date(found, text)) is not None}
    same = [day for day in days if (day.month, day.day) == (dateline.month, dateline.day)]
    return same[0] if len(same) == 1 else None


def _hint(
    lines: list[str],
    text: str,
    dateline: DatelineHint | None,
    *,
    source: str | None,
    credit: str | None,
    undated: bool,
) -> DatelineHint | None:
    """What is known short of the day of publication; None when nothing is."""
    hint = dateline or DatelineHint()
    if not hint.wire:
        owner = find_owner(text)
        hint = replace(hint, wire=credit or (owner if owner != source else None))
    if undated and hint.month is None and (found := _day_alone(lines[:5])):
        month = found["m1"] or found["m2"]
        hint = replace(hint, month=MONTHS[month.rstrip(".").lower()], day=int(found["d1"] or found["d2"]))
    if undated and (found := next(filter(None, map(_ISSUE_DAY.search, lines[:5])), None)):
        hint = replace(hint, weekday=WEEKDAYS[found["weekday"].rstrip(".").lower()])
    if undated and len(days := {day for part in _date_parts(lines) for day in _days(part, text)}) == 2:
        hint = replace(hint, candidates=tuple(sorted(days)))
    return None if hint == DatelineHint() else hint


def _day_alone(lines: list[str]) -> re.Match[str] | None:
    """Day and month that stand as a piece of their own in a short line of the head: "Oslo. Saturday 20 March"."""
    for line in lines:
        if len(line) <= 100 and not FULL_DATE.search(line):
            for piece in (*parts_of(line), *phrases_of(line)):
                if found := _DAY_ONLY.fullmatch(piece):
                    return found
    return None


def _head_lines(text: str, start: int, dateline: DatelineHint | None) -> list[str]:
    """The lines before the story, without the empty ones: as far as the dateline or the second long line."""
    end = start + _START
    if dateline is not None and dateline.span is not None:
        end = dateline.span.start
    lines: list[str] = []
    for line in text[start:end].splitlines():
        stripped = line.strip(" \t\ufeff")
        if not stripped:
            continue
        if len(stripped) > _HEAD_LINE and not _is_masthead(stripped):
            break
        if stripped := stripped.lstrip("#> ").strip():
            lines.append(stripped)
        if len(lines) == _LINES:
            break
    return lines


def _is_masthead(line: str) -> bool:
    """Whether a line is the page's and not the article's: menu, date, byline, marks of a release."""
    parts = parts_of(line)
    if len(parts) > 1 and sum(map(is_menu, parts)) * 3 >= len(parts):
        return True
    if any(is_menu(part) for part in parts[:1]) and len(parts) == 1:
        return True
    return bool(
        is_release_mark(line)
        or _BYLINE.match(line)
        or _CREDIT.match(line)
        or (len(line) <= _HEAD_LINE and date_part(line) is not None)
        or _is_issue_line(line)
        or _LABELLED.match(line)
        or re.search(r"\s>\s\w+\s>\s", line)  # "Home > World > Asia"
    )


def _is_issue_line(line: str) -> bool:
    """Whether a line cites an issue: "Name, Place, Thursday. Page 3" or "Name. Essay. By Jane Doe"."""
    return len(line) <= 120 and (
        _ISSUE_DAY.search(line) is not None or any(_BYLINE.match(piece) for piece in phrases_of(line)[1:])
    )


def _published(lines: list[str], text: str) -> date | datetime | None:
    """The day that the first dated line gives; None when two lines give different days."""
    found = [moment for part in _date_parts(lines) if (moment := read_moment(part, text))]
    days = {moment.date() if isinstance(moment, datetime) else moment for moment in found}
    return found[0] if len(days) == 1 else None


def _date_parts(lines: list[str]) -> list[str]:
    return [part for line in lines if (part := date_part(line))]


def _days(part: str, text: str) -> tuple[date, ...]:
    found = FULL_DATE.search(part)
    return read_days(found, text) if found else ()


def read_byline(line: str) -> tuple[str, ...]:
    """The authors that a line names after "By"; empty where it is no byline."""
    for piece in (line, *phrases_of(line)):
        if found := _BYLINE.match(piece):
            return _names(found["names"])
    return ()


def _authors(lines: list[str], text: str) -> tuple[str, ...]:
    for line in lines:
        if names := read_byline(line):
            return names
    found = _SIGN_OFF.search(text, max(0, len(text) - 1500))
    return _names(re.split(r"\sin\s[A-Z]", found["names"])[0]) if found else ()


def _names(text: str) -> tuple[str, ...]:
    if not text.isupper():
        text = _PLACE_BEHIND.sub("", text)
    names = re.split(r",\s(?:and\s)?|\s(?:and|AND|&)\s", text)
    return tuple(
        name.title() if name.isupper() else name for one in names if (name := one.strip(" .,")) and " " in name
    )


def _title(lines: list[str], source: str | None, text: str) -> str | None:
    """The first head line that is neither masthead nor the outlet's name, where a story follows."""
    for number, line in enumerate(lines[:5]):
        if _is_masthead(line) or (source and line.startswith(source) and len(line) <= len(source) + 25):
            continue
        if source is None and looks_like_outlet(line):
            continue
        if FULL_DATE.search(line) and len(line) < 60:
            continue
        if number > 0 and _ADDRESS.fullmatch(line):
            continue
        after = text.split(line, 1)[-1].strip() if number == 0 else "more"
        return line if after and _is_headline(line) else None
    return None


def _is_headline(line: str) -> bool:
    words = line.split()
    if not 2 <= len(words) <= 28 or len(line) > _HEAD_LINE:
        return False
    if _NOT_HEADLINE.search(line) or re.match(r"[-*•]|\d{1,2}[.)]\s", line) or not re.search(r"[^\W\d_]{3}", line):
        return False
    # A full stop ends a sentence of the story; an abbreviation's may end a headline.
    return not line.endswith((":", ";", ",")) and (
        not line.endswith(".") or re.search(r"\b[A-Z]\.[A-Z]\.$", line) is not None
    )
