"""Nominalisations, kinds of things, and the weight of words."""

import pytest

from checker.lexicon import (
    familiarity,
    is_a,
    is_event_noun,
    is_group_noun,
    is_person_noun,
    kind_share,
    nouns_of,
    stop_words,
    verb_of,
)


@pytest.mark.parametrize(
    ("noun", "verb"),
    [
        ("signing", "sign"),
        ("arrival", "arrive"),
        ("death", "die"),
        ("killing", "kill"),
        ("resignation", "resign"),
        ("derailment", "derail"),
        ("sale", "sell"),
        ("takeover", "take over"),
    ],
)
def test_a_nominalisation_comes_back_to_its_verb(noun: str, verb: str) -> None:
    assert verb_of(noun) == verb


@pytest.mark.parametrize("noun", ["table", "minister", "culvert", "government", "house", "qwxz"])
def test_other_nouns_have_no_verb(noun: str) -> None:
    assert verb_of(noun) is None


def test_nouns_of_a_verb_name_the_doing_and_not_the_doer() -> None:
    assert "resignation" in nouns_of("resign")
    assert "death" in nouns_of("die")
    assert "signer" not in nouns_of("sign")
    assert nouns_of("qwxz") == ()


def test_kinds_of_things() -> None:
    assert is_person_noun("volunteer")
    assert is_person_noun("pilot")
    assert not is_person_noun("ministry")
    assert is_group_noun("crew")
    assert is_a("ministry", "organisation") or is_a("ministry", "group")
    assert is_a("hospital", "building")
    assert is_a("ambulance", "vehicle")
    assert is_event_noun("earthquake")
    assert not is_event_noun("bridge")
    assert kind_share("qwxz", "person") == 0


def test_an_unknown_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="qwxz"):
        is_a("dog", "qwxz")


def test_rare_words_weigh_more_than_everyday_ones_and_function_words_nothing() -> None:
    assert familiarity("the") == 0
    assert familiarity("say") < familiarity("train") < familiarity("viaduct")
    assert familiarity("Qwxz".lower()) == 1
    assert all(familiarity(w) == 0 for w in stop_words())
