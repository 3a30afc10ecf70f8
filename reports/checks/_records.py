"""Results and places as plain values, for the formats that other programs read."""

from __future__ import annotations

from typing import Any

from checker.model import Decision, Place, Result


def result_record(result: Result) -> dict[str, Any]:
    """One result, with its place in the new article, the words of the others, and what was decided about it."""
    finding, suppression = result.finding, result.suppression
    return {
        "fingerprint": finding.fingerprint,
        "question_key": finding.question_key,
        "rule": finding.rule,
        "kind": str(finding.kind),
        "severity": str(finding.severity),
        "confidence": round(finding.confidence, 4),
        "question": finding.question,
        "message": result.message or finding.message,
        "difference": finding.why.difference,
        "hint": result.hint,
        "disposition": str(result.disposition),
        "suppression": suppression
        and {
            "kind": suppression.kind,
            "justification": suppression.justification,
            "decision": decision_record(suppression.decision),
        },
        "earlier": decision_record(result.earlier),
        "place": place_record(result.place),
        "related": [place_record(place) for place in result.related],
        "origins": list(finding.origins),
    }


def place_record(place: Place) -> dict[str, Any]:
    """Where words stand; offsets and columns are code points, ``byte_column`` UTF-8 bytes."""
    return {
        "article": place.article,
        "source": place.source or None,
        "path": place.path,
        "uri": place.uri,
        "field": place.field,
        "start": place.start,
        "end": place.end,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "byte_column": place.byte_column,
        "end_byte_column": place.end_byte_column,
        "text": place.text,
        "clause": place.clause,
        "value": place.value,
        "side": place.side,
        "extracted": place.extracted,
    }


def decision_record(decision: Decision | None) -> dict[str, Any] | None:
    """What was decided, when and by whom; None where nothing was."""
    if decision is None:
        return None
    return {
        "status": str(decision.status),
        "reason": decision.reason,
        "who": decision.who,
        "when": decision.when,
        "expires": decision.expires.isoformat() if decision.expires else None,
        "values": list(decision.values),
    }
