"""How far a decision went is read from its words: a split, conditions, a whole or a part."""

from __future__ import annotations

import pytest

from checker import Article
from checker.analysis import analyse
from checker.factuality.extents import read_extents


def read(text: str) -> list[tuple[str, str]]:
    return [(extent.family, extent.pole) for extent in read_extents(analyse(Article("a", text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The council was unanimous on the bridge.", ("vote", "unanimous")),
        ("The board voted for the sale by six votes to one.", ("vote", "split")),
        ("Two members of the panel voted against the motion.", ("vote", "split")),
        ("Nobody on the council voted against the motion.", ("vote", "unanimous")),
        ("The regulator gave its approval with conditions.", ("condition", "conditional")),
        ("The aid comes with no strings attached.", ("condition", "unconditional")),
        ("The brewer lost on every count.", ("sweep", "whole")),
        ("The judge dismissed a second claim.", ("sweep", "part")),
    ],
)
def test_an_extent_is_read(text: str, expected: tuple[str, str]) -> None:
    assert expected in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council was not unanimous on the bridge.",
        "Was the council unanimous on the bridge?",
        "The Herons beat the Kites by six goals to one.",
        "The patient is in a stable condition.",
        "He counted every sheep.",
    ],
)
def test_no_extent_is_read(text: str) -> None:
    assert not read(text)


def test_the_focus_lies_in_the_text() -> None:
    document = analyse(Article("a", "On Monday the council of the town was unanimous on the bridge."))
    extents = list(read_extents(document))
    assert extents
    assert all("unanimous" in extent.focus.of(document.text) for extent in extents)
