"""Outlets go by one name, however they are written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.sources.naming import choose_name, fold_outlet, same_outlet

NAMES = st.text(alphabet="ABCDEabcde. ’-()", max_size=30)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("the New York Times", "New York Times"),
        ("New York Times", "the Times"),
        ("AP", "Associated Press"),
        ("www.harbourpost.com", "Harbour Post"),
        ("Pan-Baltic Wire", "Pan Baltic Wire"),
        ("El Faro (English service)", "El Faro"),
        ("reuters.com", "Reuters"),
    ],
)
def test_two_ways_to_write_one_outlet(one: str, other: str) -> None:
    assert same_outlet(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Harbour Post", "Harbour Gazette"), ("The Sun", "Baltimore Sun"), ("Reuters", "AFP"), ("", "Reuters")],
)
def test_outlets_that_are_not_one(one: str, other: str) -> None:
    assert not same_outlet(one, other)


def test_a_report_uses_the_name_of_the_articles_own_outlet() -> None:
    assert choose_name("Harbour Gazette", ["Coast Wire", "The Harbour Gazette"]) == "The Harbour Gazette"


def test_an_alias_gives_way_to_the_name_in_the_table() -> None:
    assert choose_name("AP", ["Coast Wire"]) == "Associated Press"


@given(NAMES, NAMES)
def test_sameness_has_no_direction(one: str, other: str) -> None:
    assert same_outlet(one, other) == same_outlet(other, one)


@given(NAMES)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_outlet(fold_outlet(name)) == fold_outlet(name)
