"""The tables that names are read with: countries, cities, given names, honorifics, organisation words. Loaded once."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

from checker.values.entities import fold_name


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the gazetteer: its English name, ISO country code, and level (country, capital, city or region)."""

    name: str
    country: str | None
    level: str

    @property
    def key(self) -> str:
        """The key of its entity: ``country:om``, ``city:muscat``, ``region:ohio``."""
        if self.level == "country" and self.country:
            return f"country:{self.country.casefold()}"
        return f"{'city' if self.level == 'capital' else self.level}:{fold_name(self.name)}"


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Places by folded words; demonyms (folded words) to country codes; country names by code.

    The adjective of no one country ("African") has an empty code; ``abbreviations`` ("Mass.") need a comma before them.
    """

    places: Mapping[str, Place]
    demonyms: Mapping[str, str]
    countries: Mapping[str, str]
    abbreviations: frozenset[str]
    longest: int


@dataclass(frozen=True, slots=True)
class NameWords:
    """Word lists, folded. ``given`` maps a given name to its gender (m, f or u); ``honorific`` a title of address."""

    given: Mapping[str, str]
    honorific: Mapping[str, str]
    gendered: Mapping[str, str]
    organisation_heads: frozenset[str]
    suffixes: frozenset[str]
    anaphors: frozenset[str]
    place_heads: frozenset[str]
    place_openers: frozenset[str]
    place_nouns: frozenset[str]
    organisation_nouns: frozenset[str]
    thing_heads: frozenset[str]
    sectors: frozenset[str]
    calendar: frozenset[str]
    relatives: Mapping[str, str]
    particles: frozenset[str]
    tails: frozenset[str]
    endings: tuple[str, ...]
    of_heads: frozenset[str]
    government_verbs: frozenset[str]
    never: frozenset[str]
    acronyms: Mapping[str, str]
    known_organisations: frozenset[str]
    longest_organisation: int


def _rows(name: str) -> Iterator[list[str]]:
    for line in _text(name).splitlines():
        if line and not line.startswith("#"):
            yield [*line.split("\t"), "", "", ""]


def _text(name: str) -> str:
    return files("checker.names").joinpath("data", name).read_text(encoding="utf-8")


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads(_text(name))


@cache
def load_gazetteer() -> Gazetteer:
    """Read the places that ship with the package."""
    places: dict[str, Place] = {}
    demonyms: dict[str, str] = {}
    countries: dict[str, str] = {}

    def add(names: Iterator[str] | list[str], place: Place) -> None:
        for name in names:
            if folded := fold_name(name):
                places.setdefault(folded, place)

    for code, name, *_ in _rows("territories.tsv"):
        countries[code] = name
    rows = list(_rows("countries.tsv"))
    for code, _, _, others, *_ in rows:
        names = [countries.get(code, ""), *others.split("|")]
        add(names, Place(_plain(countries.get(code) or others.split("|")[0]), code, "country"))
    for code, name in countries.items():
        add([name, name.replace("&", "and"), name.replace("St.", "Saint")], Place(_plain(name), code, "country"))
    for code, capitals, people, *_ in rows:
        for capital in filter(None, capitals.split("|")):
            add([capital], Place(capitals.split("|")[0], code, "capital"))
        for person in filter(None, people.split("|")):
            demonyms.setdefault(fold_name(person), code)
    for name, code, others, *_ in _rows("cities.tsv"):
        add([name, *others.split("|")], Place(name, code, "city"))
    short: set[str] = set()
    for name, code, others, *_ in _rows("regions.tsv"):
        add([name, *others.split("|")], Place(name, code or None, "region"))
        short.update(fold_name(other) for other in others.split("|") if other.endswith("."))
    for adjective in _toml("organisations.toml")["adjectives"]:
        demonyms.setdefault(adjective, "")
    return Gazetteer(
        places=MappingProxyType(places),
        demonyms=MappingProxyType(demonyms),
        countries=MappingProxyType(countries),
        abbreviations=frozenset(short),
        longest=max(len(name.split()) for name in places),
    )


def _plain(name: str) -> str:
    """A country's name without what CLDR adds in brackets or after it: ``Myanmar (Burma)``, ``Hong Kong SAR China``."""
    return name.partition(" (")[0].partition(" SAR")[0]


@cache
def load_words() -> NameWords:
    """Read the word lists that ship with the package."""
    given: dict[str, str] = {}
    for line in _text("given_names.txt").splitlines():
        gender, *names = line.split()
        for name in names if gender != "#" else ():
            folded = fold_name(name)
            given[folded] = gender if given.get(folded, gender) == gender else "u"
    titles, words = _toml("titles.toml"), _toml("organisations.toml")
    known = frozenset(map(fold_name, [*words["outlets"]["organisations"], *words["acronyms"].values()]))

    def by_gender(table: Mapping[str, list[str]]) -> Mapping[str, str]:
        return MappingProxyType({fold_name(word): gender for gender, forms in table.items() for word in forms})

    def listed(name: str) -> frozenset[str]:
        return frozenset(fold_name(word) for word in words[name])

    return NameWords(
        given=MappingProxyType(given),
        honorific=by_gender(titles["honorifics"]),
        gendered=by_gender(titles["gendered"]),
        organisation_heads=listed("heads"),
        suffixes=listed("suffixes"),
        anaphors=listed("anaphors"),
        place_heads=listed("place_heads"),
        place_openers=listed("place_openers"),
        place_nouns=listed("place_nouns"),
        organisation_nouns=listed("organisation_nouns"),
        thing_heads=listed("thing_heads"),
        sectors=listed("sectors"),
        calendar=listed("calendar"),
        relatives=by_gender(titles["relatives"]),
        particles=listed("particles"),
        tails=listed("tails"),
        endings=tuple(sorted(listed("endings"))),
        of_heads=listed("of_heads"),
        government_verbs=listed("government_verbs"),
        never=listed("never"),
        acronyms=MappingProxyType({fold_name(short): full for short, full in words["acronyms"].items()}),
        known_organisations=known,
        longest_organisation=max(len(name.split()) for name in known),
    )
