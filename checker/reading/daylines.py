"""The lines of a head that give the day of publication, told from other lines with a date in them."""

from __future__ import annotations

import re
from typing import Final

from checker.reading.dated import FULL_DATE, WEEKDAY
from checker.reading.masthead import is_menu, parts_of

# The words before a date of publication. "Published:" · "First posted on" · "Date:"
_PUBLISHED: Final = re.compile(
    r"(?:first\s)?(?:published|posted|issued|released|publication date|date)\b(?:\son|\sat)?\s{0,2}:?\s", re.IGNORECASE
)
# Words that hold a text back until its day. "Embargoed until" · "Not for release before"
_HELD: Final = re.compile(
    r"\b(?:embargo(?:ed)?|not for (?:publication|release|broadcast))\b:?\s(?:until|before|till)\s", re.IGNORECASE
)
_UPDATED: Final = re.compile(r"\b(?:last\s)?(?:updated|modified|edited)\b(?:\son|\sat)?\s{0,2}:?\s", re.IGNORECASE)
# Who is credited behind a date. "(Example Wire)" · "(Agencies)"
_CREDIT: Final = re.compile(r"\s?\([A-Z][\w .&’'-]{1,40}\)\s?$")
# A time or weekday left beside a date once the date is taken out. "Saturday" · "08:05" · "at 10.30 a.m. GMT"
_BESIDE: Final = re.compile(
    rf"(?i:\b(?:{WEEKDAY}|at|on|the|a\.?m\.?|p\.?m\.?|utc|gmt|est|edt|et|pt|bst|cet|ist|eastern|local time)(?=\W|$))"
    r"|[\d:.,|–—()-]|\s"
)


def date_part(line: str) -> str | None:
    """The piece of a head line that gives the day of publication and nothing else; None when there is none."""
    if held := _HELD.search(line):
        return line[held.end() :] if FULL_DATE.search(line[held.end() :][:45]) else None
    updated = _UPDATED.search(line)
    kept = line[: updated.start()] if updated else line
    for part in parts_of(kept):
        if _gives_day(part):
            return part
    if updated and not FULL_DATE.search(kept) and _gives_day(line[updated.end() :]):
        return line[updated.end() :]
    return None


def _gives_day(part: str) -> bool:
    """Whether a piece of a line is a date, with nothing beside it but its label, its time, its place or the author."""
    if label := _PUBLISHED.match(part):
        part = part[label.end() :]
    found = FULL_DATE.search(part)
    if found is None:
        return False
    behind = _CREDIT.sub("", part[found.end() :])
    rest = _BESIDE.sub("", behind)
    if rest and not rest.lower().startswith("by") and not is_menu(behind.strip(" .,")):
        return False
    before = part[: found.start()].rstrip(" ,")
    return not _BESIDE.sub("", before) or _is_place_or_outlet(before)


def _is_place_or_outlet(text: str) -> bool:
    """What may stand before a date in its line: one to six capitalised words, "Lagos", "The Review, London"."""
    words = text.replace(",", " ").replace(".", " ").split()
    if not words or len(words) > 6:
        return False
    small = {"of", "the", "and", "de", "da", "&", "in"}
    return all(word[0].isupper() or word.lower() in small for word in words)
