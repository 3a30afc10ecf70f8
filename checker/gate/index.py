"""Finds the events of new articles in an archive without parsing it, or even reading the texts.

The events are those that ``group_events`` would make of the new articles and the archive together, by the same terms,
weights and decisions; but only the articles around the new ones are compared. From each article found those that share
key terms with it are looked up, and those alike enough are gone on from, the most alike first. Two articles in no such
chain are in no event together, since joining groups never makes them more alike than their members are.
"""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from checker.gate.entries import TELLING, TOP, Keys, Weights
from checker.linking.events import COMMON_KEY, KEY_TERMS, SHARED_KEYS, group_linked, least_link, nearness
from checker.linking.signatures import NAME_WEIGHT, Signature, count_on, likeness, rarity, scale, weigh_term

MOST = 300
"""Articles that are gone on from. Chains through look-alikes grow with the archive; an event has tens of articles."""

Places = NDArray[np.int64]


@dataclass(frozen=True)
class Index:
    """The terms of articles, in their order, and when each was published."""

    keys: Sequence[Keys]
    published: Sequence[date | None]

    @property
    def size(self) -> int:
        """How many articles there are."""
        return len(self.keys)

    def find_groups(self, wanted: Sequence[int]) -> list[list[int]]:
        """The events with a wanted article in them, as numbers of articles in order; each article in one."""
        links = self._spread(wanted)
        members = sorted(links)
        place = {member: number for number, member in enumerate(members)}
        inside = [{place[other]: score for other, score in links[one].items() if other in place} for one in members]
        groups = [sorted(members[number] for number in group) for group in group_linked(inside, self.size)]
        asked = set(wanted)
        return sorted((group for group in groups if asked.intersection(group)), key=min)

    def _spread(self, wanted: Sequence[int]) -> dict[int, dict[int, float]]:
        """The links of the wanted articles, of those that are linked to them closely enough to matter, and so on."""
        least = least_link(self.size)
        signatures: dict[int, Signature[int]] = {}
        scores: dict[tuple[int, int], float] = {}
        links: dict[int, dict[int, float]] = {}
        waiting = [(-1.0, one) for one in wanted]
        heapq.heapify(waiting)
        while waiting and len(links) < MOST + len(wanted):
            _, one = heapq.heappop(waiting)
            if one in links:
                continue
            links[one] = {}
            for other in self._candidates(one):
                pair = (min(one, other), max(one, other))
                if pair not in scores:
                    for number in pair:
                        if number not in signatures:
                            signatures[number] = self._sign(number)
                    near = nearness(self.published[pair[0]], self.published[pair[1]])
                    scores[pair] = likeness(signatures[pair[0]], signatures[pair[1]]) * near
                score = scores[pair]
                if score > 0:
                    links[one][other] = score
                if score >= least and other not in links:
                    heapq.heappush(waiting, (-score, other))
        return links

    def _candidates(self, one: int) -> list[int]:
        """The articles that share key terms with one, in order."""
        shared: Counter[int] = Counter()
        for term in self._key_terms[self._key_starts[one] : self._key_starts[one + 1]].tolist():
            first, last = self._holder_starts[term], self._holder_starts[term + 1]
            if last - first <= COMMON_KEY:
                shared.update(self._holders[first:last].tolist())
        return sorted(other for other, count in shared.items() if count >= SHARED_KEYS and other != one)

    def _sign(self, one: int) -> Signature[int]:
        keys = self.keys[one]
        names = keys.terms.tolist()
        rare = self._rarities[self._counts[self._term_numbers[self._starts[one] : self._starts[one + 1]]]]
        prior = _prior(keys.background, keys.marks)
        opening = len(keys.lead)

        def weigh(damped: Weights, size: int) -> dict[int, float]:
            weights = weigh_term(damped, prior[:size], keys.background[:size], rare[:size], self._counted)
            return scale(zip(names[:size], weights.tolist(), strict=True))

        marks = keys.marks.tolist()
        return Signature(
            weigh(keys.lead, opening),
            weigh(keys.body, len(names)),
            dict(zip(names, keys.passing.tolist(), strict=True)),
            frozenset(name for name, mark in zip(names, marks, strict=True) if mark & TOP),
            frozenset(name for name, mark in zip(names, marks, strict=True) if mark & TELLING),
        )

    @cached_property
    def _counted(self) -> float:
        return count_on(self.size)

    @cached_property
    def _starts(self) -> Places:
        """Where the terms of each article begin among those of all, and the end."""
        return _starts_of(np.array([len(one.terms) for one in self.keys], dtype=np.int64))

    @cached_property
    def _numbered(self) -> tuple[Places, Places]:
        terms = np.concatenate([one.terms for one in self.keys])
        _, numbers, counts = np.unique(terms, return_inverse=True, return_counts=True)
        return numbers.reshape(-1), counts

    @property
    def _term_numbers(self) -> Places:
        """The terms of all articles, numbered from 0."""
        return self._numbered[0]

    @property
    def _counts(self) -> Places:
        """How many articles hold each term."""
        return self._numbered[1]

    @cached_property
    def _rarities(self) -> Weights:
        """How rare a term is that so many articles hold, by that number."""
        table = np.zeros(int(self._counts.max(initial=0)) + 1)
        for holders in np.unique(self._counts).tolist():
            table[holders] = rarity(holders, self.size)
        return table

    @cached_property
    def _chosen(self) -> tuple[Places, Places]:
        """The key terms of all articles, article by article, and the article of each."""
        openings = np.array([len(one.lead) for one in self.keys], dtype=np.int64)
        article = np.repeat(np.arange(self.size), openings)
        inside = np.arange(len(article)) - np.repeat(_starts_of(openings)[:-1], openings)
        terms = self._term_numbers[self._starts[:-1][article] + inside]
        background = np.concatenate([one.background[: len(one.lead)] for one in self.keys])
        marks = np.concatenate([one.marks[: len(one.lead)] for one in self.keys])
        weights = weigh_term(
            np.concatenate([one.lead for one in self.keys]),
            _prior(background, marks),
            background,
            self._rarities[self._counts[terms]],
            self._counted,
        )
        order = np.concatenate([one.order for one in self.keys])
        among = _weightiest(weights, article, inside, self.size)
        ranked = among[np.lexsort((order[among], -weights[among], article[among]))]
        # The articles are in order already; the rank of a term is its distance from the first of its article.
        sizes = np.bincount(article[among], minlength=self.size)
        chosen = ranked[np.arange(len(ranked)) - np.repeat(_starts_of(sizes)[:-1], sizes) < KEY_TERMS]
        return terms[chosen], article[chosen]

    @property
    def _key_terms(self) -> Places:
        return self._chosen[0]

    @cached_property
    def _key_starts(self) -> Places:
        """Where the key terms of each article begin, and the end."""
        return _starts_of(np.bincount(self._chosen[1], minlength=self.size))

    @cached_property
    def _holders(self) -> Places:
        """The articles that have each term among their keys, term by term."""
        return self._chosen[1][np.argsort(self._key_terms, kind="stable")]

    @cached_property
    def _holder_starts(self) -> Places:
        return _starts_of(np.bincount(self._key_terms, minlength=len(self._counts)))


def _starts_of(lengths: Places) -> Places:
    return np.concatenate([np.zeros(1, dtype=np.int64), np.cumsum(lengths)])


def _prior(background: Weights, marks: NDArray[np.uint8]) -> Weights:
    return np.where(marks & TELLING != 0, background * NAME_WEIGHT, background)


def _weightiest(weights: Weights, article: Places, inside: Places, size: int) -> Places:
    """The terms with weight that are among an article's weightiest, as many as are keys, or weigh as much as the last.

    To put only these in order takes a third of the time. ``article`` and ``inside`` say for each term where it stands.
    """
    longest = int(inside.max(initial=-1)) + 1
    least = np.full(size, -np.inf)
    if longest > KEY_TERMS:
        table = np.full((size, longest), np.inf)
        table[article, inside] = -weights
        least = -np.partition(table, KEY_TERMS - 1, axis=1)[:, KEY_TERMS - 1]
    return np.flatnonzero((weights > 0) & (weights >= least[article]))
