"""The table of offices and occupations: which words name which office, and which offices exclude each other."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType


class Level(StrEnum):
    """How much a word for an office says."""

    EXACT = "exact"
    COARSE = "coarse"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Office:
    """An office or occupation.

    ``forms`` are its words, folded; offices of one ``group`` exclude each other for one holder at one time; ``wider``
    are the coarser offices that it is a kind of; ``title`` says that it stands before a name without an article;
    ``portfolio`` is the field that the words themselves give ("top diplomat": foreign).
    """

    name: str
    forms: tuple[str, ...]
    group: str = ""
    level: Level = Level.EXACT
    wider: frozenset[str] = frozenset()
    title: bool = False
    portfolio: str = ""


@dataclass(frozen=True, slots=True)
class DeedWords:
    """What tells an occupation: the objects that a verb needs, and the office."""

    objects: frozenset[str]
    office: str


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """Offices by name and by form, rank words, the words of portfolios, and deeds by verb."""

    offices: Mapping[str, Office]
    forms: Mapping[str, str]
    ranks: Mapping[str, str]
    portfolios: Mapping[str, str]
    deeds: Mapping[str, DeedWords]
    longest: int
    longest_portfolio: int


@cache
def load_offices() -> OfficeTable:
    """Read the table that ships with the package, once."""
    raw = tomllib.loads(files("checker.values").joinpath("data/roles.toml").read_text(encoding="utf-8"))
    offices = {
        row["name"]: Office(
            name=row["name"],
            forms=tuple(row["forms"]),
            group=row.get("group", ""),
            level=Level(row.get("level", "exact")),
            wider=frozenset(row.get("wider", ())),
            title=bool(row.get("title", False)),
            portfolio=row.get("portfolio", ""),
        )
        for row in raw["office"]
    }
    forms = {form: office.name for office in offices.values() for form in office.forms}
    portfolios = {word: field for field, words in raw["portfolios"].items() for word in words}
    return OfficeTable(
        offices=MappingProxyType(offices),
        forms=MappingProxyType(forms),
        ranks=MappingProxyType({word: rank for rank, words in raw["ranks"].items() for word in words}),
        portfolios=MappingProxyType(portfolios),
        deeds=MappingProxyType({r["verb"]: DeedWords(frozenset(r["objects"]), r["office"]) for r in raw["deed"]}),
        longest=max(len(form.split()) for form in forms),
        longest_portfolio=max(len(words.split()) for words in portfolios),
    )
