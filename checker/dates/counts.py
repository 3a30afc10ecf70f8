"""Numbers in words and digits inside time expressions: "twenty-four", "a hundred", "2 1/2", "nineteen ninety-six"."""

from __future__ import annotations

from collections.abc import Sequence

from checker.dates.vocabulary import table

#: Words that give no number: the TIMEX3 value has X for it, and these are the least and most it can be.
VAGUE = {
    "few": (2, 9),
    "several": (2, 12),
    "many": (3, float("inf")),
    "number": (2, float("inf")),
    "dozens": (20, float("inf")),
    "hundreds": (100, float("inf")),
    "thousands": (1000, float("inf")),
}

_FRACTIONS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3}


def number_of(words: Sequence[str]) -> float | None:
    """The number that some words say.

    None for a vague one ("several") or for none at all. "a couple" is 2, "half a" 0.5.
    """
    total = current = 0.0
    seen = False
    small, tens, large = table("small"), table("tens"), table("large")
    for word in words:
        if word in VAGUE:
            return None
        if word == "couple":
            return 2.0
        if word in small or word in tens:
            current, seen = current + float((small.get(word) or tens.get(word)) or 0), True
        elif word in large:
            scale = float(large[word])
            current, seen = (current or 1) * scale, True
            if scale >= 1000:
                total, current = total + current, 0.0
        elif word in _FRACTIONS:
            current, seen = current + _FRACTIONS[word], True
        elif word == "half":
            current, seen = current + 0.5, True
        elif word[:1].isdigit():
            current, seen = current + float(word.replace(",", "")), True
        elif word in ("a", "an", "one") and not seen and len(words) == 1:
            current, seen = 1.0, True
    return total + current if seen else None


def ordinal_of(words: Sequence[str]) -> int | None:
    """The number of an ordinal: "third", "14th", "twenty-first"."""
    total = 0
    for word in words:
        if word[:1].isdigit():
            return int("".join(c for c in word if c.isdigit()))
        total += int(table("ordinal").get(word) or table("tens").get(word) or 0)
    return total or None


def spoken_year(words: Sequence[str]) -> int | None:
    """A year said in words: "nineteen ninety-six", "twenty twenty-six", "two thousand and one"."""
    said = [word for word in words if word not in ("-", "and")]
    if "thousand" in said:
        rest = said[said.index("thousand") + 1 :]
        return 2000 + int(number_of(rest) or 0)
    if not said:
        return None
    century = number_of(said[:1])
    rest = [word for word in said[1:] if word != "hundred"]
    return int((century or 0) * 100 + (number_of(rest) or 0)) if century in (19.0, 20.0) else None
