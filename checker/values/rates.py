"""Figures told for one of something: how two of them compare that are told for different periods or things.

A sum a month and one a year are seldom set beside each other, and a sum for one beside that for all never: two figures
that are told for different ones do not contradict each other.
"""

from __future__ import annotations

import re
from functools import lru_cache

from checker.model.kinds import Relation, Verdict
from checker.values.quantities import Quantity

PERIODS = {"hour": 1 / 24, "day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0, "month": 30.4375}
PERIODS |= {"quarter": 91.3125, "year": 365.25, "annum": 365.25, "season": 365.25}
"""The mean length in days of the periods that figures are told for."""

EACH = "each"
"""What stands for a figure that is told for every one of several, whatever these are."""

TOLD_FOR = re.compile(rf"\b(?:an?|per|each|every)\s+({'|'.join(PERIODS)})\b", re.I)
TOLD_FOR_EACH = re.compile(r"\b(?:each|apiece)\b", re.I)


def told_for_others(one: str, other: str) -> bool:
    """Whether two sentences tell something for one of different periods, or one of them for each and one for all."""
    (mine, each), (theirs, other_each) = _told_for(one), _told_for(other)
    return mine != theirs if mine and theirs else each != other_each


@lru_cache(maxsize=16384)
def _told_for(sentence: str) -> tuple[frozenset[str], bool]:
    """The periods that a sentence tells something for one of, and whether it tells it for each."""
    return frozenset(found.lower() for found in TOLD_FOR.findall(sentence)), bool(TOLD_FOR_EACH.search(sentence))


NEARLY = 0.06
"""How far the ratio of two figures may be from that of two periods for the one to be the other's."""

ROUGHLY = 0.12
"""The same where both say for what period they are."""

SEVERAL = 1.8
"""How many times as much a sum must be to be that of several, beside one for each."""

WHOLES = ("year", "month", "week", "day")
"""The periods that a figure without one is likely to be for."""


def rates_apart(one: Quantity, other: Quantity, rates: tuple[str, str]) -> Verdict | None:
    """The verdict on two differing figures that are told for different ones, or the one for one only; None else."""
    mine, theirs = rates
    if mine == theirs or min(one.point, other.point) <= 0:
        return None
    if mine in PERIODS and theirs in PERIODS:
        ratio = (one.point / PERIODS[mine]) / (other.point / PERIODS[theirs])
        if abs(ratio - 1) <= ROUGHLY:
            return Verdict(Relation.COMPATIBLE, f"the one is told for a {mine}, the other for a {theirs}")
        return Verdict(Relation.NOT_COMPARABLE, f"told for a {mine} and for a {theirs}")
    if mine and theirs:
        return Verdict(Relation.NOT_COMPARABLE, f"told for one {mine} and for one {theirs}")
    rate = mine or theirs
    small, large = (one, other) if mine else (other, one)
    if rate in PERIODS:
        for whole in WHOLES:
            factor = PERIODS[whole] / PERIODS[rate]
            if whole != rate and abs(large.point / small.point / factor - 1) <= NEARLY:
                return Verdict(Relation.NOT_COMPARABLE, f"the one is told for a {rate}, the other may be for a {whole}")
        return None
    if large.point >= SEVERAL * small.point:
        return Verdict(Relation.NOT_COMPARABLE, f"the one is told for {rate}, the other may be for all")
    return None
