"""Coverage: all or some, in or out, the only ones or beside others.

## What it finds

Statements of how much of a group something is said: "closed every school" beside "most schools opened as usual", "coal,
oil and gas" beside "coal and nothing else", "applies to all workers" beside "agency staff get nothing". Two that cannot
both be so of one group are a contradiction. So are two answers to a question of extent that an event has once, in the
opening of an article or in a brief one: was anybody hurt, were all of them freed, who is exempt, who alone held a key,
from what age is it free.

## Why it matters

Who is covered, hit or left out is often the heart of a decision, and the easiest thing to round up or down.

## Example

> **Harbour Post:** The strike closed every school in the Orsa district.
>
> **Coast Wire:** Most schools in the Orsa district opened despite the strike.

## Limits

Compared only where both name the group, or a member of a list, by the same word or a synonym, and say much the same of
it. What belongs to what (that petrol is a fuel) is not known.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Claim,
    Document,
    Inclusion,
    Linking,
    Polarity,
    Reach,
    Relation,
    Rule,
    Severity,
    Span,
    Spread,
    StatusValue,
    Verdict,
    ask_quoted,
    clause_at,
    compare_inclusions,
    compare_reaches,
    compare_spreads,
    content_lemmas,
    is_brief,
    make_claim,
    read_inclusions,
    read_reaches,
    read_spreads,
)

COVERAGE, REACH = "coverage", "reach"
ASKED = {
    "harm": "was anybody hurt?",
    "whole": "all of them, or some?",
    "member": "who is left out?",
    "sole": "the only one, or several?",
    "age": "from what age?",
}
"""What each question of extent asks."""

OPENING = 2
"""Sentences at the head of a brief report that say what it is about."""

LONGEST = 150
"""Characters of a citation."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every statement of how much."""
    for spread in read_spreads(document):
        yield _state(document, spread)
    for found in read_inclusions(document):
        yield _state_extent(document, found)
    reaches = list(read_reaches(document))
    left_out = frozenset(word for reach in reaches if reach.pole == "out" for word in reach.group)
    for reach in reaches:
        yield _state_reach(document, reach, left_out)


def _state(document: Document, spread: Spread) -> Claim:
    value = StatusValue(
        spread.focus.of(document.text),
        "coverage",
        spread.kind,
        polarity=Polarity.NEGATIVE if spread.denied else Polarity.POSITIVE,
        about=spread.about,
        doer=(spread.clause.predicate, *sorted(spread.answers)),
    )
    sentence = document.sentences[spread.clause.sentence]
    topic = content_lemmas(document, document.sentence_tokens(sentence))
    before = document.sentences[sentence.index - 1] if sentence.index else None
    if spread.kind == "out" and before is not None and before.block == sentence.block:
        # "Petrol is left alone": what it is left out of stands in the sentence before.
        topic |= content_lemmas(document, document.sentence_tokens(before))
    return make_claim(
        document,
        "coverage",
        asks=f"all, some or none: {' '.join(reversed(spread.about[:3]))}?",
        slot="coverage",
        value=value,
        focus=spread.focus,
        clause=spread.clause,
        heads=("coverage",),
        topic=topic,
        reportable=False,
    )


def _state_extent(document: Document, found: Inclusion) -> Claim:
    """The answer to a question of extent that an event has once."""
    here = found.sentence
    near = [s for s in document.sentences[max(0, here.index - 1) : here.index + 1] if s.block == here.block]
    topic = frozenset[str]().union(*(content_lemmas(document, document.sentence_tokens(s)) for s in near))
    answer = f"{found.question}.{found.pole}{found.number or ''}"
    focus = Span(found.focus.start, min(found.focus.end, found.focus.start + LONGEST))
    return make_claim(
        document,
        "coverage",
        asks=ASKED[found.question],
        slot=found.question,
        value=StatusValue(focus.of(document.text), found.question, answer, about=found.group),
        focus=focus,
        clause=clause_at(document, focus),
        heads=(found.question,),
        topic=topic,
        parts={"deeds": found.deeds, "group": frozenset(found.group)},
        reportable=False,
    )


def _state_reach(document: Document, reach: Reach, left_out: frozenset[str]) -> Claim:
    """For whom or what it holds."""
    near = [reach.sentence, *document.sentences[: OPENING if is_brief(document) else 0]]
    topic = frozenset[str]().union(*(content_lemmas(document, document.sentence_tokens(s)) for s in near))
    focus = Span(reach.focus.start, min(reach.focus.end, reach.focus.start + LONGEST))
    return make_claim(
        document,
        "coverage",
        asks="for whom or what?",
        slot=REACH,
        value=StatusValue(focus.of(document.text), REACH, f"{REACH}.{reach.pole}", about=reach.group),
        focus=focus,
        clause=clause_at(document, focus),
        heads=(REACH,),
        topic=topic,
        parts={"deeds": reach.deeds, "group": frozenset(reach.group), "left out": left_out},
        reportable=False,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two statements of how much."""
    if not isinstance(one.value, StatusValue) or not isinstance(other.value, StatusValue):
        return Verdict(Relation.NOT_COMPARABLE, "no statements of how much")
    if one.slot == REACH:
        return compare_reaches(one, other)
    return compare_spreads(one, other) if one.slot == COVERAGE else compare_inclusions(one, other)


RULE = Rule(
    id="coverage",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.4, concepts=0.0, entities=0.1, topic=0.5, threshold=0.45, agreeing=0.5),
    stake=4,
    single_source=False,
    ask=ask_quoted,
)
