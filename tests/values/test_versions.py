"""Versions of an utterance: cuts, small words and spelling make no difference; contrary words do."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Relation, Verdict
from checker.values.quotes import QuoteValue, compare_quotes
from checker.values.versions import weigh_versions

SMALL = frozenset({"the", "a", "of", "is"})
WORDS = st.lists(
    st.sampled_from("we lost forty boats not the harbour is closed tonight never".split()), min_size=1, max_size=14
)


def weigh(one: str, other: str) -> Relation:
    a, b = QuoteValue(one), QuoteValue(other)
    return weigh_versions(a, b, compare_quotes(a, b), SMALL).relation


def test_one_utterance_cut_in_two_places_is_compatible() -> None:
    assert (
        weigh("The roof went. We heard it go like paper", "We heard it go like paper. Then came rain")
        is Relation.COMPATIBLE
    )


def test_spelling_is_no_difference() -> None:
    assert weigh("sure of the colour of that hull", "sure of the color of that hull") is Relation.COMPATIBLE


def test_a_changed_number_stays_a_contradiction() -> None:
    assert weigh("We lost forty boats in one night", "We lost fourteen boats in one night") is Relation.CONTRADICT


def test_what_one_version_alone_goes_on_with_takes_no_denial_back() -> None:
    tail = ", not for all the herring between here and Bergen and not for a king's pension either"
    assert weigh("We would do it all again", f"We would never do it again{tail}") is Relation.CONTRADICT
    assert weigh("We would do it all again", f"We were never again{tail}") is not Relation.CONTRADICT


def test_long_utterances_with_one_shared_phrase_are_not_compared() -> None:
    one = "I would like to thank every sailor who came to the quay this morning in the rain with a broom"
    other = "nobody who came to see the mayor last year will forget how cold that long evening was for us"
    a, b = QuoteValue(one), QuoteValue(other)
    assert weigh_versions(a, b, Verdict(Relation.FRAMING, "x"), SMALL).relation is Relation.NOT_COMPARABLE


@given(WORDS, WORDS)
def test_weighing_is_symmetric(one: list[str], other: list[str]) -> None:
    assert weigh(" ".join(one), " ".join(other)) is weigh(" ".join(other), " ".join(one))


def test_a_phrase_is_not_known_again_in_a_speech_that_has_its_words() -> None:
    phrase = QuoteValue("the town's oldest wooden boat")
    speech = QuoteValue(
        "This boat is a joy for many reasons and children love it, and I am asked whether it is the oldest wooden boat "
        "of the town, which it may well be"
    )
    framed = Verdict(Relation.FRAMING, "other words")
    assert weigh_versions(phrase, speech, framed, frozenset({"the", "of"})).relation is Relation.NOT_COMPARABLE
    assert weigh_versions(speech, phrase, framed, frozenset({"the", "of"})).relation is Relation.NOT_COMPARABLE
