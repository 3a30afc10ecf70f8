"""The words around a time tell whether it is past or to come, and on which side of it something lies."""

from __future__ import annotations

import pytest

from checker.dates.bounds import bound_before
from checker.dates.tense import tense_of
from checker.values.times import Bound


@pytest.mark.parametrize(
    ("before", "after", "tense"),
    [
        ("The board will meet on ", ".", "future"),
        ("The board met on ", ".", "past"),
        ("They said they plan to vote ", "", "future"),
        ("Since it was announced ", ", they have said they will appeal", "past"),
        ("On ", ", the court ruled", "past"),
        ("A meeting on ", " to which nobody came", "past"),
        ("The ", " deadline", "future"),
        ("", "", "none"),
    ],
)
def test_the_nearest_cue_gives_the_tense(before: str, after: str, tense: str) -> None:
    assert tense_of(before, after) == tense


@pytest.mark.parametrize(
    ("words", "after", "bound"),
    [
        (["no", "later", "than"], "", Bound.BY),
        (["not", "earlier", "than"], "", Bound.SINCE),
        (["prior", "to"], "", Bound.BEFORE),
        (["will", "not", "rise", "before"], "", Bound.SINCE),
        (["not", "until"], "", Bound.SINCE),
        (["closed", "until"], "", Bound.BY),
        (["from"], "to", Bound.EXACT),
        (["from"], ".", Bound.SINCE),
        (["in"], "", Bound.EXACT),
        ([], "", Bound.EXACT),
    ],
)
def test_words_before_a_date_set_limits(words: list[str], after: str, bound: Bound) -> None:
    assert bound_before(words, after) is bound
