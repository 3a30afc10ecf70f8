"""Who announced it.

## What it finds

Clauses in which a person, a government or a body announces, unveils or breaks the news of something ("it was X who
broke the news", "the announcement from X", "news of it first came from X"), orders it ("on the orders of X", "the order
came from X") or does it unasked ("on its own initiative"), or brings the news to the families. The same act by two
different people is a contradiction, and so is one by two bodies where an article leaves no room for the other ("it was
the ministry that", "first", "not by the police", an order); by a person in one article and a body that is not his in
the other it is framing. Where one article has only somebody saying that a thing will begin, that is framing too.

## Why it matters

Who speaks first owns the news; accounts of one side like to give it to their own.

## Example

> **Harbour Post:** President Olin announced the outcome of the summit.
>
> **Coast Wire:** It was Prime Minister Tarek Aziz who announced the outcome of the summit.

## Limits

Joint announcements and announcements of different things are not set against each other; a spokesperson and the body
that he speaks for are one announcer, and so are a body and its head.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from checker.vocabulary import (
    Argument,
    Claim,
    Clause,
    Document,
    EntityValue,
    Linking,
    Mention,
    MentionKind,
    Modality,
    NewsGiver,
    Polarity,
    QuoteType,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    Tense,
    Tiding,
    ValueType,
    Verdict,
    are_two,
    are_two_givers,
    compare_entities,
    concepts,
    concepts_of,
    content_lemmas,
    is_group_noun,
    load_offices,
    load_words,
    make_claim,
    read_newsgivers,
    read_tidings,
    sorts_of,
    surroundings,
    tokens_in,
)

WORDS = Path(__file__).with_suffix(".toml")
BODIES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.ROLE)
ANNOUNCER, EXPLICIT, ALONE, OWN, SAID, VOICE = "announcer", "announced", "alone", "own accord", "said", "voice"
ALARM, FIRSTLY, RAISED = "alarm", "before others", "raised it"
KIND, HOLDS, NEWS, NAMED, GIVER = "kind: ", "holds: ", "news", "by name", "giver of the news"
SMALL = frozenset("of the and for de la his her its their".split())
OWNERS = frozenset({"his", "her", "its", "their", "our", "my"})
SHARED = 3
"""Nouns and figures that what two articles tell of their news has in common, at least."""

NEAR = 80
"""Characters from announcer to verb that are cited as one."""

ASKS = {"announcer": "who announced it?", "orderer": "who ordered it?", "teller": "who told the families?"} | {
    ALARM: "who raised the alarm?"
}


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every announcement, order and message to the families whose giver is named."""
    words = load_words(WORDS)
    for tiding in read_tidings(document, words):
        yield from _state(document, tiding, words)
    for tiding in _said(document, words):
        yield from _state(document, tiding, words)
    for giver in read_newsgivers(document):
        yield _state_giver(document, giver, words)


def _state_giver(document: Document, giver: NewsGiver, words: dict[str, Any]) -> Claim:
    """Who gave the news of the article, whatever that is."""
    text = giver.span.of(document.text)
    kind = ValueType.PERSON if giver.person else ValueType.ORGANISATION
    value = EntityValue(kind, text, giver.key or "", giver.name or text)
    marks = {f"{KIND}{found}" for found in _kinds({*giver.words}, value, words)}
    marks |= {f"{HOLDS}{word}" for word in _fields(giver.words)} | ({ALONE} if giver.alone else set())
    if giver.words & {*words["voices"]} - {"lawyer", "attorney"}:
        marks.add(VOICE)
    if giver.name:
        marks.add(NAMED)
    return make_claim(
        document,
        "announced_by",
        asks="who gave the news?",
        slot=GIVER,
        value=value,
        focus=giver.cited,
        heads=[NEWS],
        concepts=[NEWS],
        entities=[giver.key] if giver.key else [],
        scope=marks,
        reportable=False,
        parts={"words": giver.words, "about": giver.about},
    )


def _said(document: Document, words: dict[str, Any]) -> Iterator[Tiding]:
    """Somebody who says that a new thing will begin, where nobody "announces" it."""
    told: dict[int, list[Clause]] = {}
    for clause in document.clauses:
        if clause.governor is not None and clause.relation == "complement":
            told.setdefault(clause.governor, []).append(clause)
    for clause in document.clauses:
        content, agent = told.get(clause.index, []), clause.argument(Role.AGENT)
        stated = clause.polarity is not Polarity.NEGATIVE and clause.modality is Modality.CERTAIN
        if not stated or clause.conditional or clause.predicate not in words["said"] or agent is None:
            continue
        if any(c.tense is Tense.FUTURE and any(x.family in words["news"] for x in concepts_of(c)) for c in content):
            said = _quoted(document, clause)
            said = said or frozenset(w for c in content for w in content_lemmas(document, tokens_in(document, c.span)))
            if said:
                yield Tiding(ANNOUNCER, clause, agent, said, frozenset({SAID}))


def _quoted(document: Document, clause: Clause) -> frozenset[str]:
    """The content words of reported speech that the clause's verb introduces."""
    for quote in document.quotes:
        if quote.type is QuoteType.INDIRECT and quote.cue is not None and quote.cue.overlaps(clause.predicate_span):
            return content_lemmas(document, tokens_in(document, quote.content))
    return frozenset()


def _state(document: Document, found: Tiding, words: dict[str, Any]) -> Iterator[Claim]:
    giver = found.giver
    value, named = _name(document, giver, words)
    if value is not None and value.name.casefold() in {credit.casefold() for credit in document.credits}:
        return  # whoever an article is from announces nothing in it
    if document.text[named.end : named.end + 2].strip() == "/":
        return  # the credit of a picture
    around = {t.lemma.lower() for t in tokens_in(document, giver.span)} | {*found.clause.adverbs}
    if value is None or around & set(words["together"]) or len(_people(document, giver)) > 1:
        return
    entity = document.entities.get(value.key)
    held = {w for role in (entity.roles if entity is not None else ()) for w in role.split()}
    said = {t.lemma.lower() for t in tokens_in(document, giver.span)}
    marks = {*found.marks, *(f"{KIND}{kind}" for kind in _kinds(said | held, value, words))}
    marks |= {f"{HOLDS}{word}" for word in _fields(held | said if value.type is ValueType.PERSON else set())}
    if (held | said) & set(words["voices"]):
        marks.add(VOICE)
    predicate = found.clause.predicate_span
    focus = Span(min(giver.span.start, predicate.start), max(giver.span.end, predicate.end))
    if focus.end - focus.start > NEAR:
        focus = Span(min(named.start, predicate.start), max(named.end, predicate.end))
    explicit = EXPLICIT in found.marks
    yield make_claim(
        document,
        "announced_by",
        asks=ASKS[found.act],
        slot=found.act,
        value=value,
        focus=focus if focus.end - focus.start <= 2 * NEAR else named,
        clause=found.clause,
        heads=found.matter,
        concepts={c.family for c in concepts(sorted(found.matter))} or ({NEWS} & found.matter),
        entities=(value.key,) if value.key else (),
        topic=surroundings(document, focus, found.clause) | found.matter,
        scope=marks,
        weight=0.55 if explicit else 0.2,
        reportable=explicit and found.act == ANNOUNCER,
    )


def _people(document: Document, argument: Argument) -> set[str]:
    return {m.entity for m in document.mentions_in(argument.span, MentionKind.PERSON) if m.entity}


def _name(document: Document, argument: Argument, words: dict[str, Any]) -> tuple[EntityValue | None, Span]:
    """Whom an argument names: somebody or something by name, or a body by what it is ("the energy ministry")."""
    named = _named(document, argument)
    body = _body(document, argument, words)
    if named is not None and named.entity is not None:
        entity = document.entities[named.entity]
        if entity.kind is MentionKind.ROLE:
            return EntityValue(ValueType.PERSON, named.text, entity.key, entity.name), named.span
        if entity.kind is not MentionKind.PLACE or body is None:
            return EntityValue.of(entity, named.text), named.span
    return (body, argument.span) if body is not None else (None, argument.span)


def _body(document: Document, argument: Argument, words: dict[str, Any]) -> EntityValue | None:
    """A body without a name of its own, and a name that no list knows ("FC Harlow")."""
    head = document.tokens[argument.head]
    kinds: Mapping[str, Sequence[str]] = words["bodies"]
    known = any(argument.lemma in nouns for nouns in kinds.values()) or is_group_noun(argument.lemma)
    if not known and not head.tag.startswith("NNP"):
        return None
    tokens = [t for t in tokens_in(document, argument.span) if t.tag not in ("DT", "PRP$", "IN", ",", "RB")]
    if not tokens or (head.tag in ("PRP", "NNS", "NNPS") and not known):
        return None
    name = " ".join(t.text for t in tokens)
    return EntityValue(ValueType.ORGANISATION, argument.text, "", name)


def _kinds(said: set[str], value: EntityValue, words: dict[str, Any]) -> Iterator[str]:
    """The kinds of bodies that the words name, or that an office in them acts for."""
    table: Mapping[str, Sequence[str]] = words["bodies"] if value.type is not ValueType.PERSON else words["heads"]
    text = f" {value.name or value.text} ".lower()
    for kind, nouns in table.items():
        if said & set(nouns) or any(f" {noun} " in text for noun in nouns):
            yield kind


def _named(document: Document, argument: Argument) -> Mention | None:
    """Whom an argument names: its head, or else the last body inside it ("the announcement from X")."""
    inside = [m for m in document.mentions_in(argument.span, *BODIES) if m.entity in document.entities]
    inside = [m for m in inside if not _owns(document, m, argument)]
    denied = argument.text.lower().find(", not ")
    if denied >= 0:
        inside = [m for m in inside if m.span.start < argument.span.start + denied]
    inside.sort(key=lambda m: (m.kind is MentionKind.ROLE, m.span))
    held = next((m for m in inside if m.entity == argument.entity), None)
    return held or (inside[-1] if inside else None)


def _owns(document: Document, mention: Mention, argument: Argument) -> bool:
    """Whether a mention is of whose family, firm or chief it is: "his family", "Ada Reed's record company"."""
    if mention.span.contains(document.tokens[argument.head].span):
        return False
    behind = document.text[mention.span.end : mention.span.end + 2]
    return mention.text.lower() in OWNERS or (
        behind in ("'s", "’s", "' ", "’ ") and mention.span.end < argument.span.end
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two givers differ; whether it is more than framing depends on who they are and how it is said."""
    assert isinstance(one.value, EntityValue)
    assert isinstance(other.value, EntityValue)
    both = f"“{one.value.text}” beside “{other.value.text}”"
    if one.entities & other.entities:
        return Verdict(Relation.AGREE, f"the same: {both}")
    if one.slot == GIVER:
        return _compare_givers(one, other, both)
    verdict = compare_entities(one.value, other.value)
    if verdict.relation not in (Relation.CONTRADICT, Relation.NOT_COMPARABLE):
        return verdict
    marks = one.scope | other.scope
    if VOICE in marks or EXPLICIT not in marks:
        return Verdict(Relation.NOT_COMPARABLE, f"one may speak for the other: {both}")
    if one.value.country and one.value.country == other.value.country:
        return Verdict(Relation.NOT_COMPARABLE, f"one may speak for the other: {both}")
    people = one.value.type is other.value.type is ValueType.PERSON
    sure = ALONE in marks or one.slot not in (ANNOUNCER, ALARM)
    if one.slot == ALARM and not _raise_one_alarm(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"several may call for help: {both}")
    if all(mark & {FIRSTLY} for mark in (one.scope, other.scope)) and not _kinds_of(one) & _kinds_of(other):
        named = set(one.value.normalized.split()) & {m.removeprefix(HOLDS) for m in other.scope}
        named |= set(other.value.normalized.split()) & {m.removeprefix(HOLDS) for m in one.scope}
        if not named - SMALL:
            return Verdict(Relation.CONTRADICT, f"each is said to have been before the others: {both}")
    if people and any(key.startswith("role:") for key in one.entities | other.entities):
        if sure and are_two(sorts_of(one.value.name), sorts_of(other.value.name)):
            return Verdict(Relation.CONTRADICT, f"two offices: {both}")
        return Verdict(Relation.NOT_COMPARABLE, f"an office without a name: {both}")
    if people and SAID not in marks:
        return Verdict(Relation.CONTRADICT, verdict.reason)
    left, right = _kinds_of(one), _kinds_of(other)
    bodies = ValueType.PERSON not in (one.value.type, other.value.type)
    if bodies and _may_be_within(one.value, other.value, left, right):
        return Verdict(Relation.NOT_COMPARABLE, f"one may act for the other: {both}")
    apart = bool(left and right and not left & right) or one.slot == ALARM
    if sure and SAID not in marks and (apart or (OWN in marks and not left & right)):
        return Verdict(Relation.CONTRADICT, f"the one leaves no room for the other: {both}")
    if ALONE in one.scope & other.scope and not bodies and SAID not in marks and _is_head_of_state_only(one, other):
        return Verdict(Relation.CONTRADICT, f"each leaves no room for the other: {both}")
    if bodies:
        if ALONE in marks and _named_both(one.value, other.value) and verdict.relation is Relation.CONTRADICT:
            return Verdict(Relation.CONTRADICT, f"the one leaves no room for the other: {both}")
        return Verdict(Relation.NOT_COMPARABLE, f"two bodies may do the same: {both}")
    if (left & right and not _of_other_field(one, other)) or one.slot != ANNOUNCER:
        return Verdict(Relation.NOT_COMPARABLE, f"one may act for the other: {both}")
    if people or not (one.entities and other.entities):
        return Verdict(Relation.NOT_COMPARABLE, f"nothing tells that the two are not one: {both}")
    return Verdict(Relation.FRAMING, f"{both}: each gives the news to another")


def _compare_givers(one: Claim, other: Claim, both: str) -> Verdict:
    """Two who gave the news, one of them so that there is no room for the other, contradict each other."""
    marks = one.scope | other.scope
    assert isinstance(one.value, EntityValue)
    assert isinstance(other.value, EntityValue)
    left, right = one.part("words"), other.part("words")
    if len(one.part("about") & other.part("about")) < SHARED:
        return Verdict(Relation.NOT_COMPARABLE, f"other news: {both}")
    if NAMED in one.scope & other.scope:
        left, right = frozenset(one.value.normalized.split()), frozenset(other.value.normalized.split())
    if VOICE in marks or ALONE not in marks or not are_two_givers(left, right):
        return Verdict(Relation.NOT_COMPARABLE, f"one may speak for the other: {both}")
    people = [claim.value.type is ValueType.PERSON for claim in (one, other)]
    named = [NAMED in claim.scope for claim in (one, other)]
    office = all(_kinds_of(claim) for claim in (one, other) if NAMED in claim.scope) and any(named)
    if all(people) and not all(named) and not office:
        return Verdict(Relation.NOT_COMPARABLE, f"nothing tells that the two are not one: {both}")
    if not any(people) and _may_be_within(one.value, other.value, _kinds_of(one), _kinds_of(other)):
        return Verdict(Relation.NOT_COMPARABLE, f"one may act for the other: {both}")
    if any(people) and not all(people) and _kinds_of(one) & _kinds_of(other) and not _of_other_field(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"one may act for the other: {both}")
    return Verdict(Relation.CONTRADICT, f"the one leaves no room for the other: {both}")


def _raise_one_alarm(one: Claim, other: Claim) -> bool:
    """Whether both tell of the alarm: each that nobody else raised it, or one so and the other that it was raised."""
    marks = one.scope, other.scope
    if not any(ALONE in mark for mark in marks) or not all(mark & {ALONE, RAISED} for mark in marks):
        return False
    return all(ALONE in mark for mark in marks) or one.value.type is other.value.type is ValueType.PERSON


def _is_head_of_state_only(one: Claim, other: Claim) -> bool:
    """Whether a person is a plain president and the body beside him none that a president of a state acts for."""
    body, person = (one, other) if one.value.type is not ValueType.PERSON else (other, one)
    held = {mark.removeprefix(HOLDS) for mark in person.scope if mark.startswith(HOLDS)}
    public = {f"{KIND}{kind}" for kind in load_words(WORDS)["acting"]["public"]}
    kinds, named = _kinds_of(body), set(body.value.normalized.split())
    return "president" in held and bool(kinds) and not kinds & public and not held & (named | FIRM_WORDS)


FIRM_WORDS = frozenset(
    {"chief", "executive", "founder", "chair", "chairman", "ceo", "director", "owner", "club", "union"}
)
"""Words beside "president" by which it is an office of a firm or a club."""


def _kinds_of(claim: Claim) -> set[str]:
    return {mark for mark in claim.scope if mark.startswith(KIND)}


def _fields(words: Iterable[str]) -> set[str]:
    """The words, those for a field of government under its one name ("treasury": finance)."""
    return {load_offices().portfolios.get(word, word) for word in words}


def _of_other_field(one: Claim, other: Claim) -> bool:
    """Whether a body has a field of its own that the office of the person beside it lacks."""
    body, person = (one, other) if one.value.type is not ValueType.PERSON else (other, one)
    nouns = {noun for listed in load_words(WORDS)["bodies"].values() for noun in listed}
    named = set(body.value.normalized.split()) - SMALL - nouns
    held = {mark.removeprefix(HOLDS) for mark in person.scope if mark.startswith(HOLDS)}
    return bool(named and held) and not _fields(named) & held


def _may_be_within(one: EntityValue, other: EntityValue, left: set[str], right: set[str]) -> bool:
    """Whether a body can be part of the other: a word of their names is one, or it is an arm of a government."""
    if set(one.normalized.split()) & set(other.normalized.split()) - SMALL:
        return True
    public = {f"{KIND}{kind}" for kind in load_words(WORDS)["acting"]["public"]}
    return f"{KIND}state" in left | right and bool(left & public and right & public)


def _named_both(one: EntityValue, other: EntityValue) -> bool:
    """Whether both are told apart by a name or by more than a common noun."""
    return all(v.key or len(v.normalized.split()) > 1 or v.name[:1].isupper() for v in (one, other))


RULE = Rule(
    id="announced_by",
    version="3",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.4, concepts=0.2, entities=0.0, topic=0.4, threshold=0.45, breadth=0.05, agreeing=0.3, needs=("heads",)
    ),
    stake=5,
)
