"""How a note on credibility is put, and which of many are kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from checker.comparing.fingerprints import fingerprint, key_question
from checker.model import Evidence, Finding, Kind, Severity, Why

LIMIT = 3
"""Notes on credibility an article, unless all are asked for."""

OF_A_KIND = 2
"""Notes of one kind an event, unless all are asked for: more of the same tell an editor nothing new."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A finding, and the articles that it is about: those whose share of notes it counts towards."""

    finding: Finding
    about: tuple[str, ...]


def make_note(
    rule: str,
    event: str,
    weight: float,
    *,
    about: Iterable[str],
    question: str,
    message: str,
    difference: str,
    clears: str,
    subject: Iterable[str],
    values: Iterable[str] = (),
    origins: Iterable[str],
    evidence: Iterable[Evidence],
) -> Remark:
    """A note. ``weight`` (0 to 1) orders notes; ``subject`` identifies whom or what it is on, ``values`` what of it."""
    subject = tuple(subject)
    finding = Finding(
        id="",
        # Counts and names of outlets, which the message has, may change; whom it is on does not.
        fingerprint=fingerprint(rule, Kind.CREDIBILITY, subject, values),
        question_key=key_question(rule, subject),
        rule=rule,
        kind=Kind.CREDIBILITY,
        severity=Severity.NOTE,
        confidence=round(weight, 2),
        question=question,
        message=message,
        why=Why((), difference, clears),
        origins=tuple(sorted(set(origins))),
        evidence=tuple(evidence),
        event=event,
    )
    return Remark(finding, tuple(about))


def limit_credibility(notes: Sequence[Remark], *, everything: bool = False) -> tuple[list[Finding], int]:
    """Keep the weightiest notes of an event, few an article and few of a kind; also how many were left out.

    A note on several articles is kept while one of them has room. What a policy makes more than a note is always kept.
    """
    if everything:
        return [note.finding for note in notes], 0
    counts: dict[str, int] = {}
    kinds: dict[str, int] = {}
    kept = []
    for note in sorted(notes, key=lambda n: (-n.finding.confidence, n.finding.rule, n.finding.message)):
        rule = note.finding.rule
        if note.finding.severity is not Severity.NOTE:
            kept.append(note.finding)
            continue
        if kinds.get(rule, 0) >= OF_A_KIND or all(counts.get(article, 0) >= LIMIT for article in note.about):
            continue
        kinds[rule] = kinds.get(rule, 0) + 1
        for article in note.about:
            counts[article] = counts.get(article, 0) + 1
        kept.append(note.finding)
    return kept, len(notes) - len(kept)
