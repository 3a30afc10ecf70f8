"""Two names can be one when they differ as desks differ; two offices exclude each other only when the table says so."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Entity, MentionKind, Relation, ValueType
from checker.values.entities import EntityValue, RoleValue, compare_entities, compare_roles, fold_name, may_be_spelt
from checker.values.offices import load_offices

PERSON, ORGANISATION, PLACE = ValueType.PERSON, ValueType.ORGANISATION, ValueType.PLACE
NAMES = st.text(alphabet="abcdefghij -'éåø", min_size=1, max_size=20)


def relation(kind: ValueType, one: str, other: str) -> Relation:
    return compare_entities(EntityValue(kind, one), EntityValue(kind, other)).relation


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Åsa Lindström", "Asa Lindstrom", Relation.AGREE),
        ("Park Ji-won", "Park Ji won", Relation.AGREE),
        ("Lindström", "Åsa Lindström", Relation.COMPATIBLE),
        ("J. Harker", "Jonathan Harker", Relation.COMPATIBLE),
        ("Dmytro Zelensky", "Dmytro Zelenskyy", Relation.COMPATIBLE),
        ("Rob Tanner", "Robert Tanner", Relation.COMPATIBLE),
        ("Anna Tanner", "Robert Tanner", Relation.CONTRADICT),
        ("Robert Tanner", "Robert Mills", Relation.CONTRADICT),
    ],
)
def test_people(one: str, other: str, expected: Relation) -> None:
    assert relation(PERSON, one, other) is expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("International Monetary Fund", "IMF", Relation.COMPATIBLE),
        ("Ministry of Health", "Health Ministry", Relation.AGREE),
        ("Harbour Steel plc", "Harbour Steel", Relation.AGREE),
        ("Harbour Steel", "Harbour", Relation.COMPATIBLE),
        ("Harbour Steel", "Northern Rail", Relation.CONTRADICT),
    ],
)
def test_organisations(one: str, other: str, expected: Relation) -> None:
    assert relation(ORGANISATION, one, other) is expected


def test_a_city_and_its_country_are_compatible() -> None:
    city = EntityValue(PLACE, "Oslo", country="NO", level="city")
    country = EntityValue(PLACE, "Norway", country="NO", level="country")
    assert compare_entities(city, country).relation is Relation.COMPATIBLE


def test_two_cities_contradict() -> None:
    one, other = EntityValue(PLACE, "Perth", level="city"), EntityValue(PLACE, "Hobart", level="city")
    assert compare_entities(one, other).relation is Relation.CONTRADICT


def test_places_of_unknown_level_are_left_alone() -> None:
    assert relation(PLACE, "Upper Marsh", "Saltby") is Relation.NOT_COMPARABLE


def test_kinds_do_not_mix() -> None:
    verdict = compare_entities(EntityValue(PERSON, "Jordan"), EntityValue(PLACE, "Jordan"))
    assert verdict.relation is Relation.NOT_COMPARABLE


def test_value_of_an_entity_takes_its_level_from_the_key() -> None:
    entity = Entity("city:oslo", MentionKind.PLACE, "Oslo", country="NO")
    assert EntityValue.of(entity, "OSLO") == EntityValue(PLACE, "OSLO", "city:oslo", "Oslo", "NO", "city")


def test_a_role_entity_has_no_name_value() -> None:
    with pytest.raises(ValueError, match="named"):
        EntityValue.of(Entity("role:mayor", MentionKind.ROLE, "mayor"), "mayor")


@given(NAMES, NAMES, st.sampled_from([PERSON, ORGANISATION, PLACE]))
def test_comparison_is_symmetric_and_never_against_itself(one: str, other: str, kind: ValueType) -> None:
    assert relation(kind, one, one) in (Relation.AGREE, Relation.COMPATIBLE)
    assert relation(kind, one, other) is relation(kind, other, one)


@given(NAMES)
def test_folding_twice_changes_nothing(name: str) -> None:
    assert fold_name(fold_name(name)) == fold_name(name)


def test_short_names_must_be_equal_to_be_one() -> None:
    assert not may_be_spelt("lee", "lea")


def role(
    office: str, *portfolio: str, ranks: tuple[str, ...] = (), owner: str = "", country: str | None = None
) -> RoleValue:
    text = " ".join([*ranks, *portfolio, office])
    return RoleValue(text, office, frozenset(portfolio), frozenset(ranks), owner, country)


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (role("minister", "finance"), role("minister", "finance"), Relation.AGREE),
        (role("minister", "finance", country="US"), role("minister", "finance"), Relation.AGREE),
        (role("minister", "finance"), role("minister"), Relation.COMPATIBLE),
        (role("minister", "finance"), role("chief", "finance"), Relation.COMPATIBLE),
        (role("minister", "foreign"), role("top diplomat", "foreign"), Relation.COMPATIBLE),
        (role("chief executive"), role("boss"), Relation.COMPATIBLE),
        (role("minister", "trade", ranks=("vice",)), role("minister", "trade"), Relation.CONTRADICT),
        (role("governor", ranks=("deputy",)), role("governor"), Relation.CONTRADICT),
        (role("minister", "trade"), role("minister", "health"), Relation.CONTRADICT),
        (role("mayor"), role("governor"), Relation.CONTRADICT),
        (role("guard"), role("driver"), Relation.CONTRADICT),
        (role("judge", ranks=("former",)), role("judge"), Relation.FRAMING),
        (role("mayor", ranks=("acting",)), role("mayor"), Relation.FRAMING),
        (role("professor", ranks=("assistant",)), role("professor"), Relation.COMPATIBLE),
        (role("president", owner="rowing club"), role("mayor"), Relation.NOT_COMPARABLE),
        (role("president"), role("mayor"), Relation.CONTRADICT),
        (role("figure", "economy"), role("minister", "finance"), Relation.FRAMING),
        (role("chair"), role("chief executive"), Relation.NOT_COMPARABLE),
        (role("mayor", owner="leeds"), role("mayor", owner="york"), Relation.NOT_COMPARABLE),
        (role("president", country="FR"), role("president", country="KE"), Relation.NOT_COMPARABLE),
        (role("mayor", owner="leeds"), role("mayor"), Relation.AGREE),
    ],
)
def test_roles(one: RoleValue, other: RoleValue, expected: Relation) -> None:
    assert compare_roles(one, other).relation is expected
    assert compare_roles(other, one).relation is expected


@given(
    st.sampled_from(sorted(load_offices().offices)),
    st.sampled_from(sorted(load_offices().offices)),
    st.sets(st.sampled_from(["vice", "deputy", "acting", "former"]), max_size=2),
)
def test_roles_are_compared_both_ways_alike(one: str, other: str, ranks: set[str]) -> None:
    left, right = role(one, ranks=tuple(sorted(ranks))), role(other)
    assert compare_roles(left, right).relation is compare_roles(right, left).relation
    assert compare_roles(left, left).relation is Relation.AGREE


def test_every_wider_office_of_the_table_exists() -> None:
    table = load_offices().offices
    missing = {name for office in table.values() for name in office.wider | office.beside if name not in table}
    assert missing == set()


def test_every_deed_tells_an_office_of_the_table() -> None:
    table = load_offices()
    assert {deed.office for deeds in table.deeds.values() for deed in deeds} <= table.offices.keys()


def test_every_narrowing_names_offices_of_the_table() -> None:
    table = load_offices()
    assert {name for rule in table.narrowings for name in (rule.office, rule.to)} <= table.offices.keys()


def test_two_offices_of_one_article_are_no_contradiction() -> None:
    chair, director = role("chair"), role("institution director")
    assert compare_roles(chair, director).relation is Relation.CONTRADICT
    both = RoleValue("chair", "chair", also=frozenset({"institution director"}))
    assert compare_roles(both, director).relation is Relation.COMPATIBLE


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("captain", "chief mate", True),
        ("captain", "goalkeeper", False),
        ("captain", "major", True),
        ("safety officer", "manager", True),
        ("nurse", "surgeon", True),
        ("surgeon", "doctor", False),
        ("mayor", "councillor", False),
        ("chair", "chief executive", False),
        ("worker", "manager", False),
        ("nurse", "actor", False),
    ],
)
def test_offices_of_one_workplace_exclude_each_other(one: str, other: str, apart: bool) -> None:
    assert (compare_roles(role(one), role(other)).relation is Relation.CONTRADICT) is apart


def test_no_word_names_two_offices() -> None:
    seen: dict[str, str] = {}
    for office in load_offices().offices.values():
        for form in office.forms:
            assert seen.setdefault(form, office.name) == office.name


@pytest.mark.parametrize(("one", "other"), [("James Holm", "Jim Holm"), ("Bill Crane", "William Crane")])
def test_a_short_form_of_a_given_name_is_no_other_person(one: str, other: str) -> None:
    verdict = compare_entities(EntityValue(ValueType.PERSON, one), EntityValue(ValueType.PERSON, other))
    assert verdict.relation is Relation.COMPATIBLE


def test_two_given_names_before_one_surname_are_two_people() -> None:
    verdict = compare_entities(EntityValue(ValueType.PERSON, "Jim Holm"), EntityValue(ValueType.PERSON, "Bill Holm"))
    assert verdict.relation is Relation.CONTRADICT
