"""Names that one event has one of: who got an honour, who stands in for the one who left, what an agreement is called.

``Best actress went to Ada Reed``; ``Reed was named player of the match``; ``Reed will take over on an acting basis``;
``it is called the Harwick Energy Pact``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.model import Document, Mention, MentionKind, Sentence, Span, Token

REACH = 7
"""Tokens between an honour and the name of its holder, at most."""

OPEN_TAGS = ("JJ", "NN", "CD", "HYPH")
STAND_IN, PACT = "stand-in", "named pact"
NO_HONOUR = frozenset(
    {"not", "never", "nor", "if", "may", "might", "could", "should", "favourite", "favorite", "tipped", "hopes"}
)
DENYING = frozenset({"not", "never", "nor", "if", "may", "might", "could", "would"})


@dataclass(frozen=True, slots=True)
class Honour:
    """The question, what narrows it, the words that ask it, the words that are the name, and the mention if any."""

    question: str
    narrowed: frozenset[str]
    words: Span
    name: Span
    mention: Mention | None


@dataclass(frozen=True, slots=True)
class _Lists:
    best: frozenset[str]
    of: frozenset[str]
    occasions: frozenset[str]
    whole: tuple[tuple[str, ...], ...]
    between: frozenset[str]
    pacts: frozenset[str]
    making: frozenset[str]
    filling: tuple[str, ...]
    meanwhile: tuple[str, ...]


@cache
def _lists() -> _Lists:
    data = tomllib.loads(files("checker.factuality").joinpath("data", "honours.toml").read_text(encoding="utf-8"))
    sets = {key: frozenset(data[key]) for key in ("best", "of", "occasions", "between", "pacts", "making")}
    return _Lists(
        whole=tuple(tuple(words.split()) for words in data["whole"]),
        filling=tuple(f" {words} " for words in sorted(data["filling"], key=len, reverse=True)),
        meanwhile=tuple(f" {words}" for words in data["meanwhile"]),
        **sets,
    )


def read_honours(document: Document, sentence: Sentence) -> Iterator[Honour]:
    """The honours, stand-ins and named agreements that a sentence tells, each with its name."""
    tokens = document.tokens[sentence.first : sentence.last]
    folded = [t.text.lower() for t in tokens]
    people = [
        m
        for m in document.mentions_in(sentence.span, MentionKind.PERSON)
        if m.text[:1].isupper() and m.entity in document.entities
    ]
    if people and not NO_HONOUR & set(folded):
        yield from _honoured(tokens, folded, people)
    if people and not DENYING & set(folded):
        yield from _standing_in(tokens, folded, people)
    yield from _agreements(tokens, folded)


def _honoured(tokens: tuple[Token, ...], folded: list[str], people: list[Mention]) -> Iterator[Honour]:
    at = 0
    found: list[tuple[int, int]] = []
    while at < len(folded):
        size = _size_of_honour(folded, at)
        if size:
            found.append((at, at + size))
        at += size or 1
    for first, end in found:
        mention = _holder(tokens, folded, people, first, end)
        if mention is not None:
            question = " ".join(word for word in folded[first:end] if word != "the")
            span = Span(tokens[first].span.start, tokens[end - 1].span.end)
            yield Honour(question, frozenset(), span, mention.span, mention)


def _size_of_honour(folded: list[str], at: int) -> int:
    """How many tokens from here name an honour; 0 for none."""
    lists = _lists()
    if folded[at] == "best":
        return next((n for n in (2, 3, 4) if at + n <= len(folded) and folded[at + n - 1] in lists.best), 0)
    if folded[at] in lists.of and folded[at + 1 : at + 3] == ["of", "the"] and at + 3 < len(folded):
        return 4 if folded[at + 3] in lists.occasions else 0
    return next((len(words) for words in lists.whole if tuple(folded[at : at + len(words)]) == words), 0)


def _holder(
    tokens: tuple[Token, ...], folded: list[str], people: list[Mention], first: int, end: int
) -> Mention | None:
    """The person whom words of getting and giving join to an honour: the nearest one behind it, or else before it."""
    behind = [m for m in people if m.span.start >= tokens[end - 1].span.end]
    if behind:
        mention = min(behind, key=lambda m: m.span.start)
        gap = [n for n in range(end, len(tokens)) if tokens[n].span.end <= mention.span.start]
        joined = any(folded[n] in ("to", "for", ":", "|", "was", "is", "by") for n in gap)
        if joined and len(gap) <= REACH and _is_open(tokens, folded, gap):
            return mention
    before = [m for m in people if m.span.end <= tokens[first].span.start]
    if before:
        mention = max(before, key=lambda m: m.span.end)
        gap = [n for n in range(first) if tokens[n].span.start >= mention.span.end]
        getting = any(tokens[n].tag.startswith("VB") or folded[n] == "as" for n in gap)
        if getting and len(gap) <= REACH and _is_open(tokens, folded, gap):
            return mention
    return None


def _is_open(tokens: tuple[Token, ...], folded: list[str], gap: list[int]) -> bool:
    return all(folded[n] in _lists().between or tokens[n].tag.startswith(OPEN_TAGS) for n in gap)


def _standing_in(tokens: tuple[Token, ...], folded: list[str], people: list[Mention]) -> Iterator[Honour]:
    """``Reed will take over on an acting basis``, ``until there is somebody new the bank is to be minded by Reed``."""
    text = f" {' '.join(folded)} "
    lists = _lists()
    if not any(words in text for words in lists.meanwhile):
        return
    filling = next((words for words in lists.filling if words in text), None)
    if filling is None:
        return
    size = len(filling.split())
    at = next(n for n in range(len(folded)) if folded[n : n + size] == filling.split())
    passive = filling.split()[-1] in ("by", "to", "of")
    if passive:
        near = [m for m in people if m.span.start >= tokens[at].span.end]
        mention = min(near, key=lambda m: m.span.start, default=None)
    else:
        near = [m for m in people if m.span.end <= tokens[at].span.start]
        mention = max(near, key=lambda m: m.span.end, default=None)
    if mention is None:
        return
    gap = Span(min(mention.span.end, tokens[at].span.end), max(mention.span.start, tokens[at].span.start))
    inside = [t for t in tokens if gap.start <= t.span.start < gap.end]
    if len(inside) <= REACH:
        span = Span(tokens[at].span.start, tokens[at + size - 1].span.end)
        yield Honour(STAND_IN, frozenset(), span, mention.span, mention)


def _agreements(tokens: tuple[Token, ...], folded: list[str]) -> Iterator[Honour]:
    """``They signed the Harwick Energy Pact``: the name, and the words that another name of it would share."""
    lists = _lists()
    if not any(t.lemma.lower() in lists.making for t in tokens):
        return
    for at in range(2, len(tokens)):
        if folded[at] not in lists.pacts or not tokens[at].text[:1].isupper() or not tokens[at].text[1:].islower():
            continue
        if at + 1 < len(tokens) and tokens[at + 1].text[:1].isupper():
            continue
        first = at
        while first > 0 and tokens[first - 1].text[:1].isupper() and tokens[first - 1].tag[:2] in ("NN", "JJ"):
            first -= 1
        if at - first < 2 or first == 0 or folded[first - 1] not in ("the", "a", "called", "dubbed", "named"):
            continue
        yield Honour(
            PACT,
            frozenset(folded[at - 1 : at + 1]),
            tokens[at].span,
            Span(tokens[first].span.start, tokens[at].span.end),
            None,
        )
