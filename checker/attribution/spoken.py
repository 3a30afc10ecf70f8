"""Everything that an article gives to a speaker, in marks, reported, or on a page that has lost its marks.

Quotations come from the attribution of the document; where it is read in a row of words instead (``frames``), that
reading takes the place of what the parser made of the same words.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.attribution.cues import Frame, load_cues
from checker.attribution.frames import MARKS, read_frames
from checker.attribution.postposed import find_bare, find_postposed
from checker.attribution.worded import find_worded
from checker.factuality.called import name_at
from checker.language.phrases import tokens_in
from checker.model import Document, MentionKind, Quote, QuoteType, Span
from checker.values.sorts import sorts_of

NAME = 12
"""Tokens from the words for a speaker to the end of his name at most."""


@dataclass(frozen=True, slots=True)
class Speech:
    """A quotation; ``lost``: the page has lost its quotation marks, so that these may be somebody's very words.

    ``worded``: words that are no verb of speech say whose it is ("in X's words").
    """

    quote: Quote
    lost: bool = False
    worded: bool = False


def read_speech(document: Document) -> tuple[Speech, ...]:
    """Quotations and reported speech, in the order of the text; thoughts, orders and wishes are not among them."""
    return document.once(_read_speech)


def _read_speech(document: Document) -> tuple[Speech, ...]:
    lost = not any(mark in document.text for mark in MARKS)
    framed = [
        Quote(
            type=QuoteType.INDIRECT,
            content=frame.content,
            words=frame.content.of(document.text),
            speaker=frame.speaker,
            cue=frame.cue,
            speaker_entity=frame.entity,
            sentence=next((t.sentence for t in tokens_in(document, frame.content)), -1),
        )
        for frame in read_frames(document)
    ]
    found = [Speech(quote, lost) for quote in framed]
    for quote in (find_postposed(document, quote) for quote in document.quotes):
        if any(quote.content.overlaps(other.content) for other in framed):
            continue
        if quote.type is not QuoteType.INDIRECT or _is_said(document, quote):
            found.append(Speech(quote, lost and quote.type is QuoteType.INDIRECT))
    for quote in find_bare(document):
        if not any(quote.content.overlaps(other.quote.content) for other in found):
            found.append(Speech(quote))
    if not lost:
        taken = [s.quote.content for s in found if _is_given(document, s.quote)]
        for quote in find_worded(document, taken):
            found = [s for s in found if not s.quote.content.overlaps(quote.content)]
            found.append(Speech(quote, worded=True))
    return tuple(sorted(found, key=lambda s: (s.quote.content.start, s.quote.content.end)))


def _is_given(document: Document, quote: Quote) -> bool:
    """Whether somebody is given as the speaker, and not the words themselves: "which X offered the guests"."""
    return quote.speaker is not None and quote.speaker.of(document.text).lower() not in ("which", "that", "it", "this")


def _is_said(document: Document, quote: Quote) -> bool:
    """Whether reported content was spoken in these words or others, and not thought, wished or ordered."""
    if quote.cue is None or quote.speaker is None:
        return False
    lemma = next((t.lemma.lower() for t in tokens_in(document, quote.cue)), "")
    return load_cues().allows(lemma, Frame.QUOTE) or lemma == "accord"


def describe_speaker(document: Document, quote: Quote) -> tuple[str, frozenset[str]]:
    """A speaker without a name: the words up to where a clause about him begins, and the sorts of people they name."""
    if quote.speaker is None or document.mentions_in(quote.speaker, MentionKind.PERSON):
        return "", frozenset()
    tokens = tokens_in(document, quote.speaker)
    end = next(
        (n for n, t in enumerate(tokens) if t.text in (",", "(", "–", "—") or t.tag.startswith("W")), len(tokens)
    )
    head = next((n for n, t in enumerate(tokens[:end]) if n and t.tag == "IN"), end)
    words = [t.text for t in tokens[:head]]
    if not words or not tokens[head - 1].tag.startswith("NN") or tokens[head - 1].tag in ("NNS", "NNPS"):
        return "", frozenset()
    return Span(tokens[0].span.start, tokens[end - 1].span.end).of(document.text), sorts_of(" ".join(words))


def name_unlisted(document: Document, quote: Quote) -> str:
    """The name of a speaker that the article's names do not know: "hotel owner | Dwight Pettus"; empty for none.

    A parser may cut the words for a speaker short before his name.
    """
    if quote.speaker is None or quote.speaker_entity is not None:
        return ""
    tokens = tokens_in(document, quote.speaker)
    if not tokens or tokens[-1].tag not in ("NN", "NNP"):
        return ""
    rest = [t for t in document.tokens[tokens[0].index :][:NAME] if t.sentence == tokens[0].sentence]
    found = name_at(document, rest, 0)
    if found is None or found[1] is not None or found[0].start > quote.speaker.end + 2:
        return ""
    behind = document.text[found[0].end : found[0].end + 2]
    return "" if behind in ("'s", "’s") else found[2]
