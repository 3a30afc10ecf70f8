"""Who is behind a claim: the outlet itself, the one that it credits, or the one that it copied."""

from __future__ import annotations

from checker import Article, check
from checker.model import Claim

QUIET = Article(id="other", source="Daily Post", text="The harbour was quiet on Monday.")


def claim_with(words: str, *articles: Article) -> Claim:
    """The figure that is cited with some words, or else the first claim that cites them."""
    report = check([*articles, QUIET], one_event=True)
    citing = [c for c in report.claims if words in c.text]
    return next((c for c in citing if c.rule == "figures"), citing[0])


def test_an_articles_own_report_is_its_outlets() -> None:
    own = Article(id="a", source="Coast Wire", text="The yard has sold 14 tugs to a buyer in Porto.")
    assert claim_with("14 tugs", own).origin == "Coast Wire"


def test_a_credited_outlet_is_the_origin() -> None:
    article = Article(id="a", source="Coast Wire", text="The yard sold 14 tugs, the Harbour Gazette reported.")
    assert claim_with("14 tugs", article).origin == "Harbour Gazette"


def test_a_credit_cut_off_by_a_stray_stop_still_counts() -> None:
    article = Article(
        id="a",
        source="Coast Wire",
        text="The yard. sold 14 tugs to a buyer in Porto. Reuters reported\nThe quay is empty",
    )
    assert claim_with("14 tugs", article).origin == "Reuters"


def test_words_spoken_to_another_outlet_are_that_outlets() -> None:
    article = Article(id="a", source="Coast Wire", text="Mayor Ines Duarte told CNBC that the yard had sold 14 tugs.")
    assert claim_with("14 tugs", article).origin == "CNBC"


def test_another_outlet_of_the_event_is_known_by_its_name() -> None:
    wire = Article(id="w", source="Korsund Bladet", text="The power was off for 17 minutes on Monday.")
    paper = Article(
        id="p", source="Coast Wire", text="Korsund Bladet timed the darkness at 17 minutes, by its own clock."
    )
    assert claim_with("timed the darkness", wire, paper).origin == "Korsund Bladet"


def test_an_agency_in_the_dateline_is_behind_the_whole_article() -> None:
    text = "PORTO, May 3 (Reuters) — The yard has sold its tugs.\n\nIt had 14 tugs when the year began."
    assert claim_with("14 tugs", Article(id="a", source="Coast Wire", text=text)).origin == "Reuters"


def test_a_source_line_is_behind_the_whole_article() -> None:
    text = "Tugs sold\n\nThe yard had 14 tugs when the year began.\n\nSource: Reuters"
    assert claim_with("14 tugs", Article(id="a", source="Coast Wire", text=text)).origin == "Reuters"


def test_a_copied_sentence_is_the_earlier_articles() -> None:
    sentence = "The yard at the mouth of the river has sold 14 tugs to a wine merchant in Porto."
    first = Article(id="f", source="Coast Wire", text=sentence, published="2031-05-03T08:00")
    later = Article(id="l", source="Morning Star", text=sentence, published="2031-05-03T18:00")
    report = check([later, first], one_event=True)
    assert {c.origin for c in report.claims if "14 tugs" in c.text} == {"Coast Wire"}


def test_a_quotation_that_two_wrote_down_is_not_copied() -> None:
    words = '"We have sold 14 tugs to a wine merchant in Porto and we shall sell the rest by the summer," she said.'
    first = Article(id="f", source="Coast Wire", text=words, published="2031-05-03T08:00")
    later = Article(id="l", source="Morning Star", text=words, published="2031-05-03T18:00")
    report = check([later, first], one_event=True)
    assert {c.origin for c in report.claims if "14 tugs" in c.text} == {"Coast Wire", "Morning Star"}


def test_a_quotation_beside_a_copied_sentence_is_copied() -> None:
    words = (
        "The yard at the mouth of the river has closed its gates for good, the mayor told a crowd on the quay. "
        '"We have sold 14 tugs to a wine merchant in Porto and we shall sell the rest by the summer," she said.'
    )
    first = Article(id="f", source="Coast Wire", text=words, published="2031-05-03T08:00")
    later = Article(id="l", source="Morning Star", text=words, published="2031-05-03T18:00")
    report = check([later, first], one_event=True)
    assert {c.origin for c in report.claims if "14 tugs" in c.text} == {"Coast Wire"}
