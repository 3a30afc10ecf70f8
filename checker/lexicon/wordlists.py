"""The word lists of rules: read from the file beside the rule, and looked for in the lemmas of a text."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any


@cache
def load_words(path: Path) -> dict[str, Any]:
    """Read a rule's word lists (a TOML file beside the rule). Raises OSError or tomllib.TOMLDecodeError."""
    with path.open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=16384)
def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


def match_phrases(lemmas: Sequence[str], phrases: Iterable[str], gap: int = 2) -> str | None:
    """The first phrase whose lemmas stand in the sequence in this order, with at most ``gap`` others between.

    None if there is none.
    """
    held = frozenset(lemmas)
    for phrase in phrases:
        words = _words_of(phrase)
        if words[0] not in held:
            continue
        for start, lemma in enumerate(lemmas):
            if lemma != words[0]:
                continue
            at = start
            for word in words[1:]:
                following = lemmas[at + 1 : at + 2 + gap]
                if word not in following:
                    break
                at += 1 + list(following).index(word)
            else:
                return phrase
    return None


def holds_phrase(said: str, phrases: frozenset[str], words: frozenset[str] | None = None) -> bool:
    """Whether one of many phrases stands in a text of words with a blank before and behind each.

    ``words`` are those of the text, where it is asked for several lists.
    """
    by_word = phrases_by_word(phrases)
    opening = by_word.keys() & (said.split() if words is None else words)
    return bool(opening) and any(f" {phrase} " in said for word in opening for phrase in by_word[word])


@lru_cache(maxsize=256)
def phrases_by_word(phrases: frozenset[str]) -> Mapping[str, tuple[str, ...]]:
    """Phrases by their first word."""
    found: dict[str, tuple[str, ...]] = {}
    for phrase in sorted(phrases):
        word = phrase.split()[0]
        found[word] = (*found.get(word, ()), phrase)
    return found
