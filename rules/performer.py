"""Performers: who did what one person does to one thing, who died, what a thing was called.

## What it finds

Acts that an event has one doer of, however they are told: who moved the motion ("moved by Hon. X", "the motion that X
put down"), who led the troops, the talks, the inquiry or the service, who conducted, presided, opened the bridge, fired
the starting gun, lit the flame, read out the verdict, found the wreck or made the statue ("the mediator, the retired
judge X"). The only one whom an article names as dead. The name that a thing was given ("nicknamed it X", "X, as the
team calls it"). Two different names for one of these are a contradiction.

## Why it matters

A deed given to the wrong person is put right in the corrections column, if it is put right at all.

## Example

> **Harbour Post:** The patrol, led by Captain Jan Holm, blew up the bridge.
>
> **Coast Wire:** The bridge was blown up by a patrol commanded by Lieutenant Karl Brandt.

## Limits

Where an article names two for one act, or tells of several dead, nothing is compared. Troops of two nations are two
forces. Bodies and firms as doers are not read.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Casting,
    Claim,
    Document,
    EntityValue,
    Linking,
    Nickname,
    Relation,
    Rule,
    Severity,
    Span,
    Unique,
    ValueType,
    Verdict,
    asks_of,
    compare_entities,
    fold_name,
    is_person_noun,
    make_claim,
    names_in,
    read_castings,
    read_fatality,
    read_nicknames,
    read_performers,
    similarity,
)

CALLED, PART = "called", "part"
SHORT = 3
"""Letters of a word of a name that too many names have."""

NEAR = 80
"""Characters of a claim's words at most: from the name to the verb."""

SAME_THING = 0.8
"""Lexical similarity from which two nouns may name one thing."""

STEM = 4
"""Letters of a word that another may be grown from, at least: "moon", "moonlet"."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every doer, only dead and given name that an article tells."""
    for unique in (*read_performers(document), *read_fatality(document)):
        yield _state(document, unique)
    for nickname in read_nicknames(document):
        yield _state_nickname(document, nickname)
    named = names_in(document)
    for casting in read_castings(document):
        yield _state_casting(document, casting, named)


def _state_casting(document: Document, casting: Casting, named: frozenset[str]) -> Claim:
    """Who fills a part, with every name of the article."""
    focus = Span(min(casting.name.start, casting.words.start), max(casting.name.end, casting.words.end))
    return make_claim(
        document,
        "performer",
        asks=casting.asks,
        slot=f"{PART} {casting.part}",
        value=EntityValue(ValueType.PERSON, casting.name.of(document.text), casting.key or "", casting.text),
        focus=focus if focus.end - focus.start <= NEAR else casting.name,
        heads=(casting.part,),
        entities=(casting.key,) if casting.key else (),
        parts={"named": named},
        reportable=False,
    )


def _state(document: Document, found: Unique) -> Claim:
    focus = Span(min(found.name.start, found.words.start), max(found.name.end, found.words.end))
    return make_claim(
        document,
        "performer",
        asks=asks_of(found.question),
        slot=found.question,
        value=EntityValue(ValueType.PERSON, found.name.of(document.text), found.key or "", found.text),
        focus=focus if focus.end - focus.start <= NEAR else found.name,
        heads=(found.question,),
        entities=(found.key,) if found.key else (),
        scope=found.narrowed,
        reportable=False,
    )


def _state_nickname(document: Document, nickname: Nickname) -> Claim:
    """What a thing was called, with the nouns that it may be."""
    name = nickname.name.of(document.text)
    return make_claim(
        document,
        "performer",
        asks="what was it called?",
        slot=CALLED,
        value=EntityValue(ValueType.ORGANISATION, name, "", name),
        focus=nickname.words,
        heads=(CALLED,),
        entities=(),
        parts={"things": {w for w in nickname.things if not is_person_noun(w)}},
        reportable=False,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two names for one doer, one dead or one thing."""
    assert isinstance(one.value, EntityValue)
    assert isinstance(other.value, EntityValue)
    if one.entities & other.entities:
        return Verdict(Relation.AGREE, f"both name {one.value.text}")
    verdict = compare_entities(one.value, other.value)
    if verdict.relation is not Relation.CONTRADICT:
        return verdict
    if one.slot.startswith(PART):
        return _compare_parts(one, other)
    if one.slot == CALLED:
        if not _are_one_thing(one.part("things"), other.part("things")):
            return Verdict(Relation.NOT_COMPARABLE, "it may be the name of another thing")
        return Verdict(Relation.CONTRADICT, f"two names for it: “{one.value.text}” beside “{other.value.text}”")
    if not (one.scope <= other.scope or other.scope <= one.scope):
        return Verdict(Relation.NOT_COMPARABLE, "it may be another one")
    return verdict


def _compare_parts(one: Claim, other: Claim) -> Verdict:
    """Two names for one part, where neither article so much as names whom the other names."""
    for claim, beside in ((one, other), (other, one)):
        words = {w for w in fold_name(claim.value.text).split() if len(w) > SHORT}
        if words & {fold_name(w) for w in beside.part("named")}:
            return Verdict(Relation.NOT_COMPARABLE, f"the other article names {claim.value.text} too")
    return Verdict(Relation.CONTRADICT, f"“{one.value.text}” beside “{other.value.text}”")


def _are_one_thing(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether a noun of each may name one thing: the same, one grown from the other, or a synonym."""
    for a in one:
        for b in other:
            short, long = sorted((a, b), key=len)
            if a == b or (len(short) >= STEM and long.startswith(short)) or similarity(a, b) >= SAME_THING:
                return True
    return False


RULE = Rule(
    id="performer",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.6, concepts=0.0, entities=0.0, topic=0.4, threshold=0.55, agreeing=0.4, needs=("heads",)),
    stake=6,
    single_source=False,
)
