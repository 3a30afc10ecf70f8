"""How far back a rank or an earlier instance reaches: "since 2011", "in a decade", "nine years ago", "in 1974".

Years are given as calendar years, in tenths where the text counts months; lengths count back from the day on which the
article was published.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from checker.language.phrases import NOUN_TAGS
from checker.model import Token

SPANS = frozenset({"day", "week", "month", "year", "decade", "century", "generation"})
"""Units of the window that a rank is counted over."""

YEARS = {"month": 1 / 12, "year": 1.0, "decade": 10.0, "century": 100.0}
"""Length of the units that reach back over a year, in years."""

COUNTS = {
    word: count
    for count, words in enumerate(
        (
            "zero",
            "one a an the this",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
        )
    )
    for word in words.split()
}
TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90, "hundred": 100}

BEGINNINGS = frozenset(
    """found open establish begin start build create launch inaugurate introduce inception foundation opening launching
    independence beginning establishment""".split()
)
"""Words behind "since" by which a window is all the time that a thing has been ("since it opened")."""

LIFE = frozenset({"history", "existence", "exist", "existed", "life", "lifetime"})
"""Words by which a window is all the time that a thing has been ("in its 140-year history")."""


@dataclass(frozen=True, slots=True)
class Window:
    """``text`` as told ("2027", "20 year"); ``start`` the year it reaches back to; ``whole``: all of a thing's time."""

    text: str = ""
    start: float | None = None
    whole: bool = False


def read_window(tokens: Sequence[Token], published: date | None) -> Window:
    """The window told in the tokens behind a rank; an empty one where none is told."""
    lowered = [t.text.lower() for t in tokens]
    for at, word in enumerate(lowered):
        near = tokens[at + 1 : at + 6]
        if word == "since" and near:
            year = next((t.text for t in tokens[at + 1 : at + 9] if is_year(t.text)), "")
            begun = next((n for n, t in enumerate(near) if _begins(t)), None)
            if begun is not None and begun < 5:
                return Window(year, float(year[:4]) if year else None, whole=True)
            if year:
                return Window(year, float(year[:4]))
            told = read_year(tokens[at + 1 : at + 16], published)
            return Window(next((t.text.lower() for t in near if t.tag in NOUN_TAGS), ""), told)
        if (
            word in {"in", "for"}
            and (unit := next((n for n, t in enumerate(near) if t.lemma in SPANS), None)) is not None
        ):
            between = near[:unit]
            counted = [t.text.lower() for t in between if t.tag == "CD" or t.text.lower() in {"a", "several", "many"}]
            if not counted and not near[unit].text.endswith("s"):
                continue
            length = read_length(between, near[unit].lemma)
            start = year_of(published) - length if published is not None and length is not None else None
            rest = lowered[at + unit + 2 : at + unit + 9]
            owned = any(t.tag in {"POS", "PRP$"} for t in between)
            return Window(" ".join((*counted, near[unit].lemma)), start, owned or bool(LIFE & set(rest)))
    return Window()


def _begins(token: Token) -> bool:
    """Whether a word says that a thing began to be: "since the festival was founded", "since it opened"."""
    return token.lemma.lower() in BEGINNINGS and token.tag[:2] in {"VB", "NN"}


def read_year(tokens: Sequence[Token], published: date | None) -> float | None:
    """The year of what the tokens tell of: "in 1974", "in March 2022", "nine years ago", "a decade earlier"."""
    for at, token in enumerate(tokens):
        if is_year(token.text) and at and tokens[at - 1].text.lower() in BEFORE_YEARS:
            return float(token.text[:4])
        if token.text.lower() in {"ago", "earlier"} and at >= 2 and published is not None:
            length = read_length(tokens[max(0, at - 4) : at - 1], tokens[at - 1].lemma.lower())
            if length is not None:
                return year_of(published) - length
    return None


BEFORE_YEARS = frozenset(
    (
        *("in", "of", "during", "since", "(", ",", "until", "late", "early", "mid", "by"),
        *("january", "february", "march", "april", "may", "june", "july", "august", "september", "october"),
        *("november", "december", "spring", "summer", "autumn", "winter"),
    )
)
"""Words right before a year that is a date."""


def is_year(word: str) -> bool:
    """Whether a word can be a calendar year: four digits from 1000 to 2199, a decade ("1990s") included."""
    return len(word) in {4, 5} and word[:4].isdigit() and "1000" <= word[:4] <= "2199" and word[4:] in {"", "s"}


def year_of(day: date) -> float:
    """The year of a day, in twelfths."""
    return day.year + (day.month - 1) / 12


def read_length(counted: Sequence[Token], unit: str) -> float | None:
    """The length in years of "nine years", "18 months", "a decade"; None where the count is vague."""
    if unit not in YEARS:
        return None
    total = 0
    for token in counted:
        for word in token.text.lower().split("-"):
            if word.isdigit():
                total += int(word)
            elif word in TENS:
                total = total * 100 if word == "hundred" and total else total + TENS[word]
            elif word in COUNTS and (word not in {"a", "an", "the", "this"} or not total):
                total += COUNTS[word]
    return total * YEARS[unit] if total else None
