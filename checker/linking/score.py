"""Whether two claims answer one question: a score by named levels, each from 0 to 1.

A comparison is a list of levels (record linkage's sense): the thing asked for (heads), what happens (concepts), who is involved
(entities), and the words around (topic). Wording alone never decides a value; it only says that the claims are about the same.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.lexicon import similarity
from checker.linking.weights import TopicWeights
from checker.model import Claim, LinkLevel, Linking

RELATED = 0.5
"""The least lexical similarity that counts as a partial match of two words."""

SATURATION = 1.1
"""Weight of shared words at which the absolute part of the topic level reaches one half."""


@dataclass(frozen=True, slots=True)
class Link:
    """Two claims and how well they match."""

    one: Claim
    other: Claim
    score: float
    levels: tuple[LinkLevel, ...]

    def level(self, name: str) -> float:
        """The score of one level; 0 if it was not tested."""
        return next((level.score for level in self.levels if level.level == name), 0.0)


def best_match(lemma: str, others: frozenset[str]) -> float:
    """How well a word is matched by the best word of a set: 1 for itself."""
    if lemma in others:
        return 1.0
    best = max((similarity(lemma, other) for other in others), default=0.0)
    return best if best >= RELATED else 0.0


def match_heads(one: frozenset[str], other: frozenset[str], weights: TopicWeights) -> float:
    """How well the words that name the thing asked for match: weighted by how telling they are, from both sides."""
    if not one or not other:
        return 0.0

    def covered(these: frozenset[str], those: frozenset[str]) -> float:
        total = sum(weights.weight(w) + 0.05 for w in these)
        return sum((weights.weight(w) + 0.05) * best_match(w, those) for w in these) / total

    a, b = covered(one, other), covered(other, one)
    return max(a, b) * 0.6 + min(a, b) * 0.4


def match_sets(one: Iterable[str], other: Iterable[str]) -> float:
    """Share of the smaller set that the other holds, damped when the larger is much larger."""
    a, b = set(one), set(other)
    if not a or not b:
        return 0.0
    shared = len(a & b)
    return 0.7 * shared / min(len(a), len(b)) + 0.3 * shared / max(len(a), len(b))


def match_topics(one: frozenset[str], other: frozenset[str], weights: TopicWeights) -> float:
    """How much of the words around is shared: relative to the poorer side, and in absolute weight."""
    if not one or not other:
        return 0.0
    small, large = sorted((one, other), key=lambda s: (len(s), sorted(s)))
    total = matched = 0.0
    for lemma in sorted(small):
        weight = weights.weight(lemma)
        total += weight
        if weight > 0.0:
            matched += weight * best_match(lemma, large)
    if total <= 0.0:
        return 0.0
    return float(((matched / total) * (matched / (matched + SATURATION))) ** 0.5)


def score_link(one: Claim, other: Claim, linking: Linking, weights: TopicWeights) -> Link:
    """Score two claims of one rule and slot."""
    levels = {
        "heads": (match_heads(one.heads, other.heads, weights), linking.heads, bool(one.heads and other.heads)),
        "concepts": (match_sets(one.concepts, other.concepts), linking.concepts, bool(one.concepts and other.concepts)),
        "entities": (match_sets(one.entities, other.entities), linking.entities, bool(one.entities and other.entities)),
        "topic": (match_topics(one.topic, other.topic, weights), linking.topic, True),
    }
    # A level that one side does not have is no evidence either way: it counts with half its weight.
    total = sum(weight * (1.0 if both else 0.5) for _, weight, both in levels.values())
    score = sum(value * weight for value, weight, _ in levels.values()) / total if total else 0.0
    if any(levels[name][0] <= 0.0 for name in linking.needs):
        score = 0.0
    return Link(one, other, round(score, 4), tuple(LinkLevel(name, round(v, 3)) for name, (v, w, _) in levels.items() if w))
