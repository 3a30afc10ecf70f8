"""What is left in a text of how it was made or taken from its page: prompts, placeholders, lost or stray marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import BlockKind, Document, Indicator, Span, State
from checker.sources.cutting import cut_evidence
from checker.sources.indicators.checks import fold, load_phrases, note

# A full stop twice, and no ellipsis: "U.S.. officials"; "conflict.. That"
DOUBLED = re.compile(r"(?<!\.)\.\.(?!\.)")
# A full stop inside a sentence, before a small letter: "and China. despite mistrust"
STRAY = re.compile(r"(?<=[a-z]{3})\.\s(?=[a-z]{2,})")

LEAST_STRAY = 3
"""Stray stops from which they are more than slips of the pen."""

LONG = 350
"""Characters of a paragraph that has at least one full stop when it is whole."""

AROUND = 30
"""Characters on each side of a mark that show it."""


def check_residue(document: Document) -> Iterator[Indicator]:
    """Leftover words first, then broken punctuation; one line when there is nothing."""
    found = list(_leftovers(document))
    broken = list(_broken(document))
    for what, spans in found + broken:
        yield note("residue", State.CONCERN, what, [cut_evidence(document, span, limit=140) for span in spans])
    if not found and not broken:
        yield note("residue", State.NONE, "none seen")


def _leftovers(document: Document) -> Iterator[tuple[str, list[Span]]]:
    folded = fold(document.text)
    for phrase in load_phrases().leftover:
        at = folded.find(phrase)
        if at < 0 or (phrase[0].isalnum() and at > 0 and folded[at - 1].isalnum()):
            continue
        end = at + len(phrase)
        if phrase[-1].isalnum() and folded[end : end + 1].isalnum():
            continue
        yield f"left over: “{document.text[at:end]}”", [_around(document, Span(at, end))]


def _broken(document: Document) -> Iterator[tuple[str, list[Span]]]:
    text = document.text
    prose = [b for b in document.blocks if b.kind is BlockKind.PARAGRAPH]
    for what, pattern in (("doubled full stops", DOUBLED), ("full stops inside sentences", STRAY)):
        places = [
            Span(b.span.start + m.start(), b.span.start + m.end())
            for b in prose
            for m in pattern.finditer(b.span.of(text))
        ]
        if len(places) >= LEAST_STRAY:
            yield f"{what} in {len(places)} places", [_around(document, span) for span in places[:2]]
    bare = [b for b in prose if len(b.text) >= LONG and not any(mark in b.span.of(text) for mark in ".!?")]
    if bare:
        number = f"{len(bare)} paragraphs" if len(bare) > 1 else "a paragraph"
        yield f"{number} without any full stop", [bare[0].span]


def _around(document: Document, span: Span) -> Span:
    """A mark with the words beside it."""
    text = document.text
    start = max(text.rfind("\n", 0, span.start) + 1, span.start - AROUND)
    line_end = text.find("\n", span.end)
    end = min(line_end if line_end >= 0 else len(text), span.end + AROUND)
    while start > 0 and start < span.start and text[start - 1].isalnum() and text[start].isalnum():
        start += 1
    while end < len(text) and end > span.end and text[end - 1].isalnum() and text[end].isalnum():
        end -= 1
    return Span(start, end)
