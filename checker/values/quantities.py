"""Numbers, money, shares, measures and ordinals as typed values, and how two of them compare.

A figure in the news is a claim about an interval: ``nearly 3 billion`` allows 2.8, ``at least 31`` allows 58, ``2,000``
allows 1,950. A quantity keeps the stated figure and the interval that its wording allows, both in the base unit of its
dimension, so that ``just over nine miles`` can meet ``15 km``. Two quantities contradict each other only when neither
wording leaves room for the other.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from math import inf, isfinite

from checker.model.kinds import Relation, ValueType, Verdict

# How far rounding may move a figure of one significant digit, as a share of it: nobody writes "3 million" for 2.6.
# Small measures and percentages are rounded to whole units more freely ("2 per cent" for 2.3).
ROUNDING_OF_COUNTS = 0.075
ROUNDING_OF_MEASURES = 0.2
# "about 320 miles", "some 5,000 people": a tenth either way, and at least one or two of a small count.
APPROXIMATE = 0.1
# "nearly", "just over": an eighth on one side, but never more than six points of a percentage.
ONE_SIDED = 0.12
ONE_SIDED_POINTS = 6.0
# Two currencies of one name seldom trade within an eighth of par (a Canadian dollar is about 0.7 of a US dollar).
NO_CONVERSION = 1.125
# Arithmetic on converted units is exact to about fifteen digits; this is far above that and far below any rounding.
EPSILON = 1e-9


class Bound(StrEnum):
    """On which side the wording leaves the figure open."""

    NONE = "none"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"


class Direction(StrEnum):
    """On which side of the stated figure an approximation lies."""

    NONE = "none"
    BELOW = "below"
    ABOVE = "above"
    AROUND = "around"


LOWER_BOUNDS = frozenset({Bound.AT_LEAST, Bound.MORE_THAN})
UPPER_BOUNDS = frozenset({Bound.AT_MOST, Bound.LESS_THAN})


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit, and the interval ``low`` to ``high`` that its wording allows.

    ``point`` is the stated figure (the middle of a range, the lower end of ``hundreds``), ``precision`` the step that
    it is given to; both, like the interval, in the base unit ``unit`` of ``dimension``: m, m2, m3, kg, m/s, degC, J, W,
    a currency code, ``%``, ``pp`` (percentage points), years of age. A bare count has neither. ``unit_text`` is the
    unit as written. ``family`` groups currencies of one name (dollar, crown), and ``assumed`` says that the country of
    the currency is not stated. ``pair`` holds a vote or score (11, 2), or the two counts of ``nine of 14``.
    """

    type: ValueType
    text: str
    point: float
    low: float
    high: float
    precision: float = 1.0
    approximate: bool = False
    direction: Direction = Direction.NONE
    bound: Bound = Bound.NONE
    unit: str = ""
    dimension: str = ""
    unit_text: str = ""
    family: str = ""
    assumed: bool = False
    pair: tuple[int, int] | None = None

    @property
    def normalized(self) -> str:
        """A canonical form: wording, figure in the base unit, unit (``>=31``, ``~2000``, ``USD 14200000000``)."""
        if self.pair is not None and self.dimension == "pair":
            return f"{self.pair[0]}-{self.pair[1]}"
        if self.bound is Bound.BETWEEN or (self.approximate and self.direction is Direction.NONE):
            figure = f"{write_number(self.low)}..{write_number(self.high)}"
        else:
            figure = BOUND_SIGNS[self.bound] + DIRECTION_SIGNS[self.direction] + write_number(self.point)
        if self.type is ValueType.ORDINAL:
            return f"#{figure}"
        if self.type is ValueType.MONEY:
            return f"{self.unit} {figure}"
        return f"{figure}{self.unit}" if self.unit in {"", "%"} else f"{figure} {self.unit}"

    def allows(self, figure: float) -> bool:
        """Whether the wording leaves room for a figure in the base unit."""
        slack = EPSILON * max(1.0, abs(figure))
        return self.low - slack <= figure <= self.high + slack


BOUND_SIGNS = {
    Bound.NONE: "",
    Bound.AT_LEAST: ">=",
    Bound.MORE_THAN: ">",
    Bound.AT_MOST: "<=",
    Bound.LESS_THAN: "<",
    Bound.BETWEEN: "",
}
DIRECTION_SIGNS = {Direction.NONE: "", Direction.AROUND: "~", Direction.BELOW: "-~", Direction.ABOVE: "+~"}


@lru_cache(maxsize=4096)
def write_number(number: float) -> str:
    """A number in plain digits, to ten significant ones: ``14200000000``, ``0.25``, ``inf``."""
    if not isfinite(number):
        return str(number)
    rounded = float(f"{number:.10g}")
    return str(int(rounded)) if rounded.is_integer() else f"{rounded:.10f}".rstrip("0").rstrip(".") or "0"


def allow_interval(
    point: float,
    precision: float,
    bound: Bound,
    direction: Direction,
    dimension: str,
    top: float | None = None,
    most_rounding: float = ROUNDING_OF_COUNTS,
) -> tuple[float, float]:
    """The interval that a wording allows around ``point`` (or from ``point`` to ``top``), in the same unit.

    ``most_rounding`` is how far rounding alone may move the figure, as a share of it.
    """
    size = abs(point)
    rounding = min(precision / 2, most_rounding * size)
    if top is not None:
        return point, top
    one_sided = max(rounding, ONE_SIDED * size)
    if dimension == "share":
        one_sided = min(one_sided, ONE_SIDED_POINTS)
    around = max(rounding, APPROXIMATE * size)
    if not dimension and precision >= 1 and size >= 3:
        around, one_sided = max(around, 1.0 if size < 8 else 2.0), max(one_sided, 1.0)
    low, high = point - rounding, point + rounding
    if direction is Direction.AROUND:
        low, high = point - around, point + around
    elif direction is Direction.BELOW:
        low, high = point - one_sided, point
    elif direction is Direction.ABOVE:
        low, high = point, point + one_sided
    if bound in LOWER_BOUNDS:
        return (low if direction is not Direction.NONE else point), inf
    if bound in UPPER_BOUNDS:
        return -inf, (high if direction is not Direction.NONE else point)
    return low, high


def compare_quantities(one: Quantity, other: Quantity) -> Verdict:
    """How two quantities stand to each other; the relation is the same whichever comes first.

    *agree*: the same figure in the same wording or unit; *compatible*: different wordings that leave room for each
    other (rounding, bounds, units); *contradict*: they leave none; *not comparable*: other dimensions or currencies.
    """
    if (one.dimension == "pair") != (other.dimension == "pair"):
        pair, figure = (one, other) if one.dimension == "pair" else (other, one)
        return Verdict(Relation.NOT_COMPARABLE, f"{show(pair)} is a pair of figures and {show(figure)} is not")
    if one.dimension == "pair":
        return compare_pairs(one, other)
    if (one.type is ValueType.ORDINAL) != (other.type is ValueType.ORDINAL):
        return Verdict(Relation.NOT_COMPARABLE, f"{show(one)} and {show(other)}: a rank and a figure")
    if one.dimension == other.dimension and one.unit == other.unit:
        return compare_intervals(one, other)
    for share, count in ((one, other), (other, one)):
        if share.dimension == "share" and share.pair is not None and not count.dimension:
            return compare_part(share, count)
    loose = loosely_comparable(one, other)
    if loose and meet(one, other):
        return Verdict(Relation.COMPATIBLE, f"the same figure; {loose}")
    alike = near(one.point, other.point) or transposed(one.point, other.point)
    if loose and one.family and one.family == other.family and alike:
        return Verdict(Relation.CONTRADICT, f"{tell_apart(one, other)}, if it is the same {one.family}")
    return Verdict(Relation.NOT_COMPARABLE, f"{show(one)} and {show(other)} are not in the same unit")


def near(one: float, other: float) -> bool:
    """Whether two sums are too close for one to be the other at the rate of exchange."""
    return min(abs(one), abs(other)) * NO_CONVERSION >= max(abs(one), abs(other))


def transposed(one: float, other: float) -> bool:
    """Whether two figures have the same three digits or more in another order, as no rate of exchange brings about."""
    first, second = significant_digits(one), significant_digits(other)
    return first != second and len(first) > 2 and sorted(first) == sorted(second) and 0.1 < one / (other or 1.0) < 10


def loosely_comparable(one: Quantity, other: Quantity) -> str:
    """Why two figures of different units may still be the same one, for an editor; empty if they may not."""
    if not one.dimension or not other.dimension:
        return f"one of {show(one)} and {show(other)} leaves out the unit"
    if one.family and one.family == other.family and (one.assumed or other.assumed):
        return f"one of {show(one)} and {show(other)} does not say whose {one.family} it is"
    if {one.dimension, other.dimension} == {"share", "points"}:
        return f"one of {show(one)} and {show(other)} says per cent for percentage points"
    return ""


def compare_pairs(one: Quantity, other: Quantity) -> Verdict:
    """Votes and scores: equal, equal the other way round, or different."""
    if one.pair == other.pair:
        return Verdict(Relation.AGREE, f"both give {one.normalized}")
    if one.pair is not None and one.pair[::-1] == other.pair:
        return Verdict(Relation.COMPATIBLE, f"{show(one)} is {show(other)} seen from the other side")
    return Verdict(Relation.CONTRADICT, f"{show(one)} is not {show(other)}")


def compare_part(share: Quantity, count: Quantity) -> Verdict:
    """``nine of 14`` beside a bare ``nine`` (or beside ``14``, which says nothing about the part)."""
    assert share.pair is not None
    if count.allows(share.pair[0]):
        return Verdict(Relation.COMPATIBLE, f"{show(share)} gives the same count as {show(count)}")
    return Verdict(Relation.NOT_COMPARABLE, f"{show(share)} is a part of a whole and {show(count)} is a count")


def meet(one: Quantity, other: Quantity) -> bool:
    """Whether the wordings leave room for each other.

    In one unit, rounding is judged by the coarser figure: one of the stated figures must lie in what the other allows
    (so that 30 and 31 do not meet halfway). Between units, and for open wordings, the intervals need only overlap.
    """
    if one.allows(other.point) and (other.bound is not Bound.BETWEEN or one.bound is Bound.BETWEEN):
        return True
    if other.allows(one.point) and (one.bound is not Bound.BETWEEN or other.bound is Bound.BETWEEN):
        return True
    if contains(one, other) or contains(other, one):
        return True
    plain = not (is_open(one) or is_open(other))
    if plain and one.unit_text.casefold() == other.unit_text.casefold():
        return False
    slack = EPSILON * max(1.0, abs(one.point), abs(other.point))
    overlap = min(one.high, other.high) - max(one.low, other.low)
    touching = is_open(one) and is_open(other)
    return overlap >= -slack if touching else overlap > slack


def contains(outer: Quantity, inner: Quantity) -> bool:
    """Whether all that one wording allows is allowed by the other."""
    return outer.allows(inner.low) and outer.allows(inner.high)


def is_open(quantity: Quantity) -> bool:
    """Whether the wording itself says that the figure is not exact."""
    return quantity.approximate or quantity.bound is not Bound.NONE


def compare_intervals(one: Quantity, other: Quantity) -> Verdict:
    """Quantities of one unit."""
    if one.normalized == other.normalized:
        same = one.text.casefold() == other.text.casefold()
        return Verdict(Relation.AGREE, f"both give {show(one)}" if same else f"{show(one)} is {show(other)}")
    if one.dimension == "age" and differ_as_groups(one, other):
        return Verdict(Relation.CONTRADICT, f"{show(one)} is not the same age group as {show(other)}")
    if not meet(one, other):
        return Verdict(Relation.CONTRADICT, tell_apart(one, other))
    for bounded, figure in ((one, other), (other, one)):
        if bounded.bound in LOWER_BOUNDS | UPPER_BOUNDS and figure.bound is Bound.NONE:
            return Verdict(Relation.COMPATIBLE, f"{show(bounded)} leaves room for {show(figure)}: it is only a bound")
    for span, figure in ((one, other), (other, one)):
        if span.bound is Bound.BETWEEN and figure.bound is not Bound.BETWEEN:
            return Verdict(Relation.COMPATIBLE, f"{show(figure)} lies within {show(span)}")
    if is_open(one) or is_open(other):
        return Verdict(Relation.COMPATIBLE, f"{show(one)} and {show(other)} can be the same figure, loosely worded")
    if one.unit_text.casefold() != other.unit_text.casefold():
        return Verdict(
            Relation.COMPATIBLE, f"{show(one)} and {show(other)} are the same figure in other words, rounded"
        )
    return Verdict(Relation.COMPATIBLE, f"{show(one)} and {show(other)} are the same figure, rounded")


def differ_as_groups(one: Quantity, other: Quantity) -> bool:
    """Whether two bounds or ranges of age take in different people: ``18 to 55`` and ``two and over``.

    A range of anything else says how much is not known; a range of ages says who belongs.
    """
    if one.bound is Bound.NONE or other.bound is Bound.NONE:
        return False
    lows, highs = (one.low, other.low), (one.high, other.high)
    return any(isfinite(a) and isfinite(b) and abs(a - b) > EPSILON for a, b in (lows, highs))


def tell_apart(one: Quantity, other: Quantity) -> str:
    """Why two figures cannot both be right, in an editor's words."""
    reason = f"{show(one)} is not {show(other)}"
    first, second = significant_digits(one.point), significant_digits(other.point)
    exact = not (is_open(one) or is_open(other))
    if exact and len(first) > 1 and first != second and sorted(first) == sorted(second):
        return f"{reason}: the same digits in another order"
    for bounded, figure in ((one, other), (other, one)):
        if bounded.bound in LOWER_BOUNDS:
            return f"{show(figure)} is less than {show(bounded)} allows"
        if bounded.bound in UPPER_BOUNDS:
            return f"{show(figure)} is more than {show(bounded)} allows"
    ratio = max(abs(one.point), abs(other.point)) / (min(abs(one.point), abs(other.point)) or inf)
    if exact and first == second and any(abs(ratio / power - 1) < EPSILON for power in (10, 100, 1000, 1e6, 1e9)):
        return f"{reason}: {write_number(ratio)} times as much"
    return reason


def significant_digits(number: float) -> str:
    """The digits of a number without sign, point, leading and trailing zeros: ``340`` and ``3.4`` both give ``34``."""
    return write_number(abs(number)).replace(".", "").strip("0")


def show(quantity: Quantity) -> str:
    """The words of a quantity, quoted unless they are a bare figure; long ones by their normal form."""
    words = " ".join(quantity.text.split())
    if not words or len(words) > 60:
        return quantity.normalized
    return words if words.replace(",", "").replace(".", "").isdigit() else f"“{words}”"
