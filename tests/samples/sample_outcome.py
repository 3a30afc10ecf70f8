"""The outcome of a check with characters that formats get wrong: beyond ASCII, beyond the BMP, and their own marks."""

from __future__ import annotations

from dataclasses import replace

from checker.gate.phrasing import say
from checker.gate.places import Locator
from checker.model import (
    Article,
    Claim,
    Disposition,
    Evidence,
    Finding,
    Input,
    InputStatus,
    Kind,
    Outcome,
    Report,
    Result,
    Severity,
    Suppression,
    Why,
)

ROOT = "/desk"
NEW = Article(
    "new",
    "Ferry aground\r\n\r\nThe café 😀 ferry carried 142 people [sic], 50% more: a record, they say.\r\nIt sank.\r\n",
    source="Harbour, Post: café 😀",
    path="/desk/drafts/ferry café 😀.md",
)
OLD = Article(
    "old", "Ferry\n\nOn board: 124 people | café 😀.\n", source="Coast [Wire]", path="/desk/archive/coast.txt"
)
PAGE = Article("page", "A page said 124 people.", source=None, path="/elsewhere/page.pdf")


def cite(article: Article, words: str, value: str) -> Evidence:
    """Evidence of the words, at their first place in the article."""
    start = article.text.index(words)
    return Evidence(article.id, "text", start, start + len(words), words, value)


CONTRADICTION = Finding(
    id="f1",
    fingerprint="00000000000000f1",
    question_key="00000000000000q1",
    rule="figures",
    kind=Kind.CONTRADICTION,
    severity=Severity.ERROR,
    confidence=0.8765,
    question="how many were on board",
    message="142 people (Harbour Post) beside 124 people (Coast Wire)",
    why=Why((), "142 is not 124", "ask which answer holds"),
    origins=("Coast Wire", "Harbour Post"),
    evidence=(
        cite(NEW, "The café 😀 ferry carried 142 people [sic], 50% more", "142"),
        cite(OLD, "124 people | café 😀", "124"),
        cite(PAGE, "124 people", "124"),
    ),
)
FRAMING = replace(
    CONTRADICTION,
    id="f2",
    fingerprint="00000000000000f2",
    rule="first_framing",
    kind=Kind.FRAMING,
    severity=Severity.WARNING,
    question="a record of what",
    evidence=(cite(NEW, "a record", "record"), cite(OLD, "On board", "none")),
)
NOTE = replace(
    CONTRADICTION,
    id="f3",
    fingerprint="00000000000000f3",
    rule="figures",
    kind=Kind.SINGLE_SOURCE,
    severity=Severity.NOTE,
    message="“It sank”: only café 😀 is behind this",
    evidence=(cite(NEW, "It sank", "sank"),),
)
UNMEASURED = replace(
    CONTRADICTION,
    id="f4",
    fingerprint="00000000000000f4",
    rule="coverage",
    kind=Kind.UNMEASURED,
    severity=Severity.WARNING,
    message="Harbour Post was compared with nothing: no other article here is about the same event",
    evidence=(cite(NEW, "Ferry aground", ""),),
)
ALL = (CONTRADICTION, FRAMING, NOTE, UNMEASURED)
HINT = "check the figure: 100% of it, [really]"


def make_outcome(*findings: Finding, unread: bool = False, claims: tuple[Claim, ...] = ()) -> Outcome:
    """An outcome with a result for each finding, all open."""
    inputs: tuple[Input, ...] = (Input("drafts/ferry café 😀.md", InputStatus.READ),)
    if unread:
        inputs += (Input("archive/broken.pdf", InputStatus.UNREADABLE, "cannot be opened: café 😀, 50%"),)
    report = Report((NEW, OLD, PAGE), (), claims, (), findings, (), inputs=inputs)
    locator = Locator(report, ROOT)
    results = []
    for finding in findings:
        place, *related = (locator.place(evidence, finding.rule) for evidence in finding.evidence)
        results.append(Result(finding, place, tuple(related), HINT, message=say(finding, place, related)))
    return Outcome(report, tuple(results), ("new",), ROOT)


def suppress(outcome: Outcome, number: int, kind: str = "in-source", why: str = "the café 😀 counted crew") -> Outcome:
    """The outcome with one result suppressed."""
    results = list(outcome.results)
    results[number] = replace(results[number], disposition=Disposition.SUPPRESSED, suppression=Suppression(kind, why))
    return replace(outcome, results=tuple(results))


def know(outcome: Outcome, number: int) -> Outcome:
    """The outcome with one result known from the baseline."""
    results = list(outcome.results)
    results[number] = replace(results[number], disposition=Disposition.KNOWN)
    return replace(outcome, results=tuple(results))
