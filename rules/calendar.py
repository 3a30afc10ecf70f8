"""Calendar: a weekday, a time, an age or a span of years that an article's own dates do not allow.

## What it finds

Inside one article: a weekday that its date does not have ("Saturday, 31 December 2034"), also without a year where the
date is near the article's own; one clock time told in two zones that no offset joins ("9 a.m. ET (1800 GMT)"); an age
that the year of birth cannot give; a number of years or days that is not the one between its two ends.

## Why it matters

One of the two is wrong whoever says so, and nobody has to be asked to know it. The calendar settles what takes a second
source elsewhere, so it is the cheapest error there is to correct before publication.

## Example

> **Harbour Post:** The ferry sails again on Saturday, 31 December 2034.

## Limits

The two have to stand side by side, in a form of words in which they are about one thing. A date without its year counts
within a fortnight of the article's day, or within three months where the article names the year; one in a row of days
("Friday and Saturday, 30 December") does not. The zone of a time has to be written beside it, or its place before it.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Claim,
    Document,
    Linking,
    Rule,
    Severity,
    make_reckoned,
    read_clock_pairs,
    read_lifespans,
    read_weekdates,
)


def extract(document: Document) -> Iterator[Claim]:
    """Two claims for every pair that cannot be: what is said, and what the calendar makes of the rest."""
    for read in (read_weekdates, read_clock_pairs, read_lifespans):
        yield from make_reckoned(document, "calendar", read(document))


RULE = Rule(
    id="calendar",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(),
    stake=4,
    single_source=False,
)
