"""Claims to stand out and places in a row of holders: whether they hold within one another's limits."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.factuality.precedent_words import precedent_words, rows_of
from checker.factuality.successions import one_deed, one_kind
from checker.lexicon import familiarity
from checker.model import Claim, Relation, Verdict
from checker.values.firsts import FirstValue

TELLING, SEVERAL = 0.3, 3
"""Familiarity from which a shared word says that two claims are about the same, and words that do for plain firsts."""

REGIONS = frozenset({"state", "province", "county", "region", "district", "city", "town", "village", "island"})
"""Words for the part of a country in which a place in a row is counted."""

LONG = "long article"
"""The mark of a claim in an article of many sentences, in which much is the first of something."""


YEARS_APART = 1.5
"""Years between the openings of two windows from which they are two, whichever way each is told."""

SHARED_LIMIT, OWN_LIMIT = 0.34, 3
"""Share of the words of a limit that two limits may have in common, and the words that each then has."""


def compare_bests(one: Claim, other: Claim) -> Verdict:
    """Two claims to stand out in one event: framing where measure or limits differ, and something links the two."""
    ours, theirs = one.value, other.value
    assert isinstance(ours, FirstValue)
    assert isinstance(theirs, FirstValue)
    said = f"“{ours.text}” beside “{theirs.text}”"
    around = {w for w in one.topic & other.topic if familiarity(w) >= TELLING}
    alike = ours.measure == theirs.measure != "first"
    strays = LONG in one.scope | other.scope
    around |= _rows_shared(ours.text, theirs.text)
    if not (alike or around or one.entities & other.entities) or (strays and len(around) < SEVERAL):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: different things")
    if _limits_apart(ours, theirs):
        return Verdict(
            Relation.FRAMING, f"{said}: within other limits ({ours.limit or 'none'}; {theirs.limit or 'none'})"
        )
    same = ours.measure == theirs.measure
    return Verdict(Relation.AGREE if same else Relation.NOT_COMPARABLE, f"{said}: hardly other limits")


def _rows_shared(one: str, other: str) -> frozenset[str]:
    """The kinds of happening that both phrases name, in whatever words: "escape", "breakout"."""
    words = precedent_words()
    mine, theirs = (rows_of(re.findall(r"[a-z]+", text.lower()), words) for text in (one, other))
    return (mine & theirs) - EVERYDAY


EVERYDAY = frozenset({"appearance", "attempt", "office", "film", "concert", "store", "title", "goal", "case", "visit"})
"""Rows whose words many things are told with ("start", "show", "hold")."""


def _limits_apart(ours: FirstValue, theirs: FirstValue) -> bool:
    """Whether two claims to stand out plainly hold within different limits.

    A year and a length of time may be one window told in two ways; one that is of all time stands apart from any.
    """
    if ours.start is not None and theirs.start is not None:
        return abs(ours.start - theirs.start) > YEARS_APART
    if ours.since and theirs.since:
        years = [v.since[:4].isdigit() for v in (ours, theirs)]
        return years[0] == years[1] and ours.since[:3] != theirs.since[:3]
    stems = {w for w in _stems(theirs.scope) if len(w) == STEM_OF_LIMIT}
    shared = {w for w in ours.scope if w[:STEM_OF_LIMIT] in stems}
    shared |= {w for w in ours.scope & theirs.scope if familiarity(w) >= TELLING}
    if bool(ours.since) != bool(theirs.since):
        return ours.ever or theirs.ever or not shared
    if ours.measure == theirs.measure == "first" and ours.ever and theirs.ever:
        return False  # "for the first time ever" is said of anything
    if shared and ours.measure == theirs.measure and ours.ever and theirs.ever:
        return False  # "the largest-ever deal of the sector", "the biggest technology deal on record"
    least = min(len(ours.scope), len(theirs.scope))
    return least > 0 and len(shared) <= (least * SHARED_LIMIT if least >= OWN_LIMIT else 0)


def compare_holders(one: Claim, other: Claim) -> Verdict:
    """Two places in one row of those who did a thing; only different places within one window tell anything."""
    ours, theirs = one.value, other.value
    assert isinstance(ours, FirstValue)
    assert isinstance(theirs, FirstValue)
    said = f"“{ours.text}” beside “{theirs.text}”"
    low, high = (one, other) if ours.rank < theirs.rank else (other, one)
    (noun,), (another,) = one.part("noun"), other.part("noun")
    apart = Verdict(Relation.NOT_COMPARABLE, f"{said}: not counted in one row")
    if ours.rank == theirs.rank or not one_kind(noun, another, one.scope, other.scope):
        return apart
    assert isinstance(low.value, FirstValue)
    assert isinstance(high.value, FirstValue)
    if REGIONS & low.part("limit") - high.part("limit"):
        return apart
    echo = high.part("echo") or low.part("echo")
    if not one_deed(one.topic, other.topic) if echo else not one_deed(one.scope, other.scope):
        return apart
    if (low.value.since or high.value.since) and not (high.part("now") or low.value.since == high.value.since):
        return apart
    if low.value.scope - high.value.scope and not low.value.ever:
        return apart
    return Verdict(Relation.CONTRADICT, f"{said}: the places in the row differ")


STEM_OF_LIMIT = 4
"""Letters by which words of two limits are one ("tech", "technology"; "Angola", "Angolan")."""


def _stems(words: Iterable[str]) -> frozenset[str]:
    return frozenset(w[:STEM_OF_LIMIT] for w in words)
