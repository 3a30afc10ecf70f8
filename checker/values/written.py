"""Figures as they are written in a sentence: whether two are other figures, or one of them rounded."""

from __future__ import annotations

import re

# "47", "5687.75", "9bn", "14-year-old"
FIGURE = re.compile(r"(\d+(?:\.\d+)?)(\D{0,12})")

NEAR, HALF = 0.03, 0.505
"""Share by which two figures may differ through rounding alone, and share of the coarser one's step."""


def are_other_figures(one: str, other: str) -> bool:
    """Whether two figures, in digits without marks between them or in words, cannot be one figure rounded."""
    first, second = FIGURE.fullmatch(one), FIGURE.fullmatch(other)
    if first is None or second is None:
        return one.isalpha() and other.isalpha() and one != other
    if first[2] != second[2]:
        return False
    a, b = float(first[1]), float(second[1])
    apart = abs(a - b)
    # 47 and 48 are near, and no rounding makes one of the other.
    return apart > NEAR * max(abs(a), abs(b)) or apart > HALF * max(step_of_digits(first[1]), step_of_digits(second[1]))


def step_of_digits(figure: str) -> float:
    """The step to which a figure is given: 1 for 47, 100 for 1200, 0.01 for 5687.75."""
    whole, _, decimals = figure.partition(".")
    if decimals:
        return float(10.0 ** -len(decimals))
    return float(10 ** (len(whole) - len(whole.rstrip("0") or "0")))
