"""Parts of a whole: ``half``, ``two-thirds``, ``a quarter of a million``, ``three in five``, ``nine of 14``."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from checker.quantities.numerals import Figure, read_numeral
from checker.quantities.tokens import HYPHENS, Tokens
from checker.quantities.units import read_unit
from checker.quantities.wording import read_one_before
from checker.quantities.wordlists import Unit, load_guards, load_numbers

# Fractions are round figures: "half" stands for 48 as for 52 per cent, "a third" for 34.
STEP_OF_FRACTION = 5.0
STEP_OF_COUNTED_PART = 1.0
PLURAL_PARTS = frozenset(
    {"halves", "thirds", "quarters", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths"}
)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a whole as a percentage; or of a unit or a round number, as an amount (``half a mile``)."""

    figure: Figure
    unit: Unit | None = None
    pair: tuple[int, int] | None = None
    is_share: bool = True


def read_fraction(tokens: Tokens, index: int) -> Part | None:
    """The fraction that begins at a token: its share of a whole, of a unit (``half a mile``), or of a round number."""
    read = read_simple_fraction(tokens, index)
    if read is None:
        return None
    value, after, plain = read
    amount = read_fraction_amount(tokens, index, after, value)
    if amount is not None:
        return amount
    if names_time(tokens, after) or (tokens.word(after) in HYPHENS and tokens.glued(after)):
        return None
    if plain and not is_part(tokens, index, after):
        return None
    return Part(Figure(index, after, value * 100, STEP_OF_FRACTION, digits=False))


def is_part(tokens: Tokens, index: int, after: int) -> bool:
    """Whether ``half`` or ``a third`` is a part of something, and not a rank (``a third person``) or a period."""
    word, before, follows = tokens.word(index), tokens.word(index - 1), tokens.word(after)
    if word == "quarter" or before in load_numbers("ordinals") or before in load_guards("before_period"):
        return False
    closed = not tokens.is_word(after) and not tokens.is_digits(after)
    worded = read_one_before(tokens, index)[1] < index
    if word == "a" and (worded or before == "by"):
        return closed or follows in load_guards("after_part") or follows in load_guards("no_noun")
    if word == "a":
        return follows in {"of", "more", "less", "fewer", "lower", "higher", "again", "as"}
    return worded or closed or follows in load_guards("after_part")


def read_simple_fraction(tokens: Tokens, index: int) -> tuple[float, int, bool] | None:
    """A fraction, the token behind it, and whether it needs its context to be told from a rank or a time of day."""
    parts, small = load_numbers("fractions"), load_numbers("small")
    word = tokens.word(index)
    at = index + 2 if tokens.word(index + 1) in HYPHENS else index + 1
    part = tokens.word(at)
    if word in small and part in parts and at < tokens.size:
        count = small[word]
        lowest = gcd(int(count), int(parts[part])) == 1
        if (count > 1 and part in PLURAL_PARTS and lowest) or (count == 1 and part not in PLURAL_PARTS):
            return count / parts[part], at + 1, False
    if word == "a" and part in parts and at == index + 1 and part not in PLURAL_PARTS:
        return 1 / parts[part], at + 1, True
    if word in {"half", "quarter"}:
        return 1 / parts[word], index + 1, True
    return None


def read_fraction_amount(tokens: Tokens, index: int, after: int, value: float) -> Part | None:
    """``half a million``, ``a quarter of a mile``, ``half a percentage point``, ``half a dozen``."""
    at = after
    if tokens.word(at) == "of":
        at += 1
    hyphened = tokens.word(at) in HYPHENS
    if tokens.word(at) in {"a", "an", "one"} or hyphened:
        at += 1
    elif at > after:
        return None
    scales = {"dozen": 12.0, **load_numbers("scales")}
    if tokens.word(at) in scales:
        scale = scales[tokens.word(at)]
        step = 1.0 if scale == 12.0 else value * scale / 5
        return Part(Figure(index, at + 1, value * scale, step, scale=scale, digits=False), is_share=False)
    if tokens.word(at) in {"point", "points"}:
        unit = Unit("pp", "points")
        return Part(Figure(index, at + 1, value, 0.01, digits=False), unit=unit, is_share=False)
    unit_read = read_unit(tokens, at, glued_only=False)
    if unit_read is None or (at == after and not hyphened):
        return None
    step = 0.01 if unit_read.unit.dimension in {"points", "share"} else value / 4
    return Part(Figure(index, unit_read.after, value, step, digits=False), unit=unit_read.unit, is_share=False)


def names_time(tokens: Tokens, after: int) -> bool:
    """Whether a fraction belongs to a time: ``half an hour``, ``half past``, ``a quarter to six``, ``half year``."""
    at = after
    if tokens.word(at) == "of":
        at += 1
    if tokens.word(at) in {"a", "an", "the"}:
        at += 1
    if tokens.word(at) in load_guards("time_units") or tokens.word(after) == "past":
        return True
    return tokens.word(after) == "to" and (
        tokens.word(after + 1) in load_numbers("small") or tokens.is_digits(after + 1)
    )


def read_part(tokens: Tokens, figure: Figure) -> Part | None:
    """``three in five``, ``8 out of 10``, ``nine of the 14``: the second number behind a first that has been read."""
    at, link = figure.after, tokens.word(figure.after)
    if figure.scaled or figure.top is not None or figure.value != int(figure.value) or not figure.value:
        return None
    if link == "out" and tokens.word(at + 1) == "of":
        at += 2
    elif tokens.is_word(at) and tokens.word(at + 1) == "out" and tokens.word(at + 2) == "of":
        # "71 electors out of a hundred": the counted noun stands between.
        link, at = "out", at + 3
    elif link in {"in", "of"}:
        at += 1
    else:
        return None
    if link != "in" and tokens.word(at) in {"the", "its", "their", "his", "her", "our"}:
        at += 1
    if link == "in" and tokens.word(at) == "every":
        at += 1
    if not (
        tokens.is_digits(at)
        or tokens.word(at) in load_numbers("small")
        or tokens.word(at) in load_numbers("tens")
        or tokens.word(at) == "a"
    ):
        return None
    whole = read_numeral(tokens, at)
    if whole is None or whole.top is not None or whole.value != int(whole.value) or whole.value <= figure.value:
        return None
    if (whole.digits and whole.value >= 1800) or tokens.word(whole.after) in load_guards("time_units"):
        return None
    if link == "of" and (figure.value == 1 or tokens.word(figure.first - 1) in load_guards("name_words")):
        return None
    if link == "in" and (
        figure.digits != whole.digits or whole.value > 1000 or tokens.word(whole.after) in load_guards("months")
    ):
        return None
    if tokens.word(whole.after) in {"%", "percent", "per", "pct", "/", ":"} or (
        tokens.glued(whole.after) and tokens.is_word(whole.after)
    ):
        return None
    step = STEP_OF_FRACTION if whole.value <= 10 else STEP_OF_COUNTED_PART
    share = Figure(figure.first, whole.after, 100 * figure.value / whole.value, step, digits=figure.digits)
    return Part(share, pair=(int(figure.value), int(whole.value)))
