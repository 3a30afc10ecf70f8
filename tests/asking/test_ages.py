"""How old somebody is, in words that a reader would ask it in."""

import pytest

from checker import Article, check


@pytest.mark.parametrize(
    ("one", "other", "question"),
    [
        (
            "Divers tried all day to reach a five-year-old boy who fell into an abandoned well near Lowick.",
            "A six-year-old boy fell into a deserted well near Lowick, and divers are trying to reach him.",
            "how old is the boy?",
        ),
        (
            "Tomas Reyl, 34, was questioned by the coastguard after the ferry sank.",
            "The coastguard questioned Tomas Reyl, 43, after the ferry had sunk.",
            "how old is Tomas Reyl?",
        ),
    ],
)
def test_an_age_is_asked_for_by_whose_it_is(one: str, other: str, question: str) -> None:
    report = check([Article("a", one, "A"), Article("b", other, "B")], one_event=True)
    assert [f.question for f in report.findings if f.rule == "figures" and f.kind == "contradiction"] == [question]
