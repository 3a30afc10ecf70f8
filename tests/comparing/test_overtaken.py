"""What lay ahead of an earlier article is overtaken where a later one says so, or tells what came on the day."""

from __future__ import annotations

import pytest

from checker import Article, check

PLAN = "The report on the fire at the Nordby mill will be published on 20 May."


def kinds(earlier: str, later: str, *, on: str = "2031-05-18") -> set[str]:
    articles = [
        Article("a", earlier, source="Harbour Post", published="2031-05-02"),
        Article("b", later, source="Coast Wire", published=on),
    ]
    return {f.kind.value for f in check(articles, one_event=True).findings} & {"update", "contradiction"}


@pytest.mark.parametrize(
    ("later", "on", "told"),
    [
        ("The report on the fire at the Nordby mill will be published on 17 June instead.", "2031-05-18", {"update"}),
        ("The report on the fire at the Nordby mill was published on 26 May.", "2031-05-30", {"update"}),
        # Nothing says that it has moved.
        ("The report on the fire at the Nordby mill will be published on 17 June.", "2031-05-04", {"contradiction"}),
    ],
)
def test_a_day_ahead_is_overtaken_by_words_or_by_time(later: str, on: str, told: set[str]) -> None:
    assert kinds(PLAN, later, on=on) == told


def test_a_post_that_has_been_left_is_news() -> None:
    earlier = "Otto Brandal, chief executive of Nordmalm, defended the sale."
    later = "Otto Brandal, former chief executive of Nordmalm, was heard about the sale."
    assert kinds(earlier, later) == {"update"}
