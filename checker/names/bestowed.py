"""Offices that a row of words gives to somebody where neither an apposition nor the parse does.

``The captain on duty was X`` · ``X works as a signaller`` · ``X, who was confirmed as police chief`` · ``X of the
University of Arlow, a co-author`` · ``X (44), captain`` · ``in her role as mediator, X``.
"""

from __future__ import annotations

from collections.abc import Mapping

from checker.names.page import Page
from checker.names.titles import RolePhrase

GIVING = frozenset(
    "work works worked working serve serves served serving act acts acted acting employed hired engaged appointed "
    "named elected chosen installed confirmed reappointed re-elected sworn nominated picked selected treated "
    "questioned interviewed described regarded summoned identified listed introduced "
    "testified testifying appeared".split()
)
"""Verbs, as they stand, that lead by "as" to what somebody is."""

HELPING = frozenset(
    "is was are were be been being has had have in now still also then currently later only recently officially first "
    "already formally he she".split()
)
"""Words between somebody and such a verb."""

SMALL = frozenset({"of", "the", "from", "at", "and", "for", "in"})
OF_WHERE = frozenset({"of", "from", "at"})
CAPACITIES = frozenset({"role", "capacity", "job", "post", "position", "function"})
ASIDE = 5
"""Words between an office and "was" in "the captain on duty that night was X", at most."""

LONGEST_PLACE = 9
"""Words of where somebody is from between the name and a comma, at most."""


def read_bestowed(page: Page, phrase: RolePhrase, first: Mapping[int, int], ends: Mapping[int, int]) -> int | None:
    """The first token of the name that the words give an office to; None where they give it to nobody.

    ``first`` maps each person's first token to his candidate, ``ends`` the token behind a name to the name's first.
    """
    begin, end = page.bounds(phrase.head)
    at = phrase.start - 1
    if at >= begin and page.fold[at] == "as":
        name = _led_to(page, at, begin, ends)
        return name if name is not None else _in_capacity(page, phrase, at, begin, end, first)
    if at > begin and page.tokens[at].text == ",":
        name = _behind_place(page, at, begin, ends)
        return name if name is not None else _behind_age(page, at, begin, ends)
    return _inverted(page, phrase, end, first, ends)


def _led_to(page: Page, as_: int, begin: int, ends: Mapping[int, int]) -> int | None:
    """``X works as``, ``X, who was confirmed as``, ``X, described as``."""
    at = as_ - 1
    if at <= begin or page.fold[at] not in GIVING:
        return None
    at -= 1
    while at > begin and page.fold[at] in HELPING:
        at -= 1
    if page.fold[at] == "who":
        at -= 1
        return ends.get(at if page.tokens[at].text == "," else at + 1)
    if page.tokens[at].text == ",":
        return ends.get(at)
    return ends.get(at + 1)


def _in_capacity(
    page: Page, phrase: RolePhrase, as_: int, begin: int, end: int, first: Mapping[int, int]
) -> int | None:
    """``In his capacity as mayor, X``."""
    if as_ - 2 < begin or page.fold[as_ - 1] not in CAPACITIES or page.fold[as_ - 2] not in ("his", "her", "their"):
        return None
    opens = as_ - 3 >= begin and page.fold[as_ - 3] == "in" and page.opens[as_ - 3]
    after = phrase.last + 1
    return after if opens and after < end and page.tokens[phrase.last].text == "," and after in first else None


def _behind_place(page: Page, comma: int, begin: int, ends: Mapping[int, int]) -> int | None:
    """``X of the University of Arlow, a co-author``."""
    at = comma - 1
    while at > begin and comma - at <= LONGEST_PLACE and (page.cap[at] or page.fold[at] in SMALL):
        if at in ends and page.fold[at] in OF_WHERE:
            return ends[at]
        at -= 1
    return None


def _behind_age(page: Page, comma: int, begin: int, ends: Mapping[int, int]) -> int | None:
    """``X (44), captain of the ship``."""
    if comma - 3 <= begin or page.tokens[comma - 1].text != ")" or not page.fold[comma - 2].isdecimal():
        return None
    return ends.get(comma - 3)


def _inverted(
    page: Page, phrase: RolePhrase, end: int, first: Mapping[int, int], ends: Mapping[int, int]
) -> int | None:
    """``The captain on duty was X``; not ``the captain was X's brother``, nor ``the captain was X, who``."""
    if phrase.determiner not in ("the", "'s", "its", "their", "our"):
        return None
    at = phrase.last
    while at < end and at - phrase.last < ASIDE and not page.tokens[at].tag.startswith(("VB", "MD", ",", "W")):
        at += 1
    if at + 1 >= end or page.fold[at] not in ("was", "is") or at + 1 not in first:
        return None
    after = next((last for last, name in ends.items() if name == at + 1), end)
    return at + 1 if after >= end or page.tokens[after].tag not in ("POS", "NN", "NNS", "VBD", "VBN") else None
