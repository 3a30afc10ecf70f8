"""Arithmetic: figures of one article that do not add up, convert or compare to what is said beside them.

## What it finds

Inside one article: a measure beside another measure as its conversion ("12 feet (4.7 metres)", "36 C (106 F)"); a sum
whose conversion lost a "million"; a change that is not the one between its two ends ("fell 20 per cent, from 1,840 to
1,690"; "doubled from 40 to 55"); a share that its two counts do not make ("17 of the 31 (65 per cent)"), or that is
not the fraction in words ("a third of buyers (46 per cent)"); a whole that its parts, counted out, do not come to ("14
on board: ten guests and five sailors").

## Why it matters

One of the figures is wrong whoever says so, and no other source is needed to know it. Copy desks reckon such figures
after; most slips are a digit, a unit or a percentage of the wrong base.

## Example

> **Harbour Post:** The wall is 12 feet (4.7 metres) high.

## Limits

The figures have to stand side by side, in a form of words in which they are about one thing, and to be apart beyond
what rounding any of them allows. Rates, ranges and figures called adjusted, organic or annualised are left alone; so
are parts that come to less than a whole, unless the article says that these are all.
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
    read_conversions,
    read_converted_sums,
    read_makeups,
    read_multiples,
    read_partitions,
    read_temperatures,
    read_word_shares,
)

READINGS = (
    read_conversions,
    read_temperatures,
    read_converted_sums,
    read_makeups,
    read_word_shares,
    read_multiples,
    read_partitions,
)


def extract(document: Document) -> Iterator[Claim]:
    """Two claims for every pair that cannot be: what is said, and what the other figures make of it."""
    for read in READINGS:
        yield from make_reckoned(document, "arithmetic", read(document))


RULE = Rule(
    id="arithmetic",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(),
    stake=3,
    single_source=False,
)
