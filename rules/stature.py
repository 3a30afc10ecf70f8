"""Stature: how much weight a person is given.

## What it finds

What is said of a named person beside the name: one of many ("a volunteer", "who worked in the laboratory", "a man from
the ministry"), a post below the top ("deputy head", "treasurer"), the head ("director", "who chairs the committee"), or
the one behind it all ("the brains behind the satellite"). Where all that one article says of a person lies two steps
or more from all that the other says, it is framing.

## Why it matters

Whose word it is decides how much it counts. A volunteer who is made a mastermind, or a chief negotiator who is made a
civil servant, is the same person in another story.

## Example

> **Harbour Post:** Ines Roca, the director of the museum, wept.
>
> **Coast Wire:** Ines Roca, a volunteer at the museum, wept.

## Limits

Only persons who are named in both articles are compared, and only words of the lists. An article that gives both
weights says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Claim,
    DegreeValue,
    Document,
    Linking,
    Rule,
    Severity,
    Stature,
    Verdict,
    ask_unnamed,
    compare_degrees,
    make_claim,
    read_statures,
)

MOST = 2
"""Places where an article describes one person that are kept."""

LONGEST = 100
"""Characters of a citation that holds name and description."""


def extract(document: Document) -> Iterator[Claim]:
    """Claims for the weight that a person is given, where the article gives one only."""
    given: dict[str, list[Stature]] = {}
    for stature in read_statures(document):
        given.setdefault(stature.entity, []).append(stature)
    for entity, statures in given.items():
        if max(s.degree for s in statures) - min(s.degree for s in statures) >= APART:
            continue
        for stature in statures[:MOST]:
            yield _claim(document, entity, stature)


APART = 2
"""Steps that lie far enough apart for a reader to take away something else."""


def _claim(document: Document, entity: str, stature: Stature) -> Claim:
    known = document.entities.get(entity)
    short = stature.focus.end - stature.focus.start <= LONGEST
    return make_claim(
        document,
        "stature",
        asks=f"what is {known.name} in it?" if known is not None else "what is the person in it?",
        slot="stature",
        value=DegreeValue(stature.span.of(document.text), "stature", stature.degree, APART),
        focus=stature.focus if short else stature.span,
        heads=(),
        entities=(entity,),
        topic=(),
        reportable=False,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two weights of one person."""
    assert isinstance(one.value, DegreeValue)
    assert isinstance(other.value, DegreeValue)
    return compare_degrees(one.value, other.value)


RULE = Rule(
    id="stature",
    version="1",
    severity=Severity.WARNING,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.0, concepts=0.0, entities=1.0, topic=0.0, threshold=0.9, agreeing=0.9, needs=("entities",)),
    stake=3,
    single_source=False,
    ask=ask_unnamed,
)
