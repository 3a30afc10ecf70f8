"""Firsts and records: "the first formal talks", "the third in a row", "the largest since 2016", each inside a scope.

A "first" conflicts with another rank, or with an earlier instance, only inside its scope; outside it the two frame one
thing differently.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Relation, ValueType, Verdict


@dataclass(frozen=True, slots=True)
class FirstValue:
    """A rank (1 is first; 0 for an earlier instance that is only told of) under a measure ("first", "largest").

    ``scope`` holds the words that restrict it, ``since`` the start of its window when one is given, ``ever`` whether it
    claims all of time.
    """

    text: str
    measure: str
    rank: int
    scope: frozenset[str] = frozenset()
    since: str = ""
    ever: bool = False

    @property
    def type(self) -> ValueType:
        """Always ``ordinal``."""
        return ValueType.ORDINAL

    @property
    def normalized(self) -> str:
        """Rank, measure, scope and window."""
        scope = " ".join(sorted(self.scope))
        window = "ever" if self.ever else f"since {self.since}" if self.since else ""
        return " ".join(part for part in (f"{self.measure} {self.rank}", scope, window) if part)


def compare_firsts(one: FirstValue, other: FirstValue) -> Verdict:
    """Compare two ranks of one thing."""
    if one.measure != other.measure:
        return Verdict(Relation.FRAMING, f"“{one.text}” beside “{other.text}”: records of different kinds")
    if one.rank == other.rank == 0:
        return Verdict(Relation.AGREE, "both tell of an earlier instance")
    narrower = one.scope ^ other.scope
    if one.rank != other.rank:
        first, later = sorted((one, other), key=lambda v: v.rank)
        if 0 in (one.rank, other.rank):
            claim = later
            bounded = bool(claim.scope or claim.since)
            reason = f"“{one.text}” beside “{other.text}”: an earlier instance, " + (
                "outside the scope that the claim draws" if bounded else "and the claim draws no narrower scope"
            )
            return Verdict(Relation.FRAMING if bounded else Relation.CONTRADICT, reason)
        if first.since and not later.since:
            return Verdict(
                Relation.CONTRADICT if not narrower else Relation.FRAMING, f"“{one.text}” beside “{other.text}”"
            )
        return Verdict(Relation.CONTRADICT, f"“{one.text}” beside “{other.text}”: the ranks differ")
    if one.since != other.since or one.ever != other.ever or narrower:
        return Verdict(Relation.FRAMING, f"“{one.text}” beside “{other.text}”: the scopes differ")
    return Verdict(Relation.AGREE, f"both say {one.measure}")
