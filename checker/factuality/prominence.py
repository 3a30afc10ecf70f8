"""What an article says prominently: all of a short report, and of a longer article its headline and its opening."""

from __future__ import annotations

from checker.model import BlockKind, Document, Sentence

BRIEF = 9
"""Sentences of a report in which everything is about its event."""

OPENING = 3
"""Sentences that an article opens with, its headline beside them."""

PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "\n": " "})
"""Marks are made plain one for one, so that offsets hold."""


def list_body(document: Document) -> list[Sentence]:
    """The sentences of a document without bylines and what is not the article's."""
    return [s for s in document.sentences if s.kind not in {BlockKind.FURNITURE, BlockKind.BYLINE}]


def is_brief(document: Document) -> bool:
    """Whether a report is so short that everything in it is about its event."""
    return len(list_body(document)) <= BRIEF


def list_prominent(document: Document) -> list[Sentence]:
    """The prominent sentences, each once, in reading order."""
    body = list_body(document)
    if len(body) <= BRIEF:
        return body
    return [s for n, s in enumerate(body) if n < OPENING or s.kind is BlockKind.HEADLINE]
