"""The checklist of an article: what its page has and lacks, with the words, and never a number."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Indicator, State

WHOLE = Article(
    id="whole",
    source="Coast Wire",
    title="Pier at Port Ellery to close in June",
    published="2031-05-03T12:00",
    authors=("Ada Reed",),
    text=(
        "Pier at Port Ellery to close in June\n\nBy Ada Reed\n\nPORT ELLERY, May 3 (Coast Wire) — The old pier at Port "
        "Ellery will close in June, Mayor Ines Duarte said. “The piles have rotted through and through,” she said. The "
        "harbour office's survey found that 14 piles were rotten.\n\n"
        "Correction: an earlier version of this article gave the wrong month."
    ),
)
BARE = Article(
    id="bare",
    text=(
        "The pier is a shocking disgrace.. It will close.. for good. with the focus keyphrase pier closure at top.. "
        "The report says so.. The council. despite doubts. has agreed. to that. in the end."
    ),
)


def checklist(article: Article, *others: Article) -> dict[str, Indicator]:
    report = check([article, *others], one_event=True)
    found = [c for s in report.sources for c in s.checklists if c.article == article.id]
    return {i.id: i for i in reversed(found[0].indicators)}


@pytest.mark.parametrize(
    "name", ["byline", "outlet", "dateline", "date", "correction", "sources", "documents", "headline"]
)
def test_a_page_that_has_all_is_said_to_have_it(name: str) -> None:
    assert checklist(WHOLE)[name].state is State.FOUND


@pytest.mark.parametrize("name", ["byline", "outlet", "dateline", "date"])
def test_what_a_page_lacks_is_missing(name: str) -> None:
    assert checklist(BARE)[name].state is State.MISSING


def test_a_page_without_author_and_date_is_to_be_looked_at() -> None:
    assert checklist(BARE)["anonymous"].state is State.CONCERN
    assert "anonymous" not in checklist(WHOLE)


def test_a_leftover_prompt_is_shown_with_its_words() -> None:
    residue = checklist(BARE)["residue"]
    assert residue.state is State.CONCERN
    assert "focus keyphrase" in residue.evidence[0].text


def test_broken_punctuation_is_counted() -> None:
    report = check([BARE])
    details = [i.detail for s in report.sources for c in s.checklists for i in c.indicators if i.id == "residue"]
    assert any("doubled full stops" in detail for detail in details)


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. and the U.K. agreed to meet... and then they did not. Mr. Reed left. It rained.",
        "She trained as a lawyer. he said so. The focus of the keynote was the phrase.",
        "The company's todo list is long.",
    ],
)
def test_ordinary_text_has_no_residue(text: str) -> None:
    assert checklist(Article(id="a", text=text))["residue"].state is State.NONE


def test_loaded_words_count_outside_quotations_alone() -> None:
    assert checklist(BARE)["loaded"].state is State.CONCERN
    quoted = Article(id="a", text="“It is a shocking disgrace and a scandalous fiasco,” Ada Reed said.")
    assert checklist(quoted)["loaded"].state is State.NONE


def test_a_figure_in_the_headline_that_the_text_lacks_is_to_be_looked_at() -> None:
    article = Article(id="a", title="Fire kills 12 at Port Ellery", text="A fire broke out at Port Ellery on Monday.")
    assert checklist(article)["headline"].state is State.CONCERN


def test_a_label_says_that_it_is_no_news_report() -> None:
    paid = Article(id="a", text="Sponsored content\n\nThe new pier at Port Ellery is the best in the land.")
    own = Article(id="b", text="OPINION\n\nThe pier at Port Ellery has to go, and soon.")
    assert "paid for" in checklist(paid)["label"].detail
    assert "comment" in checklist(own)["label"].detail


def test_a_quotation_that_another_article_has_is_found_there() -> None:
    words = "“The piles have rotted through and through,” Mayor Ines Duarte said on Monday."
    other = Article(id="o", source="Daily Post", text=f"The pier at Port Ellery closes. {words}")
    found = checklist(WHOLE, other)["quotations"]
    assert (found.state, found.detail) == (State.FOUND, "1 of 1, in Daily Post")


def test_every_indicator_names_its_criteria_and_cites_exactly() -> None:
    apart = Article(
        id="t", title="Pier to close, says Ada Reed", text="Ada Reed said the old pier would close in June."
    )
    for article in (WHOLE, BARE, apart):
        for indicator in checklist(article).values():
            assert indicator.criteria
            for evidence in indicator.evidence:
                field = article.title or "" if evidence.field == "title" else article.text
                assert field[evidence.start : evidence.end] == evidence.text
                assert len(evidence.text) <= 200
