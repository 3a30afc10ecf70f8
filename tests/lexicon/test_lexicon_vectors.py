"""Relatedness orders pairs of words as a person does, and stays within its bounds."""

from collections.abc import Callable
from itertools import product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import relate_all, relatedness, row_length, similarity, stack_vectors, vector

PAIRS = Path(__file__).with_name("relatedness_pairs.txt")
KNOWN = "crowd stadium ferry ship verdict court wage salary vaccine tumour theatre qqqq".split()


def read_pairs(grade: str) -> list[tuple[str, str]]:
    lines = [line for line in PAIRS.read_text(encoding="utf-8").splitlines() if line.startswith(grade + " ")]
    found = [tuple(pair.split()) for line in lines for pair in line.partition(":")[2].split(",")]
    return [(one, other) for one, other in found]


def order(greater: list[tuple[str, str]], lesser: list[tuple[str, str]], measure: Callable[[str, str], float]) -> float:
    """How often a pair of one grade lies above one of another."""
    ones, others = [measure(*p) for p in greater], [measure(*p) for p in lesser]
    return sum((a > b) + (a == b) / 2 for a, b in product(ones, others)) / (len(ones) * len(others))


def test_words_of_one_matter_lie_above_strangers() -> None:
    assert order(read_pairs("same"), read_pairs("unrelated"), relatedness) > 0.97
    assert order(read_pairs("related"), read_pairs("unrelated"), relatedness) > 0.95
    assert order(read_pairs("related"), read_pairs("unrelated"), similarity) < 0.6  # what it is there for


def test_strangers_are_at_zero_and_most_relatives_above_a_half() -> None:
    assert sum(relatedness(*pair) > 0.2 for pair in read_pairs("unrelated")) <= 1
    related = read_pairs("same") + read_pairs("related")
    assert sum(relatedness(*pair) > 0.5 for pair in related) > 0.75 * len(related)


@pytest.mark.parametrize(
    ("one", "other"),
    [("attendance", "spectator"), ("verdict", "court"), ("ferry", "vessel"), ("firefighter", "blaze"), ("wage", "pay")],
)
def test_everyday_relatives_of_the_news(one: str, other: str) -> None:
    assert relatedness(one, other) > 0.5


@given(st.sampled_from(KNOWN) | st.text(max_size=8), st.sampled_from(KNOWN) | st.text(max_size=8))
def test_relatedness_is_symmetric_and_bounded(one: str, other: str) -> None:
    found = relatedness(one, other)
    assert 0.0 <= found <= 1.0
    assert found == relatedness(other, one)


def test_a_word_is_wholly_related_to_itself_and_an_unknown_one_to_nothing_else() -> None:
    assert relatedness("qqqq", "qqqq") == 1.0
    assert all(relatedness("qqqq", word) == 0.0 for word in KNOWN[:-1])
    assert vector("qqqq") is None


def test_the_batch_form_gives_what_single_calls_give() -> None:
    table = relate_all(KNOWN, KNOWN[:5])
    assert table.shape == (len(KNOWN), 5)
    for row, one in enumerate(KNOWN):
        for column, other in enumerate(KNOWN[:5]):
            assert table[row, column] == relatedness(one, other)


def test_vectors_are_whole_numbers_of_one_length_and_zero_for_unknown_words() -> None:
    stacked = stack_vectors(KNOWN)
    assert np.array_equal(stacked, np.rint(stacked))
    lengths = np.linalg.norm(stacked, axis=1)
    assert lengths[-1] == 0.0
    assert np.all(np.abs(lengths[:-1] / row_length() - 1) < 0.02)


def test_a_form_has_the_vector_of_its_lemma_and_a_phrase_that_of_its_words() -> None:
    plural, lemma = vector("ferries"), vector("ferry")
    assert plural is not None
    assert lemma is not None
    assert np.array_equal(plural, lemma)
    phrase = stack_vectors(["injury.injure", "injury", "injure"])
    assert np.array_equal(phrase[0], np.rint((phrase[1] + phrase[2]) / 2))
