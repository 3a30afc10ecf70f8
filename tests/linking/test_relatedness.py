"""Word sets of claims are related by what they mean, by weight, and the same way round and round."""

from hypothesis import given
from hypothesis import strategies as st

from checker.linking.relatedness import Contexts, nearest
from checker.linking.weights import TopicWeights, weigh_topics
from checker.model import Claim, Span
from checker.values.texts import TextValue

WORDS = ("spectator", "stadium", "attendance", "gate", "vaccine", "dose", "say", "zyxton", "17", "effect collapse")
EVEN = TopicWeights({}, 0, lambda lemma: 0.0 if lemma == "say" else 1.0)


def claim(number: int, heads: set[str], topic: set[str]) -> Claim:
    return Claim(
        f"a{number}#1", "rule", f"a{number}", "?", "", TextValue("yes"), Span(0, 1), "x", 0,
        heads=frozenset(heads), topic=frozenset(topic),
    )  # fmt: skip


def relate(one: set[str], other: set[str], weights: TopicWeights = EVEN) -> float:
    return Contexts((), weights).relate(frozenset(one), frozenset(other))


def test_sets_without_a_common_word_are_related_by_what_they_mean() -> None:
    assert (
        relate({"spectator", "stadium"}, {"attendance", "gate"}) > relate({"spectator", "stadium"}, {"vaccine"}) + 0.2
    )


def test_unknown_names_count_where_both_sets_have_them() -> None:
    assert relate({"stadium", "zyxton"}, {"gate", "zyxton"}) > relate({"stadium", "zyxton"}, {"gate", "17"})
    assert relate({"zyxton"}, {"zyxton"}) > 1 - 1e-9
    assert relate({"zyxton"}, {"17"}) == 0.0


def test_words_count_by_their_weight() -> None:
    sentences = [["dose"]] * 8 + [["stadium"]]
    weights = weigh_topics(sentences, lambda lemma: 1.0)
    rare, common = {"zyxton", "stadium"}, {"zyxton", "dose"}
    assert relate({"17", "stadium"}, rare, weights) > relate({"17", "dose"}, common, weights)


def test_levels_of_a_pair_of_claims() -> None:
    one = claim(1, {"spectator"}, {"stadium", "gate"})
    other = claim(2, {"attendance"}, {"stadium", "say"})
    contexts = Contexts((one, other), EVEN)
    assert contexts.heads(one, other) == contexts.relate(one.heads, other.heads)
    assert contexts.topics(one, other) == contexts.relate(one.topic, other.topic)
    assert contexts.contexts(one, other) == contexts.relate(one.heads | one.topic, other.heads | other.topic)
    assert contexts.heads(one, claim(3, set(), {"stadium"})) == 0.0


@given(st.frozensets(st.sampled_from(WORDS), max_size=5), st.frozensets(st.sampled_from(WORDS), max_size=5))
def test_the_measure_is_symmetric_bounded_and_whole_for_equal_sets(one: frozenset[str], other: frozenset[str]) -> None:
    contexts = Contexts((), EVEN)
    found = contexts.relate(one, other)
    assert 0.0 <= found <= 1.0
    assert found == contexts.relate(other, one) == Contexts((), EVEN).relate(one, other)
    if one:
        assert abs(contexts.relate(one, one) - 1.0) < 1e-9


def test_the_nearest_words_of_two_sets() -> None:
    assert nearest({"vaccine", "stadium"}, {"spectator"}) == nearest({"stadium"}, {"spectator"}) > 0.5
    assert nearest({"vaccine"}, ()) == 0.0
