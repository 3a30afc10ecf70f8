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
    Argument,
    BlockKind,
    Claim,
    Clause,
    Document,
    Group,
    Linking,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Presence,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    StatusValue,
    Tense,
    ValueType,
    Verdict,
    compare_statuses,
    content_lemmas,
    fold_name,
    group_key,
    group_of,
    is_person_noun,
    load_words,
    make_claim,
    match_phrases,
    name_meant,
    predicate_words,
    presence_words,
    read_presences,
    read_statuses,
    relation_named,
    similarity,
    times_apart,
    tokens_in,
    when_marks,
)

WORDS = Path(__file__).with_suffix(".toml")
FAMILIES = frozenset({"attendance"})
PRESENT, ABSENT = "attendance.attend", "attendance.absent"
VISIT, NAMED, KEYLESS = "came to see it", "attendance by name", "no more than a name"
TITLES = frozenset("mr mrs ms dr sir dame lord lady cr prof president minister judge justice councillor".split())
OWNERS = frozenset("his her their its my our".split())
SAME_OFFICE = 0.75
"""Lexical similarity from which two nouns name one office: a judge, a justice."""
SHOWN = frozenset("see show picture film photograph project display capture".split())
"""Verbs by which somebody is seen, and does nothing himself."""
EVERYONE, NATION, WHOLE = "everyone", "nation", "whole group"


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every person, body or whole group that a clause places at the occasion or away from it."""
    words = load_words(WORDS)
    told = {r.clause.index: r.value for r in read_statuses(document, FAMILIES)}
    presences = list(read_presences(document))
    away = {p.clause.index for p in presences if p.clause is not None and not p.there}
    stated: set[tuple[int, str | None]] = set()
    for clause in document.clauses:
        if clause.tense is Tense.FUTURE or clause.modality is not Modality.CERTAIN or clause.conditional:
            continue
        if clause.index in away:
            continue
        concept = _place(document, clause, told.get(clause.index), words)
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
            yield from _by_name(claim, presence.name)


def _state_presence(document: Document, presence: Presence) -> Claim:
    """Somebody there or away by what they did, by where they were, or by a row of the minutes."""
    concept = PRESENT if presence.there else ABSENT
    name = presence.name or "they"
    marks = {VISIT} if presence.visit else set[str]()
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
        parts={**_name_parts(presence.name), "when": when_marks(document, presence.clause)},
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


def _name_parts(name: str) -> dict[str, list[str]]:
    words = [w for w in fold_name(name).split() if w not in TITLES]
    return {"given": words[:-1], "surname": words[-1:]} if len(words) > 1 else {}


def _place(document: Document, clause: Clause, told: StatusValue | None, words: dict[str, list[str]]) -> str | None:
    """Whether a clause says that its participants were there (or away); None when it says neither."""
    lemmas = predicate_words(clause)
    negative = clause.polarity is Polarity.NEGATIVE
    around = {w for a in clause.arguments for w in a.lemmas} | set(lemmas)
    away = bool(around & set(words["remote"])) or bool(around & set(words["elsewhere"]))
    if match_phrases((["not", *lemmas] if negative else lemmas), words["absent"]):
        return ABSENT
    if clause.predicate in SHOWN and clause.argument(Role.AGENT) is None:
        return None  # "is seen on a screen": what others see of somebody
    if told is not None:
        if told.denied:
            return ABSENT if told.concept == PRESENT else None
        return ABSENT if away and told.concept == PRESENT else told.concept
    if clause.copula:
        return _be_somewhere(clause, words)
    bodily = clause.predicate in words["presence"]
    strong = clause.predicate in words["strong"]
    if not (bodily or strong) or (
        bodily
        and not strong
        and clause.tense is Tense.PRESENT
        and document.sentences[clause.sentence].kind is not BlockKind.HEADLINE
    ):
        return None
    venue = bool(around & set(words["venues"])) or any(
        document.mentions_in(a.span, MentionKind.PLACE)
        for a in clause.arguments
        if a.role is not Role.AGENT and clause.predicate != "stay"
    )
    seen = clause.argument(Role.PATIENT)
    if not venue and not (strong and not negative and seen is not None and seen.text.lower().startswith("the ")):
        return None
    if away:
        return ABSENT
    if negative:
        return ABSENT if strong else None
    return PRESENT


def _be_somewhere(clause: Clause, words: dict[str, list[str]]) -> str | None:
    """Presence told with "be": in the hall, not in the hall, abroad, on a visit to another town."""
    where = clause.argument(Role.ATTRIBUTE)
    negative = clause.polarity is Polarity.NEGATIVE
    lemmas = {clause.predicate, *(where.lemmas if where is not None else ())}
    if lemmas & set(words["gone"]):
        return None if negative else ABSENT
    if where is None or where.preposition not in words["locative"]:
        return None
    if where.lemma in words["errands"]:
        return None if negative else ABSENT
    if where.lemma not in words["venues"]:
        return None
    return ABSENT if negative else PRESENT


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
    visit = {VISIT} if clause.predicate.split()[0] in presence_words()["visiting"] else set[str]()
    return replace(
        claim,
        reportable=True,
        weight=0.5 if mention.kind is MentionKind.PERSON else 0.3,
        scope=claim.scope | visit,
        parts=tuple(
            (part, frozenset(words))
            for part, words in {**_name_parts(name), "when": when_marks(document, clause)}.items()
            if words
        ),
    )


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
    if one.slot == NAMED and KEYLESS not in one.scope | other.scope:
        return Verdict(Relation.NOT_COMPARABLE, "known as two people, or as one")
    if one.slot in ("attendance", NAMED) and not _is_one_occasion(one, other):
        return Verdict(Relation.NOT_COMPARABLE, "another person, another time or another part of it")
    if one.slot == EVERYONE:
        whole, single = (one, other) if WHOLE in one.scope else (other, one)
        if WHOLE not in whole.scope or WHOLE in single.scope or not _is_member(whole.scope - {WHOLE}, single.scope):
            return Verdict(Relation.NOT_COMPARABLE, "not one of those")
    return compare_statuses(one.value, other.value)


def _is_one_occasion(one: Claim, other: Claim) -> bool:
    """Whether two claims can be of one person at one occasion."""
    mine, theirs = one.part("given"), other.part("given")
    if mine and theirs and not any(a[0] == b[0] and (a == b or 1 in (len(a), len(b))) for a in mine for b in theirs):
        return False
    names, others = one.part("surname"), other.part("surname")
    if (names and others and not names & others) or times_apart(one, other):
        return False
    parts = presence_words()["parts"]
    if (one.heads & parts) != (other.heads & parts) and one.heads & parts and other.heads | parts:
        return bool(one.heads & other.heads & parts) or not (one.heads & parts and other.heads & parts)
    # Abroad when it happened, and on a visit to the scene later: both can be so.
    later = [(one, other), (other, one)]
    later = [(a, b) for a, b in later if any(value.type is ValueType.DATE for value in b.when)]
    return not any("then" in a.part("when") and VISIT in b.scope and not a.when for a, b in later)


def _is_member(nouns: frozenset[str], words: frozenset[str]) -> bool:
    """Whether somebody of whom words are told belongs to those that nouns name: a justice to the judges."""
    if nouns & words or ("member" in nouns and words & set(load_words(WORDS)["bodies"])):
        return True
    return any(similarity(noun, word) >= SAME_OFFICE for noun in nouns for word in words)


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
)
