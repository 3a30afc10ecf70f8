"""A rank has a thing, a place and limits; sequences and fractions are no ranks."""

from __future__ import annotations

import pytest

from checker.analysis import analyse
from checker.language.ranked import Rank
from checker.language.ranks import read_ranks
from checker.model import Article


def read(text: str) -> list[Rank]:
    """The ranks of a text."""
    return list(read_ranks(analyse(Article(id="a", text=text, published="2031-05-06"))))


@pytest.mark.parametrize(
    ("text", "rank", "thing"),
    [
        ("It was the first ferry fire in the history of the line.", 1, "fire"),
        ("It was the second launch from the island.", 2, "launch"),
        ("It was the third time that the two sides had met.", 3, "meet"),
        ("Third reduction in a row", 3, "reduction"),
        ("Never before had the two parties met.", 1, "meet"),
        ("Samoa was not the first to approve the drug.", 0, "approve"),
        ("Prior talks held in Oslo came to nothing.", 0, "talk"),
        ("The bank lowered its rate, its first cut since June 2028.", 1, "cut"),
    ],
)
def test_the_place_and_the_thing(text: str, rank: int, thing: str) -> None:
    found = read(text)
    assert [r.rank for r in found] == [rank]
    assert thing in found[0].thing


@pytest.mark.parametrize(
    "text",
    [
        "The first 62 passengers left the ferry.",
        "The work ends in the third quarter.",
        "A third of the seats are gone.",
        "One path is third party audits.",
        "She dismissed a second complaint.",
        "The meeting was billed as the first of its kind.",
    ],
)
def test_sequences_fractions_and_words_of_others_are_no_ranks(text: str) -> None:
    assert read(text) == []


def test_limits_windows_and_runs_are_read() -> None:
    (formal,) = read("It was the first formal inquiry into a ferry fire.")
    (since,) = read("It was the largest purchase by a Danish company since 2021.")
    (ever,) = read("It was the biggest deal the industry has ever seen.")
    (run,) = read("It was the fourth straight cut.")
    assert "formal" in formal.narrow
    assert since.since == "2021"
    assert ever.ever
    assert run.straight


def test_a_pronoun_takes_its_thing_from_the_sentence_before() -> None:
    (third, _) = read("Donors met at a conference on reefs. It was the third: they had gathered twice before.")
    assert third.told_before
    assert "conference" in third.thing


def test_the_words_of_a_rank_hold_its_number() -> None:
    text = "It is the first statutory inquiry for two decades."
    (rank,) = read(text)
    assert "first statutory inquiry" in rank.span.of(text)


def test_an_earlier_instance_is_read_with_its_year() -> None:
    (last,) = read("Mount Orin, which last erupted in 2009, smoked on Monday.")
    assert (last.rank, last.start, last.last, last.owner) == (0, 2009.0, True, ("mount", "orin"))
    assert "erupt" in last.thing


def test_a_length_of_time_behind_a_rank_counts_back_from_the_day_of_publication() -> None:
    (third,) = read("It was the third strike in a decade.")
    (whole,) = read("It was the first strike in the yard's 90 years.")
    assert third.since
    assert third.start is not None
    assert whole.ever
    assert not whole.since
