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

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from checker.vocabulary import (
    ABSENT,
    ANYWHERE,
    IDLE,
    LOOSE,
    PRESENT,
    REMOTE,
    SLIGHT,
    VISIT,
    VOICE,
    Argument,
    Claim,
    Clause,
    Delegation,
    Document,
    Group,
    Linking,
    Mention,
    MentionKind,
    Polarity,
    Presence,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    StatusValue,
    Verdict,
    are_of_one_occasion,
    ask_presence,
    compare_statuses,
    content_lemmas,
    fold_name,
    group_key,
    group_of,
    is_kind,
    is_person_noun,
    is_told,
    list_named,
    list_turnouts,
    load_words,
    looks_on,
    make_claim,
    marks_of,
    name_meant,
    occasions_in,
    place_subject,
    presence_words,
    read_delegations,
    read_presences,
    read_statuses,
    relation_named,
    tell_of_one_matter,
    tokens_in,
    when_marks,
    yield_to,
)

WORDS = Path(__file__).with_suffix(".toml")
FAMILIES = frozenset({"attendance"})
NAMED, OFFICE, KEYLESS = "attendance by name", "attendance by office", "no more than a name"
TITLES = frozenset("mr mrs ms dr sir dame lord lady cr prof president minister judge justice councillor".split())
OWNERS = frozenset("his her their its my our".split())
EVERYONE, NATION, BODY, WHOLE = "everyone", "nation", "body", "whole group"


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every person, body or whole group that a clause places at the occasion or away from it."""
    words = load_words(WORDS)
    told = {r.clause.index: r.value for r in read_statuses(document, FAMILIES)}
    places = {c.index: place_subject(document, c, told.get(c.index), words) for c in document.clauses if is_told(c)}
    sure = [*read_presences(document)]
    turnouts = yield_to(list_turnouts(document), sure, places)
    presences = [*list_named(turnouts), *sure]
    away = {p.clause.index for p in presences if p.clause is not None and not p.there}
    for delegation in read_delegations(document, turnouts):
        yield _state_delegation(document, delegation)
    stated: set[tuple[int, str | None]] = set()
    for clause in document.clauses:
        if clause.index not in places or clause.index in away:
            continue
        concept = places[clause.index]
        groups = [(a, g) for a in _subjects(document, clause) if (g := group_of(document, clause, a))]
        if (
            concept is None
            and groups
            and clause.predicate == "be"
            and {w for a in clause.arguments for w in a.lemmas} & {*words["venues"]}
        ):
            concept = ABSENT if clause.polarity is Polarity.NEGATIVE or not groups[0][1].every else PRESENT
        if concept is None:
            continue
        for argument, group in groups:
            yield from _state_group(document, clause, argument, group, concept)
        if groups:
            continue
        crowd = next((key for a in _subjects(document, clause) if (key := group_key(a))), None)
        if crowd is not None:
            yield _claim(document, clause, concept, clause.predicate_span, "attendance", crowd, "were they there?", [])
        for mention, argument in _participants(document, clause, bodies=clause.index in told):
            stated.add((clause.index, mention.entity))
            claim = _state(document, clause, mention, concept)
            yield claim
            entity = document.entities.get(mention.entity or "")
            if entity is not None and entity.kind is MentionKind.PERSON:
                yield from _by_name(claim, entity.name)
            elif mention.kind is MentionKind.ROLE:
                yield from _by_name(
                    replace(claim, entities=frozenset()),
                    name_meant(document, document.sentences[clause.sentence], mention),
                )
            yield from _state_membership(document, clause, mention, argument, concept)
    for presence in presences:
        if presence.clause is None or not {(presence.clause.index, key) for key in presence.keys} & stated:
            claim = _state_presence(document, presence)
            if claim.entities:
                yield claim
            yield from _by_office(document, claim)
            yield from _by_name(claim, presence.name)


def _state_delegation(document: Document, told: Delegation) -> Claim:
    """People of a body or of a kind there, or nobody of them."""
    marks = {*told.nouns, *({WHOLE} if told.whole else ())}
    return make_claim(
        document,
        "attendance",
        asks=f"was anybody of {told.body} there?" if told.body else "were they there?",
        slot=BODY if told.body else EVERYONE,
        value=_value(told.span, document, PRESENT if told.there else ABSENT),
        focus=told.span,
        clause=told.clause,
        heads=content_lemmas(document, tokens_in(document, told.sentence.span)),
        concepts=("attendance",),
        entities=(told.body or EVERYONE,),
        scope=marks,
        reportable=False,
    )


def _state_presence(document: Document, presence: Presence) -> Claim:
    """Somebody there or away by what they did, by where they were, or by a row of the minutes."""
    concept = PRESENT if presence.there else ABSENT
    name = presence.name or "they"
    marks = {*presence.marks, *({VISIT} if presence.visit else ())}
    area = presence.clause.span if presence.clause is not None else presence.sentence.span
    words = content_lemmas(document, tokens_in(document, area))
    return make_claim(
        document,
        "attendance",
        asks=f"was {name} there?",
        slot="attendance",
        value=_value(presence.span, document, concept),
        focus=presence.span,
        clause=presence.clause,
        heads=words,
        concepts=("attendance",),
        entities=presence.keys,
        scope=marks,
        polarity=Polarity.POSITIVE,
        reportable=False,
        parts={
            **_name_parts(presence.name),
            "when": when_marks(document, presence.clause),
            "occasion": occasions_in(document, area),
        },
    )


def _by_name(claim: Claim, name: str) -> Iterator[Claim]:
    """A claim again, to be met by those that have but a part of a name: "Cr M. Stokell", "his wife, Valerie"."""
    words = [w for w in fold_name(name).split() if w not in TITLES]
    if not words:
        return
    keys = {f"name:{w}" for w in (words[0], words[-1]) if len(w) > 1}
    if claim.entities:
        for key in sorted(keys):
            yield replace(claim, slot=NAMED, entities=frozenset({key}), reportable=False)
    else:
        yield replace(claim, slot=NAMED, entities=frozenset(sorted(keys)[-1:]), scope=claim.scope | {KEYLESS})


def _by_office(document: Document, claim: Claim) -> Iterator[Claim]:
    """A claim again by what somebody is, to be met by those that give no name: "the mayor", "his widow"."""
    nouns = {key.removeprefix("office:"): True for key in claim.entities if key.startswith("office:")}
    for key in claim.entities:
        entity = document.entities.get(key)
        for role in entity.roles if entity is not None else ():
            nouns.setdefault(role.split(" of ")[0].split()[-1], False)
    for noun, unnamed in nouns.items():
        scope = claim.scope | ({KEYLESS} if unnamed else set())
        yield replace(claim, slot=OFFICE, entities=frozenset({f"office:{noun}"}), scope=scope)


def _name_parts(name: str) -> dict[str, list[str]]:
    words = [w for w in fold_name(name).split() if w not in TITLES]
    return {"given": words[:-1], "surname": words[-1:]} if len(words) > 1 else {}


def _participants(document: Document, clause: Clause, *, bodies: bool) -> Iterator[tuple[Mention, Argument]]:
    """The people of the clause: those its subject names, or its object in the passive ("were seated A and B").

    Governments and other ``bodies`` attend too, but they do not sit, watch or wave.
    """
    kinds = [MentionKind.PERSON, MentionKind.ROLE]
    if bodies:
        kinds += [MentionKind.ORGANISATION, MentionKind.PLACE]
    seen: set[str] = set()
    for argument in _subjects(document, clause):
        if relation_named(document, argument) is not None:
            continue
        for mention in document.mentions_in(argument.span, *kinds):
            if mention.text.lower() in OWNERS and mention.span.end < argument.span.end:
                continue  # "his counterpart", "his seat"
            if mention.entity is not None and mention.entity not in seen:
                seen.add(mention.entity)
                yield mention, argument


def _subjects(document: Document, clause: Clause) -> list[Argument]:
    """The arguments that say who was there: the subjects, and the object where no subject names anybody."""
    agents = [a for a in clause.arguments if a.role is Role.AGENT]
    named = any(document.mentions_in(a.span, MentionKind.PERSON, MentionKind.ROLE) for a in agents)
    patients = [a for a in clause.arguments if a.role is Role.PATIENT]
    if document.tokens[clause.head].tag in ("VB", "VBG") and "be" not in clause.auxiliaries:
        return agents  # "to attend the university": where somebody goes, and not who
    inverted = not agents or (
        not named and all(a.head > clause.head for a in patients) and not _are_people(document, agents)
    )
    return agents + (patients if inverted else [])


def _are_people(document: Document, agents: list[Argument]) -> bool:
    return any(document.tokens[a.head].tag == "PRP" or is_person_noun(a.lemma) or a.entity for a in agents)


def _state_group(document: Document, clause: Clause, argument: Argument, group: Group, concept: str) -> Iterator[Claim]:
    """All of a group there, or nobody of it; of a country where the group is its people."""
    if group.every != (concept == PRESENT):
        return
    slot, key = (NATION, f"country:{group.country.lower()}") if group.country else (EVERYONE, EVERYONE)
    focus = Span(
        min(argument.span.start, clause.predicate_span.start), max(argument.span.end, clause.predicate_span.end)
    )
    yield _claim(document, clause, concept, focus, slot, key, f"were {argument.text} there?", [WHOLE, group.noun])


def _state_membership(
    document: Document, clause: Clause, mention: Mention, argument: Argument, concept: str
) -> Iterator[Claim]:
    """A person as one of a group, or of a country, for setting against what is said of the whole."""
    entity = document.entities.get(mention.entity or "")
    if entity is None or entity.kind is not MentionKind.PERSON:
        return
    if entity.country and concept == PRESENT:
        key = f"country:{entity.country.lower()}"
        yield _claim(document, clause, concept, argument.span, NATION, key, f"was {entity.name} there?", [])
    words = {w for role in entity.roles for w in role.split()}
    words |= {t.lemma.lower() for t in tokens_in(document, argument.span)}
    yield _claim(
        document, clause, concept, clause.predicate_span, EVERYONE, EVERYONE, f"was {entity.name} there?", words
    )


def _state(document: Document, clause: Clause, mention: Mention, concept: str) -> Claim:
    entity = document.entities.get(mention.entity or "")
    asks = f"was {entity.name if entity is not None else mention.text} there?"
    claim = _claim(document, clause, concept, clause.predicate_span, "attendance", mention.entity, asks, [])
    name = entity.name if entity is not None and entity.kind is MentionKind.PERSON else ""
    visit = {VISIT} if clause.predicate.partition(" ")[0] in presence_words()["visiting"] else set[str]()
    return replace(
        claim,
        reportable=True,
        weight=0.5 if mention.kind is MentionKind.PERSON else 0.3,
        scope=claim.scope | visit | marks_of(document, clause) | _heard(clause),
        parts=tuple(
            (part, frozenset(words))
            for part, words in {
                **_name_parts(name),
                "when": when_marks(document, clause),
                "occasion": occasions_in(document, clause.span),
            }.items()
            if words
        ),
    )


def _heard(clause: Clause) -> set[str]:
    return {VOICE} if clause.predicate in load_words(WORDS)["heard"] else set()


def _claim(
    document: Document,
    clause: Clause,
    concept: str,
    focus: Span,
    slot: str,
    key: str | None,
    asks: str,
    marks: Iterable[str],
) -> Claim:
    return make_claim(
        document,
        "attendance",
        asks=asks,
        slot=slot,
        value=_value(clause.predicate_span, document, concept),
        focus=focus,
        clause=clause,
        heads=content_lemmas(document, tokens_in(document, clause.span)),
        concepts=("attendance",),
        entities=(key,) if key else (),
        scope=marks,
        reportable=False,
    )


def _value(span: Span, document: Document, concept: str) -> StatusValue:
    other = ABSENT if concept == PRESENT else PRESENT
    return StatusValue(span.of(document.text), "attendance", concept, frozenset({other}))


def compare(one: Claim, other: Claim) -> Verdict:
    """There beside absent; a single person beside a group only where he is one of it."""
    assert isinstance(one.value, StatusValue)
    assert isinstance(other.value, StatusValue)
    if one.slot in (NAMED, OFFICE) and KEYLESS not in one.scope | other.scope:
        return Verdict(Relation.NOT_COMPARABLE, "known as two people, or as one")
    if one.slot in ("attendance", NAMED, OFFICE) and not are_of_one_occasion(one, other):
        return Verdict(Relation.NOT_COMPARABLE, "another person, another time or another part of it")
    there, away = (one, other) if one.value.concept == PRESENT else (other, one)
    missed = away.part("occasion") - {"visit", "tour"}
    if SLIGHT in there.scope and missed and not there.part("occasion") & missed:
        return Verdict(Relation.NOT_COMPARABLE, "what was missed need not be where the other deed was done")
    if LOOSE in away.scope and not {"brief"} <= away.scope and not tell_of_one_matter(one, other):
        return Verdict(Relation.NOT_COMPARABLE, "nothing says that it was there that somebody was missed")
    if ANYWHERE in there.scope and not tell_of_one_matter(one, other):
        return Verdict(Relation.NOT_COMPARABLE, "nothing says that the deed was done there")
    if IDLE in away.scope and looks_on(there):
        return Verdict(Relation.NOT_COMPARABLE, "who does not play may look on")
    if {VOICE, REMOTE} <= one.scope ^ other.scope:
        return Verdict(Relation.NOT_COMPARABLE, "what was heard there can have come from afar")
    if one.slot in (EVERYONE, BODY):
        whole, single = (one, other) if WHOLE in one.scope else (other, one)
        bodies = frozenset(load_words(WORDS)["bodies"])
        member = one.slot == BODY or is_kind(whole.scope - {WHOLE}, single.scope, bodies)
        if WHOLE not in whole.scope or WHOLE in single.scope or not member:
            return Verdict(Relation.NOT_COMPARABLE, "not one of those")
    return compare_statuses(one.value, other.value)


RULE = Rule(
    id="attendance",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.15, concepts=0.0, entities=0.7, topic=0.15, threshold=0.6, agreeing=0.5, needs=("entities",)
    ),
    stake=4,
    ask=ask_presence,
)
