"""Whole groups, named speakers and named persons are read where they are sure, and left alone where they are not."""

from __future__ import annotations

import pytest

from checker import Article
from checker.analysis import analyse
from checker.factuality.groups import group_of
from checker.factuality.persons import person_of
from checker.factuality.voices import name_beside
from checker.model import Document, Role

VOICES = frozenset({"spokesman", "lawyer"})


def read(text: str) -> Document:
    return analyse(Article(id="a", text=text))


@pytest.mark.parametrize(
    ("text", "noun", "every", "country"),
    [
        ("All nine members attended.", "member", True, None),
        ("Every judge attended the hearing.", "judge", True, None),
        ("There was not one Norwegian in the room.", "norwegian", False, "NO"),
    ],
)
def test_whole_groups(text: str, noun: str, every: bool, country: str | None) -> None:
    document = read(text)
    groups = [g for c in document.clauses for a in c.arguments if (g := group_of(document, c, a))]
    assert [(g.noun, g.every, g.country) for g in groups] in ([(noun, every, country)], [("one", every, country)])


@pytest.mark.parametrize("text", ["Not all members attended.", "Some members attended.", "The members attended."])
def test_part_of_a_group_is_no_group(text: str) -> None:
    document = read(text)
    assert not [g for c in document.clauses for a in c.arguments if (g := group_of(document, c, a))]


def test_a_name_beside_the_words_is_the_speaker() -> None:
    document = read('"A bridge is a promise made of steel," mayor Lena Crane said.')
    span = name_beside(document, document.quotes[0], VOICES)
    assert span is not None
    assert "Lena Crane" in span.of(document.text)


@pytest.mark.parametrize(
    "text",
    [
        '"A bridge is a promise made of steel," said Karl Brandt, a spokesman for the mayor.',
        '"A bridge is a promise made of steel," the Harbour Authority said.',
        '"Mr Bell knows that a bridge is a promise," Tom Bell said.',
    ],
)
def test_doubtful_speakers_are_left_alone(text: str) -> None:
    document = read(text)
    assert all(name_beside(document, quote, VOICES) is None for quote in document.quotes)


def test_the_name_that_opens_the_sentence_before_a_pronoun() -> None:
    document = read("Brandvold does. He keeps the job.")
    clause = next(c for c in document.clauses if c.predicate == "keep")
    person = person_of(document, clause.argument(Role.AGENT))
    assert person is not None
    assert person.name == "Brandvold"


def test_a_common_word_before_a_pronoun_is_no_name() -> None:
    document = read("Nobody does. He keeps the job.")
    clause = next(c for c in document.clauses if c.predicate == "keep")
    person = person_of(document, clause.argument(Role.AGENT))
    assert person is None or person.name != "Nobody"
