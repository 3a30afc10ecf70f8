"""A quotation has a speaker where the words beside it say whose it is without a verb of speech."""

from __future__ import annotations

import pytest

from checker.analysis import analyse
from checker.attribution.spoken import name_unlisted, read_speech
from checker.model import Article


def speakers(text: str) -> list[str]:
    document = analyse(Article(id="a", text=text, published="2031-05-12"))
    return [s.quote.speaker.of(document.text) for s in read_speech(document) if s.quote.speaker is not None]


@pytest.mark.parametrize(
    "tail",
    [
        "in the words of the engineer, Tom Vance.",
        "as the engineer Tom Vance put it.",
        "was how engineer Tom Vance described it.",
        "was the verdict of engineer Tom Vance.",
        "was engineer Tom Vance's verdict.",
        "came the reply from engineer Tom Vance.",
        "which engineer Tom Vance offered the guests at lunch.",
        "was all that engineer Tom Vance would say.",
        "in engineer Tom Vance's phrase.",
        "(Tom Vance, engineer).",
    ],
)
def test_the_words_behind_a_quotation_name_the_speaker(tail: str) -> None:
    text = f'The bridge carried its first cars on Monday. "A bridge is a promise in steel," {tail} It cost 40 million.'
    assert any(name.endswith("Tom Vance") for name in speakers(text))


@pytest.mark.parametrize(
    "lead",
    [
        "The words of engineer Tom Vance, 58, were on every screen:",
        "What engineer Tom Vance said was",
        "Engineer Tom Vance's message was short:",
        "From engineer Tom Vance came a toast:",
    ],
)
def test_the_words_before_a_quotation_name_the_speaker(lead: str) -> None:
    text = f'The bridge carried its first cars on Monday. {lead} "A bridge is a promise in steel." It cost 40 million.'
    assert any(name.endswith("Tom Vance") for name in speakers(text))


@pytest.mark.parametrize(
    "tail",
    [
        "a line that was meant for engineer Tom Vance.",
        "was how the mayor thanked Tom Vance.",
        "in a letter to engineer Tom Vance.",
        "a sentence that made engineer Tom Vance smile.",
        "with Tom Vance at her side.",
    ],
)
def test_who_is_only_named_beside_it_does_not_speak(tail: str) -> None:
    text = f'The bridge carried its first cars on Monday. "A bridge is a promise in steel," {tail} It cost 40 million.'
    assert not any("Tom Vance" in name for name in speakers(text))


def test_a_label_of_a_row_is_no_speaker() -> None:
    text = (
        'BOARD NOTICE\n- Date: Monday\n- Remarks: "The pier is closed until June," the harbour master told residents.'
    )
    assert "Remarks" not in speakers(text)


def test_a_name_that_no_list_knows_is_read_behind_the_words_for_its_bearer() -> None:
    text = '"People would rather queue than cook," said inn owner Dwicht Pettos, whose 40 rooms went in a day.'
    document = analyse(Article(id="a", text=text))
    (speech,) = [s for s in read_speech(document) if s.quote.speaker is not None]
    assert speech.quote.speaker_entity is not None or name_unlisted(document, speech.quote) == "Dwicht Pettos"
