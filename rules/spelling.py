"""Spelling: a name that one article spells like no other.

## What it finds

The name of a person, an organisation or a place that is the same as another of the event but for a letter or two of
one word, and that a single article has, while two other origins, or the article itself elsewhere, have the usual form.

## Why it matters

A misspelt name is the most frequent of all corrections, and the one that the people concerned never forgive.

## Example

> **Harbour Post:** Rescue chief Bernard Kaltenbach thanked the crews.
>
> **Coast Wire:** Two boats sank, Bernard Kaltenbach said.
>
> **Morning Sheet:** Bernard Kaltenbech had no comment.

## Limits

Which spelling is right is not known, only which is rare. Names of which outlets are evenly divided follow the ways in
which each writes foreign names, and are left alone; so are forms that are both common given names, British beside
American spellings, accents, and words of fewer than five letters.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import Claim, Document, Rule, Severity


def extract(_: Document) -> Iterator[Claim]:
    """No claims: a name is rare only beside the other articles of its event (``checker.comparing.spellings``)."""
    return iter(())


RULE = Rule(id="spelling", version="1", severity=Severity.WARNING, extract=extract, stake=5, single_source=False)
