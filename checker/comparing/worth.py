"""What a single-source note is worth: how much another desk would need the claim stood up before repeating it.

Money, shares, precise days, counts of something, what named people did, words that somebody said, and what is taken
from elsewhere weigh most; small counts, parts of the day and statements that name nobody weigh least.
"""

from __future__ import annotations

import re

from checker.model import Claim, Document, MentionKind, ValueType
from checker.sources.origins import find_words
from checker.values.firsts import FirstValue
from checker.values.quantities import Quantity
from checker.values.quotes import QuoteValue
from checker.values.times import TimeValue

WORTHWHILE = 0.4
"""The least worth of a note."""

NAMED_PERSON = 0.1
NAMED_OTHER = 0.05
CREDITED = 0.15
UNNAMED = 0.1
NAMELESS = 0.15
SPEAKERLESS = 0.2
"""What a named person, another name, a credit to an outlet or an unnamed source adds; what no name, no speaker lose."""

FEW = 3
"""Counts up to this are seldom what a story is about ("two sides", "one of")."""

FLEETING = 0.2
"""What a part of a day is worth: "on Friday night" tells when a reporter looked."""

HEADLINE = 0.2
"""What a headline loses: the article's body says it in full."""

YEAR = re.compile(
    r"^(?:\w{1,10} )?\d{2,4}$"
)  # 2031; since 2031; 20 (a century): so coarse, it tells little without a name
# The dateline of an article: LISBON, May 2 (Atlas Wire) — ; what it dates is the article
DATELINE = re.compile(r"^[^a-z\n]{3,40},[^()\n]{0,40}\([^()\n]{2,40}\)")
LONGEST_DATELINE = 120
PART_OF_DAY = re.compile(r"T(?:MO|NI|AF|EV|DT)$")  # 2031-05-02TNI


def weigh_note(claim: Claim, document: Document) -> float:
    """From 0 (say nothing) to 1 (an editor would want it checked first)."""
    worth = _weigh_value(claim, document)
    if worth <= 0.0:
        return 0.0
    kinds = {m.kind for m in document.mentions_in(claim.span) if m.text[:1].isupper()}
    if MentionKind.PERSON in kinds:
        worth += NAMED_PERSON
    elif kinds & {MentionKind.ORGANISATION, MentionKind.PLACE}:
        worth += NAMED_OTHER
    elif isinstance(claim.value, QuoteValue):
        worth -= 0.0 if claim.value.speaker else SPEAKERLESS
    elif not _is_exact(claim):
        worth -= NAMELESS
    if any(a.outlet for a in claim.attribution):
        worth += CREDITED
    elif any(a.speaker and not a.named for a in claim.attribution):
        worth += UNNAMED
    if claim.headline:
        worth -= HEADLINE
    return max(0.0, min(1.0, worth))


def _is_exact(claim: Claim) -> bool:
    """Whether an answer can be checked though nobody is named beside it: a figure, or a time finer than a year."""
    match claim.value:
        case TimeValue() as time:
            return YEAR.match(time.normalized) is None
        case value:
            return isinstance(value, Quantity)


def _weigh_value(claim: Claim, document: Document) -> float:
    """The worth of an answer by its type; the rule's own weight where nothing better is known."""
    match claim.value:
        case TimeValue() as time:
            return _weigh_time(claim, time, document)
        case Quantity() as figure:
            few = figure.type is ValueType.NUMBER and not figure.dimension and abs(figure.point) <= FEW
            return min(claim.weight, 0.35) if few else claim.weight
        case FirstValue() as first:
            return _weigh_first(claim, first)
        case _:
            return claim.weight


def _weigh_time(claim: Claim, time: TimeValue, document: Document) -> float:
    if _dates_article(claim, document):
        return 0.0
    if PART_OF_DAY.search(time.normalized):
        return FLEETING
    return claim.weight


def _dates_article(claim: Claim, document: Document) -> bool:
    """Whether a time stands in a dateline: it is the article's, not the event's."""
    if claim.sentence < 0:
        return False
    start = document.blocks[document.sentences[claim.sentence].block].span.start
    opening = DATELINE.match(document.text[start : start + LONGEST_DATELINE])
    return opening is not None and find_words(claim, claim.value.text).end <= start + opening.end()


def _weigh_first(claim: Claim, first: FirstValue) -> float:
    """A first or a record inside a stated scope; an ordinal that only counts is nothing to check."""
    if first.rank == 0:
        return claim.weight
    if first.measure == "first" and (first.rank != 1 or not (first.scope or first.ever or first.since)):
        return 0.0
    return claim.weight
