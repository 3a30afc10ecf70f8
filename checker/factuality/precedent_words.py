"""What places in a row are told with: the word lists, what is counted, and within which bounds and terms."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.language.phrases import word_of
from checker.language.windows import year_of
from checker.model import Document, MentionKind, Sentence, Span, Token
from checker.values.rows import RowPlace

TAIL = 12
"""Words behind a rank in which its limits and its deed are looked for."""


@dataclass(frozen=True, slots=True)
class PrecedentWords:
    """The lists of ``data/precedents.toml``, expressions made."""

    says: tuple[tuple[str, re.Pattern[str]], ...]
    sequence: frozenset[str]
    owned: frozenset[str]
    spells: frozenset[str]
    wide: frozenset[str]
    straight: frozenset[str]
    bounds: frozenset[str]
    periods: frozenset[str]
    seasons: frozenset[str]
    people: frozenset[str]
    rows: dict[str, tuple[str, ...]]
    phrases: tuple[tuple[str, str], ...]
    measures: dict[str, str]
    comparatives: dict[str, str]


PLACES = ("missed", "record", "breaking", "running", "before", "among", "later", "first")
"""The ways of telling a place, those that say most first."""


@cache
def precedent_words() -> PrecedentWords:
    """Read the lists."""
    data = tomllib.loads((files("checker.factuality") / "data" / "precedents.toml").read_text("utf-8"))
    rows: dict[str, list[str]] = {}
    phrases: list[tuple[str, str]] = []
    for row, words in data["rows"].items():
        for word in words:
            if " " in word:
                phrases.append((f" {word} ", row))
            else:
                rows.setdefault(word, []).append(row)
    says = tuple((place, _expression(data["parts"], data[place]["says"])) for place in PLACES)
    order, wide = data["sequence"], data["wide"]
    return PrecedentWords(
        says,
        frozenset(order["nouns"]),
        frozenset(order["owned"]),
        frozenset(order["spells"]),
        frozenset(wide["words"]),
        frozenset(wide["straight"]),
        frozenset(wide["bounds"]),
        frozenset(wide["periods"]),
        frozenset(wide["seasons"]),
        frozenset(wide["people"]),
        {word: tuple(found) for word, found in rows.items()},
        tuple(phrases),
        {word: measure for measure, said in data["measures"].items() for word in said},
        data["comparatives"],
    )


def _expression(parts: dict[str, str], says: Sequence[str]) -> re.Pattern[str]:
    """One expression for all ways of saying a place; each way's own count gets its name by number."""
    ways = []
    for at, way in enumerate(says):
        for name, part in parts.items():
            way = way.replace(f"<{name}>", part)
        ways.append(way.strip().replace("(?P<n>", f"(?P<n{at}>"))
    return re.compile(r"(?<![\w'])(?:" + "|".join(ways) + r")(?![\w'])")


@dataclass(frozen=True, slots=True)
class Precedent:
    """A place in a row. ``noun`` names what is counted where a rank has one; ``kinds`` its rows.

    ``around`` are the rows that the sentence and the one before speak of; ``told`` says that no noun is ranked, but a
    deed told of as done before or never.
    """

    place: RowPlace
    noun: str
    kinds: frozenset[str]
    around: frozenset[str]
    told: bool
    span: Span
    sentence: int
    mixed: bool = False


UNREAL = frozenset("if unless whether could might would may should hope hopes hoping bid aims wants".split())


def is_unreal(lowered: Sequence[str], first: int) -> bool:
    """Whether the words right before a place only wish or suppose it."""
    return bool(UNREAL & {*lowered[max(0, first - 3) : first]})


LENGTHS = {
    "day": 0.003,
    "week": 0.02,
    "month": 0.09,
    "session": 0.5,
    "tournament": 0.1,
    "year": 1.0,
    "decade": 10.0,
    "century": 100.0,
}
"""Years that a term has been running at most; others, such as a season, about half a year."""


def begun(document: Document, season: str) -> float | None:
    """The year in which the term began that a count is bounded by, reckoned from the article's day."""
    published = document.article.published_date
    return None if published is None or not season else year_of(published) - LENGTHS.get(season, 0.5)


def season_told(lowered: Sequence[str], first: int, last: int, words: PrecedentWords) -> str:
    """The term that bounds a count: "the season's first", "this year"; empty for none."""
    for at in range(max(0, first - 3), min(len(lowered), last)):
        if lowered[at] not in words.seasons:
            continue
        before = lowered[at - 1] if at else ""
        after = lowered[at + 1] if at + 1 < len(lowered) else ""
        owner = after == "'s" and at < first + 1
        if before == "this" or owner or (before == "the" and at > 1 and lowered[at - 2] == "of"):
            return lowered[at]
    return ""


def bounds_told(document: Document, tail: Sequence[Token], inside: set[str], words: PrecedentWords) -> frozenset[str]:
    """The words for the place in whose bounds a rank holds: "in the state of Alta Sierra", "U.S."."""
    found = {w for w in inside if w in words.bounds}
    places = document.mentions_in(Span(tail[0].span.start, tail[-1].span.end), MentionKind.PLACE) if tail else ()
    lowered = [t.text.lower() for t in tail]
    for n, token in enumerate(tail):
        word = lowered[n]
        if word in {"there", "anywhere", "here"} or (
            IN_PLACE & {*lowered[max(0, n - BOUND) : n]}
            and (word in words.bounds or any(m.span.contains(token.span) for m in places))
        ):
            found.add(word)
    return frozenset(found)


IN_PLACE = frozenset({"in", "from", "outside", "of", "at", "on", "across", "within", "for", "near"})
"""Words before the place in whose bounds a rank holds."""

BOUND = 5
"""Words between such a word and the last of the place."""


def rows_of(names: Iterable[str], words: PrecedentWords) -> frozenset[str]:
    """The rows that any of the lemmas names."""
    return frozenset(row for name in names for row in words.rows.get(name, ()))


def rows_in(line: str, tokens: Sequence[Token], words: PrecedentWords) -> frozenset[str]:
    """The rows that a line's words name."""
    named = {word_of(t) for t in tokens} | {t.text.lower() for t in tokens}
    padded = f" {line} "
    return rows_of(named, words) | frozenset(row for phrase, row in words.phrases if phrase in padded)


def rows_before(document: Document, sentence: Sentence, words: PrecedentWords) -> frozenset[str]:
    """The rows of the sentences before, which a pronoun or "the same" points back to."""
    if sentence.index == 0:
        return frozenset()
    before = document.sentences[sentence.index - 1]
    tokens = document.sentence_tokens(before)
    return rows_in(" ".join(t.text.lower() for t in tokens), tokens, words)
