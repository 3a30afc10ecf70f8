"""Kinds of happening are found by their words and by their frames."""

from __future__ import annotations

import pytest

from checker.lexicon.happenings import (
    Happening,
    are_stages,
    happenings_of,
    happenings_told,
    is_happening,
    is_lasting,
    kin_of,
)


@pytest.mark.parametrize(
    ("one", "other"),
    [("touch down", "landing"), ("verdict", "convict"), ("walkout", "stoppage"), ("quake", "tremor")],
)
def test_words_of_one_kind(one: str, other: str) -> None:
    assert happenings_of(one) & happenings_of(other)


def test_a_frame_needs_its_word() -> None:
    assert Happening("landing") in happenings_told("come in", {"plane", "rain"})
    assert not happenings_told("come in", {"letter"})


def test_what_a_vehicle_leaves_tells_a_departure_from_a_crash() -> None:
    assert Happening("crash") not in happenings_told("leave", {"train", "station"})
    assert Happening("crash") in happenings_told("leave", {"bus", "road"})
    assert Happening("adoption") not in happenings_told("carry", {"airline", "passenger"})
    assert Happening("adoption") in happenings_told("carry", {"motion"})


def test_a_frame_tells_its_side() -> None:
    assert Happening("election", "end") in happenings_told("close", {"poll"})
    assert Happening("walkout", "start") in happenings_of("down tool")


def test_kin_and_length() -> None:
    assert kin_of({"blast"}) == kin_of({"fire"})
    assert kin_of({"divorce"}) == {"divorce"}
    assert kin_of({"halt"}) & kin_of({"closure"})
    assert happenings_of("without power") == happenings_of("blackout")
    assert is_lasting("walkout")
    assert not is_lasting("landing")
    assert is_happening("touchdown")
    assert not is_happening("lamp")


def test_stages_of_one_course_are_told_apart() -> None:
    assert are_stages("takeoff", "landing")
    assert are_stages("sentencing", "arrest")
    assert not are_stages("landing", "landing")
    assert not are_stages("landing", "arrest")
    assert not are_stages("alarm", "discovery")
