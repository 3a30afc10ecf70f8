"""Passages that an article gives word for word: its quoted sentences with their speakers, and what has no marks."""

from __future__ import annotations

import pytest

from checker.attribution.verbatim import Passage, read_passages
from checker.engine import Settings, analyse_article
from checker.model import Article


def read(text: str) -> tuple[Passage, ...]:
    return read_passages(analyse_article(Article("a", text), Settings(rules={})).document)


def say(passages: tuple[Passage, ...]) -> list[str]:
    return [" ".join(passage.folded) for passage in passages]


def test_each_sentence_of_a_quotation_is_a_passage_of_its_speaker() -> None:
    found = read('"The pier is gone. We saw it fall last night," Ida Marsh said.')
    assert say(found) == ["the pier is gone", "we saw it fall last night"]
    assert {passage.speaker for passage in found} == {"person:ida marsh"}
    assert [passage.end for passage in found] == [".", ","]


def test_a_sentence_that_its_speaker_interrupts_is_one_passage() -> None:
    found = read('"The old pier," Ida Marsh said, "is gone for good."')
    assert say(found) == ["the old pier is gone for good"]


def test_what_no_speaker_is_found_for_is_read_all_the_same() -> None:
    found = read('On the wall of the office hangs a sign: "No boat leaves without its papers."')
    assert "no boat leaves without its papers" in say(found)


@pytest.mark.parametrize(
    ("text", "passages"),
    [
        ("We saw the pier fall last night Ida Marsh", ["we saw the pier fall last night"]),
        ("The town saw the pier fall last night.", []),
        ("'We saw the pier fall last night.", []),
    ],
    ids=["signed", "the article's own words", "a mark that opens and never closes"],
)
def test_without_marks_only_the_first_person_is_word_for_word(text: str, passages: list[str]) -> None:
    found = read(f"Ida Marsh told us of the storm on Sunday.\n\n{text}\n\nShe went home.")
    assert say(tuple(p for p in found if not p.marked and "pier" in p.folded)) == passages


def test_titles_and_initials_end_no_sentence() -> None:
    found = read('"We asked Mr. Marsh and the U.S. consul for help," Omar Haddad said.')
    assert len(found) == 1


def test_the_words_stand_where_they_are_read() -> None:
    text = 'He said: "We don\'t know yet who cut the rope." Then he left.'
    for passage in read(text):
        assert all(passage.span.start <= word.start < word.end <= passage.span.end for word in passage.words)
