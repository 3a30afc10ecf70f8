"""The cue words of polarity and modality, read once from ``data/cues.toml``."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.model import Modality


@dataclass(frozen=True, slots=True)
class Cues:
    """Cue words by what they do; see the comments in the data file."""

    negators: frozenset[str]
    negative_determiners: frozenset[str]
    negative_pronouns: frozenset[str]
    limiters: frozenset[str]
    conditions: frozenset[str]
    future: frozenset[str]
    would: frozenset[str]
    auxiliaries: dict[str, Modality]
    adverbs: dict[str, Modality]
    negative_governors: frozenset[str]
    governors: dict[str, Modality]
    passes_negation: frozenset[str]
    opens_when_negated: frozenset[str]
    looks_ahead: frozenset[str]
    speech: frozenset[str]


@cache
def load_cues() -> Cues:
    """Read the cue words."""
    data: dict[str, Any] = tomllib.loads((files("checker.factuality") / "data" / "cues.toml").read_text("utf-8"))
    return Cues(
        negators=frozenset(data["negators"]),
        negative_determiners=frozenset(data["negative_determiners"]),
        negative_pronouns=frozenset(data["negative_pronouns"]),
        limiters=frozenset(data["limiters"]),
        conditions=frozenset(data["conditions"]),
        future=frozenset(data["auxiliaries"]["future"]),
        would=frozenset(data["auxiliaries"]["conditional"]),
        auxiliaries=_by_modality(data["auxiliaries"]),
        adverbs=_by_modality(data["adverbs"]),
        negative_governors=frozenset(data["governors"]["negative"]),
        governors=_by_modality(data["governors"]),
        passes_negation=frozenset(data["passes_negation"]),
        opens_when_negated=frozenset(data["opens_when_negated"]),
        looks_ahead=frozenset(data["looks_ahead"]),
        speech=frozenset(data["speech"]),
    )


def _by_modality(table: dict[str, list[str]]) -> dict[str, Modality]:
    levels = (Modality.PROBABLE, Modality.POSSIBLE, Modality.UNKNOWN)
    return {word: level for level in levels for word in table.get(level.value, ())}
