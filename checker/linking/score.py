"""Whether two claims answer one question: a score by named levels, each from 0 to 1.

A comparison is a list of levels (record linkage's sense): the thing asked for (heads), what happens (concepts), who is
involved (entities), and the words around (topic). Wording alone never decides a value; it only says that the claims are
about the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.linking.relatives import Relatives
from checker.linking.weights import TopicWeights
from checker.model import Claim, Linking
from checker.values.quantities import Quantity
from checker.values.slips import digits, is_slip, written_figure

SATURATION = 1.1
"""Weight of shared words at which the absolute part of the topic level reaches one half."""

ACROSS = 0.75
"""How much a head counts that the other side has only in the words around, beside one that it has as a head."""

SURE_DIGITS = 3
"""Digits from which two figures with the same digits in another order are hardly ever so by chance."""

UNSURE_SLIP = 0.6
"""What a slip of fewer digits counts."""

FAR = 0.2
"""Two figures of which one is less than this share of the other are seldom the same thing's, short of a slip."""

FAR_APART = -0.6
"""What such figures add instead."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims and how well they match: the score, and what they were given at each level, by its name."""

    one: Claim
    other: Claim
    score: float
    scores: tuple[tuple[str, float], ...]

    def level(self, name: str) -> float:
        """The score of one level; 0 if it was not tested."""
        for level, score in self.scores:
            if level == name:
                return score
        return 0.0


def _covered(these: frozenset[str], those: frozenset[str], weights: TopicWeights, relatives: Relatives) -> float:
    known = relatives.scored(weights)
    found = known.get((these, those))
    if found is None:
        ordered, total = weights.ranked(these)
        found = known[these, those] = relatives.cover(ordered, those) / total if total else 0.0
    return found


def match_heads(one: Claim, other: Claim, weights: TopicWeights, relatives: Relatives) -> float:
    """How well the words that name the thing asked for match: head to head or, for less, to context; both ways."""
    return match_named(one.heads, one.topic, other.heads, other.topic, weights, relatives)


def match_named(
    heads: frozenset[str],
    topic: frozenset[str],
    other_heads: frozenset[str],
    other_topic: frozenset[str],
    weights: TopicWeights,
    relatives: Relatives,
) -> float:
    """The same for the words of one claim or of several that say the same."""
    if not heads or not other_heads:
        return 0.0
    a = _covered(heads, other_heads, weights, relatives)
    b = _covered(other_heads, heads, weights, relatives)
    direct = max(a, b) * 0.6 + min(a, b) * 0.4
    if direct >= ACROSS:
        return direct
    # Nothing is gained where every word of a side is matched as well as can be without the words around.
    a = _covered(heads, other_heads | other_topic, weights, relatives) if a < 1.0 else a
    b = _covered(other_heads, heads | topic, weights, relatives) if b < 1.0 else b
    return max(direct, ACROSS * (max(a, b) * 0.5 + min(a, b) * 0.5))


def match_sets(one: Iterable[str], other: Iterable[str]) -> float:
    """Share of the smaller set that the other holds, damped when the larger is much larger."""
    a, b = frozenset(one), frozenset(other)  # no copy is made of what is one
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return 0.7 * shared / min(len(a), len(b)) + 0.3 * shared / max(len(a), len(b))


def match_topics(one: frozenset[str], other: frozenset[str], weights: TopicWeights, relatives: Relatives) -> float:
    """How much of the words around is shared: relative to the poorer side, and in absolute weight."""
    if not one or not other:
        return 0.0
    small, large = (one, other) if len(one) < len(other) else (other, one)
    if len(one) == len(other) and sorted(large) < sorted(small):
        small, large = large, small
    known = relatives.scored(weights)
    found = known.get((small, large, "topic"))
    if found is None:
        found = known[small, large, "topic"] = _match_context(small, large, weights, relatives)
    return found


def _match_context(small: frozenset[str], large: frozenset[str], weights: TopicWeights, relatives: Relatives) -> float:
    ordered, total = weights.told(small)
    if total <= 0.0:
        return 0.0
    matched = relatives.cover(ordered, large)
    return float(((matched / total) * (matched / (matched + SATURATION))) ** 0.5)


def match_figures(one: Claim, other: Claim) -> float | None:
    """How much two figures look like one figure copied: 1 for a slip of the pen; a little for the same size.

    None for others.

    Differing figures with the same digits in another order, or with a power of ten between them, are more often one
    figure told wrongly than two figures; it is evidence for the link, never for the value.
    """
    if not isinstance(one.value, Quantity) or not isinstance(other.value, Quantity):
        return None
    a, b = one.value.point, other.value.point
    if a is None or b is None or a <= 0 or b <= 0:
        return 0.0
    first, second = written_figure(one.value), written_figure(other.value)
    if first is not None and second is not None and is_slip(first, second):
        return 1.0 if min(digits(first), digits(second)) >= SURE_DIGITS else UNSURE_SLIP
    ratio = min(a, b) / max(a, b)
    return 0.25 * ratio if ratio >= FAR else FAR_APART


def score_link(
    one: Claim,
    other: Claim,
    linking: Linking,
    weights: TopicWeights,
    *,
    alone: bool = False,
    relatives: Relatives | None = None,
) -> Link:
    """Score two claims of one rule and slot.

    ``alone`` says that each is the only one of its slot in its article; ``relatives`` are the related words of the
    event's claims, so that they are looked up once for all pairs.
    """
    if linking.words:
        share = match_sets(one.heads, other.heads)
        return Link(one, other, round(share, 4), (("words", round(share, 3)),))
    relatives = relatives or Relatives((one, other))
    # The two levels that take time are left alone where they neither count nor are needed.
    named, around = linking.heads or "heads" in linking.needs, linking.topic or "topic" in linking.needs
    levels = {
        "heads": (match_heads(one, other, weights, relatives) if named else 0.0, linking.heads),
        "concepts": (match_sets(one.concepts, other.concepts), linking.concepts),
        "entities": (match_sets(one.entities, other.entities), linking.entities),
        "topic": (match_topics(one.topic, other.topic, weights, relatives) if around else 0.0, linking.topic),
    }
    # A level that one side does not have is no evidence either way: it counts with half its weight.
    total = linking.heads if one.heads and other.heads else linking.heads * 0.5
    total += linking.concepts if one.concepts and other.concepts else linking.concepts * 0.5
    total += linking.entities if one.entities and other.entities else linking.entities * 0.5
    total += linking.topic
    score = sum([value * weight for value, weight in levels.values()]) / total if total else 0.0
    nearness = match_figures(one, other)
    if nearness is not None:
        levels["figures"] = (nearness, linking.figures)
        score = min(1.0, score + nearness * linking.figures)
    if one.scope != other.scope and linking.scope:
        levels["scope"] = (-1.0, linking.scope)
        score -= linking.scope
    if alone and linking.alone:
        levels["alone"] = (1.0, linking.alone)
        score = min(1.0, score + linking.alone)
    for name in linking.needs:
        if levels[name][0] <= 0.0:
            score = 0.0
    told = tuple([(name, round(value, 3)) for name, (value, weight) in levels.items() if weight])
    return Link(one, other, round(score, 4), told)
