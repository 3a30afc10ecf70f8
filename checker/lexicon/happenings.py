"""Happenings: what kind of thing a clause tells of, whatever verb and nouns it is told in.

"The plane came in", "touchdown" and "landed" are one kind; so are "jurors made up their minds" and "deliberations". A
kind is found by a word of its own, or by a frame: a verb beside one of some words in its clause. The lists are data.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

BETWEEN = re.compile(r"[ -]")

SIDES = {"": "", "start_": "start", "end_": "end"}
"""What the names of lists of frames open with, and the side of a happening that they tell."""


@dataclass(frozen=True, slots=True)
class Happening:
    """A kind of happening, and the side of it that is told: ``start``, ``end``, or empty for the whole."""

    kind: str
    side: str = ""


@dataclass(frozen=True, slots=True)
class _Frame:
    happening: Happening
    beside: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Table:
    words: dict[str, frozenset[Happening]]
    frames: dict[str, tuple[_Frame, ...]]
    kin: dict[str, frozenset[str]]
    lasting: frozenset[str]
    openings: frozenset[str]
    courses: dict[str, str]


FILES = ("happenings.toml", "happenings_told.toml")
"""The lists: a kind of several files has the words and frames of all of them."""


def _lists() -> dict[str, Any]:
    """The lists of all files by kind, those of one kind joined."""
    found: dict[str, Any] = {}
    for name in FILES:
        text = files("checker.lexicon").joinpath("data", name).read_text(encoding="utf-8")
        for kind, lists in tomllib.loads(text).items():
            held = found.setdefault(kind, {})
            for key, value in lists.items():
                held[key] = [*held.get(key, ()), *value] if isinstance(value, list) else value
    return found


@cache
def _table() -> _Table:
    data = _lists()
    classes: dict[str, list[str]] = data.pop("class")
    words: dict[str, set[Happening]] = {}
    frames: dict[str, list[_Frame]] = {}
    for kind, lists in data.items():
        for name, side in (("words", ""), ("start", "start"), ("end", "end")):
            for word in lists.get(name, ()):
                words.setdefault(word, set()).add(Happening(kind, side))
        for opening, side in SIDES.items():
            for line in lists.get(f"{opening}frames", ()):
                verbs, _, nouns = line.partition(":")
                named = nouns.split()
                beside = {w for n in named for w in (classes[n[1:]] if n.startswith("@") else [n])}
                for verb in verbs.split("/"):
                    frames.setdefault(verb.strip(), []).append(_Frame(Happening(kind, side), frozenset(beside)))
    return _Table(
        {word: frozenset(found) for word, found in words.items()},
        {verb: tuple(found) for verb, found in frames.items()},
        {kind: frozenset(lists["kin"].split()) for kind, lists in data.items() if "kin" in lists},
        frozenset(kind for kind, lists in data.items() if lists.get("lasting")),
        frozenset(named[: at.start()] for named in (*words, *frames) for at in BETWEEN.finditer(named)),
        {kind: lists["course"] for kind, lists in data.items() if "course" in lists},
    )


def happenings_of(lemma: str) -> frozenset[Happening]:
    """The kinds that a lower-case lemma (a verb with its particle: "touch down") names by itself."""
    return _table().words.get(lemma, frozenset())


def openings() -> frozenset[str]:
    """All that comes before a space or a hyphen in what the table names: the words that can open a phrase."""
    return _table().openings


@cache
def telling() -> frozenset[str]:
    """All words that tell of a happening, by themselves, in a frame or at the head of a phrase."""
    return frozenset((*_table().words, *_table().frames, *_table().openings))


def opens_frame(verb: str) -> bool:
    """Whether a verb (with its particle, if any) tells of a happening beside some other words."""
    return verb in _table().frames


def happenings_told(verb: str, beside: Collection[str]) -> frozenset[Happening]:
    """The kinds that a verb (with its particle, if any) tells of beside the other lemmas of its clause."""
    frames = _table().frames.get(verb, ())
    return frozenset(f.happening for f in frames if not f.beside.isdisjoint(beside))


def is_happening(word: str) -> bool:
    """Whether a lemma names a kind of happening by itself."""
    return word in _table().words


def kin_of(kinds: Collection[str]) -> frozenset[str]:
    """The wider kinds: what one story may tell of in the words of another kind; a kind itself where there is none."""
    table = _table().kin
    return frozenset(wide for kind in kinds for wide in (table.get(kind) or (kind,)))


def are_stages(one: str, other: str) -> bool:
    """Whether two kinds are stages of one course of things, so that a time of one is none of the other."""
    courses = _table().courses
    return one != other and one in courses and courses[one] == courses.get(other)


def is_lasting(kind: str) -> bool:
    """Whether a kind of happening has a beginning, an end and a length that differ: a strike, not a landing."""
    return kind in _table().lasting
