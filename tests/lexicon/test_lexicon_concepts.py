"""News concepts: phrases that mean the same, and their opposites."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.lexicon import (
    Concept,
    all_concepts,
    concepts,
    concepts_of_predicate,
    negated,
    opposed,
    same_concept,
    sets_opposed,
)


def ids(words: str) -> set[str]:
    return {c.id for c in concepts(words.split())}


@pytest.mark.parametrize(
    ("words", "concept"),
    [
        ("the bank nudge up its rate", "direction.up"),
        ("it shave ten point off", "direction.down"),
        ("the regulator give the plan the green light", "approval.approve"),
        ("the mayor put his name to the charter", "signing.sign"),
        ("the ferry be unaccounted for", "whereabouts.missing"),
        ("the harbour reopen", "access.open"),
        ("the mill cut forty job", "jobs.cut"),
        ("a clerk be hold overnight in custody", "custody.detain"),
        ("the envoy fail to attend", "attendance.absent"),
        ("the boss say sorry", "apology.apologise"),
        ("the vote be put back", "timing.delay"),
        ("rate remain unchanged", "direction.steady"),
    ],
)
def test_phrases_name_their_concept(words: str, concept: str) -> None:
    assert concept in ids(words)


def test_a_longer_phrase_hides_what_is_inside_it() -> None:
    assert ids("they turn down the offer") == {"approval.reject"}
    assert "attendance.attend" not in ids("she fail to attend")


def test_words_with_other_common_meanings_count_only_as_predicates() -> None:
    assert "appointment.appoint" not in ids("her name be long")
    assert "appointment.appoint" in {c.id for c in concepts_of_predicate("name", objects=["director"])}


def test_the_object_decides_between_concepts_of_one_verb() -> None:
    assert {c.id for c in concepts_of_predicate("cut", objects=["job"])} == {"jobs.cut"}
    assert {c.id for c in concepts_of_predicate("cut", objects=["tax"])} == {"direction.down"}
    assert {c.id for c in concepts_of_predicate("step", "down")} == {"appointment.resign"}
    assert concepts_of_predicate("zigzag") == frozenset()


def test_plain_words_name_nothing() -> None:
    assert concepts(["table", "window", "green"]) == frozenset()


BY_ID = {c.id: c for c in all_concepts()}


def test_opposite_poles_are_opposed_and_poles_of_other_families_are_not() -> None:
    assert opposed(BY_ID["direction.up"], BY_ID["direction.down"])
    assert not opposed(BY_ID["direction.up"], BY_ID["approval.reject"])
    assert not opposed(BY_ID["custody.release"], BY_ID["custody.flee"])
    assert sets_opposed({BY_ID["direction.up"]}, {BY_ID["direction.down"]})
    assert not sets_opposed({BY_ID["direction.up"], BY_ID["direction.down"]}, {BY_ID["direction.down"]})


def test_a_denial_asserts_the_other_pole_only_where_there_is_no_third_way() -> None:
    assert negated(BY_ID["attendance.attend"]) == BY_ID["attendance.absent"]
    assert negated(BY_ID["fate.survive"]) == BY_ID["fate.die"]
    assert negated(BY_ID["contest.win"]) is None


@given(st.sampled_from(all_concepts()), st.sampled_from(all_concepts()))
def test_opposition_is_symmetric_and_inside_a_family(one: Concept, other: Concept) -> None:
    assert opposed(one, other) == opposed(other, one)
    assert not (opposed(one, other) and (one.family != other.family or same_concept(one, other)))


def test_no_form_stands_twice_in_a_family_on_opposed_sides() -> None:
    for concept in all_concepts():
        for other in all_concepts():
            if opposed(concept, other):
                assert not forms(concept.id) & forms(other.id), (concept.id, other.id)


def forms(concept_id: str) -> set[tuple[str, ...]]:
    from checker.lexicon.concepts import _families

    return {f.lemmas for listed in _families().forms.values() for f in listed if f.concept.id == concept_id}


def test_there_are_at_least_sixty_concepts_each_with_an_id_of_its_own() -> None:
    counted = Counter(c.id for c in all_concepts())
    assert len(counted) >= 60
    assert set(counted.values()) == {1}
