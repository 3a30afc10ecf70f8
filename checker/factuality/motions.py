"""Motions: which way an amount went ("rose 8 per cent"), and the words that motions are told in.

Read off the row of words, not off the parse: parsers take "profit climbed" for a noun. A motion is always read with the
figure that an amount went by, so that two of them can be told to be one.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.language.phrases import NOUN_TAGS, word_of
from checker.lexicon.inflection import base_forms
from checker.model import BlockKind, Document, Mention, MentionKind, Sentence, Span, Token
from checker.values.quantities import Quantity

UP, DOWN = "up", "down"

BETWEEN = 3
"""Words between the word for a way and its figure ("rose by just over 8 per cent")."""

BY = 9
"""Words between a verb and the "by" of its figure: "raise groundwater beneath the rice districts by 40 cm"."""

AFTER = 4
"""Words between a figure and the word for a way behind it: "six hours a week fewer"."""

AROUND = 9
"""Words before the word for a way that what it is said of is looked for in."""

PARTICLES = frozenset({"up", "down", "back", "off"})

COMPOSING = frozenset({"make", "set", "take", "add", "sum"})
"""Verbs with "up" that say what a whole is made of, and not which way it went."""

NAMING = NOUN_TAGS | {"JJ", "VBG"}
"""Tags of words that can say what went up or down: the parser takes nouns before verbs for adjectives."""

PLACED = frozenset({"up", "down", "upward", "upwards", "downward", "downwards"})
"""Words that behind a figure say where a thing is ("300 metres up"), and not that it changed."""

DENIALS = frozenset("not n't never no without neither nor".split())
UNREAL = frozenset("if unless whether could might may should demand want seek propose hope urge threaten".split())
"""Words before a motion by which it is none, or none yet (own list)."""

BREAKS = frozenset({";", ".", ":", "—", "–", "(", ")"})
FIGURES = (MentionKind.PERCENT, MentionKind.MONEY, MentionKind.NUMBER, MentionKind.DURATION)


@dataclass(frozen=True, slots=True)
class MotionWords:
    """The lists of ``data/motions.toml``: the way of each verb, noun and other word; bearings in degrees."""

    verbs: dict[str, str]
    nouns: dict[str, str]
    words: dict[str, str]
    between: frozenset[str]
    ends: frozenset[str]
    bearings: dict[str, int]
    moving: frozenset[str]
    places: frozenset[str]
    days: dict[str, str]


@cache
def motion_words() -> MotionWords:
    """Read the lists."""
    data = tomllib.loads((files("checker.factuality") / "data" / "motions.toml").read_text("utf-8"))
    ways = {kind: {w: way for way in (UP, DOWN) for w in data[way][kind]} for kind in ("verbs", "nouns", "words")}
    moving = data["moving"]
    return MotionWords(
        ways["verbs"],
        ways["nouns"],
        ways["words"],
        frozenset(data["links"]["between"]),
        frozenset(data["links"]["ends"]),
        data["bearings"],
        frozenset(moving["verbs"]),
        frozenset(moving["places"]),
        {word: day for day, said in data["days"].items() for word in (day, *said)},
    )


@dataclass(frozen=True, slots=True)
class Change:
    """An amount that went up or down by a figure.

    ``figure`` is the figure with its unit in one form, ``thing`` the nouns that it can be said of, nearest first.
    """

    way: str
    figure: str
    thing: tuple[str, ...]
    sentence: Sentence
    focus: Span


def read_changes(document: Document) -> Iterator[Change]:
    """Every figure by which something went up or down, in reading order."""
    words = motion_words()
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE}:
            continue
        mentions = document.mentions_in(sentence.span, *FIGURES)
        if not mentions:
            continue
        tokens = document.sentence_tokens(sentence)
        lowered = [t.text.lower() for t in tokens]
        for mention in mentions:
            figure = _name_figure(mention)
            if figure is None:
                continue
            inside = [n for n, t in enumerate(tokens) if t.span.overlaps(mention.span)]
            if not inside:
                continue
            found = _way_before(tokens, lowered, inside[0], words) or _way_behind(tokens, lowered, inside[-1], words)
            if found is None:
                continue
            at, way = found
            if (DENIALS | UNREAL) & {*lowered[max(0, at - 4) : at]}:
                continue
            thing = _things(document, sentence, tokens, at, {*inside})
            if thing:
                focus = span_of(tokens, min(at, inside[0]), max(at, inside[-1]))
                yield Change(way, figure, thing, sentence, focus)


def _name_figure(mention: Mention) -> str | None:
    """A figure in one form, with what it measures; None for a score and for a bare count, which says how many."""
    value = mention.value
    if isinstance(value, Quantity):
        if value.dimension == "pair" or not (value.unit or value.dimension):
            return None
        return f"{value.point:.6g} {value.dimension or value.unit}"
    return value.normalized if value.normalized.startswith("P") else None


def _way_before(
    tokens: Sequence[Token], lowered: Sequence[str], first: int, words: MotionWords
) -> tuple[int, str] | None:
    """The word for a way before a figure: directly, with small words between, or further off before "by"."""
    at, passed = first - 1, 0
    while at >= 0 and passed <= BETWEEN:
        way = _way_at(tokens, lowered, at, words)
        if way is not None and lowered[at] not in {"more", "less"}:
            return at, way
        if lowered[at] in words.ends or lowered[at] not in words.between:
            break
        at, passed = at - 1, passed + 1
    by = next((n for n in range(first - 1, max(-1, first - 3), -1) if lowered[n] == "by"), None)
    if by is None:
        return None
    for at in range(by - 1, max(-1, by - BY), -1):
        if lowered[at] in BREAKS or lowered[at] == ",":
            return None
        way = _way_at(tokens, lowered, at, words)
        if way is not None:
            return at, way
    return None


def _way_behind(
    tokens: Sequence[Token], lowered: Sequence[str], last: int, words: MotionWords
) -> tuple[int, str] | None:
    """The word for a way behind a figure: "an 8 per cent rise", "six hours a week fewer"."""
    for at in range(last + 1, min(len(tokens), last + 1 + AFTER)):
        if lowered[at] in BREAKS or lowered[at] in {",", "and", "or", "but", "of", "in", "to", "by"}:
            return None
        if lowered[at] in words.words and lowered[at] not in PLACED:
            return at, words.words[lowered[at]]
        lemma = tokens[at].lemma.lower()
        if lemma in words.nouns and tokens[at].tag in NOUN_TAGS and at <= last + 3:
            return at, words.nouns[lemma]
    return None


def _way_at(tokens: Sequence[Token], lowered: Sequence[str], at: int, words: MotionWords) -> str | None:
    word = lowered[at]
    after = lowered[at + 1] if at + 1 < len(tokens) else ""
    # Not by the parser's lemma and tag: it takes "shrank" and "climbs" for nouns.
    for form in base_forms(word, "v"):
        if after in PARTICLES and (way := words.verbs.get(f"{form} {after}")):
            return way
    if word in words.words:
        composing = bool(at) and bool(COMPOSING & {*base_forms(lowered[at - 1], "v")})
        return None if composing else words.words[word]
    if tokens[at].tag.startswith("NNP"):
        return None
    forms = (word, *base_forms(word, "v"), *base_forms(word, "n"))
    return next((way for form in forms if (way := words.verbs.get(form) or words.nouns.get(form))), None)


def _things(
    document: Document, sentence: Sentence, tokens: Sequence[Token], at: int, inside: set[int]
) -> tuple[str, ...]:
    """The nouns around a word for a way, nearest first; of the line before where the sentence has a pronoun only."""
    low, high = at, at
    while low > 0 and at - low < AROUND and tokens[low - 1].text not in BREAKS:
        low -= 1
    while high + 1 < len(tokens) and high - at < AROUND and tokens[high + 1].text not in BREAKS:
        high += 1
    near = [n for n in range(low, high + 1) if n != at and n not in inside and tokens[n].tag in NAMING]
    found = [word_of(tokens[n]) for n in sorted(near, key=lambda n: abs(n - at))]
    if not found and sentence.index:
        before = document.sentences[sentence.index - 1]
        found = [word_of(t) for t in document.sentence_tokens(before) if t.tag in NOUN_TAGS]
    return tuple(dict.fromkeys(w for w in found if w.replace("-", "").isalpha()))


def span_of(tokens: Sequence[Token], first: int, last: int) -> Span:
    """The range of a row of tokens, by their places in it."""
    return Span(tokens[first].span.start, tokens[last].span.end)
