"""Holds an event to a policy: runs the checks that its clauses name, and names clauses on findings that they govern."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from checker.model import Claim, Finding, Kind
from checker.sources.behind import Behind
from checker.sources.notes.making import Remark
from checker.sources.policies.accusing import find_unanswered, find_vague
from checker.sources.policies.anonymity import find_bare_sources, find_plural_sources, find_unexplained
from checker.sources.policies.clauses import Clause, Policy, cite_clause
from checker.sources.policies.counting import find_few_origins, find_unattributed_tolls
from checker.sources.policies.scene import Scene
from checker.sources.policies.sorting import is_casualty

FINDERS: Mapping[str, Callable[[Clause, Scene], Iterator[Remark]]] = {
    "few_origins": find_few_origins,
    "unattributed_toll": find_unattributed_tolls,
    "bare_source": find_bare_sources,
    "plural_sources": find_plural_sources,
    "unexplained_anonymity": find_unexplained,
    "unanswered_accusation": find_unanswered,
    "vague_allegation": find_vague,
}
"""What finds the notes of each check that clauses alone ask for; the other notes are made without a clause too."""


def hold_policy(policy: Policy, scene: Scene) -> Iterator[Remark]:
    """The notes that the clauses of a policy ask for, each with its clause."""
    for clause in policy.clauses:
        if clause.check in FINDERS:
            for remark in FINDERS[clause.check](clause, scene):
                yield replace(remark, finding=cite_clause(remark.finding, clause))


def govern_notes(policy: Policy, remarks: Sequence[Remark]) -> list[Remark]:
    """Notes with the clause that governs their kind, where the policy has one."""
    governing = {clause.check: clause for clause in reversed(policy.clauses)}
    return [
        replace(remark, finding=cite_clause(remark.finding, governing[remark.finding.rule]))
        if remark.finding.rule in governing and remark.finding.clause is None
        else remark
        for remark in remarks
    ]


def govern_tolls(policy: Policy, findings: Sequence[Finding], claims: Sequence[Claim], behind: Behind) -> list[Finding]:
    """Findings with the clause on differing casualty figures named on contradictions between such figures."""
    clauses = policy.holding("differing_tolls")
    if not clauses:
        return list(findings)
    tolls = {(c.article, c.span.start, c.span.end) for c in claims if is_casualty(c, behind)}
    return [
        cite_clause(finding, clauses[0])
        if finding.kind is Kind.CONTRADICTION
        and all((e.article, e.start, e.end) in tolls for e in finding.evidence)
        and finding.evidence
        else finding
        for finding in findings
    ]
