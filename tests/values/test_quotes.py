"""How two quotations compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import QuoteType, Relation, ValueType
from checker.values.quotes import QuoteValue, compare_quotes

OPPOSITES = {("open", "closed"), ("win", "lose"), ("ahead", "behind")}


def opposed(a: str, b: str) -> bool:
    return (a, b) in OPPOSITES


def relation(
    one: str, other: str, kinds: tuple[QuoteType, QuoteType] = (QuoteType.DIRECT, QuoteType.DIRECT)
) -> Relation:
    a, b = QuoteValue(one, kind=kinds[0]), QuoteValue(other, kind=kinds[1])
    forth, back = compare_quotes(a, b, opposed=opposed), compare_quotes(b, a, opposed=opposed)
    assert forth.relation is back.relation
    assert forth.reason
    return forth.relation


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We won’t sell the harbour,", "We won't sell the harbour."),
        ("We do not know yet", "We don't know yet"),
        ("I haven't got a boat. I've got a bicycle", "I havent got a boat. I have got a bicycle"),
        ("we don t know", "We don’t know"),
        ("We re ready", "We’re ready"),
        ("The A.I. labs", "the AI labs"),
        ("a hard-won peace", "a hard won peace"),
        ("1,500 boats", "1500 boats"),
        ("We stand 100 percent with the port", "We stand 100% with the port"),
        ("We stand 100 per cent with the port", "We stand 100 % with the port"),
    ],
)
def test_the_same_words_agree_however_they_are_typed(one: str, other: str) -> None:
    assert relation(one, other) is Relation.AGREE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sell the harbour", "We will never lease or sell the harbour to anyone"),
        ("We tried ... and we lost", "We tried for nine years and we lost"),
        ("We tried [the courts] and we lost", "We tried for nine years and we lost"),
    ],
)
def test_a_part_is_compatible_with_the_whole(one: str, other: str) -> None:
    assert relation(one, other) is Relation.COMPATIBLE


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Our boats are gonna leave at dawn", "Our boats are going to leave at dawn"),
        ("We are in the lead", "We bargain because we are ahead"),
        ("The harbour needs more boats", "The harbour needs many more small boats"),
    ],
)
def test_another_wording_of_one_utterance_is_framing(one: str, other: str) -> None:
    assert relation(one, other) is Relation.FRAMING


def test_a_part_that_loses_its_denial_is_framing() -> None:
    assert relation("it was deliberate sabotage", "Nobody thinks it was deliberate sabotage") in (
        Relation.FRAMING,
        Relation.COMPATIBLE,
    )
    assert relation("quite finished", "The bridge is not quite finished") is Relation.FRAMING


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The bridge is not finished", "The bridge is finished"),
        ("nearly is not finished", "The bridge is finished, and so is our quarrel"),
        ("It was clumsy rather than malicious", "quite malicious"),
        ("We lost 14 boats that night", "We lost 41 boats that night"),
        ("We lost twelve boats that night", "We lost twenty boats that night"),
        ("The harbour stays open all winter", "The harbour stays closed all winter"),
        ("I would do it all again", "I would never do it again"),
        ("We would do that for any child", "We would not do that for a child"),
        ("I did it", "I did not do it"),
    ],
)
def test_versions_that_differ_in_denial_number_or_opposite_contradict(one: str, other: str) -> None:
    assert relation(one, other) is Relation.CONTRADICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We will build the bridge", "My mother never learned to swim"),
        ("We do not want a war over fish", "A war would ruin the northern villages"),
        ("The harbour is open", "I have not slept since Tuesday"),
        ("We lost 14 boats", "We counted 41 gulls on the pier"),
        ("The bridge is not finished", "I have finished my soup"),
        ("They did that well", "I would never do that"),
        ("You do it", "I have not done it"),
    ],
)
def test_two_utterances_are_not_comparable(one: str, other: str) -> None:
    assert relation(one, other) is Relation.NOT_COMPARABLE


def test_reported_speech_agrees_with_the_words_it_reports() -> None:
    kinds = (QuoteType.DIRECT, QuoteType.INDIRECT)
    assert relation("We are ahead of our neighbours", "they were ahead of their neighbours", kinds) is Relation.AGREE


def test_a_value_says_its_type_and_folds_its_words() -> None:
    value = QuoteValue("We’re “ready”.", speaker="crane")
    assert value.type is ValueType.QUOTE
    assert value.normalized == QuoteValue("we are ready").normalized


WORDS = st.lists(
    st.sampled_from(
        [
            "we",
            "will",
            "not",
            "never",
            "sell",
            "the",
            "harbour",
            "boats",
            "14",
            "41",
            "open",
            "closed",
            "rather",
            "than",
            "...",
        ]
    ),
    max_size=9,
)


@given(WORDS)
def test_no_quotation_contradicts_itself(words: list[str]) -> None:
    value = QuoteValue(" ".join(words))
    assert compare_quotes(value, value, opposed=opposed).relation in (Relation.AGREE, Relation.NOT_COMPARABLE)


@given(WORDS, WORDS)
def test_comparison_is_symmetric(one: list[str], other: list[str]) -> None:
    relation(" ".join(one), " ".join(other))
