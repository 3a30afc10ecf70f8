"""Cut an article's text into blocks, repair them, and say what each of them is."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.model import Block, BlockKind, Span
from checker.text.furniture import CELL_GAP, fold, is_button, opens_tail
from checker.text.kinds import classify, ends_sentence, is_byline, is_capitals, is_heading, is_headline, is_name
from checker.text.lines import Line, Mark, cut_lines
from checker.text.mapped import Mapped, clean, join
from checker.text.repair import Damage, find_damage, is_unpunctuated, repair
from checker.text.words import WORD

# Longer than any article; what stands after it is not read, so that a giant file costs bounded time and memory.
LONGEST_TEXT = 300_000

# A hard-wrapped text has no line longer than this, and nearly every line is filled until the next word would not fit.
LONGEST_WRAP = 130
FILLED_SHARE = 0.7

LONG_PARAGRAPH = 25


@dataclass(frozen=True, slots=True)
class Draft:
    """A block in the making: the lines joined, their mark, and the raw text for what depends on spacing.

    ``cell_of`` is where the line begins that this block is a cell of.
    """

    words: Mapped
    span: Span
    mark: Mark
    raw: str
    kind: BlockKind | None = None
    cell_of: int = -1


def lay_out(text: str, *, title: str | None = None, skip: Span | None = None) -> tuple[Block, ...]:
    """Cut the text into blocks with repaired text and exact offsets into the original.

    ``title`` helps to tell the headline, ``skip`` is a region that is not read (front matter). Blocks are in the order
    of the text and do not overlap. Text after the first ``LONGEST_TEXT`` characters is not read.
    """
    lines = cut_lines(text, skip, limit=LONGEST_TEXT)
    shown = [line.words.text for line in lines if not line.blank]
    damage = find_damage(shown)
    unpunctuated = damage.stops or is_unpunctuated(shown)
    drafts = [
        replace(draft, kind=_own_kind(draft))
        for group in _join_lines(lines, ragged=not unpunctuated)
        for draft in _split_cells(group)
    ]
    drafts = _close_signature(_close_tail(drafts))
    return tuple(_finish(drafts, title, damage, unpunctuated=unpunctuated))


def _join_lines(lines: list[Line], *, ragged: bool) -> Iterator[Draft]:
    """Join the lines of one paragraph. Lines stay apart unless the text is hard-wrapped or the second goes on."""
    width = _wrap_width(lines)
    run: list[Line] = []
    for line in lines:
        if run and (line.blank or not _continues(run[-1], line, width, ragged=ragged, first=run[0])):
            yield _draft(run)
            run = []
        if not line.blank:
            run.append(line)
    if run:
        yield _draft(run)


def _wrap_width(lines: list[Line]) -> int:
    """The width that the text is wrapped at, or 0 when it is not."""
    pairs = [(a, b) for a, b in itertools.pairwise(lines) if _plain(a) and b.mark is Mark.NONE and not b.blank]
    if len(pairs) < 3:
        return 0
    width = max(len(line.raw.rstrip()) for pair in pairs for line in pair)
    if width > LONGEST_WRAP or width < 30:
        return 0
    filled = sum(_is_full(a, b, width) for a, b in pairs)
    return width if filled >= len(pairs) * FILLED_SHARE else 0


def _plain(line: Line) -> bool:
    return not line.blank and line.mark in (Mark.NONE, Mark.BULLET)


def _is_full(line: Line, following: Line, width: int) -> bool:
    word = following.raw.split(maxsplit=1)[0]
    return len(line.raw.rstrip()) + 1 + len(word) > width - 8


def _continues(line: Line, following: Line, width: int, *, ragged: bool, first: Line) -> bool:
    if following.mark is not Mark.NONE or first.mark in (Mark.HEADING, Mark.ROW, Mark.PICTURE):
        return False
    if is_capitals(line.words.text) != is_capitals(following.words.text):
        return False
    if width and _is_full(line, following, width):
        return True
    if not ragged or (ends_sentence(line.words.text) and not line.words.text.endswith(",")):
        return False
    return len(line.words.text) > 40 and len(line.words.text) <= LONGEST_WRAP and following.words.text[0].islower()


def _draft(run: list[Line]) -> Draft:
    first, last = run[0], run[-1]
    words = join(line.words for line in run)
    return Draft(words, Span(words.offsets[0], last.words.offsets[-1] + 1), first.mark, "\n".join(x.raw for x in run))


def _own_kind(draft: Draft) -> BlockKind | None:
    if draft.kind is not None:
        return draft.kind
    if draft.mark is Mark.PICTURE:
        return BlockKind.CAPTION
    if draft.mark is Mark.HEADING:
        return BlockKind.FURNITURE if opens_tail(draft.words.text) else None
    if draft.mark is Mark.ROW:
        return BlockKind.BULLET
    return classify(draft.words.text, draft.raw)


def _split_cells(draft: Draft) -> Iterator[Draft]:
    """Cut a line with wide gaps into its cells, so that a date or a headline beside buttons is not lost."""
    if draft.mark is not Mark.NONE or "\n" in draft.raw or len(draft.words.text) > 250:
        yield draft
        return
    gaps = [m for m in CELL_GAP.finditer(draft.raw.strip()) if not m[0].strip()]
    raw = draft.raw.strip()
    if not gaps or any(raw[m.start() - 1] in '.!?:;"”' for m in gaps):
        yield draft
        return
    parts = [part for part in CELL_GAP.split(raw) if part.strip()]
    dated = any(is_byline(part.strip()) for part in parts)
    plain = [p for p in parts if not is_button(fold(p)) and not is_byline(p.strip())]
    if len(plain) == len(parts) and ends_sentence(raw):
        yield draft  # a sentence with some wide gaps
        return
    if not dated and (len(plain) > 3 or classify(draft.words.text, draft.raw) is BlockKind.FURNITURE):
        yield replace(draft, kind=BlockKind.FURNITURE)
        return
    at = 0
    for part in parts:
        found = draft.words.text.find(clean_text(part), at)
        if found < 0:
            continue
        words = draft.words.cut(found, found + len(clean_text(part))).strip()
        at = found + len(words.text)
        if words.text:
            span = Span(words.offsets[0], words.offsets[-1] + 1)
            yield Draft(words, span, Mark.NONE, part, cell_of=draft.span.start)


def clean_text(text: str) -> str:
    """The cleaned form of a text whose offsets are of no interest."""
    return clean(Mapped(text, tuple(range(len(text))))).text


def _close_tail(drafts: list[Draft]) -> list[Draft]:
    """Mark everything after "Related articles" and the like as furniture when no long paragraph follows."""
    last_long = max((k for k, d in enumerate(drafts) if _is_long(d)), default=-1)
    for k, draft in enumerate(drafts):
        heads = opens_tail(draft.words.text) or (draft.kind is BlockKind.FURNITURE and _heads_tail(draft))
        if k > last_long and heads:
            return [
                *drafts[:k],
                *(replace(d, kind=d.kind if d.kind is BlockKind.BYLINE else BlockKind.FURNITURE) for d in drafts[k:]),
            ]
    return drafts


def _close_signature(drafts: list[Draft]) -> list[Draft]:
    """Mark a name that stands alone at the end, and one line about its bearer after it, as a byline."""
    open_ends = [k for k, d in enumerate(drafts) if d.kind is None]
    for k in open_ends[-2:]:
        if k > 2 and drafts[k].mark is Mark.NONE and is_name(drafts[k].words.text):
            after = [j for j in open_ends if j >= k]
            return [replace(d, kind=BlockKind.BYLINE) if j in after else d for j, d in enumerate(drafts)]
    return drafts


def _heads_tail(draft: Draft) -> bool:
    return any(opens_tail(part) for part in CELL_GAP.split(draft.raw.strip())[:1])


def _is_long(draft: Draft) -> bool:
    return draft.kind is None and (
        draft.words.text.count(" ") >= LONG_PARAGRAPH
        or (draft.words.text.count(" ") >= 8 and ends_sentence(draft.words.text))
    )


def _finish(drafts: list[Draft], title: str | None, damage: Damage, *, unpunctuated: bool) -> Iterator[Block]:
    headline = _find_headline(drafts, title)
    for k, draft in enumerate(drafts):
        if draft.kind is not None:
            kind = draft.kind
        elif k == headline or (0 <= headline < k and -1 < draft.cell_of == drafts[headline].cell_of):
            kind = BlockKind.HEADLINE
        elif draft.mark is Mark.HEADING or (draft.mark is Mark.BULLET and is_capitals(draft.words.text)):
            kind = BlockKind.HEADING
        elif draft.mark is Mark.BULLET:
            kind = BlockKind.BULLET
        else:
            kind = _kind_by_place(drafts, k, headline, unpunctuated=unpunctuated)
        words = draft.words if kind is BlockKind.FURNITURE else repair(draft.words, damage)
        if words.text:
            yield Block(kind, draft.span, words.text, words.offsets)


def _find_headline(drafts: list[Draft], title: str | None) -> int:
    wanted = fold(title) if title else None
    top = [k for k, d in enumerate(drafts) if d.kind is None][:3]
    for k in top:
        if wanted is not None and fold(drafts[k].words.text) == wanted:
            return k
    if wanted is not None and not (top and _resembles(wanted, drafts[top[0]].words.text)):
        return -1  # the headline is not part of the text
    for position, k in enumerate(top[:2]):
        draft = drafts[k]
        if draft.mark is Mark.HEADING or (draft.mark is Mark.NONE and is_headline(draft.words.text)):
            following = top[position + 1] if position + 1 < len(top) else None
            return k if following is not None else -1
        if len(WORD.findall(draft.words.text)) > 1:
            return -1
    return -1


def _resembles(title: str, text: str) -> bool:
    """Whether a line has at least half of a title's words, so that it is another form of it."""
    words = set(WORD.findall(title))
    return 2 * len(words & set(WORD.findall(fold(text)))) >= len(words)


def _kind_by_place(drafts: list[Draft], k: int, headline: int, *, unpunctuated: bool) -> BlockKind:
    text = drafts[k].words.text
    if k < headline:
        return BlockKind.FURNITURE if len(WORD.findall(text)) == 1 else BlockKind.HEADING
    followed = any(d.kind in (None, BlockKind.BULLET) for d in drafts[k + 1 :])
    if is_heading(text, unpunctuated=unpunctuated) and (followed or is_capitals(text)):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH
