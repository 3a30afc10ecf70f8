"""Scores of links: bounded, symmetric, and higher for claims about one thing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_claims import claim

from checker.lexicon import familiarity
from checker.linking.score import match_figures, match_sets, score_link
from checker.linking.sets import Sets
from checker.linking.weights import TopicWeights, weigh_topics
from checker.model import Linking

WEIGHTS = TopicWeights({}, 0, familiarity)
NAMES = st.frozensets(st.sampled_from(["mill", "worker", "ferry", "crew", "loss", "deal"]), max_size=4)
LINKING = Linking(figures=0.3, alone=0.1, scope=0.2)


@given(NAMES, NAMES, NAMES, NAMES, st.sampled_from(["340", "430", "12", "$3 million"]))
def test_a_score_is_symmetric_and_between_bounds(
    heads: frozenset[str], topic: frozenset[str], other_heads: frozenset[str], other_topic: frozenset[str], words: str
) -> None:
    one = claim("a", words, heads, topic=topic)
    other = claim("b", "340 workers", other_heads, topic=other_topic)
    there, back = score_link(one, other, LINKING, WEIGHTS), score_link(other, one, LINKING, WEIGHTS)
    assert there.score == back.score
    assert there.scores == back.scores
    assert -1 <= there.score <= 1


def test_the_same_thing_scores_above_another_thing() -> None:
    one = claim("a", "340 workers will lose their jobs")
    same = claim("b", "430 workers will be dismissed")
    other = claim("b", "430 sheep were sheared", ["sheep"])
    linking = Linking()
    assert score_link(one, same, linking, WEIGHTS).score > score_link(one, other, linking, WEIGHTS).score + 0.2


def test_a_needed_level_without_a_match_makes_the_score_nothing() -> None:
    one, other = claim("a", "340 workers", ["worker"]), claim("b", "340 tonnes", ["tonne"], topic=frozenset({"coal"}))
    assert score_link(one, other, Linking(needs=("heads",)), WEIGHTS).score == 0


def test_every_level_that_counts_is_told() -> None:
    link = score_link(claim("a", "340 workers"), claim("b", "430 workers"), LINKING, WEIGHTS, alone=True)
    assert {name for name, _ in link.scores} == {"heads", "concepts", "entities", "topic", "figures", "alone"}
    assert link.level("heads") == 1
    assert link.level("no such level") == 0


@pytest.mark.parametrize(("one", "other"), [("340", "430"), ("$1.2 million", "$1.2 billion"), ("4,156", "4,165")])
def test_a_slip_of_the_pen_links_more_than_another_figure(one: str, other: str) -> None:
    slip = match_figures(claim("a", one), claim("b", other))
    apart = match_figures(claim("a", one), claim("b", "77"))
    assert slip is not None
    assert apart is not None
    assert slip > 0.5 > apart


@given(st.frozensets(st.text(max_size=2), max_size=5), st.frozensets(st.text(max_size=2), max_size=5))
def test_matching_sets_is_symmetric_and_whole_for_equal_ones(one: frozenset[str], other: frozenset[str]) -> None:
    assert match_sets(one, other) == match_sets(other, one)
    assert 0 <= match_sets(one, other) <= 1
    assert match_sets(one, one) == pytest.approx(1.0 if one else 0.0)


@given(st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("abcdefgh"))))
def test_sets_hold_together_what_was_joined_and_nothing_else(pairs: list[tuple[str, str]]) -> None:
    sets = Sets("abcdefgh")
    for one, other in pairs:
        sets.join(one, other)
    groups = [{x} for x in "abcdefgh"]
    for one, other in pairs:
        first = next(g for g in groups if one in g)
        second = next(g for g in groups if other in g)
        if first is not second:
            first |= second
            groups.remove(second)
    for group in groups:
        assert {sets.find(x) for x in group} == {min(group)}


def test_a_name_in_no_set_is_an_error() -> None:
    with pytest.raises(KeyError):
        Sets("ab").find("z")


@given(st.lists(st.lists(st.sampled_from(["mill", "the", "closure", "board"]), max_size=5), max_size=12))
def test_weights_lie_between_0_and_1_and_fall_with_frequency(sentences: list[list[str]]) -> None:
    weights = weigh_topics(sentences, familiarity)
    assert all(0 <= weights.weight(w) <= 1 for w in ("mill", "the", "closure", "board", "unseen"))
    more = weigh_topics([*sentences, ["mill"], ["other"]], familiarity)
    most = weigh_topics([*sentences, ["mill"], ["mill"]], familiarity)
    assert most.weight("mill") <= more.weight("mill")
