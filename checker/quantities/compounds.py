"""Measures in two units: feet and inches ("6ft 2in", "6-foot-2"), stones and pounds ("13st 4lb"), pounds and ounces."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.quantities.numerals import Figure, read_numeral
from checker.quantities.tokens import HYPHENS, Tokens
from checker.quantities.units import UnitRead, read_unit
from checker.quantities.wordlists import Unit

STONES = frozenset({"st", "stone", "stones"})
"""Words for a unit that is read only with the pounds behind it: "st" alone is a street."""

POUND = Unit("kg", "mass", factor=0.45359237)
STONE = Unit("kg", "mass", factor=6.35029318)
"""By the agreement of 1959; "pounds" alone are money."""


@dataclass(frozen=True, slots=True)
class Smaller:
    """A unit that goes on a larger one: its words, and how many make one of the larger."""

    words: frozenset[str]
    parts: int


SHORT = frozenset({"in", "ins", '"', "”", "″"})
"""Signs for inches that mean other things too, and stand right behind the feet: not "12 feet, 3 in the first hour"."""

INCHES = SHORT | {"inch", "inches"}
SMALLER = {
    ("length", 0.3048): Smaller(INCHES, 12),
    ("length", 0.9144): Smaller(INCHES, 36),
    ("mass", POUND.factor): Smaller(frozenset({"oz", "ounce", "ounces"}), 16),
    ("mass", STONE.factor): Smaller(frozenset({"lb", "lbs", "pound", "pounds"}), 14),
}
"""By dimension and factor of the larger unit (foot, yard, pound, stone), what goes on it."""


def read_compound(tokens: Tokens, figure: Figure, unit: UnitRead | None) -> tuple[Figure, UnitRead | None]:
    """The figure and unit of a measure with what its smaller unit adds; as they came where there is none."""
    larger = unit
    if unit is None and tokens.word(figure.after) in STONES:
        larger = UnitRead(STONE, figure.after, figure.after + 1)
    elif unit is not None and unit.unit.family == "pound":
        larger = replace(unit, unit=POUND)
    smaller = SMALLER.get((larger.unit.dimension, larger.unit.factor)) if larger is not None else None
    if larger is None or smaller is None or figure.top is not None:
        return figure, unit
    joined = tokens.word(larger.after) in HYPHENS
    apart = tokens.word(larger.after) in {"and", ","}
    added = read_numeral(tokens, larger.after + (joined or apart))
    if added is None or added.top is not None or not 0 < added.value < smaller.parts:
        return figure, unit
    after = added.after + (tokens.word(added.after) in HYPHENS and tokens.word(added.after + 1) in smaller.words)
    named = tokens.word(after) in (smaller.words - SHORT if apart else smaller.words)
    if not named and not (joined and read_unit(tokens, added.after) is None):
        return figure, unit
    value = figure.value + added.value / smaller.parts
    return replace(figure, value=value, step=1 / smaller.parts), UnitRead(larger.unit, larger.first, after + named)
