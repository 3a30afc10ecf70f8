"""Slips of the pen: two figures that differ as copying errors do."""

from __future__ import annotations

import re

from checker.values.quantities import Bound, Quantity


def is_slip(one: float, other: float) -> bool:
    """Whether two figures differ as copying errors do.

    That is digits in another order, a power of ten, or one digit in four or more.
    """
    if one == other:
        return False
    a, b = _significant(one), _significant(other)
    if a == b:
        return len(a) >= 2 and any(abs(max(one, other) / min(one, other) / power - 1) < 1e-9 for power in SCALES)
    if len(a) != len(b):
        return False
    if sorted(a) == sorted(b) and len(a) >= 2:
        return 0.1 < one / other < 10
    return len(a) >= 4 and sum(x != y for x, y in zip(a, b, strict=True)) == 1 and a[0] == b[0]


SCALES = (10, 100, 1000, 1e6)
"""Powers of ten by which one figure is told as another: a nought more or less, million for billion or for thousand."""


def written_figure(value: Quantity) -> float | None:
    """The figure as it was written, which is where a pen slips; None for ranges and for converted measures.

    A figure in words or with a scale ("13.4bn") is taken in full.
    """
    if value.bound is Bound.BETWEEN or value.point is None:
        return None
    if value.dimension in WRITTEN_IN_FULL:
        return value.point
    found = NUMBER.search(value.text)
    return float(found.group().replace(",", "")) if found else None


WRITTEN_IN_FULL = frozenset({"", "currency", "share", "points", "magnitude"})
NUMBER = re.compile(r"\d[\d,]{0,15}(?:\.\d{1,6})?")  # "48-yard" -> 48, "5,687.75 km" -> 5,687.75


def digits(value: float) -> int:
    """How many significant digits a figure has: 3 for 12.4 million."""
    return len(_significant(value))


def _significant(value: float) -> str:
    return f"{value:.10f}".rstrip("0").replace(".", "").strip("0") if value < 1e6 else f"{value:.0f}".strip("0")
