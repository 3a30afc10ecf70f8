"""Numbers in digits and in words, with the step that they are given to.

``11,000``, ``1 200 000``, ``13.4bn``, ``one hundred and twenty``, ``nine and a quarter``, ``hundreds of thousands``,
``a few hundred``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from checker.quantities.groups import read_group
from checker.quantities.tokens import HYPHENS, Tokens
from checker.quantities.wordlists import load_numbers, load_spans

# Groups of three behind commas or points: "11,000", "1.200.000" (a single point is a decimal point in English).
COMMA_GROUPS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
POINT_GROUPS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
# Indian groups: "1,00,000".
LAKH_GROUPS = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
# A plain figure with decimals: "14.2", or "14,2" with a decimal comma.
DECIMALS = re.compile(r"\d+(?:[.,]\d{1,4})?")

# Longer runs of digits are codes, and no quantity of the news has more.
LONGEST_FIGURE = 24
MOST_SPACED = 1e15

WRITTEN_PARTS = {"1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3, "2/3": 2 / 3}
VULGAR_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure read from tokens ``first`` to ``after`` (exclusive).

    ``value`` and ``step`` (what it is given to) are in the unit as written; ``top`` is the upper end of a vague figure.
    ``scale`` is the scale that was written (million, bn), or 1, ``digits`` that it was written in digits.
    """

    first: int
    after: int
    value: float
    step: float
    top: float | None = None
    scale: float = 1.0
    digits: bool = True

    @property
    def scaled(self) -> bool:
        """Whether a scale was written."""
        return self.scale != 1.0


def parse_digits(figure: str) -> tuple[float, int] | None:
    """A figure in digits as a number and its count of decimals; None for what is no number (``1,2,3``, ``1.2.3``)."""
    if len(figure) > LONGEST_FIGURE:
        return None
    if COMMA_GROUPS.fullmatch(figure) or LAKH_GROUPS.fullmatch(figure):
        plain = figure.replace(",", "")
    elif POINT_GROUPS.fullmatch(figure):
        plain = figure.replace(".", "")
    elif DECIMALS.fullmatch(figure):
        plain = figure.replace(",", ".")
    else:
        return None
    return float(plain), len(plain.partition(".")[2])


def step_of(mantissa: float, decimals: int, scale: float = 1.0) -> float:
    """The step that a figure is given to: 13.4 billion to 0.1 billion, 2,000 to 1,000, 1,987 to 1, 30 to 1."""
    if decimals:
        return float(10**-decimals) * scale
    if mantissa < 100 or mantissa != int(mantissa):
        return scale
    step, rest = 1, int(mantissa)
    while rest % 10 == 0:
        step, rest = step * 10, rest // 10
    return step * scale


def read_numeral(tokens: Tokens, index: int, money: bool = False) -> Figure | None:
    """The number that begins at a token; ``money``: a currency stands before it, so that ``m`` is a million."""
    if tokens.is_digits(index):
        return read_digits(tokens, index, money)
    return read_vague(tokens, index) or read_words(tokens, index)


def read_digits(tokens: Tokens, index: int, money: bool) -> Figure | None:
    """A number in digits, with spaced thousands, a vulgar fraction and a scale behind it."""
    parsed = parse_digits(tokens.words[index])
    if parsed is None:
        return None
    value, decimals = parsed
    after = index + 1
    if decimals == 0 and 0 < value < 1000 and len(tokens.words[index]) <= 3:
        while value < MOST_SPACED and (groups := count_thousands(tokens, after)):
            value = value * 1000 + float(tokens.words[after + groups - 1][:3])
            after += groups
        if after > index + 1 and (cents := tokens.words[after - 1][4:]):
            value, decimals = value + float(f"0.{cents}"), len(cents)
    if tokens.word(after) in VULGAR_FRACTIONS and tokens.glued(after):
        value, decimals, after = value + VULGAR_FRACTIONS[tokens.word(after)], 2, after + 1
    if part := read_part_behind(tokens, after):
        value, decimals, after = value + part[0], 2, part[2]
    at = after + 1 if tokens.word(after) in HYPHENS and tokens.glued(after) and tokens.glued(after + 1) else after
    scale = read_scale(tokens, at, money)
    if scale is None:
        return Figure(index, after, value, step_of(value, decimals))
    beyond = load_numbers("scales").get(tokens.word(at + 1))
    if beyond is not None and scale < beyond == 1e7:
        at, scale = at + 1, scale * beyond  # "2 lakh crore"
    return Figure(index, at + 1, value * scale, step_of(value, decimals, scale), scale=scale)


def count_thousands(tokens: Tokens, index: int) -> int:
    """How many tokens continue a number with three digits more: ``11 000``, ``11'000``, not ``601 602nd``; or 0."""
    apart = tokens.word(index) in {"'", "’"} and tokens.glued(index) and tokens.glued(index + 1)
    at = index + apart
    word = tokens.word(at)
    figure, cents = word[:3], word[4:]
    if len(figure) != 3 or not figure.isdecimal() or (not apart and tokens.starts[at] - tokens.ends[at - 1] != 1):
        return 0
    if len(word) > 3 and not (word[3] == "," and len(cents) in {1, 2} and cents.isdecimal()):
        return 0
    ended = not (tokens.glued(at + 1) and tokens.word(at + 1) not in {".", ",", ")", ";", ":", "%", "\n", "'", "’"})
    return 1 + apart if ended or tokens.word(at + 1) in {*load_numbers("abbreviations")} else 0


def read_scale(tokens: Tokens, index: int, money: bool) -> float | None:
    """The scale at a token: a word (``million``), or an abbreviation (``bn``; beside a currency also ``m``)."""
    word = tokens.word(index)
    if word in load_numbers("scales"):
        return load_numbers("scales")[word]
    if word in load_numbers("abbreviations") and (tokens.glued(index) or word != "k"):
        return None if tokens.glued(index + 1) and tokens.is_digits(index + 1) else load_numbers("abbreviations")[word]
    if word == "m" and tokens.glued(index) and not money:
        return 1e6 if counts_millions(tokens, index) else None
    return load_numbers("money_abbreviations").get(word) if money else None


def counts_millions(tokens: Tokens, index: int) -> bool:
    """Whether a glued ``m`` counts millions (``3.5m doses``, ``21.4m pounds``) and not metres (``a 24m rocket``)."""
    word = tokens.word(index + 1)
    plural = word in {"people", "children", "women", "men", "more"} or (word.endswith("s") and len(word) > 4)
    return plural and word not in {
        "across",
        "above",
        "towards",
        "less",
        "waves",
        "metres",
        "steps",
        "finals",
        "hurdles",
    }


def read_words(tokens: Tokens, index: int) -> Figure | None:
    """A number in words: ``sixty-four``, ``one hundred and twenty thousand``, ``nine and a quarter``, ``a million``."""
    small, tens, scales = load_numbers("small"), load_numbers("tens"), load_numbers("scales")
    at, total, current, last, scale = index, 0.0, 0.0, "", 1.0
    step: float | None = None
    if tokens.word(at) in {"a", "an"} and tokens.word(at + 1) in {"hundred", "dozen", *scales}:
        at, current, last = at + 1, 1.0, "a"
    while True:
        word = tokens.word(at)
        if word in small and (last in {"", "hundred", "scale"} or (last == "tens" and 0 < small[word] < 10)):
            current, last = current + small[word], "small"
        elif word in tens and last in {"", "hundred", "scale"}:
            current, last = current + tens[word], "tens"
        elif word == "hundred" and 0 < current < 100 and last in {"small", "tens", "a"}:
            current, last = current * 100, "hundred"
        elif word in scales and current and last != "scale" and total % (scales[word] * 1000) == 0:
            scale, last = scales[word], "scale"
            step = (step or step_of(current, 0)) * scale
            total, current = total + current * scale, 0.0
        elif word == "dozen" and current and not total:
            return Figure(index, at + 1, current * 12, 1.0 if current == 1 else 12.0, digits=False)
        elif last in {"small", "scale"} and (part := read_part_behind(tokens, at)):
            total, step, at, last = total + part[0] * scale, part[1] * scale, part[2] - 1, "part"
            total, current = (0.0, total + current) if scale == 1.0 else (total, current)
        elif not (joins(word, last) and continues(tokens, at + 1, last)):
            break
        at += 1
    if not last or last == "a":
        return None
    if last in {"small", "tens", "hundred"} and scale == 1.0 and (spelled := read_spelled_decimals(tokens, at)):
        return figure_with_decimals(tokens, index, total + current, spelled)
    if step is None or (scale != 1.0 and current):
        step = step_of(total + current, 0)
    return Figure(index, at, total + current, step, scale=scale, digits=False)


def read_spelled_decimals(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """The digits behind a spelled-out decimal point ("point two five") and the token behind them, or None."""
    small = load_numbers("small")
    at, figures = index + 1, ""
    while tokens.word(index) == "point" and small.get(tokens.word(at), 10) < 10 and len(figures) < MOST_DECIMALS:
        figures += f"{small[tokens.word(at)]:.0f}"
        at += 1
    return (figures, at) if figures else None


def figure_with_decimals(tokens: Tokens, index: int, whole: float, spelled: tuple[str, int]) -> Figure:
    """``eighty-four point six million``: a whole number in words with its spelled-out decimals and scale."""
    figures, after = spelled
    value = whole + float(f"0.{figures}")
    scale = load_numbers("scales").get(tokens.word(after), 1.0)
    step = step_of(value, len(figures), scale)
    return Figure(index, after + (scale != 1.0), value * scale, step, scale=scale, digits=False)


MOST_DECIMALS = 4
"""Decimals that anybody spells out."""


def joins(word: str, last: str) -> bool:
    """Whether a hyphen or ``and`` can join number words behind what came last."""
    if word in HYPHENS:
        return last in {"tens", "a", "small", "hundred"}
    return word == "and" and last in {"hundred", "scale"}


def continues(tokens: Tokens, index: int, last: str) -> bool:
    """Whether a number word goes on behind ``and`` or a hyphen."""
    word = tokens.word(index)
    small = load_numbers("small")
    if last == "tens":
        return word in small and 0 < small[word] < 10
    if last in {"small", "a"}:
        return word == "hundred" or word in load_numbers("scales")
    return (word in small or word in load_numbers("tens")) and tokens.word(index + 1) not in load_numbers("scales")


def read_part_behind(tokens: Tokens, index: int) -> tuple[float, float, int] | None:
    """``and a half``, ``-and-a-half`` or ``1/2`` behind a figure: as ``read_part``."""
    if tokens.word(index) == "and":
        return read_part(tokens, index + 1)
    written = WRITTEN_PARTS.get("".join(tokens.words[index : index + 3]))
    if written and not tokens.glued(index) and tokens.glued(index + 1) and tokens.glued(index + 2):
        return None if tokens.glued(index + 3) and tokens.is_digits(index + 3) else (written, 0.25, index + 3)
    for words, value in ((("-", "and", "-", "a", "-", "half"), 0.5), (("-", "and", "-", "a", "-", "quarter"), 0.25)):
        if tokens.matches(index, words):
            return value, value, index + len(words)
    return None


def read_part(tokens: Tokens, index: int) -> tuple[float, float, int] | None:
    """``a half``, ``a quarter``, ``three quarters`` behind ``and``: its value, its step and the token behind it."""
    if tokens.matches(index, ("a", "half")):
        part = (0.5, 0.5, index + 2)
    elif tokens.matches(index, ("a", "quarter")):
        part = (0.25, 0.25, index + 2)
    elif tokens.matches(index, ("three", "quarters")):
        part = (0.75, 0.25, index + 2)
    elif tokens.matches(index, ("three", "-", "quarters")):
        part = (0.75, 0.25, index + 3)
    else:
        return None
    return None if tokens.word(part[2]) in {"of", "hour"} else part


def read_vague(tokens: Tokens, index: int) -> Figure | None:
    """``dozens``, ``hundreds of thousands``, ``a couple``, ``a few hundred``, ``several dozen``."""
    vague, multipliers = load_spans("vague"), load_spans("vague_multipliers")
    if tokens.word(index) in load_numbers("groups"):
        many = read_group(tokens, index)
        return None if many is None else Figure(index, index + 1, many, 1.0, digits=False)
    at = index + 1 if tokens.word(index) == "a" else index
    word = tokens.word(at)
    if word in multipliers:
        if word == "couple" and tokens.word(at + 1) in {"of", "dozen", "hundred", "thousand", "million"}:
            at += tokens.word(at + 1) == "of"
        low, high = multipliers[word]
        unit = {"dozen": 12.0, "hundred": 100.0, **load_numbers("scales")}.get(tokens.word(at + 1))
        if unit is not None:
            return Figure(index, at + 2, low * unit, unit, top=(high + 1) * unit - 1, digits=False)
        return Figure(index, at + 1, low, 1.0, top=high, digits=False) if tokens.word(at) == "of" else None
    if at != index or (word not in vague and word != "tens"):
        return None
    scales = {"hundreds": 100.0, "thousands": 1e3, "millions": 1e6, "billions": 1e9}
    if (
        tokens.word(at + 1) == "of"
        and tokens.word(at + 2) in scales
        and word in {"tens", "dozens", "hundreds", "thousands", "scores"}
    ):
        low, high = vague.get(word, (15.0, 150.0))
        unit = scales[tokens.word(at + 2)]
        return Figure(index, at + 3, low * unit, unit * 10, top=high * unit, digits=False)
    if word == "tens" or (word == "scores" and tokens.word(at + 1) not in {"of", "more"}):
        return None
    low, high = vague[word]
    return Figure(index, at + 1, low, low, top=high, digits=False)
