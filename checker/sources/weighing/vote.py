"""Majority voting: the answer that most sources give, for when their accuracies cannot be told from their repetitions.

Equal votes are common where sources repeat each other. They are decided by what the origins behind them make of it.
"""

from __future__ import annotations

import numpy as np

from checker.sources.weighing.accuracy import Weighed
from checker.sources.weighing.assertions import Claims

UNSEEN = 0.5
"""The vote kept for an answer that nobody gave."""


def count(claims: Claims, between_equals: Weighed) -> Weighed:
    """One vote a source; between facts with as many votes, the probability of ``between_equals`` decides.

    A fact's probability is its share of the votes, half a vote being kept for an answer that nobody gave (the estimator
    of Krichevsky and Trofimov, IEEE Transactions on Information Theory 27(2), 1981).
    """
    backers = claims.backers
    votes = np.repeat(claims.sum_by_question(backers), np.diff(claims.first, append=len(claims.question)))
    # Less than one vote, so it decides between equals only.
    return Weighed(backers / (votes + UNSEEN), backers + between_equals.probability / 2)
