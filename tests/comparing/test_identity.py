"""A finding keeps its names when nothing that it is about has changed."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from checker import Article, check
from checker.model import Finding

POST = Article(
    "a1", "The ferry Santa Rita carried 142 passengers when it ran aground off Orsa on Tuesday.", "Harbour Post"
)
WIRE = Article(
    "a2", "The ferry Santa Rita carried 124 passengers when it ran aground off Orsa on Tuesday.", "Coast Wire"
)
DAILY = Article("a3", "On Tuesday the ferry Santa Rita ran aground off Orsa carrying 124 passengers.", "Daily Orsa")


def figures(articles: Sequence[Article]) -> Finding:
    report = check(articles, one_event=True)
    found = [f for f in report.findings if f.rule == "figures" and f.kind == "contradiction"]
    assert len(found) == 1
    return found[0]


FIRST = figures([POST, WIRE])


@pytest.mark.parametrize(
    "articles",
    [
        [WIRE, POST],
        [POST, WIRE, DAILY],
        [DAILY, WIRE, POST],
        [replace(WIRE, id="x/1.md"), replace(POST, id="x/2.md")],
        [replace(POST, text=f"{POST.text}\n\nThe harbour is old, and its cranes are painted green."), WIRE],
        [replace(POST, text=f"The harbour is old, and its cranes are painted green.\n\n{POST.text}"), WIRE],
        [replace(POST, source="Another Post"), WIRE],
    ],
    ids=["order", "outlet", "outlet and order", "ids", "edit behind", "edit before", "name of the outlet"],
)
def test_it_is_known_by_its_fingerprint(articles: Sequence[Article]) -> None:
    again = figures(articles)
    assert (again.fingerprint, again.question_key) == (FIRST.fingerprint, FIRST.question_key)


def test_with_another_answer_only_the_question_is_the_same() -> None:
    again = figures([POST, replace(WIRE, text=WIRE.text.replace("124", "214"))])
    assert again.fingerprint != FIRST.fingerprint
    assert again.question_key == FIRST.question_key


def test_its_answers_are_told_apart() -> None:
    assert sorted(FIRST.answers) == [("124",), ("142",)]
