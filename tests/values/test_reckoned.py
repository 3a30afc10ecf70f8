"""What is said beside what follows from other words."""

from __future__ import annotations

from checker.model import Relation, ValueType
from checker.values.compare import compare_values
from checker.values.reckoned import ReckonedValue

SAID = ReckonedValue(ValueType.DATE, "Saturday", "Saturday")
MADE = ReckonedValue(ValueType.DATE, "31 December 2034", "Sunday", basis=True)


def test_what_follows_contradicts_another_saying_whichever_comes_first() -> None:
    verdict = compare_values(SAID, MADE)
    assert verdict == compare_values(MADE, SAID)
    assert verdict.relation is Relation.CONTRADICT
    assert verdict.reason == "“31 December 2034” makes it Sunday, not “Saturday”"


def test_what_follows_agrees_with_the_same_saying() -> None:
    right = ReckonedValue(ValueType.DATE, "Sunday", "Sunday")
    assert compare_values(right, MADE).relation is Relation.AGREE


def test_two_sayings_and_two_reckonings_are_not_set_against_each_other() -> None:
    other = ReckonedValue(ValueType.DATE, "Friday", "Friday")
    again = ReckonedValue(ValueType.DATE, "1 January 2018", "Monday", basis=True)
    assert compare_values(SAID, other).relation is Relation.NOT_COMPARABLE
    assert compare_values(MADE, again).relation is Relation.NOT_COMPARABLE


def test_what_is_said_is_told_in_full_where_its_words_are_those_of_what_follows() -> None:
    said = ReckonedValue(ValueType.PERCENT, "12 percent", "a fall of 12 percent")
    made = ReckonedValue(ValueType.PERCENT, "$560 from $500", "a rise of 12 percent", basis=True)
    assert compare_values(said, made).reason.endswith("a rise of 12 percent, not a fall of 12 percent")
