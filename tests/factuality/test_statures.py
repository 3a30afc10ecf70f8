"""How much weight an article gives to a person, read from the words beside the name."""

from __future__ import annotations

import pytest

from checker import Article
from checker.analysis import analyse
from checker.factuality.statures import read_statures


def degrees(text: str) -> list[int]:
    return [stature.degree for stature in read_statures(analyse(Article("a", text)))]


@pytest.mark.parametrize(
    ("text", "degree"),
    [
        ("Maria Vance, a volunteer at the shelter, opened the gate.", 1),
        ("A volunteer, Maria Vance, opened the gate.", 1),
        ("The gate was opened by Maria Vance, who helped in the kitchen.", 1),
        ("Maria Vance, deputy head of the shelter, opened the gate.", 2),
        ("The director of the shelter, Maria Vance, opened the gate.", 3),
        ("Maria Vance, who runs the shelter, opened the gate.", 3),
        ("Maria Vance, the brains behind the shelter, opened the gate.", 4),
        ("It was Maria Vance, the woman behind the shelter, who opened the gate.", 4),
    ],
)
def test_a_description_beside_a_name_has_a_degree(text: str, degree: int) -> None:
    assert degree in degrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "Maria Vance, a mother of two, opened the gate.",
        "Maria Vance opened the gate on Monday.",
        "Maria Vance, 44, opened the gate.",
    ],
)
def test_what_gives_no_weight_is_left_alone(text: str) -> None:
    assert degrees(text) == []
