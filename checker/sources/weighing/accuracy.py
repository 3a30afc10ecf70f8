"""Accuracy: how often each source is right, and what that makes of each fact, estimated together (ACCU).

The model is ACCU of Dong, Berti-Equille and Srivastava, "Integrating conflicting data: the role of source dependence",
PVLDB 2(1), 2009: a source of accuracy A gives the true value with probability A, and else one of ``n`` false ones, each
as likely. A source's support for a fact is ln(n A / (1 - A)); the support of a fact is the sum over its sources. Here:

- Accuracy has a Beta(8, 2) prior whose mean follows the data: the mean over the sources that were tested, each
  counting by how much it was tested. Where many sources spoke once and disagree, an unknown source is no longer .8.
- A claim that no other source confirms or disputes tests nobody. It stands at that mean, so a source whose record is
  mostly untested stays near it however long the record is.
- No source's accuracy is taken to be above .95: support is tempered for dependence that nobody sees.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.sources.weighing.assertions import Claims, Weights

RIGHT, WRONG = 8.0, 2.0
"""The Beta prior of accuracy: as if a source had been right in 8 of 10 claims before."""
LEAST, MOST = 0.02, 0.95
"""The bounds of an estimated accuracy."""
LEAST_MEAN = 0.5
"""Sources on average are right more often than not: without this, truth and falsehood could change places."""
ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Weighed:
    """What a model makes of the claims: each fact's probability, and a score that orders the facts of a question."""

    probability: Weights
    score: Weights


def share_out(claims: Claims, support: Weights, false_values: int) -> Weights:
    """The probability of each fact from its support, with room for the false values that nobody gave.

    A question has ``false_values`` + 1 possible answers, or as many as were given; one without a source has support 0.
    """
    counts = np.diff(claims.first, append=len(claims.question))
    top = np.maximum(np.maximum.reduceat(support, claims.first), 0.0)
    weight = np.exp(support - np.repeat(top, counts))
    unseen = np.maximum(0, false_values + 1 - counts) * np.exp(-top)
    shared: Weights = weight / np.repeat(claims.sum_by_question(weight) + unseen, counts)
    return shared


def estimate(claims: Claims, false_values: int) -> Weighed:
    """Estimate accuracies and facts in turn, from the prior on, for a fixed number of rounds."""
    backers = claims.backers
    counts = np.diff(claims.first, append=len(claims.question))
    others = np.repeat(claims.sum_by_question(backers), counts) > 1
    tested = others[claims.fact].astype(float)
    tests = claims.sum_by_source(tested)
    untested = claims.sum_by_source(1 - tested)
    prior = RIGHT + WRONG
    trust = tests / (tests + prior)
    accuracy = np.full(claims.sources, RIGHT / prior)
    for _ in range(ROUNDS):
        vote = np.log(false_values * accuracy / (1 - accuracy))
        probability = share_out(claims, claims.sum_by_fact(vote[claims.source]), false_values)
        right = claims.sum_by_source(probability[claims.fact] * tested)
        # One more source, of the prior mean, stands in while there is nothing to average.
        mean = (trust @ (right / np.maximum(tests, 1)) + RIGHT / prior) / (trust.sum() + 1)
        mean = max(float(mean), LEAST_MEAN)
        accuracy = np.clip((right + (prior + untested) * mean) / (tests + prior + untested), LEAST, MOST)
    vote = np.log(false_values * accuracy / (1 - accuracy))
    support = claims.sum_by_fact(vote[claims.source])
    probability = share_out(claims, support, false_values)
    return Weighed(probability, support)
