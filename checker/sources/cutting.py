"""Evidence for what is said of sources: a range of an article as its exact words, cut where it is long."""

from __future__ import annotations

from checker.model import Document, Evidence, Span

LONGEST = 200
"""Characters of one piece of evidence, as everywhere in a report."""


def cut_evidence(document: Document, span: Span, value: str = "", *, limit: int = LONGEST) -> Evidence:
    """The words of a range: its beginning, cut at a word, where it is longer than ``limit``."""
    text = document.text
    start, end = span.start, span.end
    while start < end and text[start].isspace():
        start += 1
    if end - start > limit:
        space = text.rfind(" ", start + 1, start + limit)
        end = space if space > start else start + limit
    while end > start and text[end - 1].isspace():
        end -= 1
    return Evidence(document.article.id, "text", start, end, text[start:end], value)
