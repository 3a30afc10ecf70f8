"""Who announced it.

## What it finds

Clauses in which a person, a government or a body announces, unveils or breaks the news of something. The same announcement by two
different announcers is a contradiction.

## Why it matters

Who speaks first owns the news; accounts of one side like to give it to their own.

## Example

> **Harbour Post:** President Olin announced the deal.
>
> **Coast Wire:** It was the prime minister who announced the deal.

## Limits

Joint announcements and announcements of different things are not set against each other; a spokesperson and the body that he speaks
for are one announcer.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Claim,
    Document,
    EntityValue,
    Linking,
    MentionKind,
    Role,
    Rule,
    Severity,
    argument_lemmas,
    make_claim,
    read_statuses,
)

FAMILIES = frozenset({"publicity"})


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every announcement with a known announcer."""
    for reading in read_statuses(document, FAMILIES):
        actor = reading.actor
        if (
            actor is None
            or actor.entity is None
            or reading.value.denied
            or reading.value.concept != "publicity.announce"
        ):
            continue
        entity = document.entities.get(actor.entity)
        if entity is None or entity.kind not in (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE):
            continue
        matter = argument_lemmas(reading.clause, Role.PATIENT, Role.OBLIQUE)
        yield make_claim(
            document,
            "announced_by",
            asks="who announced it?",
            slot="announcer",
            value=EntityValue.of(entity, actor.text),
            focus=actor.span,
            clause=reading.clause,
            heads=matter[:4],
            concepts=("publicity",),
            entities=(),
            weight=0.5,
        )


RULE = Rule(
    id="announced_by",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(heads=0.4, concepts=0.1, entities=0.0, topic=0.5, threshold=0.5, agreeing=0.4),
    stake=5,
)
