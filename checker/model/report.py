"""What comes out: events, findings with their evidence, sources, and the report that holds them."""

from __future__ import annotations

from dataclasses import dataclass, field

from checker.model.article import Article, Input
from checker.model.claims import Claim, Question
from checker.model.evidence import Evidence
from checker.model.grades import SourceGrade
from checker.model.kinds import Kind, Severity
from checker.model.sources import Checklist, Graph


@dataclass(frozen=True, slots=True)
class Event:
    """Articles about one thing that happened; ``articles`` holds their ids."""

    id: str
    label: str
    articles: tuple[str, ...]


LEVELS = {
    "heads": "what is asked about",
    "concepts": "what happens",
    "entities": "who and where",
    "topic": "the words around",
    "answer heads": "what is asked about, in every telling of the answers",
    "answer topic": "the words around, in every telling of the answers",
    "related": "related words around",
    "occasion": "the occasion",
    "slip": "one figure looks like a slip of the other",
    "figures": "how near the figures are",
    "alone": "each article gives only one such answer",
    "scope": "a limit that only one of them draws",
    "words": "the words themselves",
    "answer": "the earlier answer, told again",
}
"""What a person calls the levels at which claims are linked; others are called what they are."""


@dataclass(frozen=True, slots=True)
class LinkLevel:
    """One step of the comparison that linked two claims, and what it scored (0 to 1).

    ``words`` are what the two have in common there; where nothing is the same word, what was taken for like.
    """

    level: str
    score: float
    words: tuple[str, ...] = ()

    @property
    def called(self) -> str:
        """The level in a person's words."""
        return LEVELS.get(self.level, self.level)


@dataclass(frozen=True, slots=True)
class Why:
    """Why a finding was made: the levels that linked its claims, what differs, and what would clear it."""

    link: tuple[LinkLevel, ...]
    difference: str
    clears: str


@dataclass(frozen=True, slots=True)
class CitedClause:
    """The house rule that a finding is made under: ``id`` is pack and clause, ``says`` what it asks for in our words.

    ``reference`` is the document and the section where it is written.
    """

    id: str
    says: str
    reference: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One disagreement, or one thing that an editor should know, with the words that it rests on.

    ``id`` is short and unique inside the report; ``fingerprint`` hashes rule, question and values; ``question_key``
    rule and question. ``clause`` is the house rule that asks for it, where one does. ``answers`` are the
    answers set against each other, each by the values that it is told in, sorted. ``fault`` is the id of the article
    that is at fault where that is known (it misspells a name); the others cited are witnesses. Else it is empty.
    """

    id: str
    fingerprint: str
    question_key: str
    rule: str
    kind: Kind
    severity: Severity
    confidence: float
    question: str
    message: str
    why: Why
    origins: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    event: str = ""
    clause: CitedClause | None = None
    answers: tuple[tuple[str, ...], ...] = ()
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Source:
    """An outlet, and what the report says of it.

    ``graph`` is what its articles have from whom, ``checklists`` what their pages show, one an article, ``grade`` how
    far it can be relied on as far as these articles tell.
    """

    name: str
    articles: tuple[str, ...]
    origins: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    graph: Graph = field(default_factory=Graph)
    checklists: tuple[Checklist, ...] = ()
    grade: SourceGrade | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """A consistency report.

    ``left_out`` counts single-source notes beyond the limit an article, ``unsaid`` notes on credibility beyond theirs.
    """

    articles: tuple[Article, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    questions: tuple[Question, ...]
    findings: tuple[Finding, ...]
    sources: tuple[Source, ...]
    inputs: tuple[Input, ...] = ()
    languages: tuple[tuple[str, str], ...] = ()
    left_out: int = 0
    unsaid: int = 0

    def to_records(self) -> list[dict[str, str | int | float]]:
        """Plain rows for a data frame: one for each piece of evidence of each finding, in the order of the report.

        Every row has the same keys; several origins stand in one cell, with "; " between them. A finding without
        evidence (an article without text) has one row, with empty words at 0.
        """
        sources = {article.id: article.source or "" for article in self.articles}
        rows: list[dict[str, str | int | float]] = []
        for finding in self.findings:
            for evidence in finding.evidence or (Evidence("", "text", 0, 0, "", ""),):
                rows.append(
                    {
                        "finding": finding.id,
                        "fingerprint": finding.fingerprint,
                        "question_key": finding.question_key,
                        "event": finding.event,
                        "rule": finding.rule,
                        "kind": str(finding.kind),
                        "severity": str(finding.severity),
                        "confidence": finding.confidence,
                        "question": finding.question,
                        "message": finding.message,
                        "difference": finding.why.difference,
                        "origins": "; ".join(finding.origins),
                        "article": evidence.article,
                        "source": sources.get(evidence.article, ""),
                        "field": evidence.field,
                        "start": evidence.start,
                        "end": evidence.end,
                        "text": evidence.text,
                        "value": evidence.value,
                    }
                )
        return rows
