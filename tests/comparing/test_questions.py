"""From links to questions, from questions to findings: every claim once, every disagreement once."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sample_claims import RULE, claim

from checker.comparing.findings import QUOTED, _trim, state_differences
from checker.comparing.fingerprints import LENGTH, fingerprint, key_question
from checker.comparing.questions import Linked, ask_questions
from checker.linking.answers import Compared
from checker.linking.score import Link
from checker.model import Article, Claim, Kind, QuestionStatus, Relation, Severity, Verdict

ARTICLES = {name: Article(name, "", source=name.title()) for name in ("wire", "daily", "radio", "post")}


def linked(one: Claim, other: Claim, relation: Relation, score: float = 0.8) -> Compared:
    return Compared(Link(one, other, score, (("heads", 1.0),)), Verdict(relation, "because"))


def ask(claims: list[Claim], *compared: Compared) -> list[Linked]:
    agreeing = [c for c in compared if c.agrees]
    differing = [c for c in compared if not c.agrees]
    return ask_questions(claims, agreeing, differing, {c.id: n for n, c in enumerate(claims)})


RELATIONS = st.sampled_from([Relation.AGREE, Relation.COMPATIBLE, Relation.CONTRADICT, Relation.FRAMING])


@given(st.lists(st.tuples(st.integers(0, 7), st.integers(0, 7), RELATIONS), max_size=14))
def test_every_claim_is_in_one_question_and_no_answer_holds_what_differs(
    edges: list[tuple[int, int, Relation]],
) -> None:
    names = list(ARTICLES)
    claims = [claim(names[n % 4], f"{n + 20} workers") for n in range(8)]
    chosen = {frozenset((a, b)): r for a, b, r in edges if a != b}
    compared = [linked(claims[min(pair)], claims[max(pair)], r) for pair, r in chosen.items()]
    questions = ask(claims, *compared)
    assert sorted(c.id for q in questions for c in q.claims) == sorted(c.id for c in claims)
    for item in (c for c in compared if not c.agrees):
        for question in questions:
            for group in question.groups:
                assert not {item.link.one.id, item.link.other.id} <= {c.id for c in group.claims}


@pytest.mark.parametrize(
    ("relation", "status"),
    [
        (Relation.CONTRADICT, QuestionStatus.CONFLICT),
        (Relation.UPDATE, QuestionStatus.UPDATE),
        (Relation.FRAMING, QuestionStatus.FRAMING),
    ],
)
def test_what_differs_gives_a_question_its_status(relation: Relation, status: QuestionStatus) -> None:
    one, other = claim("wire", "340 workers"), claim("daily", "430 workers")
    (question,) = ask([one, other], linked(one, other, relation))
    assert question.status(2) is status
    assert len(question.groups) == 2


def test_agreement_is_corroborated_by_independent_origins_alone() -> None:
    one, other = claim("wire", "340 workers"), claim("daily", "340 workers")
    (question,) = ask([one, other], linked(one, other, Relation.AGREE))
    assert question.status(2) is QuestionStatus.CORROBORATED
    assert question.status(1) is QuestionStatus.SINGLE_SOURCE
    assert question.groups[0].articles == {"wire", "daily"}


def test_a_finding_cites_every_answer_and_counts_all_origins() -> None:
    one, same, other = claim("wire", "340 workers"), claim("radio", "340 workers"), claim("daily", "430 workers")
    claims = [one, same, other]
    (question,) = ask(
        claims,
        linked(one, same, Relation.AGREE),
        linked(one, other, Relation.CONTRADICT),
        linked(same, other, Relation.CONTRADICT),
    )
    order = {c.id: n for n, c in enumerate(claims)}
    (finding,) = state_differences(question, RULE, "e1", ARTICLES, order)
    assert (finding.kind, finding.severity) == (Kind.CONTRADICTION, Severity.ERROR)
    assert {e.article for e in finding.evidence} == {"wire", "radio", "daily"}
    assert finding.origins == ("daily", "radio", "wire")
    assert finding.why.difference == "because"
    assert all(e.text in ("340 workers", "430 workers") for e in finding.evidence)


def test_an_article_is_cited_twice_at_most() -> None:
    ones = [claim("wire", "340 workers") for _ in range(4)]
    other = claim("daily", "430 workers")
    claims = [*ones, other]
    agreeing = (linked(ones[0], one, Relation.AGREE) for one in ones[1:])
    (question,) = ask(claims, *agreeing, *(linked(one, other, Relation.CONTRADICT) for one in ones))
    order = {c.id: n for n, c in enumerate(claims)}
    (finding,) = state_differences(question, RULE, "e1", ARTICLES, order)
    assert [e.article for e in finding.evidence].count("wire") <= 2


def test_the_rule_gives_contradictions_their_severity_and_nothing_else() -> None:
    one, other = claim("wire", "340 workers"), claim("daily", "430 workers")
    order = {one.id: 0, other.id: 1}
    quiet = replace(RULE, severity=Severity.NOTE)
    for relation, severity in ((Relation.CONTRADICT, Severity.NOTE), (Relation.FRAMING, Severity.WARNING)):
        (question,) = ask([one, other], linked(one, other, relation))
        (finding,) = state_differences(question, quiet, "e1", ARTICLES, order)
        assert finding.severity is severity


WORDS = st.lists(st.text(max_size=4), max_size=5)


@given(WORDS, WORDS)
def test_a_fingerprint_does_not_depend_on_order_or_repetition(subject: list[str], values: list[str]) -> None:
    first = fingerprint("figures", Kind.CONTRADICTION, subject, values)
    assert first == fingerprint("figures", Kind.CONTRADICTION, [*reversed(subject), *subject], [*reversed(values)])
    assert len(first) == LENGTH
    assert len(key_question("figures", subject)) == LENGTH


def test_a_fingerprint_tells_values_and_rules_apart_and_a_key_the_question_alone() -> None:
    first = fingerprint("figures", Kind.CONTRADICTION, ["worker"], ["340", "430"])
    assert first != fingerprint("figures", Kind.CONTRADICTION, ["worker"], ["340", "450"])
    assert first != fingerprint("quotes", Kind.CONTRADICTION, ["worker"], ["340", "430"])
    assert first != fingerprint("figures", Kind.FRAMING, ["worker"], ["340", "430"])
    assert key_question("figures", ["worker", "mill"]) == key_question("figures", ["mill", "worker"])
    assert key_question("figures", ["worker"]) != key_question("figures", ["mill"])


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("“commitments of” beside “none,”", "“commitments” beside “none”"),
        ("“7:58 a.m.” is not “8:07 a.m.”", "“7:58 a.m.” is not “8:07 a.m.”"),
        ("“of the” beside “It ended.”", "“of the” beside “It ended”"),
    ],
)
def test_a_quotation_in_a_message_has_no_loose_end(said: str, told: str) -> None:
    assert QUOTED.sub(_trim, said) == told
