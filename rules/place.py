"""Places: where it happened.

## What it finds

Places of events: "signed in Muscat", "a court battle in Sydney", "the epicentre was offshore". Two places of the same
event that do not contain each other are a contradiction.

## Why it matters

The wrong city survives every rewrite, because nobody checks it twice.

## Example

> **Harbour Post:** The judge ruled in Melbourne.
>
> **Coast Wire:** The judge ruled in Sydney.

## Limits

Only places that the gazetteer knows to exclude each other (two cities, two countries) contradict; halls and streets are
not compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.vocabulary import (
    Claim,
    Clause,
    Document,
    EntityValue,
    Linking,
    MentionKind,
    Role,
    Rule,
    Severity,
    load_words,
    make_claim,
)

WORDS = Path(__file__).with_suffix(".toml")


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every place that a clause happens at."""
    words = load_words(WORDS)
    prepositions, speech = frozenset(words["prepositions"]), frozenset(words["speech"])
    for clause in document.clauses:
        if clause.predicate and clause.predicate not in speech:
            yield from _read(document, clause, prepositions)


def _read(document: Document, clause: Clause, prepositions: frozenset[str]) -> Iterator[Claim]:
    for argument in clause.arguments:
        if argument.role is not Role.OBLIQUE or argument.preposition not in prepositions:
            continue
        for mention in document.mentions_in(argument.span, MentionKind.PLACE):
            if not isinstance(mention.value, EntityValue) or mention.span.start > argument.span.start + 12:
                continue
            participants = [a.lemma for a in clause.arguments if a.role in (Role.AGENT, Role.PATIENT, Role.ATTRIBUTE)]
            yield make_claim(
                document,
                "place",
                asks=f"where: {clause.predicate} {' '.join(participants[-1:])}?",
                slot="place",
                value=mention.value,
                focus=mention.span,
                clause=clause,
                heads=[clause.predicate, *participants],
                entities=[a.entity for a in clause.arguments if a.entity and a is not argument],
                weight=0.4,
            )
            break


RULE = Rule(
    id="place",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(heads=0.5, concepts=0.0, entities=0.1, topic=0.4, threshold=0.6, agreeing=0.35, needs=("heads",)),
    stake=5,
)
