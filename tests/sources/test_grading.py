"""Grades: what each number and each letter asks for, and that few answers never make a high letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Checklist, Credibility, Indicator, OutletRecord, Reliability, State
from checker.sources.grading import FEWEST, FEWEST_FOR_A, Backing, grade_information, grade_source
from checker.sources.intervals import wilson

TWO = ("Coast Wire", "Daily Post")


@pytest.mark.parametrize(
    ("backing", "number"),
    [
        (Backing(TWO), "1"),
        (Backing(TWO, shared="Ada Reed", named=True, cited=True), "2"),
        (Backing(TWO[:1], named=True, cited=True), "3"),
        (Backing(TWO[:1]), "3"),
        (Backing(TWO, against=(("Tide",),)), "3"),
        (Backing(TWO[:1], cited=True), "4"),
        (Backing(("Reuters",), distant=True), "4"),
        (Backing(TWO[:1], against=(("Tide",),)), "4"),
        (Backing(TWO[:1], against=(("Tide", "Gulf Post"),)), "5"),
        (Backing(TWO[:1], against=(("Tide",), ("Gulf Post", "Radio Ellis"))), "5"),
        (Backing(TWO, hedged=True), "2"),
        (Backing(TWO[:1], hedged=True), "4"),
        (Backing(TWO[:1], cited=True, hedged=True), "4"),
        (Backing(TWO[:1], against=(("Tide", "Gulf Post"),), hedged=True), "5"),
    ],
)
def test_each_number_has_its_rule(backing: Backing, number: str) -> None:
    grade = grade_information(backing)
    assert grade.code == number
    assert len(grade.reasons) >= 2


@given(st.integers(0, 8), st.integers(0, 8))
def test_another_origin_never_makes_a_number_worse(others: int, against: int) -> None:
    names = tuple(f"o{n}" for n in range(others + 2))
    contrary = (tuple(f"c{n}" for n in range(against)),) if against else ()
    fewer, more = (grade_information(Backing(names[:n], contrary)) for n in (others + 1, others + 2))
    assert int(more.code) <= int(fewer.code)


@pytest.mark.parametrize(
    ("agreed", "disagreed", "letter"),
    [
        (0, 0, "F"),
        (9, 0, "F"),
        (10, 0, "C"),
        (49, 0, "B"),
        (50, 0, "A"),
        (45, 5, "B"),
        (12, 4, "C"),
        (8, 8, "C"),
        (6, 10, "D"),
        (4, 16, "E"),
    ],
)
def test_each_letter_has_its_rule(agreed: int, disagreed: int, letter: str) -> None:
    grade = grade_source(OutletRecord("Coast Wire", agreed, disagreed))
    assert grade.code == letter
    assert grade.reasons


@given(st.integers(0, 200), st.integers(0, 200))
def test_no_letter_goes_beyond_what_was_tested(agreed: int, disagreed: int) -> None:
    grade = grade_source(OutletRecord("Coast Wire", agreed, disagreed))
    if agreed + disagreed < FEWEST:
        assert grade.code is Reliability.UNKNOWN
    elif agreed + disagreed < FEWEST_FOR_A:
        assert grade.code not in (Reliability.COMPLETE, Reliability.UNKNOWN)


@given(st.integers(0, 100), st.integers(0, 100))
def test_agreeing_once_more_never_lowers_a_letter_that_is_given(agreed: int, disagreed: int) -> None:
    if agreed + disagreed >= FEWEST:
        fewer, more = (grade_source(OutletRecord("a", n, disagreed)).code for n in (agreed, agreed + 1))
        assert more <= fewer


def test_a_history_adds_to_the_count_and_is_named() -> None:
    grade = grade_source(OutletRecord("Coast Wire", 5, 0), OutletRecord("Coast Wire", 55, 0))
    assert grade.code is Reliability.COMPLETE
    assert grade.record.tested == 60
    assert "5 in this report, 55 in its history" in grade.reasons[0]


def checked(**states: State) -> Checklist:
    return Checklist("a", tuple(Indicator(id_, id_, state, "") for id_, state in states.items()))


def test_residue_keeps_a_letter_at_c_and_never_makes_one() -> None:
    record = OutletRecord("Coast Wire", 40, 0)
    page = checked(residue=State.CONCERN, anonymous=State.CONCERN, outlet=State.MISSING)
    assert grade_source(record).code is Reliability.USUAL
    assert grade_source(record, checklists=(page, page)).code is Reliability.FAIR
    assert grade_source(OutletRecord("a", 4, 16), checklists=(page,)).code is Reliability.NONE
    assert grade_source(OutletRecord("a", 6, 10), checklists=(page,)).code is Reliability.LITTLE
    assert grade_source(OutletRecord("a", 3, 0), checklists=(page,)).code is Reliability.UNKNOWN


def test_a_known_outlet_is_not_held_back_for_a_file_without_a_date() -> None:
    page = checked(anonymous=State.CONCERN, outlet=State.FOUND)
    assert grade_source(OutletRecord("Coast Wire", 40, 0), checklists=(page,)).code is Reliability.USUAL


def test_the_interval_is_wilson_s() -> None:
    # Worked by hand with z = 1.96: 8 of 10.
    low, high = wilson(8, 10)
    assert (round(low, 3), round(high, 3)) == (0.490, 0.943)
    assert wilson(0, 0) == (0.0, 1.0)
    with pytest.raises(ValueError, match="11 hits in 10 trials"):
        wilson(11, 10)


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_interval_holds_the_rate(hits: int, more: int) -> None:
    low, high = wilson(hits, hits + more)
    assert 0 <= low <= hits / (hits + more) <= high <= 1


def test_no_label_says_that_something_is_true_or_false() -> None:
    words = [r for n in (1, 2, 3) for r in grade_information(Backing(TWO, against=(("x",) * n,))).reasons]
    assert not any(word in text.split() for text in words for word in ("true", "false"))
    assert [str(c) for c in Credibility] == ["1", "2", "3", "4", "5", "6"]
