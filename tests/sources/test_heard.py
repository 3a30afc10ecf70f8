"""What another origin has in its own words is not called single-source."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Kind

ROW = "Emergency call allowance: Tlg 35,000 a month."


@pytest.mark.parametrize(
    ("other", "single"),
    [
        ("The emergency call allowance rises to 35,000 shillings a month.", False),
        ("The emergency call allowance rises to 45,000 shillings a month.", True),
        ("The stadium drew 35,000 shillings in tolls last week, the mayor said.", True),
    ],
)
def test_a_sum_whose_currency_is_not_known_is_heard_as_a_sum(other: str, single: bool) -> None:
    articles = [Article(id="a", source="Coast Wire", text=ROW), Article(id="b", source="Daily Post", text=other)]
    report = check(articles, one_event=True, everything=True)
    noted = [f for f in report.findings if f.kind is Kind.SINGLE_SOURCE and f.evidence[0].article == "a"]
    assert any("35,000" in f.message for f in noted) is single


def test_of_a_quotation_the_words_are_cited_and_not_the_speaker() -> None:
    said = "“They know now that we bite, and that we shall bite again,” Ada Reed told the Daily Post."
    articles = [
        Article(id="a", source="Daily Post", text=said),
        Article(id="b", source="Coast Wire", text="Harbour Minister Ada Reed opened the pier on Monday with a hymn."),
    ]
    report = check(articles, one_event=True, everything=True)
    cited = [e.text for f in report.findings if f.kind is Kind.SINGLE_SOURCE and f.rule == "quotes" for e in f.evidence]
    assert cited
    assert all("Reed" not in words for words in cited)


@pytest.mark.parametrize(
    ("one", "other", "single"),
    [
        # An old year is seldom told of two things in the reports of one event.
        ("The mill has been theirs since the spring of 1872.", "The company, set up in 1872, closed it.", False),
        ("The mill has been theirs since the spring of 1872.", "The company, set up in 1931, closed it.", True),
        # Two common words together say that one length of time is one thing.
        (
            "Act two, for which many came, brought a gloomy curtain for 40 minutes.",
            "A fault held up act two for forty minutes.",
            False,
        ),
        (
            "Act two, for which many came, brought a gloomy curtain for 40 minutes.",
            "Buses ran late for forty minutes.",
            True,
        ),
    ],
)
def test_what_is_told_of_a_year_or_with_common_words_is_heard(one: str, other: str, single: bool) -> None:
    rest = "Act one went well. Act three did too. Two singers bowed. Two more wept. Act four was cut. The act ended."
    articles = [
        Article(id="a", source="Coast Wire", text=f"{rest} {one}", published="2030-05-06"),
        Article(id="b", source="Daily Post", text=f"{rest} {other}", published="2030-05-06"),
    ]
    report = check(articles, one_event=True, everything=True)
    noted = [f for f in report.findings if f.kind is Kind.SINGLE_SOURCE and f.rule == "event_date"]
    assert any(f.evidence[0].article == "a" for f in noted) is single
