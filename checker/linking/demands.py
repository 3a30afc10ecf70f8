"""What is asked of a link between two figures before they are set against each other, beyond the threshold.

Figures are cheap: two articles have many small counts, plays, fines and ages that belong to different things. A slip of
the pen is strong evidence that two figures are one; without it, the thing counted has to be the same word, and to be
alone of its kind.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from checker.linking.score import UNSURE_SLIP, Link
from checker.model import Claim
from checker.values.quantities import Quantity

FEW = 12
"""Bare counts up to this are common: two articles have them for many things."""

COMMON = 0.2
"""By how much a link between two common answers must beat what is asked of others."""

COMMON_TOPIC = 0.4
"""The least share of words around that two common answers must have, to differ about one thing."""

SAME_HEADS = {"": 0.75, "currency": 0.6, "share": 0.6, "points": 0.6}
"""By dimension, the least match of heads at which two figures that are no slip of each other are the same thing's."""

LIKE_THING = 0.45
"""The same for measures, whose unit already says much."""

CROWDING = 0.1
"""By how much a differing link must beat the threshold for each rival figure of the same thing in its article."""

MOST_RIVALS = 3

NEVER = 9.0
"""An extra demand that no score meets."""


def is_common(claim: Claim) -> bool:
    """Whether a claim's answer is one that many questions have: a bare count of a few."""
    value = claim.value
    return isinstance(value, Quantity) and not value.dimension and value.point is not None and abs(value.point) <= FEW


def count_rivals(claims: Sequence[Claim]) -> Counter[str]:
    """For each claim with a figure, how many others of its article name the same thing and give another figure.

    An article that tells of many goals, fines or flights has no single one to be set against another article's.
    """
    figures = [claim for claim in claims if isinstance(claim.value, Quantity)]
    holders: dict[tuple[str, str, str, frozenset[str]], set[str]] = defaultdict(set)
    for claim in figures:
        holders[claim.article, claim.rule, claim.slot, claim.heads].add(claim.value.normalized)
    return Counter({c.id: len(holders[c.article, c.rule, c.slot, c.heads]) - 1 for c in figures})


def demand_agreeing(one: Claim, other: Claim) -> float:
    """What equal answers must score beyond the rule's own figure."""
    return COMMON if is_common(one) and is_common(other) else 0.0


def demand_differing(link: Link, rivals: Counter[str]) -> float:
    """What differing answers must score beyond the rule's threshold; ``NEVER`` when they may not differ at all."""
    one, other = link.one, link.other
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return 0.0
    if one.scope != other.scope:
        return NEVER
    slip = link.level("figures") >= UNSURE_SLIP
    common = is_common(one) and is_common(other)
    if not slip and link.level("heads") < SAME_HEADS.get(one.value.dimension, LIKE_THING) and not _is_about(link):
        return NEVER
    if common and link.level("topic") < COMMON_TOPIC:
        return NEVER
    crowding = CROWDING * min(MOST_RIVALS, max(rivals[one.id], rivals[other.id]))
    return crowding + (COMMON if common else 0.0)


def _is_about(link: Link) -> bool:
    """Whether two measures stand among the same words and names, whatever noun each hangs on."""
    dimension = getattr(link.one.value, "dimension", "")
    if not dimension or dimension in SAME_HEADS:
        return False
    return link.level("topic") >= SAME_WORDS and link.level("entities") >= SAME_NAMES


SAME_WORDS, SAME_NAMES = 0.55, 0.5
"""The least match of words around and of names at which two measures are about one thing without a common noun."""
