"""Means: how it was done, where one way excludes the others (on purpose or by accident, by the roof or by the door).

A report gives a way in a sentence that tells of the deed, or anywhere where the report is brief; one that gives several
ways of one facet gives none that can be compared.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.factuality.prominence import PLAIN, is_brief, list_body
from checker.model import Document, Sentence, Span

FIRM = frozenset({"route", "tool", "intent"})
"""Facets that a long report may give anywhere: those of one deed."""

LEAD = 40
"""Characters of a sentence before a way that are looked at for what rules it out."""

OPENING = 4
"""Sentences at the head of a long report whose deed is the one that the report is about."""


@dataclass(frozen=True, slots=True)
class Means:
    """A way in which a thing was done: its facet (``route``), the way (``roof``), whether it was ruled out."""

    sentence: Sentence
    span: Span
    facet: str
    way: str
    denied: bool


@cache
def _words() -> dict[str, Any]:
    return tomllib.loads((files("checker.factuality") / "data" / "means.toml").read_text("utf-8"))


@cache
def _marks(name: str) -> re.Pattern[str]:
    return re.compile(_words()[name])


@cache
def _facets() -> tuple[tuple[str, re.Pattern[str], tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    return tuple(
        (name, re.compile(table["deed"]), tuple((way, re.compile(text)) for way, text in table["ways"].items()))
        for name, table in _words().items()
        if isinstance(table, dict)
    )


def asks_means(facet: str) -> str:
    """The question that a facet answers."""
    return str(_words()[facet]["asks"])


def read_means(document: Document) -> Iterator[Means]:
    """The ways that a document gives or rules out, facet by facet; none of a facet of which it gives several."""
    body = list_body(document)
    whole = document.text.lower().translate(PLAIN)
    brief = is_brief(document)
    head = " ".join(s.text for s in body[:OPENING]).lower().translate(PLAIN)
    for facet, deed, ways in _facets():
        if not deed.search(head) or not any(pattern.search(whole) for _, pattern in ways):
            continue
        found: list[Means] = []
        for sentence in body:
            plain = sentence.text.lower().translate(PLAIN)
            if len(plain) == len(sentence.text) and (brief or deed.search(plain)) and "?" not in plain:
                found.extend(_read(sentence, plain, facet, ways))
        given = {one.way for one in found if not one.denied}
        if not brief and facet not in FIRM:
            found = [one for one in found if one.sentence in body[:OPENING]]
        for way in sorted({one.way for one in found}):
            first = next(one for one in found if one.way == way)
            if first.denied or given == {way}:
                yield first


def _read(sentence: Sentence, plain: str, facet: str, ways: tuple[tuple[str, re.Pattern[str]], ...]) -> Iterator[Means]:
    for way, pattern in ways:
        found = pattern.search(plain)
        if found is None:
            continue
        before = plain[max(0, found.start() - LEAD) : found.start()]
        if _marks("open").search(before) or _marks("open").search(found.group()):
            continue
        denied = bool(_marks("out").search(before) or _marks("off").search(plain[found.end() :]))
        denied = denied or bool(_marks("out").search(found.group()))
        start = sentence.span.start
        yield Means(sentence, Span(start + found.start(), start + found.end()), facet, way, denied)
