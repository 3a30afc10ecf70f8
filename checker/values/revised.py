"""An answer that a text gives up for another, or for none: what it was, and what it is now."""

from __future__ import annotations

from dataclasses import dataclass
from math import isclose

from checker.model import Value, ValueType
from checker.values.quantities import Quantity
from checker.values.timex import Granularity, TimeValue

DAYS = frozenset({Granularity.DAY, Granularity.DAYPART, Granularity.HOUR, Granularity.MINUTE})
"""Times that name a day, or a part of one."""

SAME = 1e-6
"""Relative distance at which two figures are one."""


@dataclass(frozen=True, slots=True)
class RevisedValue:
    """``old`` no longer holds, ``new`` does.

    ``lapsed`` says that the day ``old`` passed without what was announced for it, ``change`` that the thing changed.
    """

    text: str
    old: Value
    new: Value | None = None
    lapsed: bool = False
    change: bool = False

    @property
    def type(self) -> ValueType:
        """That of the answer given up."""
        return self.old.type

    @property
    def normalized(self) -> str:
        """The new answer, and the one that it replaces: "19, no longer 11"."""
        now = self.new.normalized if self.new is not None else "not"
        return f"{now}, no longer {self.old.normalized}"

    def gives_up(self, value: Value) -> bool:
        """Whether a value is the one that no longer holds."""
        return is_same_answer(self.old, value)


def is_same_answer(one: Value, other: Value) -> bool:
    """Whether two values are the same figure in the same unit, the same day, or the same length of time."""
    match one, other:
        case Quantity(), Quantity():
            return (
                one.dimension == other.dimension
                and one.unit == other.unit
                and isclose(one.point, other.point, rel_tol=SAME)
            )
        case TimeValue(), TimeValue():
            if one.type is ValueType.DURATION or other.type is ValueType.DURATION:
                return one.type is other.type and one.seconds is not None and one.seconds == other.seconds
            if one.start is None or other.start is None:
                return False
            fine = one.granularity in DAYS and other.granularity in DAYS
            return one.start.date() == other.start.date() and (fine or one.granularity is other.granularity)
        case _:
            return False
