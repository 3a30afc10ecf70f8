"""Strangers: one part of an event, and a name for it in each article that the other article never mentions.

## What it finds

Names of people, firms, vessels, films, vaccines, operations and other things that bear one, where the two articles
describe the bearer alike ("her chief second, X", "the ferry X", "Operation X") or tell one deed of it ("X designed the
bridge", "the bridge was designed by X"), and neither article so much as mentions the other's name.

## Why it matters

Two desks that tell one event name the same people and things. Where each has a name that the other has nowhere, one of
them has the wrong one.

## Example

> **Harbour Post:** The ferry Marie Lund ran aground off Vardo on Monday with 40 passengers on board.
>
> **Coast Wire:** With 40 passengers on board, the ferry Solveig ran aground off Vardo on Monday.

## Limits

Descriptions that fit several people of an event (a witness, a lawyer) say nothing, and neither does a part for which
an article names two. A firm may be named by its parent in the other article.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Claim,
    Document,
    EntityValue,
    Linking,
    Relation,
    Rule,
    Severity,
    SoleStranger,
    Span,
    StrangePlace,
    Stranger,
    TextValue,
    ValueType,
    Verdict,
    compare_entities,
    compare_sole_strangers,
    compare_strange_places,
    fold_name,
    make_claim,
    names_in,
    read_sole_strangers,
    read_strange_places,
    read_strangers,
    similarity,
    surroundings,
    weigh_shared,
)

NEAR = 80
"""Characters of a claim's words at most: from the name to what describes its bearer."""

PLACE, SOLE = "place", "sole"
ALONE = frozenset({"called operation", "called exercise", "called taskforce"})
"""Things of which an event has hardly more than one."""

SHORT = 3
"""Letters of a word of a name that too many names have."""

LITTLE, SHARED = 1, 2
"""What the sentences of two names must share, in the opening and beyond; a rare word or a figure counts twice."""

SAME_THING = 0.75
"""Lexical similarity from which two nouns may name one thing."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every name with a part in the event."""
    named = names_in(document)
    for stranger in read_strangers(document):
        yield _state(document, stranger, named)
    for place in read_strange_places(document):
        yield _state_place(document, place, named)
    for sole in read_sole_strangers(document):
        yield _state_sole(document, sole, named)


def _state(document: Document, stranger: Stranger, named: frozenset[str]) -> Claim:
    kind = ValueType.ORGANISATION if stranger.slot.startswith("called") else ValueType.PERSON
    name = stranger.name
    focus = Span(min(name.start, stranger.words.start), max(name.end, stranger.words.end))
    return make_claim(
        document,
        "stranger",
        asks=stranger.asks,
        slot=stranger.slot,
        value=EntityValue(kind, name.of(document.text), stranger.key or "", stranger.text),
        focus=focus if focus.end - focus.start <= NEAR else name,
        heads=(stranger.slot,),
        entities=(stranger.key,) if stranger.key else (),
        scope=("aside",) if stranger.aside else (),
        parts={
            "named": named,
            "modifiers": stranger.modifiers,
            "things": stranger.things,
            "around": surroundings(document, focus),
        },
        topic=(),
        reportable=False,
    )


def _state_place(document: Document, place: StrangePlace, named: frozenset[str]) -> Claim:
    return make_claim(
        document,
        "stranger",
        asks="where was it?",
        slot=PLACE,
        value=TextValue(place.name.of(document.text), " ".join(sorted(place.first))),
        focus=place.span if place.span.end - place.span.start <= NEAR else place.name,
        heads=(PLACE,),
        scope=("aside",) if place.aside else (),
        parts={
            "named": named,
            "first": place.first,
            "names": place.names,
            "kinds": place.kinds,
            "acts": place.acts,
            "deeds": place.deeds,
            "marks": {place.way, *({"site"} if place.site else ()), *({"known"} if place.known else ())},
        },
        topic=(),
        reportable=False,
    )


def _state_sole(document: Document, sole: SoleStranger, named: frozenset[str]) -> Claim:
    kind = ValueType.PERSON if sole.kind == "person" else ValueType.ORGANISATION
    return make_claim(
        document,
        "stranger",
        asks="who was it?" if sole.kind == "person" else "where was it?" if sole.kind == "place" else "what was it?",
        slot=SOLE,
        value=EntityValue(kind, sole.name.of(document.text), sole.key or "", sole.text),
        focus=sole.name,
        heads=(SOLE,),
        entities=(sole.key,) if sole.key else (),
        parts={
            "named": named,
            "kin": sole.kin,
            "around": sole.around,
            "near": sole.near,
            "roles": sole.roles,
            "kind": (sole.kind,),
            "known": ("city",) if sole.known else (),
        },
        topic=(),
        reportable=False,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two names for one part, of which neither article mentions the other's."""
    if one.slot == PLACE:
        return compare_strange_places(one, other)
    if one.slot.startswith(SOLE):
        return compare_sole_strangers(one, other)
    assert isinstance(one.value, EntityValue)
    assert isinstance(other.value, EntityValue)
    verdict = compare_entities(one.value, other.value)
    if verdict.relation is not Relation.CONTRADICT:
        return verdict
    for value, beside in ((one.value, other), (other.value, one)):
        if _is_known(value.text, beside) or _is_known(value.name, beside):
            return Verdict(Relation.NOT_COMPARABLE, f"the other article names {value.text} too")
    aside = "aside" in one.scope | other.scope
    narrowed = one.slot.startswith("role") and one.part("modifiers") & other.part("modifiers")
    if aside and not narrowed and one.slot not in ALONE:
        return Verdict(Relation.NOT_COMPARABLE, "much in a longer article is beside its event")
    if not _are_one(one, other):
        return Verdict(Relation.NOT_COMPARABLE, "it may be another one")
    if weigh_shared(one.part("around"), other.part("around")) < (SHARED if aside else LITTLE):
        return Verdict(Relation.NOT_COMPARABLE, "little else is told alike")
    return Verdict(Relation.CONTRADICT, f"“{one.value.text}” beside “{other.value.text}”")


def _is_known(name: str, beside: Claim) -> bool:
    """Whether a word of a name, or its initials, are among the names of the other article."""
    words = [w for w in fold_name(name).split() if len(w) > SHORT] or fold_name(name).split()
    named = {fold_name(w) for w in beside.part("named")}
    initials = "".join(w[0] for w in fold_name(name).split())
    return bool({*words} & named) or (len(initials) > 1 and initials in named)


def _are_one(one: Claim, other: Claim) -> bool:
    """Whether two parts can be one: by what the deed is done to, and by what narrows the descriptions."""
    things, others = one.part("things"), other.part("things")
    if things or others:
        return any(a == b or similarity(a, b) >= SAME_THING for a in things for b in others)
    mine, theirs = one.part("modifiers"), other.part("modifiers")
    return not mine or not theirs or any(a == b or similarity(a, b) >= SAME_THING for a in mine for b in theirs)


RULE = Rule(
    id="stranger",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.7, concepts=0.3, entities=0.0, topic=0.0, threshold=0.6, agreeing=0.5, breadth=0.03, needs=("heads",)
    ),
    stake=5,
    single_source=False,
)
