"""How much of a report's sentence a passage of an article has: a sentence with its neighbours."""

from __future__ import annotations

from collections.abc import Callable

from checker.factuality.alignments import Alignment
from checker.values.sentences import SentenceValue
from checker.values.tellings import Telling, Unit, UnitKind, has_words

BESIDE = 0.8
"""What a word counts for covering a sentence that stands in a neighbour of the passage."""


def cover_near(telling: Telling, full: SentenceValue, aligned: Alignment, left_out: int) -> float:
    """The share of the weight of a telling that a passage and its neighbours have, one unit left out."""
    return cover_by(telling, aligned, left_out, lambda unit: BESIDE if is_near(unit, full) else 0.0)


def cover_by(telling: Telling, aligned: Alignment, left_out: int, worth: Callable[[Unit], float]) -> float:
    """The share of the weight of a telling that is matched; ``worth`` is that of other units.

    One unit is left out, and with a name what stands before it as part of it ("Apple" of "his Apple iPhone").
    """
    total = got = 0.0
    for n, unit in enumerate(telling.units):
        if n != left_out and not _is_part(telling.units, n, left_out):
            total += unit.weight
            got += unit.weight * (1.0 if n in aligned.matched else worth(unit))
    return got / total if total else 0.0


def _is_part(units: tuple[Unit, ...], at: int, name: int) -> bool:
    """Whether a unit stands before a name as part of it."""
    unit = units[at]
    named = unit.kind is units[name].kind is UnitKind.NAME
    return named and at < name and unit.head == name and unit.role == "mod"


def is_near(unit: Unit, value: SentenceValue) -> bool:
    """Whether a sentence or its neighbours have the words of a unit."""
    return has_words(value.around, unit) or has_words(value.own, unit)


def set_beside(one: str, other: str) -> str:
    """The words of a report beside those of a passage, for a person to read."""
    return f"“{one}” beside “{other}”"
