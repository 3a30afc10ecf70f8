"""What came of what lay ahead is an update; what is told in the other order, or of another thing, is none."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Finding


def updates(before: str, after: str, *, days: tuple[str, str] = ("2031-05-05", "2031-06-19")) -> list[Finding]:
    articles = [
        Article(id=name, text=text, source=f"{name} Post", published=day)
        for name, text, day in zip("ab", (before, after), days, strict=True)
    ]
    return [f for f in check(articles, one_event=True).findings if f.kind == "update"]


COME = [
    (
        "The bronze of the founder will be relocated to the museum garden, the county decided.",
        "The bronze left the courthouse lawn on Tuesday and now stands in the museum garden.",
    ),
    (
        "The complaint of the Harbour Club is pending before the appeals committee.",
        "The appeals committee rejected the complaint of the Harbour Club on Monday.",
    ),
    (
        "The accreditation of Lindon University is under review by the education council.",
        "The education council has stripped Lindon University of its accreditation.",
    ),
    (
        "There is as yet no permit from the heritage institute for work on the Calder warehouse to go on.",
        "The heritage institute gave the Calder company a permit on Monday to resume work on its warehouse.",
    ),
    (
        "The next round of the grain talks is planned for 8 February in Lomar.",
        "The round of the grain talks planned for Lomar has been put off to 15 July.",
    ),
]


@pytest.mark.parametrize(("before", "after"), COME)
def test_that_what_lay_ahead_has_come_is_an_update(before: str, after: str) -> None:
    assert updates(before, after)


@pytest.mark.parametrize(("before", "after"), COME)
def test_that_the_earlier_state_in_the_later_article_is_none(before: str, after: str) -> None:
    assert not updates(before, after, days=("2031-06-19", "2031-05-05"))


@pytest.mark.parametrize(("before", "after"), COME)
def test_that_articles_of_one_day_tell_no_update(before: str, after: str) -> None:
    assert not updates(before, after, days=("2031-06-19", "2031-06-19"))


APART = [
    (
        "The bronze of the founder will be relocated to the museum garden.",
        "The ferry now stands in dry dock, and the yard has begun to scrape its hull.",
    ),
    (
        "The complaint of the Harbour Club is pending before the appeals committee.",
        "The mayor has opened a bakery in Mill Street.",
    ),
    (
        "The ship will be handed over on 22 July and replaces the old ferry.",
        "It is a month from now, on 22 July, that the line takes over the ship.",
    ),
]


@pytest.mark.parametrize(("before", "after"), APART)
def test_that_another_thing_and_the_same_plan_are_none(before: str, after: str) -> None:
    assert not updates(before, after)
