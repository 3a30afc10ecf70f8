"""Names in a sentence: the runs of capitals that name somebody or something, known from elsewhere or not."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.factuality.called import ADDRESSES, PARTICLES
from checker.model import Document, Mention, MentionKind, Sentence, Span, Token

LONGEST = 6
"""Words of a name at most."""

SHOUTED = 0.6
"""The share of capitals from which a line is set in capitals, which then tell no names."""

SHORT = 3
"""Letters of a word of a name that too many names have."""

TITLED = {
    **{word: word for word in ("operation", "project", "hotel", "mission", "exercise", "taskforce", "camp")},
    **dict.fromkeys(("cyclone", "hurricane", "typhoon", "storm"), "storm"),
    **dict.fromkeys(("comet", "asteroid"), "comet"),
}
"""Nouns that open a name in capitals, and the kind of thing that they tell."""

NAMELESS = (
    MentionKind.DATE,
    MentionKind.TIME,
    MentionKind.MONEY,
    MentionKind.NUMBER,
    MentionKind.PERCENT,
    MentionKind.DURATION,
    MentionKind.SET,
)
BEARING = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a sentence: the places of its first token and behind its last, its range, and whose it is."""

    first: int
    end: int
    span: Span
    mention: Mention | None
    key: str | None
    text: str


def find_names(document: Document, sentence: Sentence) -> Iterator[Name]:
    """Every name of a sentence; none of one that is set in capitals."""
    tokens = document.sentence_tokens(sentence)
    if _is_shouted(tokens):
        return
    at = 0
    while at < len(tokens):
        if not _opens(tokens, at):
            at += 1
            continue
        end = _run(tokens, at)
        yield from _names(document, tokens, at, end)
        at = end


def _is_shouted(tokens: Sequence[Token]) -> bool:
    words = [t for t in tokens if t.text[:1].isalpha()]
    return not words or sum(t.text[:1].isupper() for t in words) > SHOUTED * len(words) + 2


def _opens(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if not token.text[:1].isupper() or not token.text[:1].isalpha() or token.text in ("I", "A"):
        return False
    return token.tag.startswith("NNP") or (at > 0 and token.tag.startswith(("NN", "JJ", "FW", "VB")))


def _run(tokens: Sequence[Token], first: int) -> int:
    end = first + 1
    while end < len(tokens) and end - first < LONGEST:
        token = tokens[end]
        small = token.text.lower() in PARTICLES or token.text in ("-", "&", "of") or token.tag == "CD"
        if not small and not (token.text[:1].isupper() and token.text[:1].isalpha()):
            break
        end += 1
    while end > first + 1 and not (tokens[end - 1].text[:1].isupper() or tokens[end - 1].tag == "CD"):
        end -= 1
    return end


def _names(document: Document, tokens: Sequence[Token], first: int, end: int) -> Iterator[Name]:
    """The names in a run of capitals: those that are known, or the run itself."""
    span = Span(tokens[first].span.start, tokens[end - 1].span.end)
    here = document.mentions_in(span, *BEARING)
    known = [m for m in here if m.text[:1].isupper() and m.entity in document.entities]
    inside = [m for m in known if span.contains(m.span)]
    if inside and (inside[-1].kind is MentionKind.PERSON or len(inside[-1].text) > (end - first) * 3):
        mention = inside[-1]
        begin = next((n for n in range(first, end) if tokens[n].span.end > mention.span.start), first)
        stop = next((n for n in range(end, first, -1) if tokens[n - 1].span.start < mention.span.end), end)
        if mention.span.end == span.end:
            entity = document.entities[mention.entity or ""]
            yield Name(begin, stop, mention.span, mention, entity.key, entity.name)
        return
    while first < end - 1 and tokens[first].text.lower().rstrip(".") in ADDRESSES:
        first += 1
    if tokens[first].text.lower() in TITLED and end - first > 1:
        first += 1  # "Operation Dawn"
    span = Span(tokens[first].span.start, tokens[end - 1].span.end)
    if document.mentions_in(span, *NAMELESS[:2]) or len(span.of(document.text)) < SHORT:
        return
    yield Name(first, end, span, None, None, span.of(document.text))
