"""Utterances take the side that their words take, and turn each other round only where they do."""

from __future__ import annotations

import pytest

from checker.values.contraries import find_contrary, read_thoughts
from checker.values.stances import matter_of, read_stances, same_matter


@pytest.mark.parametrize(
    ("words", "matter", "side"),
    [
        ("The worst is behind us.", "worst", True),
        ("The worst is not over.", "worst", False),
        ("We have no idea who did it.", "knowledge", False),
        ("It was not my fault.", "blame", False),
        ("I am going nowhere.", "staying", True),
        ("I don't think she will be fit.", "fitness", False),
    ],
)
def test_an_utterance_takes_a_side(words: str, matter: str, side: bool) -> None:
    assert (matter, side) in {(s.matter, s.side) for s in read_stances(words, {})}


@pytest.mark.parametrize("words", ["If they ask me I will step down.", "Is it safe?", "I was against it at first."])
def test_a_condition_a_question_and_a_change_of_mind_take_none(words: str) -> None:
    assert not list(read_stances(words, {}))


def test_what_speakers_say_of_others_is_another_matter() -> None:
    (one,) = [s for s in read_stances("She will be fit.", {}) if s.matter == "fitness"]
    (other,) = [s for s in read_stances("I will not be fit.", {}) if s.matter == "fitness"]
    assert not same_matter(one, other)
    assert not same_matter(other, one)


def test_a_matter_that_is_not_listed_is_an_error() -> None:
    with pytest.raises(KeyError):
        matter_of("nothing of the kind")


@pytest.mark.parametrize(
    ("left", "right", "contrary"),
    [
        ("We will not build it.", "We may not build it.", True),
        ("We heard nothing.", "We heard a bang.", True),
        ("We have no proof of fraud.", "We have proof of carelessness.", False),
        ("We will not build it.", "We will not build it.", False),
    ],
)
def test_two_thoughts_turn_each_other_round(left: str, right: str, contrary: bool) -> None:
    (one,), (other,) = list(read_thoughts(left, {})), list(read_thoughts(right, {}))
    assert (find_contrary(one, other, lambda a, b: False) is not None) is contrary
    assert (find_contrary(other, one, lambda a, b: False) is not None) is contrary
