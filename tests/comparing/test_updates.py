"""A later article that plainly knows more updates an earlier one; anything else stays what it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from itertools import product

import pytest
from sample_claims import claim

from checker.comparing.publication import published_at
from checker.comparing.updates import APART, decide_update, order
from checker.model import Article, Relation, Verdict

EARLY = Article("early", "", published="2031-05-06T08:00")
LATE = Article("late", "", published="2031-05-07T08:00")
UNDATED = Article("undated", "")
ARTICLES = {a.id: a for a in (EARLY, LATE, UNDATED)}
CONTRADICTS = Verdict(Relation.CONTRADICT, "340 is not 420")


def test_the_earlier_article_comes_first_whichever_way_they_are_given() -> None:
    one, other = claim("early", "340 hurt"), claim("late", "420 hurt")
    assert order(one, other, ARTICLES) == order(other, one, ARTICLES) == (one, other)


@pytest.mark.parametrize("published", [None, "2031-05-06", "2031-05-06T09:00", "2031-05-06T10:59"])
def test_articles_of_one_time_or_of_none_have_no_order(published: str | None) -> None:
    articles = {"early": EARLY, "late": replace(LATE, published=published)}
    assert order(claim("early", "340 hurt"), claim("late", "420 hurt"), articles) is None


def test_a_bare_day_counts_as_its_noon() -> None:
    moment = published_at(Article("a", "", published="2031-05-06"))
    assert moment == datetime(2031, 5, 6, 12)
    assert APART.total_seconds() > 0


def test_a_toll_that_grows_is_an_update() -> None:
    one, other = (claim(a, w, ["hurt"], counter=True) for a, w in (("early", "340 hurt"), ("late", "412 hurt")))
    verdict = decide_update(one, other, CONTRADICTS, ARTICLES)
    assert verdict.relation is Relation.UPDATE
    assert "published later" in verdict.reason


def test_a_slip_of_the_pen_is_no_update_however_late() -> None:
    one, other = (claim(a, w, ["hurt"], counter=True) for a, w in (("early", "340 hurt"), ("late", "430 hurt")))
    assert decide_update(one, other, CONTRADICTS, ARTICLES) is CONTRADICTS


def test_a_figure_that_does_not_move_stays_a_contradiction() -> None:
    one, other = claim("early", "340 seats"), claim("late", "412 seats")
    assert decide_update(one, other, CONTRADICTS, ARTICLES) is CONTRADICTS


def test_without_days_nothing_is_an_update() -> None:
    for a, b in product(("early", "undated"), ("undated",)):
        one, other = claim(a, "340 hurt", counter=True), claim(b, "412 hurt", counter=True)
        assert decide_update(one, other, CONTRADICTS, ARTICLES) is CONTRADICTS


@pytest.mark.parametrize("relation", [Relation.AGREE, Relation.NOT_COMPARABLE])
def test_what_does_not_differ_is_left_alone(relation: Relation) -> None:
    verdict = Verdict(relation, "equal")
    one, other = claim("early", "340 hurt", counter=True), claim("late", "412 hurt", counter=True)
    assert decide_update(one, other, verdict, ARTICLES) is verdict
