"""Attendance: who was there, who was not.

## What it finds

Statements that a person, a government or a group attended, took part, sat or watched in the room, toured the place,
followed by video, stayed away or was absent. The same person there in one article and absent in another is a
contradiction.

## Why it matters

Who was in the room is a fact that is easily checked and often copied from the invitation list.

## Example

> **Harbour Post:** The finance minister, Ana Ruiz, sat at the table.
>
> **Coast Wire:** Ana Ruiz stayed away.

## Limits

A bodily act counts as presence only beside a venue or an occasion. Presence at another occasion of the same event is
not told apart unless the articles give its day.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.vocabulary import (
    Claim,
    Clause,
    Document,
    Linking,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Role,
    Rule,
    Severity,
    StatusValue,
    Tense,
    content_lemmas,
    load_words,
    make_claim,
    match_phrases,
    predicate_words,
    read_statuses,
    tokens_in,
)

WORDS = Path(__file__).with_suffix(".toml")
FAMILIES = frozenset({"attendance"})
PRESENT, ABSENT = "attendance.attend", "attendance.absent"


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every person or body that a clause places at the occasion or away from it."""
    words = load_words(WORDS)
    told = {r.clause.index: r.value for r in read_statuses(document, FAMILIES)}
    for clause in document.clauses:
        if clause.tense is Tense.FUTURE or clause.modality is not Modality.CERTAIN or clause.conditional:
            continue
        concept = _place(document, clause, told.get(clause.index), words)
        if concept is None:
            continue
        for mention in _participants(document, clause, bodies=clause.index in told):
            yield _state(document, clause, mention, concept)


def _place(document: Document, clause: Clause, told: StatusValue | None, words: dict[str, list[str]]) -> str | None:
    """Whether a clause says that its participants were there (or away); None when it says neither."""
    lemmas = predicate_words(clause)
    negative = clause.polarity is Polarity.NEGATIVE
    around = {w for a in clause.arguments for w in a.lemmas} | set(lemmas)
    away = bool(around & set(words["remote"])) or bool(around & set(words["elsewhere"]))
    if match_phrases((["not", *lemmas] if negative else lemmas), words["absent"]):
        return ABSENT
    if told is not None:
        if told.denied:
            return ABSENT if told.concept == PRESENT else None
        return ABSENT if away and told.concept == PRESENT else told.concept
    bodily = clause.predicate in words["presence"]
    strong = clause.predicate in words["strong"]
    if not (bodily or strong) or clause.copula:
        return None
    venue = bool(around & set(words["venues"])) or any(
        document.mentions_in(a.span, MentionKind.PLACE) for a in clause.arguments if a.role is not Role.AGENT
    )
    if not venue:
        return None
    if away:
        return ABSENT
    if negative:
        return ABSENT if strong else None
    return PRESENT


def _participants(document: Document, clause: Clause, *, bodies: bool) -> Iterator[Mention]:
    """The people of the clause: those its subject names, or its object in the passive ("were seated A and B").

    Governments and other ``bodies`` attend too, but they do not sit, watch or wave.
    """
    kinds = [MentionKind.PERSON, MentionKind.ROLE]
    if bodies:
        kinds += [MentionKind.ORGANISATION, MentionKind.PLACE]
    seen: set[str] = set()
    for argument in clause.arguments:
        if argument.role not in (Role.AGENT, Role.PATIENT) or (bodies and argument.role is Role.PATIENT):
            continue
        for mention in document.mentions_in(argument.span, *kinds):
            if mention.entity is not None and mention.entity not in seen:
                seen.add(mention.entity)
                yield mention


def _state(document: Document, clause: Clause, mention: Mention, concept: str) -> Claim:
    entity = document.entities.get(mention.entity or "")
    name = entity.name if entity is not None else mention.text
    return make_claim(
        document,
        "attendance",
        asks=f"was {name} there?",
        slot="attendance",
        value=StatusValue(
            clause.predicate_span.of(document.text),
            "attendance",
            concept,
            frozenset({ABSENT if concept == PRESENT else PRESENT}),
        ),
        focus=clause.predicate_span,
        clause=clause,
        heads=content_lemmas(document, tokens_in(document, clause.span)),
        concepts=("attendance",),
        entities=(mention.entity,) if mention.entity else (),
        weight=0.5 if mention.kind is MentionKind.PERSON else 0.3,
    )


RULE = Rule(
    id="attendance",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(
        heads=0.15, concepts=0.0, entities=0.7, topic=0.15, threshold=0.6, agreeing=0.5, needs=("entities",)
    ),
    stake=4,
)
