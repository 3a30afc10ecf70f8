"""Reported: what an article has from another outlet, from a writing, or from people whom it does not name.

## What it finds

Statements at second hand: "the Harbour Gazette reported that ...", "she told Radio Norte on Monday that ...",
"according to court papers seen by Atlas Wire", "the audit found that ...", "an official said". They are never set
against each other. Where no other origin says the same, a single-source note names the one that does.

## Why it matters

Two articles that credit one outlet are one source, and what one unnamed official says stands on one person's word.

## Example

> **Coast Wire:** The port authority has sold its last tug to a yard in Porto, the Harbour Gazette reported.
>
> **Daily Post:** The harbour was quiet on Monday.

## Limits

What a writing or an unnamed person says counts only where it names somebody or gives a figure or a day. A credit that
stands several sentences away is not read. Words in quotation marks are left to the rule for quotations.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.vocabulary import (
    Attribution,
    Claim,
    Document,
    Hearsay,
    HearsayKind,
    Linking,
    MentionKind,
    Relation,
    Rule,
    Severity,
    TextValue,
    Verdict,
    ask_report,
    content_lemmas,
    make_claim,
    read_hearsay,
    tokens_in,
)

CONCRETE = frozenset(
    {
        MentionKind.PERSON,
        MentionKind.ORGANISATION,
        MentionKind.DATE,
        MentionKind.TIME,
        MentionKind.DURATION,
        MentionKind.NUMBER,
        MentionKind.MONEY,
        MentionKind.PERCENT,
    }
)
"""What makes a statement one that can be checked; places and pronouns are in most sentences of a story."""

SAME = 0.6
"""Share of the shorter statement's content words from which two statements are one."""

WEIGHTS = {HearsayKind.OUTLET: 0.45, HearsayKind.WRITING: 0.45, HearsayKind.UNNAMED: 0.4}


def extract(document: Document) -> Iterator[Claim]:
    """One claim for each statement at second hand that can be checked."""
    for piece in read_hearsay(document):
        if piece.kind is HearsayKind.OUTLET or _is_concrete(document, piece):
            yield _state(document, piece)


def _is_concrete(document: Document, piece: Hearsay) -> bool:
    """Whether what is said names a person or a body, or gives a figure or a time."""
    return any(
        m.kind in CONCRETE and not m.span.overlaps(piece.source) and (m.text[:1].isupper() or m.entity is None)
        for m in document.mentions_in(piece.content)
    )


def _state(document: Document, piece: Hearsay) -> Claim:
    source = piece.outlet or piece.source.of(document.text)
    said = content_lemmas(
        document, [t for t in tokens_in(document, piece.content) if not piece.source.overlaps(t.span)]
    )
    claim = make_claim(
        document,
        "reported",
        asks=f"is it so, according to {source}?",
        slot="reported",
        value=TextValue(piece.shown.of(document.text), " ".join(sorted(said))),
        focus=piece.shown,
        heads=(),
        topic=said,
        weight=WEIGHTS[piece.kind],
        support=(piece.source,),
    )
    by = Attribution(
        speaker=None if piece.outlet else source,
        outlet=piece.outlet,
        named=piece.kind is HearsayKind.OUTLET,
        span=piece.source,
    )
    others = tuple(a for a in claim.attribution if a.outlet is None and a.span != by.span)
    return replace(claim, span=piece.shown, text=piece.shown.of(document.text), attribution=(by, *others))


def compare(one: Claim, other: Claim) -> Verdict:
    """Two statements that share most of their words are one; others have nothing to do with each other."""
    shared = len(one.topic & other.topic)
    if one.topic and other.topic and shared >= SAME * min(len(one.topic), len(other.topic)):
        return Verdict(Relation.AGREE, "both say so in much the same words")
    return Verdict(Relation.NOT_COMPARABLE, "two statements")


RULE = Rule(
    id="reported",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.0, concepts=0.0, entities=0.2, topic=0.8, threshold=1.0, agreeing=0.4),
    stake=6,
    ask=ask_report,
)
