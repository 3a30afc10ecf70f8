"""A clause of a policy, and the policy that it belongs to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.model import CitedClause, Finding, Severity


@dataclass(frozen=True, slots=True)
class Clause:
    """One house rule: what it asks, where it is written, and how it is held.

    ``check`` is the id of the note that holds it. ``kinds`` are the kinds of claims that it is about, ``least`` the
    origins that it asks for, ``distance`` the sentences within which it wants a credit, ``words`` the words that it is
    about; a check reads those that it has a use for. ``severity`` None leaves the note's own.
    """

    id: str
    pack: str
    says: str
    reference: str
    check: str
    clears: str = ""
    kinds: tuple[str, ...] = ()
    least: int = 2
    distance: int = 1
    words: tuple[str, ...] = ()
    severity: Severity | None = None

    @property
    def cited(self) -> CitedClause:
        """The clause as a finding names it."""
        return CitedClause(f"{self.pack}:{self.id}", self.says, self.reference)


@dataclass(frozen=True, slots=True)
class Policy:
    """A pack as it is to be held: with what the configuration changed in it."""

    id: str
    title: str
    version: str
    note: str
    clauses: tuple[Clause, ...]

    def holding(self, check: str) -> tuple[Clause, ...]:
        """The clauses that a check holds."""
        return tuple(clause for clause in self.clauses if clause.check == check)


def cite_clause(finding: Finding, clause: Clause) -> Finding:
    """A finding under a clause: it names the clause behind what would clear it, and is as severe as the clause says."""
    cited = clause.cited
    clears = f"{clause.clears or finding.why.clears} ({cited.id}: {cited.reference})"
    return replace(
        finding,
        severity=clause.severity or finding.severity,
        why=replace(finding.why, clears=clears),
        clause=cited,
    )
