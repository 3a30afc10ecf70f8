"""Patterns over words, and how they become regular expressions.

A shape is written in words: ``the? {ordinal} -? quarter (of {year})?`` matches "the first quarter", "third-quarter" and
"the first quarter of 2026". Bare words stand for themselves, ``{name}`` for a table of the vocabulary, a kind of
number or a part defined in ``PARTS``; ``<name: ...>`` captures; ``( ) | ? *`` mean what they mean in a regular
expression. Each word is one character, repeats are never nested over the same words, so no shape can backtrack
without bound.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from checker.dates.vocabulary import NUMBER_KINDS, OTHER, Codes, table

if TYPE_CHECKING:
    from checker.dates.match import Match
    from checker.values.times import TimeValue

#: Parts of shapes that several patterns share.
PARTS = {
    "mon": "({month}|{month_short} .?)",
    "wday": "({weekday}|{weekday_short} .?)",
    "yr": "{n4}",
    "saidyear": "(twenty ({tens} (-? {small})?|{small})|nineteen ({tens} (-? {small})?|hundred|{small})|two "
    "thousand (and? {small})?)",
    "ampm": "(am|pm)",
    "dnum": "({n31}|{nordinal})",
    "ord": "({ordinal}|{nordinal}|twenty - {ordinal}|thirty - first)",
    "digits": "({n31}|{n99}|{n4}|{nint}|{nfloat}|{ndot})",
    "spoken": "(({small}|{tens} (-? {small})?) ({large} (and? ({small}|{tens} (-? {small})?))?)?|(a|an) {large}"
    "|half (a|an)? dozen)",
    "number": "({digits} {large}? (-? {nhalf})?|{spoken}|{nhalf})",
    "vague": "(a few|a couple (of)?|couple of|several|a number of|many|dozens of|few|hundreds of|thousands of)",
    "half": "half (a|an)?",
    "count": "({number}|{vague}|{half})",
    "about": "(about|around|nearly|almost|roughly|approximately|some|more than|less than|fewer than|at least"
    "|at most|up to"
    "|over|under|no more than|not more than|no less than|no fewer than|just over|just under|a little over|a "
    "little under"
    "|well over|close to|as many as|as much as|as long as|an estimated|within|a good|a little more than"
    "|a little less than|slightly more than|slightly less than|slightly over|slightly under)",
    "anyunit": "({unit}|{units})",
    # a day as it stands beside a clock time or a part of the day
    "dated": "({wday} (,? (the {nordinal}|the? {mon} {dnum} (,? {yr})?|the? {dnum} of? {mon} (,? {yr})?))?"
    "|{mon} {dnum} (,? {yr})?|the? {dnum} of? {mon} (,? {yr})?|(last|next|this) {wday}"
    "|today|yesterday|tomorrow|tonight|{niso}|{nslash})",
    "part": "(early|late|mid|earlier|later|sometime|some time)",
}

_PIECE = re.compile(r"\{(\w+)\}|<(\w+):|([a-z']+)|(\s+)|([()|?*>.,&-])")  # "{unit}", "<year:", "the", " ", "("


@dataclass(frozen=True, slots=True)
class Pattern:
    """A named form of time expression: its shape, an example, and what reads a match (None: not a time after all)."""

    name: str
    shape: str
    example: str
    read: Callable[[Match], TimeValue | list[tuple[str, TimeValue]] | None]


@cache
def compile_shape(shape: str, codes: Codes, *, capturing: bool = True) -> str:
    """The regular expression of a shape over code characters. Raises ValueError for what it cannot read."""
    out: list[str] = []
    position = 0
    while position < len(shape):
        piece = _PIECE.match(shape, position)
        if piece is None:
            raise ValueError(f"not a shape: {shape!r} at {position}")
        position = piece.end()
        name, group, word, space, sign = piece.groups()
        if name:
            out.append(_part(name, codes))
        elif group:
            out.append(f"(?P<{group}>" if capturing else "(?:")
        elif word:
            out.append(codes.of(word))
        elif sign == "(":
            out.append("(?:")
        elif sign == ">":
            out.append(")")
        elif sign == ".":
            out.append(r"\.")
        elif not space:
            out.append(sign)
    return "".join(out)


def _part(name: str, codes: Codes) -> str:
    if name in PARTS:
        return f"(?:{compile_shape(PARTS[name], codes, capturing=False)})"
    if name == "other":
        return OTHER
    if name in NUMBER_KINDS:
        return codes.of(f"#{name}")
    return "[" + "".join(codes.of(word) for word in table(name)) + "]"
