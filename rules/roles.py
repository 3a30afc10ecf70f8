"""Roles: the office or function that a person is said to hold.

## What it finds

Titles before names ("Treasury Secretary Anna Holt"), appositions ("Anna Holt, the home secretary"), statements ("Holt
will serve as chair", "who is the deputy director", "police named the driver as Holt") and deeds that tell an occupation
("Holt, who captains the ferry"). The same person with two offices that one person cannot hold at once is set against
each other: two posts of one crew, court, hospital, team, plant, cabinet or scale of ranks, a function beside the head
of the firm, or two kinds of daily work (a fire chief, an engineer). A vaguer title beside an exact one is framing or
fits.

## Why it matters

A wrong title is the error that the people concerned notice first, and it misplaces whose word it is.

## Example

> **Harbour Post:** Mayor Delia Crane wept.
>
> **Coast Wire:** Provincial governor Delia Crane wept.

## Limits

A person may hold two offices; only offices that the role table knows to exclude each other are called a contradiction,
and none when one article gives the person both. An office that is told as over ("former", "until 2019") leaves room for
another. Duties told in other words ("in charge of safety") are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import Claim, Document, Linking, Rule, Severity, Span, make_claim, roles_of


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every role that a named person is said to hold."""
    for held in roles_of(document):
        span = Span(min(held.span.start, held.name_span.start), max(held.span.end, held.name_span.end))
        entity = document.entities.get(held.entity)
        name = entity.name if entity is not None else held.name_span.of(document.text)
        yield make_claim(
            document,
            "roles",
            asks=f"what is the role of {name}?",
            slot="role",
            value=held.value,
            focus=span if span.end - span.start <= 100 else held.span,
            heads=(),
            entities=(held.entity,),
            topic=(),
            reportable=False,
        )


RULE = Rule(
    id="roles",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(heads=0.0, concepts=0.0, entities=1.0, topic=0.0, threshold=0.9, agreeing=0.9, needs=("entities",)),
    stake=5,
    single_source=False,
)
