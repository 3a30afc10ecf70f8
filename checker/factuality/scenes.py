"""Where one act was: whether two places that articles give for it can both be right."""

from __future__ import annotations

from checker.factuality.facets import locality_words
from checker.factuality.placekinds import can_nest
from checker.factuality.things import times_apart
from checker.lexicon import similarity
from checker.model import Claim, Polarity, Relation, Verdict

SAME_THING = 0.75
"""Lexical similarity from which two words may name one thing."""


def compare_scenes(one: Claim, other: Claim) -> Verdict:
    """Where one act was, by the facets that both give; one of two names told together may lie in the other."""
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    same = one.heads == other.heads and one.scope == other.scope and _is_one_thing(one, other)
    if not same or times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: another time or another thing")
    shared = one.part("names") & other.part("names")
    if one.polarity is not other.polarity:
        told = Relation.CONTRADICT if shared and not _differ(one, other) else Relation.NOT_COMPARABLE
        return Verdict(told, f"{reason}: the one says that it was there, the other that it was not")
    if one.polarity is Polarity.NEGATIVE:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: neither says where")
    facet = _differ(one, other)
    if facet:
        return Verdict(Relation.CONTRADICT, f"{reason}: two places, by their {facet}")
    if shared or one.part("openings") & other.part("openings") or one.value.normalized == other.value.normalized:
        return Verdict(Relation.AGREE, reason)
    if one.part("kinds") & other.part("kinds"):
        return Verdict(Relation.COMPATIBLE, f"{reason}: one kind of place")
    return Verdict(Relation.NOT_COMPARABLE, f"{reason}: the one may lie inside the other")


def _is_one_thing(one: Claim, other: Claim) -> bool:
    """Whether two acts were done to one thing: any of its class, where the act has one; else the same word or name."""
    act = next(iter(one.heads)).removeprefix("act ")
    keys, others = one.part("keys"), other.part("keys")
    if keys and others:
        return bool(keys & others)
    wanted = locality_words()["acts"][act].get("things")
    if (wanted and wanted not in ("person", "suspect", "occasion")) or act in OPEN:
        return True
    mine, theirs = one.part("things"), other.part("things")
    return any(a == b or similarity(a, b) >= SAME_THING for a in mine for b in theirs)


OPEN = frozenset({"ward", "handover", "meet", "sign", "wed", "swear", "crown", "sleep"})
"""Acts that an event has one of, whoever is named with them."""


def _differ(one: Claim, other: Claim) -> str:
    """The facet by which two places exclude each other; empty where both can be so."""
    act = next(iter(one.heads)).removeprefix("act ")
    if only := locality_words()["acts"][act].get("only"):
        return only if one.part(only) and other.part(only) and not one.part(only) & other.part(only) else ""
    names, others = one.part("names"), other.part("names")
    if names & other.part("away") or others & one.part("away"):
        return "distance"
    for facet in ("wards", "openings", "floors", "positions"):
        a, b = one.part(facet), other.part(facet)
        if a and b and not a & b and (facet != "positions" or one.part("openings") & other.part("openings")):
            return facet
    if one.part("openings") & other.part("openings"):
        return ""
    for claim, beside in ((one, other), (other, one)):
        excluded = {f for room in claim.part("rooms") for f in locality_words()["elsewhere"].get(room, ())}
        if (
            claim.part("rooms")
            and beside.part("floors")
            and not claim.part("floors")
            and excluded & beside.part("floors")
        ):
            return "floors"
    sides, theirs = one.part("sides"), other.part("sides")
    if sides and theirs and not sides & theirs and {frozenset("ns"), frozenset("ew")} & {sides | theirs}:
        return "sides"
    kinds, other_kinds = one.part("kinds"), other.part("kinds")
    apart = not can_nest(kinds, other_kinds)
    if names & others:
        untold = not kinds & other.part("told") and not other_kinds & one.part("told")
        return "kinds" if apart and untold and not (sides or theirs) else ""
    if one.part("countries") and other.part("countries") and not one.part("countries") & other.part("countries"):
        return "countries"
    if not names or not others or (apart and act in OPEN):
        return "kinds" if apart and not (sides or theirs) else ""
    if others & one.part("beside") or names & other.part("beside"):
        return ""
    towns, other_towns = one.part("towns"), other.part("towns")
    if one.part("levels") != other.part("levels") or towns & other_towns:
        return ""
    both_built = bool(kinds & other_kinds) and not (towns and other_towns)
    return "names" if apart or (towns and other_towns) or both_built else ""
