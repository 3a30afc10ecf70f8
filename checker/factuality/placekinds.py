"""Kinds of place: hall, church, street, wood, lake; and whether one act can have been at two of them.

A kind excludes every other but those that may lie within it or touch it: a barn and a field, a ship and the harbour.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from checker.language.phrases import NOUN_TAGS, word_of
from checker.model import Token

CARRIERS = frozenset({"train", "bus", "car", "plane", "lift", "ship"})
"""Kinds that move: a name with such a noun is of no place."""


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads((files("checker.factuality") / "data" / "placekinds.toml").read_text("utf-8"))


@cache
def kinds_by_noun() -> dict[str, str]:
    """The kind of place of every noun, or pair of words, that names one."""
    return {word: kind for kind, words in _tables()["kinds"].items() for word in words}


@cache
def place_nouns() -> frozenset[str]:
    """Nouns for what stands or lies somewhere, and does not move."""
    return frozenset(word for word, kind in kinds_by_noun().items() if kind not in CARRIERS)


@cache
def _joined() -> frozenset[frozenset[str]]:
    return frozenset(frozenset((kind, other)) for kind, others in _tables()["nests"].items() for other in others)


def kinds_in(tokens: Sequence[Token]) -> frozenset[str]:
    """The kinds of place that the nouns of a phrase name; a noun that only narrows the next names none."""
    known = kinds_by_noun()
    found: set[str] = set()
    for at, token in enumerate(tokens):
        if token.tag not in NOUN_TAGS:
            continue
        narrows = at + 1 < len(tokens) and tokens[at + 1].tag in {"NN", "NNS"} and token.tag in {"NN", "JJ"}
        word = word_of(token)
        before = f"{tokens[at - 1].text.lower()} {word}" if at else ""
        kind = known.get(before) or (None if narrows else known.get(word))
        if kind is not None:
            found.add(kind)
    return frozenset(found)


def can_nest(one: Collection[str], other: Collection[str]) -> bool:
    """Whether a place of the one kinds can be in, at or beside one of the others; so it can where none is known."""
    return not one or not other or any(a == b or frozenset((a, b)) in _joined() for a in one for b in other)
