"""Documents: sentences and tokens with spans of the original; nothing for other languages and furniture."""

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from checker.language import analyse, detect_language
from checker.model import Article, BlockKind, Document, Span


def read(text: str, **options: Any) -> Document:
    return analyse(Article("a", text), **options)


def sentences(text: str) -> list[str]:
    return [s.text for s in read(text).sentences]


PIECES = st.sampled_from(
    ["The board met on Monday. ", "“We agree,” she said. ", "U.S.. officials ", "\n\n", "\r\n", "(in Oslo) "]  # noqa: RUF005
    + ["**now** ", "don't ", "e\u0301", "\u00a0", "\u200b", "- ", "| a | b |", "at 4 p.m. in Rome. "]
    + ["HE SIGNED THE DEAL", "``yes'' ", "ﬁ"]
)


@settings(max_examples=20, deadline=None)
@example("e\u0301\n\nU.S.. officials U.S.. officials ")  # one function word of another language is no sign of it
@given(st.lists(PIECES, max_size=20).map("".join))
def test_every_span_lies_in_the_text_and_covers_its_words(text: str) -> None:
    document = read(text)
    assert document.language in ("en", "und")
    for sentence in document.sentences:
        assert 0 <= sentence.span.start < sentence.span.end <= len(text)
        assert sentence.first < sentence.last
        for token in document.sentence_tokens(sentence):
            assert sentence.span.contains(token.span)
            assert sentence.first <= token.head < sentence.last
            if token.text.isascii() and token.text.isalnum() and "ﬁ" not in text:
                assert token.span.of(text).replace("*", "").replace("\u200b", "") == token.text
    assert [t.index for t in document.tokens] == list(range(len(document.tokens)))
    assert [s.index for s in document.sentences] == list(range(len(document.sentences)))


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Senate met Mr. Jones and Dr. Lee on Nov. 3 in St. Louis.",
        "“We will sail. We will not wait,” said the captain.",
        "The board (which met on Monday. It was raining.) agreed to the plan.",
        "The decision was published in Bulletin No. 3 of the office.",
        "He came at 4 p.m. local time and left.",
    ],
)
def test_one_sentence_stays_one(text: str) -> None:
    assert sentences(text) == [text]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The ferry sailed. The crew slept. Nobody complained!", 3),
        ("“We will sail.” The crew agreed with him.", 2),
        ("He works in the U.S. She works in Oslo. They met in May.", 3),
        ("Why did it fail? The board does not know.", 2),
        ("'It was loud,' said Gemma, from Hull. 'Then there was just dust and a child singing.'", 2),
    ],
)
def test_sentences_are_cut(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_a_dateline_is_cut_from_its_sentence() -> None:
    assert sentences("OSLO, May 3 (Nord-Sea Wire) - The ferry sailed on Monday.")[1] == "The ferry sailed on Monday."


def test_a_hyphenated_name_is_no_dateline() -> None:
    assert len(sentences("NATO-Oslo talks ended on Monday without a deal.")) == 1


def test_text_without_full_stops_is_still_cut() -> None:
    text = (
        "The harbour board met on Monday and agreed to widen the channel The mayor said that work would start in May "
        "The union rejected the plan because it had not been asked The company will publish the contract next week"
    )
    assert len(sentences(text)) >= 3


def test_furniture_yields_no_sentences() -> None:
    document = read(
        "The ferry sailed on Monday morning with all its crew on board.\n\nRead time 4 minutes\n\nShare this article"
    )
    assert {document.blocks[s.block].kind for s in document.sentences} == {BlockKind.PARAGRAPH}


def test_other_languages_have_blocks_but_no_sentences() -> None:
    document = read(
        "Le conseil du port s'est réuni lundi et a décidé de fermer le chenal pour les travaux dans la ville."
    )
    assert document.language == "fr"
    assert document.blocks
    assert not document.sentences


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("", "und"),
        ("12:30 -- 14:00", "und"),
        ("Ports reopen", "en"),
        ("The board of the port met on Monday.", "en"),
        ("Mayor Karla Ruiz met Otto Brandt in Leeds.", "en"),
        ("Jan van der Hoek met a friend in Den Haag.", "en"),
        ("De burgemeester sprak met de havenraad in Den Haag.", "nl"),
        ("Die Fähre ist am Montag mit der ganzen Mannschaft aus dem Hafen gefahren und nicht zurückgekehrt.", "de"),
        ("Паром вышел из порта в понедельник утром", "other"),
    ],
)
def test_language_is_told_by_function_words(text: str, language: str) -> None:
    assert detect_language(text) == language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Gale bulletin 14. Harbour shut, ferries cancelled, three cranes damaged, schools closed Tuesday.", "en"),
        ("Bulletin 14: vents moyens 120 km/h, pluies fortes prévues samedi, écoles fermées, routes coupées.", "und"),
        (
            "Sismo profundidade danos menores escolas fechadas ponte cortada hospitais normais uma morte norte tarde",
            "und",
        ),
    ],
)
def test_a_bulletin_without_function_words_is_told_by_its_words(text: str, language: str) -> None:
    assert detect_language(text) == language


def test_front_matter_is_not_analysed() -> None:
    text = "---\ntitle: The sea\n---\nThe ferry sailed on Monday."
    assert [s.text for s in read(text, skip=Span(0, 22)).sentences] == ["The ferry sailed on Monday."]


def test_a_very_long_block_is_read_piece_by_piece() -> None:
    text = "The ferry sailed on Monday and the crew was glad of it. " * 400
    document = read(text)
    assert len(document.blocks) == 1
    assert len(document.sentences) == 400
    assert document.sentences[-1].span.of(text) == "The ferry sailed on Monday and the crew was glad of it."


def test_a_line_without_any_full_stop_is_cut_into_pieces_that_can_be_read() -> None:
    document = read("the ferry sailed " * 600)
    assert max(s.last - s.first for s in document.sentences) <= 250


def test_an_unknown_pipeline_is_an_error() -> None:
    with pytest.raises(OSError, match="no_such_pipeline"):
        read("The ferry sailed.", pipeline="no_such_pipeline")


def test_base_forms_keep_their_s() -> None:
    lemmas = {t.text: t.lemma for t in read("The sides will discuss the process.").tokens}
    assert lemmas["discuss"] == "discuss"
    assert lemmas["process"] == "process"


def test_headlines_in_capitals_keep_their_words_but_find_their_verb() -> None:
    document = read("MINISTER SIGNS FERRY TREATY\n\nThe minister who signs the ferry treaty today is new to the post.")
    tokens = document.sentence_tokens(document.sentences[0])
    assert [t.text for t in tokens] == ["MINISTER", "SIGNS", "FERRY", "TREATY"]
    assert [t.lemma for t in tokens if t.dep == "root"] == ["sign"]
