"""Copying: sources that agree so constantly that they must have one origin, found from the assertions alone.

The test is the ratio of Dong, Berti-Equille and Srivastava (PVLDB 2(1), 2009): how likely the agreements and
disagreements of two sources are if one takes a share of its answers from the other, beside how likely they are if the
two answered on their own. They judge agreement by what currently passes for true; a large family of copies then makes
its errors true, and its agreement innocent. So here nothing is held true: every pair is granted the best accuracy that
an independent source is allowed, and only agreement beyond what two such sources reach is called copying. That finds
verbatim copies, and leaves alone sources that are merely good. Linked sources form a family, which has one vote.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from checker.sources.weighing.accuracy import MOST
from checker.sources.weighing.assertions import Claims, Codes

TAKEN = 0.95
"""The share of its answers that a copy takes from its original."""
SUSPICION = 0.05
"""How likely a pair is to be copies before anything is seen."""
FALSE_VALUES = 10
"""Two good sources that both err meet by chance in one case of ten; it hardly matters, as both seldom err."""
MOST_SOURCES = 1024
"""Only the sources with the most claims are compared, each with each: the cost grows with the square."""
COLUMNS = 16_384
"""How many columns are compared at a time: a multiple of 64, the bits of a word."""

ALONE = MOST**2 + (1 - MOST) ** 2 / FALSE_VALUES
"""How often two independent sources of the best accuracy agree."""
FOR_SAME = float(np.log((TAKEN + (1 - TAKEN) * ALONE) / ALONE))
AGAINST_OTHER = float(np.log(1 - TAKEN))
NEEDED = float(np.log((1 - SUSPICION) / SUSPICION))
"""The log ratio at which copying is as likely as not."""


def count_pairs(row: Codes, column: Codes, rows: int, columns: int) -> Codes:
    """How many columns each two rows share, from the cells (row, column): a square matrix.

    Rows are sets of bits, compared a block of columns at a time: exact, and on one thread however many there are.
    """
    order = np.argsort(column, kind="stable")
    row, column = row[order], column[order]
    shared = np.zeros((rows, rows), np.int64)
    for start in range(0, columns, COLUMNS):
        low, high = np.searchsorted(column, (start, start + COLUMNS))
        cells = np.zeros((rows, COLUMNS), np.bool_)
        cells[row[low:high], column[low:high] - start] = True
        bits = np.packbits(cells, axis=1).view(np.uint64)
        for one in range(rows):
            shared[one, one:] += np.bitwise_count(bits[one] & bits[one:]).sum(axis=1, dtype=np.int64)
    return shared


def link(one: Codes, other: Codes, sources: int) -> Codes:
    """The family of each source, named by its first member, when the pairs (one, other) are linked."""
    family = np.arange(sources)
    while True:
        least = np.minimum(family[one], family[other])
        grown = family.copy()
        np.minimum.at(grown, one, least)
        np.minimum.at(grown, other, least)
        grown = grown[grown]
        if np.array_equal(grown, family):
            return family
        family = grown


def find_families(claims: Claims) -> Codes:
    """The family of each source: a source that copies from nobody, and that nobody copies, is its own."""
    family = np.arange(claims.sources)
    active = np.bincount(claims.source, minlength=claims.sources)
    enough = np.flatnonzero(active * FOR_SAME > NEEDED)
    compared = enough[np.argsort(-active[enough], kind="stable")[:MOST_SOURCES]]
    if len(compared) < 2:
        return family
    place = np.full(claims.sources, -1)
    place[compared] = np.arange(len(compared))
    kept = place[claims.source] >= 0
    row, fact = place[claims.source[kept]], claims.fact[kept]
    same = count_pairs(row, fact, len(compared), len(claims.question))
    shared = count_pairs(row, claims.number[fact], len(compared), len(claims.first))
    copied = same * FOR_SAME + (shared - same) * AGAINST_OTHER > NEEDED
    one, other = np.nonzero(np.triu(copied, 1))
    return link(compared[one], compared[other], claims.sources)


def join_families(claims: Claims, family: Codes) -> Claims:
    """The claims with each family as one source, which says what most of its members say; the facts stay as they are.

    Where its members are evenly divided, the family gives each of their answers. That a family has one vote a question,
    and not one for each stray value, matters when sources that agree because they are good are taken for one.
    """
    _, member = np.unique(family, return_inverse=True)
    families = int(member.max()) + 1
    cells, members = np.unique(claims.fact * families + member[claims.source], return_counts=True)
    fact, source = np.divmod(cells, families)
    asked = claims.number[fact] * families + source
    order = np.argsort(asked, kind="stable")
    starts = np.flatnonzero(np.diff(asked[order], prepend=-1))
    most = np.empty(len(order), np.int64)
    most[order] = np.repeat(np.maximum.reduceat(members[order], starts), np.diff(starts, append=len(order)))
    kept = members == most
    return replace(claims, source=source[kept], fact=fact[kept], sources=families)
