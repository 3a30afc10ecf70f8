"""Statuses contradict when they are opposed and settled; plans beside deeds are framing at most."""

from __future__ import annotations

from itertools import product

import pytest

from checker.model import Polarity, Relation
from checker.values.status import CONSIDERED, DONE, PLANNED, StatusValue, compare_statuses


def status(concept: str, rung: int = DONE, *, denied: bool = False) -> StatusValue:
    family = concept.partition(".")[0]
    opposites = frozenset({"access.open", "access.shut"} - {concept}) if family == "access" else frozenset()
    return StatusValue(concept, family, concept, opposites, rung, Polarity.NEGATIVE if denied else Polarity.POSITIVE)


ALL = [
    status(concept, rung, denied=denied)
    for concept, rung, denied in product(
        ("access.open", "access.shut", "pressure.threaten"), (CONSIDERED, PLANNED, DONE), (False, True)
    )
]


def test_opposites_contradict() -> None:
    assert compare_statuses(status("access.open"), status("access.shut")).relation is Relation.CONTRADICT


def test_asserted_beside_denied_contradicts() -> None:
    assert compare_statuses(status("access.open"), status("access.open", denied=True)).relation is Relation.CONTRADICT


def test_a_denial_leaves_room_beside_the_opposite() -> None:
    verdict = compare_statuses(status("access.shut"), status("access.open", denied=True))
    assert verdict.relation is Relation.NOT_COMPARABLE


def test_a_plan_goes_with_its_fulfilment() -> None:
    assert compare_statuses(status("access.open", PLANNED), status("access.open")).relation is Relation.COMPATIBLE


def test_a_plan_goes_with_its_not_having_happened_so_far() -> None:
    verdict = compare_statuses(status("access.open", PLANNED), status("access.open", denied=True))
    assert verdict.relation is Relation.COMPATIBLE


def test_what_happened_contradicts_that_it_never_will() -> None:
    verdict = compare_statuses(status("access.open"), status("access.open", PLANNED, denied=True))
    assert verdict.relation is Relation.CONTRADICT


def test_weighing_a_thing_beside_having_done_it_is_framing() -> None:
    verdict = compare_statuses(status("access.open", CONSIDERED), status("access.open"))
    assert verdict.relation is Relation.FRAMING


def test_other_families_are_not_compared() -> None:
    assert compare_statuses(status("access.open"), status("pressure.threaten")).relation is Relation.NOT_COMPARABLE


@pytest.mark.parametrize("value", ALL, ids=lambda v: v.normalized)
def test_no_status_contradicts_itself(value: StatusValue) -> None:
    assert compare_statuses(value, value).relation is Relation.AGREE


def test_comparison_is_symmetric() -> None:
    for one, other in product(ALL, ALL):
        assert compare_statuses(one, other).relation is compare_statuses(other, one).relation
