"""Frames of speech read from the words in a row: ``... told us captain Ada Reed``, on pages that have lost their marks.

A scraped page keeps the verb and the name and loses quotation marks, commas and full stops; a parser then takes the
words in front for whatever it likes. Here a verb of speech right beside a name (or an office) is enough: what stands
before the two in their sentence, or the sentence before, is what was said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.model import BlockKind, Document, Mention, MentionKind, Sentence, Span, Token

MARKS = ('"', "“", "”", "„", "«", "``", "''")
"""Quotation marks: a sentence that has them is read by its marks."""

TITLE = 7
"""Tokens between a verb and the name behind it, at most: "said assistant head coach and former captain X"."""

LEAST_WORDS = 4
"""Words that what is said must have."""

HEARER = 4
"""Tokens that whom somebody told may take: "told the packed meeting"."""

TELLING = frozenset({"told", "tells", "reminded", "reminds", "assured", "assures", "informed", "informs", "advised"})
ADJUNCTS = frozenset(
    {"in", "at", "on", "as", "during", "after", "before", "to", "via", "with", "from", "by", "when", "while", "outside"}
    | {"today", "yesterday", "later", "and", "but", "through", "not"}
)
INSIDE_NAME = ("NN", "JJ", "DT", "PRP$", "CC", "POS", "VBG", "CD", "HYPH", "RB", "VBN")
STOPS = frozenset({",", ".", ";", ":", "!", "?", "…", "-", "–", "—"})
PERSONS = frozenset({"i", "we", "my", "our", "me", "us"})


@dataclass(frozen=True, slots=True)
class SpeechFrame:
    """Words given to a speaker: the range of the words, the speaker's own words and key, and the verb's."""

    content: Span
    speaker: Span
    entity: str
    cue: Span


@cache
def _forms() -> frozenset[str]:
    lines = files("checker.attribution").joinpath("data", "framing.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())


def read_frames(document: Document) -> tuple[SpeechFrame, ...]:
    """The frames of speech outside quotation marks, in the order of the text."""
    found: list[SpeechFrame] = []
    lost = not any(mark in document.text for mark in MARKS)
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.HEADLINE, BlockKind.BYLINE):
            continue
        if any(mark in sentence.span.of(document.text) for mark in MARKS):
            continue
        found.extend(_in_sentence(document, sentence, lost=lost))
    return tuple(found)


def _in_sentence(document: Document, sentence: Sentence, *, lost: bool) -> Iterator[SpeechFrame]:
    tokens = document.sentence_tokens(sentence)
    forms = _forms()
    low = sentence.first
    for token in tokens:
        if token.text.lower() not in forms or token.index == sentence.first:
            continue
        named = _named_behind(document, token, sentence) or _named_before(document, token, sentence)
        if named is None:
            continue
        speaker, first = named
        start = max(low, sentence.first)
        if not lost and _goes_on(document, token, sentence):
            continue
        content = _content(document, sentence, start, min(first, token.index))
        if content is not None:
            assert speaker.entity is not None
            yield SpeechFrame(content, speaker.span, speaker.entity, token.span)
            low = token.index + 1


def _goes_on(document: Document, verb: Token, sentence: Sentence) -> bool:
    """Whether a frame between commas interrupts what is said: "the reef, he said, was being killed"."""
    rest = document.tokens[verb.index + 1 : sentence.last]
    comma = next((n for n, t in enumerate(rest[: 2 * TITLE]) if t.text == ","), None)
    return comma is not None and any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in rest[comma + 1 :])


def _speakers(document: Document, area: Span) -> list[Mention]:
    """Names in a range, or else offices, that stand for somebody."""
    people = [m for m in document.mentions_in(area, MentionKind.PERSON) if m.entity]
    return people or [m for m in document.mentions_in(area, MentionKind.ROLE) if m.entity]


def _named_behind(document: Document, verb: Token, sentence: Sentence) -> tuple[Mention, int] | None:
    """The name that ends the phrase behind a verb ("fumed her mother and coach Ada Reed"), and where content ends."""
    tokens = document.tokens
    at = verb.index + 1
    if at >= sentence.last or tokens[at].text in STOPS:
        return None
    area_end = at
    while area_end < sentence.last and area_end - at < TITLE + 3 and tokens[area_end].tag.startswith(INSIDE_NAME):
        area_end += 1
    if area_end == at:
        return None
    named = _speakers(document, Span(tokens[at].span.start, tokens[area_end - 1].span.end))
    named = [m for m in named if m.text.lower() not in ("her", "his", "him")]
    if not named:
        return None
    # Behind a name that is the subject comes no verb of its own: "said | Reed would come" tells what was said.
    following = next((t for t in tokens[: sentence.last][area_end : area_end + 1]), None)
    if following is not None and following.tag in ("VBD", "VBZ", "VBP", "MD"):
        return None
    before = tokens[verb.index - 1]
    if before.tag.startswith(("NNP", "PRP")) and before.text not in STOPS and before.text.lower() not in PERSONS:
        held = [m for m in document.mentions_touching(before.span) if m.kind is MentionKind.PERSON]
        if any(m.span.contains(before.span) for m in held):
            return None  # "Reed told Holt": the name before the verb is the speaker
    return named[-1], verb.index


def _named_before(document: Document, verb: Token, sentence: Sentence) -> tuple[Mention, int] | None:
    """The name right before a verb whose words stand before it: "... winning captain Ada Reed told us"."""
    tokens = document.tokens
    at = verb.index - 1
    while at > sentence.first and tokens[at].tag == "RB":
        at -= 1
    people = [m for m in document.mentions_touching(tokens[at].span) if m.span.end == tokens[at].span.end and m.entity]
    held = next((m for m in people if m.kind is MentionKind.PERSON), None) or next(
        (m for m in people if m.kind is MentionKind.ROLE), None
    )
    if held is None or not _ends_frame(document, verb, sentence):
        return None
    first = next(t.index for t in tokens[sentence.first : sentence.last] if t.span.end > held.span.start)
    while first > sentence.first and tokens[first - 1].tag.startswith(("NN", "JJ", "VBG", "DT", "PRP$", "CD")):
        first -= 1
    return held, first


def _ends_frame(document: Document, verb: Token, sentence: Sentence) -> bool:
    """Whether nothing that could be the words themselves follows: a stop, an adjunct, or whom somebody told."""
    tokens = document.tokens
    at = verb.index + 1
    if verb.text.lower() in TELLING:
        limit = at + HEARER
        while at < sentence.last and at < limit and tokens[at].tag.startswith(("NN", "JJ", "DT", "PRP", "CD")):
            at += 1
    return at >= sentence.last or tokens[at].text in STOPS or tokens[at].text.lower() in ADJUNCTS


def _content(document: Document, sentence: Sentence, first: int, end: int) -> Span | None:
    """What stands before a frame in its sentence, or, where that is nothing, the sentence before in its paragraph."""
    tokens = document.tokens
    while end > first and tokens[end - 1].text in STOPS:
        end -= 1
    words = [t for t in tokens[first:end] if t.text not in STOPS]
    if len(words) >= LEAST_WORDS:
        if any(t.tag in ("VBD", "VBZ", "VBP", "MD") for t in words):
            return Span(tokens[first].span.start, tokens[end - 1].span.end)
        return None
    if words or not sentence.index:
        return None
    before = document.sentences[sentence.index - 1]
    if before.block != sentence.block or any(mark in before.span.of(document.text) for mark in MARKS):
        return None
    told = [t for t in document.sentence_tokens(before) if t.text not in STOPS]
    return Span(told[0].span.start, told[-1].span.end) if len(told) >= LEAST_WORDS else None
