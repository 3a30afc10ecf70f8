"""What kind of happening some words tell of, read from the words themselves: a slip of the parser costs little."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from checker.language.phrases import NOUN_TAGS
from checker.lexicon.happenings import Happening, happenings_of, happenings_told, openings, opens_frame, telling
from checker.lexicon.inflection import base_forms
from checker.model import Token

REACH = 4
"""Tokens after a verb in which its particle can stand ("winched the ninth man up")."""

LED_FRAME, LED_PHRASE, LED_WORD, FRAME, PHRASE, NOUN, VERB = 7, 6, 5, 4, 3, 2, 1
"""How well a kind is told: by what the time belongs to or by another word of the clause; in a frame, in a phrase of
its own, or by one word."""


@lru_cache(maxsize=16384)
def _forms(text: str, lemma: str) -> frozenset[str]:
    return frozenset({lemma, *base_forms(text), *((text,) if len(text) > 2 else ())})


def kinds_told(
    tokens: Sequence[Token], leading: Collection[str], phase: Collection[str] = (), passing: Collection[str] = ()
) -> frozenset[Happening]:
    """The kinds of happening that a clause's tokens tell of, those told best only (``rank_kinds``)."""
    return rank_kinds(tokens, leading, phase, passing)[0]


def rank_kinds(
    tokens: Sequence[Token], leading: Collection[str], phase: Collection[str] = (), passing: Collection[str] = ()
) -> tuple[frozenset[Happening], int]:
    """The kinds of happening that a clause's tokens tell of, those told best only, and how well they are told.

    ``leading`` are lemmas of what the time belongs to (with or without a particle); ``phase`` are words that say by
    themselves only which side of it is told ("begin"); ``passing`` kinds that are left out where another is told.
    """
    forms = [_forms(t.text.lower(), t.lemma.lower()) for t in tokens]
    lead = {word for lemma in leading for word in (lemma, *lemma.split()[:1])}
    whole = frozenset(leading)
    found: dict[Happening, int] = {}
    words = telling()
    for index, own in enumerate(forms):
        if own.isdisjoint(words):
            continue
        led = bool(own & lead)
        rest: frozenset[str] | None = None
        for key, phrase in _keys(forms, index):
            if opens_frame(key):
                rest = rest or frozenset().union(*forms[:index], *forms[index + 1 :])
                for happening in happenings_told(key, rest):
                    _keep(found, happening, LED_FRAME if led else FRAME)
            for happening in happenings_of(key):
                if key in phase:
                    _keep(found, happening, NOUN)
                elif phrase:
                    _keep(found, happening, LED_PHRASE if led else PHRASE)
                elif key in whole:
                    _keep(found, happening, LED_WORD)
                elif tokens[index].tag in NOUN_TAGS:
                    _keep(found, happening, NOUN)
                elif tokens[index].tag.startswith("VB"):
                    _keep(found, happening, VERB)
    best = {h: n for h, n in found.items() if h.kind not in passing} or found
    highest = max(best.values(), default=0)
    return frozenset(h for h, n in best.items() if n == highest), highest


def _keep(found: dict[Happening, int], happening: Happening, rank: int) -> None:
    found[happening] = max(rank, found.get(happening, 0))


def _keys(forms: Sequence[frozenset[str]], index: int) -> list[tuple[str, bool]]:
    """The words and phrases that begin at a token, and whether each is a phrase."""
    keys = [(word, False) for word in forms[index]]
    opening = forms[index] & openings()  # most words open no phrase
    for place in range(index + 1, min(len(forms), index + 1 + REACH)) if opening else ():
        for first in opening:
            for second in forms[place]:
                keys.append((f"{first} {second}", True))
                if place == index + 1 and place + 1 < len(forms):
                    keys.extend((f"{first} {second} {third}", True) for third in forms[place + 1])
                    keys.extend((f"{first}-{third}", True) for third in forms[place + 1] if second == "-")
    return keys
