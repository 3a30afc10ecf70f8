"""A headline beside the text is read with it and cited apart from it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Article, Span
from checker.titled import holds_title, join_title


@pytest.mark.parametrize(
    ("head", "title"),
    [
        ("Ferry line fined\n\nThe court ruled on Monday.", "Ferry line fined"),
        ("# FERRY LINE FINED\nThe court ruled.", "Ferry line fined"),
        ("Harbour Post\nShare\nFerry line is fined for spill\nThe court ruled.", "Ferry line fined for spill | Post"),
        ("The court ruled.", "?!"),
    ],
)
def test_a_headline_that_stands_in_the_text_is_known(head: str, title: str) -> None:
    assert holds_title(head, title)


@pytest.mark.parametrize(
    "head",
    ["", "The court ruled on Monday against the line that runs the ferry.", "Share\nPrint\nThe fine is the largest."],
)
def test_a_headline_apart_from_the_text_is_known(head: str) -> None:
    assert not holds_title(head, "Ferry line fined for spill")


def test_an_article_with_its_headline_or_without_one_stays_as_it_is() -> None:
    for title in (None, "", "  ", "Ferry line fined"):
        article = Article("a", "Ferry line fined\n\nThe court ruled on Monday.", title=title)
        joined = join_title(article)
        assert (joined.article, joined.shift) == (article, 0)


@given(st.text(min_size=1, max_size=60), st.text(max_size=120), st.integers(0, 20))
def test_the_text_keeps_its_place_behind_the_headline(title: str, text: str, skipped: int) -> None:
    skip = Span(0, min(skipped, len(text)))
    joined = join_title(Article("a", text, title=title), skip)
    assert joined.article.text[joined.shift :] == text
    assert joined.skip is not None
    assert joined.skip.of(joined.article.text) == skip.of(text)
