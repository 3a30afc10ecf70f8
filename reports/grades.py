"""How grades and footings are spoken of: the words of each letter and number, a sign for each footing.

The scales are those of the Admiralty code (NATO AJP-2.1; US Army FM 2-22.3, appendix B). What each asks for here is
told in short; ``checker.sources.grading`` has the rules in full. Nothing here says that something is true or false.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from checker.model import Credibility, Footing, Reliability

CODE = "Admiralty code (NATO AJP-2.1; US Army FM 2-22.3, appendix B)"


@dataclass(frozen=True, slots=True)
class GradeWords:
    """How a letter or a number is shown: its word, and what it is given for."""

    label: str
    meaning: str


RELIABILITY: Mapping[Reliability, GradeWords] = {
    Reliability.COMPLETE: GradeWords(
        "completely reliable", "at least 50 tested answers, and an interval of agreement that starts at 90% or above"
    ),
    Reliability.USUAL: GradeWords("usually reliable", "an interval that starts at 75% or above"),
    Reliability.FAIR: GradeWords("fairly reliable", "a rate of 50% or above"),
    Reliability.LITTLE: GradeWords("not usually reliable", "a rate below 50%, with an interval that reaches it"),
    Reliability.NONE: GradeWords("unreliable", "an interval that ends below 50%"),
    Reliability.UNKNOWN: GradeWords("cannot be judged", "fewer than 10 answers that could be set against others"),
}

CREDIBILITY: Mapping[Credibility, GradeWords] = {
    Credibility.CONFIRMED: GradeWords(
        "confirmed by other origins", "two or more origins, undisputed, not all from one person or document"
    ),
    Credibility.PROBABLE: GradeWords(
        "probable", "two or more origins, undisputed, but all have it from one person or document"
    ),
    Credibility.POSSIBLE: GradeWords(
        "possible",
        "one origin, undisputed, from its own reporting or a named source; or disputed, with most origins behind it",
    ),
    Credibility.DOUBTFUL: GradeWords(
        "doubtful", "one origin, at second hand or from unnamed sources; or disputed by as many origins as give it"
    ),
    Credibility.IMPROBABLE: GradeWords("improbable", "disputed by more origins than give it"),
    Credibility.UNKNOWN: GradeWords("cannot be judged", "nothing that it could be set beside"),
}


@dataclass(frozen=True, slots=True)
class FootingWords:
    """How a footing is shown: a sign that reads without colour, and what it means."""

    sign: str
    meaning: str


# In the order in which a report shows them.
FOOTINGS: Mapping[Footing, FootingWords] = {
    Footing.CONTESTED: FootingWords("≠", "origins give answers that cannot stand beside each other"),
    Footing.SUPERSEDED: FootingWords("→", "a later article has another answer"),
    Footing.CORROBORATED: FootingWords("=", "two or more origins give the same answer"),
    Footing.SINGLE_ORIGIN: FootingWords("○", "one origin alone gives it"),
    Footing.NOT_ASSESSABLE: FootingWords("?", "nothing that it could be set beside"),
}
