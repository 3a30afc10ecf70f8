"""The word lists of the grammar of quantities, read once from the package's data files."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.model.kinds import ValueType
from checker.quantities.tokens import split_words
from checker.values.quantities import Bound, Direction

Phrase = tuple[str, ...]


@cache
def load_table(name: str) -> dict[str, Any]:
    """A data file of this package, parsed. Raises FileNotFoundError when there is none of that name."""
    return tomllib.loads(files("checker.quantities").joinpath("data", f"{name}.toml").read_text(encoding="utf-8"))


@cache
def load_guards(name: str) -> frozenset[str]:
    """A list of words of ``guards.toml``."""
    return frozenset(load_table("guards")[name])


@cache
def load_numbers(name: str) -> dict[str, float]:
    """A table of number words of ``numerals.toml``."""
    return {word: float(number) for word, number in load_table("numerals")[name].items()}


@cache
def load_spans(name: str) -> dict[str, tuple[float, float]]:
    """A table of ``numerals.toml`` from word to least and most."""
    return {word: (float(low), float(high)) for word, (low, high) in load_table("numerals")[name].items()}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: ``(figure + offset) * factor`` gives the figure in the base unit ``symbol`` of ``dimension``."""

    symbol: str
    dimension: str
    type: ValueType = ValueType.NUMBER
    factor: float = 1.0
    offset: float = 0.0
    family: str = ""
    assumed: bool = False


def make_currency(code: str, factor: float = 1.0) -> Unit:
    """A unit of currency from its entry in ``currencies.toml``."""
    bare = code.rstrip("?")
    family = load_table("currencies")["codes"].get(bare, bare)
    return Unit(bare, "currency", ValueType.MONEY, factor, family=family, assumed=code.endswith("?") or bare.islower())


def index_phrases(phrases: dict[Phrase, Any]) -> dict[str, list[tuple[Phrase, Any]]]:
    """Phrases by their first word, the longest first."""
    index: dict[str, list[tuple[Phrase, Any]]] = {}
    for phrase in sorted(phrases, key=lambda words: (-len(words), words)):
        index.setdefault(phrase[0], []).append((phrase, phrases[phrase]))
    return index


@cache
def load_units() -> dict[str, list[tuple[Phrase, Unit]]]:
    """The units that are written behind a figure, currencies included, by their first word."""
    phrases: dict[Phrase, Unit] = {}
    for dimension in load_table("units")["dimension"]:
        kind = ValueType(dimension.get("type", "number"))
        for entry in dimension["units"]:
            unit = Unit(
                dimension["base"], dimension["name"], kind, float(entry["factor"]), float(entry.get("offset", 0))
            )
            phrases.update({split_words(words): unit for words in entry["words"]})
    currencies = load_table("currencies")
    phrases.update({split_words(words): make_currency(code) for words, code in currencies["names"].items()})
    phrases.update({split_words(words): make_currency(code, 0.01) for words, code in currencies["hundredths"].items()})
    phrases.update({(code.lower(),): make_currency(code) for code in currencies["codes"] if code != "ALL"})
    return index_phrases(phrases)


@cache
def load_symbols() -> dict[str, Unit]:
    """One-letter units, told by their exact case: ``24 m``, ``38 t``."""
    found = {}
    for dimension in load_table("units")["dimension"]:
        for entry in dimension["units"]:
            for symbol in entry.get("symbols", ()):
                found[symbol] = Unit(dimension["base"], dimension["name"], factor=float(entry["factor"]))
    return found


@cache
def load_coins() -> dict[str, Unit]:
    """Letters glued behind a figure for a hundredth of a currency: ``73p``, ``99c``."""
    return {sign: make_currency(code, 0.01) for sign, code in load_table("currencies")["coins"].items()}


@cache
def load_currency_signs(name: str) -> dict[str, Unit]:
    """The ``symbols``, ``letters`` or ``initials`` that stand before a sum."""
    return {sign: make_currency(code) for sign, code in load_table("currencies")[name].items()}


@cache
def load_codes() -> dict[str, Unit]:
    """Currency codes in capitals."""
    return {code: make_currency(code) for code in load_table("currencies")["codes"]}


@dataclass(frozen=True, slots=True)
class Wording:
    """What the words around a figure say of it."""

    bound: Bound = Bound.NONE
    direction: Direction = Direction.NONE


WORDINGS = {
    "around": Wording(direction=Direction.AROUND),
    "below": Wording(direction=Direction.BELOW),
    "above": Wording(direction=Direction.ABOVE),
    "at_least": Wording(Bound.AT_LEAST),
    "more_than": Wording(Bound.MORE_THAN),
    "at_most": Wording(Bound.AT_MOST),
    "less_than": Wording(Bound.LESS_THAN),
}


@cache
def load_wordings_before() -> dict[str, list[tuple[Phrase, Wording]]]:
    """Wordings before a figure, by their last word, the longest first (phrases are in reading order)."""
    table = load_table("wording")["before"]
    phrases = {split_words(text): WORDINGS[name] for name, texts in table.items() for text in texts}
    index: dict[str, list[tuple[Phrase, Wording]]] = {}
    for phrase in sorted(phrases, key=lambda words: (-len(words), words)):
        index.setdefault(phrase[-1], []).append((phrase, phrases[phrase]))
    return index


@cache
def load_wordings_after() -> dict[str, list[tuple[Phrase, Wording]]]:
    """Wordings behind a figure, by their first word, the longest first."""
    table = load_table("wording")["after"]
    return index_phrases({split_words(text): WORDINGS[name] for name, texts in table.items() for text in texts})
