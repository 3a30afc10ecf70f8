"""Units and currencies before and behind a figure."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from checker.quantities.tokens import HYPHENS, Tokens, is_year
from checker.quantities.wordlists import (
    Unit,
    load_codes,
    load_coins,
    load_currency_signs,
    load_numbers,
    load_symbols,
    load_table,
    load_units,
)

# Words near "pounds" that make them a weight and no money.
WEIGHT_CUES = ("weigh", "heav", "lift", "kilogram", "kilo", "kg", "tonne", "payload", "cargo", "thrust", "explosive")


SMALL = frozenset({"kr", "kč", "zł", "tk", "fr", "frs"})
"""Letters for a currency that are written small too."""


CLOSING = frozenset({".", ",", ";", ":", ")", "!", "?"})
"""Signs that end what stands before them."""


@dataclass(frozen=True, slots=True)
class UnitRead:
    """A unit, and the token at which it begins (before a figure) or behind which the text goes on (after one)."""

    unit: Unit
    first: int
    after: int


def read_unit(tokens: Tokens, index: int, glued_only: bool = True) -> UnitRead | None:
    """The unit that begins at a token, right behind a figure; a hyphen may stand between (``79-foot``).

    ``glued_only`` holds a hyphen to one that touches both sides.
    """
    at = index
    hyphened = tokens.word(at) in HYPHENS and (not glued_only or (tokens.glued(at) and tokens.glued(at + 1)))
    if hyphened:
        at += 1
    for phrase, unit in load_units().get(tokens.word(at), ()):
        if not tokens.matches(at, phrase):
            continue
        after = at + len(phrase)
        if phrase[-1][-1].isalpha() and tokens.glued(after) and tokens.is_digits(after):
            continue
        if len(phrase) == 1 and not plausible(tokens, at, unit):
            continue
        if unit.dimension == "temperature" and tokens.word(after) == "of":
            continue
        if unit.family == "pound" and (hyphened or weighs(tokens, at, after)):
            unit = Unit("kg", "mass", factor=0.45359237)
        return UnitRead(unit, index, after)
    symbol = load_symbols().get(tokens.surface(at))
    if symbol is not None and fits_symbol(tokens, at, symbol):
        return UnitRead(symbol, index, at + 1)
    coin = load_coins().get(tokens.surface(at))
    if coin is not None and tokens.is_digits(at - 1) and tokens.glued(at) and tokens.word(at - 1) not in LINES:
        if any(letter.isupper() for letter in tokens.surface(at - 2)[:2]) and at > 2:
            return None  # "the iPhone 5c"
        return UnitRead(coin, index, at + 1)
    return None


LINES = frozenset({"240", "360", "480", "540", "576", "720", "1080", "1440", "2160"})
"""Lines of a picture, which a glued "p" is told of too: "1080p"."""


def follows_year(tokens: Tokens, at: int) -> bool:
    """Whether the figure before a currency code is a bare year, as in a copyright line (``2018 NPR``)."""
    return is_year(tokens.word(at - 1)) and not tokens.glued(at)


def weighs(tokens: Tokens, at: int, after: int) -> bool:
    """Whether pounds are a weight here: ``pounds of flour``, ``weighed 400 pounds``, ``400 pounds heavier``."""
    if tokens.word(after) == "of":
        return True
    near = (*tokens.words[max(0, at - 8) : at], *tokens.words[after : after + 4])
    return any(word.startswith(WEIGHT_CUES) for word in near)


def plausible(tokens: Tokens, at: int, unit: Unit) -> bool:
    """Whether a one-word unit is meant: codes are in capitals, ``won`` and ``pc`` are also other words."""
    word, surface = tokens.word(at), tokens.surface(at)
    if word.upper() in load_codes() and follows_year(tokens, at):
        return False
    if (
        unit.dimension == "currency"
        and surface.isupper() is False
        and word.upper() in load_codes()
        and word not in load_table("currencies")["names"]
    ):
        return False
    if word == "won":
        return tokens.word(at - 1) in {"million", "billion", "trillion", "bn", "m"} or "," in tokens.word(at - 1)
    if word in {"pc", "mb", "gb", "tb", "ha", "mt", "hp", "bhp"}:
        return tokens.glued(at) or word in {"ha", "hp", "bhp", "mb", "gb", "tb"}
    if word == "real":
        return False
    return word != "sterling" or unit.dimension == "currency"


def fits_symbol(tokens: Tokens, at: int, unit: Unit) -> bool:
    """Whether a single letter is a unit here: behind digits, not an initial (``38 t.``, not ``38 T. Smith``)."""
    if not tokens.is_digits(at - 1) and tokens.word(at - 1) not in HYPHENS:
        return False
    if unit.dimension == "temperature":
        return tokens.glued(at) and not (tokens.glued(at + 1) and tokens.word(at + 1) not in CLOSING)
    return not (tokens.glued(at + 1) and (tokens.word(at + 1) in {"'", "’", "/", "&"} or tokens.is_digits(at + 1)))


def read_currency_before(tokens: Tokens, index: int) -> UnitRead | None:
    """The currency right before a figure: ``$``, ``US$``, ``EUR 1.2bn``, ``Sh700``, ``N8,600``."""
    at = index - 1
    word, surface = tokens.word(at), tokens.surface(at)
    if not word:
        return None
    symbols = load_currency_signs("symbols")
    if word in symbols:
        if tokens.starts[index] - tokens.ends[at] > 1:
            return None
        if tokens.glued(at) and tokens.word(at - 1) + word in symbols and tokens.surface(at - 1).isupper():
            return UnitRead(symbols[tokens.word(at - 1) + word], at - 1, index)
        return UnitRead(symbols[word], at, index)
    turned = word + tokens.word(at - 1)
    if turned in symbols and tokens.glued(at) and tokens.glued(index):
        return UnitRead(symbols[turned], at - 1, index)  # "$US6,500"
    if surface in load_codes() and tokens.starts[index] - tokens.ends[at] <= 1:
        return UnitRead(load_codes()[surface], at, index)
    if word == "." and tokens.glued(at) and tokens.word(at - 1) in load_currency_signs("letters"):
        at, word, surface = at - 1, tokens.word(at - 1), tokens.surface(at - 1)  # "Rs. 500"
    if word in load_currency_signs("letters") and not tokens.glued(at) and tokens.starts[index] - tokens.ends[at] <= 2:
        if not (surface.isupper() if word == "rm" else tokens.capitalised(at) or word in SMALL):
            return None
        return UnitRead(load_currency_signs("letters")[word], at, index)
    if (kind := _read_country_letters(tokens, at, index)) is not None:
        return UnitRead(kind, at, index)
    if word in load_currency_signs("initials") and surface.isupper() and tokens.glued(index) and not tokens.glued(at):
        if tokens.is_grouped(index) or tokens.word(index + 1) in scales_behind():
            return UnitRead(load_currency_signs("initials")[word], at, index)
        if surface in "KNPR" and tokens.word(at - 1) != "the" and tokens.sums_with(surface):
            return UnitRead(load_currency_signs("initials")[word], at, index)
    return None


def _read_country_letters(tokens: Tokens, at: int, index: int) -> Unit | None:
    """The currency of letters that begin with a country's: ``BSh 6.4 billion`` is shillings, ``VKr 4m`` crowns."""
    surface = tokens.surface(at)
    if tokens.glued(at) or tokens.starts[index] - tokens.ends[at] > 1 or not surface[:1].isupper():
        return None
    for length in (1, 2):
        name = surface[length:]
        if name[:1].isupper() and surface[:length].isupper() and name.lower() in STEMS:
            return load_currency_signs("letters")[name.lower()]
    return None


STEMS = frozenset({"sh", "shs", "kr", "rs", "fr", "dh"})
"""Letters that several countries put behind one of their own: KSh, SKr."""


@cache
def scales_behind() -> frozenset[str]:
    """What behind a figure tells that the capital before it is a currency's: R1.2bn, K15 million."""
    return frozenset({*load_numbers("abbreviations"), *load_numbers("scales"), "m"}) - {"k"}
