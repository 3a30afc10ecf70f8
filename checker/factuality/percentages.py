"""Why two percentages are of different things: a share beside a change, a rise beside a fall, two chances."""

from __future__ import annotations

from checker.model import Claim

UP = frozenset(
    {"higher", "more", "rise", "increase", "jump", "gain", "growth", "surge", "hike", "up", "premium", "above"}
)
DOWN = frozenset(
    {"lower", "less", "fall", "drop", "decline", "cut", "decrease", "reduction", "slump", "down", "discount", "below"}
)
"""Words right behind a percentage by which it is a change, and which way (own lists)."""

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
    wholes = [bool(claim.part("population")) for claim in (one, other)]
    if (wholes[0] and moved[1] and not wholes[1]) or (wholes[1] and moved[0] and not wholes[0]):
        return "the one is a share, the other a change"
    if one.part("counted") & other.part("counted") & CHANCES:
        mine, theirs = (claim.part("modifier") - {"percent", "cent"} for claim in (one, other))
        if mine and theirs and not mine & theirs:
            return "chances of different things"
    return ""


def _change(claim: Claim) -> str:
    """Which way a percentage says that something moved, by the word behind it; empty where none does."""
    after = claim.text.partition(claim.value.text)[2].lower().split()[:1]
    word = after[0].strip(",.;:)") if after else ""
    return "up" if word in UP else "down" if word in DOWN else ""
