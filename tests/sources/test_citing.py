"""Whom an article has things from: people with and without a name, bodies, documents, and through which outlet."""

from __future__ import annotations

from datetime import datetime

import pytest

from checker import Article
from checker.analysis import analyse
from checker.model import NodeKind, Standing
from checker.sources.citing import Citation, read_citations


def cited(text: str, *, source: str = "Coast Wire", known: tuple[str, ...] = ()) -> tuple[Citation, ...]:
    document = analyse(Article(id="a", source=source, text=text, published=datetime(2031, 5, 3, 12)))
    return read_citations(document, known, {})


@pytest.mark.parametrize(
    ("text", "name", "kind", "named", "standing"),
    [
        ("Harbour Minister Ada Reed said the pier would close in June.", "Ada Reed", "person", True, "official"),
        ("A senior official said the pier would close in June.", "senior official", "person", False, "official"),
        ("According to analysts, the pier would close in June.", "analysts", "person", False, "expert"),
        ("A resident said the pier had shaken for a minute.", "resident", "person", False, "eyewitness"),
        ("The audit found that the pier had 14 rotten piles.", "audit", "document", False, "other"),
        ("According to a 61-page annex, the pier has 14 rotten piles.", "61-page annex", "document", True, "other"),
        ("Police said the pier would close in June.", "Police", "organisation", True, "official"),
    ],
)
def test_a_source_is_what_its_words_say(text: str, name: str, kind: str, named: bool, standing: str) -> None:
    (citation,) = cited(text)
    node = citation.source
    assert (node.name, node.kind, node.named, node.standing) == (name, NodeKind(kind), named, Standing(standing))


@pytest.mark.parametrize(
    "text",
    [
        "The pier closed in June.",
        "Ada Reed walked along the pier and bought an ice cream.",
        "It is said to be haunted.",
        "Both sides believe that the pier will close.",
        "The yard maintains a lead of two boats.",
        "Radio Norte reported that the pier had closed.",
    ],
)
def test_nobody_is_cited(text: str) -> None:
    assert cited(text, known=("Radio Norte",)) == ()


def test_words_spoken_to_another_outlet_came_through_it() -> None:
    (citation,) = cited("Mayor Ines Duarte told CNBC that the yard had sold 14 tugs.")
    assert (citation.source.name, citation.via) == ("Ines Duarte", "CNBC")


def test_words_that_an_outlet_reported_came_through_it() -> None:
    found = cited("Ines Duarte said the yard had sold 14 tugs, the New York Times reported.")
    assert [(c.source.name, c.via) for c in found] == [("Ines Duarte", "New York Times")]


def test_words_spoken_to_the_article_s_own_outlet_did_not() -> None:
    (citation,) = cited("Mayor Ines Duarte told Radio Norte that the yard had sold 14 tugs.", source="Radio Norte")
    assert citation.via is None


def test_a_pronoun_goes_on_from_a_writing() -> None:
    found = cited("The report argues that the pier is unsafe. It says the piles have rotted since 2020.")
    assert [c.source.name for c in found] == ["report", "report"]


def test_a_source_that_asks_not_to_be_named_is_known_by_the_words_that_say_so() -> None:
    (citation,) = cited("An official who spoke on condition of anonymity said the pier would close in June.")
    assert citation.shielded
    assert not citation.source.named


def test_a_document_that_somebody_has_seen_is_cited() -> None:
    found = cited("The pier has 14 rotten piles. A copy of the contract was seen by Coast Wire in the town hall.")
    assert [(c.source.kind, c.source.name) for c in found] == [(NodeKind.DOCUMENT, "contract")]


def test_every_cue_stands_in_the_text() -> None:
    text = "Ada Reed said the pier would close. “It is old,” she added. A diplomat said it would not."
    for citation in cited(text):
        assert 0 <= citation.cue.start < citation.cue.end <= len(text)
        assert citation.content.end <= len(text)
