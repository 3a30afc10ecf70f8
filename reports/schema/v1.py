"""Schema version 1 of the JSON report.

Kept apart from the writer: pydantic is imported only when a report is read back or the schema is generated. The
published schema is made with ``python -m checker.reports.schema.v1 > docs/report.schema.json``.
"""

from __future__ import annotations

import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from checker.model import (
    Credibility,
    Footing,
    InputStatus,
    Kind,
    Link,
    Modality,
    NodeKind,
    Polarity,
    QuestionStatus,
    Reliability,
    Severity,
    Standing,
    State,
    ValueType,
)

Offset = Annotated[int, Field(ge=0, description="Offset in Unicode code points.")]
Score = Annotated[float, Field(ge=0, le=1)]


class Record(BaseModel):
    """Later versions of the tool may add fields, so unknown ones are allowed."""

    model_config = ConfigDict(extra="allow")


class ToolRecord(Record):
    """What wrote the report."""

    name: str
    version: str


class InputRecord(Record):
    """A path that was named or found, and what became of it."""

    path: str
    status: InputStatus
    reason: str | None = Field(description="Why it was not read.")


class ArticleRecord(Record):
    """An article that was read; `published` is an ISO 8601 date or date and time."""

    id: str
    path: str | None
    source: str | None
    title: str | None
    published: str | None
    language: str | None


class EventRecord(Record):
    """Articles about one thing that happened; every article is in exactly one event."""

    id: str
    label: str
    articles: list[str]


class ValueRecord(Record):
    """A typed answer: the words it was read from, and a form that is equal for values that say the same."""

    type: ValueType
    text: str
    normalized: str


class AttributionRecord(Record):
    """Who says so, through which outlet, and the word that signals it."""

    speaker: str | None
    outlet: str | None
    cue: str | None


class ClaimRecord(Record):
    """One checkable statement of one article; `text` is the article's text from `start` to `end`."""

    id: str
    rule: str
    article: str
    question: str
    value: ValueRecord
    modality: Modality
    polarity: Polarity
    attribution: list[AttributionRecord]
    origin: str = Field(description="The independent source behind the claim.")
    field: Literal["text", "title"]
    start: Offset
    end: Offset
    text: Annotated[str, Field(max_length=200)]


class GradeRecord(Record):
    """The number of an answer after the Admiralty code, from 1 (confirmed by other origins) to 6 (cannot be judged)."""

    code: Credibility
    label: str
    reasons: list[str]


class AnswerRecord(Record):
    """One value, the claims that give it, the origins behind them, and how it stands."""

    value: str
    claims: list[str]
    origins: list[str]
    footing: Footing = Footing.NOT_ASSESSABLE
    grade: GradeRecord | None = None
    support: Score | None = Field(
        default=None,
        description="How probable the answers of all origins make it, where a dispute has enough of them to weigh.",
    )


class FlipRecord(Record):
    """What becomes of a question when all that one origin gave is left out."""

    without: str
    footing: Footing


class MergeRecord(Record):
    """Why something counts once."""

    reason: str
    evidence: list[EvidenceRecord]


class LedgerRecord(Record):
    """Who is behind the answers: outlets, origins, and the people and documents cited (ids of nodes in a graph)."""

    outlets: list[str]
    origins: list[str]
    sources: list[str]
    merges: list[MergeRecord]


class QuestionRecord(Record):
    """What the claims of one event answer."""

    id: str
    rule: str
    event: str
    label: str
    status: QuestionStatus
    answers: list[AnswerRecord]
    footing: Footing = Footing.NOT_ASSESSABLE
    grade: GradeRecord | None = Field(default=None, description="That of the best-supported answer that stands.")
    flips: list[FlipRecord] = Field(
        default_factory=list, description="The origins without which the question stands otherwise."
    )
    ledger: LedgerRecord = Field(default_factory=lambda: LedgerRecord(outlets=[], origins=[], sources=[], merges=[]))


class LinkRecord(Record):
    """One level of the comparison that linked the claims, its score, and the words shared there."""

    level: str
    score: Score
    words: list[str] = []


class WhyRecord(Record):
    """Why the claims are about the same thing, what differs, and what would clear the finding."""

    link: list[LinkRecord]
    difference: str
    clears: str


class EvidenceRecord(Record):
    """Exact words of an article and the value read from them; `text` is the field's text from `start` to `end`."""

    article: str
    field: Literal["text", "title"]
    start: Offset
    end: Offset
    text: Annotated[str, Field(max_length=200)]
    value: str


class ClauseRecord(Record):
    """A house rule: `id` is pack and clause, `says` what it asks for, `reference` where that is written."""

    id: str
    says: str
    reference: str


class FindingRecord(Record):
    """One disagreement, or one thing an editor should know. Findings come in order of weight."""

    id: str
    fingerprint: str = Field(description="Hash of rule, question and values: stable when words move.")
    question_key: str = Field(description="Hash of rule and question.")
    event: str
    rule: str
    kind: Kind
    severity: Severity
    confidence: Score
    question: str
    message: str
    why: WhyRecord
    origins: list[str]
    evidence: list[EvidenceRecord]
    clause: ClauseRecord | None = Field(default=None, description="The house rule that asks for it.")


class NodeRecord(Record):
    """A source: its `id` is the same throughout a report; `named` says whether a reader could go and ask."""

    id: str
    kind: NodeKind
    name: str
    named: bool
    standing: Standing


class EdgeRecord(Record):
    """One source has something from another; `evidence` are the words that say so, the first of all `passages`."""

    source: str
    target: str
    link: Link
    passages: Annotated[int, Field(ge=1)]
    reason: str = Field(description="Which of two articles had a passage first, and how it is known.")
    evidence: list[EvidenceRecord]


class GraphRecord(Record):
    """From an outlet's articles to the outlets that they credit, the people who spoke, and the documents cited."""

    nodes: list[NodeRecord]
    edges: list[EdgeRecord]


class IndicatorRecord(Record):
    """One line of an article's checklist; `criteria` are published criteria that ask for the same."""

    id: str
    label: str
    state: State
    detail: str
    criteria: list[str]
    evidence: list[EvidenceRecord]


class ChecklistRecord(Record):
    """What can be seen of how an article was made. There is no score."""

    article: str
    checks: list[IndicatorRecord]


class CountsRecord(Record):
    """How many tested answers of an outlet were those of most origins, and how many were not."""

    agreed: Annotated[int, Field(ge=0)]
    disagreed: Annotated[int, Field(ge=0)]


class SourceGradeRecord(CountsRecord):
    """The letter of an outlet after the Admiralty code, from A to E, or F (cannot be judged).

    `agreed` and `disagreed` count this report alone; `rate` and its 95 % interval (Wilson) count `history` too.
    """

    code: Reliability
    label: str
    reasons: list[str]
    history: CountsRecord | None
    rate: Score | None
    low: Score
    high: Score


class SourceRecord(Record):
    """An outlet and what the report says of it."""

    name: str
    articles: list[str]
    origins: list[str]
    notes: list[str]
    graph: GraphRecord = Field(default_factory=lambda: GraphRecord(nodes=[], edges=[]))
    indicators: list[ChecklistRecord] = Field(default_factory=list)
    grade: SourceGradeRecord | None = None


class ReportRecord(Record):
    """A consistency report on several articles."""

    model_config = ConfigDict(extra="allow", title="Consistency report, schema version 1")

    schema_version: Literal[1]
    tool: ToolRecord
    inputs: list[InputRecord]
    articles: list[ArticleRecord]
    events: list[EventRecord]
    claims: list[ClaimRecord]
    questions: list[QuestionRecord]
    findings: list[FindingRecord]
    sources: list[SourceRecord]
    left_out: Annotated[int, Field(ge=0, description="Single-source notes left out for length.")] = 0
    unsaid: Annotated[int, Field(ge=0, description="Credibility notes left out for length.")] = 0


def json_schema() -> str:
    """Give the JSON Schema (draft 2020-12) of the report, as it is published."""
    schema: dict[str, Any] = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema.update(ReportRecord.model_json_schema())
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    print(json_schema(), end="")
