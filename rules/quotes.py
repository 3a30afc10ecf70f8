"""Quotations: the same speaker in different words, and the same words from different speakers.

## What it finds

Direct and mixed quotations with their speaker and venue. Two versions of one utterance that differ in a word that matters (a
negation, a number, an opposite) contradict each other; other differences of wording are framing. The same words given to two
speakers contradict each other.

## Why it matters

Between quotation marks every word is a claim of fact.

## Example

> **Harbour Post:** "The work is not finished," Crane said.
>
> **Coast Wire:** "The work is finished," Crane said.

## Limits

Two different utterances of one speaker are not compared; which of two wordings was said is not decided.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Claim,
    Document,
    Linking,
    Quote,
    QuoteType,
    QuoteValue,
    Relation,
    Rule,
    Severity,
    Span,
    Verdict,
    compare_quotes,
    content_lemmas,
    make_claim,
    tokens_in,
)

LEAST_WORDS = 3
"""Quotations shorter than this are scare quotes or names."""

CITED = 180
"""Characters of a quotation that are cited at most."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every quotation of some length whose speaker is known."""
    for quote in document.quotes:
        if quote.type is QuoteType.INDIRECT or len(quote.words.split()) < LEAST_WORDS:
            continue
        yield _read(document, quote)


def _read(document: Document, quote: Quote) -> Claim:
    speaker = quote.speaker.of(document.text) if quote.speaker is not None else ""
    entity = document.entities.get(quote.speaker_entity) if quote.speaker_entity else None
    name = entity.name if entity is not None else speaker
    words = content_lemmas(document, tokens_in(document, quote.content))
    content = quote.content
    if content.end - content.start > CITED:
        content = Span(content.start, content.start + CITED)
    value = QuoteValue(words=quote.words, speaker=quote.speaker_entity or name, venue=quote.venue, kind=quote.type)
    return make_claim(
        document,
        "quotes",
        asks=f"what did {name} say?" if name else "who said it?",
        slot="quote",
        value=value,
        focus=content,
        heads=words,
        entities=(quote.speaker_entity,) if quote.speaker_entity else (),
        topic=words,
        support=(quote.speaker,) if quote.speaker is not None else (),
        weight=0.55,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Same words need the same speaker; the same speaker needs the same words."""
    assert isinstance(one.value, QuoteValue)
    assert isinstance(other.value, QuoteValue)
    verdict = compare_quotes(one.value, other.value)
    if verdict.relation in (Relation.AGREE, Relation.COMPATIBLE) and one.entities and other.entities:
        if not one.entities & other.entities:
            return Verdict(
                Relation.CONTRADICT, f"the same words are given to {one.value.speaker} and {other.value.speaker}"
            )
        return verdict
    if verdict.relation is Relation.CONTRADICT and not one.entities & other.entities:
        return Verdict(Relation.NOT_COMPARABLE, "different speakers, different words")
    return verdict


RULE = Rule(
    id="quotes",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.8, concepts=0.0, entities=0.2, topic=0.0, threshold=0.45, agreeing=0.45, needs=("heads",)),
    stake=6,
)
