"""A figure with a second one behind it: ranges, votes and scores, and tolerances (``5 plus or minus 2.5``)."""

from __future__ import annotations

from dataclasses import dataclass

from checker.quantities.guards import near_month, skip_code
from checker.quantities.numerals import Figure, read_numeral
from checker.quantities.tokens import DASHES, Tokens, is_year
from checker.quantities.units import UnitRead, read_currency_before, read_unit
from checker.quantities.wordlists import Unit, load_guards, load_numbers

# The largest side of a vote or score; beyond it, "450-200" is something else.
LARGEST_VOTE = 1000
RANGING = frozenset({"ranging", "range", "ranges", "ranged", "anywhere", "aged", "ages"})


@dataclass(frozen=True, slots=True)
class Second:
    """What the second figure makes of the first: a pair, a range up to ``top``, or a tolerance ``around`` it."""

    after: int
    top: Figure | None = None
    bottom: Figure | None = None
    unit: Unit | None = None
    unit_read: UnitRead | None = None
    pair: tuple[int, int] | None = None
    around: Figure | None = None
    is_date: bool = False


def read_second(
    tokens: Tokens, figure: Figure, first: int, unit: UnitRead | None, currency: UnitRead | None
) -> Second | None:
    """Read on behind a figure (``first`` is where it begins, its currency included); None if it stands alone."""
    at = unit.after if unit else figure.after
    tolerance = read_tolerance(tokens, at)
    if tolerance is not None:
        return tolerance
    if tokens.word(at) in {"votes", "vote", "goals", "seats"} and tokens.word(at + 1) == "to" and unit is None:
        other = read_plain(tokens, at + 2)
        if other is not None and whole(figure) and whole(other):
            return Second(other.after, pair=(int(figure.value), int(other.value)))
    link = tokens.word(at)
    dashed = link in DASHES and tokens.glued(at) and tokens.glued(at + 1)
    if not (dashed or link in {"to", "and", "or"}):
        return None
    start = at + 1
    while start < at + 4 and not (tokens.is_digits(start) or tokens.word(start) in first_words()):
        start += 1
    if start >= at + 4:
        return None
    money = read_currency_before(tokens, start)
    if start > at + 1 and (money is None or money.first != at + 1):
        return None
    if tokens.is_digits(start) and not dashed and money is None and skip_code(tokens, start) is not None:
        return None
    other = read_numeral(tokens, start, money=bool(money or currency))
    if other is None or other.top is not None or figure.top is not None:
        return None
    if are_years(tokens, figure, other):
        return Second(other.after, is_date=True)
    if near_month(tokens, figure.first, other.after) and other.value <= 31:
        return Second(other.after, is_date=True)
    other_unit = read_unit(tokens, other.after)
    bare = not (unit or currency or money or other_unit or figure.scaled or other.scaled)
    if bare and link != "and" and link != "or" and whole(figure) and whole(other):
        pair = read_pair(tokens, figure, other, first, dashed)
        if pair is not None:
            return pair
    aged = tokens.word(first - 1) == "of" and tokens.word(first - 2) == "ages"
    between = tokens.word(first - 1) == "between" or aged
    if link == "and" and not between:
        return None
    if link == "or" and not (bare and not figure.digits and other.value - figure.value in {1, 2, 5, 10}):
        return None
    if not _share_unit(unit, currency, other_unit, money):
        return None
    near = bool(other_unit) and not (unit or currency) and figure.value < other.value <= NEAR * figure.value
    if link == "to" and is_change(tokens, first) and not (near and tokens.word(first - 1) != "from"):
        return None
    return stretch(figure, other, unit, other_unit)


NEAR = 2
"""Up to how many times the lower end the upper one may be in "rose 10 to 12 percent", which is no change to 12."""


def _share_unit(
    unit: UnitRead | None, currency: UnitRead | None, other_unit: UnitRead | None, money: UnitRead | None
) -> bool:
    """Whether two figures can be the ends of one range: "fell 14% to $5,920" and "up 5 percent to 12 million" are none.

    The first end may lack a unit, not the second; a currency may stand before the first alone ("$5 to 6").
    """
    if unit is not None:
        return other_unit is not None and other_unit.unit.dimension == unit.unit.dimension and money is None
    return currency is None or other_unit is None or other_unit.unit.dimension == "currency"


def stretch(figure: Figure, other: Figure, unit: UnitRead | None, other_unit: UnitRead | None) -> Second | None:
    """The range from one figure to another, with the scale and unit of the second where the first has none."""
    bottom = figure
    if other.scaled and not figure.scaled and unit is None and figure.value < 1000:
        bottom = Figure(
            figure.first, figure.after, figure.value * other.scale, figure.step * other.scale, scale=other.scale
        )
    if other.value <= bottom.value:
        return None
    kept = other_unit or unit
    after = other_unit.after if other_unit else other.after
    return Second(after, top=other, bottom=bottom, unit=kept.unit if kept else None, unit_read=kept)


def read_pair(tokens: Tokens, figure: Figure, other: Figure, first: int, dashed: bool) -> Second | None:
    """A vote or a score: ``11-2``, ``voted 11 to 2``, ``a 2-3 defeat``; None for what reads as a range."""
    if max(figure.value, other.value) >= LARGEST_VOTE:
        return None
    cued = tokens.word(other.after) in load_guards("pair_after") or any(
        tokens.word(at) in load_guards("pair_before") for at in range(max(0, first - 4), first)
    )
    falling = figure.value >= other.value
    if cued or (dashed and falling):
        if tokens.word(other.after) in load_guards("time_units") and not cued:
            return None
        return Second(other.after, pair=(int(figure.value), int(other.value)))
    return None


def read_tolerance(tokens: Tokens, at: int) -> Second | None:
    """``plus or minus 2.5``, ``± 2.5``, ``+/- 2.5``."""
    for phrase in (("plus", "or", "minus"), ("±",), ("+", "/", "-")):
        if tokens.matches(at, phrase):
            around = read_plain(tokens, at + len(phrase))
            if around is not None:
                unit = read_unit(tokens, around.after)
                return Second(unit.after if unit else around.after, around=around)
    return None


def read_plain(tokens: Tokens, index: int) -> Figure | None:
    """A number at a token, if one begins there."""
    if tokens.is_digits(index) or tokens.word(index) in first_words():
        return read_numeral(tokens, index)
    return None


def is_change(tokens: Tokens, first: int) -> bool:
    """Whether ``X to Y`` is a change (``from 8 to 3``, ``rose 5 to 12``) and not a range."""
    if tokens.word(first - 1) == "from":
        return tokens.word(first - 2) not in RANGING
    return any(tokens.word(at) in load_guards("change_words") for at in range(max(0, first - 3), first))


def first_words() -> frozenset[str]:
    """The words that can begin a plain number."""
    return frozenset({*load_numbers("small"), *load_numbers("tens")})


def are_years(tokens: Tokens, figure: Figure, other: Figure) -> bool:
    """Whether both figures are calendar years: ``2032 to 2036``."""
    pair = (tokens.word(figure.first), tokens.word(other.first))
    return all(map(is_year, pair)) and not (figure.scaled or other.scaled)


def whole(figure: Figure) -> bool:
    """Whether a figure is an unscaled whole number."""
    return not figure.scaled and figure.top is None and figure.value == int(figure.value)
