"""Attendance: who was there, who was not.

## What it finds

Statements that a person, a government or a group attended, took part, watched from the room, sent somebody, followed by video, stayed
away or was absent. The same person there in one article and absent in another is a contradiction.

## Why it matters

Who was in the room is a fact that is easily checked and often copied from the invitation list.

## Example

> **Harbour Post:** The finance minister sat at the table.
>
> **Coast Wire:** The finance minister stayed away.

## Limits

Presence at different occasions is not compared where the occasions are told apart by name or day.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Claim,
    Document,
    Linking,
    Rule,
    Severity,
    make_claim,
    read_statuses,
)

FAMILIES = frozenset({"attendance"})


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every participant of a clause of attendance."""
    for reading in read_statuses(document, FAMILIES):
        actor = reading.actor
        if actor is None:
            continue
        yield make_claim(
            document,
            "attendance",
            asks=f"was {actor.text} there?",
            slot="attendance",
            value=reading.value,
            focus=reading.clause.predicate_span,
            clause=reading.clause,
            heads=actor.lemmas[:2],
            concepts=("attendance",),
            entities=(actor.entity,) if actor.entity else (),
            weight=0.5,
        )


RULE = Rule(
    id="attendance",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(heads=0.3, concepts=0.0, entities=0.5, topic=0.2, threshold=0.5, agreeing=0.4, needs=("entities",)),
    stake=4,
    single_source=False,
)
