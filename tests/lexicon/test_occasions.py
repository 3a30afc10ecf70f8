"""Occasions join the words that news has for one kind of happening."""

from __future__ import annotations

from checker.lexicon.occasions import is_occasion, occasions_of


def test_nouns_and_verbs_of_one_occasion_share_its_name() -> None:
    assert occasions_of(["summit"]) & occasions_of(["meet"])
    assert occasions_of(["lift off"]) & occasions_of(["launch"])


def test_unlike_occasions_share_nothing() -> None:
    assert not occasions_of(["earthquake"]) & occasions_of(["aftershock"])
    assert not occasions_of(["table lamp"])


def test_things_that_take_place_are_occasions_and_things_that_stand_are_not() -> None:
    assert is_occasion("session")
    assert is_occasion("arrival")
    assert not is_occasion("bridge")
