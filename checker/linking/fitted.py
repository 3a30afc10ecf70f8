"""A fitted model of whether two differing answers are answers to one question.

Record linkage with weights that were fitted instead of set (Fellegi and Sunter 1969, as a logistic regression over the
levels of a comparison): the weights were fitted on annotated events and on pairs of real articles on one event, nearly
all of whose differing figures are figures of different things. ``scripts/fit_links.py`` fits them anew.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

READABLE = ("heads", "concepts", "entities", "topic", "answer heads", "answer topic", "related", "occasion", "slip")
"""Features that a person can make sense of, in the order in which they are shown; all from 0 to 1."""


@dataclass(frozen=True, slots=True)
class FittedModel:
    """A logistic regression.

    ``threshold`` is the least probability at which differing answers are set against each other, ``updates`` the least
    at which one is called the later state of the other.
    """

    intercept: float
    threshold: float
    updates: float
    weights: Mapping[str, float]

    def probability(self, features: Mapping[str, float]) -> float:
        """The probability, 0 to 1, that a pair with these features answers one question; unknown features count 0."""
        total = self.intercept + sum(self.weights.get(name, 0.0) * value for name, value in features.items())
        return 1.0 / (1.0 + math.exp(-max(-40.0, min(40.0, total))))


@cache
def fitted_model() -> FittedModel:
    """The model that comes with the package."""
    text = files("checker.linking").joinpath("data", "fitted.toml").read_text(encoding="utf-8")
    loaded = tomllib.loads(text)
    return FittedModel(loaded["intercept"], loaded["threshold"], loaded["updates"], loaded["weights"])
