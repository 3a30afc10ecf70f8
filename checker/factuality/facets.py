"""Facets of places: what a phrase of place says of where something was, part by part.

Names, the kind of building or ground, the floor, the room, the way in, the side: of two phrases a part that both give
may exclude the other.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise
from typing import Any

from checker.factuality.placekinds import kinds_in, place_nouns
from checker.model import Document, MentionKind, Span, Token
from checker.values.entities import EntityValue, fold_name

LOCATIVE = frozenset(
    [
        *("in", "at", "on", "off", "near", "outside", "aboard", "inside", "to", "into", "over", "through", "by", "via"),
        *("from", "under", "beneath", "below", "above", "behind", "beside", "around", "of", "across", "with"),
    ]
)
COMPASS = {"north": "n", "south": "s", "east": "e", "west": "w"}
GENERIC = frozenset(
    "hotel hospital school college university airport stadium palace bridge river lake island street road square park "
    "centre center hall house church museum station city town village port cape mount saint north south east west "
    "northern southern eastern western district region province county state republic kingdom bay beach coast the "
    "national international central general royal new old great high court supreme".split()
)
WARDS = frozenset({"ward", "unit", "department", "wing"})
DISTANCE = frozenset({"km", "kilometre", "kilometer", "mile", "metre", "meter", "m", "yard", "hour", "minute"})


@dataclass(frozen=True, slots=True)
class Locality:
    """A phrase of place by its facets; ``away`` are names that it is told to be at a distance from."""

    span: Span
    names: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    floors: frozenset[str] = frozenset()
    rooms: frozenset[str] = frozenset()
    openings: frozenset[str] = frozenset()
    positions: frozenset[str] = frozenset()
    sides: frozenset[str] = frozenset()
    away: frozenset[str] = frozenset()
    levels: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    towns: frozenset[str] = frozenset()
    wards: frozenset[str] = frozenset()


@cache
def locality_words() -> dict[str, Any]:
    """The word lists of ``data/localities.toml``."""
    return tomllib.loads((files("checker.factuality") / "data" / "localities.toml").read_text("utf-8"))


@cache
def _forms(table: str) -> dict[tuple[str, ...], str]:
    return {tuple(w.split()): kind for kind, words in locality_words()[table].items() for w in words}


def is_place(tokens: Sequence[Token], lemmas: Sequence[str], found: Locality) -> bool:
    """Whether the first noun phrase behind the preposition is a place: a name, or a noun for one."""
    if lemmas[0] in {"by", "through", "via"} and found.openings:
        return True
    first: list[int] = []
    for at in range(1, len(tokens)):
        if first and (tokens[at].tag in {"IN", "TO", "VBN", "VBG", ","} or lemmas[at] in LOCATIVE):
            break
        first.append(at)
    if found.wards:
        return True
    words = {lemmas[n] for n in first} | {f"{lemmas[a]} {lemmas[b]}" for a, b in pairwise(first)}
    named = any(tokens[n].tag.startswith("NNP") for n in first)
    if named or words & built_words() or words & {*locality_words()["grounds"]}:
        return True
    parts = [w for table in ("floors", "rooms", "openings") for ws in locality_words()[table].values() for w in ws]
    return bool(words & {*parts}) or bool(found.sides & {s for n in first for s in [COMPASS.get(lemmas[n], "")]})


def read_facets(document: Document, tokens: Sequence[Token], lemmas: Sequence[str], span: Span) -> Locality:
    """The facets that the words of a phrase of place give; a name told by its distance or side is where it is not."""
    texts = [t.text.lower() for t in tokens]
    names: set[str] = set()
    towns: set[str] = set()
    away: set[str] = set()
    people = document.mentions_in(span, MentionKind.PERSON)
    for first, last in _name_runs(tokens):
        if any(m.span.overlaps(tokens[first].span) for m in people):
            continue
        words = {fold_name(t.text) for t in tokens[first:last] if len(t.text) > 1} - GENERIC - {""}
        before = texts[max(0, first - 6) : first]
        measured = bool(DISTANCE & {*lemmas[max(0, first - 7) : first]})
        if measured and {"of", "from", "up"} & {*before}:
            away |= words
        elif not (any(w in COMPASS for w in before[-3:]) and "of" in before[-2:]):
            names |= words
            around = {*lemmas[first : last + 1]} if last < len(lemmas) else {*lemmas[first:last]}
            if not around & built_words():
                towns |= words
    sides = {
        COMPASS[key]
        for key in COMPASS
        for n, text in enumerate(texts)
        if (text == key or text == f"{key}ern") and not tokens[n].tag.startswith("NNP")
    }
    places = [m.value for m in document.mentions_in(span, MentionKind.PLACE) if isinstance(m.value, EntityValue)]
    wide = {w for v in places if v.level in ("country", "region") for w in fold_name(v.text).split()}
    return Locality(
        span,
        frozenset(names),
        kinds_in(tokens),
        _found("floors", lemmas, texts),
        _found("rooms", lemmas),
        _found("openings", lemmas),
        _found("positions", texts),
        frozenset(sides),
        frozenset(away),
        frozenset({"wide"} if names and all(n in wide for n in names) else ()),
        frozenset(v.country for v in places if v.country),
        frozenset(towns),
        _found("wards", lemmas) if WARDS & {*lemmas} else frozenset(),
    )


def _name_runs(tokens: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """The runs of capitalised names among tokens."""
    first = None
    for at, token in enumerate(tokens):
        named = token.tag.startswith("NNP")
        if named and first is None:
            first = at
        elif not named and first is not None:
            yield first, at
            first = None
    if first is not None:
        yield first, len(tokens)


@cache
def built_words() -> frozenset[str]:
    """Words for what stands in a town: a name with one of them is no town's."""
    return place_nouns() | frozenset(locality_words()["built"])


def _found(table: str, lemmas: Sequence[str], texts: Sequence[str] = ()) -> frozenset[str]:
    forms = _forms(table)
    found = set()
    for told in (lemmas, texts):
        words = [w for w in told if w not in {"-", "–", "'s", "’s"}]
        for at in range(len(words)):
            for length in (2, 1):
                kind = forms.get(tuple(words[at : at + length]))
                if kind is not None:
                    found.add(kind)
                    break
    return frozenset(found)
