"""The interval of a rate: how far a share that was counted in a few cases can be from the share in all."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist

LEVEL = 0.95
"""How sure the interval is meant to be."""


def wilson(hits: int, trials: int) -> tuple[float, float]:
    """The score interval at 95 % of a rate of ``hits`` in ``trials``, from 0 to 1; all of it without a trial.

    Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22(158), 1927; recommended for
    few trials by Brown, Cai and DasGupta, "Interval estimation for a binomial proportion", Statistical Science 16(2),
    2001. Raises ``ValueError`` unless 0 <= hits <= trials.
    """
    if not 0 <= hits <= trials:
        raise ValueError(f"{hits} hits in {trials} trials")
    if not trials:
        return 0.0, 1.0
    z = NormalDist().inv_cdf((1 + LEVEL) / 2)
    rate, weight = hits / trials, z * z / trials
    middle = (rate + weight / 2) / (1 + weight)
    half = z * sqrt(rate * (1 - rate) / trials + weight / (4 * trials)) / (1 + weight)
    # The bounds are 0 and 1 exactly where no trial, or every one, is a hit.
    return (middle - half if hits else 0.0), (middle + half if hits < trials else 1.0)
