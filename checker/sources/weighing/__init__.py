"""Weighing: the best-supported answer to each question, from who asserts what (truth discovery).

The model is chosen from the assertions themselves (``choose``): source accuracies estimated along with the answers
(``accuracy``), or, where sources plainly repeat each other, a majority vote (``vote``). Copies are found and joined
only on request (``copying``). What comes out is support, never truth.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from checker.sources.weighing.accuracy import Weighed
from checker.sources.weighing.assertions import collect
from checker.sources.weighing.choose import count_false_values, weigh_claims
from checker.sources.weighing.copying import find_families
from checker.sources.weighing.families import join_families
from checker.sources.weighing.supports import Support, Supports

__all__ = ["Support", "Supports", "weigh"]


def weigh(assertions: Iterable[tuple[str, str, str]], *, copying: bool = False) -> Supports:
    """Weigh assertions (source, question, value), and give each question's supports, best first.

    The rows are read once; a row that comes twice counts once; their order does not matter. The probabilities of a
    question's answers add up to at most 1: the rest is for an answer that nobody gave. With ``copying``, sources that
    repeat each other throughout have one vote between them; without, a claim of each counts, so give origins rather
    than outlets where these are known. Values are compared as they are: fold spellings before.

    Raises ``ValueError`` for a row that has not three parts.
    """
    collected = collect(assertions)
    claims = collected.claims
    if not len(claims.fact):
        return Supports(collected, Weighed(np.empty(0), np.empty(0)))
    if copying:
        claims = join_families(claims, find_families(claims, count_false_values(claims)))
    return Supports(collected, weigh_claims(claims))
