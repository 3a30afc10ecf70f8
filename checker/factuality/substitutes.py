"""Whether one word in the place of another says something else: opposites, sisters, other names, other figures."""

from __future__ import annotations

import tomllib
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from checker.factuality.opposites import are_opposed
from checker.factuality.wordings import load_wordings
from checker.lexicon import WordRelation, can_be_near, is_person_noun, relate
from checker.model import Relation
from checker.names.tables import load_gazetteer
from checker.values.entities import are_initials, fold_name
from checker.values.quantities import Bound, Quantity, compare_quantities
from checker.values.tellings import Unit, UnitKind
from checker.values.times import TimeValue, compare_times

SPELLING = 70
"""Likeness (of 100, rapidfuzz ratio) from which two names may be spellings of one."""

SPELT_ALIKE = 90

POS = {UnitKind.NOUN: "n", UnitKind.VERB: "v", UnitKind.ADJECTIVE: "a", UnitKind.ADVERB: "r"}
WORDS = frozenset(POS)
FIGURES = frozenset({UnitKind.NUMBER, UnitKind.TIME})


class Force(IntEnum):
    """How sure it is that one word excludes the other: by what they are, by kind, or only by being another word."""

    NONE = 0
    OTHER = 1
    SISTER = 2
    NAME = 3
    OPPOSITE = 4


@cache
def _sisters() -> dict[str, frozenset[str]]:
    data = tomllib.loads((files("checker.factuality") / "data" / "sisters.toml").read_text("utf-8"))
    sets: dict[str, set[str]] = {}
    for name, words in data.items():
        for word in words:
            sets.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in sets.items()}


@lru_cache(maxsize=32768)
def are_sisters(one: str, other: str) -> bool:
    """Whether two lower-case words are different members of one set of kinds ("knee", "foot")."""
    from rapidfuzz.fuzz import ratio

    if one == other or ratio(one, other) >= SPELT_ALIKE:  # "aluminum", "aluminium"
        return False
    sets = _sisters()
    if not sets.get(one, frozenset()) & sets.get(other, frozenset()):
        return False
    return not relate(one, other).is_same_meaning  # "flu", "influenza"


def are_contrary(one: str, other: str) -> bool:
    """Whether two lower-case words stand on the two sides of one pair of deeds or states."""
    a, b = (load_wordings().contraries.get(word) for word in (one, other))
    return a is not None and b is not None and a[0] == b[0] and a[1] != b[1]


@lru_cache(maxsize=65536)
def match_lemmas(one: str, other: str) -> float:
    """How well two content words mean the same, 0 to 1."""
    if one == other:
        return 1.0
    if not can_be_near(one, other):  # which is soon seen of most
        return 0.0
    if are_opposed(one, other) or are_sisters(one, other) or are_contrary(one, other):
        return 0.0
    relation = relate(one, other)
    if relation.is_same_meaning:
        return relation.closeness
    return 0.6 if relation is WordRelation.HYPERNYM else 0.0


def match_units(one: Unit, other: Unit) -> float:
    """How well two units say the same, 0 to 1."""
    if one.kind in WORDS and other.kind in WORDS:  # most are
        return match_lemmas(one.lemma, other.lemma)
    if one.kind is UnitKind.NAME or other.kind is UnitKind.NAME:
        if one.kind is other.kind:
            if _differ_in_one_word(one.lemma.split(), other.lemma.split()):
                return 0.0
            return 1.0 if are_one_name(one.lemma, other.lemma) else 0.0
        if one.lemma == other.lemma or _is_demonym_of(one.lemma, other.lemma):
            return 1.0
        return 0.6 if _is_kind_in_name(one, other) or _is_kind_in_name(other, one) else 0.0
    if one.kind in FIGURES or other.kind in FIGURES:
        if one.lemma == other.lemma:
            return 1.0
        if _weigh_figures(one, other) is not Force.NONE:
            return 0.0
        return 1.0 if compare_figures(one, other) in {Relation.AGREE, Relation.COMPATIBLE} else 0.0
    if one.kind is UnitKind.QUANTIFIER and other.kind is UnitKind.QUANTIFIER:
        rows = load_wordings().rows
        return 1.0 if rows[one.lemma] == rows[other.lemma] else 0.0
    return 1.0 if one.lemma == other.lemma else 0.0


def _is_kind_in_name(name: Unit, noun: Unit) -> bool:
    """Whether a name ends in the noun: "the hospital" beside "Mercy Hospital"."""
    if name.kind is not UnitKind.NAME or noun.kind is not UnitKind.NOUN:
        return False
    words = name.lemma.split()
    return len(words) > 1 and words[-1] == noun.lemma


def compare_figures(one: Unit, other: Unit) -> Relation:
    """How two figures or times stand to each other."""
    match one.value, other.value:
        case Quantity() as a, Quantity() as b:
            return compare_quantities(a, b).relation
        case TimeValue() as a, TimeValue() as b:
            return compare_times(a, b).relation
        case _:
            return Relation.NOT_COMPARABLE


@lru_cache(maxsize=32768)
def are_one_name(one: str, other: str) -> bool:
    """Whether two folded names may be one: a word shared, a spelling, initials, a place and its people."""
    from rapidfuzz.fuzz import ratio

    a, b = fold_name(one), fold_name(other)
    if not a or not b:
        return True
    mine, theirs = ({w for w in x.split() if len(w) > 1} for x in (a, b))
    if mine & theirs or a.replace(" ", "") in b.replace(" ", "") or b.replace(" ", "") in a.replace(" ", ""):
        return True
    if _are_two_places(a, b):
        return False
    if ratio(a, b) >= SPELLING or are_initials(a, b) or are_initials(b, a) or _is_demonym_of(a, b):
        return True
    return _initials(a) == b.replace(" ", "") or _initials(b) == a.replace(" ", "")


def _are_two_places(one: str, other: str) -> bool:
    """Whether two folded names are both known, of places that are not one ("Kyoto", "Tokyo")."""
    places = load_gazetteer().places
    a, b = places.get(one), places.get(other)
    return a is not None and b is not None and a.name != b.name and a.level == b.level


def _initials(name: str) -> str:
    return "".join(w[0] for w in name.split() if w not in {"of", "the", "and", "for"})


@lru_cache(maxsize=32768)
def country_of(name: str) -> str:
    """The code of the country that a folded name or demonym stands for; empty for none."""
    gazetteer = load_gazetteer()
    folded = fold_name(name)
    if (code := gazetteer.demonyms.get(folded)) is not None:
        return code or folded
    place = gazetteer.places.get(folded)
    return place.country or "" if place is not None and place.level == "country" else ""


@lru_cache(maxsize=32768)
def place_level(name: str) -> str:
    """What kind of place a name is of (``country``, ``city``, ``region``); empty where it is not known."""
    place = load_gazetteer().places.get(fold_name(name))
    if place is None:
        return ""
    return "city" if place.level == "capital" else place.level


@lru_cache(maxsize=32768)
def is_demonym(name: str) -> bool:
    """Whether a word says of which country somebody or something is."""
    return fold_name(name) in load_gazetteer().demonyms


def _is_demonym_of(one: str, other: str) -> bool:
    a, b = country_of(one), country_of(other)
    return bool(a) and a == b


def weigh_substitute(one: Unit, other: Unit) -> Force:
    """How surely a unit in the place of another says something else; symmetric."""
    kinds = {one.kind, other.kind}
    if one.lemma == other.lemma:
        return Force.NONE
    if kinds == {UnitKind.QUANTIFIER}:
        rows = load_wordings().rows
        pair = frozenset({rows[one.lemma], rows[other.lemma]})
        return Force.OPPOSITE if pair in load_wordings().apart else Force.NONE
    if kinds == {UnitKind.POSSESSIVE}:
        return Force.OTHER
    if kinds <= {UnitKind.NUMBER, UnitKind.TIME}:
        return _weigh_figures(one, other)
    if UnitKind.NAME in kinds:
        return _weigh_names(one, other)
    if not kinds <= WORDS:
        return Force.NONE
    a, b = one.lemma, other.lemma
    if are_sisters(a, b):
        return Force.SISTER
    # A foreigner at home is a citizen: opposites among people are so to each other, not by themselves.
    people = is_person_noun(a) and is_person_noun(b)
    if are_contrary(a, b):
        return Force.OPPOSITE
    if not people and (are_opposed(a, b) or are_opposed(one.text.lower(), other.text.lower())):
        return Force.OPPOSITE
    return Force.OTHER if relate(a, b) is WordRelation.NONE and len(kinds) == 1 else Force.NONE


def _weigh_figures(one: Unit, other: Unit) -> Force:
    relation = compare_figures(one, other)
    if relation is Relation.CONTRADICT:
        return Force.OPPOSITE
    bounds = [u.value.bound for u in (one, other) if isinstance(u.value, Quantity)]
    points = [u.value.point for u in (one, other) if isinstance(u.value, Quantity)]
    above, below = {Bound.MORE_THAN, Bound.AT_LEAST}, {Bound.LESS_THAN, Bound.AT_MOST}
    if len(points) == 2 and points[0] == points[1] and set(bounds) & above and set(bounds) & below:
        return Force.OPPOSITE
    return Force.NONE


def _weigh_names(one: Unit, other: Unit) -> Force:
    if are_sisters(one.lemma, other.lemma):
        return Force.SISTER
    if one.kind is other.kind and _differ_in_one_word(one.lemma.split(), other.lemma.split()):
        return Force.OPPOSITE
    if one.kind is not other.kind or are_one_name(one.lemma, other.lemma):
        return Force.NONE
    if one.role == other.role == "mod" and country_of(one.lemma) and country_of(other.lemma):
        return Force.NAME
    if is_demonym(one.lemma) != is_demonym(other.lemma):
        return Force.NONE
    if one.named and other.named and one.named != other.named:
        return Force.NONE
    return Force.NAME


def _differ_in_one_word(one: list[str], other: list[str]) -> bool:
    """Whether two long names differ in a word that tells things of one kind apart ("First Avenue", "Second Avenue")."""
    if len(one) != len(other) or len(one) < 2:
        return False
    apart = [(a, b) for a, b in zip(one, other, strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    countries = country_of(a), country_of(b)
    return are_sisters(a, b) or are_opposed(a, b) or (all(countries) and countries[0] != countries[1])
