"""Effects: the mishaps and turns of events whose causes news tells, by the kind of mishap that a word stands for.

"The delay", "was put back" and "ran late" name one kind of effect; "it" and "the accident" name the one that the
article is about.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.model import BlockKind, Document, MentionKind, Sentence, Token

LEAD = 3
"""Sentences at the head of an article that tell what it is about."""

LONGEST = 4

OFTEN = 4
"""Times from which an article that names a kind of effect is about it."""


@dataclass(frozen=True, slots=True)
class Effect:
    """A kind of effect, and the range of token indices that names it (the end exclusive)."""

    kind: str
    first: int
    last: int


@cache
def cause_words() -> dict[str, Any]:
    """The word lists of ``data/causes.toml``."""
    return tomllib.loads((files("checker.factuality") / "data" / "causes.toml").read_text("utf-8"))


@cache
def _forms() -> dict[tuple[str, ...], frozenset[str]]:
    found: dict[tuple[str, ...], set[str]] = {}
    for kind, words in cause_words()["effects"].items():
        for word in words:
            found.setdefault(tuple(word.split()), set()).add(kind)
    return {form: frozenset(kinds) for form, kinds in found.items()}


@cache
def _openings() -> frozenset[str]:
    """The first words of the forms: most words open none."""
    return frozenset(form[0] for form in _forms())


@cache
def group_of_effect(kind: str) -> frozenset[str]:
    """The groups of effects that one event brings together, that a kind is in; the kind itself where there is none."""
    near: dict[str, list[str]] = cause_words()["near"]
    return frozenset(name for name, kinds in near.items() if kind in kinds) | {kind}


def find_effects(tokens: Sequence[Token]) -> list[Effect]:
    """Every effect that tokens name, in their order; a longer phrase takes its words from shorter ones."""
    forms, openings, lemmas = _forms(), _openings(), [t.lemma.lower() for t in tokens]
    found: list[Effect] = []
    at = 0
    while at < len(lemmas):
        if lemmas[at] not in openings:
            at += 1
            continue
        for length in range(min(LONGEST, len(lemmas) - at), 0, -1):
            kinds = forms.get(tuple(lemmas[at : at + length]))
            if kinds and not (
                length == 1 and tokens[at].tag.startswith("NNP") and tokens[at].text[:1].isupper() and at
            ):
                first = tokens[at].index
                found.extend(Effect(kind, first, first + length) for kind in sorted(kinds))
                at += length - 1
                break
        at += 1
    return found


def effects_in(document: Document, sentence: Sentence) -> list[Effect]:
    """The same for a sentence of a document."""
    return document.once(_by_sentence)[sentence.index]


def _by_sentence(document: Document) -> list[list[Effect]]:
    return [find_effects(document.sentence_tokens(sentence)) for sentence in document.sentences]


def central_effects(document: Document) -> frozenset[str]:
    """The kinds of effect that the head of an article names, or the whole of it time and again: what it is about."""
    found: set[str] = set()
    seen: Counter[str] = Counter()
    told = 0
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
            continue
        kinds = {effect.kind for effect in effects_in(document, sentence)}
        seen.update(kinds)
        if told < LEAD:
            found |= kinds
        told += sentence.kind is not BlockKind.HEADLINE
    return frozenset(found) | {kind for kind, times in seen.items() if times >= OFTEN}


def effects_before(document: Document, sentence: Sentence, back: int = 2) -> frozenset[str]:
    """The kinds of effect that the nearest sentence before, at most ``back`` of the same block away, names."""
    for index in range(sentence.index - 1, max(-1, sentence.index - 1 - back), -1):
        other = document.sentences[index]
        if other.block != sentence.block:
            break
        kinds = frozenset(effect.kind for effect in effects_in(document, other))
        if kinds:
            return kinds
    return frozenset()


def names_told(document: Document) -> frozenset[str]:
    """The words of all the names that an article gives, days and months left out."""
    dates = [m.span for m in document.mentions if m.kind in (MentionKind.DATE, MentionKind.TIME)]
    names = [t for t in document.tokens if t.tag.startswith("NNP") and len(t.text) > 2]
    return frozenset(t.text.lower() for t in names if not any(span.overlaps(t.span) for span in dates))
