"""For each how much: the period or the thing that a figure is told for one of ("117,000 kroner a month", "$4 each").

What a figure is for one of is read, and what only looks like a figure of something: a multiple, a period behind a sum.
"""

from __future__ import annotations

from collections.abc import Sequence

from checker.language.phrases import tokens_in
from checker.model import Document, Mention, MentionKind, Span, Token
from checker.values.rates import EACH, PERIODS

ADVERBS = {"hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "fortnightly": "fortnight"}
ADVERBS |= {"monthly": "month", "quarterly": "quarter", "annual": "year", "annually": "year", "yearly": "year"}

HEADS = frozenset(
    {"head", "capita", "person", "piece", "passenger", "player", "household", "family", "pupil", "worker"}
)
LEADING = frozenset({"a", "an", "per", "every", "each", "/"})
PASSED = frozenset({"NN", "NNS", "JJ", "NNP", "$", "HYPH"})
"""Tags of the words of what is counted, which may stand before the period: "40,000 barrels of oil a day"."""

TOLD_FROM = frozenset("ago earlier later before after from later, apart".split())
"""Words that make "a week" behind a figure a time, and no rate: "lost 40 men a week ago"."""

AHEAD, BEHIND = 5, 5
"""Words behind a figure and before it in which what it is for one of may stand."""


def rate_of(document: Document, mention: Mention, sentence_end: int) -> str:
    """The period (a key of ``PERIODS``), the noun, or ``EACH`` that a figure is told for one of; empty for none."""
    end = mention.span.end
    after = tokens_in(document, Span(end, min(sentence_end, end + 48))) if sentence_end > end else ()
    before = tokens_in(document, Span(max(0, mention.span.start - 48), mention.span.start))
    return _behind(after) or _ahead([t for t in before if t.sentence == mention.sentence])


def is_rate(document: Document, mention: Mention) -> bool:
    """Whether a period is what a figure before it is told for one of, and no length: "900 euros a month"."""
    first, _, rest = mention.text.lower().partition(" ")
    if first not in LEADING or rest not in PERIODS:
        return False
    return any(
        m.kind in FIGURES and m.span.end <= mention.span.start
        for m in document.mentions_touching(Span(max(0, mention.span.start - NEAR), mention.span.start))
        if "," not in document.text[m.span.end : mention.span.start]
    )


FIGURES = (MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENT)
NEAR = 24
"""Characters before a period in which its figure stands."""


def _behind(tokens: Sequence[Token]) -> str:
    words = [t.text.lower() for t in tokens[: AHEAD + 3]]
    for at, token in enumerate(tokens[:AHEAD]):
        word = words[at]
        if word in LEADING and at + 1 < len(tokens):
            noun = tokens[at + 1].lemma.lower()
            if noun in PERIODS:
                return "" if words[at + 2 : at + 3] and words[at + 2] in TOLD_FROM else _period(noun)
            if word == "per" or (at == 0 and word != "each" and tokens[at + 1].tag == "NN" and noun in HEADS):
                return EACH if noun in HEADS else noun
            return EACH if word == "each" else ""
        if word in ADVERBS:
            return ADVERBS[word]
        if word in {"each", "apiece"}:
            return EACH
        if token.tag not in PASSED and word != "of":
            return ""
    return ""


def _ahead(tokens: Sequence[Token]) -> str:
    for token in reversed(tokens[-BEHIND:]):
        word = token.text.lower()
        if word in ADVERBS:
            return ADVERBS[word]
        if token.tag not in PASSED and word not in {"of", "about", "some", "nearly", "around", "is", "was"}:
            break
    return EACH if any(t.text.lower() == "each" for t in tokens) else ""


def _period(noun: str) -> str:
    return {"annum": "year", "season": "year", "night": "day"}.get(noun, noun)


def is_multiple(document: Document, mention: Mention) -> bool:
    """Whether a number only says how many times as much: "five times as many infections", "three times the average"."""
    after = [t.text.lower() for t in tokens_in(document, Span(mention.span.end, mention.span.end + 20))][:2]
    return after[:1] == ["times"] and after[1:] != [] and after[1] in COMPARING


COMPARING = frozenset(
    "as more less fewer the that higher lower bigger larger greater smaller faster its their what".split()
)
"""Words behind "times" by which it multiplies (own list)."""
