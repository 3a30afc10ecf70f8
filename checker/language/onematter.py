"""Whether two times are told of one matter in so many words: one kind of happening, of one doer or thing.

The fitted model of the linking weighs how much else an article tells. A length of the outage is a length of the outage
however many other times there are: where the kind is told plainly on both sides, each article has one such time, and
nothing says that it is another's, the pair is taken for one.
"""

from __future__ import annotations

from datetime import timedelta

from checker.language.sameness import (
    EVENT,
    MARK,
    PARTY,
    PERSONAL,
    SHARED_PARTY,
    UNKNOWN_PARTY,
    entries,
    share_parties,
    shared_telling,
)
from checker.lexicon.happenings import kin_of
from checker.model import Claim
from checker.values.timex import Granularity, TimeValue

OFTEN = frozenset({
    "announcement", "report", "briefing", "speech", "meeting", "attack", "payment", "inspection", "approval", "alarm",
    "vote", "discovery", "arrest", "release", "sale", "delivery", "visit", "rescue", "match", "goal", "inquiry",
    "lawsuit", "treatment", "adoption", "count", "in_force", "rate_change", "war", "protest", "production", "launching",
    "evacuation", "death",
})  # fmt: skip
"""Kinds of happening that one story has several of: a shared doer or thing is asked for."""

SCENE = timedelta(hours=4)
"""How far an hour that is told as a scene lies from that of what happened at most."""

HOURS, DAYS, MONTHS = timedelta(hours=12), timedelta(days=16), timedelta(days=100)
"""How far two hours, two days gone by and two days to come of one matter lie apart at most."""

LOOSE = frozenset({"this", "next", "later", "early", "late", "coming", "mid", "end"})
"""Words of a time that names no day."""

LONGER = 5
"""How many times one length is another at most where only the sentences around tell of the kind."""

OUTSIDE = frozenset({"end", "start"})
"""Sides of an occasion that limits are told of."""


def are_one_matter(one: Claim, other: Claim) -> bool:
    """Whether the kinds of two times are told plainly and are one, and whoever takes part does not differ."""
    marks = entries(one, MARK), entries(other, MARK)
    if "several" in marks[0] | marks[1]:
        return False
    if one.part("ordinal") != other.part("ordinal") or one.part("rank") != other.part("rank"):
        return False
    ahead = "future" in marks[0] & marks[1]
    if not _are_near(one, other, ahead=ahead):
        return False
    ours, theirs = one.part("firm"), other.part("firm")
    party = share_parties(one, other)
    if ours and theirs:
        if kin_of(ours).isdisjoint(kin_of(theirs)):
            return False
        if ours | theirs <= PERSONAL | OFTEN:
            return party >= SHARED_PARTY
        central = "central" in marks[0] & marks[1]
        told = shared_telling(one, other)
        if ours.isdisjoint(theirs):
            return party >= SHARED_PARTY or (party >= UNKNOWN_PARTY and told > 0)
        return party >= SHARED_PARTY or (party >= UNKNOWN_PARTY and (central or told > 0))
    if ahead and entries(one, "part ") == entries(other, "part ") <= OUTSIDE:
        return bool(_named(one) & _named(other))
    return _is_told_around(one, other) or _is_told_around(other, one)


def _is_told_around(plain: Claim, scene: Claim) -> bool:
    """Whether the one time is plainly of a kind that the sentences around the other, a scene, tell of."""
    kinds = plain.part("firm") - PERSONAL - OFTEN
    if not kinds & scene.part("around") or scene.part("firm"):
        return False
    first, second = plain.value, scene.value
    assert isinstance(first, TimeValue)
    assert isinstance(second, TimeValue)
    if first.seconds and second.seconds:
        brief, lengthy = sorted((first.seconds[0], second.seconds[0]))
        return not scene.part("party") and lengthy <= LONGER * brief
    if first.clock is None or second.clock is None or first.start is None or second.start is None:
        return False
    return bool(scene.part("only") and scene.part("predicate")) and abs(first.start - second.start) <= SCENE


def _named(claim: Claim) -> frozenset[str]:
    return entries(claim, EVENT) | entries(claim, PARTY)


def _are_near(one: Claim, other: Claim, *, ahead: bool) -> bool:
    """Whether two hours are of one day or night, and two days gone by of one month."""
    first, second = one.value, other.value
    assert isinstance(first, TimeValue)
    assert isinstance(second, TimeValue)
    if first.start is None or second.start is None or first.seconds or second.seconds:
        return True
    apart = abs(first.start - second.start)
    if first.clock is not None and second.clock is not None:
        return apart <= HOURS
    plain = all(v.granularity is Granularity.DAY and not LOOSE & set(v.text.lower().split()) for v in (first, second))
    return apart <= (MONTHS if ahead and plain else DAYS)
