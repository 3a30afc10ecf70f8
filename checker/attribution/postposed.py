"""Speakers named in a sentence of their own behind the words: ``"..." That was Mayor X``, ``It was X who said so``.

``Those were X's words`` · ``So said X`` · ``The words are X's`` · ``The line belongs to X`` · ``Thus X``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.language.phrases import tokens_in
from checker.model import Document, Mention, MentionKind, Quote, QuoteType, Sentence, Span, Token

OPENING, CLOSING = '"“', '"”'
SHORTEST = 12
"""Characters of a quotation that stands by itself at least."""

LONGEST = 12
"""Tokens from the start of such a sentence to the name at most."""

BEING = frozenset({"was", "is", "were", "are", "'s", "’s"})
WORDS = frozenset(
    {"words", "line", "verdict", "sentence", "phrase", "remark", "quote", "quip", "comment", "voice", "speaker"}
)
SAYING = frozenset(
    {"said", "says", "spoke", "spoken", "put", "uttered", "declared", "told", "asked", "shouted", "cried"}
)
POINTING = frozenset({"so", "it", "that", "this", "those", "these", "them", "the"})
OWNING = (
    ("belong", "to"),
    ("belongs", "to"),
    ("belonged", "to"),
    ("come", "from"),
    ("came", "from"),
    ("comes", "from"),
)


def find_postposed(document: Document, quote: Quote) -> Quote:
    """The quotation with the speaker that the sentence behind it names; as it was where none does."""
    if quote.type is QuoteType.INDIRECT:
        return quote
    sentence = _behind(document, quote)
    if sentence is None:
        return quote
    tokens = document.sentence_tokens(sentence)
    low = [t.text.lower() for t in tokens[: LONGEST + 6]]
    found = _point(low)
    if found is None:
        return quote
    start, cue = found
    name = _person(document, tokens, start)
    if name is None or not _fits(quote, tokens, low, name):
        return quote
    lead = [t for t in tokens if t.span.start >= tokens[start].span.start and t.span.end <= name.span.start]
    first = lead[0].span.start if len(lead) <= 4 and lead else name.span.start
    return replace(quote, speaker=Span(first, name.span.end), speaker_entity=name.entity, cue=tokens[cue].span)


def find_bare(document: Document) -> Iterator[Quote]:
    """Quotations that are a sentence of their own, for whose speaker the sentence behind is asked."""
    for sentence in document.sentences:
        text = sentence.text.strip()
        if len(text) < SHORTEST or text[0] not in OPENING or text[-1] not in CLOSING:
            continue
        inner = text[1:-1]
        if any(mark in inner for mark in '"“”'):
            continue
        start = sentence.span.start + sentence.text.index(text[0])
        quote = Quote(QuoteType.DIRECT, Span(start, start + len(text)), inner, sentence=sentence.index)
        if (found := find_postposed(document, quote)).speaker is not None:
            yield found


def _behind(document: Document, quote: Quote) -> Sentence | None:
    """The sentence right behind a quotation, where the quotation ends a sentence."""
    inside = tokens_in(document, quote.content)
    if not inside:
        return None
    held = document.sentences[inside[-1].sentence]
    rest = document.text[quote.content.end : held.span.end].strip(" \"”’'.!?,")
    if rest:
        return None
    following = document.sentences[held.index + 1 : held.index + 2]
    return following[0] if following and following[0].block == held.block else None


def _point(low: Sequence[str]) -> tuple[int, int] | None:
    """Where the name may begin in a sentence that points back to words, and the token that says so."""
    if low[:1] in (["that"], ["this"], ["it"]) and low[1:2] and low[1] in BEING:
        return 2, 1
    if low[:1] in (["so"], ["thus"]) and low[1:2]:
        return (2, 1) if low[1] in SAYING else (1, 0)
    if low[:1] in (["those"], ["these"]) and low[1:2] and low[1] in BEING:
        return 2, 1
    if low[:1] == ["the"] and low[1:2] and low[1] in WORDS:
        for at in range(2, min(5, len(low))):
            if low[at] in BEING:
                return at + 1, at
            if tuple(low[at : at + 2]) in OWNING:
                return at + 2, at
    return None


def _person(document: Document, tokens: Sequence[Token], start: int) -> Mention | None:
    """The first name of a person from a token on, with nothing but his office before it."""
    area = Span(tokens[start].span.start, tokens[min(len(tokens), start + LONGEST) - 1].span.end)
    named = [m for m in document.mentions_in(area, MentionKind.PERSON) if m.text[:1].isupper() and m.entity]
    if not named:
        return None
    lead = [t for t in tokens[start:] if t.span.end <= named[0].span.start]
    if any(t.tag.startswith(("VB", "MD", "IN", "W")) and t.text.lower() != "of" for t in lead):
        return None
    return named[0]


def _fits(quote: Quote, tokens: Sequence[Token], low: Sequence[str], name: Mention) -> bool:
    """Whether the sentence is about the words: what "that was X" goes on with, and whose words they are already."""
    after = [t for t in tokens if t.span.start >= name.span.end]
    text = [t.text.lower() for t in after[:6]]
    if low[0] in ("it", "this") or low[:2] == ["that", "was"]:
        who = text[:1] in (["who"], ["that"])
        if who:
            return any(w in SAYING for w in text[1:4]) and bool(POINTING & {*text[2:6]})
        if low[0] == "it":
            return False
    if low[0] in ("those", "these"):
        return text[:1] in (["'s"], ["’s"], ["'"]) and bool(WORDS & {*text})
    if text[:1] in (["'s"], ["’s"]) and low[0] == "that":
        return bool(WORDS & {*text[1:4]})
    said = quote.speaker is not None and quote.cue is not None and quote.speaker_entity is not None
    closed = (
        not after or after[0].text in (",", ".", ";", "!", "–", "—", "'s", "’s", "(") or text[:1] in (["at"], ["on"])
    )
    return closed and not (said and low[0] in ("that", "this"))
