"""Passages that an article gives word for word, sentence by sentence, whoever is said to speak.

They are what stands in quotation marks, and sentences in the first person without marks: a pulled quotation, a post, a
page that has lost its marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from checker.attribution.marks import Stretch, find_stretches
from checker.attribution.spoken import read_speech
from checker.model import BlockKind, Document, MentionKind, Quote, QuoteType, Span
from checker.values.verbatim import Word, read_verbatim

# Where one sentence of a quotation ends: "Enough. Stop it!", also before a new line
SENTENCE_END = re.compile(r"(?<=[.!?;…])['’”\"]*\s+|\s*\n\s*")
# Titles and initials, behind which no sentence ends: "Mr. Marsh", "the U.S. fleet"
SHORTENED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Sgt|Sen|Rep|Gov|Prof|No|vs)|\b[A-Za-z])\.$")

# A mark that is no apostrophe: “yes”, "yes", 'yes
MARK = re.compile(r"[“”„«»\"]|(?<!\w)['‘’‚](?=\w)|(?<=[.,!?])['’]")

UNSPOKEN = frozenset({BlockKind.HEADLINE, BlockKind.HEADING, BlockKind.FURNITURE, BlockKind.BYLINE})
"""Blocks whose quotations are shortened, or nobody's."""

FIRST_PERSON = frozenset({"i", "me", "my", "we", "us", "our"})

SHORTEST = 4
"""Words of a passage at least."""

CLOSING = ".!?,;"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence given word for word.

    ``words`` have offsets into the article's text; ``speaker`` is the entity, ``marked`` whether it stands in marks,
    ``end`` the mark by which it ends, empty where the sentence that was said may go on, ``opens`` whether it begins as
    a sentence does, ``headline`` whether it may be shortened as a headline is.
    """

    article: str
    span: Span
    words: tuple[Word, ...]
    speaker: str | None
    marked: bool
    end: str
    opens: bool = True
    headline: bool = False

    @property
    def folded(self) -> tuple[str, ...]:
        """The words, folded."""
        return tuple(word.text for word in self.words)


def read_passages(document: Document) -> tuple[Passage, ...]:
    """The passages of an article, in the order of its text."""
    return document.once(_read_passages)


def _read_passages(document: Document) -> tuple[Passage, ...]:
    stretches = [s for s in find_stretches(document) if document.blocks[s.block].kind not in UNSPOKEN]
    above = [s for s in find_stretches(document) if document.blocks[s.block].kind is BlockKind.HEADLINE]
    quotes = [speech.quote for speech in read_speech(document)]
    found = [passage for row in _rows(document, stretches, quotes) for passage in _cut(document, *row)]
    found.extend(_read_unmarked(document, [s.span for s in stretches]))
    shortened = [passage for row in _rows(document, above, quotes) for passage in _cut(document, *row)]
    found.extend(replace(passage, headline=True) for passage in shortened)
    return tuple(sorted((p for p in found if len(p.words) >= SHORTEST), key=lambda p: p.span))


def _rows(
    document: Document, stretches: Sequence[Stretch], quotes: Sequence[Quote]
) -> Iterator[tuple[list[Span], str | None]]:
    """The stretches between marks, those in one row that one sentence runs through, with who speaks."""
    row: list[Span] = []
    holder: Quote | None = None
    for stretch in stretches:
        over = [quote for quote in quotes if quote.content.overlaps(stretch.span)]
        quote = min(over, key=lambda q: q.type is QuoteType.INDIRECT, default=None)
        if row and quote is not None and quote is holder and _runs_on(document.text, row[-1], stretch.inner):
            row.append(stretch.inner)
            continue
        if row:
            yield row, holder.speaker_entity if holder is not None else None
        row, holder = [stretch.inner], quote
    if row:
        yield row, holder.speaker_entity if holder is not None else None


def _runs_on(text: str, before: Span, inner: Span) -> bool:
    """Whether a sentence goes on behind words that came between: "The work," she said, "is not done"."""
    return before.of(text).rstrip()[-1:] not in {".", "!", "?"} and inner.of(text)[:1].islower()


def _cut(document: Document, row: Sequence[Span], speaker: str | None) -> Iterator[Passage]:
    """The sentences of a row of stretches."""
    pending: list[Span] = []
    for at, inner in enumerate(row):
        pieces = list(_sentences(document.text, inner))
        for number, piece in enumerate(pieces):
            pending.append(piece)
            last = number == len(pieces) - 1
            if last and at < len(row) - 1:
                continue
            yield _make(document, pending, speaker, end="." if not last else _end_of(document.text, inner))
            pending = []


def _sentences(text: str, span: Span) -> Iterator[Span]:
    start = span.start
    for match in SENTENCE_END.finditer(text, span.start, span.end):
        if SHORTENED.search(text, start, match.start()) and "\n" not in match.group():
            continue
        if match.start() > start:
            yield Span(start, match.start())
        start = match.end()
    if span.end > start:
        yield Span(start, span.end)


def _end_of(text: str, inner: Span) -> str:
    """The mark by which a stretch ends: its own last one, or the one behind it; empty where there is none."""
    for mark in (inner.of(text).rstrip()[-1:], text[inner.end + 1 : inner.end + 2]):
        if mark and mark in CLOSING:
            return mark
    return ""


def _make(document: Document, pieces: Sequence[Span], speaker: str | None, *, end: str, marked: bool = True) -> Passage:
    words = [
        Word(word.text, piece.start + word.start, piece.start + word.end)
        for piece in pieces
        for word in read_verbatim(piece.of(document.text))
    ]
    span = Span(pieces[0].start, pieces[-1].end)
    opens = document.text[pieces[0].start].isupper() or not document.text[pieces[0].start].isalpha()
    return Passage(document.article.id, span, tuple(words), speaker, marked, end, opens)


def _read_unmarked(document: Document, marked: Sequence[Span]) -> Iterator[Passage]:
    """Sentences in the first person that stand outside of all marks, without a name that is set behind them.

    What is set apart is laid out as a heading is.
    """
    names = sorted(e.name for e in document.entities.values() if e.kind is MentionKind.PERSON)
    for sentence in document.sentences:
        if sentence.kind in UNSPOKEN - {BlockKind.HEADING} or any(span.overlaps(sentence.span) for span in marked):
            continue
        if MARK.search(sentence.span.of(document.text)):
            continue  # a quotation that is opened anew in each paragraph, and one that was never closed
        if not any(t.text.lower() in FIRST_PERSON for t in document.sentence_tokens(sentence)):
            continue
        end = sentence.span.start + len(_drop_name(sentence.span.of(document.text), names))
        if end > sentence.span.start:
            pieces = _sentences(document.text, Span(sentence.span.start, end))
            yield from (_make(document, [piece], None, end=".", marked=False) for piece in pieces)


def _drop_name(text: str, names: Sequence[str]) -> str:
    """The text without the name of a person at its end, by which a quotation set apart is signed."""
    bare = text.rstrip()
    return next((bare[: -len(name)] for name in names if bare.casefold().endswith(f" {name.casefold()}")), text)
