"""Families: which sources share how much, sources linked into families, and a family counted as one source."""

from __future__ import annotations

from dataclasses import replace

import numpy as np

from checker.sources.weighing.assertions import Claims, Codes

COLUMNS = 16_384
"""How many columns are compared at a time: a multiple of 64, the bits of a word."""


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
