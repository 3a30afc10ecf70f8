"""Words that exclude each other when said of one thing: open and padlocked, structured and unstructured.

Three sources, the surest first: the lists of ``data/opposites.toml``, antonyms of WordNet, and prefixes of denial.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from checker.lexicon import antonyms
from checker.lexicon.relations import are_antonyms

STEM = 4
"""Letters that a word must have after a prefix of denial: "interest" denies no "terest"."""


@dataclass(frozen=True, slots=True)
class Opposites:
    """The lists of ``data/opposites.toml``; ``poles`` gives for a word its families with the pole there."""

    poles: dict[str, tuple[tuple[str, str], ...]]
    prefixes: tuple[str, ...]


@cache
def load_opposites() -> Opposites:
    """Read the lists."""
    data = tomllib.loads((files("checker.factuality") / "data" / "opposites.toml").read_text("utf-8"))
    poles: dict[str, list[tuple[str, str]]] = {}
    for family, sides in data["families"].items():
        for pole, words in sides.items():
            for word in words:
                poles.setdefault(word, []).append((family, pole))
    return Opposites(
        {word: tuple(found) for word, found in poles.items()},
        tuple(data["prefixes"]["words"]),
    )


@lru_cache(maxsize=16384)
def are_opposed(one: str, other: str) -> bool:
    """Whether two lower-case words exclude each other when said of one thing; symmetric."""
    if one == other:
        return False
    poles = load_opposites().poles
    listed = dict(poles.get(one, ()))
    if any(listed.get(family, pole) != pole for family, pole in poles.get(other, ())):
        return True
    if denies_by_prefix(one, other) or other in antonyms(one) or one in antonyms(other):
        return True
    return are_antonyms(one, other)


def denies_by_prefix(one: str, other: str) -> bool:
    """Whether one word is the other with a prefix of denial ("unstructured", "discredit")."""
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    if len(short) < STEM or not long.endswith(short) or long == short:
        return False
    return long.removesuffix(short) in load_opposites().prefixes
