"""Articles without a day get the one in their head; those without a head, the last day that they look back on."""

from __future__ import annotations

from datetime import date

import pytest

from checker.analysis import analyse
from checker.comparing.days import date_by_content, earliest_days
from checker.model import Article

BODY = "The council met in the old hall and talked for four hours about the bridge."


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("HARBOUR BOARD\nStatement No. 3, Saturday 16 August 2031, 13:00\n\n", date(2031, 8, 16)),
        (
            "THE WALK\nThe Weekly Lamp. From the issue of 20 August 2031. Translated from the Greek\n\n",
            date(2031, 8, 20),
        ),
        ("THE WALK\nThe board met on 16 August 2031.\n\n", None),
        ("", None),
    ],
)
def test_a_line_at_the_head_that_states_nothing_dates_an_article(head: str, day: date | None) -> None:
    article = Article("a", head + BODY)
    dated = date_by_content([analyse(article)], {"a": article})
    assert dated["a"].published == day


def test_a_day_of_its_own_stands() -> None:
    article = Article("a", f"Statement of 16 August 2031\n\n{BODY}", published="2031-08-18")
    assert date_by_content([analyse(article)], {"a": article})["a"] is article


def test_the_last_day_told_of_in_the_past_is_the_earliest_possible() -> None:
    text = "The bridge fell on 4 May 2031. It was cleared on 9 May 2031. It will reopen on 1 June 2031."
    article = Article("a", text)
    assert earliest_days([analyse(article)], {"a": article}) == {"a": date(2031, 5, 9)}


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("09/05/2031   12:22   Share   Print", date(2031, 5, 9)),
        ("Published 02 06 2031 6.05 AM   3 min read", date(2031, 6, 2)),
        ("05.06.2031   Print", None),
        ("31/02/2031   Print", None),
        ("Page 12/14/20311", None),
    ],
)
def test_a_day_in_figures_is_read_in_the_one_order_that_is_near_the_others(line: str, day: date | None) -> None:
    article = Article("a", f"Harbour Now   Home   Weather\n{line}\n\n{BODY}")
    other = Article("b", BODY, published="2031-05-14")
    dated = date_by_content([analyse(article), analyse(other)], {"a": article, "b": other})
    assert dated["a"].published == day
