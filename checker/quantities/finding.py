"""Finds the quantities of a text: figure, unit, range and wording put together into typed values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.quantities import guards
from checker.quantities.amounts import COUNT_UNIT, RANK_UNIT, Reading, read_amount, read_part_of
from checker.quantities.ranks import read_rank, read_zero
from checker.quantities.shares import read_fraction
from checker.quantities.tokens import HYPHENS, Tokens
from checker.quantities.units import read_currency_before
from checker.quantities.wording import join, read_after, read_before
from checker.quantities.wordlists import Unit, Wording, load_guards, load_numbers, load_spans
from checker.values.quantities import (
    ROUNDING_OF_COUNTS,
    ROUNDING_OF_MEASURES,
    Bound,
    Direction,
    Quantity,
    allow_interval,
)


@dataclass(frozen=True, slots=True)
class QuantityMention:
    """A quantity in a text: ``text[start:end]`` with its wording and unit.

    ``text[figure_start:figure_end]`` is the bare figure. ``noun_start`` is where the counted noun phrase begins right
    behind it (``11,400 volunteers``, ``a third of buyers``), or None when no noun follows.
    """

    start: int
    end: int
    value: Quantity
    figure_start: int
    figure_end: int
    noun_start: int | None = None


def find_quantities(text: str) -> list[QuantityMention]:
    """The quantities of a text in order, without overlaps; offsets are code points of ``text``."""
    return list(walk(Tokens(text)))


@cache
def load_triggers() -> frozenset[str]:
    """The words at which a quantity in words can begin."""
    numbers = ("small", "tens", "ordinals", "groups")
    words = {word for name in numbers for word in load_numbers(name)}
    return frozenset(
        {*words, *load_spans("vague"), "tens", "several", "few", "a", "an", "half", "quarter", "no", "none", "nobody"}
    )


@cache
def load_followers() -> frozenset[str]:
    """The words behind ``a`` or ``an`` that make it part of a number."""
    return frozenset({"hundred", "dozen", "couple", "few", *load_numbers("scales"), *load_numbers("fractions")})


def walk(tokens: Tokens) -> Iterator[QuantityMention]:
    """Read the tokens from left to right."""
    triggers, followers, words = load_triggers(), load_followers(), tokens.words
    index, done = 0, 0
    while index < tokens.size:
        word = words[index]
        if "0" <= word[0] <= "9":
            reading, following = read_digits_at(tokens, index)
        elif word in triggers and (word not in {"a", "an"} or tokens.word(index + 1) in followers):
            reading, following = read_words_at(tokens, index)
        else:
            index += 1
            continue
        if reading is not None:
            mention, following = state(tokens, reading, done)
            done = following
            yield mention
        index = max(following, index + 1)


def read_words_at(tokens: Tokens, index: int) -> tuple[Reading | None, int]:
    """What begins at a number word, and the token to go on from."""
    if tokens.word(index) in {"no", "none", "nobody"}:
        zero = read_zero(tokens, index)
        return (Reading(index, zero.after, zero, COUNT_UNIT), zero.after) if zero else (None, index + 1)
    part = read_fraction(tokens, index)
    if part is not None:
        return read_part_of(tokens, part), part.figure.after
    rank = read_rank(tokens, index)
    if rank is not None:
        return Reading(index, rank.after, rank, RANK_UNIT), rank.after
    if tokens.glued(index) and tokens.word(index - 1) in HYPHENS and tokens.is_word(index - 2):
        return None, index + 1
    return read_amount(tokens, index)


def read_digits_at(tokens: Tokens, index: int) -> tuple[Reading | None, int]:
    """What begins at a figure in digits, and the token to go on from."""
    if read_currency_before(tokens, index) is None:
        skipped = guards.skip_code(tokens, index)
        if skipped is not None:
            return None, skipped
    rank = read_rank(tokens, index)
    if rank is not None:
        return Reading(index, rank.after, rank, RANK_UNIT), rank.after
    return read_amount(tokens, index)


def state(tokens: Tokens, reading: Reading, done: int) -> tuple[QuantityMention, int]:
    """The typed value of a reading, with the wording around it; and the token to go on from.

    ``done`` is where the mention before ended: its words are not taken again.
    """
    figure, second = reading.figure, reading.second
    before, first = read_before(tokens, reading.first)
    if first < done or reading.unit is RANK_UNIT:
        before, first = Wording(), reading.first
    if tokens.word(first - 1) == "between" and second is not None and second.top is not None:
        first -= 1
    behind, after = read_after(tokens, reading.after)
    if reading.unit is RANK_UNIT:
        behind, after = Wording(), reading.after
    wording = join(before, behind)
    start, end = tokens.starts[first], tokens.ends[after - 1]
    value = weigh(reading, wording, tokens.text[start:end])
    figure_end = second.after if second is not None and second.pair is not None else figure.after
    mention = QuantityMention(
        start, end, value, tokens.starts[figure.first], tokens.ends[figure_end - 1], find_noun(tokens, after)
    )
    return mention, after


def weigh(reading: Reading, wording: Wording, text: str) -> Quantity:
    """The quantity in its base unit, with the interval that its wording allows."""
    figure, unit, second = reading.figure, reading.unit, reading.second
    bound, direction, top = wording.bound, wording.direction, figure.top
    low, step = figure.value, figure.step
    if second is not None and second.bottom is not None and second.top is not None:
        low, top, bound = second.bottom.value, second.top.value, Bound.BETWEEN
        step = min(second.bottom.step, second.top.step)
    elif second is not None and second.around is not None:
        low, top, bound = figure.value - second.around.value, figure.value + second.around.value, Bound.BETWEEN
    point = (low + unit.offset) * unit.factor
    upper = None if top is None else (top + unit.offset) * unit.factor
    precision = coarsen(step, low, unit) * unit.factor
    if unit.dimension in {"pair", "rank"}:
        precision = 0.0
    most = ROUNDING_OF_MEASURES if unit.dimension not in {"", "currency"} and abs(low) < 10 else ROUNDING_OF_COUNTS
    lowest, highest = allow_interval(point, precision, bound, direction, unit.dimension, upper, most)
    middle = (point + upper) / 2 if upper is not None and bound is Bound.BETWEEN else point
    return Quantity(
        unit.type,
        text,
        middle,
        lowest,
        highest,
        precision,
        approximate=figure.top is not None or direction is not Direction.NONE,
        direction=Direction.NONE if upper is not None else direction,
        bound=bound,
        unit=unit.symbol,
        dimension=unit.dimension,
        unit_text=reading.unit_text,
        family=unit.family,
        assumed=unit.assumed,
        pair=reading.pair,
    )


def coarsen(step: float, value: float, unit: Unit) -> float:
    """The step of a measure: one in round tens is given to about five (``50 km`` for 48), unlike a count of people."""
    measured = unit.dimension not in {
        "",
        "share",
        "points",
        "currency",
        "age",
        "magnitude",
        "pair",
        "rank",
        "temperature",
    }
    return 5.0 if measured and step == 1 and 10 <= value < 100 and value % 10 == 0 else step


def find_noun(tokens: Tokens, after: int) -> int | None:
    """Where the counted noun phrase begins behind a quantity, past ``of the`` or a hyphen; None if no noun follows."""
    at = after
    if tokens.word(at) in HYPHENS and tokens.glued(at) and tokens.glued(at + 1):
        at += 1
    if tokens.word(at) == "of":
        at += 1
    if tokens.word(at) in {"the", "its", "their", "his", "her", "our", "all", "these", "those"}:
        at += 1
    if not tokens.is_word(at) or tokens.word(at) in load_guards("no_noun"):
        return None
    return tokens.starts[at]
