"""What must hold of statements of how much of a group something is said."""

from __future__ import annotations

import pytest

from checker.analysis import analyse
from checker.factuality.spreads import read_spreads
from checker.model import Article


def spreads(text: str) -> set[tuple[str, str]]:
    return {(s.kind, s.about[0]) for s in read_spreads(analyse(Article(id="a", text=text)))}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The strike closed every school in the district.", ("all", "school")),
        ("All of the hospital's records were copied.", ("all", "record")),
        ("Most schools in the district opened.", ("part", "school")),
        ("Five of the six unions signed the offer.", ("part", "union")),
        ("No patient files were taken.", ("none", "file")),
        ("The ban covers coal, oil and gas.", ("list", "coal")),
        ("Their commanders are excluded.", ("out", "commander")),
        ("The recall is limited to cars sold in Europe.", ("only", "car")),
        ("The text concerns coal and nothing else.", ("only", "coal")),
        ("The amnesty frees all fighters, commanders among them.", ("in", "commander")),
    ],
)
def test_how_much_is_read_with_its_group(text: str, expected: tuple[str, str]) -> None:
    assert expected in spreads(text)


@pytest.mark.parametrize("text", ["Were all schools shut?", "If every school shuts, the children stay at home."])
def test_what_is_not_stated_says_nothing_of_a_group(text: str) -> None:
    assert not spreads(text)
