"""An agreement's rungs: what one stops short of and another denies goes together; settled beside open does not."""

from __future__ import annotations

from itertools import product

from checker.model import Polarity, Relation
from checker.values.ladders import RUNGS, LadderValue, compare_rungs


def rung(name: str, *, denied: bool = False, ahead: bool = False) -> LadderValue:
    return LadderValue(name, RUNGS.index(name), Polarity.NEGATIVE if denied else Polarity.POSITIVE, ahead)


IF = LadderValue("if it goes ahead", RUNGS.index("under discussion"), conditional=True)
ALL = [IF, *(rung(name, denied=d, ahead=a) for name, d, a in product(RUNGS, (False, True), (False, True)))]


def test_signed_beside_under_discussion_contradicts() -> None:
    assert compare_rungs(rung("signed"), rung("under discussion")).relation is Relation.CONTRADICT


def test_signed_beside_not_signed_contradicts() -> None:
    assert compare_rungs(rung("signed"), rung("signed", denied=True)).relation is Relation.CONTRADICT


def test_agreed_in_principle_goes_with_not_signed() -> None:
    assert compare_rungs(rung("agreed in principle"), rung("signed", denied=True)).relation is Relation.COMPATIBLE


def test_agreed_beside_under_discussion_is_framing() -> None:
    assert compare_rungs(rung("agreed"), rung("under discussion")).relation is Relation.FRAMING


def test_no_rung_differs_from_itself_and_order_does_not_matter() -> None:
    for one, other in product(ALL, ALL):
        assert compare_rungs(one, other).relation is compare_rungs(other, one).relation
        if one == other:
            assert compare_rungs(one, other).relation is Relation.AGREE


def test_an_if_beside_a_flat_statement_is_framing() -> None:
    assert compare_rungs(IF, rung("agreed")).relation is Relation.FRAMING


def test_an_if_leaves_room_for_a_proposal() -> None:
    assert compare_rungs(IF, rung("proposed")).relation is Relation.NOT_COMPARABLE
