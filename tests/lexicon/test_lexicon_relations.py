"""Word relations link what means the same and keep apart what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import WordRelation, antonyms, base_forms, relate, relate_predicates, similarity

WORDS = [
    "sign",
    "signature",
    "open",
    "shut",
    "dog",
    "cat",
    "deal",
    "agreement",
    "train",
    "state",
    "say",
    "report",
    "qwxz",
]


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("pact", "pact", WordRelation.SAME),
        ("qwxz", "qwxz", WordRelation.SAME),
        ("signed", "sign", WordRelation.INFLECTION),
        ("sign", "signature", WordRelation.DERIVED),
        ("announce", "announcement", WordRelation.DERIVED),
        ("resign", "resignation", WordRelation.DERIVED),
        ("buy", "purchase", WordRelation.SYNONYM),
        ("deal", "agreement", WordRelation.SYNONYM),
        ("company", "firm", WordRelation.SYNONYM),
        ("person", "volunteer", WordRelation.HYPERNYM),
        ("hospital", "building", WordRelation.HYPERNYM),
        ("dog", "cat", WordRelation.SISTER),
        ("monday", "tuesday", WordRelation.SISTER),
        ("open", "shut", WordRelation.ANTONYM),
        ("rise", "fall", WordRelation.ANTONYM),
        ("jump", "tumble", WordRelation.ANTONYM),
        ("huge", "tiny", WordRelation.ANTONYM),
        ("allow", "forbid", WordRelation.ANTONYM),
    ],
)
def test_words_stand_in_the_relation_that_an_editor_would_name(one: str, other: str, relation: WordRelation) -> None:
    assert relate(one, other) is relation
    assert relate(other, one) is relation


@pytest.mark.parametrize(
    "pair",
    [
        "make do",
        "charge commission",
        "bank river",
        "strike deal",
        "court judge",
        "passenger crew",
        "guard driver",
        "train passenger",
        "injure kill",
        "rate price",
        "week month",
        "launch rocket",
    ],
)
def test_words_that_share_only_a_rare_sense_or_a_topic_are_not_linked(pair: str) -> None:
    one, other = pair.split()
    assert relate(one, other) in (WordRelation.NONE, WordRelation.SISTER)
    assert similarity(one, other) < 0.4


@given(st.sampled_from(WORDS), st.sampled_from(WORDS), st.sampled_from([None, "n", "v", "a", "r"]))
def test_relations_are_symmetric_and_similarity_lies_between_0_and_1(one: str, other: str, pos: str | None) -> None:
    assert relate(one, other, pos) is relate(other, one, pos)
    assert similarity(one, other, pos) == similarity(other, one, pos)
    assert 0 <= similarity(one, other, pos) <= 1


def test_synonyms_may_stand_for_each_other_and_siblings_may_not() -> None:
    assert relate("buy", "purchase").is_same_meaning
    assert not relate("dog", "cat").is_same_meaning
    assert not relate("open", "shut").is_same_meaning


def test_antonyms_are_the_direct_ones() -> None:
    assert "close" in antonyms("open", "v")
    assert antonyms("birth", "n") == {"death"}
    assert antonyms("qwxz") == frozenset()


@pytest.mark.parametrize(
    ("form", "pos", "lemma"),
    [
        ("said", "v", "say"),
        ("stopped", "v", "stop"),
        ("companies", "n", "company"),
        ("children", "n", "child"),
        ("bigger", "a", "big"),
    ],
)
def test_forms_come_back_to_their_lemma(form: str, pos: str, lemma: str) -> None:
    assert lemma in base_forms(form, pos)


def test_an_unknown_form_has_no_lemma() -> None:
    assert base_forms("qwxzed") == ()


def test_predicates_are_related_by_what_they_mean_in_the_news() -> None:
    assert relate_predicates("shave", "trim") is WordRelation.SYNONYM
    assert relate_predicates("nudge up", "slash") is WordRelation.ANTONYM
    assert relate_predicates("cut", "add", ["job"], ["job"]) is WordRelation.ANTONYM
    assert relate_predicates("sign", "sign") is WordRelation.SAME
    assert relate_predicates("paint", "swim") is WordRelation.NONE


def test_a_doer_is_not_the_deed() -> None:
    assert not relate("reporter", "report").is_same_meaning
    assert not relate("manager", "manage").is_same_meaning


@pytest.mark.parametrize("pair", ["third dozen", "six second", "four nine"])
def test_numbers_are_no_opposites(pair: str) -> None:
    assert relate(*pair.split()) is not WordRelation.ANTONYM
