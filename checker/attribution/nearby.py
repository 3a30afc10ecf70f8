"""Whom a passage speaks of nearby: the people named in the sentences round words whose speaker is not given by name."""

from __future__ import annotations

from checker.model import BlockKind, Document, Span
from checker.values.entities import fold_name

BEFORE, AFTER = 8, 1
"""Sentences before and behind in which a speaker is looked for: his paragraph and the one before it."""

BLOCKS = 3
"""Blocks that those before may stretch over, rows of a list not counted."""


def names_near(document: Document, span: Span) -> frozenset[str]:
    """The capitalised words, folded, of the sentences right before, beside and behind a passage: names are of them."""
    inside = document.tokens_touching(span)
    if not inside:
        return frozenset()
    first, last = inside[0].sentence, inside[-1].sentence
    block = document.sentences[first].block
    held: set[str] = set()
    for sentence in document.sentences[max(0, first - BEFORE) : last + 1 + AFTER]:
        row = sentence.kind is BlockKind.BULLET
        if sentence.kind is BlockKind.FURNITURE or (block - sentence.block > BLOCKS and not row):
            continue
        for token in document.sentence_tokens(sentence):
            if token.text[:1].isupper() and not span.contains(token.span):
                held.update(fold_name(token.text).split())
    return frozenset(held)


def is_named_near(document: Document, span: Span, name: str) -> bool:
    """Whether somebody is named near a passage: by at least half of the words of the name."""
    words = {word for word in fold_name(name).split() if len(word) > 1}
    return bool(words) and 2 * len(words & names_near(document, span)) >= len(words)
