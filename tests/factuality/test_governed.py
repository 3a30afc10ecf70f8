"""What must hold of answers that the parse shows, and of those that are yet to come."""

from __future__ import annotations

import pytest

from checker.analysis import analyse
from checker.factuality.standings import read_standings
from checker.factuality.tendencies import read_tendencies
from checker.model import Article


def told(text: str) -> set[tuple[str, str, bool]]:
    document = analyse(Article(id="a", text=text, published="2031-05-12"))
    return {(s.aspect.name, s.pole, s.denied) for s in read_standings(document)}


def amounts(text: str) -> set[tuple[str, str]]:
    document = analyse(Article(id="a", text=text, published="2031-05-12"))
    return {(kind, t.way) for t in read_tendencies(document) if t.axis == "amount" for kind in t.kinds or {""}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The scheme for the old brickworks, which has stood empty since 1987, was waved through on Monday.",
            ("consent", "yes", False),
        ),
        ("Relief followed the committee's rejection of the bypass scheme.", ("consent", "no", False)),
        ("The budget that the mayor had drawn up in a week was thrown out.", ("consent", "no", False)),
        ("The plan has been approved by the town council.", ("consent", "yes", False)),
        ("Lenders of the spinning mill went without a dividend.", ("payout", "unpaid", False)),
        ("The ferry was sailing again on Tuesday.", ("service", "running", False)),
    ],
)
def test_a_verb_says_it_of_what_it_governs(text: str, expected: tuple[str, str, bool]) -> None:
    assert expected in told(text)


@pytest.mark.parametrize(
    "text",
    [
        "The council is awaiting approval of the plan by ministers.",
        "Work on the tower waits for the approval of the scheme.",
    ],
)
def test_a_deed_that_is_awaited_is_not_done(text: str) -> None:
    assert ("consent", "yes", False) not in told(text)


def test_a_deed_that_is_still_discussed_is_denied() -> None:
    assert ("service", "running", True) in told("The resumption of traffic is not expected before June.")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There were more new infections last week than the week before.", ("case", "up")),
        ("Fewer visitors came last summer than a year earlier.", ("turnout", "down")),
        ("Break-ins in the port city fell in March.", ("crime", "down")),
        ("Budget airline to grow fleet to 31 jets", ("fleet", "up")),
    ],
)
def test_what_goes_is_read_off_comparisons_headlines_and_subjects(text: str, expected: tuple[str, str]) -> None:
    assert expected in amounts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Prices are more in August than a year earlier.",
        "The airline wants to grow its fleet.",
        "No more cases were found than the week before.",
    ],
)
def test_wishes_denials_and_comparisons_of_nothing_say_no_way(text: str) -> None:
    assert not {(kind, way) for kind, way in amounts(text) if way == "up"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Milling began again at the works last week.", ("service", "running", False)),
        ("No flour has been milled since March.", ("service", "stopped", False)),
        ("The wall of sandbags stayed put all night.", ("structure", "held", False)),
        ("The ministers went home without a joint statement.", ("accord", "none", False)),
    ],
)
def test_briefs_answer_in_many_words(text: str, expected: tuple[str, str, bool]) -> None:
    assert expected in told(text)
