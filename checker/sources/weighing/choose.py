"""Which model the assertions call for, by a test that needs no known answers and was fixed beforehand.

Two questions are asked. How do values spread: are they categories, a few that come back in question after question, or
free, as figures and names are? And how do sources agree: the errors of independent sources scatter over free values, so
where those outside the lead mostly say the same, and some sources repeat each other throughout, support is not
independent, and accuracy estimated from it would only crown the largest family. Majority voting is then the safer
guide.
"""

from __future__ import annotations

from checker.sources.weighing.accuracy import Weighed, estimate
from checker.sources.weighing.assertions import Claims
from checker.sources.weighing.copying import find_verbatim
from checker.sources.weighing.families import join_families
from checker.sources.weighing.spread import count_categories, errors_meet
from checker.sources.weighing.vote import count

FALSE_VALUES = 5
"""For free values. Fewer than usually scatter: agreement then counts for less, as sources may hang together unseen."""
REPEATED = 0.2
"""The share of claims that must be repetitions inside families before voting replaces the model."""


def count_false_values(claims: Claims) -> int:
    """How many false values a question has: one less than the categories, and the fixed number at most."""
    categories = count_categories(claims)
    return max(1, min(categories - 1, FALSE_VALUES)) if categories else FALSE_VALUES


def weigh_claims(claims: Claims) -> Weighed:
    """Weigh by the model that the claims call for."""
    false_values = count_false_values(claims)
    if not count_categories(claims) and errors_meet(claims):
        joined = join_families(claims, find_verbatim(claims))
        if len(joined.fact) < (1 - REPEATED) * len(claims.fact):
            return count(claims, estimate(joined, false_values))
    return estimate(claims, false_values)
