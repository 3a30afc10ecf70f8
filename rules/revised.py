"""Revised: a text that says which earlier answer no longer holds.

## What it finds

Sentences that replace an answer ("slipped from the 22nd to 5 February", "19, up from 11", "put back a week, to 17
June", "a lead of four became a deficit of two") and days that passed without what was announced for them ("Tuesday
came and went"). Another article that still gives the old answer is brought up to date by them.

## Why it matters

The later article tells by itself what is out of date, so this holds even where neither article has a day.

## Example

> **Harbour Post:** The bridge will reopen on 12 May.
>
> **Coast Wire:** The reopening of the bridge has slipped from 12 May to 3 June.

## Limits

The old answer has to be named, or to follow from a length of time ("a week later than planned"). Where both articles
give the new answer there is nothing to say.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import Claim, Document, Linking, RevisedValue, Rule, Severity, make_claim, read_revisions


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every sentence that gives up an answer."""
    for revision in read_revisions(document):
        yield make_claim(
            document,
            "revised",
            asks="which answer no longer holds?",
            slot="revised",
            value=RevisedValue(
                revision.focus.of(document.text), revision.old, revision.new, revision.lapsed, revision.change
            ),
            focus=revision.focus,
            reportable=False,
        )
        if revision.told is not None:
            # The new answer stands farther on than one citation reaches.
            yield make_claim(
                document,
                "revised",
                asks="which answer holds now?",
                slot="renewed",
                value=RevisedValue(revision.told.of(document.text), revision.old, revision.new, revision.lapsed),
                focus=revision.told,
                reportable=False,
            )


RULE = Rule(
    id="revised",
    version="1",
    severity=Severity.NOTE,
    extract=extract,
    linking=Linking(agreeing=0.6),
    stake=3,
    single_source=False,
)
