"""What the pages show and record, asked without a browser and without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sample_report import FINDINGS, HARBOUR, empty, lonely, sample
from sample_review import Made, make

DISMISS = {"status": "dismissed", "version": "0", "reason": "a later toll", "assignee": "Ines", "back": "/?kind=update"}


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Made]:
    with make(tmp_path, sample()) as one:
        yield one


def shown(text: str) -> list[str]:
    """The findings on a page of the overview, in order."""
    return re.findall(r'id="item-f-(\w+)" tabindex', text)


def test_the_overview_has_every_finding_in_order_of_weight(made: Made) -> None:
    text = made.client().get("/").text
    assert shown(text) == [finding.id for finding in FINDINGS]
    assert "How many people were killed in the fire?" in text
    assert "At least 21" in text


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("kind=contradiction", "K1 K2"),
        ("severity=note", "U1 S1 S2 S3"),
        ("rule=quotes", "R2"),
        ("origin=the+coast+guard", "K1 U1"),
        ("outlet=Daily+Tide", "K1 K2 R1 S2"),
        ("outlet=Daily+Tide&kind=framing", "R1"),
        ("status=undecided", "K1 K2 R1 R2 U1 X1 S1 S2 S3"),
        ("q=KILLED+coast", "K1 U1"),
        ("q=100%25", ""),
        ("q=_", "K2 S3"),
        ("event=e1&kind=update", "U1"),
        ("kind=nonsense", ""),
        ("page=2", ""),
    ],
)
def test_filters_and_search_live_in_the_address(made: Made, query: str, expected: str) -> None:
    assert sorted(shown(made.client().get(f"/?{query}").text)) == sorted(expected.split())


def test_each_filter_says_how_many_each_of_its_values_lets_pass(made: Made) -> None:
    text = made.client().get("/?kind=contradiction").text
    assert re.search(r'value="contradiction" selected>Contradictions \(2\)', text)
    assert "Framing (2)" in text
    assert "figures (1)" in text


def test_long_lists_come_in_pages(tmp_path: Path) -> None:
    many = tuple(replace(FINDINGS[0], id=f"f{n}", fingerprint=f"{n:04}") for n in range(120))
    with make(tmp_path, replace(sample(), findings=many)) as made:
        client = made.client()
        pages = [re.findall(r'id="item-(\d+)" tabindex', client.get(f"/?page={n}").text) for n in (1, 2, 3)]
        assert [len(page) for page in pages] == [50, 50, 20]
        assert [fingerprint for page in pages for fingerprint in page] == [f.fingerprint for f in many]
        assert 'rel="next" href="/?page=2"' in client.get("/").text


@pytest.mark.parametrize("report", [empty(), lonely()], ids=["empty", "lonely"])
@pytest.mark.parametrize("place", ["/", "/matrix", "/beside", "/articles", "/export/report.html", "/export/matrix.csv"])
def test_reports_with_next_to_nothing_are_shown(tmp_path: Path, report: Any, place: str) -> None:
    with make(tmp_path, report) as made:
        assert made.client().get(place).status_code == 200


def test_what_could_not_be_read_is_said(made: Made) -> None:
    assert "not JSON: Expecting value at line 1" in made.client().get("/").text


def test_a_question_shows_what_is_needed_to_decide_it(made: Made) -> None:
    text = made.client().get("/findings/f-K1").text
    for wanted in (
        "How many people were killed in the fire?",
        "12 lies below the lower bound",  # the difference
        "same predicate or a synonym",  # the levels
        "a later toll by the coast guard",  # what would clear it
        "Figures: counts, money",  # what it is held to
        "In the order of publication",
        "<mark>",
        "14 May 2031",
        "the coast guard",
    ):
        assert wanted in text, wanted


def test_wordings_are_compared_word_by_word(made: Made) -> None:
    text = made.client().get("/findings/f-R2").text
    assert '<em class="apart">[ahead of]</em>' in text
    assert '<em class="apart">[lead in]</em>' in text


def test_a_question_leads_to_its_neighbours_in_the_list(made: Made) -> None:
    text = made.client().get("/findings/f-K2?severity=error").text
    assert 'href="/findings/f-K1?severity=error"' in text
    assert 'id="after"' not in text


def test_a_finding_that_is_not_there_is_not_found(made: Made) -> None:
    assert made.client().get("/findings/f-K9").status_code == 404
    assert made.client().post("/findings/f-K9/decision", data=DISMISS).status_code == 404


def test_the_matrix_is_sorted_by_weight_and_leads_to_words(made: Made) -> None:
    text = made.client().get("/matrix").text
    questions = re.findall(r'<a class="open" href="/findings/f-(\w+)">', text)
    assert questions == ["K1", "K2", "R1", "R2"]
    assert re.search(r'<span class="spoken">does not say</span>', text)
    anchor = re.search(r'href="(/beside\?left=tide&amp;finding=f-K1)#([\w-]+)"', text)
    assert anchor
    assert f'id="{anchor[2]}"' in made.client().get(anchor[1].replace("&amp;", "&")).text


def test_side_by_side_shows_the_two_articles_asked_for_and_what_is_on_both(made: Made) -> None:
    text = made.client().get("/beside?left=nord&right=harbour").text
    assert re.findall(r'<div class="leaf" tabindex="0" role="region" aria-label="([^"]+)"', text) == [
        "Agence Nord",
        "The Harbour Post",
    ]
    assert re.findall(r'<span class="id">(\w+)</span>', text) == ["R1", "R2", "U1"]


def test_each_link_to_words_side_by_side_has_its_words(made: Made) -> None:
    text = made.client().get("/beside?left=tide&right=harbour&everything=true").text
    links = re.findall(r'<a class="words" href="#([\w-]+)"', text)
    assert len(links) > 5
    assert {*links} <= {*re.findall(r'id="([\w-]+)"', text)}
    backwards = re.findall(r'<sup><a href="#([\w-]+)"', text)
    assert {*backwards} <= {*re.findall(r'id="([\w-]+)"', text)}


def test_text_of_articles_is_never_taken_for_markup(tmp_path: Path) -> None:
    evil = '<script>alert(1)</script><img src=x onerror=alert(2)> <a href="javascript:alert(3)">x</a>'
    article = replace(HARBOUR, title=evil, source=evil, text=f"{HARBOUR.text}\n{evil}\n")
    report = sample()
    finding = replace(
        FINDINGS[0], question=evil, message=evil, why=replace(FINDINGS[0].why, difference=evil, clears=evil)
    )
    report = replace(report, articles=(article, *report.articles[1:]), findings=(finding, *FINDINGS[1:]))
    with make(tmp_path, report) as made:
        client = made.client()
        client.post("/findings/f-K1/decision", data={**DISMISS, "reason": evil, "assignee": evil[:90]})
        for place in ("/", "/findings/f-K1", "/matrix", "/beside", "/decisions", "/articles", "/export/report.html"):
            text = client.get(place).text
            assert "<script>alert" not in text, place
            assert "<img" not in text, place
            assert 'href="javascript' not in text, place
        for place in ("/export/annotations.jsonld", "/export/claimreview.jsonld"):
            assert "<script" not in client.get(place).text, place
