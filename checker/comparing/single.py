"""Single-source notes: what only one independent origin carries, weighed, and limited to what an editor will read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.comparing.findings import quote_evidence, subject_of
from checker.comparing.fingerprints import fingerprint, key_question
from checker.comparing.questions import Linked
from checker.model import Article, Claim, Finding, Kind, Rule, Severity, Why

LIMIT = 8
"""Single-source notes an article, unless all are asked for."""


def note_single(
    question: Linked, rule: Rule, event: str, articles: Mapping[str, Article], order: Mapping[str, int]
) -> Finding | None:
    """A note for a question that one origin alone answers; None when it is not worth one."""
    claims = [c for c in question.claims if c.reportable]
    origins = sorted({c.origin for c in question.claims})
    if not claims or len(origins) != 1 or not rule.single_source or question.differing:
        return None
    lead = max(claims, key=lambda c: (c.weight, -order[c.id]))
    cited: dict[str, Claim] = {}
    for claim in sorted(claims, key=lambda c: order[c.id]):
        cited.setdefault(claim.article, claim)
    carried = ", ".join(sorted({articles[a].source or a for a in cited}))
    note = f"only {origins[0]} is behind this" + (f" (carried by {carried})" if len(cited) > 1 else "")
    subject = subject_of((lead,)) | {lead.value.normalized}
    return Finding(
        id="",
        fingerprint=fingerprint(rule.id, Kind.SINGLE_SOURCE, subject, [lead.value.normalized]),
        question_key=key_question(rule.id, subject),
        rule=rule.id,
        kind=Kind.SINGLE_SOURCE,
        severity=Severity.NOTE,
        confidence=round(lead.weight, 2),
        question=lead.asks,
        message=f"“{lead.text}”: {note}",
        why=Why((), "no other origin among these articles gives an answer", "a second, independent origin"),
        origins=tuple(origins),
        evidence=tuple(quote_evidence(c) for c in cited.values()),
        event=event,
    )


def limit_notes(notes: Sequence[Finding], *, everything: bool = False) -> tuple[list[Finding], int]:
    """Keep the weightiest notes of each article; also how many were left out.

    A sentence is noted once: of several notes that cite overlapping words, the weightiest stands.
    """
    kept: list[Finding] = []
    seen: dict[str, list[tuple[int, int]]] = {}
    counts: dict[str, int] = {}
    left_out = 0
    for note in sorted(notes, key=lambda n: (-n.confidence, n.evidence[0].article, n.evidence[0].start)):
        first = note.evidence[0]
        spans = seen.setdefault(first.article, [])
        if any(start < first.end and first.start < end for start, end in spans):
            continue
        if counts.get(first.article, 0) >= LIMIT and not everything:
            left_out += 1
            continue
        spans.append((first.start, first.end))
        counts[first.article] = counts.get(first.article, 0) + 1
        kept.append(note)
    return kept, left_out
