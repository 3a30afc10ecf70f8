"""The small words that change what a sentence says: how many, whose, which way."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Wordings:
    """The lists of ``data/wordings.toml``; ``rows`` gives for a quantifier the row that it stands in.

    ``apart`` holds the pairs of rows that exclude each other, ``ways`` pairs of small words of which one leads where
    the other does not, ``roles`` those that do so only for the word that they lead to; ``contraries`` gives for a word
    the pair of sides that it stands in, and which side.
    """

    rows: dict[str, int]
    apart: frozenset[frozenset[int]]
    quantified: frozenset[str]
    possessives: frozenset[str]
    adverbs: frozenset[str]
    passed: frozenset[str]
    contraries: dict[str, tuple[int, int]]
    ways: frozenset[frozenset[str]]
    roles: frozenset[frozenset[str]]


@cache
def load_wordings() -> Wordings:
    """Read the lists."""
    data = tomllib.loads((files("checker.factuality") / "data" / "wordings.toml").read_text("utf-8"))
    rows = {word: n for n, row in enumerate(data["quantifiers"]) for word in row}
    return Wordings(
        rows=rows,
        apart=frozenset(frozenset(pair) for pair in data["apart"]),
        quantified=frozenset(rows) - frozenset(data["denying"]),
        possessives=frozenset(data["possessives"]),
        adverbs=frozenset(data["adverbs"]),
        passed=frozenset(data["passed"]),
        contraries={
            word: (n, m)
            for n, sides in enumerate(data["contraries"])
            for m, words in enumerate(sides)
            for word in words
        },
        ways=frozenset(frozenset(pair) for pair in data["ways"]),
        roles=frozenset(frozenset(pair) for pair in data["roles"]),
    )
