"""How telling a word is inside one event: rare in English and rare among the event's own sentences."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Ranked: TypeAlias = tuple[list[tuple[str, float]], float]

BARE = 0.05
"""What a word that names the thing asked for counts however common it is."""


@dataclass(frozen=True, slots=True)
class TopicWeights:
    """Weights of lemmas: background familiarity (0 to 1) times inverse sentence frequency inside the event.

    The sentence frequency is damped by one half of its logarithm, since in a small event every word of the matter is
    frequent.
    """

    frequency: Mapping[str, int]
    sentences: int
    background: Callable[[str], float]
    _weighed: dict[str, float] = field(default_factory=dict, init=False, repr=False, compare=False)
    _ranked: dict[frozenset[str], Ranked] = field(default_factory=dict, init=False, repr=False, compare=False)
    _told: dict[frozenset[str], Ranked] = field(default_factory=dict, init=False, repr=False, compare=False)

    def weight(self, lemma: str) -> float:
        """A weight from 0 (says nothing) to 1."""
        known = self._weighed.get(lemma)
        if known is None:
            known = self._weighed[lemma] = self._weigh(lemma)
        return known

    def ranked(self, words: frozenset[str]) -> Ranked:
        """Words in alphabetical order with their weights raised by BARE, and the sum of these.

        In that order, since a sum in the order of a set differs between runs.
        """
        known = self._ranked.get(words)
        if known is None:
            ordered = [(word, self.weight(word) + BARE) for word in sorted(words)]
            known = self._ranked[words] = ordered, sum([weight for _, weight in ordered])
        return known

    def told(self, words: frozenset[str]) -> Ranked:
        """Words in alphabetical order with their weights, without those that say nothing, and the sum of these."""
        known = self._told.get(words)
        if known is None:
            ordered = [(word, weight) for word in sorted(words) if (weight := self.weight(word)) > 0.0]
            known = self._told[words] = ordered, sum([weight for _, weight in ordered])
        return known

    def _weigh(self, lemma: str) -> float:
        rare = self.background(lemma)
        if rare <= 0.0 or self.sentences < 2:
            return rare
        seen = self.frequency.get(lemma, 1)
        return rare * (0.4 + 0.6 * math.log(self.sentences / seen + 1) / math.log(self.sentences + 1))


def weigh_topics(sentences: Iterable[Iterable[str]], background: Callable[[str], float]) -> TopicWeights:
    """Count in how many sentences of the event each lemma occurs."""
    counts: Counter[str] = Counter()
    total = 0
    for lemmas in sentences:
        total += 1
        counts.update(set(lemmas))
    return TopicWeights(counts, total, background)
