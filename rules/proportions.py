"""Proportions: two shares of one whole, asked for in different words.

## What it finds

Shares that answer one question and cannot both be right: "Women: 38% of starters" beside "only 28 percent of those who
lined up were women", "Containment: 15%" beside "a line around 45 percent of the fire", a turnout beside the share that
stayed at home.

## Why it matters

A share is the figure that readers remember, and articles seldom name what it is a share of by the same word.

## Example

> **Harbour Post:** Women: 41% of entrants.
>
> **Coast Wire:** Only 31 per cent of those who signed up were women.

## Limits

Only the questions of the tables are asked, and shares of those who are named by one noun. What went up or down by a
share is left to other rules, and so is a share that is compared with the present one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.vocabulary import (
    Claim,
    Document,
    Linking,
    Proportion,
    Quantity,
    Relation,
    Rule,
    Severity,
    Verdict,
    compare_quantities,
    content_lemmas,
    make_claim,
    read_proportions,
    tells_of_other_days,
    times_apart,
)

WHOLE = 100.0
GROWING = frozenset({"containment"})
"""Questions whose answer grows as the event goes on."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every share whose question is known."""
    for proportion in read_proportions(document):
        if not tells_of_other_days(document, proportion.sentence):
            yield _claim(document, proportion)


def _claim(document: Document, proportion: Proportion) -> Claim:
    value = proportion.mention.value
    assert isinstance(value, Quantity)
    if proportion.rest:
        value = replace(value, point=WHOLE - value.point, low=WHOLE - value.high, high=WHOLE - value.low)
    return make_claim(
        document,
        "proportions",
        asks=proportion.asks,
        slot=proportion.key,
        value=value,
        focus=proportion.focus,
        heads=(proportion.key,),
        topic=content_lemmas(document, document.sentence_tokens(proportion.sentence)),
        counter=proportion.key in GROWING,
        reportable=False,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two shares that answer one question."""
    assert isinstance(one.value, Quantity)
    assert isinstance(other.value, Quantity)
    verdict = compare_quantities(one.value, other.value)
    if verdict.relation is Relation.CONTRADICT and times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; at other times")
    if verdict.relation is Relation.FRAMING:
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    return verdict


RULE = Rule(
    id="proportions",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.55, concepts=0.0, entities=0.1, topic=0.25, alone=0.15, threshold=0.6, breadth=0.05, agreeing=0.5
    ),
    stake=2,
    single_source=False,
)
