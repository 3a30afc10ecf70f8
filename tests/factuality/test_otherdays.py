"""Sentences that recall another year are told from those of the event."""

from __future__ import annotations

from datetime import date

import pytest

from checker.analysis import analyse
from checker.factuality.otherdays import tells_of_other_days
from checker.model import Article


def read(text: str, published: date | None = date(2031, 4, 2)) -> bool:
    document = analyse(Article(id="a", text=text, published=published))
    return tells_of_other_days(document, document.sentences[0])


@pytest.mark.parametrize(
    "text",
    [
        "In April 2029 the first launch failed.",
        "The price rose by a third last year.",
        "The mill closed on 3 May 2012.",
    ],
)
def test_a_time_long_before_the_article_places_the_sentence_elsewhere(text: str) -> None:
    assert read(text)


@pytest.mark.parametrize(
    "text", ["The launch failed on Monday.", "The mill closed on 1 April 2031.", "The mill closed."]
)
def test_a_time_near_the_article_or_none_leaves_it_in_the_event(text: str) -> None:
    assert not read(text)


def test_an_undated_article_places_nothing() -> None:
    assert not read("The mill closed on 3 May 2012.", None)
