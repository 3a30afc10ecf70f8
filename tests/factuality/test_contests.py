"""What must hold of the results that clauses give of the sides of a contest."""

from __future__ import annotations

import pytest

from checker.analysis import analyse
from checker.factuality.contests import read_results
from checker.model import Article


def results(text: str) -> set[tuple[str, str]]:
    document = analyse(Article(id="a", text=text, published="2031-05-12"))
    return {(result.pole, " ".join(sorted(result.side))) for result in read_results(document)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orsa beat Tarn 2-1 on Saturday.", {("win", "orsa"), ("lose", "tarn")}),
        ("Harwick Rovers were beaten 2-1 on Saturday.", {("lose", "harwick rovers")}),
        ("Silver Heron landed the Orsa Cup by a neck.", {("win", "heron silver")}),
        ("Orsa went down 3-0 in Tarn.", {("lose", "orsa")}),
    ],
)
def test_a_result_is_read_of_each_side_that_is_named(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= results(text)


@pytest.mark.parametrize(
    "text",
    ["Orsa did not beat Tarn.", "Orsa would beat Tarn if it rained.", "Orsa beat Tarn last year.", "Tarn lost a shoe."],
)
def test_what_is_denied_supposed_or_of_another_time_is_no_result(text: str) -> None:
    assert not results(text)
