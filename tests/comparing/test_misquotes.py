"""Quotations of one utterance in other words: one finding each, with the words of every article."""

from __future__ import annotations

from collections.abc import Sequence

from checker import Article, check
from checker.config import Config
from checker.model import Finding, Kind

NORTH = '"We are sending two boats to the northern island with blankets and diesel," the harbour office said.'
SOUTH = 'A statement promised help: "We are sending two boats to the southern island with blankets and diesel."'
BOTH = f"{NORTH} It had said before: {SOUTH}"


def find(*texts: str) -> list[Finding]:
    articles = [Article(f"{n}", text, source=f"Paper {n}") for n, text in enumerate(texts)]
    report = check(articles, one_event=True, config=Config(select=("quotes",)))
    return [f for f in report.findings if f.kind in (Kind.CONTRADICTION, Kind.FRAMING)]


def cited(finding: Finding) -> Sequence[str]:
    return [e.article for e in finding.evidence]


def test_the_words_that_differ_are_cited_from_every_article() -> None:
    (finding,) = find(NORTH, SOUTH, NORTH)
    assert finding.kind is Kind.CONTRADICTION
    assert cited(finding) == ["0", "1", "2"]
    assert "northern" in finding.message
    assert "southern" in finding.message
    assert all(e.text in (NORTH, SOUTH)[e.article == "1"] for e in finding.evidence)


def test_an_article_that_has_both_is_set_against_none() -> None:
    assert find(BOTH, NORTH, SOUTH) != []
    assert all("0" not in cited(finding) for finding in find(BOTH, NORTH, SOUTH))
    assert find(BOTH, NORTH) == []


def test_the_order_of_the_articles_changes_no_fingerprint() -> None:
    (one,), (other,) = find(NORTH, SOUTH), find(SOUTH, NORTH)
    assert one.fingerprint == other.fingerprint
    assert one.question_key == other.question_key


def test_a_long_sentence_is_cited_where_it_differs() -> None:
    opening = "When the storm came up that night and every line was down and nobody in the town could hear the others, "
    rest = "we decided on the quay to send two boats to the {} island with all our blankets, our diesel and our bread, "
    end = "and to follow with the third as soon as the wind would let us out of the narrow mouth of the old harbour"
    one, other = (f'"{opening}{rest.format(which)}{end}," Ida Marsh said.' for which in ("northern", "southern"))
    (finding,) = find(one, other)
    assert all(len(e.text) <= 200 for e in finding.evidence)
    assert ["northern" in e.text or "southern" in e.text for e in finding.evidence] == [True, True]


def test_nothing_is_found_where_the_rule_is_off() -> None:
    articles = [Article("0", NORTH), Article("1", SOUTH)]
    report = check(articles, one_event=True, config=Config(select=("figures",)))
    assert not [f for f in report.findings if f.rule == "quotes"]
