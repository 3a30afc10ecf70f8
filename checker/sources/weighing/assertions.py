"""Assertions as arrays: who (source) gave which fact, a fact being one value as the answer to one question.

The input is read once, a block at a time, and only codes are kept, so a stream of any length takes memory for its
distinct names and three integers an assertion.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

Codes: TypeAlias = npt.NDArray[np.int64]
Weights: TypeAlias = npt.NDArray[np.float64]

BLOCK = 65_536


@dataclass(frozen=True, slots=True)
class Claims:
    """Who claims what: claim ``i`` is that source ``source[i]`` gave fact ``fact[i]``; no pair comes twice.

    Fact ``f`` is one value for question ``question[f]``; facts of one question lie side by side, so ``first`` gives
    where those of each question begin. ``value`` is the code of the fact's value, the same one in every question.
    """

    source: Codes
    fact: Codes
    question: Codes
    value: Codes
    first: Codes
    sources: int

    @property
    def number(self) -> Codes:
        """The place of each fact's question in ``first``."""
        return np.repeat(np.arange(len(self.first)), np.diff(self.first, append=len(self.question)))

    @property
    def backers(self) -> Weights:
        """How many sources each fact has."""
        return np.bincount(self.fact, minlength=len(self.question)).astype(float)

    def sum_by_fact(self, weights: Weights) -> Weights:
        """The weights of the claims, added up for each fact."""
        return np.bincount(self.fact, weights=weights, minlength=len(self.question)).astype(np.float64, copy=False)

    def sum_by_source(self, weights: Weights) -> Weights:
        """The weights of the claims, added up for each source."""
        return np.bincount(self.source, weights=weights, minlength=self.sources).astype(np.float64, copy=False)

    def sum_by_question(self, weights: Weights) -> Weights:
        """The weights of the facts, added up for each question."""
        return np.add.reduceat(weights, self.first)


@dataclass(frozen=True, slots=True)
class Assertions:
    """The claims, and the names behind the codes, in the order in which they were first seen."""

    claims: Claims
    sources: tuple[str, ...]
    questions: dict[str, int]
    values: tuple[str, ...]


def arrange(source: Codes, question: Codes, value: Codes, sources: int) -> Claims:
    """Claims from three columns of codes (each from 0 and without gaps), repeated rows taken once."""
    values = int(value.max(initial=-1)) + 1
    pairs, fact = np.unique(question * values + value, return_inverse=True)
    rows = np.unique(fact * sources + source)
    asked = pairs // values
    first = np.flatnonzero(np.diff(asked, prepend=-1))
    return Claims(rows % sources, rows // sources, asked, pairs % values, first, sources)


def collect(assertions: Iterable[tuple[str, str, str]]) -> Assertions:
    """Read (source, question, value) rows, once.

    Raises ``ValueError`` for a row that has not three parts.
    """
    indexes: list[defaultdict[str, int]] = []
    for _ in range(3):
        index: defaultdict[str, int] = defaultdict()
        index.default_factory = index.__len__  # a name not seen before gets the next code
        indexes.append(index)
    blocks: list[Codes] = []
    rows = iter(assertions)
    while block := list(islice(rows, BLOCK)):
        columns = tuple(zip(*block, strict=True))
        if len(columns) != 3:
            raise ValueError(f"an assertion is (source, question, value); this one has {len(columns)} parts")
        codes = [
            np.fromiter(map(index.__getitem__, column), np.int64, len(block))
            for index, column in zip(indexes, columns, strict=True)
        ]
        blocks.append(np.stack(codes))
    source, question, value = np.concatenate(blocks, axis=1) if blocks else np.empty((3, 0), np.int64)
    for index in indexes:
        index.default_factory = None
    return Assertions(
        arrange(source, question, value, len(indexes[0])), tuple(indexes[0]), indexes[1], tuple(indexes[2])
    )
