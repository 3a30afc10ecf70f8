"""A short report's word stands against the article's only where one of its kind is new to each, in a passage retold."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.config import Config
from checker.factuality.substitutes import are_sisters

TOWN = (
    "The council of Harrowgate has ruled out the purchase of the ferry after a long debate. "
    "Its treasurer, Alma Reyes, had claimed the Portuguese yard's price was beyond the means of the town. "
    "The yard delivered two hulls last year, and has built boats since the war. "
    "Passengers have waited at the jetty since the old ferry was laid up with a cracked shaft. "
    "A crossing takes a quarter of an hour, and the road around the bay an hour and a half. "
    "Reyes has held the office for nine years. "
    "Shopkeepers on the quay say that custom has fallen by half. "
    "A petition with the names of most residents lies in the library. "
    "Children reach the school on the other shore by bus. "
    "The bus breaks down in frost. "
    "The harbour master has offered his launch. "
    "It takes six people when the sea is calm. "
    "The debate will go on when the committee meets again."
)


def differ(report: str, article: str = TOWN) -> list[str]:
    articles = [Article(id="a", source="one", text=article), Article(id="b", source="two", text=report)]
    findings = check(articles, one_event=True, config=Config(select=("wording",))).findings
    return [f.why.difference for f in findings if f.kind == "contradiction"]


@pytest.mark.parametrize(
    ("report", "difference"),
    [
        (
            "Harrowgate's council has ruled out the purchase of the Danish yard's ferry over its price.",
            "“Danish” beside “Portuguese”",
        ),
        (
            "Passengers have waited on the quay since spring, when the ferry was laid up with a cracked shaft.",
            None,
        ),
        (
            "Boats made by the Danish have been seen off the coast, and were bought.",
            None,
        ),
        (
            "The nephew of the harbour master lent his launch to the town.",
            None,
        ),
    ],
)
def test_a_word_counts_that_only_one_knows_of_a_kind_that_the_passage_names(
    report: str, difference: str | None
) -> None:
    assert differ(report) == ([difference] if difference else [])


def test_the_neighbours_of_a_passage_tell_what_it_is_about() -> None:
    article = (
        "Dock workers pulled Oskar Lindqvist aside at the gate on his way to the ship. "
        "They had mistaken the West Country cheese in his rucksack for wax. "
        "Lindqvist laughed about it afterwards, and shared the cheese with the crew. " + TOWN
    )
    report = "Dock workers who pulled Lindqvist aside had mistaken the North Country cheese of the man for wax."
    assert [set(found.split(" beside ")) for found in differ(report, article)] == [
        {"“North Country”", "“West Country”"}
    ]
    assert differ(report.replace("North", "West"), article) == []


def test_a_word_that_the_article_has_anywhere_is_not_new() -> None:
    article = TOWN + " A Danish yard has offered to mend the shaft."
    assert (
        differ("Harrowgate's council has ruled out the purchase of the Danish yard's ferry over its price.", article)
        == []
    )


def test_two_long_articles_are_not_taken_for_report_and_article() -> None:
    report = "Harrowgate's council has ruled out the purchase of the Danish yard's ferry over its price. "
    assert differ(report + TOWN.partition(". ")[2].replace("Portuguese ", "")) == []


@pytest.mark.parametrize(("one", "other"), [("pianist", "drummer"), ("wedding", "funeral"), ("antibiotic", "sedative")])
def test_members_of_one_kind_are_sisters(one: str, other: str) -> None:
    assert are_sisters(one, other)
    assert are_sisters(other, one)
