"""Two statements of one fact are told apart by a word in one place, and by nothing else."""

from __future__ import annotations

import pytest

from checker import Article
from checker.analysis import analyse
from checker.factuality.alignments import align_tellings, find_substitutions
from checker.factuality.retellings import compare_tellings
from checker.factuality.substitutes import Force, are_one_name, are_sisters
from checker.factuality.tellings import read_telling
from checker.model import Relation
from checker.values.sentences import SentenceValue
from checker.values.tellings import Telling, UnitKind


def tell(text: str) -> Telling:
    document = analyse(Article(id="a", text=text))
    return read_telling(document, document.sentences[0])


def value(text: str) -> SentenceValue:
    telling = tell(text)
    return SentenceValue(text, (), telling, 0, len(telling.units))


def test_a_name_and_a_sum_are_one_unit_each() -> None:
    units = tell("Miriam Castellan paid more than $105 million for the harbour.").units
    assert [u.text for u in units if u.kind is UnitKind.NAME] == ["Miriam Castellan"]
    assert [u.value.normalized for u in units if u.value is not None] == ["USD >105000000"]


def test_every_unit_hangs_on_another_or_on_none() -> None:
    units = tell("The pilot who had lost control of the ferry was questioned in the northern port on Monday.").units
    assert all(-1 <= unit.head < len(units) and unit.head != n for n, unit in enumerate(units))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "After breaking her hip in March, the widow's health had been failing.",
            "The widow's health had been failing after breaking her arm in March, and friends had moved in.",
        ),
        (
            "Inspectors found a high concentration of lead in the village well.",
            "The concentration of lead in the village well was low, inspectors found.",
        ),
        (
            "The value of the paintings is estimated at less than $90 million.",
            "The paintings, whose value is estimated at more than $90 million, hung in a barn for decades.",
        ),
        (
            "Brenner always let strangers into the orchard.",
            "He said that Brenner never let strangers into the orchard.",
        ),
    ],
)
def test_a_word_in_the_same_place_tells_two_statements_apart(one: str, other: str) -> None:
    assert compare_tellings(value(one), value(other)).relation is Relation.CONTRADICT
    assert compare_tellings(value(other), value(one)).relation is Relation.CONTRADICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The ferry sailed from the northern port with forty nurses on board.",
            "The ferry sailed from the northern port or the southern port with forty nurses on board.",
        ),
        (
            "The widow sold the orchard to Castellan.",
            "The widow sold the orchard to Castellan and the mill to Brenner.",
        ),
        (
            "A psychologist revealed that moving house can strain a marriage.",
            "A psychologist confirmed that moving house can strain a marriage.",
        ),
        (
            "She was not the first woman to lead the orchestra.",
            "She was the second woman to lead the orchestra.",
        ),
    ],
)
def test_what_can_both_be_so_is_left_alone(one: str, other: str) -> None:
    assert compare_tellings(value(one), value(other)).relation is not Relation.CONTRADICT


def test_a_statement_does_not_differ_from_itself() -> None:
    telling = tell("Three divers recovered the bronze bell of the wreck near Dover on Friday.")
    aligned = align_tellings(telling, telling)
    assert not [s for s in find_substitutions(telling, telling, aligned) if s.force > Force.OTHER]
    assert aligned.covered == pytest.approx(1.0)


def test_sisters_are_of_one_set_and_not_two_spellings() -> None:
    assert are_sisters("knee", "ankle")
    assert not are_sisters("knee", "knee")
    assert not are_sisters("aluminium", "aluminum")
    assert not are_sisters("knee", "trumpet")


def test_a_name_and_its_short_forms_are_one() -> None:
    assert are_one_name("miriam castellan", "castellan")
    assert are_one_name("norway", "norwegian")
    assert not are_one_name("norway", "portugal")
