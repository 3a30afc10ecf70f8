"""The words of time expressions: what each stands for, and the one character that stands for it in a pattern.

Patterns are regular expressions over a text in which each known word has become one character of Unicode's private use
area (see ``checker.dates.shapes``); a word that no pattern and no table knows becomes ``x``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

#: The character of words and signs that play no part in a time expression.
OTHER = "x"

#: Kinds of number tokens, by how they are written; each has its own character.
NUMBER_KINDS = (
    "n31",  # 1 to 31: a day, an hour, a count
    "n99",  # 0, 00 and 32 to 99
    "n4",  # 1000 to 2199 without a comma: a year, or four digits of a clock
    "n4z",  # four digits with a leading zero: 0600
    "nint",  # any other whole number
    "nfloat",  # 4.6
    "nclock",  # 08:19, 8:19:30
    "ndot",  # 7.58: a clock or a decimal number
    "nordinal",  # 14th
    "ndecade",  # 1990s, 90s
    "niso",  # 2026-05-14, 2026-05-14T18:30
    "nslash",  # 03/03/2031, 3.3.2031
    "nhalf",  # 1/2, 3/4
    "nhours",  # 3h40
    "nhundred",  # 0410H
    "nyearspan",  # 2019-20, 2019/20
    "nquarter",  # Q1, 1Q, H2
    "nfiscal",  # FY2029
)

#: Signs that patterns name; dashes count as hyphens.
SIGNS = {"-": "-", "–": "-", "‑": "-", ",": ",", ".": ".", "'": "'", "’": "'", "&": "&", "(": "(", ")": ")"}

_FIRST_CODE = 0xE000


@cache
def table(name: str) -> Mapping[str, int | float | str]:
    """A table of ``data/vocabulary.toml``.

    Word (lower case) to what it stands for. Raises KeyError for an unknown name.
    """
    return _tables()[name]


@cache
def _tables() -> dict[str, dict[str, int | float | str]]:
    with resources.files("checker.dates").joinpath("data/vocabulary.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def context(name: str) -> frozenset[str]:
    """A list of ``data/contexts.toml``: words around a time. Raises KeyError for an unknown name."""
    with resources.files("checker.dates").joinpath("data/contexts.toml").open("rb") as file:
        return frozenset(tomllib.load(file)[name])


def month_of(word: str) -> int:
    """The number of a month's name or its short form. Raises KeyError for anything else."""
    return int(table("month").get(word) or table("month_short")[word])


def weekday_of(word: str) -> int:
    """The number of a weekday's name, short form or plural, Monday 1. Raises KeyError for anything else."""
    return int(table("weekday").get(word) or table("weekday_short").get(word) or table("weekdays")[word])


class Codes:
    """Gives words their characters, in the order in which patterns first name them."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        for kind in NUMBER_KINDS:
            self.of(f"#{kind}")

    def of(self, word: str) -> str:
        """The character of a word, a sign, or (with ``#`` before it) a kind of number."""
        if word in "-,.'&()":
            return word
        code = self.words.get(word)
        if code is None:
            code = self.words[word] = chr(_FIRST_CODE + len(self.words))
        return code
