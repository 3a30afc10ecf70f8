"""Direction: raised beside cut, tightened beside eased, created beside axed.

## What it finds

Clauses that say which way something goes: a rate, a quota, a forecast, a restriction, jobs. Opposite directions of the same thing are
a contradiction.

## Why it matters

The direction is the news; a copying slip or a translation turns it round without leaving a trace in the figures.

## Example

> **Harbour Post:** Seoul would enlarge the quota for beef.
>
> **Coast Wire:** The beef quota will be made smaller.

## Limits

Movements over different periods are not told apart unless the articles give the periods.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import Claim, Document, Linking, Rule, Severity, make_claim, read_statuses

FAMILIES = frozenset({"direction", "strictness", "jobs", "permission", "approval"})


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every clause that moves something."""
    for reading in read_statuses(document, FAMILIES):
        thing = reading.thing
        if thing is None:
            continue
        yield make_claim(
            document,
            "policy_direction",
            asks=f"which way does it go: {thing.text}?",
            slot=reading.concept.family,
            value=reading.value,
            focus=reading.clause.predicate_span,
            clause=reading.clause,
            heads=thing.lemmas[:4],
            concepts=(reading.concept.family,),
            weight=0.4,
        )


RULE = Rule(
    id="policy_direction",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(
        heads=0.5, concepts=0.0, entities=0.15, topic=0.35, threshold=0.55, agreeing=0.35, needs=("heads",)
    ),
    stake=2,
    single_source=False,
)
