"""Slips of the pen: two figures that differ as copying errors do."""

from __future__ import annotations


def is_slip(one: float, other: float) -> bool:
    """Whether two figures differ as copying errors do.

    That is digits in another order, a power of ten, or one digit in four or more.
    """
    if one == other:
        return False
    a, b = _significant(one), _significant(other)
    if a == b:
        return len(a) >= 2
    if len(a) != len(b):
        return False
    if sorted(a) == sorted(b) and len(a) >= 2:
        return 0.1 < one / other < 10
    return len(a) >= 4 and sum(x != y for x, y in zip(a, b, strict=True)) == 1 and a[0] == b[0]


def digits(value: float) -> int:
    """How many significant digits a figure has: 3 for 12.4 million."""
    return len(_significant(value))


def _significant(value: float) -> str:
    return f"{value:.10f}".rstrip("0").replace(".", "").strip("0") if value < 1e6 else f"{value:.0f}".strip("0")
