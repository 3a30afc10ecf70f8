"""Findings come in order of weight, with ids in that order, each disagreement once."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from checker.comparing.ordering import drop_doubles, number_findings
from checker.model import Evidence, Finding, Kind, Rule, Severity, Why

RULES = {name: Rule(name, "1", Severity.ERROR, lambda _: iter(()), stake=n) for n, name in enumerate("abc")}


def finding(rule: str, kind: Kind, severity: Severity, start: int = 0, confidence: float = 0.5) -> Finding:
    evidence = tuple(Evidence(article, "text", start, start + 9, "nine char", "9") for article in ("x", "y"))
    return Finding(
        id="",
        fingerprint=f"{rule}{kind}{start}",
        question_key="",
        rule=rule,
        kind=kind,
        severity=severity,
        confidence=confidence,
        question="?",
        message=f"at {start}",
        why=Why((), "", ""),
        origins=("X", "Y"),
        evidence=evidence,
        event="e1",
    )


FINDINGS = st.builds(
    finding,
    st.sampled_from([*"abc", "coverage"]),
    st.sampled_from(list(Kind)),
    st.sampled_from(list(Severity)),
    st.sampled_from([0, 20, 40]),
    st.sampled_from([0.4, 0.9]),
)


@given(st.lists(FINDINGS, max_size=12))
def test_the_order_does_not_depend_on_the_order_given(findings: list[Finding]) -> None:
    numbered = number_findings(findings, RULES)
    assert [f.id for f in numbered] == [f"f{n}" for n in range(1, len(numbered) + 1)]
    ranks = [list(Severity).index(f.severity) for f in numbered]
    assert ranks == sorted(ranks)
    told = [(f.kind, f.message, f.severity) for f in numbered]
    assert told == [(f.kind, f.message, f.severity) for f in number_findings(findings[::-1], RULES)]


def test_what_is_at_stake_and_who_is_surer_come_first() -> None:
    low = finding("c", Kind.CONTRADICTION, Severity.ERROR, 0)
    high = finding("a", Kind.CONTRADICTION, Severity.ERROR, 20)
    surer = finding("a", Kind.CONTRADICTION, Severity.ERROR, 40, confidence=0.9)
    assert [f.evidence[0].start for f in number_findings([low, high, surer], RULES)] == [40, 20, 0]


def test_the_same_words_set_against_each_other_by_two_rules_are_said_once() -> None:
    one = finding("a", Kind.CONTRADICTION, Severity.ERROR)
    assert drop_doubles([one, replace(one, rule="b", fingerprint="other")]) == [one]
    other_kind = replace(one, kind=Kind.FRAMING)
    elsewhere = replace(one, evidence=tuple(replace(e, start=50, end=59) for e in one.evidence))
    assert drop_doubles([one, other_kind, elsewhere]) == [one, other_kind, elsewhere]


def test_what_two_rules_say_in_the_same_words_is_told_twice_where_everything_is_wanted() -> None:
    one = finding("a", Kind.CONTRADICTION, Severity.ERROR)
    twin = replace(one, rule="b", fingerprint="other")
    assert len(number_findings([one, twin], RULES)) == 1
    assert len(number_findings([one, twin], RULES, everything=True)) == 2
