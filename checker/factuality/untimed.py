"""Dates, hours and lengths in the text that are the time of nothing, and whom or what a length was spent with."""

from __future__ import annotations

import re

from checker.factuality.rates import is_rate
from checker.language.phrases import tokens_in
from checker.model import Document, Mention, MentionKind, QuoteType, Span
from checker.values.timex import TimeValue

BOUNDS = frozenset({"least", "most", "latest"})
"""Superlatives that hold a figure or a date and tell of no record ("at least half", "the latest survey")."""

STAMPED = re.compile(
    r"\b(?:[Uu]pdated|UPDATED|[Pp]ublished|PUBLISHED|[Pp]osted|POSTED|[Mm]odified)\s*(?:on|at)?\s*:\s*$"
)
"""What stands before the hour at which an article itself was put out: "Updated: 2031-05-06 06:50"."""

SIGNED = re.compile(r"\s?\((?:[A-Z][\w.]{1,20}\s?){1,3}\)\s?[-–—]")
"""What follows the date of a dateline: "Jan 1 (Coast Wire) -"."""

SPOKEN = frozenset({"today", "tonight", "tomorrow", "yesterday", "this", "last", "next"})
"""What a time opens with that, in a quotation, is counted from the day it was said and not from the article's."""


def is_untimed(document: Document, mention: Mention) -> bool:
    """Whether a time says when nothing was: what is left of a length, a picture's day, an hour told again, a window."""
    if _is_no_date(document, mention) or _is_left(document, mention):
        return True
    return _is_conversion(document, mention) or _is_pictures(document, mention)


def _is_no_date(document: Document, mention: Mention) -> bool:
    """Whether the time is the window of a superlative ("the largest since 2016") or part of a name ("Long March 9")."""
    assert isinstance(mention.value, TimeValue)
    before = Span(max(0, mention.span.start - 60), mention.span.start)
    tokens = [t for t in tokens_in(document, before) if t.sentence == mention.sentence]
    if SIGNED.match(document.text, mention.span.end) or STAMPED.search(document.text[before.start : before.end]):
        return True
    if is_rate(document, mention):
        return True
    inside = {n for t in tokens_in(document, mention.span) for n in (t.index, t.head)}
    if tokens and tokens[-1].tag in {"NNP", "JJ"} and tokens[-1].text[:1].isupper() and tokens[-1].head in inside:
        return True
    if mention.text.split()[0].lower() in SPOKEN and any(
        q.type is QuoteType.DIRECT and q.content.contains(mention.span) for q in document.quotes
    ):
        return True
    titled = bool(tokens) and tokens[-1].tag[:2] in {"NN", "JJ"}
    if titled and RUNNING.fullmatch(mention.text) and _ends_line(document, mention):
        return True
    windows = {"since", "for", "in"} if mention.kind is MentionKind.DURATION else {"since"}  # "the first in 1936"
    if not any(t.text.lower() in windows for t in tokens[-3:]):
        return False
    return any(
        (t.tag in {"JJS", "RBS"} and t.text.lower() not in BOUNDS) or t.text.lower() in {"first", "first-ever", "never"}
        for t in tokens
    )


RUNNING = re.compile(r"\d{1,2}:\d\d")
"""What can be the length of a film beside its title ("The weapon that makes the north more dangerous 01:12")."""


def _ends_line(document: Document, mention: Mention) -> bool:
    rest = document.text[mention.span.end : mention.span.end + 1]
    return rest in {"", "\n"}


LEFT = re.compile(r"[\s-]{1,2}(?:left|remaining|to go|to play|to spare|by now|so far|and counting)\b")
"""What follows a length that is still to run, or runs on: a point in the course of something, and no length of it."""


def _is_left(document: Document, mention: Mention) -> bool:
    """Whether a length is what was left of something, or what it came to so far ("with six minutes remaining")."""
    return mention.kind is MentionKind.DURATION and LEFT.match(document.text, mention.span.end) is not None


PICTURE = re.compile(
    r"[\s.,]{0,3}(?:©|\((?:AP|AFP|Reuters|REUTERS|Getty|EPA|PA|Photo)\b"
    r"|(?:AP|AFP|Getty|REUTERS|EPA)[/ ](?:Photo|Images|[A-Z]))"
)
"""The credit of a picture right behind a date, which is the picture's: "on July 15, 2031 (AP Photo", "©"."""


def _is_pictures(document: Document, mention: Mention) -> bool:
    """Whether a date is that of the picture whose caption it closes."""
    return PICTURE.match(document.text, mention.span.end) is not None


def _is_conversion(document: Document, mention: Mention) -> bool:
    """Whether a clock time in brackets says again, for another zone, what the one before them says."""
    start = mention.span.start
    if mention.kind is not MentionKind.TIME or document.text[max(0, start - 1) : start] != "(":
        return False
    return any(
        m.kind is MentionKind.TIME and m.span.end <= start <= m.span.end + 2
        for m in document.mentions_touching(Span(max(0, start - 2), start))
    )


TOWARDS = 6
"""Tokens behind a length in which the name may open of whom or what it was spent with."""

BONDS = frozenset({"with", "at", "as", "against", "under", "for", "of", "in"})
"""Prepositions between a length and whom or what it was spent with."""


def read_towards(document: Document, mention: Mention) -> frozenset[str]:
    """The name of whom or what a length was spent with: "seven years with the Larks"; empty where none is told."""
    before = tokens_in(document, Span(max(0, mention.span.start - 60), mention.span.start))
    before = [t for t in before if t.sentence == mention.sentence][-TOWARDS:]
    if before and before[-1].text.lower() == "for":
        bond = max((n for n, t in enumerate(before[:-1]) if t.text.lower() in BONDS), default=len(before))
        held = [t for t in before[bond + 1 : -1] if t.text.lower() not in {"the", "a", "an"}]
        if held and all(t.text[:1].isupper() for t in held):
            return frozenset(t.lemma.lower() for t in held)
    after = tokens_in(document, Span(mention.span.end, min(len(document.text), mention.span.end + 80)))
    after = [t for t in after if t.sentence == mention.sentence][:TOWARDS]
    for place, token in enumerate(after[:-1]):
        if token.text.lower() not in BONDS:
            continue
        rest = after[place + 1 :]
        if rest[0].text.lower() in {"the", "a", "an"}:
            rest = rest[1:]
        named = frozenset(t.lemma.lower() for t in rest[:3] if t.tag in {"NNP", "NNPS"})
        return named if rest and rest[0].tag in {"NNP", "NNPS"} else frozenset()
    return frozenset()
