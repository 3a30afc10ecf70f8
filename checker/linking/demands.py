"""What is asked of a link between two figures before they are set against each other, beyond the threshold.

Figures are cheap: two articles have many small counts, plays, fines and ages that belong to different things. A slip of
the pen is strong evidence that two figures are one; without it, the thing counted has to be the same word, and to be
alone of its kind.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from checker.linking.relatives import PEOPLE
from checker.linking.score import UNSURE_SLIP, Link
from checker.model import Claim, ValueType
from checker.values.quantities import Quantity
from checker.values.slips import digits

FEW = 12
"""Bare counts up to this are common: two articles have them for many things."""

COMMON = 0.2
"""By how much a link between two common answers must beat what is asked of others."""

COMMON_TOPIC = 0.5
"""The least share of words around that two common answers must have, to differ about one thing."""

SAME_HEADS = {"": 0.75, "currency": 0.6, "share": 0.6, "points": 0.6}
"""By dimension, the least match of heads at which two figures that are no slip of each other are the same thing's."""

TELLING_DIGITS = 3
"""Significant digits from which equal figures are hardly ever so by chance."""

EQUAL_HEADS, EQUAL_TOPIC = 0.5, 0.35
"""The least match of heads, or of the words around, at which equal figures of fewer digits are one answer."""

LIKE_THING = 0.45
"""The same for measures, whose unit already says much."""

CROWDING = 0.1
"""By how much a differing link must beat the threshold for each rival figure of the same thing in its article."""

MOST_RIVALS = 3

FEW_RIVALS = 2
"""Rivals from which a figure is one of many, and only a slip of the pen sets it against another."""

NEVER = 9.0
"""An extra demand that no score meets."""


def is_common(claim: Claim) -> bool:
    """Whether a claim's answer is one that many questions have: a bare count of a few."""
    value = claim.value
    return isinstance(value, Quantity) and not value.dimension and value.point is not None and abs(value.point) <= FEW


def count_rivals(claims: Sequence[Claim]) -> dict[str, float]:
    """For each claim with a figure, how many others of its article share a head with it and give another figure.

    An article that tells of many goals, fines or flights has no single one to be set against another article's.
    Measures of one dimension are rivals by half whatever they are of.
    """
    blocks: dict[tuple[str, str, str], list[Claim]] = defaultdict(list)
    for claim in claims:
        if isinstance(claim.value, Quantity):
            blocks[claim.article, claim.rule, claim.slot].append(claim)
    rivals: dict[str, float] = {}
    for (_, _, slot), members in blocks.items():
        figures = {claim.id: claim.value.normalized for claim in members}
        of_head: dict[str, set[str]] = defaultdict(set)
        for claim in members:
            for head in claim.heads:
                of_head[head].add(figures[claim.id])
        for claim in members:
            own = {figures[claim.id]}
            near = set[str]().union(*(of_head[head] for head in claim.heads)) - own
            far = {*figures.values()} - near - own if slot.startswith("measure") else set()
            rivals[claim.id] = len(near) + len(far) / 2
    return rivals


def demand_agreeing(link: Link) -> float:
    """What equal answers must score beyond the rule's own figure to be one answer.

    A figure of three digits is seldom met twice by chance; a plain one has to be the figure of the same thing.
    """
    one, other = link.one, link.other
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return 0.0
    if is_common(one) and is_common(other):
        return COMMON if link.level("heads") >= SAME_HEADS[""] else NEVER
    telling = min(digits(abs(v.point)) if v.point else 0 for v in (one.value, other.value)) >= TELLING_DIGITS
    return 0.0 if telling or link.level("heads") >= EQUAL_HEADS or link.level("topic") >= EQUAL_TOPIC else NEVER


def demand_differing(link: Link, rivals: Mapping[str, float]) -> float:
    """What differing answers must score beyond the rule's threshold; ``NEVER`` when they may not differ at all."""
    one, other = link.one, link.other
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return 0.0
    if one.scope != other.scope:
        return NEVER
    nearness, crowd = link.level("figures"), max(rivals.get(one.id, 0.0), rivals.get(other.id, 0.0))
    slip = nearness >= UNSURE_SLIP
    if not slip and (nearness < 0.0 or crowd >= FEW_RIVALS):
        return NEVER
    if not slip and link.level("heads") < SAME_HEADS.get(one.value.dimension, LIKE_THING) and not _is_about(link):
        return NEVER
    if not slip and not one.value.dimension and link.level("topic") < _least_topic(one, other):
        return NEVER
    common = is_common(one) and is_common(other)
    if common and (link.level("topic") < COMMON_TOPIC or crowd >= 1):
        return NEVER
    return CROWDING * min(MOST_RIVALS, crowd) + (COMMON if common else 0.0)


def _least_topic(one: Claim, other: Claim) -> float:
    """The words around that two counts must share: more for people as such, none for a toll, named by its state."""
    if one.slot.startswith("toll"):
        return 0.0
    return PEOPLE_TOPIC if (one.heads | other.heads) <= PEOPLE else COUNT_TOPIC


PEOPLE_TOPIC, COUNT_TOPIC = 0.35, 0.12


def _is_about(link: Link) -> bool:
    """Whether two measures stand among the same words and names, whatever noun each hangs on."""
    dimension = getattr(link.one.value, "dimension", "")
    if not dimension or dimension in SAME_HEADS:
        return False
    return link.level("topic") >= SAME_WORDS and link.level("entities") >= SAME_NAMES


SAME_WORDS, SAME_NAMES = 0.55, 0.5
"""The least match of words around and of names at which two measures are about one thing without a common noun."""


def is_same_matter(link: Link) -> bool:
    """Whether two answers are about one matter: by its noun, by what happens, or by the words around."""
    if link.one.article == link.other.article:
        return False
    if link.one.value.type is ValueType.ROLE and link.level("entities") >= SAME_NAME:
        return True  # an office is the matter of one who is named
    one_deed = link.level("concepts") >= DEED and (link.level("topic") >= TOUCH or link.level("entities") > 0.0)
    return link.level("heads") >= MATTER or one_deed or link.level("topic") >= MATTER


def is_plainly_same(link: Link) -> bool:
    """Whether two answers are of one thing by its own name, beyond doubt: what an update may rest on alone."""
    if link.level("figures") < 0.0 or (link.level("scope") < 0.0 and link.level("topic") < COMMON_TOPIC):
        return False  # "some of the more than 200", and 21 of them: no count grows or shrinks so far unsaid
    toll = link.one.slot.startswith("toll") or link.level("topic") >= SAME_TALK
    if (link.one.heads | link.other.heads) <= PEOPLE and link.level("concepts") < SAME_FATE:
        return False  # "five people were trapped" and "seven people are hurt"
    return link.one.article != link.other.article and link.level("heads") >= SAME_NAME and toll


SAME_NAME, SAME_TALK = 0.9, 0.3
"""The least match of heads, and of the words around where no toll is counted, at which two answers are of one thing."""

SAME_FATE = 0.5
"""The least match of what happens at which two counts of people as such are of the same people."""

MATTER, DEED, TOUCH = 0.45, 0.8, 0.1
"""The least match of heads or of the words around, and of what happens, at which two answers are about one matter;
and of the words around beside what happens, where nobody is named in both."""
