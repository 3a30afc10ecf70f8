"""What is known of findings decides whether they stand in the way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from checker.gate.baseline import Baseline, find_gone, read_baseline, record_findings, write_baseline
from checker.gate.comments import read_comments
from checker.gate.decisions import scan_decisions, write_decisions
from checker.gate.matching import absolute_paths
from checker.gate.places import Locator
from checker.gate.settling import settle
from checker.model import (
    Article,
    Decision,
    DecisionStatus,
    Disposition,
    Event,
    Evidence,
    Finding,
    Kind,
    Outcome,
    Report,
    Result,
    Severity,
    Why,
)

NEW, OLD = "It carried 142.\n", "It carried 124.\n"
DISMISSED = DecisionStatus.DISMISSED
TODAY = date(2031, 5, 20)


def finding(*values: str, question: str = "k1", rule: str = "figures", kind: Kind = Kind.CONTRADICTION) -> Finding:
    evidence = tuple(
        Evidence(article, "text", 11, 14, text, value)
        for article, text, value in zip(("new", "old"), ("142", "124"), values, strict=False)
    )
    return Finding(
        id="f1",
        fingerprint=f"{rule}:{question}:{'-'.join(values)}",
        question_key=question,
        rule=rule,
        kind=kind,
        severity=Severity.ERROR,
        confidence=0.9,
        question="how many were on board?",
        message="",
        why=Why((), "", ""),
        origins=(),
        evidence=evidence,
        answers=tuple((value,) for value in values),
    )


def outcome(root: Path, *findings: Finding, text: str = NEW) -> Outcome:
    """The outcome of a check of ``new.md`` against ``old.md``, both in the folder."""
    articles = []
    for name, words in (("new", text), ("old", OLD)):
        (root / f"{name}.md").write_text(words, encoding="utf-8")
        articles.append(Article(name, words, source=name.title(), path=str(root / f"{name}.md")))
    report = Report(tuple(articles), (Event("e1", "", ("new", "old")),), (), (), findings, ())
    locator = Locator(report, str(root))
    at = text.index("142")
    results = []
    for one in findings:
        own = replace(one.evidence[0], start=at, end=at + 3)
        related = tuple(locator.place(e, one.rule) for e in one.evidence[1:])
        results.append(Result(one, locator.place(own, one.rule), related))
    return Outcome(report, tuple(results), ("new",), str(root))


def decision(of: Finding, status: DecisionStatus = DISMISSED, reason: str = "counted otherwise") -> Decision:
    values = tuple(sorted({value for answer in of.answers for value in answer}))
    articles = ("new.md", "old.md")
    return Decision(of.fingerprint, of.question_key, of.rule, status, reason, values=values, articles=articles)


def settled(root: Path, before: Outcome, *decisions: Decision, today: date | None = TODAY) -> Outcome:
    path = root / "checker-decisions.jsonl"
    write_decisions(path, decisions)
    return settle(before, decisions=scan_decisions(path), today=today)


def faults(after: Outcome) -> list[tuple[str, str, int]]:
    return [
        (r.finding.why.difference, r.place.path, r.place.line)
        for r in after.results
        if r.finding.rule == "suppressions"
    ]


@pytest.mark.parametrize("status", list(DecisionStatus))
def test_a_decision_silences_its_finding_or_is_told_with_it(tmp_path: Path, status: DecisionStatus) -> None:
    one = finding("142", "124")
    made = decision(one, status)
    result = settled(tmp_path, outcome(tmp_path, one), made).results[0]
    if status.silences:
        assert result.disposition is Disposition.SUPPRESSED
        assert result.suppression is not None
        assert (result.suppression.kind, result.suppression.justification) == ("external", "counted otherwise")
        assert result.suppression.decision == made
    else:
        assert (result.disposition, result.suppression, result.earlier) == (Disposition.OPEN, None, made)


def test_the_question_with_other_answers_is_open_again_and_says_what_was_decided(tmp_path: Path) -> None:
    made = decision(finding("142", "421"))
    after = settled(tmp_path, outcome(tmp_path, finding("142", "124")), made)
    assert (after.results[0].disposition, after.results[0].earlier) == (Disposition.OPEN, made)
    assert faults(after) == []


def test_another_telling_of_a_decided_answer_is_no_other_answer(tmp_path: Path) -> None:
    made = replace(decision(finding("142", "124")), fingerprint="of the telling that stood for it then")
    told = replace(finding("142", "124"), answers=(("142",), ("124", "some 120")))
    assert settled(tmp_path, outcome(tmp_path, told), made).results[0].disposition is Disposition.SUPPRESSED


def test_of_the_same_values_under_another_question_only_one_on_the_same_article_is_known(tmp_path: Path) -> None:
    made = replace(decision(finding("142", "124", question="k2")), articles=("new.md",))
    before = outcome(tmp_path, finding("142", "124"))
    assert settled(tmp_path, before, made).results[0].disposition is Disposition.SUPPRESSED
    for other in (replace(made, articles=("else.md",)), replace(made, articles=()), replace(made, rule="place")):
        assert settled(tmp_path, before, other).results[0].disposition is Disposition.OPEN


def test_articles_are_known_through_links(tmp_path: Path) -> None:
    (tmp_path / "desk").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "desk")
    made = replace(decision(finding("142", "124", question="k2")), articles=("new.md",))
    before = outcome(tmp_path / "link", finding("142", "124"))
    assert settled(tmp_path / "desk", before, made).results[0].disposition is Disposition.SUPPRESSED


def test_a_decision_that_its_own_finding_has_is_taken_for_no_other(tmp_path: Path) -> None:
    own, other = finding("142", "124", question="k2"), finding("142", "124")
    after = settled(tmp_path, outcome(tmp_path, own, other), decision(own))
    assert [r.disposition for r in after.results] == [Disposition.SUPPRESSED, Disposition.OPEN]


def test_an_expired_decision_is_a_result_and_its_finding_open(tmp_path: Path) -> None:
    one = finding("142", "124")
    made = replace(decision(one), expires=date(2031, 5, 19))
    after = settled(tmp_path, outcome(tmp_path, one), made)
    assert (after.results[0].disposition, after.results[0].earlier) == (Disposition.OPEN, made)
    assert faults(after) == [("expired", "checker-decisions.jsonl", 1)]
    on_its_day = settled(tmp_path, outcome(tmp_path, one), made, today=date(2031, 5, 19))
    assert on_its_day.results[0].disposition is Disposition.SUPPRESSED


def test_without_a_day_no_decision_expires_and_that_is_said(tmp_path: Path) -> None:
    one = finding("142", "124")
    after = settled(tmp_path, outcome(tmp_path, one), replace(decision(one), expires=date(1999, 1, 1)), today=None)
    assert after.results[0].disposition is Disposition.SUPPRESSED
    assert ["--today" in remark for remark in after.remarks] == [True]


def test_without_a_reason_nothing_is_silenced(tmp_path: Path) -> None:
    one = finding("142", "124")
    after = settled(tmp_path, outcome(tmp_path, one), decision(one, reason=" "))
    assert after.results[0].disposition is Disposition.OPEN
    assert faults(after) == [("reasonless", "checker-decisions.jsonl", 1)]


def test_a_decision_is_of_no_use_when_its_articles_are_here_and_its_finding_is_not(tmp_path: Path) -> None:
    made = decision(finding("142", "124"))
    assert faults(settled(tmp_path, outcome(tmp_path), made)) == [("unused", "checker-decisions.jsonl", 1)]
    (tmp_path / "third.md").write_text("It carried 7.\n")
    for elsewhere in (
        replace(made, articles=("new.md", "third.md")),  # one of them was not compared
        replace(made, articles=("old.md",)),  # of the archive alone
        replace(made, articles=()),
    ):
        assert faults(settled(tmp_path, outcome(tmp_path), elsewhere)) == []


def test_a_line_that_is_no_decision_is_a_result(tmp_path: Path) -> None:
    path = tmp_path / "checker-decisions.jsonl"
    path.write_text("\n{oh\n", encoding="utf-8")
    after = settle(outcome(tmp_path), decisions=scan_decisions(path))
    assert faults(after) == [("invalid", "checker-decisions.jsonl", 2)]
    assert after.results[0].place.snippet == "{oh"


def commented(tmp_path: Path, comment: str, *, ran: Sequence[str] | None = None) -> Outcome:
    before = outcome(tmp_path, finding("142", "124"), text=f"{comment}\n{NEW}")
    articles = before.report.articles[:1]
    return settle(before, comments=read_comments(articles, known=["figures", "place"], root=str(tmp_path)), ran=ran)


def test_a_comment_silences_what_follows_it(tmp_path: Path) -> None:
    result = commented(tmp_path, "<!-- checker: ignore-next[figures] -- the crew too -->").results[0]
    assert result.disposition is Disposition.SUPPRESSED
    assert result.suppression is not None
    assert (result.suppression.kind, result.suppression.justification) == ("in-source", "the crew too")


@pytest.mark.parametrize(
    ("comment", "fault"),
    [
        ("checker: ignore-next[figures]", "reasonless"),
        ("checker: ignore-next[place] -- so", "unused"),
        ("checker: ignore-net[figures] -- so", "invalid"),
    ],
)
def test_a_comment_that_does_not_silence_is_a_result(tmp_path: Path, comment: str, fault: str) -> None:
    after = commented(tmp_path, f"<!-- {comment} -->")
    assert (fault, "new.md", 1) in faults(after)
    assert after.results[0].disposition is Disposition.OPEN
    assert {r.finding.severity for r in after.results[1:]} == {Severity.WARNING}


def test_a_comment_for_rules_that_did_not_run_is_not_called_unused(tmp_path: Path) -> None:
    assert faults(commented(tmp_path, "<!-- checker: ignore-next[place] -- so -->", ran=["figures"])) == []


def test_a_comment_in_an_article_that_nothing_was_compared_with_is_not_called_unused(tmp_path: Path) -> None:
    before = outcome(tmp_path, text=f"<!-- checker: ignore-next -- so -->\n{NEW}")
    alone = replace(before, report=replace(before.report, events=(Event("e1", "", ("new",)),)))
    comments = read_comments(alone.report.articles[:1], known=["figures"], root=str(tmp_path))
    assert faults(settle(alone, comments=comments)) == []
    assert len(faults(settle(before, comments=comments))) == 1


def baseline(root: Path, *findings: Finding) -> Baseline:
    path = root / "checker-baseline.jsonl"
    write_baseline(path, record_findings(findings, absolute_paths(outcome(root).report), root))
    return read_baseline(path)


def test_what_is_in_the_baseline_is_known_and_other_answers_are_not(tmp_path: Path) -> None:
    known = baseline(tmp_path, finding("142", "124"))
    one, other = finding("142", "124"), finding("142", "421")
    after = settle(outcome(tmp_path, one, other), baseline=known)
    assert [r.disposition for r in after.results] == [Disposition.KNOWN, Disposition.OPEN]


def test_a_decision_goes_before_the_baseline(tmp_path: Path) -> None:
    one = finding("142", "124")
    path = tmp_path / "d.jsonl"
    write_decisions(path, [decision(one)])
    after = settle(outcome(tmp_path, one), decisions=scan_decisions(path), baseline=baseline(tmp_path, one))
    assert after.results[0].disposition is Disposition.SUPPRESSED


def test_an_entry_is_gone_when_its_articles_are_here_or_nowhere_and_its_finding_is_not(tmp_path: Path) -> None:
    kept, gone = finding("142", "124"), finding("7", "9", question="k2")
    known = baseline(tmp_path, kept, gone)
    report = outcome(tmp_path, kept).report
    assert [entry.question_key for entry in find_gone(known, report, absolute_paths(report))] == ["k2"]
    alone = replace(report, articles=report.articles[:1])
    assert find_gone(known, alone, absolute_paths(alone)) == ()
    (tmp_path / "old.md").unlink()
    assert [entry.question_key for entry in find_gone(known, alone, absolute_paths(alone))] == ["k2"]


def test_a_note_beyond_the_limit_is_not_called_gone(tmp_path: Path) -> None:
    known = baseline(tmp_path, finding("7", kind=Kind.SINGLE_SOURCE))
    report = outcome(tmp_path).report
    assert len(find_gone(known, report, absolute_paths(report))) == 1
    assert find_gone(known, replace(report, left_out=1), absolute_paths(report)) == ()


def test_the_worst_results_stay_first(tmp_path: Path) -> None:
    (tmp_path / "d.jsonl").write_text("x\n")
    note = replace(finding("1", "2"), severity=Severity.NOTE)
    after = settle(outcome(tmp_path, finding("142", "124"), note), decisions=scan_decisions(tmp_path / "d.jsonl"))
    assert [r.finding.severity.value for r in after.results] == ["error", "warning", "note"]
