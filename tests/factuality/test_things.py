"""Two phrases name one thing when their heads are one word or synonyms and what narrows them does not differ."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.factuality.things import same_words, shared_figures

WORDS = st.lists(
    st.sampled_from(["quota", "beef", "squid", "tax", "bread", "bridge"]), min_size=1, max_size=3, unique=True
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (("quota", "beef"), ("quota", "beef", "chilean")),
        (("quota", "beef"), ("quota",)),
        (("deal", "trade"), ("agreement", "trade")),
        (("inflation", "year", "end"), ("forecast", "inflation", "end", "year")),
    ],
)
def test_one_thing(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert same_words(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [(("tax", "petrol"), ("tax", "bread")), (("bridge",), ("quota",)), ((), ("quota",))],
)
def test_different_things(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    assert not same_words(one, other)


@given(WORDS, WORDS)
def test_it_is_symmetric(one: list[str], other: list[str]) -> None:
    assert same_words(tuple(one), tuple(other)) is same_words(tuple(other), tuple(one))


@given(WORDS)
def test_a_thing_is_itself(words: list[str]) -> None:
    assert same_words(tuple(words), tuple(words))


def test_only_figures_are_shared_figures() -> None:
    assert shared_figures(frozenset({"quota", "=20%"}), frozenset({"quota", "=20%", "=150"})) == {"=20%"}
