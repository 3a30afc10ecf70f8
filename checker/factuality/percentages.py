"""Why two percentages are of different things: a share beside a change, a rise beside a fall, two chances."""

from __future__ import annotations

from checker.lexicon import is_person_noun, similarity
from checker.model import Claim

UP = frozenset(
    {"higher", "more", "rise", "increase", "jump", "gain", "growth", "surge", "hike", "up", "premium", "above"}
)
DOWN = frozenset(
    {"lower", "less", "fall", "drop", "decline", "cut", "decrease", "reduction", "slump", "down", "discount", "below"}
)
"""Words right behind a percentage by which it is a change, and which way (own lists)."""

LOSING = frozenset(
    {
        "lose",
        "rob",
        "strip",
        "deprive",
        "shed",
        "slash",
        "cut",
        "axe",
        "dock",
        "forfeit",
        "slice",
        "trim",
        "shave",
        "wipe",
    }
    | {"knock", "lop", "chop", "scrap", "shrink", "take", "cost", "remove", "withdraw", "erase", "destroy", "reduce"}
)
"""Verbs by which a share is how much less there is of the whole: "robbed of two thirds of their quota" (own list)."""

CHANCES = frozenset({"chance", "probability", "odds", "likelihood", "risk", "possibility"})
"""Nouns of which a story gives several, each of another thing (own list)."""

STEP = "by"
"""What the scope of a figure holds that says how far something moved."""


def percentages_apart(one: Claim, other: Claim) -> str:
    """What sets two percentages apart, in words; empty where nothing does."""
    changes = [_change(claim) for claim in (one, other)]
    if set(changes) == {"up", "down"}:
        return "the one is a rise, the other a fall"
    moved = [bool(change) or STEP in claim.scope for change, claim in zip(changes, (one, other), strict=True)]
    wholes = [bool(claim.part("population")) and not claim.part("predicate") & LOSING for claim in (one, other)]
    if (wholes[0] and moved[1] and not wholes[1]) or (wholes[1] and moved[0] and not wholes[0]):
        return "the one is a share, the other a change"
    if _are_other_people(one.part("population"), other.part("population")):
        return "they are shares of different people"
    if one.part("counted") & other.part("counted") & CHANCES:
        mine, theirs = (claim.part("modifier") - {"percent", "cent"} for claim in (one, other))
        if mine and theirs and not mine & theirs:
            return "chances of different things"
    return ""


def _are_other_people(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two wholes are people of two kinds ("of the teachers", "of the nurses"), neither people at large."""
    if not ours or not theirs or not (all(map(is_person_noun, ours)) and all(map(is_person_noun, theirs))):
        return False
    return not (ours | theirs) & ANYBODY and not any(similarity(a, b) >= 0.5 for a in ours for b in theirs)


ANYBODY = frozenset(
    {"people", "person", "man", "woman", "adult", "resident", "inhabitant", "citizen", "voter", "member", "worker"}
    | {
        "employee",
        "respondent",
        "participant",
        "local",
        "individual",
        "staff",
        "elector",
        "human",
        "inmate",
        "customer",
    }
)
"""People of whom those of another word may be the same ones (own list)."""


def _change(claim: Claim) -> str:
    """Which way a percentage says that something moved, by the word behind it; empty where none does."""
    after = claim.text.partition(claim.value.text)[2].lower().split()[:1]
    word = after[0].strip(",.;:)") if after else ""
    return "up" if word in UP else "down" if word in DOWN else ""
