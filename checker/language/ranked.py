"""The record of a rank, and the words by which ranks are read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.model import Clause, Span


@dataclass(frozen=True, slots=True)
class Rank:
    """A rank told of a thing: ``rank`` 1 is first, 0 an earlier instance; ``measure`` "first" or a record's.

    ``thing`` are the lemmas that name what is ranked, ``limits`` the other words of the phrase, ``narrow`` those of
    them that draw a limit, ``since`` where its window starts, ``ever`` whether it claims all of time, ``straight``
    that instances follow one another; ``told_before`` that the thing is named in the sentence before, ``denied`` that
    "not the first" is what is said. ``start`` is the year in which the window starts, or that of an earlier instance,
    ``last`` that the instance is the last before this one, ``owner`` the words of the name whose instance it is.
    ``classed``: somebody is the first of a class to do something; ``parties``: the common nouns of those for or from
    whom is counted.
    """

    measure: str
    rank: int
    thing: tuple[str, ...]
    limits: frozenset[str]
    narrow: frozenset[str]
    span: Span
    clause: Clause | None
    sentence: int
    since: str = ""
    ever: bool = False
    straight: bool = False
    told_before: bool = False
    denied: bool = False
    start: float | None = None
    last: bool = False
    classed: bool = False
    parties: frozenset[str] = frozenset()
    owner: tuple[str, ...] = ()


@cache
def rank_words() -> dict[str, Any]:
    """The word lists of ``data/ranks.toml``, by name."""
    text = files("checker.language").joinpath("data", "ranks.toml").read_text(encoding="utf-8")
    return {name: frozenset(forms) if isinstance(forms, list) else forms for name, forms in tomllib.loads(text).items()}
