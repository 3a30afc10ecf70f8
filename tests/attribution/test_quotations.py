"""Who says what, and where, in English news prose."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.attribution import find_quotes
from checker.language import analyse
from checker.model import Article, Quote, QuoteType


def quotes(text: str) -> list[Quote]:
    return list(find_quotes(analyse(Article("a", text))))


def one(text: str) -> tuple[str, str, str | None]:
    """Type, content and speaker of the only quotation."""
    found = quotes(text)
    assert len(found) == 1, [q.content.of(text) for q in found]
    quote = found[0]
    return quote.type.value, quote.content.of(text), quote.speaker.of(text) if quote.speaker else None


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("“We lost nine boats,” Ada Crane said on Monday.", "“We lost nine boats,”", "Ada Crane"),
        ('"We lost nine boats," said Ada Crane, the mayor.', '"We lost nine boats,"', "Ada Crane, the mayor"),
        ("'We lost nine boats,' the mayor told reporters.", "'We lost nine boats,'", "the mayor"),
        ('The mayor said: "We lost nine boats."', '"We lost nine boats."', "The mayor"),
        (
            'In the harbour on Monday, the mayor told reporters, "We lost nine boats."',
            '"We lost nine boats."',
            "the mayor",
        ),
        ('"Why did we lose them?" she asked.', '"Why did we lose them?"', "she"),
        ('"We lost nine boats," according to Ada Crane.', '"We lost nine boats,"', "Ada Crane"),
        ("“We lost nine boats.” ― Ada Crane", "“We lost nine boats.”", "Ada Crane"),
        ('Ada Crane: "We lost nine boats."', '"We lost nine boats."', "Ada Crane"),
        ('"We lost," she said, "and we learned."', '"We lost," she said, "and we learned."', "she"),
        ('"We lost," said Crane. "We learned nothing from it."', None, "Crane"),
        ('It was Crane who snapped first: "We lost nine boats."', '"We lost nine boats."', "Crane"),
    ],
)
def test_direct_speech_has_its_speaker_whatever_the_order(text: str, content: str | None, speaker: str) -> None:
    kind, found, who = one(text)
    assert kind == "direct"
    assert found == (content or text)
    assert who == speaker


def test_a_cue_in_the_sentence_before_introduces_the_paragraph_behind_it() -> None:
    text = 'Crane went on, and then she added:\n\n"We lost nine boats that night."'
    found = quotes(text)
    assert [q.content.of(text) for q in found if q.type is QuoteType.DIRECT] == ['"We lost nine boats that night."']


def test_a_quotation_over_two_paragraphs_is_one() -> None:
    text = '"We lost nine boats," Crane said. "We mourned.\n\n"Then we built nine more."'
    found = quotes(text)
    assert len(found) == 1
    assert found[0].content.of(text) == text


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ('The mayor said the harbour was "a grave" for boats.', 'the harbour was "a grave" for boats', "The mayor"),
        ('Crane called the plan "a disgrace" on Monday.', 'the plan "a disgrace"', "Crane"),
        ("In her words, the plan was 'a disgrace'.", "the plan was 'a disgrace'", "her"),
    ],
)
def test_mixed_quotations_hold_the_clause_around_the_marks(text: str, content: str, speaker: str) -> None:
    assert one(text) == ("mixed", content, speaker)


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("The mayor said that the harbour would close in May.", "that the harbour would close in May", "The mayor"),
        (
            "The harbour will close, two officials familiar with it said.",
            "The harbour will close",
            "two officials familiar with it",
        ),
        ("The harbour will close, according to the mayor.", "The harbour will close", "the mayor"),
        ("According to the mayor, the harbour will close.", "the harbour will close", "the mayor"),
        ("Crane denied that the crew had been warned.", "that the crew had been warned", "Crane"),
        ("Crane asked whether the boats were safe.", "whether the boats were safe", "Crane"),
        ("Crane vowed to rebuild the harbour.", "to rebuild the harbour", "Crane"),
        ("A new study shows that gulls prefer herring.", "that gulls prefer herring", "A new study"),
    ],
)
def test_reported_speech_is_indirect(text: str, content: str, speaker: str) -> None:
    assert one(text) == ("indirect", content, speaker)


@pytest.mark.parametrize(
    "text",
    [
        'The "expert" left early.',
        "The workers' boats sank near the '90s pier.",
        "Nine boats sank on Monday.",
        'She sat in the "red room" of the hotel.',
    ],
)
def test_scare_quotes_and_plain_sentences_attribute_nothing(text: str) -> None:
    assert quotes(text) == []


@pytest.mark.parametrize(
    ("text", "venue"),
    [
        ('"We lost," Crane told the Harbour Gazette.', "the Harbour Gazette"),
        ('"We lost," Crane said in a statement.', "in a statement"),
        ('"We lost," Crane said.', None),
    ],
)
def test_the_venue_is_where_it_was_said(text: str, venue: str | None) -> None:
    assert quotes(text)[0].venue == venue


def test_speech_without_marks_is_direct_when_its_persons_give_it_away() -> None:
    text = "We lost nine boats. I counted them myself. Mayor Ada Crane said. to silence"
    direct = [q for q in quotes(text) if q.type is QuoteType.DIRECT]
    assert [q.content.of(text) for q in direct] == ["We lost nine boats. I counted them myself"]
    assert direct[0].speaker is not None
    assert direct[0].speaker.of(text).endswith("Crane")


def test_a_countrys_name_is_no_first_person() -> None:
    text = "Crane said the boats were gone\nThe US navy sent two more"
    assert all(q.type is QuoteType.INDIRECT for q in quotes(text))


PIECES = (
    *("Crane", "said", "that", '"We', "lost,", "”", "“", "the", "boats", ".", "?", ",", "—", "he", "told", "Reuters"),
    *(
        "according",
        "to",
        "asked",
        "whether",
        "in",
        "a",
        "statement",
        "\n",
        "'ll",
        "'em",
        "’",
        "(AP)",
        ":",
        ";",
        "I",
        "we",
    ),
)


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(PIECES),
        max_size=30,
    )
)
def test_any_text_gives_spans_of_that_text(words: list[str]) -> None:
    text = " ".join(words)
    for quote in quotes(text):
        for span in (quote.content, quote.speaker, quote.cue):
            assert span is None or 0 <= span.start < span.end <= len(text)
        assert quote.speaker is None or quote.speaker.end - quote.speaker.start <= 100
