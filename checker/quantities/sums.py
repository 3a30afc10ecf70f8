"""Figures that add up: what the figures of one sentence come to together, and what is left of one without another.

"386 passengers and 41 crew" also says 427, "31 witnesses, 12 of them for the defence" also 19, "48 of the 52 laps" also
52: another article that gives such a figure counts otherwise and does not differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from checker.values.quantities import Bound, Quantity

MOST = 6
"""Figures of a sentence that are added up: more are a table, in which anything comes to anything."""


def sums_of(value: Quantity, others: Sequence[Quantity]) -> frozenset[float]:
    """What a figure comes to with others of its sentence: sums, differences, the sum of all, and its whole.

    Only exact figures in one unit are added.
    """
    found: set[float] = set()
    if value.pair is not None and value.dimension == "share":
        found |= {float(value.pair[1]), float(value.pair[1] - value.pair[0])}
    like = [o for o in others if o is not value and _adds(value, o)]
    if not like or len(like) >= MOST or not _adds(value, value):
        return frozenset(found)
    for one in like:
        found |= {value.point + one.point, abs(value.point - one.point)}
    found.add(value.point + sum(o.point for o in like))
    return frozenset(round(total, 6) for total in found if total > 0 and total != value.point)


def comes_to(figure: Quantity, sums: Iterable[str]) -> bool:
    """Whether a figure is among the sums of another's sentence, each written as a number."""
    return any(abs(figure.point - float(total)) <= NOTHING * max(1.0, figure.point) for total in sums)


NOTHING = 1e-6
"""Relative difference of two figures that are the same, written to six decimals."""


def _adds(value: Quantity, other: Quantity) -> bool:
    same = (value.type, value.unit, value.dimension) == (other.type, other.unit, other.dimension)
    return same and value.bound is Bound.NONE and other.bound is Bound.NONE and value.point > 0 and other.point > 0
