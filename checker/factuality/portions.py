"""What makes a figure one of a part, of another year, or a step: "22 other defendants", "the first three", "by 5"."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise

from checker.language.phrases import tokens_in
from checker.model import Document, Mention, MentionKind, Sentence, Span
from checker.values.times import TimeValue

LONG_AGO = 200
"""Days from publication at which a figure belongs to another occasion."""

LEFT_OUT = frozenset({"other", "others", "additional", "further", "fellow"})
"""Words right behind a figure that say that somebody or something is left out of it ("22 other defendants")."""

PORTIONS = frozenset("""first last next other others another further additional remaining only every fellow""".split())
"""Words before a figure that say it is not the whole."""

TOLL = frozenset({"dead", "deceased", "killed", "injured", "wounded", "hurt", "missing", "victims", "fatalities"})
"""Those of whom a count is the toll."""

AMONG = "among"
"""The mark, among the words that restrict a figure, of one that is of some of those hurt."""

AHEAD = 6
"""Words behind a figure in which it is said to be among others."""

BEFORE = 12
"""Characters before a figure in which they stand."""


def restrictions_of(document: Document, mention: Mention, sentence: Sentence) -> frozenset[str]:
    """Words that make a figure one of a part ("the first three rows", "another two"), and years long gone or ahead."""
    around = Span(max(0, mention.span.start - BEFORE), mention.span.end)
    words = {t.text.lower() for t in tokens_in(document, around)}
    following = tokens_in(document, _up_to(mention.span.end, sentence.span.end))[:1]
    words |= {t.text.lower() for t in following} & LEFT_OUT
    here = document.article.published_date
    years = {
        str(day.year)
        for day in _days_told(document, sentence)
        if here is not None and abs((here - day.date()).days) > LONG_AGO
    }
    return frozenset(words & PORTIONS) | years | _among(document, mention, sentence)


def _among(document: Document, mention: Mention, sentence: Sentence) -> frozenset[str]:
    """The mark of a figure that is said to be of some of those hurt: "three were among the dead", "two of the dead"."""
    after = [t.text.lower() for t in tokens_in(document, _up_to(mention.span.end, sentence.span.end))][:AHEAD]
    some = after[:2] == ["of", "the"] and not TOLL.isdisjoint(after[2:3])
    return frozenset({AMONG} if some or ("were", "among") in pairwise(after) else ())


def years_told(document: Document, sentence: Sentence) -> frozenset[str]:
    """The years of the dates that a sentence gives, as words."""
    return frozenset(str(day.year) for day in _days_told(document, sentence))


def _days_told(document: Document, sentence: Sentence) -> list[datetime]:
    """When the dates of a sentence begin."""
    mentions = document.mentions_in(sentence.span, MentionKind.DATE)
    return [m.value.start for m in mentions if isinstance(m.value, TimeValue) and m.value.start is not None]


def step_of(document: Document, mention: Mention, sentence: Sentence) -> frozenset[str]:
    """Which figure of a movement it is: "from 8 to 3" has a start and an end, "by 5" is the step."""
    before = [t.text.lower() for t in tokens_in(document, _up_to(sentence.span.start, mention.span.start))][-2:]
    after = [t.text.lower() for t in tokens_in(document, _up_to(mention.span.end, sentence.span.end))][:1]
    if before[-1:] == ["from"] and after == ["to"]:
        return frozenset({"from"})
    return frozenset({"by"}) if before[-1:] == ["by"] else frozenset()


def _up_to(start: int, end: int) -> Span:
    """The range between two offsets; empty where a mention reaches over the edge of its sentence."""
    return Span(start, max(start, end))
