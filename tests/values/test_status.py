"""Statuses contradict when their directions differ and both are settled; plans beside deeds are framing at most."""

from __future__ import annotations

from itertools import product

import pytest

from checker.model import Polarity, Relation
from checker.values.status import CONSIDERED, DONE, PLANNED, StatusValue, compare_statuses


def status(pole: int, rung: int = DONE, polarity: Polarity = Polarity.POSITIVE, family: str = "open") -> StatusValue:
    return StatusValue(f"{family} {pole}", family, pole, rung, polarity)


ALL = [
    status(pole, rung, polarity)
    for pole, rung, polarity in product((1, -1), (CONSIDERED, PLANNED, DONE), (Polarity.POSITIVE, Polarity.NEGATIVE))
]


def test_opposite_poles_contradict() -> None:
    assert compare_statuses(status(1), status(-1)).relation is Relation.CONTRADICT


def test_a_denial_turns_the_pole_round() -> None:
    denied = status(-1, polarity=Polarity.NEGATIVE)
    assert compare_statuses(status(1), denied).relation is Relation.AGREE
    assert compare_statuses(status(-1), denied).relation is Relation.CONTRADICT


def test_a_plan_beside_its_fulfilment_is_framing() -> None:
    assert compare_statuses(status(1, PLANNED), status(1, DONE)).relation is Relation.FRAMING


def test_weighing_a_thing_beside_having_done_it_contradicts() -> None:
    assert compare_statuses(status(1, CONSIDERED), status(1, DONE)).relation is Relation.CONTRADICT


def test_other_families_are_not_compared() -> None:
    assert compare_statuses(status(1), status(1, family="sign")).relation is Relation.NOT_COMPARABLE


@pytest.mark.parametrize("value", ALL, ids=lambda v: v.normalized)
def test_no_status_contradicts_itself(value: StatusValue) -> None:
    assert compare_statuses(value, value).relation is Relation.AGREE


def test_comparison_is_symmetric() -> None:
    for one, other in product(ALL, ALL):
        assert compare_statuses(one, other).relation is compare_statuses(other, one).relation
