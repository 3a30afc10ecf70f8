"""Stances: what one speaker says on a matter on which there are two sides.

## What it finds

Utterances, in marks or reported, that come down on one of two sides: the worst is over or still to come, they know or
have no idea, they will stay or resign, it was their fault or not, it comes on time or late, they had met or had not.
The same speaker on both sides of one matter is a contradiction, in whatever words.

## Why it matters

A reader who is told that the governor gave the all-clear and a reader who is told that he did not have read of two
governors.

## Example

> **Harbour Post:** "The worst is behind us," harbour master Lena Crane said.
>
> **Coast Wire:** "The worst is still to come," harbour master Lena Crane said.

## Limits

Only matters that the list of stances holds are read. Utterances with a condition, a question or a change of mind in
them take no side, and long ones that share no word are about different things. Nothing is compared where one article
has the speaker on both sides.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from checker.vocabulary import (
    Attribution,
    Claim,
    Document,
    Linking,
    Quote,
    QuoteType,
    Relation,
    Rule,
    Sayer,
    Severity,
    Span,
    Stance,
    Thought,
    ValueType,
    Verdict,
    are_contrary,
    find_contrary,
    make_claim,
    matter_of,
    name_sayer,
    read_speech,
    read_stances,
    read_thoughts,
    read_turns,
    same_matter,
    tokens_in,
)

LONGEST = 45
"""Words of an utterance from which it says several things at once."""

CITED = 120
"""Characters of what was said that are cited at most."""

PLAIN = "plain"
"""The slot of short utterances, which are compared by their words."""

BOTH = 2
"""Sides that somebody takes who takes no side."""


@dataclass(frozen=True, slots=True)
class Said:
    """A side or a thought of a speaker."""

    stance: Stance | Thought
    sayer: Sayer

    @property
    def type(self) -> ValueType:
        """Always ``quote``."""
        return ValueType.QUOTE

    @property
    def text(self) -> str:
        """The sentence in question."""
        return self.stance.text

    @property
    def normalized(self) -> str:
        """The matter and the side ("worst: yes"), or the words folded."""
        if isinstance(self.stance, Thought):
            return " ".join(self.stance.words)
        return f"{self.stance.matter}: {'yes' if self.stance.side else 'no'}"


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every side that a speaker takes in an article, unless the article has him on both."""
    quotes = [speech.quote for speech in read_speech(document)]
    quotes += [turn for turn in read_turns(document) if not any(turn.content.overlaps(q.content) for q in quotes)]
    found = [claim for quote in quotes for claim in _read(document, quote)]
    sides: dict[tuple[str, str], set[bool]] = {}
    for claim, said in found:
        if isinstance(said.stance, Stance):
            sides.setdefault((said.sayer.name, claim.slot), set()).add(said.stance.side)
    for claim, said in found:
        if len(sides.get((said.sayer.name, claim.slot), ())) < BOTH:
            yield claim


def _read(document: Document, quote: Quote) -> Iterator[tuple[Claim, Said]]:
    if quote.speaker is None or len(quote.words.split()) > LONGEST:
        return
    sayer = name_sayer(document, quote)
    if sayer is None:
        return
    lemmas = {t.text.casefold(): t.lemma.lower() for t in tokens_in(document, quote.content)}
    reported = quote.type is QuoteType.INDIRECT and quote.words[:1] not in "“\"'‘«"
    for stance in read_stances(quote.words, lemmas, reported=reported):
        said = Said(stance, sayer)
        asks = f"what did {_shown(document, quote)} say: {matter_of(stance.matter).asks}"
        yield _state(document, quote, said, asks, stance.matter), said
    for thought in read_thoughts(quote.words, lemmas, reported=reported):
        said = Said(thought, sayer)
        yield _state(document, quote, said, f"what did {_shown(document, quote)} say?", PLAIN), said


def _state(document: Document, quote: Quote, said: Said, asks: str, slot: str) -> Claim:
    assert quote.speaker is not None
    claim = make_claim(
        document,
        "stance",
        asks=asks,
        slot=slot,
        value=said,
        focus=_cut(document, quote.content),
        heads=("say",),
        entities=(quote.speaker_entity,) if quote.speaker_entity else (),
        topic=(),
        support=(_cut(document, quote.speaker),),
        reportable=False,
    )
    if claim.attribution:
        return claim
    by = Attribution(speaker=_shown(document, quote), outlet=None, named=bool(said.sayer.name), span=quote.speaker)
    return replace(claim, attribution=(by,))


def _shown(document: Document, quote: Quote) -> str:
    entity = document.entities.get(quote.speaker_entity or "")
    assert quote.speaker is not None
    return entity.name if entity is not None else quote.speaker.of(document.text)


def _cut(document: Document, span: Span) -> Span:
    """A range cut to whole words that a person takes in at a glance."""
    if span.end - span.start <= CITED:
        return span
    return Span(span.start, max(t.span.end for t in tokens_in(document, span) if t.span.end <= span.start + CITED))


def compare(one: Claim, other: Claim) -> Verdict:
    """One speaker on two sides of one matter."""
    assert isinstance(one.value, Said)
    assert isinstance(other.value, Said)
    if not one.value.sayer.may_be(other.value.sayer):
        return Verdict(Relation.NOT_COMPARABLE, "two speakers")
    left, right = one.value.stance, other.value.stance
    beside = f"“{left.text}” beside “{right.text}”"
    if isinstance(left, Thought) and isinstance(right, Thought):
        pair = find_contrary(left, right, are_contrary)
        if pair is None:
            return Verdict(Relation.NOT_COMPARABLE, "of something else")
        return Verdict(Relation.CONTRADICT, f"{beside}: “{pair[0]}” beside “{pair[1]}”")
    if not isinstance(left, Stance) or not isinstance(right, Stance) or not same_matter(left, right):
        return Verdict(Relation.NOT_COMPARABLE, "of something else")
    if left.side == right.side:
        return Verdict(Relation.AGREE, f"the same in other words: {beside}")
    return Verdict(Relation.CONTRADICT, f"two sides of one matter: {beside}")


RULE = Rule(
    id="stance",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=1.0, concepts=0.0, entities=0.0, topic=0.0, threshold=0.9, agreeing=0.9, needs=("heads",)),
    stake=7,
    single_source=False,
)
