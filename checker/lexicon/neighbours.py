"""Which words of a vocabulary can be near each other in meaning, found by shared keys instead of by trying all pairs.

Most pairs of words stand in no relation, and to find that out takes the longest. Two words that ``relate`` calls
anything closer than siblings share a key: a form, a synset, or a line of the list of news synonyms.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from checker.lexicon.inflection import base_forms
from checker.lexicon.listed import lines_of
from checker.lexicon.relations import leads_to, stands_for, uses
from checker.lexicon.wordnet import words


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of a word: those it stands for itself, and those it reaches from there, its own among them.

    A key is a form, the number of a synset, or the number of a list's line with a minus before it.
    """

    own: frozenset[str | int]
    reached: frozenset[str | int]

    def meet(self, other: Keys) -> bool:
        """Whether one of the words reaches the other: without that, they are siblings at most."""
        return not (self.own.isdisjoint(other.reached) and self.reached.isdisjoint(other.own))


@lru_cache(maxsize=16384)
def keys_of(lemma: str) -> Keys:
    """The keys of a lower-case lemma or form."""
    own: set[str | int] = {lemma, *(-1 - line for line in lines_of(lemma))}
    reached: set[str | int] = {*base_forms(lemma)}
    known = bool(words(lemma))
    for used in uses(lemma):
        own.update(stands_for(used))
        reached.update(leads_to(used))
    if not known:  # an unknown form is related by the first of its base forms
        for base in base_forms(lemma)[:1]:
            own |= keys_of(base).own
            reached |= keys_of(base).reached
    return Keys(frozenset(own), frozenset(own | reached))


def can_be_near(one: str, other: str) -> bool:
    """Whether two lower-case lemmas or forms can be closer than siblings: what to ask first, for most words are not."""
    return keys_of(one).meet(keys_of(other))


class Vocabulary:
    """A set of words that is asked, word by word, which of its words can be near."""

    def __init__(self, lemmas: Iterable[str]) -> None:
        self._own: defaultdict[str | int, list[str]] = defaultdict(list)
        self._reached: defaultdict[str | int, list[str]] = defaultdict(list)
        every = sorted(set(lemmas))
        for lemma in every:
            for key in keys_of(lemma).own:
                self._own[key].append(lemma)
        self._stood = frozenset(self._own)
        for lemma in every:
            for key in keys_of(lemma).reached & self._stood:  # what no word stands for leads from none to another
                self._reached[key].append(lemma)
        self._led = frozenset(self._reached)

    def near(self, lemma: str) -> list[str]:
        """The words that may be forms, derivatives, synonyms or kinds of one of them: all that are, and some more.

        In alphabetical order. ``lemma`` is a word of the vocabulary.
        """
        keys = keys_of(lemma)
        found: set[str] = set()
        for key in keys.reached & self._stood:
            found.update(self._own[key])
        for key in keys.own & self._led:
            found.update(self._reached[key])
        found.discard(lemma)
        return sorted(found)
