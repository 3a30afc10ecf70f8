"""Which model the assertions call for, by a test that needs no known answers and was fixed beforehand.

Two questions are asked. How do values spread: are they categories, a few that come back in question after question, or
free, as figures and names are? And how do sources agree: the errors of independent sources scatter over free values, so
where those outside the lead mostly say the same, and some sources repeat each other throughout, support is not
independent, and accuracy estimated from it would only crown the largest family. Majority voting is then the safer
guide.
"""

from __future__ import annotations

import numpy as np

from checker.sources.weighing.accuracy import Weighed, estimate
from checker.sources.weighing.assertions import Claims
from checker.sources.weighing.copying import find_families, join_families
from checker.sources.weighing.vote import count

MOST_CATEGORIES = 20
QUESTIONS_A_CATEGORY = 5
"""A category is the answer, for some source, to at least so many questions on average."""
FALSE_VALUES = 5
"""For free values. Fewer than usually scatter: agreement then counts for less, as sources may hang together unseen."""
SCATTER = 0.5
"""Above this chance that two dissenters say the same, errors no longer count as scattered."""
LEAST_PAIRS = 50
REPEATED = 0.2
"""The share of claims that must be repetitions inside families before voting replaces the model."""


def count_categories(claims: Claims) -> int:
    """How many categories the values are; 0 for free values."""
    values = int(claims.value.max()) + 1
    return values if values <= MOST_CATEGORIES and len(claims.question) >= QUESTIONS_A_CATEGORY * values else 0


def measure_meeting(claims: Claims) -> tuple[float, int]:
    """The chance that two claims outside the lead of their question say the same, and from how many pairs."""
    backers = claims.backers
    inside = claims.sum_by_question(backers)
    lead = np.maximum.reduceat(backers, claims.first)
    outside = inside - lead
    same = claims.sum_by_question(backers * (backers - 1)) - lead * (lead - 1)
    pairs = (outside * (outside - 1)).sum()
    return (float(same.sum() / pairs) if pairs else 0.0), int(pairs)


def weigh_claims(claims: Claims) -> Weighed:
    """Weigh by the model that the claims call for."""
    if categories := count_categories(claims):
        return estimate(claims, max(1, min(categories - 1, FALSE_VALUES)))
    meeting, pairs = measure_meeting(claims)
    if meeting > SCATTER and pairs >= LEAST_PAIRS:
        joined = join_families(claims, find_families(claims))
        if len(joined.fact) < (1 - REPEATED) * len(claims.fact):
            return count(claims, estimate(joined, FALSE_VALUES))
    return estimate(claims, FALSE_VALUES)
