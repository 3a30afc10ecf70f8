"""Which words of the claims match which: the related pairs of an event's vocabulary, each compared once."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from functools import lru_cache

from checker.lexicon import Vocabulary, is_person_noun, similarity
from checker.linking.weights import TopicWeights
from checker.model import Claim

RELATED = 0.5
"""The least lexical similarity that counts as a partial match of two words."""

PEOPLE = frozenset({"people", "person", "individual", "man", "woman", "human", "resident", "adult"})
"""Nouns that count people of any kind."""

HEADS = frozenset(
    {"job", "post", "position", "role", "redundancy", "layoff", "dismissal", "life", "soul", "head", "body", "death"}
    | {"fatality", "casualty", "injury", "infection", "arrest", "crew", "staff", "workforce", "personnel", "troop"}
    | {"family", "household", "hand", "face", "name", "pax", "ticket-holder", "attendance", "crowd", "turnout"}
    | {"audience", "corpse", "conviction", "hospitalisation", "hospitalization", "admission", "squad", "team", "force"}
)
"""Nouns that count people though they name none: what each has, is, or what happens to each."""

ANYBODY = 0.65
"""How well "people" matches "volunteers"."""


@lru_cache(maxsize=65536)
def match_words(one: str, other: str) -> float:
    """How well two lemmas match: 1 for the same, less for related ones, 0 below RELATED."""
    if one == other:
        return 1.0
    if (one in PEOPLE and is_person_noun(other)) or (other in PEOPLE and is_person_noun(one)):
        return ANYBODY
    found = similarity(one, other)
    return found if found >= RELATED else 0.0


def counts_people(noun: str) -> bool:
    """Whether so many of a noun are so many people: "nuns", "passengers", "jobs", "deaths"."""
    return noun in PEOPLE or noun in HEADS or is_person_noun(noun)


class Relatives:
    """The words that claims are linked by, and how well each is matched by the others.

    Words are compared when they are first asked for.
    """

    def __init__(self, claims: Iterable[Claim]) -> None:
        vocabulary = {word for claim in claims for words in (claim.heads, claim.topic) for word in words}
        self._vocabulary = Vocabulary(vocabulary)
        self._people = sorted(word for word in vocabulary if is_person_noun(word))
        self._anybody = sorted(PEOPLE & vocabulary)
        self._found: dict[str, Mapping[str, float]] = {}
        self._scored: tuple[TopicWeights | None, dict[tuple[Hashable, ...], float]] = (None, {})

    def scored(self, weights: TopicWeights) -> dict[tuple[Hashable, ...], float]:
        """What sets of words were scored at against each other under some weights: many claims share their words."""
        if self._scored[0] is not weights:
            self._scored = (weights, {})
        return self._scored[1]

    def of(self, lemma: str) -> Mapping[str, float]:
        """The other words that match a word, and how well (RELATED to 1)."""
        if lemma not in self._found:
            near = self._vocabulary.near(lemma)
            if lemma in PEOPLE:
                near += self._people
            if is_person_noun(lemma):
                near += self._anybody
            matches = {word: match_words(lemma, word) for word in near if word != lemma}
            self._found[lemma] = {word: score for word, score in matches.items() if score > 0.0}
        return self._found[lemma]

    def best(self, lemma: str, others: frozenset[str]) -> float:
        """How well a word is matched by the best word of a set; 0 by none."""
        if lemma in others:
            return 1.0
        return max((score for word, score in self.of(lemma).items() if word in others), default=0.0)

    def cover(self, weighed: Iterable[tuple[str, float]], others: frozenset[str]) -> float:
        """What some words weigh, each as far as it is matched by the best word of a set."""
        total, known = 0.0, self._found
        for lemma, weight in weighed:
            if lemma in others:
                total += weight
                continue
            matches = known.get(lemma)
            if matches is None:
                matches = self.of(lemma)
            if matches and not others.isdisjoint(matches):  # few words have any, and this is asked of all pairs
                total += weight * max([score for word, score in matches.items() if word in others])
        return total
