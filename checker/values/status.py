"""Statuses: what became of a thing, as a concept with a pole, a rung on the way to it, and whether it is denied.

``family`` names what is asked (open or shut, signed, approved), ``pole`` the answer (+1, -1, or 0 where a family has only
one side). ``rung`` says how far the thing has come: 0 denied or ruled out, 1 under consideration, 2 planned, promised or
expected, 3 done.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Polarity, Relation, ValueType, Verdict

CONSIDERED, PLANNED, DONE = 1, 2, 3
_RUNGS = {CONSIDERED: "under consideration", PLANNED: "planned", DONE: "done"}


@dataclass(frozen=True, slots=True)
class StatusValue:
    """One answer to "what became of it?"."""

    text: str
    family: str
    pole: int
    rung: int = DONE
    polarity: Polarity = Polarity.POSITIVE
    concept: str = ""

    @property
    def type(self) -> ValueType:
        """Always ``status``."""
        return ValueType.STATUS

    @property
    def normalized(self) -> str:
        """Family, pole, denial and rung; the concept where the family has one side only."""
        sign = {1: "+", -1: "-", 0: ""}[self.pole]
        negated = "not " if self.polarity is Polarity.NEGATIVE else ""
        return f"{negated}{self.concept or self.family}{sign} ({_RUNGS[self.rung]})"

    @property
    def direction(self) -> int:
        """+1 or -1: the pole (a family of one side counts as +1), turned round by a denial."""
        pole = self.pole or 1
        return -pole if self.polarity is Polarity.NEGATIVE else pole


def compare_statuses(one: StatusValue, other: StatusValue) -> Verdict:
    """Compare two statuses of the same thing."""
    if one.family != other.family:
        return Verdict(Relation.NOT_COMPARABLE, "they speak of different things")
    if one.direction != other.direction:
        return _compare_opposed(one, other)
    if one.rung == other.rung:
        return Verdict(Relation.AGREE, f"both say “{one.text}”" if one.text == other.text else "both say the same")
    low, high = sorted((one, other), key=lambda v: v.rung)
    reason = f"“{low.text}” ({_RUNGS[low.rung]}) beside “{high.text}” ({_RUNGS[high.rung]})"
    if low.rung == CONSIDERED and high.rung == DONE:
        return Verdict(Relation.CONTRADICT, reason)
    return Verdict(Relation.FRAMING, reason)


def _compare_opposed(one: StatusValue, other: StatusValue) -> Verdict:
    reason = f"“{one.text}” beside “{other.text}”"
    denials = [v for v in (one, other) if v.polarity is Polarity.NEGATIVE]
    if len(denials) == 1:
        asserted = other if denials[0] is one else one
        firm = asserted.rung == DONE or asserted.rung == denials[0].rung == PLANNED
    else:
        firm = min(one.rung, other.rung) > CONSIDERED
    return Verdict(Relation.CONTRADICT if firm else Relation.FRAMING, reason)
