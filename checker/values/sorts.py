"""What sort of person somebody is in an event, by the noun that describes him, and which sorts exclude each other."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class _Sorts:
    of_noun: dict[str, str]
    beside: frozenset[frozenset[str]]
    jobs: frozenset[str]
    longest: int


@cache
def _table() -> _Sorts:
    data = tomllib.loads(files("checker.values").joinpath("data", "sorts.toml").read_text(encoding="utf-8"))
    nouns = {noun: sort for sort, listed in data["sorts"].items() for noun in listed}
    pairs = frozenset(frozenset(pair) for pair in data["lists"]["beside"])
    return _Sorts(nouns, pairs, frozenset(data["lists"]["jobs"]), max(len(noun.split()) for noun in nouns))


def sorts_of(description: str) -> frozenset[str]:
    """The sorts of people that the words of a description name, longest first: "a shift worker" is a worker."""
    table, words = _table(), description.casefold().replace(",", " ").split()
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in range(min(table.longest, len(words) - at), 0, -1):
            sort = table.of_noun.get(" ".join(words[at : at + size]))
            if sort is not None:
                found.add(sort)
                at += size - 1
                break
        at += 1
    return frozenset(found)


def are_two(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what is said of two speakers cannot be said of one person; not where nothing is said of one."""
    if not one or not other or one & other:
        return False
    beside = _table().beside
    return not any(frozenset((a, b)) in beside for a in one for b in other)


def are_two_jobs(one: str, other: str) -> bool:
    """Whether two descriptions of one person name two kinds of daily work that exclude each other."""
    left, right = sorts_of(one), sorts_of(other)
    return left | right <= _table().jobs and are_two(left, right)
