"""Named people, organisations and places as answers, and when two names can be one.

Accents, hyphens, initials, legal forms and titles do not tell names apart; a surname alone may be anybody's who bears
it. Two different given names before one surname are two people.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from checker.model import Entity, Relation, ValueType, Verdict
from checker.values.roles import RoleValue, compare_roles

__all__ = ["EntityValue", "RoleValue", "are_initials", "compare_entities", "compare_roles", "fold_name", "may_be_spelt"]

# Letters that do not decompose into a base letter and an accent, as English desks write them ("Øystein": Oystein).
LETTERS = str.maketrans(
    {"ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ħ": "h"}
)
NOT_WORD = re.compile(r"[^\w\s]+")  # "O'Brien-Smith" -> "O Brien Smith"
APOSTROPHES = re.compile(r"['’‘ʼ`.]")  # "O'Brien", "N.A.T.O." -> "OBrien", "NATO"
POSSESSIVE = re.compile(r"['’]s?$")  # "Norway's", "States'"

# Words for the legal form of a company, which writers add and leave out at will.
LEGAL_FORMS = frozenset(
    [
        *("inc", "corp", "corporation", "co", "company", "ltd", "limited", "plc", "publ", "llc", "llp", "lp", "gmbh"),
        *("ag", "ab", "asa", "sa", "nv", "bv", "spa", "srl", "oyj", "oy", "kg", "se", "pte", "pty", "bhd", "kk"),
    ]
)
SMALL_WORDS = frozenset(
    ["of", "the", "and", "for", "de", "del", "da", "do", "la", "le", "und", "et", "y", "in", "on", "at", "to"]
)
# Two spellings of one name differ in about one letter of eight ("Zelensky", "Zelenskyy"); shorter names must be equal.
SPELLING = 88.0
SHORT_NAME = 5
# Levels of a place, as its key begins ("city:oslo").
PLACE_LEVELS = frozenset({"country", "region", "city", "site"})
NAMED = frozenset({ValueType.PERSON, ValueType.ORGANISATION, ValueType.PLACE})


@dataclass(frozen=True, slots=True)
class EntityValue:
    """A person, organisation or place.

    ``name`` is the fullest form known (default: the words themselves), ``key`` the entity's key inside the article,
    ``country`` an ISO 3166 code, ``level`` of a place ``country``, ``region``, ``city``, ``site`` or empty.
    """

    type: ValueType
    text: str
    key: str = ""
    name: str = ""
    country: str | None = None
    level: str = ""

    @classmethod
    def of(cls, entity: Entity, text: str) -> EntityValue:
        """The value of an entity that an article mentions with the words ``text``. Raises ValueError for a role."""
        level = entity.key.partition(":")[0]
        return cls(
            type=ValueType(entity.kind.value),
            text=text,
            key=entity.key,
            name=entity.name,
            country=entity.country,
            level=level if level in PLACE_LEVELS else "",
        )

    def __post_init__(self) -> None:
        if self.type not in NAMED:
            raise ValueError(f"not a named thing: {self.type}")

    @property
    def normalized(self) -> str:
        """The fullest name, folded: no case, accents, hyphens, titles."""
        return fold_name(self.name or self.text)


@lru_cache(maxsize=8192)
def fold_name(text: str) -> str:
    """A name without case, accents, hyphens, apostrophes, article or possessive: ``Sørensen’s`` is ``sorensen``."""
    text = POSSESSIVE.sub("", text.strip())
    if not text.isascii():
        text = "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(c))
        text = text.translate(LETTERS)
    text = NOT_WORD.sub(" ", APOSTROPHES.sub("", text.casefold()))
    words = text.split()
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    return " ".join(words)


def may_be_spelt(one: str, other: str) -> bool:
    """Whether two folded words or names are spellings of one, by their letters alone."""
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return True
    if min(len(one), len(other)) < SHORT_NAME or one[0] != other[0] or len(one.split()) != len(other.split()):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(one, other) >= SPELLING


def are_initials(short: str, full: str) -> bool:
    """Whether a folded short form is the initials of a folded name: ``imf`` of ``international monetary fund``."""
    if " " in short or not 2 <= len(short) <= 8:
        return False
    words = full.split()
    strict = "".join(w[0] for w in words if w not in SMALL_WORDS)
    return len(words) > 1 and short in (strict, "".join(w[0] for w in words))


def compare_entities(one: EntityValue, other: EntityValue) -> Verdict:
    """Compare two names that answer one question (who, which organisation, where)."""
    both = f"“{one.text}” beside “{other.text}”"
    if one.type is not other.type:
        return Verdict(Relation.NOT_COMPARABLE, f"a {one.type} beside a {other.type}: {both}")
    left, right = one.normalized, other.normalized
    if left == right or (one.key and one.key == other.key):
        return Verdict(Relation.AGREE, f"the same {one.type}: {both}")
    if not left or not right:
        return Verdict(Relation.NOT_COMPARABLE, f"a name is missing: {both}")
    if one.type is ValueType.PERSON:
        return _compare_people(left, right, both)
    if one.type is ValueType.ORGANISATION:
        return _compare_organisations(left, right, both)
    return _compare_places(one, other, both)


def _compare_people(left: str, right: str, both: str) -> Verdict:
    words, others = left.split(), right.split()
    if set(words) <= set(others) or set(others) <= set(words):
        return Verdict(Relation.COMPATIBLE, f"one name inside the other: {both}")
    if may_be_spelt(left, right):
        return Verdict(Relation.COMPATIBLE, f"two spellings: {both}")
    if not may_be_spelt(words[-1], others[-1]):
        return Verdict(Relation.CONTRADICT, f"two different people: {both}")
    if len(words) == 1 or len(others) == 1:
        return Verdict(Relation.COMPATIBLE, f"the surname alone: {both}")
    given, other = words[0], others[0]
    if given == other or may_be_spelt(given, other):
        return Verdict(Relation.COMPATIBLE, f"two spellings: {both}")
    if (len(given) == 1 or len(other) == 1) and given[0] == other[0]:
        return Verdict(Relation.COMPATIBLE, f"an initial for a given name: {both}")
    if given.startswith(other) or other.startswith(given) or _short_forms(given) & _short_forms(other):
        return Verdict(Relation.COMPATIBLE, f"a short given name: {both}")
    return Verdict(Relation.CONTRADICT, f"one surname, two given names: {both}")


@cache
def _families() -> dict[str, frozenset[int]]:
    """The families of given names that a name belongs to, by line of the table."""
    found: dict[str, set[int]] = {}
    lines = files("checker.values").joinpath("data", "short_names.txt").read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines):
        for name in line.split() if not line.startswith("#") else ():
            found.setdefault(name, set()).add(number)
    return {name: frozenset(numbers) for name, numbers in found.items()}


def _short_forms(name: str) -> frozenset[int]:
    return _families().get(name, frozenset())


def _compare_organisations(left: str, right: str, both: str) -> Verdict:
    if are_initials(left, right) or are_initials(right, left):
        return Verdict(Relation.COMPATIBLE, f"the initials of the other: {both}")
    words = [w for w in left.split() if w not in LEGAL_FORMS and w not in SMALL_WORDS]
    others = [w for w in right.split() if w not in LEGAL_FORMS and w not in SMALL_WORDS]
    if words and sorted(words) == sorted(others):
        return Verdict(Relation.AGREE, f"the same organisation: {both}")
    if words and others and (set(words) <= set(others) or set(others) <= set(words)):
        return Verdict(Relation.COMPATIBLE, f"one name inside the other: {both}")
    if may_be_spelt(left, right):
        return Verdict(Relation.COMPATIBLE, f"two spellings: {both}")
    return Verdict(Relation.CONTRADICT, f"two different organisations: {both}")


def _compare_places(one: EntityValue, other: EntityValue, both: str) -> Verdict:
    words, others = set(one.normalized.split()) - SMALL_WORDS, set(other.normalized.split()) - SMALL_WORDS
    if words <= others or others <= words:
        return Verdict(Relation.COMPATIBLE, f"one name inside the other: {both}")
    if may_be_spelt(one.normalized, other.normalized):
        return Verdict(Relation.COMPATIBLE, f"two spellings: {both}")
    if one.country and other.country and one.country != other.country:
        return Verdict(Relation.CONTRADICT, f"places in two countries: {both}")
    if one.country and one.country == other.country and one.level != other.level:
        return Verdict(Relation.COMPATIBLE, f"one may lie inside the other: {both}")
    if one.level and one.level == other.level and one.level != "site":
        return Verdict(Relation.CONTRADICT, f"two different places: {both}")
    return Verdict(Relation.NOT_COMPARABLE, f"one may lie inside the other: {both}")
