"""Every format can write what the engine really gives, headlines beside their texts included."""

from __future__ import annotations

import importlib
import json
from dataclasses import replace

import pytest
from sample_event import ALL

from checker import check
from checker.formats import Options
from checker.model import Report
from checker.registry import find_formats


@pytest.fixture(scope="module")
def report() -> Report:
    return check(ALL, everything=True)


@pytest.mark.parametrize("name", find_formats())
def test_a_report_is_written_the_same_twice(name: str, report: Report) -> None:
    form = find_formats()[name]
    written = form.write(report, Options())
    assert written == form.write(report, Options())
    assert "340" in written


def test_the_json_report_keeps_its_schema(report: Report) -> None:
    module = importlib.import_module("checker.reports.json")
    content = module.read(module.write(report, Options()))
    assert {c["field"] for c in content["claims"]} == {"text", "title"}
    assert [f["id"] for f in content["findings"]] == [f.id for f in report.findings]
    titles = {a["id"]: a["title"] for a in content["articles"]}
    for claim in (c for c in content["claims"] if c["field"] == "title"):
        assert titles[claim["article"]][claim["start"] : claim["end"]] == claim["text"]


def test_words_of_a_headline_are_shown_as_such(report: Report) -> None:
    written = find_formats()["text"].write(report, Options())
    assert "radio:title" in written


def test_text_of_any_kind_is_written_by_every_format() -> None:
    odd = "</script><b>340 workers</b> & co. will lose their jobs, “says” \ud83d `he` | =1+1\u2028\x00."
    articles = [replace(a, text=f"{odd}\n\n{a.text}", source="<A> & “B”", path="a|b <c>.txt") for a in ALL]
    report = check(articles, everything=True)
    for form in find_formats().values():
        written = form.write(report, Options())
        assert "<b>340" not in written or form.name not in ("html",)
    json.loads(find_formats()["json"].write(report, Options()))
