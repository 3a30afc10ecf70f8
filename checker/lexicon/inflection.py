"""Base forms of inflected words, without a parser: WordNet's exception lists and the suffix rules of morphy(7WN)."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache

from checker.lexicon.wordnet import POS, parts_of, unpack

# Suffixes and what replaces them, per part of speech: morphy(7WN), and the doubled consonants of English spelling.
_DETACHMENTS: dict[str, tuple[tuple[str, str], ...]] = {
    "n": (
        ("ies", "y"),
        ("ches", "ch"),
        ("shes", "sh"),
        ("sses", "ss"),
        ("xes", "x"),
        ("zes", "z"),
        ("men", "man"),
        ("s", ""),
    ),
    "v": (
        ("ies", "y"),
        ("ied", "y"),
        ("es", "e"),
        ("es", ""),
        ("ed", "e"),
        ("ed", ""),
        ("ing", "e"),
        ("ing", ""),
        ("s", ""),
    ),
    "a": (("ier", "y"), ("iest", "y"), ("er", ""), ("est", ""), ("er", "e"), ("est", "e")),
    "r": (),
}
_LAST = {pos: frozenset(suffix[-1] for suffix, _ in rules) for pos, rules in _DETACHMENTS.items()}
"""The last letters of the suffixes: most words of a text end in none of them."""

_DOUBLED = ("ed", "ing", "er", "est")
_SHORTEST_STEM = 2


@cache
def _irregular() -> dict[tuple[str, str], tuple[str, ...]]:
    """Irregular forms: (part of speech, form) to lemmas."""
    forms: dict[tuple[str, str], list[str]] = defaultdict(list)
    for line in unpack("wordnet_inflections.tsv.gz").decode().splitlines():
        pos, form, lemma = line.split("\t")
        forms[pos, form].append(lemma)
    return {key: tuple(lemmas) for key, lemmas in forms.items()}


@lru_cache(maxsize=65536)
def base_forms(form: str, pos: str | None = None) -> tuple[str, ...]:
    """The lemmas that a lower-case form may belong to, itself first if it is one; empty for an unknown word.

    >>> base_forms("signed", "v")
    ('sign',)
    """
    parts = (pos,) if pos else POS
    listed, irregular = parts_of(form), _irregular()
    found: dict[str, None] = {} if listed.isdisjoint(parts) else {form: None}
    for part in parts:
        for candidate in (*irregular.get((part, form), ()), *_detach(form, part)):
            if part in parts_of(candidate):
                found[candidate] = None
    return tuple(found)


def loose_forms(form: str) -> tuple[str, ...]:
    """Every lemma that a form would belong to if such a lemma existed, in any part of speech."""
    found = dict.fromkeys(
        lemma for part in POS for lemma in (*_irregular().get((part, form), ()), *_detach(form, part))
    )
    return tuple(found)


def _detach(form: str, pos: str) -> list[str]:
    """Candidate lemmas by suffix, in the order of the rules."""
    candidates: list[str] = []
    if form[-1:] not in _LAST[pos]:
        return candidates
    for suffix, ending in _DETACHMENTS[pos]:
        if not form.endswith(suffix) or len(form) - len(suffix) < _SHORTEST_STEM:
            continue
        if pos == "n" and suffix == "s" and form.endswith("ss"):
            continue
        stem = form[: -len(suffix)]
        candidates.append(stem + ending)
        if suffix in _DOUBLED and not ending and len(stem) > _SHORTEST_STEM and stem[-1] == stem[-2]:
            candidates.append(stem[:-1])
    return candidates
