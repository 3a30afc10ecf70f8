"""Silence is a result too: what could not be compared is said, never passed over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from checker.comparing.fingerprints import fingerprint, key_question
from checker.model import Article, Claim, Document, Event, Evidence, Finding, Kind, Severity, Why
from checker.text import LONGEST_TEXT

RULE = "coverage"
"""The rule that unmeasured findings are filed under."""

SHOWN = 80
"""Characters of the article that stand for it."""

LONGEST_LINE = 1000
"""Characters that are looked at for the end of its first line."""


def note_unmeasured(
    event: Event, documents: Sequence[Document], claims: Sequence[Claim], articles: Mapping[str, Article]
) -> list[Finding]:
    """A finding for each article that could not be measured, or not to its end, and why.

    ``articles`` gives the articles as they came: documents may have the headline before the text.
    """
    found = []
    claimed = {claim.article for claim in claims}
    for document in documents:
        article = articles[document.article.id]
        if not article.text.strip():
            reason, clears = "it holds no text", "give the article's text"
        elif document.language != "en":
            reason, clears = "its language is not one that the rules read (English)", "give an English version"
        elif article.id not in claimed:
            reason, clears = "no rule found a claim in it", "compare it by eye"
        elif len(documents) == 1:
            reason, clears = "no other article here is about the same event", "add a second article on the event"
        else:
            reason = clears = ""
        if reason:
            found.append(_state(article, event, f"was compared with nothing: {reason}", reason, clears))
        if len(article.text) > LONGEST_TEXT:
            reason = f"only the first {LONGEST_TEXT:,} of its {len(article.text):,} characters were read"
            found.append(_state(article, event, f"was not read to its end: {reason}", reason, "give it in parts"))
    return found


def first_words(article: Article, after: int = 0) -> tuple[Evidence, ...]:
    """The words that stand for an article: the beginning of its first line behind an offset; none where it has none."""
    text = article.text
    start = len(text) - len(text[after:].lstrip())
    line = text[start : start + LONGEST_LINE].split("\n", 1)[0].rstrip()[:SHOWN]
    return (Evidence(article.id, "text", start, start + len(line), line, ""),) if line else ()


def _state(article: Article, event: Event, what: str, reason: str, clears: str) -> Finding:
    return Finding(
        id="",
        fingerprint=fingerprint(RULE, Kind.UNMEASURED, [article.id], [reason]),
        question_key=key_question(RULE, [article.id]),
        rule=RULE,
        kind=Kind.UNMEASURED,
        severity=Severity.WARNING,
        confidence=1.0,
        question="what does this article add or dispute?",
        message=f"{article.source or article.id} {what}",
        why=Why((), reason, clears),
        origins=(),
        evidence=first_words(article),
        event=event.id,
    )
