"""Measures in two units: feet and inches ("6ft 2in", "6-foot-2"), stones and pounds ("13st 4lb")."""

from __future__ import annotations

from dataclasses import replace

from checker.quantities.numerals import Figure, read_numeral
from checker.quantities.tokens import HYPHENS, Tokens
from checker.quantities.units import UnitRead, read_unit
from checker.quantities.wordlists import Unit

FOOT, STONE = 0.3048, 6.35029318
"""Metres of a foot and kilograms of a stone, by the agreement of 1959."""

INCHES, POUNDS = 12, 14
"""Inches of a foot and pounds of a stone."""

INCH = frozenset({"in", "ins", "inch", "inches", '"', "”", "″"})
POUND = frozenset({"lb", "lbs", "pound", "pounds"})
STONES = frozenset({"st", "stone", "stones"})


def read_compound(tokens: Tokens, figure: Figure, unit: UnitRead | None) -> tuple[Figure, UnitRead | None]:
    """The figure and unit of a measure with what its smaller unit adds; as they came where there is none."""
    if unit is not None and unit.unit.dimension == "length" and unit.unit.factor == FOOT:
        joined = tokens.word(unit.after) in HYPHENS
        return _add(tokens, figure, unit, unit.after + joined, INCH, INCHES, bare=joined)
    if unit is None and tokens.word(figure.after) in STONES:
        stone = UnitRead(Unit("kg", "mass", factor=STONE), figure.after, figure.after + 1)
        heavier, whole = _add(tokens, figure, stone, stone.after, POUND, POUNDS, bare=False)
        return (heavier, whole) if whole is not stone else (figure, None)
    return figure, unit


def _add(
    tokens: Tokens, figure: Figure, unit: UnitRead, at: int, words: frozenset[str], parts: int, *, bare: bool
) -> tuple[Figure, UnitRead]:
    """``bare``: the smaller unit's word may be left out."""
    small = read_numeral(tokens, at)
    if small is None or small.top is not None or not 0 < small.value < parts or figure.top is not None:
        return figure, unit
    after = small.after + (tokens.word(small.after) in HYPHENS and tokens.word(small.after + 1) in words)
    named = tokens.word(after) in words
    if not named and not (bare and read_unit(tokens, small.after) is None):
        return figure, unit
    value = figure.value + small.value / parts
    return replace(figure, value=value, step=1 / parts), UnitRead(unit.unit, unit.first, after + named)
