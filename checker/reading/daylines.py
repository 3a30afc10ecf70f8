"""The lines of a head that give the day of publication, told from other lines with a date in them."""

from __future__ import annotations

import re
from typing import Final

from checker.reading.dated import FULL_DATE, WEEKDAY
from checker.reading.masthead import is_menu, parts_of

# The words before a date of publication. "Published:" · "Posted on" · "Embargoed until" · "Not for release before"
_PUBLISHED: Final = re.compile(
    r"\b(?:first\s)?(?:published|posted|issued|released|publication date|date|embargo(?:ed)?(?:\suntil)?"
    r"|not for (?:publication|release|broadcast) (?:before|until))\b(?:\son|\sat|\suntil)?\s{0,2}:?\s",
    re.IGNORECASE,
)
_UPDATED: Final = re.compile(r"\b(?:last\s)?(?:updated|modified|edited)\b(?:\son|\sat)?\s{0,2}:?\s", re.IGNORECASE)
# A time or weekday left beside a date once the date is taken out. "Saturday" · "08:05" · "at 10.30 a.m. GMT"
_BESIDE: Final = re.compile(
    rf"(?i:\b(?:{WEEKDAY}|at|on|the|a\.?m\.?|p\.?m\.?|utc|gmt|est|edt|et|pt|bst|cet|ist|eastern|local time)(?=\W|$))"
    r"|[\d:.,|–—()-]|\s"
)


def date_part(line: str) -> str | None:
    """The piece of a head line that gives the day of publication and nothing else; None when there is none."""
    if marked := _PUBLISHED.search(line):
        rest = line[marked.end() :]
        if FULL_DATE.search(rest[:45]) and (line[: marked.start()].strip() == "" or len(line) <= 90 or "  " in line):
            updated = _UPDATED.search(rest)
            return rest[: updated.start()] if updated else rest
    if updated := _UPDATED.search(line):
        before, after = line[: updated.start()], line[updated.end() :]
        if not FULL_DATE.search(before):
            return after if FULL_DATE.search(after[:45]) and len(line) <= 100 else None
        line = before
    for part in parts_of(line):
        found = FULL_DATE.search(part)
        if found is None:
            continue
        before = part[: found.start()].rstrip(" ,")
        rest = _BESIDE.sub("", part[found.end() :])
        if rest and not rest.startswith("By") and not is_menu(part[found.end() :].strip(" .,")):
            continue
        if not _BESIDE.sub("", before) or _is_place_or_outlet(before):
            return part
    return None


def _is_place_or_outlet(text: str) -> bool:
    """What may stand before a date in its line: one to six capitalised words, "Lagos", "The Review, London"."""
    words = text.replace(",", " ").replace(".", " ").split()
    if not words or len(words) > 6:
        return False
    small = {"of", "the", "and", "de", "da", "&", "in"}
    return all(word[0].isupper() or word.lower() in small for word in words)
