"""What somebody is, told by an aside behind the name and not by an office: ``Holt, who keeps the club's books,``.

Also ``Holt, defending,``, ``Holt, in charge of procurement`` and ``represented by Holt``. The words are those of
``values/data/asides.toml``; what somebody is in charge of is looked up among the functions that an organisation has an
officer for.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.names.deeds import Deed
from checker.names.page import Page
from checker.values.offices import load_offices
from checker.values.roles import RoleValue

GAP = "*"
"""In a pattern: up to ``LONGEST_GAP`` words of any kind."""

LONGEST_GAP = 3
LONGEST_ASIDE = 9
"""Words of an aside before its "who"."""

OPENINGS = frozenset({",", "(", "–", "—", "-"})
CLOSINGS = frozenset({",", ";", ":", ".", ")", "–", "—"})
BEFORE = 4
"""Words before a name in which "represented by" stands."""


@dataclass(frozen=True, slots=True)
class _Pattern:
    office: str
    words: tuple[frozenset[str], ...]


@dataclass(frozen=True, slots=True)
class _Table:
    behind: Mapping[str, tuple[_Pattern, ...]]
    by: Mapping[str, str]
    charge: tuple[tuple[str, ...], ...]
    speaking: tuple[tuple[tuple[str, ...], str], ...]
    skipped: frozenset[str]


@cache
def _table() -> _Table:
    data = tomllib.loads(files("checker.values").joinpath("data", "asides.toml").read_text(encoding="utf-8"))
    behind: dict[str, list[_Pattern]] = {}
    for office, phrases in data["behind"].items():
        for phrase in phrases:
            words = tuple(frozenset(word.split("|")) for word in phrase.split())
            for first in words[0]:
                behind.setdefault(first, []).append(_Pattern(office, words))
    return _Table(
        {word: tuple(sorted(found, key=lambda p: -len(p.words))) for word, found in behind.items()},
        {verb: office for office, verbs in data["by"].items() for verb in verbs},
        tuple(tuple(phrase.split()) for phrase in data["charge"]),
        tuple((tuple(phrase.split()), office) for office, phrases in data["speaking"].items() for phrase in phrases),
        frozenset(data["skipped"]),
    )


def find_asides(page: Page, ends: Mapping[int, int]) -> Iterator[Deed]:
    """Every aside that tells an occupation; ``ends`` maps the token right after a person's name to the name's first."""
    for after, name in sorted(ends.items()):
        found = _behind(page, after) or _before(page, name)
        if found is not None:
            first, last, office = found
            yield Deed(first, last, name, RoleValue(page.text(first, last), office))
        elif (spoken := _speaking(page, after)) is not None:
            first, last, office, owner = spoken
            yield Deed(first, last, name, RoleValue(page.text(first, last), office, owner=owner))


def _behind(page: Page, after: int) -> tuple[int, int, str] | None:
    begin, end = page.bounds(max(0, after - 1))
    if after >= end or (page.tokens[after].text not in OPENINGS and page.fold[after] != "who"):
        return None
    at = after if page.fold[after] == "who" else after + 1
    found = _told_at(page, at, begin, end)
    if found is None and (who := _clause_in(page, at, end)) is not None:
        found = _told_at(page, who, begin, end)
    return found


def _speaking(page: Page, after: int) -> tuple[int, int, str, str] | None:
    """``who represented the company in court``: the words, the office, and the side that somebody speaks for."""
    end = page.bounds(max(0, after - 1))[1]
    if after >= end or (page.tokens[after].text not in OPENINGS and page.fold[after] != "who"):
        return None
    at = after + 1
    while at < end and page.fold[at] in _table().skipped:
        at += 1
    for words, office in _table().speaking:
        if page.fold[at : at + len(words)] == words:
            inside = at + len(words)
            while inside < end and page.fold[inside] in ("the", "a", "an", "its", "their", "s"):
                inside += 1
            stop = next((n + 1 for n in range(inside, min(end, inside + 3)) if page.fold[n] in sided()), None)
            return (at, stop, office, page.folded(inside, stop)) if stop is not None else None
    return None


@cache
def sided() -> frozenset[str]:
    """The words for those who are a side in a case."""
    return frozenset(word for pair in load_offices().parts.sides for listed in pair for word in listed)


def _clause_in(page: Page, at: int, end: int) -> int | None:
    """Where "who" stands in an aside that begins with a noun: ``Holt, a chemist in Porto who had no part in it,``."""
    for n in range(at, min(end, at + LONGEST_ASIDE)):
        if _closes(page, n):
            return None
        if page.fold[n] == "who":
            return n
    return None


def _told_at(page: Page, at: int, begin: int, end: int) -> tuple[int, int, str] | None:
    if at + 1 < end and page.fold[at].isdecimal() and page.tokens[at + 1].text == ",":
        at += 2
    while at < end and page.fold[at] in _table().skipped:
        at += 1
    if at >= end or at < begin:
        return None
    for pattern in _table().behind.get(page.fold[at], ()):
        last = _match(page, pattern.words, at, end)
        if last is not None:
            return at, last, pattern.office
    for words in _table().charge:
        if page.fold[at : at + len(words)] == words and (found := _function(page, at + len(words), end)) is not None:
            return at, found[0], found[1]
    return None


def _match(page: Page, words: tuple[frozenset[str], ...], at: int, end: int) -> int | None:
    """Where a pattern that begins here ends, inside the aside; None where it does not hold."""
    here, gap = at, 0
    for word in words:
        if GAP in word:
            gap = LONGEST_GAP
            continue
        stop = here
        while stop < end and stop - here < gap and page.fold[stop] not in word and not _closes(page, stop):
            stop += 1
        while stop < end and not page.fold[stop] and not _closes(page, stop):
            stop += 1
        if stop >= end or page.fold[stop] not in word:
            return None
        here, gap = stop + 1, 0
    return here


def _closes(page: Page, at: int) -> bool:
    return page.tokens[at].text in CLOSINGS


def _function(page: Page, at: int, end: int) -> tuple[int, str] | None:
    """The officer of what somebody is in charge of, and where its words end."""
    forms = load_offices().forms
    if at < end and page.tokens[at].text == "it":
        return None  # no technology: "who runs it"
    while at < end and page.fold[at] in ("the", "its", "their", "all", "s"):
        at += 1
    for size in range(min(4, end - at), 0, -1):
        office = forms.get(f"head of {page.folded(at, at + size)}")
        if office is not None and office != "head":
            return at + size, office
    return None


def _before(page: Page, name: int) -> tuple[int, int, str] | None:
    """``represented by Anna Holt``; a title may stand before the name."""
    begin = page.bounds(name)[0]
    at = next((n for n in range(name - 1, max(begin, name - BEFORE) - 1, -1) if page.fold[n] == "by"), None)
    if at is None or at - 1 < begin or any(_closes(page, n) for n in range(at, name)):
        return None
    office = _table().by.get(page.fold[at - 1])
    return (at - 1, at, office) if office is not None else None
