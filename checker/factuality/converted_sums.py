"""A sum and its conversion into another currency that are of another order: "$150m (£97)", where "m" was left out.

No rate of exchange is known here. An article that converts several sums shows the one that it goes by, and rates do not
change by much: a conversion that is twenty times off has lost, or won, a "million" or some noughts.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from checker.factuality.misfits import Beside, Misfit, read_beside
from checker.model import Document, Mention, ValueType
from checker.values.quantities import Bound, Quantity, write_number

FEWEST = 3
"""Conversions between two currencies that show at which rate an article converts."""

TIMES = 20.0
"""How many times off a conversion is another order: rates of one pair of currencies differ far less over decades."""

OPENED = re.compile(r"\s*\(\s*(?:about\s+|around\s+|roughly\s+|or\s+)?", re.I)  # "$150m (£97m)"
CLOSED = re.compile(r"\s*\)")


def read_converted_sums(document: Document) -> Iterator[Misfit]:
    """Every converted sum that is not of the order of the others."""
    groups: dict[tuple[str, str], list[tuple[float, Mention, Mention]]] = defaultdict(list)
    for pair in document.once(read_beside):
        one, other = pair.one.value, pair.other.value
        if isinstance(one, Quantity) and isinstance(other, Quantity) and _is_exchange(pair, one, other):
            groups[one.unit, other.unit].append((other.point / one.point, pair.one, pair.other))
    for group in groups.values():
        if len(group) < FEWEST:
            continue
        usual = median(rate for rate, _, _ in group)
        for rate, basis, said in group:
            if not usual / TIMES < rate < usual * TIMES:
                yield _misfit(basis, said, usual)


def _is_exchange(pair: Beside, one: Quantity, other: Quantity) -> bool:
    money = one.dimension == other.dimension == "currency" and one.unit != other.unit
    plain = Bound.BETWEEN not in (one.bound, other.bound) and one.point > 0 < other.point
    return money and plain and OPENED.fullmatch(pair.between) is not None and CLOSED.match(pair.behind) is not None


def _misfit(basis: Mention, said: Mention, rate: float) -> Misfit:
    value, other = basis.value, said.value
    assert isinstance(value, Quantity)
    assert isinstance(other, Quantity)
    words = " ".join(basis.text.split())
    return Misfit(
        f"how much is {words} in {other.unit}?",
        ValueType.MONEY,
        said.span,
        _write_sum(other, other.point),
        basis.span,
        f"about {_write_sum(other, float(f'{value.point * rate:.2g}'))}",
    )


SCALES = ((1e9, " billion"), (1e6, " million"))


def _write_sum(money: Quantity, amount: float) -> str:
    """An amount in the currency of a sum, with its sign as the article has it: "£120 million", "120 million euros"."""
    scale, name = next(((size, word) for size, word in SCALES if amount >= size), (1.0, ""))
    figure = f"{write_number(amount / scale)}{name}"
    sign = money.unit_text or f"{money.unit} "
    return f"{figure} {sign}" if sign.islower() else f"{sign}{figure}"
