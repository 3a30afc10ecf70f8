"""Degrees Celsius beside degrees Fahrenheit that are not the same: "36 C (106 F)".

Read from the text, since a bare "C" behind a figure is taken for a unit nowhere else. The two may be a temperature, or
the difference of two ("warmed by 1.5 C (2.7 F)"), and either may have been rounded to whole degrees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.factuality.misfits import Misfit
from checker.model import Document, Span, ValueType
from checker.values.quantities import write_number

ZERO, RATIO = 32.0, 1.8
"""Degrees Fahrenheit at the freezing point, and for each degree Celsius (by definition)."""

NAMES = {"C": "Celsius", "F": "Fahrenheit"}

# "36 C", "minus 40 degrees Celsius", "97°F"
DEGREES = (
    r"(minus\s+|[-−–])?(\d{1,4}(?:\.\d+)?)[\s-]*(?:°|º|degrees?|deg\.?)?[\s-]*"
    r"(C|F|Celsius|Centigrade|Fahrenheit)\b\.?"
)
PAIR = re.compile(
    rf"(?<![\d.,–−])(?<!\d[- ]){DEGREES}\s*[(/]\s*(?:about\s+|around\s+|roughly\s+)?{DEGREES}(?=\s*(?:\)|[,.;\s]|$))",
    re.I,
)
SIGN = re.compile(r"(?:[\d\s°º][CF]|[Cc]elsius|[Ff]ahrenheit|[Cc]entigrade)\.?\s*[(/]")  # no pair without: "36 C ("
# The second of two, or below zero in words: "20 to 36 C", "40 degrees below"
ROW = re.compile(r"(?:\d[^.;()]{0,14}\b(?:to|and|or)|\b(?:between|below))\s*$", re.I)


def read_temperatures(document: Document) -> Iterator[Misfit]:
    """Every temperature whose conversion is another one."""
    if SIGN.search(document.text) is None:
        return
    for found in PAIR.finditer(document.text):
        first, second = found[3][0].upper(), found[6][0].upper()
        ahead = document.text[max(0, found.start() - 30) : found.start()]
        if first == second or ROW.search(ahead):
            continue
        one, other = _read(found[1], found[2]), _read(found[4], found[5])
        celsius, fahrenheit = (one, other) if first == "C" else (other, one)
        slack = RATIO * _step(found[2 if first == "C" else 5]) + _step(found[5 if first == "C" else 2])
        if min(abs(celsius * RATIO + ZERO - fahrenheit), abs(celsius * RATIO - fahrenheit)) <= slack:
            continue
        made = one * RATIO + ZERO if first == "C" else (one - ZERO) / RATIO
        basis, said = Span(found.start(), found.end(3)), Span(found.start(5 if found[4] is None else 4), found.end(6))
        name = NAMES[second]
        asks = f"how much is {' '.join(basis.of(document.text).split())} in degrees {name}?"
        yield Misfit(asks, ValueType.NUMBER, said, f"{write_number(other)} {name}", basis, f"{made:.4g} {name}")


def _read(sign: str | None, digits: str) -> float:
    return -float(digits) if sign else float(digits)


def _step(digits: str) -> float:
    """What rounding, or cutting off, allows either way."""
    return 0.1 if "." in digits else 1.0
