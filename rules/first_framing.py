"""Firsts and records: "the first ever", "the third time", "the largest since", and what stands against them.

## What it finds

Claims to be first, last, largest and the like, with the words that draw their scope ("formal", "of this term", "since
2016"), ordinal counts of the same thing ("the third time that"), and "never before". Another rank for the same thing
inside the same scope is a contradiction; another scope is framing, with the scopes named.

## Why it matters

A "first" is the claim most often copied without its limits.

## Example

> **Harbour Post:** It was the first conference of its kind.
>
> **Coast Wire:** It was the third: donors had met twice before.

## Limits

Whether a scope was met is not decided. Sequences inside the event ("the first prisoners") are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from checker.vocabulary import (
    BlockKind,
    Claim,
    Document,
    FirstValue,
    Linking,
    Rule,
    Sentence,
    Severity,
    Span,
    Token,
    content_lemmas,
    load_words,
    make_claim,
)

WORDS = Path(__file__).with_suffix(".toml")
REACH = 14
"""Words after the ordinal that its scope is read from."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every first, record or counted instance."""
    words = load_words(WORDS)
    for sentence in document.sentences:
        if sentence.kind is not BlockKind.BYLINE:
            yield from _read(document, sentence, words)


def _read(document: Document, sentence: Sentence, words: dict[str, dict[str, int]]) -> Iterator[Claim]:
    tokens = document.sentence_tokens(sentence)
    lowered = [t.text.lower() for t in tokens]
    for at, word in enumerate(lowered):
        found = _rank(lowered, at, words)
        if found is None:
            continue
        measure, rank = found
        scope = tokens[at + 1 : at + 1 + REACH]
        lemmas = content_lemmas(document, scope)
        if not lemmas:
            continue
        last = next((t for t in scope if t.text in {".", ";", ",", "—", ":"}), scope[-1])
        end = max(t.span.end for t in scope if t.index <= last.index)
        start = tokens[max(0, at - 2)].span.start
        yield make_claim(
            document,
            "first_framing",
            asks=f"is it the {word}, and of what?",
            slot="first" if measure == "first" else "record",
            value=FirstValue(
                text=Span(tokens[at].span.start, end).of(document.text),
                measure=measure,
                rank=rank,
                scope=lemmas & frozenset(words["scopes"]),
                since=_since(scope),
                ever="ever" in lowered[at : at + 6] or "never" in lowered[max(0, at - 1) : at + 1],
            ),
            focus=Span(start, end),
            heads=lemmas,
            weight=0.5,
        )


def _rank(lowered: list[str], at: int, words: dict[str, dict[str, int]]) -> tuple[str, int] | None:
    word = lowered[at]
    before = lowered[max(0, at - 3) : at]
    after = lowered[at + 1 : at + 4]
    if word in words["ranks"]:
        if not ({"the", "a", "its", "their", "his", "her"} & set(before[-2:]) or at == 0 or "ever" in after):
            return None
        if word == "first" and after[:1] and after[0] in words["sequence"]:
            return None
        return "first", words["ranks"][word]
    if word == "first-ever":
        return "first", 1
    if word == "never" and "before" in lowered[at + 1 : at + 4]:
        return "first", 1
    if word in words["records"] and ({"since", "ever", "history"} & set(lowered[at + 1 : at + 1 + REACH])):
        return words_measure(words, word), 1
    return None


def words_measure(words: dict[str, dict[str, int]], word: str) -> str:
    """The measure that a superlative belongs to: synonyms share one."""
    return f"record {words['records'][word]}"


def _since(scope: tuple[Token, ...]) -> str:
    for one, following in pairwise(scope):
        if one.text.lower() == "since":
            return following.text.lower()
    return ""


RULE = Rule(
    id="first_framing",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(heads=0.5, concepts=0.0, entities=0.1, topic=0.4, threshold=0.45, agreeing=0.35, needs=()),
    stake=5,
)
