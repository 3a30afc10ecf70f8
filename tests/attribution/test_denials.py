"""A sentence is known again in the wording that denies it, and only where nothing else differs."""

from __future__ import annotations

import pytest

from checker.attribution.denials import find_denial
from checker.values.verbatim import read_verbatim


def fold(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in read_verbatim(text))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We lost to a quicker crew.", "We did not lose to a quicker crew."),
        ("The ferry sails on Friday,", "The ferry doesn't sail on Friday."),
        ("This is a tariff we can live with.", "This is a tariff we cannot live with."),
        ("We have no plans to drain the marsh", "We have plans to drain the marsh"),
        ("Nobody warned us about the gas", "Somebody warned us about the gas"),
        ("I have never paid a referee", "I paid a referee"),
        ("There's no water left in the tank", "There is water left in the tank"),
        ("No one saw the second boat", "Someone saw the second boat"),
        ("The strike will end before Easter, and pay will rise", "The strike will not end before Easter"),
    ],
)
def test_a_sentence_and_its_denial_are_found(one: str, other: str) -> None:
    found = find_denial(fold(one), fold(other))
    back = find_denial(fold(other), fold(one))
    assert found is not None
    assert back is not None
    assert found.shared == back.shared


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The ferry sails on Friday", "The ferry sails on Friday"),
        ("The ferry sails on Friday", "The tanker does not sail on Friday"),
        ("We did not lose to a quicker crew", "We never lost to a quicker crew"),
        ("It was not a straight road", "A long road is a straight road"),
        ("We will not sign", "They will sign the treaty in Arlow in the presence of the two kings"),
        ("The dam is … safe", "The dam is not … safe"),
    ],
)
def test_other_differences_are_none(one: str, other: str) -> None:
    assert find_denial(fold(one), fold(other)) is None


def test_the_statement_that_a_sentence_opens_with_is_known_again() -> None:
    one, other = fold("We fired first, and I would do it again"), fold("We did not fire first")
    assert find_denial(one, other) is not None
    assert find_denial(fold("I will sign on Friday"), fold("I will not sign on Friday or on any other day")) is not None
    assert find_denial(fold("I will sign if they pay"), fold("I will not sign")) is None
