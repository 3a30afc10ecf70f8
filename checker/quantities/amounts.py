"""An amount: a number with its currency or unit, a second figure, or the whole that it is a part of."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model.kinds import ValueType
from checker.quantities import guards
from checker.quantities.ages import read_age
from checker.quantities.compounds import read_compound
from checker.quantities.degrees import read_below_zero
from checker.quantities.numerals import Figure, parse_digits, read_numeral, step_of
from checker.quantities.ranges import Second, read_second
from checker.quantities.shares import Part, read_part
from checker.quantities.tokens import HYPHENS, Tokens
from checker.quantities.units import UnitRead, read_currency_before, read_unit
from checker.quantities.wordlists import Unit, load_guards

SHARE_UNIT = Unit("%", "share", ValueType.PERCENT)
POINTS_UNIT = Unit("pp", "points", ValueType.PERCENT)
MAGNITUDE_UNIT = Unit("magnitude", "magnitude")
PAIR_UNIT = Unit("", "pair")
RANK_UNIT = Unit("", "rank", ValueType.ORDINAL)
COUNT_UNIT = Unit("", "")
# No earthquake has been measured above 9.5 on the moment scale.
LARGEST_MAGNITUDE = 10
# Words before a figure in which the quake stands that it is the magnitude of.
QUAKE_NEAR = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure with its unit and second figure, in tokens ``first`` to ``after``, before its wording is read."""

    first: int
    after: int
    figure: Figure
    unit: Unit
    unit_text: str = ""
    second: Second | None = None
    pair: tuple[int, int] | None = None


def read_amount(tokens: Tokens, index: int) -> tuple[Reading | None, int]:
    """A number with its currency or unit, its second figure, or the whole that it is a part of."""
    currency = read_currency_before(tokens, index)
    figure = read_numeral(tokens, index, money=currency is not None)
    if figure is None:
        return None, index + 1
    figure = thousands_behind_point(tokens, figure, money=currency is not None)
    of = int(figure.top is not None and tokens.word(figure.after) == "of")
    unit = read_unit(tokens, figure.after + of) if currency is None else None
    if currency is None:
        figure, unit = read_compound(tokens, figure, unit)
        index, figure, unit = read_below_zero(tokens, figure, unit)
    if unit is None and guards.has_foreign_suffix(tokens, figure):
        return None, guards.run_end(tokens, index)
    part = read_part(tokens, figure) if unit is None and currency is None else None
    if part is not None:
        return read_part_of(tokens, part), part.figure.after
    first = currency.first if currency else index
    age = read_age(tokens, figure)
    if age is not None:
        return Reading(first, age.after, age.figure, age.unit, "years", second=age.second), age.after
    second = read_second(tokens, figure, first, unit, currency)
    if second is not None and (second.is_date or guards.is_duration(tokens, second.after)):
        return None, second.after
    if unit is not None and guards.is_title_word(tokens, index) and tokens.capitalised(figure.after):
        return None, unit.after
    if currency is None and unit is None and (second is None or second.unit is None):
        if guards.is_duration(tokens, second.after if second else figure.after + of):
            return None, second.after if second else figure.after
        if second is None and rejects(tokens, figure):
            return None, guards.skip_total(tokens, figure)
    reading = put_together(tokens, figure, first, currency or unit, second)
    return reading, reading.after


def thousands_behind_point(tokens: Tokens, figure: Figure, money: bool) -> Figure:
    """``412.000 customers`` as pages of many countries write 412,000: three digits behind a point, and no unit."""
    whole, _, part = tokens.word(figure.first).partition(".")
    if len(part) != 3 or figure.scaled or figure.after != figure.first + 1 or not whole.strip("0"):
        return figure
    counts = money or (tokens.is_word(figure.after) and guards.counts_plural(tokens, figure.after))
    sure = part == "000" or (len(whole) > 1 and (money or read_unit(tokens, figure.after) is None))
    if not (counts and sure):
        return figure
    value = figure.value * 1000
    return Figure(figure.first, figure.after, value, step_of(value, 0))


def put_together(tokens: Tokens, figure: Figure, first: int, read: UnitRead | None, second: Second | None) -> Reading:
    """The reading of a figure with what was found before and behind it."""
    read = read or (second.unit_read if second else None)
    words = unit_words(tokens, read.first, read.after) if read else ""
    after = max(second.after if second else 0, read.after if read else 0, figure.after)
    if second is not None and second.pair is not None:
        return Reading(first, after, figure, PAIR_UNIT, words, second, second.pair)
    if read is None and is_magnitude(tokens, figure):
        named = tokens.word(after) in HYPHENS and tokens.word(after + 1) == "magnitude"
        return Reading(first, after + 2 * named, figure, MAGNITUDE_UNIT, "magnitude", second)
    return Reading(first, after, figure, read.unit if read else COUNT_UNIT, words, second)


def read_part_of(tokens: Tokens, part: Part) -> Reading:
    """A fraction, with its unit."""
    figure = part.figure
    if part.is_share:
        return Reading(figure.first, figure.after, figure, SHARE_UNIT, pair=part.pair)
    unit = part.unit
    if unit is not None and unit.symbol == "pp":
        unit = POINTS_UNIT
    if unit is None:
        read = read_unit(tokens, figure.after)
        if read is not None:
            return Reading(figure.first, read.after, figure, read.unit, unit_words(tokens, read.first, read.after))
    return Reading(figure.first, figure.after, figure, unit or COUNT_UNIT)


def rejects(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure without a unit is none: a date, a number in a name or an address, numbering, a pronoun."""
    if figure.scaled or figure.top is not None:
        return False
    return (
        is_decimal_comma(tokens.word(figure.first))
        or guards.is_pronoun(tokens, figure)
        or guards.is_numbering(tokens, figure)
        or guards.is_date(tokens, figure)
        or guards.is_name_number(tokens, figure)
        or guards.is_address(tokens, figure)
        or guards.is_idiom(tokens, figure)
    )


def is_decimal_comma(word: str) -> bool:
    """Whether a figure reads as one only with a decimal comma (``14,2``), which without a unit is rather a list."""
    if "," not in word or "." in word:
        return False
    parsed = parse_digits(word)
    return parsed is not None and parsed[1] > 0


def is_magnitude(tokens: Tokens, figure: Figure) -> bool:
    """Whether a figure is the magnitude of an earthquake: ``magnitude 6.8``, ``a 5.4 aftershock``."""
    if figure.value > LARGEST_MAGNITUDE or figure.scaled:
        return False
    first, after = figure.first, figure.after
    if tokens.word(first - 1) == "magnitude" or (
        tokens.word(first - 2) == "magnitude" and tokens.word(first - 1) in {"of", ":", "-"}
    ):
        return True
    if tokens.word(after) in HYPHENS and tokens.word(after + 1) == "magnitude":
        return True
    if figure.step >= 1:
        return False
    if tokens.word(after) in load_guards("quake_words") or tokens.word(first - 1) == "measuring":
        return True
    # "The tremor measured 5.8", "the quake, of 6.1": so near behind a quake a figure with a decimal is its magnitude.
    near = {*tokens.words[max(0, first - QUAKE_NEAR) : first]}
    measured = tokens.word(first - 1) in load_guards("quake_measures") and not near.isdisjoint(
        load_guards("quake_words")
    )
    return measured or tokens.matches(after, ("on", "the", "richter"))


def unit_words(tokens: Tokens, first: int, after: int) -> str:
    """The unit as written, without a joining hyphen."""
    if tokens.word(first) in HYPHENS:
        first += 1
    return tokens.text[tokens.starts[first] : tokens.ends[after - 1]] if first < after else ""
