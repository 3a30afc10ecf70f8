"""Hedged: what one article holds open, and another states flatly.

## What it finds

A step that is considered, studied, offered, agreed in principle or bound to a condition in one article, and told as
settled in the other: "to study the reopening of the post" beside "the post is to reopen", "if mistakes were made"
beside "mistakes were made". Both can go back to one statement, so it is framing; where the flat one came out later and
tells of it as done, it is an update.

## Why it matters

The condition is what falls away first when a story is shortened.

## Example

> **Harbour Post:** The two sides agreed to study the reopening of the border bridge.
>
> **Coast Wire:** The border bridge is to reopen.

## Limits

The two statements have to share the deed and something that it is done to, or a figure. "May" and "could" by
themselves are too common to count as a hedge here.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import Claim, Document, Linking, Rule, Severity, TextValue, ask_quoted, make_claim, read_hedges


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every statement that the article holds open."""
    for statement in read_hedges(document):
        yield make_claim(
            document,
            "hedged",
            asks="is it settled?",
            slot="hedged",
            value=TextValue(statement.focus.of(document.text), " ".join(sorted(statement.deeds | statement.words))),
            focus=statement.focus,
            heads=statement.deeds,
            topic=statement.words,
            reportable=False,
        )


RULE = Rule(
    id="hedged",
    version="1",
    severity=Severity.WARNING,
    extract=extract,
    linking=Linking(agreeing=0.6),
    stake=2,
    single_source=False,
    ask=ask_quoted,
)
