"""The times that each article tells of anything: one that the other has for something else is not in dispute."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker.linking.score import Link
from checker.model import Claim, Relation
from checker.values.times import Bound, TimeValue, compare_times, may_agree, with_bound

AN_HOUR, HALF_A_DAY = 3600, 720
"""Seconds and minutes: two clock times of less precision, or that differ by that much, can be one said otherwise."""

VERBATIM = 0.75
"""The match of the words around from which a passage is one that was copied, whatever else its article tells."""


def list_times(claims: Sequence[Claim]) -> dict[str, list[TimeValue]]:
    """The times that each article gives for anything."""
    found: dict[str, list[TimeValue]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, TimeValue):
            found[claim.article].append(claim.value)
    return found


def is_told_by_other(link: Link, times: Mapping[str, Sequence[TimeValue]]) -> bool:
    """Whether a time of one article is a time of the other's too, which has it for something else.

    "Left on Saturday, sank on Monday" and "reached on Monday" tell of two days, not of one in two ways.
    """
    if link.level("topic") >= VERBATIM:
        return False
    for claim, other in ((link.one, link.other), (link.other, link.one)):
        value = claim.value
        if isinstance(value, TimeValue) and any(
            may_agree(value, told) and _is_told(value, told) for told in times[other.article]
        ):
            return True
    return False


def _is_told(value: TimeValue, told: TimeValue) -> bool:
    """Whether one time is another of whose limit, day or half of the day one of them says nothing."""
    one, other = _unbound(value), _unbound(told)
    relation = compare_times(one, other).relation
    if relation is Relation.COMPATIBLE and one.clock and other.clock and "T" in one.timex and "T" in other.timex:
        exact = not (one.approximate or other.approximate) and max(one.precision, other.precision) < AN_HOUR
        return exact and (one.clock[0] - other.clock[0]) % HALF_A_DAY == 0
    return relation is Relation.AGREE


def _unbound(value: TimeValue) -> TimeValue:
    """A time without its limit: "gates open at one" and "from one o'clock" name one hour."""
    return value if value.bound is Bound.EXACT or value.seconds else with_bound(value, Bound.EXACT)
