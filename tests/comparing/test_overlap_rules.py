"""What two rules say of the same words is told once, and on request twice."""

from __future__ import annotations

from checker.comparing.overlap import drop_repeated
from checker.model import Evidence, Finding, Kind, Severity, Why


def finding(rule: str, kind: Kind, spans: dict[str, tuple[int, int]], difference: str) -> Finding:
    """A finding on one passage of each article."""
    return Finding(
        id="",
        fingerprint=rule,
        question_key=rule,
        rule=rule,
        kind=kind,
        severity=Severity.WARNING,
        confidence=0.9,
        question="?",
        message="",
        why=Why((), difference, ""),
        origins=("A", "B"),
        evidence=tuple(Evidence(a, "text", start, end, "", "") for a, (start, end) in spans.items()),
    )


def rules(findings: list[Finding], *, everything: bool = False) -> list[str]:
    return [f.rule for f in drop_repeated(findings, everything=everything)]


STATE = finding("state", Kind.CONTRADICTION, {"a": (10, 40), "b": (0, 30)}, "“reopen” beside “remain shut”")


def test_the_louder_of_two_that_read_the_same_words_is_told() -> None:
    tone = finding("tone", Kind.FRAMING, {"a": (12, 30), "b": (5, 28)}, "“will reopen” beside “shut”: far apart")
    assert rules([tone, STATE]) == ["state"]
    assert rules([tone, STATE], everything=True) == ["tone", "state"]


def test_other_words_of_the_same_passages_are_another_disagreement() -> None:
    figures = finding("figures", Kind.CONTRADICTION, {"a": (10, 40), "b": (0, 30)}, "“40 lorries” beside “14 lorries”")
    assert rules([STATE, figures]) == ["state", "figures"]


def test_the_same_words_of_other_passages_are_another_disagreement() -> None:
    outcome = finding("outcome", Kind.CONTRADICTION, {"a": (10, 40), "c": (0, 30)}, "“reopen” beside “remain shut”")
    assert rules([STATE, outcome]) == ["state", "outcome"]


TOLD = finding("wording", Kind.CONTRADICTION, {"a": (10, 40), "b": (0, 30)}, "“Osaka” beside “Kyoto”")


def test_a_quieter_finding_on_other_words_leaves_a_contradiction_of_whole_sentences_standing() -> None:
    tone = finding("tone", Kind.FRAMING, {"a": (12, 30), "b": (5, 28)}, "“fiasco” beside “setback”: far apart")
    assert rules([tone, TOLD]) == ["tone", "wording"]


def test_a_quieter_finding_on_the_same_words_says_it_better() -> None:
    place = finding("place", Kind.FRAMING, {"a": (12, 30), "b": (5, 28)}, "“in Osaka” beside “in Kyoto”: rounded")
    assert rules([place, TOLD]) == ["place"]
