"""Put the signals of a clause, and of the clauses it depends on, together into polarity and modality.

The scale is FactBank's (Saurí and Pustejovsky 2009): certain, probable, possible, unknown, each positive or negative,
from the author's point of view. Verbs of saying leave it alone: who says so is attribution, kept apart.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.factuality.cues import load_cues
from checker.model import Modality, Polarity

RANK = {Modality.CERTAIN: 0, Modality.PROBABLE: 1, Modality.POSSIBLE: 2, Modality.UNKNOWN: 3}
FLIPPED = {
    Polarity.POSITIVE: Polarity.NEGATIVE,
    Polarity.NEGATIVE: Polarity.POSITIVE,
    Polarity.UNKNOWN: Polarity.UNKNOWN,
}


@dataclass(frozen=True, slots=True)
class Signals:
    """What a clause itself shows; words are lower case.

    ``auxiliaries`` are words ("will", "have") or "be to", "be going to"; ``adverbs`` lemmas; ``negators`` the words
    that deny it, each counted; ``mark`` the subordinator; ``question`` an interrogative or an imperative.
    ``open_condition`` says that the clause waits on an if-clause.
    """

    auxiliaries: tuple[str, ...] = ()
    adverbs: tuple[str, ...] = ()
    negators: tuple[str, ...] = ()
    mark: str = ""
    question: bool = False
    open_condition: bool = False


@dataclass(frozen=True, slots=True)
class Judgement:
    """How a clause is asserted. ``future`` says that it lies ahead; ``denied`` that its own words deny it."""

    polarity: Polarity = Polarity.POSITIVE
    modality: Modality = Modality.CERTAIN
    conditional: bool = False
    future: bool = False
    denied: bool = False


def judge(signals: Signals, *, governors: Iterable[str] = (), outer: Judgement | None = None) -> Judgement:
    """Judge a clause.

    ``governors`` are names of the predicate that governs it, the most exact first ("stop short", "stop"; "be expect";
    "noun plan"), and ``outer`` is that predicate's own judgement; both are left out for main clauses and for clauses
    that are asserted by themselves (relative and adverbial ones).
    """
    cues = load_cues()
    names = tuple(governors)
    governed = outer is not None and bool(names)
    reported = governed and any(name.removeprefix("be ") in cues.speech for name in names)
    negative = len(signals.negators) % 2 == 1
    modality = _own_modality(signals, reported=reported)
    future = any(a in cues.future for a in signals.auxiliaries) or (reported and _has_would(signals))
    conditional = signals.mark in cues.conditions
    if "unlikely" in signals.adverbs:
        negative = not negative
    denied = negative
    if conditional or signals.question:
        modality = Modality.UNKNOWN
    if governed and outer is not None:
        name = next((n for n in names if _is_known(n)), "")
        if name in cues.negative_governors:
            negative = not negative
        if name == "be unlikely":
            negative = not negative
        modality = _weaker(modality, cues.governors.get(name, Modality.CERTAIN))
        modality = _weaker(modality, outer.modality)
        if outer.denied:
            negative, modality = _under_denial(name, negative, modality)
        elif outer.polarity is Polarity.NEGATIVE and (name in cues.passes_negation or name in cues.negative_governors):
            negative = not negative
        future = future or name in cues.looks_ahead or (outer.future and not reported)
        conditional = conditional or outer.conditional
    return Judgement(
        polarity=Polarity.NEGATIVE if negative else Polarity.POSITIVE,
        modality=modality,
        conditional=conditional,
        future=future,
        denied=denied,
    )


def _own_modality(signals: Signals, *, reported: bool) -> Modality:
    cues = load_cues()
    level = Modality.CERTAIN
    for word in signals.auxiliaries:
        level = _weaker(level, cues.auxiliaries.get(word, Modality.CERTAIN))
    for word in signals.adverbs:
        level = _weaker(level, cues.adverbs.get(word, Modality.CERTAIN))
    if _has_would(signals) and not reported:
        level = _weaker(level, Modality.POSSIBLE)
    if signals.open_condition:
        level = _weaker(level, Modality.POSSIBLE)
    return level


def _has_would(signals: Signals) -> bool:
    return any(word in load_cues().would for word in signals.auxiliaries)


def _is_known(name: str) -> bool:
    cues = load_cues()
    return (
        name in cues.governors
        or name in cues.negative_governors
        or name in cues.passes_negation
        or name in cues.opens_when_negated
    )


def _under_denial(name: str, negative: bool, modality: Modality) -> tuple[bool, Modality]:
    """What the governor's own negation does: pass on, open the question, or nothing."""
    cues = load_cues()
    if name in cues.passes_negation or name in cues.negative_governors:
        return not negative, modality
    if name in cues.opens_when_negated:
        return negative, Modality.UNKNOWN
    return negative, modality


def _weaker(one: Modality, other: Modality) -> Modality:
    return one if RANK[one] >= RANK[other] else other
