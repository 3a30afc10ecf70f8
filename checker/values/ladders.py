"""How far an agreement or a decision has come: a rung on a ladder, asserted or denied.

The rungs follow the life of a treaty (Vienna Convention on the Law of Treaties 1969, articles 9 to 25, names only) with
the words that news uses before it: proposed, under discussion, agreed in principle, agreed, signed, ratified, in force.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Polarity, Relation, ValueType, Verdict

RUNGS = (
    "proposed",
    "under discussion",
    "agreed in principle",
    "agreed",
    "initialled",
    "signed",
    "ratified",
    "in force",
)
SETTLED = RUNGS.index("agreed")
OPEN = RUNGS.index("under discussion")


@dataclass(frozen=True, slots=True)
class LadderValue:
    """A rung (index into RUNGS), whether it is denied, whether it is only expected (``ahead``) or waits on an "if"."""

    text: str
    rung: int
    polarity: Polarity = Polarity.POSITIVE
    ahead: bool = False
    conditional: bool = False

    @property
    def type(self) -> ValueType:
        """Always ``status``."""
        return ValueType.STATUS

    @property
    def normalized(self) -> str:
        """The rung's name, with "not" when denied, "to be" when only expected, "if" when it waits on a condition."""
        if self.conditional:
            return f"if {RUNGS[self.rung]}"
        prefix = "not " if self.polarity is Polarity.NEGATIVE else ""
        return f"{prefix}{'to be ' if self.ahead else ''}{RUNGS[self.rung]}"


def compare_rungs(one: LadderValue, other: LadderValue) -> Verdict:
    """Compare how far two articles say a thing has come."""
    if one.polarity is other.polarity is Polarity.NEGATIVE:
        return Verdict(Relation.AGREE, "both deny it")
    if one.conditional and other.conditional:
        return Verdict(Relation.AGREE, "both set a condition")
    low, high = sorted((one, other), key=lambda v: (v.rung, v.normalized))
    reason = f"“{one.text}” ({one.normalized}) beside “{other.text}” ({other.normalized})"
    if one.conditional != other.conditional:
        firm = other if one.conditional else one
        if firm.polarity is Polarity.POSITIVE and firm.rung >= OPEN:
            return Verdict(Relation.FRAMING, f"{reason}: an “if” beside a flat statement")
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: a condition leaves it open")
    if one.polarity is not other.polarity:
        denied, asserted = (one, other) if one.polarity is Polarity.NEGATIVE else (other, one)
        if asserted.rung < denied.rung:
            return Verdict(Relation.COMPATIBLE, f"{reason}: the one stops short of what the other denies")
        if asserted.ahead:
            return Verdict(Relation.FRAMING, f"{reason}: denied so far, and expected")
        return Verdict(
            Relation.CONTRADICT if asserted.rung > SETTLED or denied.rung == asserted.rung else Relation.FRAMING, reason
        )
    if one.rung == other.rung:
        if one.ahead == other.ahead:
            return Verdict(Relation.AGREE, f"both say {RUNGS[one.rung]}")
        return Verdict(Relation.FRAMING, reason)
    if low.rung <= OPEN and high.rung > SETTLED and not high.ahead and not low.ahead:
        return Verdict(Relation.CONTRADICT, reason)
    if low.rung <= OPEN < high.rung:
        return Verdict(Relation.FRAMING, reason)
    return Verdict(Relation.COMPATIBLE, f"{reason}: the one includes the other")
