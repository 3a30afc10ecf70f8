"""How telling a word is by itself: a weight like an inverse document frequency, without a corpus at hand.

With two articles there is no document frequency to count; how often SemCor has a word, and two ranks of words that
every news page holds, stand in for it.
"""

from __future__ import annotations

import math
from functools import cache, lru_cache
from importlib.resources import files

from checker.lexicon.inflection import loose_forms
from checker.lexicon.wordnet import unpack

# The logarithm of how often SemCor has its most frequent content words ("say", "person"): between 7 and 9.
_TOP = math.log(3000)
_COMMON = 0.1
_FREQUENT = 0.3
_LEAST = 0.15  # a content word that is in neither list, however frequent
_UNKNOWN = 1.0  # not in WordNet: a name, a new word, a slip


def read_words(name: str) -> frozenset[str]:
    """The words of a plain data file, comments left out."""
    text = files("checker.lexicon").joinpath("data", name).read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


@cache
def stop_words() -> frozenset[str]:
    """English function words."""
    return read_words("stop_words.txt")


@cache
def _news_weights() -> dict[str, float]:
    weights: dict[str, float] = {}
    ranks = {"common": _COMMON, "frequent": _FREQUENT}
    text = files("checker.lexicon").joinpath("data", "news_words.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            rank, _, listed = line.partition(":")
            weights.update((word, ranks[rank]) for word in listed.split())
    return weights


@cache
def _counts() -> dict[str, int]:
    """How often SemCor has each lemma that it has."""
    pairs = (line.split("\t") for line in unpack("wordnet_counts.tsv.gz").decode().splitlines())
    return {lemma: int(count) for lemma, count in pairs}


@lru_cache(maxsize=131072)
def familiarity(lemma: str) -> float:
    """What a lower-case lemma says of the topic: 0 for function words, near 0 for everyday ones, 1 for rare ones.

    >>> familiarity("the"), familiarity("zymurgy")
    (0.0, 1.0)
    """
    if lemma in stop_words():
        return 0.0
    listed = _news_weights().get(lemma)
    if listed is not None:
        return listed
    count = _counts().get(lemma)
    return _UNKNOWN if count is None else max(_LEAST, 1 - math.log(1 + count) / _TOP)


@lru_cache(maxsize=131072)
def root_form(form: str) -> str:
    """The most familiar lemma that a lower-case form may belong to; the plural of a rare word loses its s.

    Cheaper than ``base_forms``: it asks only which lemmas English text is known to use.

    >>> root_form("went"), root_form("viaducts")
    ('go', 'viaduct')
    """
    if form in stop_words():
        return form
    candidates = [form, *loose_forms(form)]
    known = [c for c in candidates if c in _counts() or c in _news_weights()]
    if known:
        return min(known, key=lambda c: (familiarity(c), candidates.index(c)))
    plural = len(form) > 3 and form.endswith("s") and not form.endswith(("ss", "us", "is"))
    return form[:-1] if plural else form
