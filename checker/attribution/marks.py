"""Quotation marks: which stretches of a text stand between marks, whatever kind of mark the page uses.

Double marks (curly, straight, guillemets, two single ones in a row) are paired first; single marks count outside
of them only, and not where they are apostrophes. A quotation that runs over several paragraphs, each opened and only
the last closed, is one stretch.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.model import BlockKind, Document, Span

# Any mark that quotes on its own or doubled: “ ” „ « » " `` '' ″
DOUBLE_MARK = re.compile(r"``|''|‘‘|’’|[“”„‟«»\"″]")
# A single mark that may be one: ‘ ’ ' ‚
SINGLE_MARK = re.compile(r"[‘’'‚‛]")
# Shortened words that begin with an apostrophe: 'em, 'til, '90s
ELISION = re.compile(r"['’‘](?:em|til|tis|twas|cause|bout|round|n|\d\ds?)\b", re.IGNORECASE)

_OPENERS = frozenset(("“", "„", "‟", "«", "``", "‘‘"))
_CLOSERS = frozenset(("”", "»", "’’"))
_BEFORE_OPENING = frozenset(" \t\n\r\u00a0\u200b([{—–-/:;,“‘\"'>…")
_AFTER_CLOSING = frozenset(" \t\n\r\u00a0\u200b)]}—–-/:;,.!?”’\"'<…―")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between quotation marks: ``span`` with the marks, ``inner`` without; ``block`` is where it begins."""

    span: Span
    inner: Span
    block: int
    single: bool = False
    closed: bool = True


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    text: str
    opens: bool
    closes: bool


def find_stretches(document: Document) -> tuple[Stretch, ...]:
    """The quoted stretches of a document, in order and disjoint; marks inside a stretch belong to it."""
    text = document.text
    found: list[Stretch] = []
    pending: Stretch | None = None
    for index, block in enumerate(document.blocks):
        if block.kind is BlockKind.FURNITURE:
            continue
        start, end = block.span.start, block.span.end
        doubles = list(_pair(list(_marks(text, start, end)), end, index))
        if pending is not None:
            continues = doubles and not text[start : doubles[0].span.start].strip()
            if continues:
                first = doubles.pop(0)
                joined = Stretch(
                    Span(pending.span.start, first.span.end),
                    Span(pending.inner.start, first.inner.end),
                    pending.block,
                    closed=first.closed,
                )
                doubles.insert(0, joined)
            elif _trusted(text, pending, document):
                found.append(pending)
            pending = None
        if doubles and not doubles[-1].closed:
            pending = doubles.pop()
        found.extend(doubles)
        taken = [s.span for s in doubles] + ([pending.span] if pending else [])
        found.extend(_single_stretches(text, start, end, index, taken))
    if pending is not None and _trusted(text, pending, document):
        found.append(pending)
    return tuple(sorted(found, key=lambda s: s.span))


def _trusted(text: str, stretch: Stretch, document: Document) -> bool:
    """Whether a stretch that never closes was meant as one: it opens its paragraph, or follows a comma or a colon."""
    before = text[document.blocks[stretch.block].span.start : stretch.span.start].rstrip()
    return (not before or before[-1] in ",:") and len(stretch.inner.of(text).split()) >= 3


def _marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for match in DOUBLE_MARK.finditer(text, start, end):
        mark = match.group()
        before = text[match.start() - 1] if match.start() > start else " "
        after = text[match.end()] if match.end() < end else " "
        can_open = before in _BEFORE_OPENING and not after.isspace()
        can_close = after in _AFTER_CLOSING
        if mark in _OPENERS:
            # Sloppy pages close with an opening mark: “yes,“ he said.
            closes = can_close and not before.isspace() and match.start() > start
            opens = not closes
        elif mark in _CLOSERS:
            # ... and open with a closing one: ”yes,” he said.
            opens = before.isspace() and after.isalnum()
            closes = not opens
        else:
            opens, closes = can_open or not can_close, can_close or not can_open
        yield _Mark(match.start(), match.end(), mark, opens, closes)


def _pair(marks: list[_Mark], end: int, block: int) -> Iterator[Stretch]:
    """Pair the double marks of a block; at most the last stretch is left open, to the end of the block."""
    opened: _Mark | None = None
    depth = 0
    last_close: _Mark | None = None
    for mark in marks:
        if opened is None:
            if mark.opens:
                opened, depth, last_close = mark, 1, None
        elif mark.opens and not mark.closes:
            depth += 1
        elif mark.closes:
            depth -= 1
            last_close = mark
            if depth == 0:
                yield Stretch(Span(opened.start, mark.end), Span(opened.end, mark.start), block)
                opened = None
    if opened is not None:
        if last_close is not None and last_close.end >= end - 1:
            yield Stretch(Span(opened.start, last_close.end), Span(opened.end, last_close.start), block)
        else:
            yield Stretch(Span(opened.start, end), Span(opened.end, end), block, closed=False)


def _single_stretches(text: str, start: int, end: int, block: int, taken: list[Span]) -> Iterator[Stretch]:
    marks = [m.start() for m in SINGLE_MARK.finditer(text, start, end)]
    marks = [m for m in marks if not any(s.start <= m < s.end for s in taken)]
    position = start
    for at in marks:
        if at < position or not _opens_single(text, at, start, end):
            continue
        close = _closing_single(text, at, marks, end, start)
        if close is None or any(at < s.start < close for s in taken):
            continue
        yield Stretch(Span(at, close + 1), Span(at + 1, close), block, single=True)
        position = close + 1


def _opens_single(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() or before not in _BEFORE_OPENING or after.isspace():
        return False
    return not (text[at] in "'’" and ELISION.match(text, at))


def _closing_single(text: str, at: int, marks: list[int], end: int, start: int) -> int | None:
    """Where a single quotation closes: not at an apostrophe, nor at a plural possessive before a better place."""
    possessive: int | None = None
    for mark in marks:
        if mark <= at + 1:
            continue
        before = text[mark - 1]
        after = text[mark + 1] if mark + 1 < end else " "
        if _opens_single(text, mark, start, end) and text[mark] != "’":
            break
        if before.isspace() or after.isalnum() or after not in _AFTER_CLOSING:
            continue
        if before in "sS" and after == " " and mark + 2 < end and text[mark + 2].islower():
            possessive = possessive if possessive is not None else mark
            continue
        return mark
    return possessive
