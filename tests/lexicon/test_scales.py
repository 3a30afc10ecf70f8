"""Wordings are found by their base forms, the longest of a scale wins, and a scale keeps to its words beside."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker.lexicon.scales import find_wordings, load_scales
from checker.model import Span, Token

SCALES = """
[scales.noise]
asks = "how loud was it?"
1 = ["whisper", "speak softly"]
3 = ["shout", "shout at _ top", "roar|bellow", "sing # song"]

[scales.pace]
asks = "how fast?"
with = ["train"]
1 = ["crawl"]
"""


def words(sentence: str) -> list[Token]:
    return [
        Token(n, w, w.lower(), "CD" if w.isdigit() else "VB", "dep", 0, Span(n * 20, n * 20 + len(w)), 0)
        for n, w in enumerate(sentence.split())
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    file = tmp_path / "scales.toml"
    file.write_text(SCALES, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("they whispered", [("noise", 1)]),
        ("he spoke very softly", []),
        ("he spoke softly", [("noise", 1)]),
        ("they bellowed and roared", [("noise", 3), ("noise", 3)]),
        ("they sang 4 songs", [("noise", 3)]),
        ("the train crawled", [("pace", 1)]),
        ("the baby crawled", []),
    ],
)
def test_wordings_are_found_in_their_places(path: Path, sentence: str, found: list[tuple[str, int]]) -> None:
    assert [(w.scale.name, w.degree) for w in find_wordings(load_scales(path), words(sentence))] == found


def test_the_longest_wording_of_a_scale_holds(path: Path) -> None:
    (wording,) = find_wordings(load_scales(path), words("she shouted at the very top"))
    assert (wording.first.text, wording.last.text) == ("shouted", "top")


@pytest.mark.parametrize(
    "bad",
    ['[scales.x]\nasks = "?"\n', *(f'[scales.x]\nasks = "?"\n1 = ["{w}"]\n' for w in ("# dogs", "hear the dogs"))],
)
def test_a_list_that_cannot_be_used_is_refused(tmp_path: Path, bad: str) -> None:
    file = tmp_path / "bad.toml"
    file.write_text(bad, encoding="utf-8")
    with pytest.raises(ValueError, match="x"):
        load_scales(file)
