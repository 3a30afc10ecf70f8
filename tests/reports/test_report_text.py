"""The terminal report: what it says, how it wraps, and what it never lets through."""

from __future__ import annotations

import re
from typing import Any

import pytest
from sample_extremes import crowded, hostile
from sample_report import empty, format_of, lonely, quiet, sample

from checker.formats import Options

text_format = format_of("text")
ANSI = re.compile(r"\x1b\[[0-9;]*m")


def test_the_summary_comes_first() -> None:
    assert text_format.write(sample(), Options(width=200)).startswith(
        "4 articles (3 outlets named; 1 without one): 2 contra"
    )


def test_each_finding_shows_outlet_words_place_and_what_would_clear_it() -> None:
    text = text_format.write(sample(), Options())
    start = text.index("How many people were killed in the fire?")
    block = text[start : text.index("When did the fire start?")]
    for part in (
        "The Harbour Post, citing the coast guard  ferry/harbour.txt:3:58",
        "“killed 12 people”",
        "Daily Tide  ferry/tide.txt:3:1",
        "“At least 21 people lost their lives”",
        "To clear: a later toll by the coast guard or the hospital",
    ):
        assert part in block


def test_findings_come_by_kind() -> None:
    text = text_format.write(sample(), Options())
    headings = re.findall(r"^([A-Z-]+) \(\d+\)$", text, flags=re.MULTILINE)
    assert headings == ["CONTRADICTIONS", "FRAMING", "UPDATES", "UNMEASURED", "SINGLE-SOURCE"]


def test_a_single_source_claim_takes_one_line() -> None:
    lines = text_format.write(sample(), Options()).splitlines()
    assert "    ferry/gazette.html:1:17  “had 118 people aboard”" in lines


def test_unread_files_and_what_was_left_out_are_said_at_the_end() -> None:
    text = text_format.write(sample(), Options())
    assert "3 more single-source claims of less weight left out" in text
    assert "ferry/broken.json: not JSON" in text


def test_nothing_is_left_out_when_all_is_wanted() -> None:
    assert "left out" not in text_format.write(sample(), Options(all=True))


def test_no_colour_unless_asked_for() -> None:
    assert not ANSI.search(text_format.write(sample(), Options()))


def test_colour_changes_nothing_but_the_colour() -> None:
    coloured = text_format.write(sample(), Options(color=True))
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert ANSI.sub("", coloured) == text_format.write(sample(), Options())


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
def test_lines_stay_within_the_width(width: int) -> None:
    assert max(map(len, text_format.write(sample(), Options(width=width)).splitlines())) <= width


def test_control_characters_of_an_article_never_reach_the_terminal() -> None:
    text = text_format.write(hostile(), Options())
    assert "\x1b" not in text
    assert "\u202e" not in text
    text.encode("utf-8")


@pytest.mark.parametrize("make", [sample, quiet, lonely, empty, hostile, crowded])
def test_the_same_report_gives_the_same_bytes(make: Any) -> None:
    assert text_format.write(make(), Options()) == text_format.write(make(), Options())


def test_no_contradiction_is_said_plainly() -> None:
    assert "No contradiction found." in text_format.write(quiet(), Options())
