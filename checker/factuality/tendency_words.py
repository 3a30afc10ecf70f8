"""What tendencies are told with: the lists of ``data/tendencies.toml``, and the record of one."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.model import Span

AXES = ("amount", "strictness", "advance", "condition", "timing", "flow", "dealing", "mood", "turning", "stance")
UP, DOWN = "up", "down"

DENIAL_REACH = 3
"""Words before a word for a way in which a denial is looked for."""


@dataclass(frozen=True, slots=True)
class TendencyWords:
    """The lists of ``data/tendencies.toml``: entries of each axis by their first word, and the kinds of things."""

    entries: dict[str, tuple[tuple[str, tuple[str, ...], str], ...]]
    things: dict[str, frozenset[str]]
    phrases: tuple[tuple[str, str], ...]
    of_axis: dict[str, frozenset[str]]
    turning: frozenset[str]
    unreal: frozenset[str]
    denials: frozenset[str]
    verbal: frozenset[str]
    settled: frozenset[str]


@cache
def tendency_words() -> TendencyWords:
    """Read the lists."""
    data = tomllib.loads((files("checker.factuality") / "data" / "tendencies.toml").read_text("utf-8"))
    entries: dict[str, list[tuple[str, tuple[str, ...], str]]] = {}
    for axis in AXES:
        for way in (UP, DOWN):
            for phrase in data[axis][way]["words"]:
                first, *rest = phrase.replace("-", " - ").split()
                entries.setdefault(first, []).append((axis, tuple(rest), way))
    things: dict[str, set[str]] = {}
    phrases = []
    for kind, words in data["things"].items():
        for word in words:
            if " " in word:
                phrases.append((word, kind))
            else:
                things.setdefault(word, set()).add(kind)
    return TendencyWords(
        {first: tuple(sorted(found, key=lambda e: -len(e[1]))) for first, found in entries.items()},
        {word: frozenset(kinds) for word, kinds in things.items()},
        tuple(phrases),
        {axis: frozenset(data[axis].get("things", ())) for axis in AXES},
        frozenset(data["stance"]["turning"]),
        frozenset(data["way"]["unreal"]),
        frozenset(data["way"]["denials"]),
        frozenset(data["way"]["verbal"]),
        frozenset(data["way"]["settled"]),
    )


@dataclass(frozen=True, slots=True)
class Tendency:
    """One of two ways that a thing goes.

    ``kinds`` are the kinds of what goes, ``nouns`` its words, ``narrow`` and ``hung`` the words before
    and behind that narrow it ("youth unemployment", "the tax on petrol"); ``turned`` says that
    the object of a stance is itself the undoing of something; ``subject`` is the entity whose stance it is.
    """

    axis: str
    way: str
    kinds: frozenset[str]
    nouns: frozenset[str]
    narrow: frozenset[str]
    turned: bool
    subject: str
    span: Span
    sentence: int
    hung: frozenset[str] = frozenset()


def kinds_at(forms: Sequence[frozenset[str]], at: int, words: TendencyWords) -> frozenset[str]:
    """The kinds of thing that the word at a place names."""
    return frozenset(kind for form in forms[at] for kind in words.things.get(form, ()))
