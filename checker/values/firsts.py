"""Firsts and records: "the first formal talks", "the third in a row", "the largest since 2016", each inside a scope.

A "first" conflicts with another rank, or with an earlier instance, only inside its scope; outside it the two frame
one thing differently.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Relation, ValueType, Verdict


@dataclass(frozen=True, slots=True)
class FirstValue:
    """A rank (1 is first; 0 for an earlier instance that is only told of) under a measure ("first", "size").

    ``scope`` holds the words that draw a limit ("formal", "term"), ``since`` the start of its window when one is
    given, ``ever`` whether it claims all of time, ``straight`` whether the instances counted follow one another ("in
    a row"). ``start`` is the year from which the window counts, or that of an earlier instance, where it is known;
    ``last`` says that the instance is the one before; ``classed`` that somebody is the first of a class to do a thing.
    """

    text: str
    measure: str
    rank: int
    scope: frozenset[str] = frozenset()
    since: str = ""
    ever: bool = False
    straight: bool = False
    start: float | None = None
    last: bool = False
    classed: bool = False

    @property
    def type(self) -> ValueType:
        """Always ``ordinal``."""
        return ValueType.ORDINAL

    @property
    def normalized(self) -> str:
        """Rank, measure, scope and window."""
        scope = " ".join(sorted(self.scope))
        window = "ever" if self.ever else f"since {self.since}" if self.since else ""
        row = "in a row" if self.straight else ""
        return " ".join(part for part in (f"{self.measure} {self.rank}", scope, window, row) if part)

    @property
    def limit(self) -> str:
        """What the rank is limited to, in words; empty for none."""
        words = [*sorted(self.scope), *([f"since {self.since}"] if self.since else ())]
        return ", ".join(words)


def compare_firsts(one: FirstValue, other: FirstValue) -> Verdict:
    """Compare two ranks of one thing. Symmetric in its relation."""
    said = f"“{one.text}” beside “{other.text}”"
    if one.measure != other.measure:
        if 0 in (one.rank, other.rank):
            return Verdict(Relation.NOT_COMPARABLE, f"{said}: an earlier instance says nothing of a record")
        return Verdict(Relation.FRAMING, f"{said}: firsts and records of different kinds")
    if one.rank == other.rank == 0:
        return _compare_earlier(one, other, said)
    if 0 in (one.rank, other.rank):
        return _compare_instance(one, other, said)
    if one.rank != other.rank:
        return _compare_ranks(one, other, said)
    return _compare_scopes(one, other, said)


LEEWAY = 1.01
"""Years by which two ways of telling one year may differ ("nine years ago" beside a date)."""


def _compare_earlier(one: FirstValue, other: FirstValue, said: str) -> Verdict:
    """Two earlier instances: the one before the present cannot have been in two years."""
    if one.start is None or other.start is None or not (one.last or other.last):
        return Verdict(Relation.AGREE, "both tell of an earlier instance")
    late, early = sorted((one, other), key=lambda v: v.start or 0.0, reverse=True)
    apart = (late.start or 0.0) - (early.start or 0.0) > LEEWAY
    if apart and early.last:
        return Verdict(Relation.CONTRADICT, f"{said}: the last one before cannot have been both")
    return Verdict(Relation.COMPATIBLE, f"{said}: both tell of an earlier instance")


def _compare_instance(one: FirstValue, other: FirstValue, said: str) -> Verdict:
    """A rank beside an earlier instance of the thing: a limit that the rank draws may leave the instance outside."""
    instance, claim = sorted((one, other), key=lambda v: v.rank)
    if claim.rank > 1:
        return Verdict(Relation.COMPATIBLE, f"{said}: a later instance allows for an earlier one")
    limits = sorted(claim.scope - instance.scope)
    if instance.start is not None and claim.start is not None and not limits:
        if instance.start > claim.start + LEEWAY:
            return Verdict(Relation.CONTRADICT, f"{said}: an earlier instance inside the time of which it is the first")
        return Verdict(Relation.COMPATIBLE, f"{said}: the earlier instance is as long ago as the first goes back")
    limits += [f"since {claim.since}"] if claim.since else []
    if limits:
        reason = f"an earlier instance, and the first is one only within its limits ({', '.join(limits)})"
        if claim.since and instance.start is None:
            return Verdict(Relation.NOT_COMPARABLE, f"{said}: {reason}, as “since {claim.since}” says itself")
        return Verdict(Relation.FRAMING, f"{said}: {reason}")
    return Verdict(Relation.CONTRADICT, f"{said}: an earlier instance, and the first draws no limits that leave it out")


def _compare_ranks(one: FirstValue, other: FirstValue, said: str) -> Verdict:
    """Two different places: both can hold only where they count different things."""
    low, high = sorted((one, other), key=lambda v: v.rank)
    if low.classed and not high.classed and not low.ever:
        return Verdict(Relation.FRAMING, f"{said}: the first of its class, and a count of one's own")
    if low.since and high.straight and low.rank == 1:
        return Verdict(Relation.CONTRADICT, f"{said}: the first since {low.since} cannot be one of several in a row")
    if high.straight != low.straight and low.rank > 1:
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: a run and a total are counted differently")
    if high.straight and not low.straight:
        return Verdict(Relation.CONTRADICT, f"{said}: the first is not one of several in a row")
    narrowing = low.scope - high.scope
    if low.rank == 1 and high.since and not narrowing and not low.straight:
        inside = low.start is not None and high.start is not None and high.start >= low.start - LEEWAY
        if inside or (low.ever and not low.since):
            return Verdict(Relation.CONTRADICT, f"{said}: several inside the time of which the other is the first")
    if low.since != high.since:
        return Verdict(
            Relation.FRAMING,
            f"{said}: counted over different times ({low.limit or 'no limit'}; {high.limit or 'no limit'})",
        )
    if low.rank == 1 and narrowing and not low.ever:
        return Verdict(
            Relation.FRAMING, f"{said}: the first is one only within its limits ({', '.join(sorted(narrowing))})"
        )
    return Verdict(Relation.CONTRADICT, f"{said}: the places differ")


def _windows_differ(one: FirstValue, other: FirstValue) -> bool:
    """Whether one reaches further back than the other for sure: two years, or a year beside all of time."""
    years = [v.since[:4] for v in (one, other) if v.since[:4].isdigit()]
    if len(years) == 2:
        decade = any(v.since.endswith("s") for v in (one, other))
        return years[0][:3] != years[1][:3] if decade else years[0] != years[1]
    return bool(years) and any(v.ever and not v.since for v in (one, other))


def _compare_scopes(one: FirstValue, other: FirstValue, said: str) -> Verdict:
    """The same place twice: what a reader takes away differs with the limits."""
    nested = one.scope <= other.scope or other.scope <= one.scope
    if one.since and other.since and one.scope != other.scope and (not nested or _windows_differ(one, other)):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: different things, each within its own window")
    if _windows_differ(one, other):
        return Verdict(Relation.FRAMING, f"{said}: {one.limit or 'of all time'}, or {other.limit or 'of all time'}")
    if not nested:
        return Verdict(Relation.FRAMING, f"{said}: within other limits ({one.limit}; {other.limit})")
    if any(a.ever and not a.limit and b.limit and not b.ever for a, b in ((one, other), (other, one))):
        return Verdict(Relation.FRAMING, f"{said}: of all time, or within limits ({one.limit or other.limit})")
    if one.normalized == other.normalized:
        return Verdict(Relation.AGREE, f"{said}: the same place within the same limits")
    return Verdict(Relation.COMPATIBLE, f"{said}: the same place, told with more or fewer limits")
