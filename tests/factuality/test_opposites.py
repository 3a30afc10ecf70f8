"""Words that exclude each other, and words that only look as if they did."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.factuality.opposites import are_opposed, denies_by_prefix, load_opposites


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("open", "padlocked"),
        ("structured", "unstructured"),
        ("valid", "expired"),
        ("peaceful", "violent"),
        ("low", "high"),
    ],
)
def test_opposites_exclude_each_other_either_way(one: str, other: str) -> None:
    assert are_opposed(one, other)
    assert are_opposed(other, one)


@pytest.mark.parametrize(
    ("one", "other"), [("open", "unlocked"), ("bolted", "chained"), ("red", "large"), ("calm", "calm")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert not are_opposed(one, other)


def test_a_prefix_denies_only_what_is_left_when_it_goes() -> None:
    assert denies_by_prefix("insured", "uninsured")
    assert not denies_by_prefix("interest", "rest")


@given(st.sampled_from(sorted(load_opposites().poles)), st.sampled_from(sorted(load_opposites().poles)))
def test_opposition_is_symmetric_and_never_of_a_word_with_itself(one: str, other: str) -> None:
    assert are_opposed(one, other) == are_opposed(other, one)
    assert not are_opposed(one, one)
