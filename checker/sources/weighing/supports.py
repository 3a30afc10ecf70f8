"""Supports: what stands behind each answer to a question, best first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from checker.sources.weighing.accuracy import Weighed
from checker.sources.weighing.assertions import Assertions, Codes

DIGITS = 9
"""To how many digits scores are compared and probabilities given: the order of adding up shows only beyond."""


@dataclass(frozen=True, slots=True)
class Support:
    """One answer: its value, how probable it is (0 to 1), and the sources that gave it, by name."""

    value: str
    probability: float
    sources: tuple[str, ...]


class Supports(Mapping[str, list[Support]]):
    """Each question's supports, best first: the higher score, then more sources, then the value that sorts first.

    They are made when asked for; a question that was never asked raises ``KeyError``.
    """

    __slots__ = ("_assertions", "_bounds", "_probability", "_score", "_starts")

    def __init__(self, assertions: Assertions, weighed: Weighed) -> None:
        claims = assertions.claims
        self._assertions = assertions
        self._score: list[float] = np.round(weighed.score, DIGITS).tolist()
        self._probability: list[float] = np.round(weighed.probability, DIGITS).tolist()
        self._starts: list[int] = [*claims.first.tolist(), len(claims.question)]
        # Claims lie in the order of their facts.
        self._bounds: Codes = np.searchsorted(claims.fact, np.arange(len(claims.question) + 1))

    def __getitem__(self, question: str) -> list[Support]:
        number = self._assertions.questions[question]
        facts = range(self._starts[number], self._starts[number + 1])
        found = [(self._score[fact], self._describe(fact)) for fact in facts]
        found.sort(key=lambda pair: (-pair[0], -len(pair[1].sources), pair[1].value))
        return [support for _, support in found]

    def __iter__(self) -> Iterator[str]:
        return iter(self._assertions.questions)

    def __len__(self) -> int:
        return len(self._assertions.questions)

    def _describe(self, fact: int) -> Support:
        claims, names = self._assertions.claims, self._assertions.sources
        backers = claims.source[self._bounds[fact] : self._bounds[fact + 1]].tolist()
        value = self._assertions.values[claims.value[fact]]
        return Support(value, self._probability[fact], tuple(sorted(names[backer] for backer in backers)))
