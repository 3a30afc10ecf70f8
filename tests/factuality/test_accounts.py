"""The tables of accounts, and how a report stands to an answer."""

from __future__ import annotations

import pytest

from checker.analysis import analyse
from checker.factuality.account_questions import load_questions
from checker.factuality.accounts import DENIED, GIVEN, read_accounts
from checker.model import Article


def read(text: str) -> set[tuple[str, str, str]]:
    document = analyse(Article(id="a", text=text, published="2031-04-02"))
    return {(one.question.name, one.answer, one.stand) for one in read_accounts(document) if one.turned}


def test_each_phrase_of_a_question_gives_one_answer_only() -> None:
    """A phrase that stands under two answers that exclude each other would tear every report that has it."""
    questions, rows = load_questions()
    seen: dict[tuple[object, ...], set[str]] = {}
    for row in {row for first in rows.written for row in rows.opened_by(first, questions)}:
        seen.setdefault((row.question, row.words), set()).add(row.answer)
    torn = {
        key: answers
        for key, answers in seen.items()
        if any(questions[str(key[0])].exclude(a, b) for a in answers for b in answers)
    }
    assert not torn


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A fire broke out at the mill. A dropped cigarette had set it off.", ("fire", "smoking", GIVEN)),
        ("The fire at the mill had nothing to do with lightning.", ("fire", "lightning", DENIED)),
    ],
)
def test_an_answer_is_given_or_ruled_out(text: str, expected: tuple[str, str, str]) -> None:
    assert expected in read(text)


def test_guesses_and_reports_that_give_two_answers_give_none() -> None:
    assert not read("The fire at the mill may have been started by lightning.")
    assert not read("The fire at the mill began with a cigarette. Others blame lightning for the blaze.")
