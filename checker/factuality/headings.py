"""Headings: which way a thing moved ("drifting southeast"), read off the row of words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.factuality.motions import BREAKS, DENIALS, UNREAL, MotionWords, motion_words, span_of
from checker.language.phrases import NOUN_TAGS, word_of
from checker.model import BlockKind, Document, MentionKind, Sentence, Span, Token

BACK = 2
"""Sentences before one with a bearing that say what moves, and when."""

REACH = 4
"""Words between a verb of motion and its bearing."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A thing that moved: ``bearing`` in degrees from north, ``around`` the words it is told with.

    ``days`` are the words for the day, or the part of the day, that it is told of.
    """

    bearing: int
    around: frozenset[str]
    days: frozenset[str]
    sentence: Sentence
    focus: Span


def read_headings(document: Document) -> Iterator[Heading]:
    """Every bearing that something is said to move on, in reading order."""
    words = motion_words()
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE}:
            continue
        tokens = document.sentence_tokens(sentence)
        for at, token in enumerate(tokens):
            bearing = words.bearings.get(_fold_bearing(token.text))
            if bearing is None or not _moves_so(tokens, at, words):
                continue
            verb = _verb_before(tokens, at, words)
            if verb is None or (DENIALS | UNREAL) & {t.text.lower() for t in tokens[max(0, verb - 4) : verb]}:
                continue
            if _is_long_ago(document, Span(sentence.span.start, token.span.start)):
                continue
            told = document.sentences[max(0, sentence.index - BACK) : sentence.index]
            near = [t for s in (*told, sentence) for t in document.sentence_tokens(s) if t.span != token.span]
            days = frozenset(day for t in near if (day := words.days.get(t.text.lower())))
            nouns = frozenset(word_of(t) for t in near if t.tag in NOUN_TAGS)
            around = nouns - words.days.keys() - words.bearings.keys()
            subject = [n for n in range(max(0, verb - REACH), verb) if tokens[n].tag in {*NOUN_TAGS, "PRP"}]
            yield Heading(bearing, around, days, sentence, span_of(tokens, min((verb, *subject[-1:])), at))


def _is_long_ago(document: Document, span: Span) -> bool:
    """Whether a range names a year before the article's."""
    year = getattr(document.article.published, "year", None)
    dates = (m.text[-4:] for m in document.mentions_in(span, MentionKind.DATE))
    return year is not None and any(d.isdigit() and int(d) < year for d in dates)


def _fold_bearing(text: str) -> str:
    """A point of the compass in its plain form: "north-eastwards" and "northeasterly" are northeast."""
    plain = text.lower().replace("-", "")
    for ending in ("wards", "ward", "erly", "bound"):
        plain = plain.removesuffix(ending)
    return plain


def _moves_so(tokens: Sequence[Token], at: int, words: MotionWords) -> bool:
    """Whether a bearing says where to: not "north of the town", "the west coast", "from the south"."""
    text = tokens[at].text
    after = tokens[at + 1].text.lower() if at + 1 < len(tokens) else ""
    before = [t.text.lower() for t in tokens[max(0, at - 2) : at]]
    if after in words.places or "from" in before or "in" in before[-1:]:
        return False
    if after[:1].isalpha() and tokens[at + 1].tag in NOUN_TAGS and not text.lower().endswith(("ward", "wards")):
        return tokens[at + 1].tag == "NNP" and text[:1].islower() and _is_day(after)
    if before[-1:] == ["the"] and before[:1] not in (["to"], ["toward"], ["towards"]):
        return False
    return text[:1].islower()


def _is_day(word: str) -> bool:
    return word.endswith("day")


def _verb_before(tokens: Sequence[Token], at: int, words: MotionWords) -> int | None:
    """The verb of motion that a bearing goes with."""
    for n in range(at - 1, max(-1, at - 2 - REACH), -1):
        if tokens[n].text in BREAKS or tokens[n].text == ",":
            return None
        if tokens[n].lemma.lower() in words.moving and tokens[n].tag.startswith("VB"):
            return n
    return None
