"""Blocks: what is a paragraph, a heading, a bullet, furniture; how lines are joined; and that offsets hold."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import BlockKind, Span
from checker.text import lay_out

BODY = "The harbour board met on Monday and agreed to widen the northern channel before the winter storms arrive."


def kinds(text: str, **options: Any) -> list[tuple[str, str]]:
    return [(b.kind.value, b.text) for b in lay_out(text, **options)]


PIECES = st.sampled_from(
    ["The board met. ", "U.S.. officials ", "despite. ", "\n", "\r\n", "\n\n", "  ", "\t", "\u00a0", "\u00ad", "\u200b"]  # noqa: RUF005
    + ["**bold**", "*x*", "[a](b)", "![a](b)", "# ", "- ", "• 1", "1. ", "| a | b |", "|---|---|", "``", "''", "don t "]
    + ["Share", "Read time 4 minutes", "> ", "e\u0301", "ﬁ", '"', "“", "’", ".", "..", "(", "By Ann Lee", "---", "_"]
)


@given(st.one_of(st.text(max_size=200), st.lists(PIECES, max_size=30).map("".join)))
def test_every_block_maps_back_to_the_original(text: str) -> None:
    last = 0
    for block in lay_out(text):
        assert 0 <= block.span.start < block.span.end <= len(text)
        assert block.span.start >= last
        last = block.span.end
        assert len(block.offsets) == len(block.text) > 0
        assert list(block.offsets) == sorted(block.offsets)
        assert block.span.start <= block.offsets[0]
        assert block.offsets[-1] < block.span.end
        assert block.text == " ".join(block.text.split())


@given(st.lists(PIECES, max_size=30).map("".join), st.data())
def test_letters_of_a_block_stand_in_the_range_it_maps_to(text: str, data: st.DataObject) -> None:
    for block in lay_out(text):
        start = data.draw(st.integers(0, len(block.text) - 1))
        end = data.draw(st.integers(start + 1, len(block.text)))
        original = block.original(start, end).of(text)
        position = 0
        for letter in block.text[start:end]:
            if letter.isascii() and letter.isalpha() and letter not in "fil":  # ligatures are written out
                found = original.find(letter, position)
                assert found >= 0
                position = found


def test_clean_text_is_left_as_it_is() -> None:
    text = "The U.S. envoy said on Nov. 3 that “talks” go on... and A.I. is one topic. It's the mayors' idea."
    (block,) = lay_out(text)
    assert block.text == text
    assert block.offsets == tuple(range(len(text)))


def test_front_matter_is_skipped() -> None:
    text = "---\ntitle: x\n---\n\n# Ports reopen\n\n" + BODY
    assert kinds(text, skip=Span(0, 17)) == [("headline", "Ports reopen"), ("paragraph", BODY)]


def test_a_first_heading_that_is_not_the_title_is_no_headline() -> None:
    text = f"THE SHORT VERSION\n\n{BODY}"
    assert kinds(text, title="Harbour to be widened in the spring")[0] == ("heading", "THE SHORT VERSION")
    assert kinds(text)[0] == ("headline", "THE SHORT VERSION")


def test_the_title_is_the_headline_when_the_text_has_it() -> None:
    text = f"Business\n\nHarbour to be widened\n\n{BODY}"
    assert ("headline", "Harbour to be widened") in kinds(text, title="Harbour to be widened")


def test_windows_newlines_and_odd_spaces_give_single_spaced_text() -> None:
    text = "Ports reopen\r\n\r\nThe\u00a0board  met\u00ad\u200b on\tMonday, and the har\u00adbour opened again."
    assert kinds(text) == [
        ("headline", "Ports reopen"),
        ("paragraph", "The board met on Monday, and the harbour opened again."),
    ]


def test_markdown_marks_are_taken_off_and_words_kept() -> None:
    text = "Intro line here\n\n- **Length:** three *long* months, see [the text](https://example.org/x)\n" + BODY
    block = next(b for b in lay_out(text) if b.kind is BlockKind.BULLET)
    assert block.text == "Length: three long months, see the text"
    at = block.text.index("three")
    assert block.original(at, at + 5).of(text) == "three"


def test_a_table_row_reads_as_label_and_value() -> None:
    text = f"{BODY}\n\n| event | time |\n|---|---|\n| liftoff | 12:32 |\n| landing | 13:05 |\n"
    bullets = [b for b in lay_out(text) if b.kind is BlockKind.BULLET]
    assert [b.text for b in bullets] == ["liftoff: 12:32", "landing: 13:05"]
    assert bullets[1].original(9, 14).of(text) == "13:05"


def test_a_number_glued_to_a_list_item_is_dropped() -> None:
    assert ("bullet", "Formal talks begin in the spring.") in kinds(f"{BODY}\n\n  • 1Formal talks begin in the spring.")


def test_hard_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The harbour board met on Monday and agreed\nto widen the northern channel before the\n"
        "winter storms arrive, its chairman told\nreporters after a long session behind doors.\n"
    )
    assert len(lay_out(text)) == 1


def test_short_lines_of_their_own_stay_apart() -> None:
    text = f"Harbour to be widened\nBy Ann Lee\n\n{BODY}\n\nWhat comes next\n{BODY}"
    assert [k for k, _ in kinds(text)] == ["headline", "byline", "paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "Read time 4 minutes",
        "Share this article",
        "1.2k shares",
        "Home  News  Sport  Weather",
        "Home > World > Europe",
        "Are you human? Tick the box",
        "I am not a robot",
        "We use cookies to improve our service",
        "Sign up for our newsletter",
        "You have 2 free articles left this month",
        "© 2031 Harbour Media. All rights reserved.",
        "Tags: ports, shipping, storms",
        "Enable javascript to see the map",
    ],
)
def test_page_furniture_is_told_from_the_article(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1][0] == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "You have to understand what the storm did to this town, the mayor said.",
        "We use the northern channel every day, a pilot said.",
        "Related parties to the case were heard on Tuesday.",
        "Published figures show that trade fell by a tenth.",
        "By evening, the channel had been closed to all ships.",
        "Sign language interpreters attended the meeting.",
        "Share prices fell by 3% after the announcement.",
        "More on that later, the minister said.",
        "Let us know peace again, the bishop said.",
    ],
)
def test_sentences_that_begin_like_a_prompt_are_kept(line: str) -> None:
    assert kinds(f"{BODY}\n\n{line}\n\n{BODY}")[1] == ("paragraph", line)


def test_what_follows_related_articles_is_furniture_to_the_end() -> None:
    text = f"Harbour to be widened\n\n{BODY}\n\nRelated articles\n\nTen best beaches\n\nA cat that sails"
    assert [k for k, _ in kinds(text)] == ["headline", "paragraph", "furniture", "furniture", "furniture"]


def test_a_date_among_buttons_is_a_byline_of_its_own() -> None:
    text = f"Harbour to be widened\nNov 7 2031   Read time 3 minutes   Print\n{BODY}"
    assert kinds(text)[1] == ("byline", "Nov 7 2031")


def test_sign_offs_and_credits_are_bylines() -> None:
    text = f"{BODY}\n\n(Reporting by Ann Lee; editing by Bo Chan)\n\nPhoto: the harbour at dawn"
    assert [k for k, _ in kinds(text)] == ["paragraph", "byline", "caption"]


def test_a_name_alone_at_the_end_is_a_byline() -> None:
    text = (
        f"Harbour to be widened\n\n{BODY}\n\n{BODY}\n\nAnn Maria Lee\nShe has covered ports and shipping for ten years."
    )
    assert [k for k, _ in kinds(text)][-2:] == ["byline", "byline"]


@pytest.mark.parametrize(
    "text", ["a" * 3_000_000, "[" * 300_000, "U.S.. and " * 20_000, "| " * 200_000, "\n" * 300_000]
)
def test_giant_and_odd_input_takes_bounded_time(text: str) -> None:
    assert all(b.span.end <= len(text) for b in lay_out(text))
