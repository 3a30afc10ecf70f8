"""Silence is a result too: what could not be compared is said, never passed over."""

from __future__ import annotations

from collections.abc import Sequence

from checker.comparing.fingerprints import fingerprint, key_question
from checker.model import Claim, Document, Event, Evidence, Finding, Kind, Severity, Why

RULE = "coverage"
"""The rule that unmeasured findings are filed under."""

SHOWN = 80
"""Characters of the article that stand for it."""


def note_unmeasured(event: Event, documents: Sequence[Document], claims: Sequence[Claim]) -> list[Finding]:
    """A finding for each article that could not be measured, and why."""
    found = []
    claimed = {claim.article for claim in claims}
    for document in documents:
        if not document.text.strip():
            reason, clears = "it holds no text", "give the article's text"
        elif document.language != "en":
            reason, clears = "its language is not one that the rules read (English)", "give an English version"
        elif document.article.id not in claimed:
            reason, clears = "no rule found a claim in it", "compare it by eye"
        elif len(documents) == 1:
            reason, clears = "no other article here is about the same event", "add a second article on the event"
        else:
            continue
        found.append(_state(document, event, reason, clears))
    return found


def _state(document: Document, event: Event, reason: str, clears: str) -> Finding:
    article = document.article
    text = article.text
    start = len(text) - len(text.lstrip())
    line = text[start:].split("\n", 1)[0].rstrip()[:SHOWN]
    evidence = (Evidence(article.id, "text", start, start + len(line), line, ""),) if line else ()
    return Finding(
        id="",
        fingerprint=fingerprint(RULE, Kind.UNMEASURED, [article.id], [reason]),
        question_key=key_question(RULE, [article.id]),
        rule=RULE,
        kind=Kind.UNMEASURED,
        severity=Severity.WARNING,
        confidence=1.0,
        question="what does this article add or dispute?",
        message=f"{article.source or article.id} was compared with nothing: {reason}",
        why=Why((), reason, clears),
        origins=(),
        evidence=evidence,
        event=event.id,
    )
