"""A later count that says that it is the one reached takes an earlier one further; others are left alone."""

from __future__ import annotations

import pytest

from checker import Article, check


def updates(earlier: str, later: str, *, days: tuple[str, str] = ("2031-04-02", "2031-04-09")) -> set[tuple[str, ...]]:
    """The values that the figures of two articles are updated by."""
    articles = [
        Article("a", earlier, source="Harbour Post", published=days[0]),
        Article("b", later, source="Coast Wire", published=days[1]),
    ]
    report = check(articles, one_event=True)
    found = [f for f in report.findings if f.kind == "update" and f.rule == "figures"]
    return {tuple(value for answer in finding.answers for value in answer) for finding in found}


@pytest.mark.parametrize(
    ("earlier", "later", "values"),
    [
        (
            "Twenty people were treated in hospital, said a marshal.",
            "The county hospital now says that 31 cyclists were treated there.",
            {("20", "31")},
        ),
        (
            "Barns destroyed: 58 (preliminary).",
            "The damage count is final now: 112 barns destroyed, and two mills.",
            {("58", "112")},
        ),
        (
            "By evening, engineers had heard from nine of the probes, and all 14 had been released.",
            "All 14 probes were talking to the engineers by Friday.",
            {("9", "14")},
        ),
        (
            "Part of the pier gave way on Friday, killing 14 people and injuring nearly 90, police said.",
            "The number of dead now stands at 17 after three more patients died in hospital.",
            {("14", "17")},
        ),
        # Another thing is counted.
        ("The club sold 240 tickets before noon.", "The choir now has 310 members.", set()),
    ],
)
def test_a_count_that_has_moved_on_is_an_update(earlier: str, later: str, values: set[tuple[str, ...]]) -> None:
    assert updates(earlier, later) == values


def test_counts_told_at_one_time_are_no_update() -> None:
    earlier, later = "So far 240 tickets have been sold.", "In all, 310 tickets have been sold."
    assert updates(earlier, later) == {("240", "310")}
    assert updates(earlier, later, days=("2031-04-02", "2031-04-02")) == set()


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        # What is only aimed at has not been reached.
        ("Two of the mill's barges broke loose.", "The mill will attempt to recover all three of its barges."),
        # One count, rounded and in full.
        (
            "So far more than 11 million letters have been scanned.",
            "In all, 11.5 million letters have been scanned.",
        ),
        # Another noun behind "a total of".
        (
            "So far the harbour police have named a total of 31 suspects.",
            "A total of 359 thefts have been reported to the harbour police.",
        ),
        # The dead, and the hurt; those of one country, and all.
        ("At least five people are dead after the crash.", "Eight people have serious injuries so far, 51 in all."),
        ("So far the theft is known to touch 400 Norwegians.", "The theft touches 900 people in all."),
        # Something that happened long before.
        ("The crash killed nine people at least.", "A crash in August 2030 had killed 21 people in all."),
        # Too far from it to be the same count.
        ("So far two barges have been raised.", "In all, 40 barges have been raised."),
    ],
)
def test_a_count_of_other_things_or_only_planned_is_no_update(earlier: str, later: str) -> None:
    assert updates(earlier, later) == set()


def test_stops_and_commas_are_no_words_that_two_counts_share() -> None:
    earlier = "The pitcher, a captain's son, made it 3-1 after fourteen rounds, preliminary reports said."
    later = "The guests, a doctor's friends, won in twenty rounds in all, late at night."
    assert updates(earlier, later) == set()


def test_an_exact_earlier_count_leaves_out_one_of_a_part_of_them() -> None:
    earlier = "A breach exposed the records of 143,000 people, the bank said. It took the records of 44,000 Danes."
    later = "The bank put the total at 145,000 people whose records the breach had exposed, bringing the total up."
    assert updates(earlier, later) <= {("143000", "145000")}
