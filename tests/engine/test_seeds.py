"""What a report on the seed articles must show, and what it must not."""

from __future__ import annotations

import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from checker import check, read_paths
from checker.formats import Options
from checker.model import Finding, Kind, Report
from checker.registry import find_formats

SEEDS = Path(__file__).parents[2] / "seeds"
DIFFERENCES = (Kind.CONTRADICTION, Kind.FRAMING, Kind.UPDATE)


@pytest.fixture(scope="module")
def report() -> Report:
    reading = read_paths([str(SEEDS)])
    return check(reading.articles, skips=reading.skips, hints=reading.hints, inputs=reading.inputs)


def cites(finding: Finding, article: str, words: str) -> bool:
    return any(e.article.startswith(article) and words in e.text for e in finding.evidence)


DIFFERING = {
    "reached beside conditional": ("004", "agreed to", "002", "If the talks proceed"),
    "formal agreement beside a starting point": ("004", "Formal agreement reached", "001", "starting point"),
    "first of a term beside earlier talks": ("002", "first formal", "003", "prior AI security talks"),
    "who announced it": ("002", "Bessent", "004", "Ministry of Foreign Affairs"),
    "said during beside said after": ("001", "during President", "002", "Speaking after"),
    "two wordings of the lead": ("002", "We are in the lead", "000", "We talk because we are ahead"),
    "gonna beside going to": ("001", "gonna start talking", "002", "are going to start talking"),
    "tightened beside cleared": ("000", "intensifying export restrictions", "001", "cleared sales"),
    "broad beside narrow": ("004", "regulatory standards", "001", "narrow and technical"),
    "open point beside closed": ("001", "live negotiation point", "002", "not on reopening"),
    "a lasting lead beside a narrowing one": ("000", "maintains a significant lead", "001", "not permanent"),
}


@pytest.mark.parametrize("name", DIFFERING)
def test_the_report_sets_against_each_other(report: Report, name: str) -> None:
    one, words, other, others = DIFFERING[name]
    assert [f for f in report.findings if f.kind in DIFFERENCES and cites(f, one, words) and cites(f, other, others)]


@pytest.mark.parametrize(("article", "words"), [("001", "Huang joined")])
def test_what_one_origin_alone_says_is_noted(report: Report, article: str, words: str) -> None:
    assert [f for f in report.findings if f.kind is Kind.SINGLE_SOURCE and cites(f, article, words)]


@pytest.mark.parametrize("words", ["two day", "two-day", "non state", "nonstate"])
def test_what_two_carry_is_not_called_single_source(report: Report, words: str) -> None:
    alone = [f for f in report.findings if f.kind is Kind.SINGLE_SOURCE]
    assert not [f for f in alone if f.rule != "reported" and any(words in e.text for e in f.evidence)]


def test_a_first_with_a_narrower_scope_contradicts_nothing(report: Report) -> None:
    assert not [f for f in report.findings if f.kind is Kind.CONTRADICTION and f.rule == "first_framing"]


def test_the_seeds_are_one_event_and_cite_exact_words(report: Report) -> None:
    assert [len(event.articles) for event in report.events] == [5]
    texts = {a.id: a.text for a in report.articles}
    for evidence in (e for f in report.findings for e in f.evidence):
        assert texts[evidence.article][evidence.start : evidence.end] == evidence.text


def test_no_citation_begins_or_ends_inside_a_word(report: Report) -> None:
    texts = {a.id: a.text for a in report.articles}
    for evidence in (e for f in report.findings for e in f.evidence):
        text = texts[evidence.article]
        assert not text[max(0, evidence.start - 1) : evidence.start + 1].isalnum() or evidence.start == 0
        assert evidence.end == len(text) or not text[evidence.end - 1 : evidence.end + 1].isalnum()


WRITER = """
import hashlib, sys
from checker import check, read_paths
from checker.formats import Options
from checker.registry import find_formats
reading = read_paths([sys.argv[1]])
report = check(reading.articles, skips=reading.skips, hints=reading.hints, inputs=reading.inputs)
for name, form in find_formats().items():
    print(name, hashlib.sha256(form.write(report, Options()).encode("utf-8", "replace")).hexdigest())
"""


@pytest.mark.slow
def test_a_fresh_process_writes_the_same_bytes_as_one_that_did_much_before(report: Report) -> None:
    """Sets have another order there: each process has its own seed for hashes, unless the environment gives it."""
    seed = "31" if os.environ.get("PYTHONHASHSEED") != "31" else "0"
    written = subprocess.run(
        [sys.executable, "-c", WRITER, str(SEEDS)],
        check=True,
        capture_output=True,
        text=True,
        cwd=SEEDS.parent,
        env={**os.environ, "PYTHONHASHSEED": seed},
    ).stdout.splitlines()
    here = {name: form.write(report, Options()).encode("utf-8", "replace") for name, form in find_formats().items()}
    assert written == [f"{name} {sha256(content).hexdigest()}" for name, content in here.items()]
    assert {"html", "json"} <= here.keys()
