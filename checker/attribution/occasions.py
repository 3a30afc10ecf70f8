"""When somebody spoke, seen from an occasion: before, during or after it."""

from __future__ import annotations

from dataclasses import dataclass

from checker.lexicon.occasions import occasions_of
from checker.model import Relation, ValueType, Verdict


@dataclass(frozen=True, slots=True)
class SpokenWhen:
    """When somebody spoke, seen from an occasion: before, during or after it."""

    order: str
    text: str
    occasion: str

    @property
    def type(self) -> ValueType:
        """Always ``text``."""
        return ValueType.TEXT

    @property
    def normalized(self) -> str:
        """The order and the occasion: "after meeting"."""
        return f"{self.order} {self.occasion}"


def compare_occasions(one: SpokenWhen, other: SpokenWhen, *, joined: bool) -> Verdict:
    """A person may speak both during and after a meeting: which of the two a reader is told is framing.

    ``joined``: both are said of one person. Symmetric.
    """
    same = occasions_of([one.occasion]) & occasions_of([other.occasion]) or one.occasion == other.occasion
    if not same or not joined:
        return Verdict(Relation.NOT_COMPARABLE, "another speaker or another occasion")
    if one.order == other.order:
        return Verdict(Relation.AGREE, f"both: {one.normalized}")
    return Verdict(Relation.FRAMING, f"spoken {one.normalized} beside {other.normalized}")
