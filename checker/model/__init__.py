"""The records that every part of the checker passes on: articles in, analysed documents, claims, findings out.

Nothing here reads text or compares values; a record knows only its own fields.
"""

from checker.model.article import Article, Input, InputStatus, Span
from checker.model.claims import Answer, Attribution, Claim, Entity, Question, QuestionStatus, Value
from checker.model.decisions import Decision, DecisionStatus
from checker.model.document import (
    Argument,
    Block,
    BlockKind,
    Clause,
    Document,
    Mention,
    MentionKind,
    Quote,
    QuoteType,
    Role,
    Sentence,
    Tense,
    Token,
)
from checker.model.evidence import Evidence
from checker.model.gate import Disposition, Outcome, Place, Result, Suppression
from checker.model.kinds import Kind, Modality, Polarity, Relation, Severity, ValueType, Verdict
from checker.model.report import Event, Finding, LinkLevel, Report, Source, Why
from checker.model.rule import Linking, Rule
from checker.model.sources import (
    Checklist,
    Edge,
    Graph,
    Indicator,
    Ledger,
    Link,
    Merge,
    Node,
    NodeKind,
    OutletRecord,
    Standing,
    State,
)

__all__ = [
    "Answer",
    "Argument",
    "Article",
    "Attribution",
    "Block",
    "BlockKind",
    "Checklist",
    "Claim",
    "Clause",
    "Decision",
    "DecisionStatus",
    "Disposition",
    "Document",
    "Edge",
    "Entity",
    "Event",
    "Evidence",
    "Finding",
    "Graph",
    "Indicator",
    "Input",
    "InputStatus",
    "Kind",
    "Ledger",
    "Link",
    "LinkLevel",
    "Linking",
    "Mention",
    "MentionKind",
    "Merge",
    "Modality",
    "Node",
    "NodeKind",
    "OutletRecord",
    "Outcome",
    "Place",
    "Polarity",
    "Question",
    "QuestionStatus",
    "Quote",
    "QuoteType",
    "Relation",
    "Report",
    "Result",
    "Role",
    "Rule",
    "Sentence",
    "Severity",
    "Source",
    "Span",
    "Standing",
    "State",
    "Suppression",
    "Tense",
    "Token",
    "Value",
    "ValueType",
    "Verdict",
    "Why",
]
