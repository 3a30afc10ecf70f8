"""Hearsay: what an article has from another outlet, from a writing, or from people whom it does not name.

Each piece says who it is from, what is said, and which words show both at a glance: those on either side of the place
where the credit meets what is credited.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from checker.attribution.credits import own_outlet
from checker.attribution.outlets import Outlet, recognise
from checker.attribution.speakers import unnamed_heads
from checker.language.phrases import tokens_in
from checker.model import BlockKind, Document, MentionKind, Quote, QuoteType, Sentence, Span, Token

CARRIED = 2
"""Sentences over which "it" goes on standing for a writing."""

SHOWN = 100
"""Characters of the words that show a piece of hearsay: what a person takes in at a glance."""

LEAST_WORDS = 4
"""Words that what is said must have."""

BETWEEN = 30
"""Characters between a credit and what it credits, at most: "told Radio Norte on May 2 that"."""


class Kind(StrEnum):
    """What stands behind a piece of hearsay."""

    OUTLET = "outlet"
    WRITING = "writing"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Hearsay:
    """Who a piece is from (``outlet`` for the outlet's name), what is said, and the words that show both."""

    kind: Kind
    source: Span
    content: Span
    shown: Span
    outlet: str | None = None


@cache
def _words() -> dict[str, frozenset[str]]:
    data = files("checker.attribution").joinpath("data", "hearsay.toml").read_text(encoding="utf-8")
    return {key: frozenset(value.split()) for key, value in tomllib.loads(data).items()}


def document_words() -> frozenset[str]:
    """Nouns for writings that an article cites without naming who wrote them."""
    return _words()["documents"]


def read_hearsay(document: Document) -> tuple[Hearsay, ...]:
    """The hearsay of an article in reading order, at most one piece a credit; quotations in marks are not among it."""
    return document.once(_read_hearsay)


def _read_hearsay(document: Document) -> tuple[Hearsay, ...]:
    found: dict[Span, Hearsay] = {}
    credited = {a.span: a.outlet for c in document.clauses for a in c.attribution if a.outlet and a.span}
    told = _told_by_writing(document)
    for quote in document.quotes:
        if quote.type is not QuoteType.INDIRECT or not 0 <= quote.sentence < len(document.sentences):
            continue
        sentence = document.sentences[quote.sentence]
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.HEADLINE, BlockKind.BYLINE):
            continue
        piece = _read_quote(document, quote, sentence, credited, carried=_carries(told, document, sentence))
        if piece is not None:
            found.setdefault(piece.source, piece)
    for piece in _read_loose(document):
        if not any(piece.source.overlaps(other) for other in found):
            found[piece.source] = piece
    return tuple(sorted(found.values(), key=lambda piece: piece.shown))


def _told_by_writing(document: Document) -> frozenset[int]:
    """The sentences whose subject is a writing, or a pronoun that goes on from one."""
    told: set[int] = set()
    for sentence in document.sentences:
        subjects = [t for t in document.sentence_tokens(sentence) if t.dep == "nsubj"]
        goes_on = any(t.text.lower() in _words()["pronouns"] for t in subjects) and _carries(told, document, sentence)
        if goes_on or any(t.lemma.lower() in _words()["documents"] for t in subjects):
            told.add(sentence.index)
    return frozenset(told)


def _carries(told: Collection[int], document: Document, sentence: Sentence) -> bool:
    """Whether a writing spoke shortly before, so that "it" can be the writing."""
    before = range(max(0, sentence.index - CARRIED), sentence.index)
    return any(index in told for index in before) and (
        sentence.index - 1 in told or document.sentences[sentence.index - 1].block == sentence.block
    )


def _read_quote(
    document: Document, quote: Quote, sentence: Sentence, credited: Mapping[Span, str], *, carried: bool
) -> Hearsay | None:
    """Reported speech whose speaker is an outlet, a writing or nobody by name, or that was spoken to another outlet."""
    if quote.speaker is None or quote.cue is None:
        return None
    text = document.text
    speaker, cue = quote.speaker.of(text), quote.cue
    heard_by = _outlet_of(document, quote.venue) if quote.venue else None
    if heard_by is not None:
        return _make(document, Kind.OUTLET, cue, quote.content, cue, heard_by.name)
    credit = Span(min(quote.speaker.start, cue.start), max(quote.speaker.end, cue.end))
    lemma = _lemma_at(document, cue)
    known = _outlet_of(document, speaker)
    outlet = credited.get(quote.speaker) or (known.name if known is not None else None)
    if outlet is not None:
        content = _rest(quote, sentence)
        if lemma in _words()["business"] or len(content.of(text).split()) < LEAST_WORDS:
            return None
        return _make(document, Kind.OUTLET, quote.speaker, content, credit, outlet)
    if len(quote.content.of(text).split()) < LEAST_WORDS:
        return None
    head = _head(document, quote.speaker)
    if head is None or (lemma not in _words()["telling"] and not lemma.startswith("accord")):
        return None
    if head.lemma.lower() in _words()["documents"] or (carried and speaker.lower() in _words()["pronouns"]):
        return _make(document, Kind.WRITING, quote.speaker, quote.content, credit)
    named = document.mentions_in(quote.speaker, MentionKind.PERSON)
    if head.lemma.lower() in unnamed_heads() and not named:
        return _make(document, Kind.UNNAMED, quote.speaker, quote.content, credit)
    return None


def _read_loose(document: Document) -> Iterator[Hearsay]:
    """Sentences that credit an outlet without giving it a verb of speech: "a Radio Norte report that", "citing AFP"."""
    for clause in document.clauses:
        sentence = document.sentences[clause.sentence]
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.HEADLINE, BlockKind.BYLINE):
            continue
        for credit in clause.attribution:
            if credit.outlet is None or credit.span is None or credit.cue is not None:
                continue
            if _is_own(document, Outlet(credit.outlet, "unknown")):
                continue
            if len(sentence.span.of(document.text).split()) > LEAST_WORDS:
                yield _make(document, Kind.OUTLET, credit.span, sentence.span, credit.span, credit.outlet)


def _make(
    document: Document, kind: Kind, source: Span, content: Span, credit: Span, outlet: str | None = None
) -> Hearsay:
    return Hearsay(kind, source, content, _show(document, credit, content), outlet)


def _show(document: Document, credit: Span, content: Span) -> Span:
    """A line of text where the credit meets what it credits, cut at words."""
    after = content.end - credit.end
    before = credit.start - content.start
    tokens = tokens_in(document, Span(min(credit.start, content.start), max(credit.end, content.end)))
    if credit.start >= content.end or before > after:
        end = credit.end
        starts = [t.span.start for t in tokens if end - SHOWN <= t.span.start and t.span.start >= content.start]
        return Span(min(starts, default=credit.start), end)
    if content.start - credit.end > BETWEEN:
        return Span(content.start, _last_end(tokens, content.start, content.end))
    return Span(credit.start, _last_end(tokens, credit.start, content.end))


def _last_end(tokens: list[Token], start: int, limit: int) -> int:
    ends = [t.span.end for t in tokens if start < t.span.end <= min(limit, start + SHOWN)]
    return max(ends, default=limit)


def _rest(quote: Quote, sentence: Sentence) -> Span:
    """What an outlet says: the content that was read, or the rest of its sentence where that is a mere object."""
    if quote.cue is not None and quote.content.start >= quote.cue.end:
        return Span(quote.content.start, max(quote.content.end, sentence.span.end))
    return quote.content


def _outlet_of(document: Document, phrase: str | None) -> Outlet | None:
    """The outlet that a phrase is or ends in, if it is not the article's own."""
    words = (phrase or "").strip(" ,.;:").split()
    for start in range(len(words)):
        if words[start][:1].isupper() and (outlet := recognise(" ".join(words[start:]))) is not None:
            return None if _is_own(document, outlet) else outlet
    found = recognise(phrase or "")
    return found if found is not None and not _is_own(document, found) else None


def _is_own(document: Document, outlet: Outlet) -> bool:
    """Whether an outlet is the article's own, in full or by the last words of its name (the Post, of the City Post)."""
    source = (document.article.source or "").casefold().split()
    words = outlet.name.casefold().removeprefix("the ").split()
    return own_outlet(document, outlet) or source[-len(words) :] == words


def _head(document: Document, span: Span) -> Token | None:
    """The head word of a phrase: the token whose own head lies outside of it."""
    inside = tokens_in(document, span)
    indices = {t.index for t in inside}
    return next((t for t in inside if t.head not in indices or t.head == t.index), None)


def _lemma_at(document: Document, span: Span) -> str:
    return next((t.lemma.lower() for t in tokens_in(document, span)), "")
