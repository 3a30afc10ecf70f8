"""The JSON report: everything the check found, with stable keys, for other programs.

The keys are a contract (schema version 1, ``docs/report.schema.json``): fields may be added, none is renamed or
removed.
"""

from __future__ import annotations

import json
import re
from datetime import date
from typing import Any

from checker.formats import Format, Options
from checker.model import (
    Checklist,
    CitedClause,
    Claim,
    Evidence,
    Finding,
    Graph,
    InformationGrade,
    Ledger,
    Question,
    Report,
    SourceGrade,
)

from .grades import CREDIBILITY, RELIABILITY

SCHEMA_VERSION = 1
TOOL_NAME = "news-consistency-checker"

# A half of a surrogate pair that stands alone, as a JSON input may carry ("\ud83d"): it cannot be encoded as UTF-8.
LONE_SURROGATE = re.compile("[\ud800-\udfff]")


def write(report: Report, options: Options) -> str:
    """Write the report as JSON, indented by two, ending in a newline; options change nothing here."""
    del options
    text = json.dumps(to_dict(report), ensure_ascii=False, indent=2)
    return LONE_SURROGATE.sub(lambda half: f"\\u{ord(half[0]):04x}", text) + "\n"


def read(text: str) -> dict[str, Any]:
    """Read a JSON report back; the keys are checked, unknown ones are kept.

    Raises ValueError, with a message for a person, when the text is not JSON, is not a report, or is one of another
    schema version.
    """
    try:
        content = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"not JSON: {error.msg} at line {error.lineno}, column {error.colno}") from error
    if not isinstance(content, dict) or "schema_version" not in content:
        raise ValueError("not a consistency report: it has no schema_version")
    if content["schema_version"] != SCHEMA_VERSION:
        raise ValueError(
            f"schema version {content['schema_version']!r} is not {SCHEMA_VERSION}, the one understood here"
        )
    from pydantic import ValidationError

    from .schema.v1 import ReportRecord

    try:
        ReportRecord.model_validate(content)
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(step) for step in first["loc"])
        raise ValueError(f"not a consistency report: {where}: {first['msg']}") from error
    return content


def to_dict(report: Report) -> dict[str, Any]:
    """Turn the report into plain lists and dictionaries; claims in the order of their articles and positions."""
    from checker import __version__

    languages = dict(report.languages)
    rank = {article.id: index for index, article in enumerate(report.articles)}
    claims = sorted(report.claims, key=lambda c: (rank.get(c.article, len(rank)), c.field, c.span, c.rule, c.id))
    return {
        "schema_version": SCHEMA_VERSION,
        "tool": {"name": TOOL_NAME, "version": __version__},
        "inputs": [{"path": i.path, "status": str(i.status), "reason": i.reason} for i in report.inputs],
        "articles": [
            {
                "id": article.id,
                "path": article.path,
                "source": article.source,
                "title": article.title,
                "published": article.published.isoformat() if isinstance(article.published, date) else None,
                "language": languages.get(article.id),
            }
            for article in report.articles
        ],
        "events": [{"id": e.id, "label": e.label, "articles": list(e.articles)} for e in report.events],
        "claims": [claim_record(claim) for claim in claims],
        "questions": [question_record(question) for question in report.questions],
        "findings": [finding_record(finding) for finding in report.findings],
        "sources": [
            {
                "name": s.name,
                "articles": list(s.articles),
                "origins": list(s.origins),
                "notes": list(s.notes),
                "graph": graph_record(s.graph),
                "indicators": [checklist_record(checklist) for checklist in s.checklists],
                "grade": source_grade_record(s.grade) if s.grade is not None else None,
            }
            for s in report.sources
        ],
        "left_out": report.left_out,
        "unsaid": report.unsaid,
    }


def claim_record(claim: Claim) -> dict[str, Any]:
    """One claim, with its value as type, words and canonical form."""
    return {
        "id": claim.id,
        "rule": claim.rule,
        "article": claim.article,
        "question": claim.asks,
        "value": {"type": str(claim.value.type), "text": claim.value.text, "normalized": claim.value.normalized},
        "modality": str(claim.modality),
        "polarity": str(claim.polarity),
        "attribution": [{"speaker": a.speaker, "outlet": a.outlet, "cue": a.cue} for a in claim.attribution],
        "origin": claim.origin,
        "field": claim.field,
        "start": claim.span.start,
        "end": claim.span.end,
        "text": claim.text,
    }


def question_record(question: Question) -> dict[str, Any]:
    """One question with its answers."""
    return {
        "id": question.id,
        "rule": question.rule,
        "event": question.event,
        "label": question.label,
        "status": str(question.status),
        "answers": [
            {
                "value": a.value,
                "claims": list(a.claims),
                "origins": list(a.origins),
                "footing": str(a.footing),
                "grade": grade_record(a.grade) if a.grade is not None else None,
                "support": a.support,
            }
            for a in question.answers
        ],
        "footing": str(question.footing),
        "grade": grade_record(question.lead.grade) if question.lead and question.lead.grade else None,
        "flips": [{"without": flip.origin, "footing": str(flip.footing)} for flip in question.flips],
        "ledger": ledger_record(question.ledger or Ledger((), ())),
    }


def grade_record(grade: InformationGrade) -> dict[str, Any]:
    """The number of an answer, never without what it means and why it was given."""
    return {"code": str(grade.code), "label": CREDIBILITY[grade.code].label, "reasons": list(grade.reasons)}


def source_grade_record(grade: SourceGrade) -> dict[str, Any]:
    """The letter of an outlet, its reasons, and the counts behind it; rates are rounded to four digits."""
    return {
        "code": str(grade.code),
        "label": RELIABILITY[grade.code].label,
        "reasons": list(grade.reasons),
        "agreed": grade.here.agreed,
        "disagreed": grade.here.disagreed,
        "history": None
        if grade.before is None
        else {"agreed": grade.before.agreed, "disagreed": grade.before.disagreed},
        "rate": None if grade.rate is None else round(grade.rate, 4),
        "low": round(grade.low, 4),
        "high": round(grade.high, 4),
    }


def ledger_record(ledger: Ledger) -> dict[str, Any]:
    """Who is behind the answers to a question, and what was counted once and why."""
    return {
        "outlets": list(ledger.outlets),
        "origins": list(ledger.origins),
        "sources": list(ledger.sources),
        "merges": [{"reason": m.reason, "evidence": [evidence_record(e) for e in m.evidence]} for m in ledger.merges],
    }


def graph_record(graph: Graph) -> dict[str, Any]:
    """Sources and what leads from one to the other."""
    return {
        "nodes": [
            {"id": n.id, "kind": str(n.kind), "name": n.name, "named": n.named, "standing": str(n.standing)}
            for n in graph.nodes
        ],
        "edges": [
            {
                "source": e.source,
                "target": e.target,
                "link": str(e.link),
                "passages": e.passages,
                "reason": e.reason,
                "evidence": [evidence_record(one) for one in e.evidence],
            }
            for e in graph.edges
        ],
    }


def checklist_record(checklist: Checklist) -> dict[str, Any]:
    """The indicators of an article."""
    return {
        "article": checklist.article,
        "checks": [
            {
                "id": i.id,
                "label": i.label,
                "state": str(i.state),
                "detail": i.detail,
                "criteria": list(i.criteria),
                "evidence": [evidence_record(e) for e in i.evidence],
            }
            for i in checklist.indicators
        ],
    }


def evidence_record(e: Evidence) -> dict[str, Any]:
    """The exact words of an article, and the value read from them."""
    return {"article": e.article, "field": e.field, "start": e.start, "end": e.end, "text": e.text, "value": e.value}


def finding_record(finding: Finding) -> dict[str, Any]:
    """One finding with its reasons and its evidence; scores are rounded to four digits."""
    return {
        "id": finding.id,
        "fingerprint": finding.fingerprint,
        "question_key": finding.question_key,
        "event": finding.event,
        "rule": finding.rule,
        "kind": str(finding.kind),
        "severity": str(finding.severity),
        "confidence": round(finding.confidence, 4),
        "question": finding.question,
        "message": finding.message,
        "why": {
            "link": [
                {"level": link.level, "score": round(link.score, 4), "words": list(link.words)}
                for link in finding.why.link
            ],
            "difference": finding.why.difference,
            "clears": finding.why.clears,
        },
        "origins": list(finding.origins),
        "evidence": [evidence_record(e) for e in finding.evidence],
        "clause": clause_record(finding.clause),
    }


def clause_record(clause: CitedClause | None) -> dict[str, str] | None:
    """The house rule that asks for a finding; null where none does."""
    return {"id": clause.id, "says": clause.says, "reference": clause.reference} if clause is not None else None


FORMAT = Format("json", ".json", write, "everything the check found, for other programs (JSON Schema in docs)")
