"""A first conflicts with another rank only inside its scope."""

from __future__ import annotations

from checker.model import Relation
from checker.values.firsts import FirstValue, compare_firsts

FIRST = FirstValue("the first ever", "first", 1, ever=True)
THIRD = FirstValue("the third", "first", 3)
FORMAL = FirstValue("the first formal talks of this term", "first", 1, frozenset({"formal", "term"}))
EARLIER = FirstValue("earlier talks", "first", 0)


def test_first_beside_third_contradicts() -> None:
    assert compare_firsts(FIRST, THIRD).relation is Relation.CONTRADICT


def test_a_first_with_its_own_scope_and_an_earlier_instance_are_framing() -> None:
    assert compare_firsts(FORMAL, EARLIER).relation is Relation.FRAMING


def test_an_unbounded_first_and_an_earlier_instance_contradict() -> None:
    assert compare_firsts(FIRST, EARLIER).relation is Relation.CONTRADICT


def test_scopes_that_differ_are_framing() -> None:
    assert compare_firsts(FIRST, FORMAL).relation is Relation.FRAMING


def test_symmetric_and_never_against_itself() -> None:
    values = [FIRST, THIRD, FORMAL, EARLIER]
    for one in values:
        assert compare_firsts(one, one).relation is Relation.AGREE
        for other in values:
            assert compare_firsts(one, other).relation is compare_firsts(other, one).relation
