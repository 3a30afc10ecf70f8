"""Which model the assertions call for, by a test that needs no known answers and was fixed beforehand.

Two questions are asked. How do values spread: are they categories, a few that come back in question after question, or
free, as figures and names are, and do errors scatter over many? That gives the number of false values. And how do
sources agree: where some repeat each other throughout, support is not independent, and accuracy estimated from it would
only crown the largest family. Majority voting is then the safer guide; only equal votes are decided by what the origins
behind them make of it.
"""

from __future__ import annotations

from checker.sources.weighing.accuracy import Weighed, estimate
from checker.sources.weighing.assertions import Claims
from checker.sources.weighing.copying import find_verbatim
from checker.sources.weighing.families import join_families
from checker.sources.weighing.spread import (
    LEAST_PAIRS,
    count_categories,
    measure_agreement,
    measure_meeting,
)
from checker.sources.weighing.vote import count

FALSE_VALUES = 7
"""For free values. Fewer than usually scatter: agreement then counts for less, as sources may hang together unseen."""
MOST_FALSE_VALUES = 100
SELDOM = 1 / 3
"""Where two claims agree more seldom than this, the average source errs so often (its accuracy is below the root, .58)
that agreement is the best evidence there is; it then counts in full, by as many false values as errors show."""
REPEATED = 0.2
"""The share of claims that must be repetitions inside families before voting replaces the model."""
LOOKED_AT = 128
"""Repetition is looked for among so many sources only, those with the most claims: weighing stays about as quick as a
count of votes."""


def count_false_values(claims: Claims) -> int:
    """How many false values a question is taken to have."""
    if categories := count_categories(claims):
        return max(1, min(categories - 1, FALSE_VALUES))
    if measure_agreement(claims) >= SELDOM:
        return FALSE_VALUES
    meeting, pairs = measure_meeting(claims)
    if pairs < LEAST_PAIRS:
        return FALSE_VALUES
    return int(min(max(1 / max(meeting, 1 / MOST_FALSE_VALUES), FALSE_VALUES), MOST_FALSE_VALUES))


def weigh_claims(claims: Claims) -> Weighed:
    """Weigh by the model that the claims call for."""
    false_values = count_false_values(claims)
    if count_categories(claims):
        return estimate(claims, false_values)
    joined = join_families(claims, find_verbatim(claims, LOOKED_AT))
    if len(joined.fact) < (1 - REPEATED) * len(claims.fact):
        return count(claims, estimate(joined, false_values))
    return estimate(claims, false_values)
