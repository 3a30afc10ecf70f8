"""Copies with fields changed are those that the standard library makes."""

from dataclasses import dataclass, replace

import pytest

from checker.model import Answer
from checker.model.amending import amend


def test_only_the_named_fields_are_changed() -> None:
    answer = Answer("12", ("a#1",), ("Herald",), support=0.5)
    assert amend(answer, value="14", claims=("b#2",)) == replace(answer, value="14", claims=("b#2",))
    assert answer.value == "12"


def test_a_copy_without_changes_is_equal_and_another_record() -> None:
    answer = Answer("12", ("a#1",), ("Herald",))
    copy = amend(answer)
    assert copy == answer
    assert copy is not answer


def test_a_field_that_is_none_is_refused() -> None:
    with pytest.raises(AttributeError):
        amend(Answer("12", (), ()), length=4)


def test_a_record_that_checks_itself_is_refused() -> None:
    @dataclass(frozen=True, slots=True)
    class Checked:
        one: int
        other: int

        def __post_init__(self) -> None:
            """Look at the fields."""

    with pytest.raises(TypeError, match="Checked"):
        amend(Checked(1, 2), one=3)
    with pytest.raises(TypeError, match="int"):
        amend(7)
