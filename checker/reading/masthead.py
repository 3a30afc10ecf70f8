"""Who published an article, as the top of the page says: before the menu, beside the date, or over a release."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from checker.reading.dated import FULL_DATE, WEEKDAY

# What parts a line of a page's top. "The Gulf Gazette | Long read" · "The Gazette   News   Sport" · "Dr A. Lee · 7 min"
_PARTS: Final = re.compile(r"\s{0,9}[|·•›»]\s{0,9}|\s//\s|\s[–—]\s|\t+| {2,}")
# What parts a line that is written as sentences or with commas. "The Evening Review, London. 7 June 2029. By Ann Lee"
_PHRASES: Final = re.compile(r"(?<=[\w)])[.,]\s+")
# A name of one to seven capitalised words, small words inside. "Voice of the Coast" · "Lake & River Ledger"
_NAME: Final = re.compile(
    r"[A-ZÀ-ÞŽŠ0-9][\w.’'&-]*(?:\s(?:of|the|and|de|da|do|la|el|di|du|des|in|for|&|[A-ZÀ-ÞŽŠ0-9][\w.’'&-]*)){0,11}"
)
# The name of a site as its address. "coastnews.example" · "Example.com"
_SITE: Final = re.compile(r"(?:[A-Za-z0-9-]{2,40}\.){1,3}[a-z]{2,12}")
# A name with its article. "The Valley Ear"
_THE: Final = re.compile(r"The(?: [A-ZÀ-ÞŽŠ][\w’'&-]*| (?:of|and|&)){1,5}")
# What is added to an outlet's name. "(English edition)" · "in English" · "English Service"
_EDITION: Final = re.compile(
    r"\s*\((?:[\w-]+\s){0,3}(?:edition|service|version)\)$|\s(?:in [A-Z]\w+|(?:[A-Z]\w+\s)?(?:Edition|Service))$"
)
# Reading time and counters between menu entries. "Read time 4 minutes" · "3 min read" · "1.4k shares" · "0 comments"
_COUNTER: Final = re.compile(
    r"(?:read(?:ing)?\stime[:\s]{0,3})?\d[\d.,]{0,6}k?\s?"
    r"(?:min(?:ute)?s?\b\.?(?:\sread)?|reads|shares|comments|views|likes)",
    re.IGNORECASE,
)
# A line that says that what follows is a release. "FOR IMMEDIATE RELEASE" · "Press release" · "WEATHER BULLETIN No. 3"
_RELEASE: Final = re.compile(
    r"(?:for immediate release|(?:press|media|news) (?:release|statement|notice)(?: no\.? ?[\d/-]{1,9})?"
    r"|(?:statement|summary|notice|note|briefing) (?:to|for) the (?:press|media)"
    r"|(?:[a-z]+ )?(?:bulletin|communiqu[eé]|statement)(?: no\.? ?\d{1,4})?)\b",
    re.IGNORECASE,
)
# Who announces in a company's release. "- Example Corporation (“Example”) today announced" · "Example (LSE: EX) today"
_ISSUER: Final = re.compile(
    r"(?:^|[–—-]\s)(?P<name>[A-Z][\w&.’'-]*(?:\s(?:of|and|the|&|[A-Z][\w&.’'-]*)){0,7})\s?(?:\([^()\n]{1,60}\)\s?){1,2}"
    r"today (?:announced|said|reported|confirmed|launched|completed)",
    re.MULTILINE,
)
# A headline that names the issuer. "Statement by the Ministry of Ports" · "JOINT COMMUNIQUÉ OF NORWAY AND CHAD"
_STATEMENT_BY: Final = re.compile(
    r"(?i:(?:joint )?(?:press )?(?:statement|communiqu[eé]|announcement|declaration) (?:by|of|from) (?:the )?)"
    r"(?P<name>[A-ZÀ-Þ][\w.’'-]*(?: (?:of|the|and|for|on|OF|THE|AND|FOR|ON|[A-ZÀ-Þ][\w.’'-]*)){0,14})"
)
# A copyright line. "© 2031 The Harbour Post" · "Copyright Harbour Post 2031. All rights reserved"
_COPYRIGHT: Final = re.compile(
    r"(?:©|\([cC]\)|\bCopyright)\s{0,2}(?:©\s?)?(?:(?:19|20)\d\d(?:[-–](?:19|20)?\d\d)?,?\s)?"
    r"(?P<name>[A-Z][\w’'&-]*(?: (?:of|the|and|&|[A-Z][\w’'&-]*)){0,6})"
)
_PERSON_TITLE: Final = re.compile(r"(?:Dr|Prof|Professor|Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Mx|Rev)\b")


@cache
def words_of(name: str) -> frozenset[str]:
    """A word list of ``reading/data``, lower case."""
    text = files("checker.reading").joinpath("data", f"{name}.txt").read_text(encoding="utf-8")
    return frozenset(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))


def parts_of(line: str) -> list[str]:
    """The pieces of a line between bars, dots and wide gaps."""
    return [part.strip() for part in _PARTS.split(line) if part.strip()]


def phrases_of(line: str) -> list[str]:
    """The pieces of a line between bars, wide gaps, full stops and commas."""
    return [phrase.strip(" .,") for part in parts_of(line) for phrase in _PHRASES.split(part) if phrase.strip(" .,")]


def is_menu(part: str) -> bool:
    """Whether a piece of a line is a menu entry, a share button, a counter or a reading time."""
    return part.strip(" .!?").lower() in words_of("navigation") or _COUNTER.search(part) is not None


def is_release_mark(line: str) -> bool:
    """Whether a line does nothing but announce a release."""
    if len(line) > 100:
        return False
    found = [_RELEASE.match(part) for part in parts_of(line)]
    return any(one is not None and one.string[one.end() : one.end() + 1] in ("", ".", ":", ",", "!") for one in found)


def looks_like_outlet(name: str) -> bool:
    """Whether a name begins or ends as those of newspapers and broadcasters do, and is no person, desk or release."""
    if not _NAME.fullmatch(name) or len(name) > 60 or FULL_DATE.search(name):
        return False
    if _PERSON_TITLE.match(name) or is_menu(name) or is_release_mark(name):
        return False
    words = [word.strip(".,’'").lower() for word in re.split(r"[\s-]", name)]
    if len(words) < 2 or (words[-1] in words_of("desks") and words[0] != "the"):
        return False
    return words[0] in words_of("nameplate_openers") or words[-1] in words_of("nameplates")


def find_source(lines: list[str]) -> str | None:
    """The outlet or issuer that the first lines of an article name; None when none does so plainly.

    ``lines`` are the lines of the head without the empty ones, as far as the first paragraph of the story.
    """
    if not lines:
        return None
    return (
        _before_menu(lines[0])
        or _alone(lines[:3])
        or _beside_date(lines[:5])
        or _in_headline(lines[:3])
        or _over_release(lines)
    )


def find_issuer(text: str) -> str | None:
    """The company that "today announced", in a text that calls itself a release."""
    head = text[:2500]
    if not any(is_release_mark(line) for line in head.splitlines()[:6]):
        return None
    found = _ISSUER.search(head)
    return found["name"] if found else None


def find_owner(text: str) -> str | None:
    """The outlet that the copyright line under an article names, if it names one."""
    found = _COPYRIGHT.search(text, max(0, len(text) - 800))
    name = found["name"].strip(" .") if found else ""
    return name if looks_like_outlet(name) else None


def clean_name(name: str) -> str:
    """An outlet's name without "(English edition)" and the like."""
    return _EDITION.sub("", name).strip(" .,:")


def _before_menu(line: str) -> str | None:
    """The first piece of a line whose other pieces are menu entries."""
    parts = parts_of(line)
    if len(parts) < 2 or is_menu(parts[0]) or not any(is_menu(part) for part in parts[1:]):
        return None
    name = parts[0]
    if len(name) > 50 or FULL_DATE.search(name) or _ends_sentence(name):
        return None
    # A headline before "Share": a name has few words, and capitals throughout.
    return clean_name(name) if _SITE.fullmatch(name) or (_NAME.fullmatch(name) and len(name.split()) <= 5) else None


def _alone(lines: list[str]) -> str | None:
    """A short line that is nothing but an outlet's name: the first one, or the one under a byline."""
    for number, line in enumerate(lines):
        under_byline = number > 0 and re.match(r"[Bb]y\s|BY\s", lines[number - 1]) is not None
        edition = _EDITION.search(line) is not None
        if number > 0 and not under_byline:
            continue
        name = clean_name(line)
        if (
            2 <= len(name.split()) <= 6
            and not name.isupper()
            and (looks_like_outlet(name) or (edition and _NAME.fullmatch(name)))
        ):
            return name
    return None


def _beside_date(lines: list[str]) -> str | None:
    """The outlet in a line that also has the date, the weekday of the issue, or the author."""
    for line in lines:
        if len(line) > 140 or not _is_dated(line):
            continue
        pieces = phrases_of(line)
        byline = bool(re.match(r"[Bb]y\s", line))
        for piece in pieces[1:] if byline else pieces:
            name = clean_name(piece)
            if looks_like_outlet(name):
                return name
        first = clean_name(pieces[0])
        # "Name, Weekday" is how an issue is cited; a person's place and day are parted by a full stop.
        if not byline and re.search(rf",\s(?i:{WEEKDAY})(?:$|[.|]|\s\s)", line) and _NAME.fullmatch(first):
            return first
        if any(re.fullmatch(r"(?:[A-Z]\w+ )?(?:Edition|Service)", piece) for piece in pieces) and _NAME.fullmatch(
            first
        ):
            return first
        parts = parts_of(line)
        # "The" before a name, set off from the date: people and places have none.
        if (
            len(parts) > 1
            and FULL_DATE.search(" ".join(parts[1:]))
            and (_SITE.fullmatch(parts[0]) or _THE.fullmatch(parts[0]))
        ):
            return parts[0]
        if any(map(is_release_mark, parts[1:])) and not is_release_mark(parts[0]) and _NAME.match(first):
            return parts[0]
    return None


def _is_dated(line: str) -> bool:
    return (
        FULL_DATE.search(line) is not None
        or re.search(rf"\b(?:{WEEKDAY})\b", line, re.IGNORECASE) is not None
        or re.search(r"\bBy\s[A-Z]", line) is not None
    )


def _over_release(lines: list[str]) -> str | None:
    """The institution whose name stands over its release, in capitals or above the words "press release"."""
    first = lines[0].strip()
    if len(first) > 100 or _ends_sentence(first) or is_release_mark(first):
        return None
    words = {word.strip(".,").lower() for word in first.split()}
    if not words & words_of("institutions") or not _NAME.fullmatch(
        re.sub(r"\s(?:ON|AND|OF|THE|FOR|ET|DE)\b|,", "", first)
    ):
        return None
    marked = any(is_release_mark(line) for line in lines[1:6])
    dated = any(FULL_DATE.search(line) and len(line) < 60 for line in lines[1:3])
    in_capitals = first.isupper() and (marked or dated)
    return first if in_capitals or (marked and len(first.split()) <= 8) else None


def _in_headline(lines: list[str]) -> str | None:
    """The institution in a headline such as "Statement by the Ministry of Ports"."""
    return next((found["name"] for line in lines if (found := _STATEMENT_BY.fullmatch(line))), None)


def _ends_sentence(line: str) -> bool:
    return line.rstrip("\"'’”) ").endswith((".", "!", "?")) and not re.search(r"\b[A-Z]\.[A-Z]?\.?$", line)
