"""Copying: sources that agree so constantly that they must have one origin, found from the assertions alone.

The test is the ratio of Dong, Berti-Equille and Srivastava (PVLDB 2(1), 2009): how likely the agreements and
disagreements of two sources are if one takes a share of its answers from the other, beside how likely they are if the
two answered on their own. It is made twice.

First nothing is held true, for a large family of copies would make its own errors true, and its agreement innocent:
every pair is granted the best accuracy that an independent source is allowed, and only agreement beyond what two such
sources reach is called copying. That finds verbatim copies, and leaves alone sources that are merely good.

With these joined, the second test goes by what then passes for true: to share errors is telling, to share truths is
not. That finds copying in part. It must explain what it set out from: the errors that are left must scatter, as those
of independent sources do, and enough must be left to tell. Where dissenters mean another thing by the question, say,
and so agree on errors without copying, the test would join nearly all sources; it is then left out, as for categories.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from checker.sources.weighing.accuracy import LEAST, MOST, RIGHT, WRONG, estimate
from checker.sources.weighing.assertions import Claims, Codes
from checker.sources.weighing.families import count_pairs, join_families, link
from checker.sources.weighing.spread import LEAST_PAIRS, count_categories, errors_scatter, measure_meeting

SUSPICION = 0.05
"""How likely a pair is to be copies before anything is seen."""
NEEDED = float(np.log((1 - SUSPICION) / SUSPICION))
"""The log ratio at which copying is as likely as not."""
MOST_SOURCES = 1024
"""Only the sources with the most claims are compared, each with each: the cost grows with the square."""

VERBATIM = 0.95
"""The share of its answers that a verbatim copy takes from its original."""
FALSE_VALUES = 10
"""Two sources of the best accuracy that both err meet by chance in one case of ten; it hardly matters."""
ALONE = MOST**2 + (1 - MOST) ** 2 / FALSE_VALUES
"""How often two independent sources of the best accuracy agree."""
FOR_SAME = float(np.log((VERBATIM + (1 - VERBATIM) * ALONE) / ALONE))
AGAINST_OTHER = float(np.log(1 - VERBATIM))

PARTLY = 0.8
"""The share of its answers that another copy takes: the value Dong, Berti-Equille and Srivastava start from."""
ROUNDS = 2
"""Joining families changes what passes for true, so the second test is made again."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The sources that are compared, those with the most claims first, and their claims.

    ``row`` is a claim's source by its place among ``sources``, ``claim`` its place among all claims.
    """

    sources: Codes
    row: Codes
    claim: Codes


def compare(claims: Claims, most: int) -> Compared:
    """At most so many sources; those with too few claims ever to be found out are left out."""
    count = np.bincount(claims.source, minlength=claims.sources)
    enough = np.flatnonzero(count * FOR_SAME > NEEDED)
    sources = enough[np.argsort(-count[enough], kind="stable")[:most]]
    place = np.full(claims.sources, -1)
    place[sources] = np.arange(len(sources))
    rows = place[claims.source]
    claim = np.flatnonzero(rows >= 0)
    return Compared(sources, rows[claim], claim)


def find_verbatim(claims: Claims, most: int = MOST_SOURCES) -> Codes:
    """The family of each source by the first test: one that copies from nobody, and nobody copies, is its own."""
    compared = compare(claims, most)
    rows, facts = len(compared.sources), claims.fact[compared.claim]
    same = count_pairs(compared.row, facts, rows, len(claims.question))
    shared = count_pairs(compared.row, claims.number[facts], rows, len(claims.first))
    copied = same * FOR_SAME + (shared - same) * AGAINST_OTHER > NEEDED
    one, other = np.nonzero(np.triu(copied, 1))
    return link(compared.sources[one], compared.sources[other], claims.sources)


def find_partly(claims: Claims, family: Codes, false_values: int) -> Codes:
    """The families grown by the second test, once, beside what the families so far make true."""
    joined = join_families(claims, family)
    probability = estimate(joined, false_values).probability
    meeting, pairs = measure_meeting(joined)
    chance = max(meeting, 1 / FALSE_VALUES) if pairs >= LEAST_PAIRS else 1 / FALSE_VALUES
    compared = compare(claims, MOST_SOURCES)
    rows, facts = len(compared.sources), claims.fact[compared.claim]
    count = np.bincount(claims.source, minlength=claims.sources)
    right = claims.sum_by_source(probability[claims.fact])
    accuracy = np.clip((right + RIGHT) / (count + RIGHT + WRONG), LEAST, MOST)[compared.sources]

    passes = probability[facts] > 0.5
    true = count_pairs(compared.row[passes], facts[passes], rows, len(claims.question))
    false = count_pairs(compared.row[~passes], facts[~passes], rows, len(claims.question))
    differ = count_pairs(compared.row, claims.number[facts], rows, len(claims.first)) - true - false
    middle = np.add.outer(accuracy, accuracy) / 2
    both_right = np.outer(accuracy, accuracy)
    both_wrong = np.outer(1 - accuracy, 1 - accuracy) * chance
    ratio = (
        true * np.log(PARTLY * middle / both_right + 1 - PARTLY)
        + false * np.log(PARTLY * (1 - middle) / both_wrong + 1 - PARTLY)
        + differ * np.log(1 - PARTLY)
    )
    one, other = np.nonzero(np.triu(ratio > NEEDED, 1))
    members = np.flatnonzero(family != np.arange(len(family)))
    one, other = compared.sources[one], compared.sources[other]
    return link(np.append(one, members), np.append(other, family[members]), claims.sources)


def find_families(claims: Claims, false_values: int) -> Codes:
    """The family of each source, by both tests."""
    family = find_verbatim(claims)
    if count_categories(claims):
        return family
    for _ in range(ROUNDS):
        grown = find_partly(claims, family, false_values)
        if not errors_scatter(join_families(claims, grown)):
            break
        family = grown
    return family
