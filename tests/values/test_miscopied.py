"""Two sentences of a quotation that are the same but for the word that says who: a slip of one of the two."""

from __future__ import annotations

import pytest

from checker.values.quotes import QuoteValue
from checker.values.versions import find_miscopied


def test_one_word_for_a_person_in_else_the_same_sentence_is_found_whatever_stands_around_it() -> None:
    one = QuoteValue("Enough. How many more boats do we want to sink?")
    other = QuoteValue("It is a disgrace, How many more boats do they want to sink? Stop it.")
    assert set(find_miscopied(one, other) or ()) == {"we", "they"}
    assert find_miscopied(one, other) == find_miscopied(other, one) or find_miscopied(other, one) == ("they", "we")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("How many more boats do we want to sink?", "How many more boats do we want to sink?"),
        ("How many more boats do [we] want to sink?", "How many more boats do they want to sink?"),
        ("We want to sink many more of these boats", "They want to sink many more of these boats"),
        ("How many more boats do we want to sink?", "How many more ships do they want to sink?"),
        ("What do we want?", "What do they want?"),
    ],
    ids=["the same", "in brackets", "at the edge", "two words", "short"],
)
def test_nothing_is_found_where_no_slip_is_sure(one: str, other: str) -> None:
    assert find_miscopied(QuoteValue(one), QuoteValue(other)) is None
