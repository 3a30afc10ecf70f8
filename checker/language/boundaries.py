"""Where sentences may and must end, decided before parsing; the parser cuts only what is left open.

The parser alone over-splits at abbreviations, inside quotations and parentheses; full stops alone say nothing in
text that has lost them. So each token gets yes, no or "let the parser say".
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from checker.text.words import is_abbreviation

OPENERS = {"(": ")", "[": "]", "“": "”", "«": "»"}
CLOSERS = frozenset(")]”»\"'’")
ENDS = frozenset({".", "!", "?", "…", "..", "...", "....", "?!", "!?", "!!"})

# A quotation or parenthesis longer than this (in tokens) is not held together.
LONGEST_HELD = 70

# Words before a number whose full stop may stand apart: "Bulletin No. 3".
NUMBERED = frozenset({"no", "nos", "vol", "fig", "art", "pp", "p", "approx"})

DASHES = frozenset({"-", "–", "—", "--"})
LONGEST_DATELINE = 32

# A stretch longer than this without a full stop has lost them, and the parser may cut it anywhere.
LONGEST_UNBROKEN = 45

# Abbreviations after which a capital usually goes on with the same name or number.
TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "prof", "rev", "gen", "lt", "col", "maj", "capt", "sgt", "sen", "rep", "gov", "st", "hon"}
    | {"adm", "cmdr", "supt", "insp", "no", "nos", "vs", "v", "messrs", "jan", "feb", "mar", "apr", "jun", "jul", "aug"}
    | {"sep", "sept", "oct", "nov", "dec", "approx", "dept", "fig", "vol", "mt", "ft", "pp"}
)


def mark_boundaries(words: Sequence[str]) -> list[bool | None]:
    """For each token whether it starts a sentence: True, False, or None where the parser decides."""
    count = len(words)
    marks: list[bool | None] = [False] * count
    if not count:
        return marks
    marks[0] = True
    held = _held(words)
    dateline = _dateline_end(words)
    for at in range(1, count):
        mark = _mark(words, at)
        if at < dateline or (mark is not False and at in held):
            mark = False
        marks[at] = True if at == dateline else mark
    starts = [0, *(i for i in range(1, count) if marks[i] is not False), count]
    for first, last in itertools.pairwise(starts):
        if last - first > LONGEST_UNBROKEN:
            for at in range(first + 1, last):
                if at not in held:
                    marks[at] = None
    return marks


def _dateline_end(words: Sequence[str]) -> int:
    """Where the text begins after a dateline such as "OSLO, May 3 (Wire) —"; 0 when there is none."""
    first = words[0]
    if len(first) < 3 or not first.isupper():
        return 0
    for at in range(1, min(len(words) - 3, LONGEST_DATELINE)):
        before = words[at - 1]
        if words[at] in DASHES and (before in (")", "]") or before[-1].isdigit() or before.isupper() or at > 4):
            return at + 1 if words[at + 1][:1].isupper() or not words[at + 1][:1].isalpha() else 0
        if words[at] in ENDS:
            return 0
    return 0


def _mark(words: Sequence[str], at: int) -> bool | None:
    """Judge the boundary before the token at ``at`` by the tokens around it."""
    here = words[at]
    end = at - 1
    while end > 0 and words[end] in CLOSERS and words[end] != "’":
        end -= 1
    if words[end] not in ENDS:
        return _after_abbreviation(words, at)
    if here in CLOSERS and not _opens(words, at):
        return False
    first = next((w for w in words[at : at + 3] if any(c.isalnum() for c in w)), "")
    if not first or first[0].islower():
        return False
    if first[0].isdigit() and words[end] == "." and words[end - 1].casefold() in NUMBERED:
        return False
    closed = end < at - 1
    if closed and words[end] in {"?", "!"}:
        return None  # "Why?" Smith asked.
    if words[end] in {"…", "...", "...."}:
        return None
    return True


def _after_abbreviation(words: Sequence[str], at: int) -> bool | None:
    before = words[at - 1]
    if not before.endswith(".") or len(before) < 2 or before in ENDS:
        return False
    if not words[at][:1].isupper():
        return False
    stem = before[:-1].casefold()
    if stem in TITLES or (len(stem) == 1 and stem.isalpha()):
        return False
    return None if is_abbreviation(stem) else True


def _opens(words: Sequence[str], at: int) -> bool:
    """Whether a straight quotation mark opens: an even number of them stands before it."""
    return words[at] == '"' and sum(w == '"' for w in words[:at]) % 2 == 0


def _held(words: Sequence[str]) -> frozenset[int]:
    """Tokens that lie inside parentheses or quotation marks that close again soon."""
    held: set[int] = set()
    for first, last in _pairs(words):
        if last - first <= LONGEST_HELD:
            held.update(range(first + 1, last + 1))
    return frozenset(held)


def _pairs(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    opened: list[tuple[str, int]] = []
    straight: int | None = None
    for at, word in enumerate(words):
        if word == '"':
            if straight is None:
                straight = at
            else:
                yield straight, at
                straight = None
        elif word in OPENERS:
            opened.append((OPENERS[word], at))
        elif opened and word == opened[-1][0]:
            yield opened.pop()[1], at
