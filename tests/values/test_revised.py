"""An answer is given up by its figure in the same unit, or by its day, however finely it is told."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker.model import ValueType
from checker.values.quantities import Quantity
from checker.values.revised import RevisedValue, is_same_answer
from checker.values.timex import Granularity, TimeValue


def count(number: float, dimension: str = "") -> Quantity:
    return Quantity(ValueType.NUMBER, str(number), number, number, number, dimension=dimension)


def day(number: int, granularity: Granularity = Granularity.DAY) -> TimeValue:
    start = datetime(2031, 5, number, 9 if granularity is Granularity.HOUR else 0)
    return TimeValue(ValueType.DATE, "then", start.date().isoformat(), granularity, start, start)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (count(11), count(11), True),
        (count(11), count(12), False),
        (count(11), count(11, "length"), False),
        (day(4), day(4), True),
        (day(4), day(4, Granularity.HOUR), True),
        (day(4), day(5), False),
        (day(4), count(4), False),
    ],
)
def test_answers_are_the_same_by_figure_and_unit_or_by_day(
    one: Quantity | TimeValue, other: Quantity | TimeValue, same: bool
) -> None:
    assert is_same_answer(one, other) is same
    assert is_same_answer(other, one) is same


def test_a_revision_says_what_no_longer_holds() -> None:
    value = RevisedValue("19, up from 11", count(11), count(19))
    assert value.gives_up(count(11))
    assert not value.gives_up(count(19))
    assert value.normalized == "19, no longer 11"
