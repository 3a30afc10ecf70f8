"""What the checklist is made of: the labels and criteria of the indicators, and the phrases that pages use."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.model import Evidence, Indicator, State


@dataclass(frozen=True, slots=True)
class Phrases:
    """The lists of ``data/page_notes.toml``, case-folded."""

    correction: tuple[str, ...]
    opinion: frozenset[str]
    sponsored: frozenset[str]
    leftover: tuple[str, ...]
    loaded: frozenset[str]


@cache
def load_phrases() -> Phrases:
    """The phrases, read once."""
    data = _read("page_notes.toml")
    return Phrases(
        tuple(data["correction"]),
        frozenset(data["opinion"]),
        frozenset(data["sponsored"]),
        tuple(data["leftover"]),
        frozenset(data["loaded"].split()),
    )


@cache
def _checks() -> dict[str, tuple[str, tuple[str, ...]]]:
    data = _read("indicators.toml")["checks"]
    return {name: (one["label"], tuple(one["criteria"])) for name, one in data.items()}


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("checker.sources").joinpath("data", name).read_text(encoding="utf-8"))


def note(name: str, state: State, detail: str, evidence: Iterable[Evidence] = ()) -> Indicator:
    """An indicator under its label, with its criteria."""
    label, criteria = _checks()[name]
    return Indicator(name, label, state, detail, tuple(evidence), criteria)


def fold(text: str) -> str:
    """The form in which phrases are compared; as long as the text, so that offsets hold."""
    folded = text.lower().replace("’", "'")
    return folded if len(folded) == len(text) else text.replace("’", "'")


def count_of(number: int, one: str, many: str) -> str:
    """How many there are: "1 person", "2 people"."""
    return f"{number} {one if number == 1 else many}"
