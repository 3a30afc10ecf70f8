"""A measure and its conversion that are not the same: "12 feet (4.7 metres)", "100 km (80 miles)".

The two have to be apart beyond what rounding either of them allows: half of the step that a figure is given to, and as
much again of the finer one, since converters also cut off; a figure in round hundreds may be anything within an eighth.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.factuality.misfits import Beside, Misfit, before, read_beside
from checker.model import Document, ValueType
from checker.quantities.tokens import split_words
from checker.quantities.wordlists import load_symbols
from checker.quantities.wordlists import load_units as load_measures
from checker.values.quantities import Bound, Quantity, write_number

ROUND = 0.125
"""How far a figure may be from what it was rounded from, as a share of it: "300 feet" for 100 metres (328 feet)."""

APPROXIMATE = 0.1
"""The same for one that is called approximate, or a limit ("about", "nearly", "more than"), beside its rounding."""

LENIENT = 0.01
"""What two exact measures may be apart in any case, as a share: rules of thumb (2.2 pounds, 1.6 km, 0.4 hectares)."""

DIMENSIONS = frozenset({"length", "area", "volume", "mass", "speed"})

OPENED = re.compile(r"[\s ]*[(\[]\s*(?:or\s+|i\.e\.,?\s+|that is,?\s+)?", re.I)  # "12 feet (3.7 metres)"
CLOSED = re.compile(r"\s*(?:high|tall|long|wide|deep|across|thick|away)?[)\]]", re.I)
OR = re.compile(r"\s*,\s+or\s+", re.I)  # "a mile, or 1.6 kilometres,"
ENDED = re.compile(r"\s*(?:[,.;:)]|$|\n)")

# What makes a measure one side of a rate: "miles per gallon", "$2 a litre", "kg/ha"; or more than its unit says
RATE = re.compile(r"\s*(?:per\b|an?\s+\w|/\s*\w|each\b|(?:squared?|cubed?|cubic)\b|[²³])", re.I)
# The first of several: "10 by 12 feet (3 by 3.7 m)", "from 0 to 60 mph"
ROW = re.compile(
    r"(?:\d|\b(?:hundred|thousand|million|ten|twenty|one|two|three|four|five|six|seven|eight|nine))"
    r"[^.;()]{0,12}(?:\b(?:by|x|to|or|and|plus)|[-–—x×/+&½¼¾,])\s*$",
    re.I,
)
# A larger unit that is not read with the smaller one behind it: 5'7 inches
LARGER = re.compile(r"(?:['’′\"]|\d)[\s-]*$")
SMALL = frozenset({"inch", "inches", "oz", "ounce", "ounces"})
"""Units that may go on a larger one."""


@dataclass(frozen=True, slots=True)
class Units:
    """The lists of ``data/conversions.toml``: other meanings of a unit's name, and weights."""

    also: Mapping[str, tuple[float, ...]]
    weights: Mapping[str, float]


@cache
def load_units() -> Units:
    """Read the lists."""
    data = tomllib.loads((files("checker.factuality") / "data" / "conversions.toml").read_text("utf-8"))
    return Units({name: tuple(factors) for name, factors in data["also"].items()}, data["weights"])


@dataclass(frozen=True, slots=True)
class Reach:
    """The interval that the words allow, in the base unit, and the step that the figure is given to."""

    low: float
    high: float
    step: float


def read_conversions(document: Document) -> Iterator[Misfit]:
    """Every measure whose conversion is another measure."""
    pairs = document.once(read_beside)
    for pair in pairs:
        if _is_conversion(document, pair):
            yield from _weigh(document, pair)


def _is_conversion(document: Document, pair: Beside) -> bool:
    """Whether a measure stands behind another as the same in another unit."""
    one, other = pair.one.value, pair.other.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or other.dimension not in DIMENSIONS:
        return False
    if one.unit_text.casefold() == other.unit_text.casefold() or not one.point or not other.point:
        return False
    if one.dimension != other.dimension and not (other.dimension == "mass" and _weight(one)):
        return False
    if Bound.BETWEEN in (one.bound, other.bound) or one.pair or other.pair:
        return False
    bracketed = OPENED.fullmatch(pair.between) and CLOSED.match(pair.behind)
    if not bracketed and not (OR.fullmatch(pair.between) and ENDED.match(pair.behind)):
        return False
    ahead = before(document, pair.one)
    if ROW.search(ahead) or (one.unit_text.casefold() in SMALL and LARGER.search(ahead)):
        return False
    return not (RATE.match(pair.behind.lstrip(")] ")) or RATE.match(pair.behind))


def _weight(value: Quantity) -> float | None:
    """The kilograms of a unit that was taken for money."""
    return load_units().weights.get(value.unit_text.casefold()) if value.dimension == "currency" else None


def _weigh(document: Document, pair: Beside) -> Iterator[Misfit]:
    one, other = pair.one.value, pair.other.value
    assert isinstance(one, Quantity)
    assert isinstance(other, Quantity)
    ours, theirs = _readings(one), _readings(other)
    if any(_meet(_reach(one, first), _reach(other, second)) for first in ours for second in theirs):
        return
    unit, factor = _unit(other)
    made = write_number(float(f"{one.point * ours[0] / factor:.3g}"))
    stated = write_number(float(f"{other.point / factor:.6g}"))
    words = " ".join(pair.one.span.of(document.text).split())
    yield Misfit(
        f"how much is {words} in {unit}?",
        ValueType.NUMBER,
        pair.other.span,
        f"{stated} {unit}",
        pair.one.span,
        f"{made} {unit}",
    )


def _unit(value: Quantity) -> tuple[str, float]:
    """The unit of a measure, of two ("5 feet 7 inches") the larger, and the base units that one of it is."""
    if value.unit_text in load_symbols():
        return value.unit_text, load_symbols()[value.unit_text].factor
    words = split_words(value.unit_text)
    for phrase, unit in load_measures().get(words[0], ()) if words else ():
        if words[: len(phrase)] == phrase:
            return (value.unit_text if words == phrase else words[0]), unit.factor
    return value.unit, 1.0


def _readings(value: Quantity) -> tuple[float, ...]:
    """What the figure is to be multiplied by for each meaning of its unit's name; the plain one first."""
    weight = _weight(value)
    if weight is not None:
        return (weight,)
    others = load_units().also.get(value.unit_text.casefold(), ())
    return (1.0, *(other / _unit(value)[1] for other in others))


def _reach(value: Quantity, factor: float) -> Reach:
    """What the words of a measure allow."""
    # A figure of one digit is given to the unit; one with noughts only looks as if it were rounded to its first digit.
    most = value.precision if abs(value.point) < 10 * _unit(value)[1] else 2 * ROUND * abs(value.point)
    step = min(value.precision, most)
    slack = step / 2
    if value.approximate or value.bound is not Bound.NONE:
        slack = max(slack, APPROXIMATE * abs(value.point))
    point = value.point * factor
    return Reach(point - slack * factor, point + slack * factor, step * factor)


def _meet(one: Reach, other: Reach) -> bool:
    cut = min(one.step, other.step) / 2 + LENIENT * max(abs(one.high), abs(other.high))
    return one.low - cut <= other.high and other.low - cut <= one.high
