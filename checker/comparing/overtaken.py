"""Answers of an earlier article that time has overtaken, by the days on which two articles came out and by their words.

A post that is told as left, a figure that was only expected, a day that lay ahead: what a later article gives instead
is news, and no contradiction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import datetime, timedelta

from checker.comparing.publication import published_at
from checker.model import Article, Claim, ValueType
from checker.values.roles import RoleValue
from checker.values.timex import Granularity, TimeValue

# "has been put at 11", "up from 4", "than first thought", "the initial estimate"
CORRECTED = re.compile(
    r"\b(?:(?:was|were|is|are|been) (?:earlier |first |initially |previously |originally |now |since )?"
    r"(?:put|revised|corrected|raised|lowered|amended) (?:at|to|up|down|from)\b"
    r"|(?:up|down|revised|corrected|raised|lowered|increased|reduced) from\b"
    r"|than (?:was )?(?:first|originally|initially|previously) \w+ed\b|than (?:first |originally )?thought\b"
    r"|(?:more|fewer|less|higher|lower) than (?:planned|announced|promised)\b"
    r"|(?:initial|earlier|preliminary) (?:estimate|figure|count|toll)\b|at (?:the )?last count\b"
    r"|latest (?:count|figure|toll|tally|estimate)\b)",
    re.IGNORECASE,
)
# "two weeks sooner than planned", "on 17 June instead", "the new date"
PUT_OFF = re.compile(
    r"\b(?:(?:earlier|sooner|later|longer) than (?:planned|scheduled|announced|promised|expected)\b"
    r"|(?:ahead of|behind) schedule\b|(?:original|previous|earlier) (?:date|deadline|target|plan)\b"
    r"|(?:rather than|instead of) (?:the )?(?:planned|promised|announced|scheduled|expected)\b|brought forward\b"
    r"|(?:moved|put|pushed|set) back\b|(?:postponed|rescheduled|deferred|delayed|slipped)\b|\binstead\b(?! of)"
    r"|\bwill now (?!on\b)\w+|\bnew (?:date|deadline)\b)",
    re.IGNORECASE,
)
AROUND = 110
"""Characters around an answer in which words say that it has moved."""

ESTIMATED = frozenset("estimate estimated expect expected forecast project projected provisional budget plan".split())
"""Words of an earlier article by which its figure is not the last (own list)."""


SEQUEL = timedelta(days=5)
"""Least distance in publication at which a higher count may be of the next of its kind ("the second test")."""


def has_left(held: RoleValue, left: RoleValue) -> bool:
    """Whether somebody has a post in the earlier article of which the later one says that it is over."""
    return FORMER in left.ranks - held.ranks


FORMER = "former"
CLOCKS = frozenset({Granularity.HOUR, Granularity.MINUTE})


def says_moved(later: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether words near an answer say that it is no longer what it was."""
    words = PUT_OFF if isinstance(later.value, TimeValue) else CORRECTED
    text = articles[later.article].text
    start = max(0, later.span.start - AROUND, text.rfind("\n", 0, later.span.start) + 1)
    return words.search(text, start, min(len(text), later.span.end + AROUND)) is not None


def was_estimate(earlier: Claim, later: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether the earlier figure was only expected, and the later one came out days after it."""
    first, second = published_at(articles[earlier.article]), published_at(articles[later.article])
    apart = first is not None and second is not None and second - first >= SEQUEL
    share = ValueType.PERCENT in (earlier.value.type, later.value.type)
    return apart and not share and bool(ESTIMATED & earlier.topic)


def is_overtaken(earlier: Claim, later: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether a day that lay ahead of the earlier article is another one in the later: it moved, or it has come since.

    What a later article tells of a day that has come is no plan any more.
    """
    one, other = earlier.value, later.value
    if not isinstance(one, TimeValue) or not isinstance(other, TimeValue) or one.start is None or other.start is None:
        return False
    first, second = published_at(articles[earlier.article]), published_at(articles[later.article])
    if first is None or second is None or CLOCKS & {one.granularity, other.granularity}:
        return False
    if one.start.date() == other.start.date():
        return False
    if min(one.start, other.start).date() <= first.date():
        return False
    come = max(one.start, other.start) <= second and other.start >= one.start
    return come or says_moved(later, articles)


def is_of_another_event(one: Claim, other: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether one of two tolls is dated weeks before both articles came out, and the other is not."""
    told = [moment for claim in (one, other) if (moment := published_at(articles[claim.article])) is not None]
    if not told:
        return False
    return _is_past(one, min(told)) is not _is_past(other, min(told))


def _is_past(claim: Claim, told: datetime) -> bool:
    ends = [value.end for value in claim.when if isinstance(value, TimeValue) and value.end is not None]
    return bool(ends) and all(told - end > WEEKS for end in ends)


WEEKS = timedelta(days=45)
"""Time before an article from which what it dates there is another event than the one that it tells of."""
