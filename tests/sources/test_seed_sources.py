"""What a report on the seed articles shows of their sources."""

from __future__ import annotations

from pathlib import Path

import pytest

from checker import check, read_paths
from checker.model import Finding, Kind, Report, State

SEEDS = Path(__file__).parents[2] / "seeds"


@pytest.fixture(scope="module")
def report() -> Report:
    reading = read_paths([str(SEEDS)])
    return check(reading.articles, skips=reading.skips, hints=reading.hints, inputs=reading.inputs)


def note(report: Report, rule: str) -> list[Finding]:
    return [f for f in report.findings if f.kind is Kind.CREDIBILITY and f.rule == rule]


@pytest.mark.parametrize("outlet", ["New York Times", "Reuters", "Washington Post", "Digitimes", "CNBC"])
def test_what_another_outlet_reported_first_carries_that_origin(report: Report, outlet: str) -> None:
    assert [c for c in report.claims if c.article.startswith("002") and c.origin == outlet]


def test_the_report_that_an_article_leans_on_is_an_unnamed_source(report: Report) -> None:
    (found,) = note(report, "unnamed_source")
    assert "“the report”" in found.message
    assert {e.article[:3] for e in found.evidence} == {"003"}


def test_articles_that_rest_on_one_man_s_words_have_one_human_source(report: Report) -> None:
    (found,) = [f for f in note(report, "one_human_source") if "Scott Bessent" in f.message]
    assert {e.article[:3] for e in found.evidence} == {"000", "001", "002"}


def test_a_negotiation_that_one_side_tells_is_noted(report: Report) -> None:
    assert {e.article[:3] for f in note(report, "one_sided") for e in f.evidence} == {"002"}


def test_residue_and_what_is_missing_are_indicators(report: Report) -> None:
    checks = {c.article[:3]: c.indicators for s in report.sources for c in s.checklists}
    assert {"byline", "date", "outlet"} <= {i.id for i in checks["000"] if i.state is State.MISSING}
    residue = [e.text for i in checks["003"] if i.id == "residue" and i.state is State.CONCERN for e in i.evidence]
    assert any("focus keyphrase" in words for words in residue)
