"""Scope: what a deal, a talk, a ruling or a figure covers, and what it leaves out.

## What it finds

Statements that something is included, covered, limited to or left out ("including debt" beside "leaves out the borrowings"), and words
that call the same thing narrow or broad.

## Why it matters

Two articles can carry the same figure and mean different things by it.

## Example

> **Harbour Post:** The offer values the mill at $6 billion, including debt.
>
> **Coast Wire:** The figure leaves out the mill's borrowings.

## Limits

What a scope ought to be is not judged; only stated limits are compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Claim,
    Document,
    Linking,
    Role,
    Rule,
    Severity,
    argument_lemmas,
    make_claim,
    read_statuses,
)

FAMILIES = frozenset({"include", "breadth"})


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every statement of what is inside or outside."""
    for reading in read_statuses(document, FAMILIES):
        content = argument_lemmas(reading.clause, Role.PATIENT, Role.ATTRIBUTE, Role.AGENT, Role.OBLIQUE)
        if not content:
            continue
        yield make_claim(
            document,
            "scope",
            asks=f"does it cover {content[0]}?",
            slot=reading.concept.family,
            value=reading.value,
            focus=reading.clause.predicate_span,
            clause=reading.clause,
            heads=content[:4],
            concepts=(reading.concept.family,),
            weight=0.35,
        )


RULE = Rule(
    id="scope",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(heads=0.5, concepts=0.0, entities=0.1, topic=0.4, threshold=0.5, agreeing=0.4, needs=("heads",)),
    stake=4,
    single_source=False,
)
