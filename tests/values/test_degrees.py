"""Degrees frame and never contradict; stages agree or leave it to the order of the articles."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Relation
from checker.values.degrees import DegreeValue, StageValue, compare_degrees, compare_stages

DEGREES = st.builds(
    DegreeValue, st.just("word"), st.sampled_from(["noise", "pace"]), st.integers(1, 4), st.integers(1, 3)
)
STAGES = st.builds(StageValue, st.just("word"), st.sampled_from(["trial", "bid"]), st.integers(1, 4), st.booleans())


@given(DEGREES, DEGREES)
def test_degrees_compare_alike_both_ways_and_never_contradict(one: DegreeValue, other: DegreeValue) -> None:
    relation = compare_degrees(one, other).relation
    assert relation is compare_degrees(other, one).relation
    assert relation is not Relation.CONTRADICT


@given(STAGES, STAGES)
def test_stages_compare_alike_both_ways_and_never_contradict(one: StageValue, other: StageValue) -> None:
    relation = compare_stages(one, other).relation
    assert relation is compare_stages(other, one).relation
    assert relation is not Relation.CONTRADICT


def test_a_stage_that_lies_ahead_falls_short_of_it() -> None:
    assert StageValue("to approve", "approval", 1, ahead=True).reached < StageValue("approved", "approval", 1).reached


def test_wordings_far_apart_frame() -> None:
    one, other = DegreeValue("scuffle", "trouble", 1), DegreeValue("riot", "trouble", 3)
    assert compare_degrees(one, other).relation is Relation.FRAMING
