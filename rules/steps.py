"""Steps: how far a matter has come, how much of a thing is touched, who decides, told less far and further.

## What it finds

Wordings of one matter that a reader in a hurry takes for one another: studied and on its way, balloted on and on
strike, helping investigators and the prime suspect, suspended and shown the door, part of a stand and the stadium,
consulted and a joint decision. Both may be so; they are framing where the one article has nothing of the other's step.

## Why it matters

What is held open is the first thing to fall away when a story is shortened, and the last that a correction puts back.

## Example

> **Harbour Post:** The company will study whether a plant for tiles is feasible in Torvik.
>
> **Coast Wire:** A plant for tiles is on its way to Torvik.

## Limits

The scales are lists; what they do not name is not seen. An article that has wordings of both steps says nothing, and
two wordings are set side by side only where the sentences around them share words or names.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from checker.vocabulary import (
    LONG_ARTICLE,
    WISHED,
    Claim,
    DegreeValue,
    Document,
    Linking,
    MentionKind,
    Relation,
    Rule,
    Scales,
    Sentence,
    Severity,
    Span,
    Verdict,
    Wording,
    are_elsewhere,
    ask_unnamed,
    clause_at,
    compare_degrees,
    crowding,
    load_scales,
    make_claim,
    name_around,
    read_scaled,
    telling_words,
    tells_of_other_days,
    words_leading_to,
)

WORDS = (Path(__file__).with_suffix(".toml"), Path(__file__).with_name("steps_fields.toml"))
OPEN, PLAIN, SETTLED = 1, 2, 3
"""The degrees of a step that is held open, of one told in words that are used beside both, and of one that is taken."""

MOST = 3
"""Places where an article uses wordings of one degree that are kept."""

LONG = 30
"""Sentences from which an article tells of other days too."""

FEW = 2
"""Words that two sentences share at least where a wording is one word."""

MANY = 3
"""Words that two sentences share at least where an article is long."""

TWO = 2
"""Parties to one agreement, which two sentences have to share where each names as many."""

PERSON = f"{MentionKind.PERSON.value}:"

NAMED = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)


def extract(document: Document) -> Iterator[Claim]:
    """Claims for the wordings of each scale of which the article uses one degree only."""
    found: dict[str, list[Wording]] = {}
    for sentence, wording in read_scaled(document, _load()):
        if wording.degree >= SETTLED and WISHED & words_leading_to(document.sentence_tokens(sentence), wording):
            if wording.scale.settings.get("sides"):
                continue
            wording = replace(wording, degree=OPEN)  # "may" or "if" holds it open
        found.setdefault(wording.scale.name, []).append(wording)
    for wordings in found.values():
        degrees = {w.degree for w in wordings}
        if {OPEN, SETTLED} <= degrees:
            continue  # who tells both leaves no reader with one of them
        kept = [w for w in wordings if OPEN not in degrees or w.degree == OPEN]
        kept = [replace(w, degree=SETTLED) if w.degree == PLAIN else w for w in kept]
        long = len(document.sentences) > LONG
        told = (w for w in kept if not long or _is_telling(document, w))
        for _, wording in zip(range(MOST), told, strict=False):
            yield _claim(document, wording)


def _sentence(document: Document, wording: Wording) -> Sentence:
    return document.sentences[wording.first.sentence]


def _is_telling(document: Document, wording: Wording) -> bool:
    """Whether a wording of a long article is more than a word in passing: a phrase, and of no other day."""
    return wording.first is not wording.last and not tells_of_other_days(document, _sentence(document, wording))


def _claim(document: Document, wording: Wording) -> Claim:
    scale = wording.scale
    phrase = Span(wording.first.span.start, wording.last.span.end)
    sentence = _sentence(document, wording)
    long = len(document.sentences) > LONG
    around = [sentence] if long else _beside(document, sentence)
    own = telling_words(document, sentence)
    return make_claim(
        document,
        "steps",
        asks=scale.asks,
        slot=scale.name,
        value=DegreeValue(phrase.of(document.text), scale.name, wording.degree),
        focus=phrase,
        clause=clause_at(document, phrase) or clause_at(document, wording.first.span),
        heads=(),
        entities={m.entity for s in around for m in document.mentions_in(s.span, *NAMED) if m.entity},
        concepts=(scale.name,),
        topic=own.union(*(telling_words(document, s) for s in around)),
        scope={LONG_ARTICLE} if long else (),
        weight=0.2,
        reportable=False,
        parts={
            "own": own,
            "people": {m.entity for m in document.mentions_in(sentence.span, *NAMED) if m.entity},
            **name_around(document, sentence),
            "length": {str(len(document.sentences))},
        },
    )


def _beside(document: Document, sentence: Sentence) -> list[Sentence]:
    """A sentence with those right before and after it."""
    return list(document.sentences[max(0, sentence.index - 1) : sentence.index + 2])


def compare(one: Claim, other: Claim) -> Verdict:
    """Two degrees of one scale; of the same person or body where the scale asks for it."""
    assert isinstance(one.value, DegreeValue)
    assert isinstance(other.value, DegreeValue)
    verdict = compare_degrees(one.value, other.value)
    if verdict.relation is Relation.AGREE and not one.entities & other.entities:
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    both = one.part("people") & other.part("people")
    settings = _load().by_name[one.value.scale].settings
    if settings.get("same") and not _are_of_one_person(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, of different people or things")
    if settings.get("parties") and len(both) < min(TWO, len(one.part("people")), len(other.part("people"))):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, of other parties")
    if are_elsewhere(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, beside names that the other does not have")
    own = len(one.part("own") & other.part("own"))
    lone = any(" " not in claim.value.text for claim in (one, other))
    if own + len(both) < _least(one, other, lone=lone):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, with few words in common")
    near = len(one.topic & other.part("own")) + len(other.topic & one.part("own")) - own
    if not own and near + 2 * len(both) < FEW:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, with no word in common")
    return verdict


def _are_of_one_person(one: Claim, other: Claim) -> bool:
    """Whether the sentence of the one names a person who is named in or beside the other's."""
    both = (one.part("people") & other.entities) | (other.part("people") & one.entities)
    return any(entity.startswith(PERSON) for entity in both)


def _least(one: Claim, other: Claim, *, lone: bool) -> int:
    """The words and names that two sentences share at least: more in long articles, which have more by chance."""
    if one.scope | other.scope:
        least = MANY
    elif lone:
        least = FEW
    else:
        least = 0
    lengths = [int(length) for claim in (one, other) for length in claim.part("length")]
    return least + crowding(*lengths)


@cache
def _load() -> Scales:
    return load_scales(*WORDS)


RULE = Rule(
    id="steps",
    version="1",
    severity=Severity.WARNING,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.0,
        concepts=0.3,
        entities=0.2,
        topic=0.5,
        alone=0.1,
        threshold=0.42,
        breadth=0.1,
        ground=0.2,
        agreeing=0.6,
    ),
    stake=3,
    single_source=False,
    ask=ask_unnamed,
)
