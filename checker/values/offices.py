"""The table of offices and occupations: which words name which office, and which offices exclude each other."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any


class Level(StrEnum):
    """How much a word for an office says."""

    EXACT = "exact"
    COARSE = "coarse"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Office:
    """An office or occupation.

    ``forms`` are its words, folded; offices that share one of their ``groups`` (a workplace, a scale of ranks) exclude
    each other for one holder at one time, except those ``beside`` it; ``wider`` are the looser offices that it is a
    kind of; ``title`` says that it stands before a name without an article; ``portfolio`` is the field that the words
    themselves give ("top diplomat": foreign).
    """

    name: str
    forms: tuple[str, ...]
    groups: frozenset[str] = frozenset()
    level: Level = Level.EXACT
    wider: frozenset[str] = frozenset()
    beside: frozenset[str] = frozenset()
    title: bool = False
    portfolio: str = ""

    def excludes(self, other: Office) -> bool:
        """Whether one person cannot hold both at one time."""
        if not self.groups & other.groups or self.name == other.name:
            return False
        return other.name not in self.beside | self.wider and self.name not in other.beside | other.wider


@dataclass(frozen=True, slots=True)
class DeedWords:
    """What tells an occupation: the objects that a verb needs, and the office."""

    objects: frozenset[str]
    office: str


@dataclass(frozen=True, slots=True)
class Narrowing:
    """An office that has a name of its own where one of ``owners`` has it; ``form``, when given, must be its words."""

    office: str
    owners: frozenset[str]
    to: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class PartWords:
    """What else tells two parts in one event apart (``data/parts.toml``).

    ``apart`` are rows of offices that nobody holds together, one of the first side and one of the second; ``sides``
    those whom a spokesman or a lawyer speaks for, ``words`` what stands before an office, likewise in two lists a row.
    """

    apart: tuple[tuple[frozenset[str], frozenset[str]], ...]
    sides: tuple[tuple[frozenset[str], frozenset[str]], ...]
    words: tuple[tuple[frozenset[str], frozenset[str]], ...]

    def are_apart(self, one: str, other: str) -> bool:
        """Whether nobody holds two offices, by their names, in one event."""
        return _stand_against(self.apart, frozenset({one}), frozenset({other}))

    def are_two_sides(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether the words for whom somebody speaks name two sides of one case."""
        return _stand_against(self.sides, one, other) and not one & other

    def are_two_ways(self, one: frozenset[str], other: frozenset[str]) -> bool:
        """Whether the words before one office tell two ways of holding it ("acting", "permanent")."""
        return _stand_against(self.words, one, other)


def _stand_against(
    rows: Iterable[tuple[frozenset[str], frozenset[str]]], one: frozenset[str], other: frozenset[str]
) -> bool:
    """Whether a row has a word of one in its first list and a word of the other in its second, or the other way."""
    return any((left & one and right & other) or (left & other and right & one) for left, right in rows)


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """Offices by name and by form, rank words, the words of portfolios, and deeds by verb.

    ``surnames`` are forms that are surnames too; ``plain_owners`` common nouns for whose office it is, which tell no
    two owners apart.
    """

    offices: Mapping[str, Office]
    forms: Mapping[str, str]
    ranks: Mapping[str, str]
    portfolios: Mapping[str, str]
    deeds: Mapping[str, tuple[DeedWords, ...]]
    narrowings: tuple[Narrowing, ...]
    surnames: frozenset[str]
    plain_owners: frozenset[str]
    openings: frozenset[str]
    longest: int
    longest_portfolio: int
    parts: PartWords

    def narrow(self, office: Office, form: str, owner_words: frozenset[str]) -> Office:
        """The office that the words mean where ``owner_words`` say whose it is; the office itself by default."""
        for rule in self.narrowings:
            if rule.office == office.name and rule.form in ("", form) and rule.owners & owner_words:
                return self.offices[rule.to]
        return office


@cache
def load_offices() -> OfficeTable:
    """Read the tables that ship with the package, once. Raises ValueError where a form names two offices."""
    raw, work, parts = _read("roles.toml"), _read("occupations.toml"), _read("parts.toml")
    offices = {office.name: office for office in _offices([*raw["office"], *_read("crew.toml")["office"]])}
    for office in (*_occupations(work), *_functions(_read("functions.toml")["function"])):
        if office.name in offices:
            raise ValueError(f"an office that two tables hold: {office.name}")
        offices[office.name] = office
    forms: dict[str, str] = {}
    for office in offices.values():
        for form in office.forms:
            if forms.setdefault(form, office.name) != office.name:
                raise ValueError(f"a form of two offices: {form}")
            forms.setdefault(form.replace("-", " "), office.name)
    portfolios = {word: field for field, words in raw["portfolios"].items() for word in words}
    deeds: dict[str, list[DeedWords]] = {}
    for row in (*raw["deed"], *parts["deed"]):
        deeds.setdefault(row["verb"], []).append(DeedWords(frozenset(row["objects"]), row["office"]))
    return OfficeTable(
        offices=MappingProxyType(offices),
        forms=MappingProxyType(forms),
        ranks=MappingProxyType({word: rank for rank, words in raw["ranks"].items() for word in words}),
        portfolios=MappingProxyType(portfolios),
        deeds=MappingProxyType({verb: tuple(rows) for verb, rows in deeds.items()}),
        narrowings=tuple(
            Narrowing(row["office"], frozenset(row["owners"]), row["to"], row.get("form", ""))
            for row in (*work["narrowed"], *parts["narrowed"])
        ),
        surnames=frozenset(work["surnames"]),
        plain_owners=frozenset(work["plain_owners"]),
        openings=frozenset(form.split()[0] for form in forms),
        longest=max(len(form.split()) for form in forms),
        longest_portfolio=max(len(words.split()) for words in portfolios),
        parts=_parts(parts, offices),
    )


def _parts(raw: Mapping[str, Any], offices: Mapping[str, Office]) -> PartWords:
    """The rows of what excludes each other. Raises ValueError where one names an office that is not there."""
    sets: dict[str, list[str]] = raw["sets"]

    def name(listed: Iterable[str]) -> frozenset[str]:
        names = frozenset(n for one in listed for n in (sets[one[1:]] if one.startswith("@") else (one,)))
        if unknown := names - {*offices}:
            raise ValueError(f"parts.toml: no office is called {', '.join(sorted(unknown))}")
        return names

    apart: list[tuple[frozenset[str], frozenset[str]]] = []
    for row in raw["apart"]:
        each = [*row.get("each", ())]
        apart.extend((name([one]), name(each[at + 1 :])) for at, one in enumerate(each[:-1]))
        if not each:
            apart.append((name(row["one"]), name(row["other"])))
    sides, words = (
        tuple((frozenset(row["one"]), frozenset(row["other"])) for row in raw[key]) for key in ("sides", "words")
    )
    return PartWords(tuple(apart), sides, words)


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(files("checker.values").joinpath("data", name).read_text(encoding="utf-8"))


def _fold(form: str) -> str:
    """A form as the words of an article are folded: no accents, and apostrophes closed up ("ship's": "ships")."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", form) if not unicodedata.combining(c))
    return plain.replace("'", "")


def _offices(rows: Iterable[Mapping[str, Any]]) -> Iterator[Office]:
    for row in rows:
        group = row.get("group", ())
        yield Office(
            name=row["name"],
            forms=tuple(_fold(form) for form in row["forms"]),
            groups=frozenset([group] if isinstance(group, str) else group),
            level=Level(row.get("level", "exact")),
            wider=frozenset(row.get("wider", ())),
            beside=frozenset(row.get("beside", ())),
            title=bool(row.get("title", False)),
            portfolio=row.get("portfolio", ""),
        )


def _occupations(raw: Mapping[str, Any]) -> Iterator[Office]:
    """The occupations of each workplace, then those of none."""
    for place, listed in raw["workplace"].items():
        for name, forms in listed.items():
            yield Office(name, tuple(_fold(form) for form in forms), frozenset({place}), title=True)
    for name, forms in raw["occupations"].items():
        yield Office(name, tuple(_fold(form) for form in forms), title=True)


SHAPES = (
    "chief {} officer",
    "{} director",
    "director of {}",
    "head of {}",
    "{} head",
    "vice president of {}",
    "vice president for {}",
)
"""How the officer of a function is written, beside the looser "{} chief"."""


def _functions(rows: Iterable[Mapping[str, Any]]) -> Iterator[Office]:
    """The officers of the functions of one organisation, written in each of the ways that English has."""
    for row in rows:
        shapes = (*SHAPES, "{} chief", "{} boss") if row.get("loose", True) else SHAPES[:1]
        forms = [*row.get("forms", ()), *(shape.format(word) for word in row["words"] for shape in shapes)]
        yield Office(
            name=row["name"],
            forms=tuple(dict.fromkeys(_fold(form) for form in forms)),
            groups=frozenset({"officer"}),
            wider=frozenset({"director", "executive", "head", "chief", "boss", "official", "manager", "cio"}),
            beside=frozenset(row.get("beside", ())),
            title=True,
        )
