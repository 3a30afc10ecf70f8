"""Outcomes: what became of a person, a claim, a thing: won or lost, open or shut, alive or dead, done or not done.

## What it finds

Clauses that state an outcome, and their denials ("no alert was ever issued"). Opposite outcomes of the same thing are a contradiction;
a plan beside its fulfilment is an update when the later article reports it.

## Why it matters

An outcome told the other way round is the gravest error that two articles on one event can differ by.

## Example

> **Harbour Post:** The crossing will reopen on Monday.
>
> **Coast Wire:** The crossing will remain shut.

## Limits

Only outcomes in the concept table, and plain denials of the same predicate, are compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Claim,
    Clause,
    Document,
    Linking,
    Modality,
    Polarity,
    Role,
    Rule,
    Severity,
    StatusValue,
    make_claim,
    read_statuses,
    rung_of,
)

OTHERS = frozenset(
    {
        "attendance",
        "publicity",
        "direction",
        "strictness",
        "jobs",
        "permission",
        "approval",
        "causation",
        "communication",
    }
)
"""Families that other rules read."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every clause with an outcome, and for every other clause a bare assertion or denial."""
    told: set[int] = set()
    for reading in read_statuses(document):
        told.add(reading.clause.index)
        if reading.concept.family in OTHERS or reading.thing is None:
            continue
        yield make_claim(
            document,
            "outcome",
            asks=f"what became of {reading.thing.text}?",
            slot=f"family {reading.concept.family}",
            value=reading.value,
            focus=reading.clause.predicate_span,
            clause=reading.clause,
            heads=reading.thing.lemmas[:3],
            concepts=(reading.concept.family,),
            weight=0.35,
        )
    for clause in document.clauses:
        if clause.index not in told:
            yield from _assert(document, clause)


def _assert(document: Document, clause: Clause) -> Iterator[Claim]:
    """Whether a predicate holds of its participants: the only difference that it can meet is a denial."""
    thing = clause.argument(Role.PATIENT, Role.ATTRIBUTE) or clause.argument(Role.AGENT)
    actor = clause.argument(Role.AGENT)
    if thing is None or not clause.predicate or clause.modality is not Modality.CERTAIN or clause.conditional:
        return
    value = StatusValue(
        clause.predicate_span.of(document.text),
        f"predicate {clause.predicate}",
        clause.predicate,
        frozenset(),
        rung_of(clause),
        clause.polarity if clause.polarity is Polarity.NEGATIVE else Polarity.POSITIVE,
    )
    named = [a for a in (actor, thing) if a is not None]
    yield make_claim(
        document,
        "outcome",
        asks=f"did it happen: {clause.predicate} {thing.text}?",
        slot=f"predicate {clause.predicate}",
        value=value,
        focus=clause.predicate_span,
        clause=clause,
        heads=[w for a in named for w in a.lemmas[:2]],
        entities=[a.entity for a in clause.arguments if a.entity],
        reportable=False,
    )


RULE = Rule(
    id="outcome",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(heads=0.5, concepts=0.0, entities=0.2, topic=0.3, threshold=0.6, agreeing=0.4, needs=("heads",)),
    stake=1,
    single_source=False,
)
