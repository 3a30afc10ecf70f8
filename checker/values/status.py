"""Statuses: what became of a thing, as a concept of a family, how far it has come, and whether it is denied.

``family`` names what is asked (access, custody, approval), ``concept`` the answer (``access.open``), ``opposites`` the
answers that cannot be true beside it. ``rung`` says how far the thing has come: 1 under consideration, 2 planned,
promised or expected, 3 done.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Polarity, Relation, ValueType, Verdict

CONSIDERED, PLANNED, DONE = 1, 2, 3
_RUNGS = {CONSIDERED: "under consideration", PLANNED: "planned", DONE: "done"}


@dataclass(frozen=True, slots=True)
class StatusValue:
    """One answer to "what became of it?".

    ``about`` are the lemmas of the thing it is said of, the head's first, and ``doer`` those of who does it;
    ``lasting`` says that the clause speaks of a state that holds on or is to come, not of a step that the next one may
    undo; ``detail`` are the lemmas that narrow it ("to the request").
    """

    text: str
    family: str
    concept: str
    opposites: frozenset[str] = frozenset()
    rung: int = DONE
    polarity: Polarity = Polarity.POSITIVE
    about: tuple[str, ...] = ()
    doer: tuple[str, ...] = ()
    lasting: bool = False
    detail: frozenset[str] = frozenset()

    @property
    def type(self) -> ValueType:
        """Always ``status``."""
        return ValueType.STATUS

    @property
    def denied(self) -> bool:
        """Whether the article says that it is not so."""
        return self.polarity is Polarity.NEGATIVE

    @property
    def normalized(self) -> str:
        """The pole of the family, denied or not, and the rung where it is not done yet: "access: shut (planned)"."""
        pole = self.concept.removeprefix(f"{self.family}.")
        family = "" if self.family.startswith("predicate ") else f"{self.family}: "
        rung = "" if self.rung == DONE else f" ({_RUNGS[self.rung]})"
        return f"{family}{'not ' if self.denied else ''}{pole}{rung}"


def compare_statuses(one: StatusValue, other: StatusValue) -> Verdict:
    """Compare two statuses of the same thing."""
    reason = f"“{one.text}” beside “{other.text}”"
    if one.family != other.family:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: they speak of different things")
    if one.concept == other.concept:
        return _compare_denial(one, other, reason) if one.denied != other.denied else _compare_rungs(one, other, reason)
    if one.denied or other.denied:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: a denial leaves room for more than one answer")
    if other.concept in one.opposites or one.concept in other.opposites:
        firm = min(one.rung, other.rung) > CONSIDERED
        return Verdict(Relation.CONTRADICT if firm else Relation.FRAMING, f"{reason}: both cannot be so at one time")
    return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")


def _compare_denial(one: StatusValue, other: StatusValue, reason: str) -> Verdict:
    asserted, denied = (other, one) if one.denied else (one, other)
    if asserted.rung == denied.rung != CONSIDERED:
        return Verdict(Relation.CONTRADICT, f"{reason}: asserted beside denied")
    if asserted.rung == DONE and denied.rung == PLANNED:
        return Verdict(Relation.CONTRADICT, f"{reason}: said to have happened, and that it will not")
    if asserted.rung == PLANNED and denied.rung == DONE:
        return Verdict(Relation.COMPATIBLE, f"{reason}: not so far, and still planned")
    return Verdict(Relation.FRAMING, f"{reason}: possible beside denied")


def _compare_rungs(one: StatusValue, other: StatusValue, reason: str) -> Verdict:
    if one.rung == other.rung:
        return Verdict(Relation.AGREE, f"{reason}: the same")
    low, high = sorted((one.rung, other.rung))
    stated = f"{reason}: {_RUNGS[low]} beside {_RUNGS[high]}"
    return Verdict(Relation.FRAMING if low == CONSIDERED else Relation.COMPATIBLE, stated)
