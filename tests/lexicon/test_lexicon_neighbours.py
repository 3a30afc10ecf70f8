"""The words that a vocabulary offers as near are all that can be."""

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import Vocabulary, WordRelation, can_be_near, relate
from checker.lexicon.neighbours import keys_of

LISTED = """
accord agreement ambulance approval approve approved arrive arrival big bigger bridge bridges canal car casualty cut
cutting dead deal death decide decision decrease deny denied die doctor drop enormous fall ferry fine firefighter
fishing hoped hospital huge increase injured injury jail killed killing large mayor men militia minister official
officials pact panel people person plunge police prison raise rate reactor refuse rejected rejection rise river
sacked sentence share sign signed signature small storm strike strikers sue surge talks tiny treaty tremor truck
vehicle verdict vessel volunteer vote voted voter war warn warning wounded xylograft zebra zebras
"""
WORDS = LISTED.split()

NEAR = frozenset(r for r in WordRelation if r not in (WordRelation.SISTER, WordRelation.ANTONYM, WordRelation.NONE))


def test_every_pair_that_is_closer_than_siblings_is_offered_from_both_sides() -> None:
    vocabulary = Vocabulary(WORDS)
    near = {word: vocabulary.near(word) for word in WORDS}
    for one, other in combinations(WORDS, 2):
        if relate(one, other) in NEAR:
            assert other in near[one], (one, other)
            assert one in near[other], (one, other)


def test_most_pairs_are_not_offered() -> None:
    vocabulary = Vocabulary(WORDS)
    offered = sum(len(vocabulary.near(word)) for word in WORDS)
    assert offered < 0.1 * len(WORDS) ** 2


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_meeting_is_symmetric(one: str, other: str) -> None:
    assert keys_of(one).meet(keys_of(other)) == keys_of(other).meet(keys_of(one))


@pytest.mark.parametrize("word", ["", "qqqq", "zebras"])
def test_a_word_is_no_neighbour_of_itself(word: str) -> None:
    assert word not in Vocabulary([word, "zebra"]).near(word)


@given(st.sampled_from(WORDS), st.sampled_from(WORDS))
def test_words_that_are_closer_than_siblings_can_be_near(one: str, other: str) -> None:
    assert can_be_near(one, other) or relate(one, other) not in NEAR


def test_siblings_and_strangers_are_told_apart_from_those_without_being_compared() -> None:
    assert not can_be_near("ferry", "verdict")
    assert not can_be_near("truck", "car")
