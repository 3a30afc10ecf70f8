"""Degrees below zero: "minus 70 degrees", "-18 °C", "20 below zero", "five degrees below freezing"."""

from __future__ import annotations

from dataclasses import replace

from checker.quantities.numerals import Figure
from checker.quantities.tokens import Tokens
from checker.quantities.units import UnitRead
from checker.quantities.wordlists import Unit

DEGREES = Unit("deg", "angle")
"""Degrees of which it is not said what of: their scale is not known, and an angle has the same unit."""

SIGNED = frozenset({"temperature", "angle"})
DASHES = frozenset({"-", "−", "–"})
ZERO = frozenset({"zero", "freezing"})


def read_below_zero(tokens: Tokens, figure: Figure, unit: UnitRead | None) -> tuple[int, Figure, UnitRead | None]:
    """Where the figure begins with its sign, the figure as it is below zero, and its unit with the words for that.

    The figure and the unit as given, where nothing says that it is below zero.
    """
    after = unit.after if unit is not None else figure.after
    measures = unit is None or unit.unit.dimension in SIGNED
    if measures and tokens.word(after) == "below" and tokens.word(after + 1) in ZERO:
        read = UnitRead(unit.unit if unit is not None else DEGREES, figure.after, after + 2)
        return figure.first, replace(figure, value=-figure.value), read
    if unit is None or not measures:
        return figure.first, figure, unit
    sign = figure.first - 1
    dashed = tokens.word(sign) in DASHES and tokens.glued(figure.first) and not tokens.glued(sign)
    if tokens.word(sign) == "minus" or dashed:
        return sign, replace(figure, value=-figure.value), unit
    return figure.first, figure, unit
