"""Values as they are spoken: an answer in its article's words where these read better than its canonical form."""

from __future__ import annotations

import re

from checker.model import Claim, Value, ValueType

from .wording import on_one_line, shorten

FIGURES = frozenset({ValueType.NUMBER, ValueType.MONEY, ValueType.PERCENT, ValueType.DURATION, ValueType.SET})
TIMES = frozenset({ValueType.DATE, ValueType.TIME})
STATES = frozenset({ValueType.STATUS, ValueType.ORDINAL})

# A canonical form that is plain English by itself: "under discussion", "agreed"; not "access: shut", "closure 1".
PLAIN = re.compile(r"^[a-z][a-z' -]*$")
# A calendar day with its time of day: 2029-05-17T04:12 America/Guayaquil
MOMENT = re.compile(r"^(?P<day>\d{4}-\d\d-\d\d)(?:T(?P<time>\d\d:\d\d))?")

MARKS = '“”"'

EDGES = " ,;:–—"
"""What a clause may begin or end with that belongs to its sentence."""

LENGTH = 90
"""Characters of a clause that stands for an answer."""


def say_value(value: Value, clause: str, normalized: str = "") -> str:
    """An answer for a reader. ``clause`` are the words around it; ``normalized`` its canonical form, if another's.

    Figures are given as written, days with what they were read as, states in the clause that says so; an answer whose
    words are missing goes by its canonical form.
    """
    normalized = on_one_line(normalized or value.normalized)
    words = on_one_line(value.text)
    if not words:
        return normalized
    if value.type in FIGURES:
        return normalized if words in normalized and " " in normalized else words
    if value.type in TIMES:
        read = MOMENT.match(normalized)
        told = " ".join(part for part in read.groups() if part) if read else normalized
        return words if told in words or told.startswith("XXXX") else f"{words} ({told})"
    if needs_clause(value, normalized):
        return quote_clause(clause) if clause else words
    return normalized if value.type in STATES else words.strip(EDGES)


def quote_clause(clause: str) -> str:
    """Words of an article in quotation marks, unless they have marks of their own; without what hangs at their ends."""
    words = shorten(on_one_line(clause).strip(EDGES), LENGTH)
    return words if any(mark in words for mark in MARKS) else f"“{words}”"


def needs_clause(value: Value, normalized: str) -> bool:
    """Whether an answer is a state whose canonical form is no plain English: its clause has to say it."""
    return value.type in STATES and not PLAIN.match(normalized)


def say_claim(claim: Claim) -> str:
    """The answer that a claim gives, for a reader."""
    return say_value(claim.value, claim.text)
