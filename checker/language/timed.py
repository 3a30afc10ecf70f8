"""The record of what a time is the time of, and the words by which it is read."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from checker.lexicon.happenings import Happening
from checker.model import Clause, MentionKind

OBLIGING = frozenset({"must", "shall", "be to", "be due to"})
"""Auxiliaries of what is still to be done."""

SUPPOSING = frozenset({"if", "unless", "whether"})
"""What opens a clause that says nothing of what happens."""

JOINTS = str.maketrans("", "", "-'’.")
"""Marks inside words."""

TIMES = frozenset({MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.SET})
DETERMINERS = frozenset({"a", "an", "the", "its", "their", "his", "her"})
ATTRIBUTIVE = frozenset({"nummod", "compound", "amod", "det", "flat"})


class Part(StrEnum):
    """Which side of an occasion a time gives."""

    AT = "at"
    START = "start"
    END = "end"
    LENGTH = "length"
    LAPSE = "lapse"
    WAIT = "wait"
    WITHIN = "within"
    APART = "apart"


@dataclass(frozen=True, slots=True)
class Timing:
    """What a time is the time of. Lemmas, lower case.

    ``events`` name what happens, the most telling first; ``parties`` who and what takes part; ``marks`` tell one
    occasion from another of its kind ("next", "previous"); ``nominal`` says that the time belongs to a noun and not
    to the clause's verb; ``anaphoric`` that who does it is told before ("It was put back"); ``firm`` that the kinds are
    those of what the time belongs to, and not guessed from another word of its clause.
    """

    events: tuple[str, ...]
    parties: tuple[str, ...]
    part: Part
    marks: frozenset[str] = frozenset()
    clause: Clause | None = None
    nominal: bool = False
    anaphoric: bool = False
    kinds: frozenset[Happening] = frozenset()
    echoed: tuple[str, ...] = ()
    firm: bool = False
    around: frozenset[str] = frozenset()


@cache
def timing_words() -> dict[str, frozenset[str]]:
    """The word lists of ``data/timings.toml``, by name."""
    text = files("checker.language").joinpath("data", "timings.toml").read_text(encoding="utf-8")
    return {name: frozenset(forms) for name, forms in tomllib.loads(text).items()}


def predicate_of(clause: Clause) -> str:
    """The predicate with its particle."""
    if clause.particle and clause.particle not in clause.predicate.split():
        return f"{clause.predicate} {clause.particle}"
    return clause.predicate
