"""How far the words of two times make them times of one occasion: a score from 0 to 1.

What happens counts most (one kind of happening, or words of one meaning), then who takes part, then the words around.
"""

from __future__ import annotations

from functools import lru_cache

from checker.lexicon import can_be_near, familiarity, is_person_noun, relatedness, similarity
from checker.lexicon.happenings import kin_of
from checker.model import Claim

EVENT, PARTY, MARK = "event ", "party ", "mark "
"""What the entries of a claim's scope are: words of the event, who takes part, marks of the occasion."""

SAME_KIND, SAME_KIN, SAME_WORD, AROUND, OTHER_KIND = 1.0, 0.7, 0.8, 0.6, 0.0
"""What it says of two occasions that their kinds are one, are akin, that their words mean one, that the kind of one is
told around the other, or that they differ."""

TELLING = 0.35
"""Familiarity from which a shared word of the surroundings says that two claims are about the same."""

NEAREST = 0.8
"""What the nearest words that are told of together ("argue", "debate") count beside synonyms."""

PERSONAL = frozenset({
    "sentencing", "ban", "term", "contract", "arrest", "birth", "death", "visit", "release", "departure", "resignation",
    "disappearance", "discovery", "arrival", "payment", "treatment", "injury", "transfer", "announcement", "report",
    "acquisition", "sale", "founding", "production", "artwork", "construction", "delivery", "goal", "charging", "trial",
    "nomination", "wedding", "antiquity", "detention", "hospital_stay", "probation", "married_life", "romance",
    "warranty", "notice_given", "leave", "divorce", "inspection", "launching", "opening", "closure",
    "briefing", "deadline",
})  # fmt: skip
"""Kinds that many people or things in one story have each for themselves: a shared kind is not enough."""

UNLIKE = 0.1
"""What it costs that one side alone says which of several, and that a side tells of several of the kind."""

KIND, TOPIC, CENTRAL = 0.55, 0.12, 0.08
"""What a shared kind, shared words around, and an occasion that an article opens with add to the score."""

SHARED_PARTY, UNKNOWN_PARTY, OTHER_PARTY, OTHER_NAME = 0.25, 0.1, 0.05, -0.05
"""What the participants add: shared, told by one side only, others, or others by name."""


def entries(claim: Claim, kind: str) -> frozenset[str]:
    """The entries of one kind in a claim's scope."""
    return _entries(claim.scope, kind)


@lru_cache(maxsize=4096)
def _entries(scope: frozenset[str], kind: str) -> frozenset[str]:
    return frozenset(w.removeprefix(kind) for w in scope if w.startswith(kind))


def same_occasion_score(one: Claim, other: Claim) -> float:
    """How far two claims' words make them times of one occasion, from 0 to 1."""
    kind = _kind(one, other)
    if kind <= 0.0:
        return 0.0
    party = share_parties(one, other)
    if (one.part("kind") & other.part("kind")) & PERSONAL and party < UNKNOWN_PARTY:
        return 0.3
    central = "central" in entries(one, MARK) | entries(other, MARK)
    score = KIND * kind + party + TOPIC * _topic(one, other) + CENTRAL * central
    if bool(one.part("ordinal")) != bool(other.part("ordinal")):
        score -= UNLIKE
    score -= UNLIKE * sum("several" in entries(claim, MARK) for claim in (one, other))
    return max(0.0, min(1.0, score))


def _kind(one: Claim, other: Claim) -> float:
    ours, theirs = one.part("kind"), other.part("kind")
    if ours & theirs:
        return SAME_KIND
    if one.part("firm") & other.part("around") or other.part("firm") & one.part("around"):
        return AROUND
    match = _near if one.slot == "duration" else _alike  # few lengths are told of one matter, and many days
    alike = max((match(a, b) for a in one.part("event") for b in other.part("event")), default=0.0)
    if ours and theirs:
        if kin_of(ours) & kin_of(theirs):
            return SAME_KIN
        return SAME_WORD * 0.75 if alike >= 1.0 else OTHER_KIND
    if one.concepts & other.concepts:
        return SAME_WORD
    doers = ((one.part("event") | one.part("predicate"), other.part("party")), (other.part("event"), one.part("party")))
    alike = max(alike, *(0.9 * match(a, b) for left, right in doers for a in left for b in right), 0.0)
    return SAME_WORD * alike if alike >= 0.5 else 0.0


def _alike(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return similarity(one, other) if can_be_near(one, other) else 0.0  # what siblings have is less than is asked for


def _near(one: str, other: str) -> float:
    """Words of one meaning, or for less words that are told of together."""
    return max(_alike(one, other), NEAREST * relatedness(one, other))


def share_parties(one: Claim, other: Claim) -> float:
    """What the participants say: shared ones for, others against, by name more so."""
    ours, theirs = one.part("party") - one.part("event"), other.part("party") - other.part("event")
    named, others = one.part("named"), other.part("named")
    if named & others or (one.entities & other.entities):
        return SHARED_PARTY
    if not ours or not theirs:
        return UNKNOWN_PARTY
    if ours & theirs or ours & other.part("event") or theirs & one.part("event"):
        return SHARED_PARTY if not (named and others) else UNKNOWN_PARTY
    if named and others:
        return OTHER_NAME
    if max(_alike(a, b) for a in ours for b in theirs) >= 0.7:
        return SHARED_PARTY
    if any(is_person_noun(a) for a in ours | theirs) and (named or others):
        return UNKNOWN_PARTY  # "the fraudster" beside a name
    return OTHER_PARTY


def _topic(one: Claim, other: Claim) -> float:
    return min(1.0, shared_telling(one, other) / 3)


def shared_telling(one: Claim, other: Claim) -> int:
    """How many words around two times are shared and tell what they are about."""
    ours = one.topic - one.part("event")
    theirs = other.topic - other.part("event")
    return sum(familiarity(w) >= TELLING for w in ours & theirs)
