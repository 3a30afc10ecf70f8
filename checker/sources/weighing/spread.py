"""How values spread: over a few categories or freely, and whether those that are not in the lead scatter or meet."""

from __future__ import annotations

import numpy as np

from checker.sources.weighing.assertions import Claims

MOST_CATEGORIES = 20
QUESTIONS_A_CATEGORY = 5
"""A category is the answer, for some source, to at least so many questions on average."""
SCATTER = 0.5
"""Above this chance that two dissenters say the same, errors no longer count as scattered."""
LEAST_PAIRS = 50
"""Fewer pairs of dissenters say nothing."""


def count_categories(claims: Claims) -> int:
    """How many categories the values are; 0 for free values."""
    values = int(claims.value.max()) + 1
    return values if values <= MOST_CATEGORIES and len(claims.question) >= QUESTIONS_A_CATEGORY * values else 0


def measure_agreement(claims: Claims) -> float:
    """The chance that two claims on one question say the same; 1 where no question has two claims."""
    backers = claims.backers
    inside = claims.sum_by_question(backers)
    pairs = (inside * (inside - 1)).sum()
    return float((backers * (backers - 1)).sum() / pairs) if pairs else 1.0


def measure_meeting(claims: Claims) -> tuple[float, int]:
    """The chance that two claims outside the lead of their question say the same, and from how many pairs."""
    backers = claims.backers
    inside = claims.sum_by_question(backers)
    lead = np.maximum.reduceat(backers, claims.first)
    outside = inside - lead
    same = claims.sum_by_question(backers * (backers - 1)) - lead * (lead - 1)
    pairs = (outside * (outside - 1)).sum()
    return (float(same.sum() / pairs) if pairs else 0.0), int(pairs)


def errors_scatter(claims: Claims) -> bool:
    """Whether errors plainly scatter. Few errors do not show it."""
    meeting, pairs = measure_meeting(claims)
    return meeting <= SCATTER and pairs >= LEAST_PAIRS
