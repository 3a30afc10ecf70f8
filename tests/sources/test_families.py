"""Outlets of one newsroom are one origin, unless the configuration knows better."""

from __future__ import annotations

import pytest

from checker import Article, Report, check
from checker.config import read_config


def report(one: str, other: str, **sources: object) -> Report:
    articles = [
        Article(id="a", source=one, text="The yard at Port Ellery sold 14 tugs in May, Ada Reed said."),
        Article(id="b", source=other, text="In May the harbour sold 14 old tugs for scrap."),
    ]
    return check(articles, one_event=True, config=read_config({"sources": sources}) if sources else None)


def origins(found: Report) -> set[str]:
    return {claim.origin for claim in found.claims}


@pytest.mark.parametrize(("one", "other"), [("NBC News", "CNBC"), ("The Guardian", "The Observer")])
def test_outlets_of_one_family_are_one_origin_and_the_ledger_says_so(one: str, other: str) -> None:
    found = report(one, other)
    assert len(origins(found)) == 1
    assert any("table of families" in m.reason for q in found.questions if q.ledger for m in q.ledger.merges)


def test_outlets_of_two_families_are_two_origins() -> None:
    assert origins(report("NBC News", "The Guardian")) == {"NBC News", "The Guardian"}


def test_the_configuration_goes_over_the_table() -> None:
    assert len(origins(report("NBC News", "CNBC", CNBC={"owner": "Another Group"}))) == 2
