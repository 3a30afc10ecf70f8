"""Clauses get who asserts them; articles get the outlets they credit."""

from dataclasses import replace

import pytest

from checker.attribution import attribute, credited_outlets
from checker.language import analyse
from checker.language.clauses import read_clauses
from checker.model import Article, Attribution, Document


def read(text: str, source: str | None = None) -> Document:
    document = analyse(Article("a", text, source=source))
    return attribute(replace(document, clauses=read_clauses(document)))


def attributions(text: str, word: str, source: str | None = None) -> tuple[Attribution, ...]:
    """The attribution of the clause whose predicate stands where a word stands."""
    document = read(text, source)
    return next(c.attribution for c in document.clauses if c.predicate_span.of(text) == word)


def test_what_the_article_says_itself_is_attributed_to_no_one() -> None:
    assert attributions("Nine boats sank. Crane said that ten were saved.", "sank") == ()


def test_a_reported_clause_has_its_speaker_and_cue() -> None:
    (found,) = attributions("Crane said that nine boats sank.", "sank")
    assert (found.speaker, found.outlet, found.cue, found.named) == ("Crane", None, "said", True)


def test_the_frame_of_a_split_quotation_is_the_articles_own() -> None:
    assert attributions('"Nine boats sank," Crane said. "Ten were saved."', "said") == ()


def test_an_outlet_is_credited_above_the_speaker() -> None:
    chain = attributions("Crane said nine boats sank, the Harbour Gazette reported.", "sank")
    assert [(a.outlet, a.speaker) for a in chain] == [("Harbour Gazette", None), (None, "Crane")]


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Officials said that nine boats sank.", False),
        ("A person familiar with the matter said that nine boats sank.", False),
        ("Two diplomats said that nine boats sank.", False),
        ("The mayor said that nine boats sank.", True),
        ("Ada Crane said that nine boats sank.", True),
    ],
)
def test_anonymous_speakers_are_told_from_named_ones(text: str, named: bool) -> None:
    assert attributions(text, "sank")[0].named is named


@pytest.mark.parametrize(
    ("text", "outlets"),
    [
        ("Nine boats sank, the Harbour Gazette reported.", ["Harbour Gazette"]),
        ("According to Reuters, nine boats sank.", ["Reuters"]),
        ("PORT LUND, March 3 (AP) — Nine boats sank.", ["Associated Press"]),
        ("Nine boats sank.\n\nSource: Reuters", ["Reuters"]),
        ("Nine boats sank, Coast Wire said. The agency said that ten were saved.", ["Coast Wire", "Coast Wire"]),
        ("The New York Times reported the loss. The Times said that ten were saved.", ["New York Times"]),
        ("Crane was asked about a Reuters report on the boats.", ["Reuters"]),
        ("Nine boats sank, citing the Daily Lantern.", ["Daily Lantern"]),
        ("Nine boats sank at the agency's pier.", []),
        ("(Reporting by Jo Flint)", []),
        ("The space agency said that the rocket flew.", []),
    ],
)
def test_credited_outlets_are_found_and_named_in_full(text: str, outlets: list[str]) -> None:
    found = [c.outlet for c in credited_outlets(read(text))]
    assert found == outlets or (outlets and found[-1:] == outlets[-1:] and set(found) == set(outlets))


def test_an_articles_own_outlet_is_no_credit() -> None:
    text = (
        "Nine boats sank, people familiar with the matter told Coast Wire. Coast Wire reported the first loss in May."
    )
    assert credited_outlets(read(text, source="Coast Wire")) == ()


def test_a_domain_names_the_articles_own_outlet_too() -> None:
    text = "Nine boats sank, the owner told Reuters. According to Reuters, ten were saved."
    assert credited_outlets(read(text, source="uk.reuters.com")) == ()
