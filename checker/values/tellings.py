"""A statement as the words that say something, each with the word that it hangs on and the part that it plays there.

Two statements that share most of these words in the same parts are tellings of one fact; the words in which they
differ then stand in each other's place.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from checker.values.quantities import Quantity
from checker.values.times import TimeValue


class UnitKind(StrEnum):
    """What a unit is: words that say how many are ``quantifier``, those of whom ("his") ``possessive``."""

    NAME = "name"
    NUMBER = "number"
    TIME = "time"
    NOUN = "noun"
    VERB = "verb"
    ADJECTIVE = "adjective"
    ADVERB = "adverb"
    QUANTIFIER = "quantifier"
    POSSESSIVE = "possessive"


@dataclass(frozen=True, slots=True)
class Unit:
    """A content word, a name or a figure.

    ``head`` is the index of the unit that it hangs on (-1 for none), ``role`` its part there: ``subj``, ``obj``,
    ``mod``, ``poss``, ``adv``, ``pred``, or the preposition ("of"). ``before`` holds the small words between it and the
    unit before; ``denied`` says that a negation stands with it; ``listed`` that it is one of several in a row;
    ``named`` is what a name names, as far as it is known (``person``, ``organisation``, ``place``, ``demonym``), and
    ``full`` the folded words of the fullest name that the article gives it; ``open`` says that the clause of a verb
    tells what should, could or may be, and not what is; ``doer`` holds for a verb the folded words of the name of who
    does it, also where it stands with another verb only, ``doer_kind`` what that name names.
    ``weight`` is how telling the word is, 0 to 1; ``start`` and ``end`` are its place in the article, ``clause`` the
    number of the innermost clause around it.
    """

    text: str
    lemma: str
    kind: UnitKind
    head: int
    role: str
    before: tuple[str, ...]
    weight: float
    start: int
    end: int
    clause: int = -1
    denied: bool = False
    listed: bool = False
    named: str = ""
    full: frozenset[str] = frozenset()
    open: bool = False
    value: Quantity | TimeValue | None = None
    doer: frozenset[str] = frozenset()
    doer_kind: str = ""


@dataclass(frozen=True, slots=True)
class Telling:
    """The units of one statement, in their order."""

    units: tuple[Unit, ...]

    @property
    def weight(self) -> float:
        """How much all units say together."""
        return sum(unit.weight for unit in self.units)


def has_words(words: frozenset[str], unit: Unit) -> bool:
    """Whether words hold a unit, as its lemma or word by word."""
    return unit.lemma in words or words.issuperset(unit.text.lower().split())
