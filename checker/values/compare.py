"""Comparison of two typed values: the one place that knows which comparison belongs to which types."""

from __future__ import annotations

from checker.model import Relation, Value, Verdict
from checker.values.entities import EntityValue, compare_entities
from checker.values.firsts import FirstValue, compare_firsts
from checker.values.ladders import LadderValue, compare_rungs
from checker.values.quantities import Quantity, compare_quantities
from checker.values.quotes import QuoteValue, compare_quotes
from checker.values.reckoned import ReckonedValue, compare_reckoned
from checker.values.roles import RoleValue, compare_roles
from checker.values.status import StatusValue, compare_statuses
from checker.values.texts import TextValue, compare_texts
from checker.values.times import TimeValue, compare_times


def compare_values(one: Value, other: Value) -> Verdict:
    """Compare two answers by their types; values of different types are not comparable."""
    match one, other:
        case Quantity(), Quantity():
            return compare_quantities(one, other)
        case TimeValue(), TimeValue():
            return compare_times(one, other)
        case StatusValue(), StatusValue():
            return compare_statuses(one, other)
        case LadderValue(), LadderValue():
            return compare_rungs(one, other)
        case FirstValue(), FirstValue():
            return compare_firsts(one, other)
        case RoleValue(), RoleValue():
            return compare_roles(one, other)
        case EntityValue(), EntityValue():
            return compare_entities(one, other)
        case QuoteValue(), QuoteValue():
            return compare_quotes(one, other)
        case ReckonedValue(), ReckonedValue():
            return compare_reckoned(one, other)
        case TextValue(), TextValue():
            return compare_texts(one, other)
        case _:
            return Verdict(Relation.NOT_COMPARABLE, f"{one.type} beside {other.type}")
