"""Copies of a sentence: what is one, which place of it was changed, and which parts of it that concerns."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Relation
from checker.values.copies import LEAST_COPIED, changed_words, compare_copies, find_change
from checker.values.sentences import Place, SentenceValue, Word
from checker.values.written import are_other_figures

TEXT = "crews pulled 40 boats from harbour before dawn"


def word(text: str) -> Word:
    kind = "number" if text[0].isdigit() else "negation" if text == "not" else "content"
    return Word(text, text.lower(), kind)


def sentence(text: str, start: int = 0, end: int | None = None) -> SentenceValue:
    whole = tuple(map(word, text.split()))
    return SentenceValue(text, whole[start:end], whole=whole, at=start)


def weigh(place: Place) -> tuple[Relation, str] | None:
    return Relation.CONTRADICT, f"{len(place.one)} beside {len(place.other)}"


def test_the_place_is_found_and_what_stands_around_it() -> None:
    found = find_change(sentence(TEXT), sentence(TEXT.replace("40", "90")))
    assert found is not None
    place, front, back = found
    assert (place.one, place.other) == ((word("40"),), (word("90"),))
    assert (place.before, place.after, front, back) == ("pulled", "boats", 2, 5)


def test_a_sentence_changed_in_two_places_is_another_sentence() -> None:
    other = TEXT.replace("40", "90").replace("dawn", "noon")
    assert find_change(sentence(TEXT), sentence(other)) is None


def test_the_same_sentence_is_not_changed() -> None:
    assert find_change(sentence(TEXT), sentence(TEXT)) is None
    assert changed_words(sentence(TEXT), sentence(TEXT)) is None


def test_a_phrase_is_no_copied_sentence() -> None:
    few = " ".join(TEXT.split()[:LEAST_COPIED])
    assert find_change(sentence(few), sentence(few.replace("40", "90"))) is None


def test_of_the_parts_only_those_with_the_place_are_set_against_each_other() -> None:
    other = TEXT.replace("40", "90")
    first, rest = sentence(TEXT, 0, 4), sentence(TEXT, 4)
    verdict = compare_copies(first, sentence(other, 0, 4), weigh)
    assert verdict is not None
    assert verdict.relation is Relation.CONTRADICT
    verdict = compare_copies(first, sentence(other, 4), weigh)
    assert verdict is not None
    assert verdict.relation is Relation.NOT_COMPARABLE
    # What is the same in both is for others to compare.
    assert compare_copies(rest, sentence(other, 4), weigh) is None


def test_a_word_more_is_a_place_with_one_side() -> None:
    found = find_change(sentence(TEXT), sentence(TEXT.replace("pulled", "not pulled")))
    assert found is not None
    assert (found[0].one, found[0].other) == ((), (word("not"),))
    # Where one denies, more than the one word is another: nothing is ruled out.
    assert changed_words(sentence(TEXT), sentence(TEXT.replace("pulled", "not pulled"))) is None
    assert changed_words(sentence(TEXT), sentence(TEXT.replace("pulled", "hauled"))) == frozenset({"pulled", "hauled"})


@given(st.lists(st.sampled_from("crews pulled 40 90 boats not from harbour dawn".split()), max_size=12).map(" ".join))
def test_it_does_not_matter_which_comes_first(text: str) -> None:
    one, other = sentence(TEXT), sentence(text)
    there, back = find_change(one, other), find_change(other, one)
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there[0].one, there[0].other, *there[1:]) == (back[0].other, back[0].one, *back[1:])


def test_figures_are_other_ones_where_no_rounding_makes_them_equal() -> None:
    assert are_other_figures("47", "48")
    assert are_other_figures("2bn", "9bn")
    assert are_other_figures("14-year-old", "41-year-old")
    assert are_other_figures("three", "six")
    assert not are_other_figures("70000", "70400")
    assert not are_other_figures("5687.75", "5688")
    # A unit in one only says that something else is counted.
    assert not are_other_figures("2bn", "9m")
    assert not are_other_figures("2", "two")
