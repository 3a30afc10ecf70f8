"""Names: who holds an office, who did it, who it was.

## What it finds

Who is or will be chief executive, president, mayor of something; who signed for a side; who won, drove, chaired or
designed a thing; whom the police named as the driver; who is the youngest, the winner, the suspect, the finder; what a
ship, a film or a storm is called. Two different people for one office of one organisation at one
time, or for one deed that one person does, are a contradiction.

## Why it matters

A wrong name harms somebody who was not there and spares somebody who was.

## Example

> **Harbour Post:** Ana Ruiz will serve as chief executive of the merged company.
>
> **Coast Wire:** Tom Bell keeps the chief executive's job.

## Limits

Titles without an organisation are not compared, nor are deeds that several people may do. Two people may sign one
document: they are set against each other only where both sign for one government.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from checker.vocabulary import (
    Argument,
    Claim,
    Clause,
    Document,
    EntityValue,
    Linking,
    MentionKind,
    Modality,
    Person,
    Polarity,
    Relation,
    Role,
    RoleValue,
    Rule,
    Severity,
    Span,
    Tense,
    Token,
    Unique,
    ValueType,
    Verdict,
    compare_entities,
    content_lemmas,
    is_person_noun,
    load_offices,
    load_words,
    make_claim,
    person_of,
    read_uniques,
    roles_of,
    tokens_in,
)

WORDS = Path(__file__).with_suffix(".toml")
HOLDER, SIGNER, DEED, IDENTITY, UNIQUE = "holder", "signer", "deed", "identity", "the"
AHEAD, NOW, GOVERNMENT, OTHER_SIDE = "ahead", "now", "government", "other side"
NEAR = 80
"""Characters of a claim's words at most: from the name to the office or the verb."""

LEAD = 12
"""Characters before a title in which "former" stands."""

NEXT = 40
"""Characters behind a title in which a name that it belongs to may end."""

FINITE = frozenset({"", "conjunct", "relative", "complement"})
"""How clauses hang together that state what happened, beside those that only mention it."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every holder of an office, signer, doer and identified person that a clause names."""
    seen: set[tuple[str, str, frozenset[str], frozenset[str]]] = set()
    for claim in _read(document, load_words(WORDS)):
        said = (claim.slot, claim.value.normalized, claim.heads, claim.scope)
        if said not in seen:  # a title and its apposition say one thing
            seen.add(said)
            yield claim


def _read(document: Document, words: dict[str, list[str]]) -> Iterator[Claim]:
    yield from _titles(document, words)
    for unique in read_uniques(document):
        yield _state_unique(document, unique)
    for clause in document.clauses:
        if clause.polarity is Polarity.NEGATIVE or clause.conditional or clause.modality is Modality.POSSIBLE:
            continue
        yield from _holders(document, clause, words)
        if clause.modality is Modality.CERTAIN and clause.tense is not Tense.FUTURE:
            yield from _signers(document, clause, words)
            yield from _doers(document, clause, words)
            yield from _identified(document, clause, words)


def _state_unique(document: Document, unique: Unique) -> Claim:
    """The name of what only one can be, or of a thing."""
    kind = ValueType.ORGANISATION if unique.thing else ValueType.PERSON
    focus = Span(min(unique.name.start, unique.words.start), max(unique.name.end, unique.words.end))
    return make_claim(
        document,
        "name",
        asks=f"what is the name of the {unique.question}?",
        slot=f"{UNIQUE} {unique.question}",
        value=EntityValue(kind, unique.name.of(document.text), unique.key or "", unique.text),
        focus=focus if focus.end - focus.start <= NEAR else unique.name,
        heads=(unique.question,) if unique.superlative else (unique.question, *unique.narrowed),
        entities=(unique.key,) if unique.key else (),
        scope=unique.narrowed,
        reportable=False,
    )


def _find_office(document: Document, argument: Argument, words: dict[str, list[str]]) -> tuple[str, Token] | None:
    """The office that an argument names (itself, or as "the chair's job"), and the last token of its words."""
    forms, longest = load_offices().forms, load_offices().longest
    tokens = [document.tokens[i] for i in argument.tokens]
    for start in range(len(tokens)):
        for size in range(min(longest, len(tokens) - start), 0, -1):
            office = forms.get(" ".join(t.text.lower() for t in tokens[start : start + size]))
            if office is not None:
                last = tokens[start + size - 1]
                heads = any(t.index == argument.head for t in tokens[start : start + size])
                return (office, last) if heads or argument.lemma in words["posts"] else None
    return None


def _owner(document: Document, argument: Argument, office: Token, words: dict[str, list[str]]) -> frozenset[str] | None:
    """Whose office it is: the words after "of"; nothing for "the company"; None where the words name several."""
    rest = [t for t in tokens_in(document, argument.span) if t.index > office.index]
    if not rest or rest[0].text.lower() not in ("of", "at", "for"):
        return frozenset()
    named = content_lemmas(document, rest)
    return frozenset() if named & set(words["organisations"]) else named


def _holders(document: Document, clause: Clause, words: dict[str, list[str]]) -> Iterator[Claim]:
    found = _find_holding(clause, words)
    if found is None or clause.relation == "apposition" or set(words["past"]) & _before(document, found[1].span):
        return
    holder, argument = found
    office = _find_office(document, argument, words)
    person = person_of(document, holder)
    if office is None or person is None or office[0] not in words["single"]:
        return
    owner = _owner(document, argument, office[1], words)
    if owner is None:
        return
    time = AHEAD if clause.tense is Tense.FUTURE or clause.predicate in words["ahead"] else NOW
    yield _state(document, clause, person, argument.span, HOLDER, [office[0], *owner], [time], f"who is {office[0]}?")


def _find_holding(clause: Clause, words: dict[str, list[str]]) -> tuple[Argument | None, Argument] | None:
    """The holder and the office of a clause that gives an office to somebody."""
    agent, patient = clause.argument(Role.AGENT), clause.argument(Role.PATIENT)
    as_office = next((a for a in clause.arguments if a.preposition == "as"), None)
    attribute = clause.argument(Role.ATTRIBUTE)
    if as_office is not None:
        if clause.predicate in words["choosing"]:
            return patient, as_office
        if clause.predicate in words["serving"]:
            return agent, as_office
    if attribute is not None and (clause.copula or clause.predicate in words["becoming"]) and not attribute.preposition:
        return agent, attribute
    if attribute is not None and clause.predicate in words["choosing"]:
        return patient, attribute
    if patient is not None and clause.predicate in words["keeping"]:
        return agent, patient
    return None


def _titles(document: Document, words: dict[str, list[str]]) -> Iterator[Claim]:
    """Offices given with their organisation: "Ana Ruiz, chief executive of Harbour Lines"."""
    for held in roles_of(document):
        role, entity = held.value, document.entities.get(held.entity)
        if not isinstance(role, RoleValue) or entity is None or len(entity.name.split()) < 2 or role.ranks:
            continue
        if role.office not in words["single"] or not role.owner or entity.kind is not MentionKind.PERSON:
            continue
        gap = document.text[min(held.name_span.end, held.span.end) : max(held.name_span.start, held.span.start)]
        if gap.strip(" ,'’s").lower() not in ("", "the", "a", "an") or set(words["past"]) & _before(
            document, held.span
        ):
            continue
        if held.name_span.end < held.span.start and document.mentions_in(
            Span(held.span.end, held.span.end + NEXT), MentionKind.PERSON
        ):
            continue  # "Ana Ruiz, Harbour Lines president Tom Bell": a list
        span = Span(min(held.span.start, held.name_span.start), max(held.span.end, held.name_span.end))
        person = Person(held.name_span, entity.key, entity.name)
        heads = [role.office, *role.owner.split()]
        yield _state(document, None, person, span, HOLDER, heads, [NOW], f"who is {role.office} of {role.owner}?")


def _before(document: Document, span: Span) -> set[str]:
    """The words of a title and the two before it, where "former" and "acting" stand."""
    lead = document.text[max(0, span.start - LEAD) : span.end]
    return {w.strip(",.-").lower() for w in lead.replace("-", " ").split()}


def _signers(document: Document, clause: Clause, words: dict[str, list[str]]) -> Iterator[Claim]:
    """Who signed, and for which side."""
    patient = clause.argument(Role.PATIENT)
    thing = patient
    if clause.predicate in words["putting"] and patient is not None and patient.lemma in words["signatures"]:
        thing = next((a for a in clause.arguments if a.preposition in ("on", "to", "under")), None)
    elif clause.predicate not in words["signing"] or clause.nominal:
        return
    if thing is not None and thing.lemma not in words["pacts"]:
        return
    agents = [a for a in clause.arguments if a.role is Role.AGENT]
    person = person_of(document, agents[0]) if agents else None
    if person is None:
        return
    side = _side(document, clause, agents[0], words)
    if side is not None:
        yield _state(document, clause, person, clause.predicate_span, SIGNER, ["sign"], [side], "who signed?")


def _side(document: Document, clause: Clause, agent: Argument, words: dict[str, list[str]]) -> str | None:
    """For whom somebody signs: as the clause says, or as an office of state implies; None where it is not known."""
    following = document.tokens[clause.head + 1 : clause.head + 14]
    rest = Span(agent.span.end, max(agent.span.end, clause.span.end))
    behind = [t for t in tokens_in(document, rest) if t.sentence == clause.sentence]
    near = [t.lemma.lower() for t in (behind if agent.span.start > clause.predicate_span.start else following)[:12]]
    for n, lemma in enumerate(near):
        if lemma in ("for", "behalf"):
            said = [w for w in near[n + 1 : n + 4] if w not in ("the", "of")]
            return GOVERNMENT if said and said[0] in words["government"] else OTHER_SIDE
    entity = document.entities.get(agent.entity or "")
    offices = {h.value.office for h in roles_of(document) if entity is not None and h.entity == entity.key}
    forms = load_offices().forms
    offices |= {forms.get(w, "") for w in (entity.roles if entity is not None else ())}
    return f"implied {GOVERNMENT}" if offices & set(words["state"]) else None


def _doers(document: Document, clause: Clause, words: dict[str, list[str]]) -> Iterator[Claim]:
    """Who did what one person does to one definite thing."""
    patient, agent = clause.argument(Role.PATIENT), clause.argument(Role.AGENT)
    finite = document.tokens[clause.head].tag in ("VBD", "VBN") and clause.relation in FINITE
    if clause.predicate not in words["deeds"] or patient is None or agent is None or clause.nominal or not finite:
        return
    first = document.tokens[patient.tokens[0]]
    proper = document.tokens[patient.head].tag == "NNP"
    if not proper and (first.text.lower() != "the" or document.tokens[patient.head].tag != "NN"):
        return
    person = person_of(document, agent)
    if person is not None:
        heads = [clause.predicate, *content_lemmas(document, tokens_in(document, patient.span))]
        span = Span(
            min(clause.predicate_span.start, patient.span.start), max(clause.predicate_span.end, patient.span.end)
        )
        asks = f"who {clause.predicate_span.of(document.text)} {patient.text}?"
        yield _state(document, clause, person, span, f"{DEED} {clause.predicate} {patient.lemma}", heads, [], asks)


def _identified(document: Document, clause: Clause, words: dict[str, list[str]]) -> Iterator[Claim]:
    """Whom somebody is named as: "police named the driver as Ana Ruiz"."""
    patient = clause.argument(Role.PATIENT)
    if clause.predicate not in words["identifying"] or patient is None or not is_person_noun(patient.lemma):
        return
    named = next((a for a in clause.arguments if a.preposition == "as" or a.role is Role.ATTRIBUTE), None)
    person = person_of(document, named)
    if named is None or person is None or document.tokens[patient.head].tag != "NN":
        return
    heads = content_lemmas(document, tokens_in(document, patient.span))
    yield _state(document, clause, person, named.span, IDENTITY, heads, [], f"who was {patient.text}?")


def _state(
    document: Document,
    clause: Clause | None,
    person: Person,
    words: Span,
    slot: str,
    heads: Iterable[str],
    marks: Iterable[str],
    asks: str,
) -> Claim:
    focus = Span(min(person.span.start, words.start), max(person.span.end, words.end))
    if focus.end - focus.start > NEAR:
        focus = words if words.end - words.start <= NEAR else person.span
    return make_claim(
        document,
        "name",
        asks=asks,
        slot=slot,
        value=EntityValue(ValueType.PERSON, person.name, person.key or "", person.name),
        focus=focus,
        clause=clause,
        heads=heads,
        entities=(person.key,) if person.key else (),
        scope=marks,
        weight=0.5,
        reportable=slot in (SIGNER, IDENTITY) or AHEAD in marks,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two names for one office at one time, or for one deed."""
    assert isinstance(one.value, EntityValue)
    assert isinstance(other.value, EntityValue)
    if one.slot == HOLDER and not _same_office(one, other):
        return Verdict(Relation.NOT_COMPARABLE, "another organisation or another time")
    if one.entities & other.entities:
        return Verdict(Relation.AGREE, f"both name {one.value.text}")
    verdict = compare_entities(one.value, other.value)
    if verdict.relation is not Relation.CONTRADICT:
        return verdict
    if one.slot.startswith(UNIQUE) and not _narrowed_alike(one.scope, other.scope):
        return Verdict(Relation.NOT_COMPARABLE, "it may be another one")
    if one.slot.startswith(DEED) and one.heads != other.heads:
        return Verdict(Relation.NOT_COMPARABLE, "it may be another thing")
    if one.slot == SIGNER and not _same_side(one.scope | other.scope):
        return Verdict(Relation.NOT_COMPARABLE, "they may have signed for two sides")
    return verdict


def _narrowed_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether what narrows two descriptions leaves one of them: one says no more than the other."""
    return one <= other or other <= one


def _same_office(one: Claim, other: Claim) -> bool:
    """Whether two claims speak of one office: of one organisation, or both of what comes after a change."""
    if one.scope != other.scope:
        return False
    if AHEAD in one.scope:
        return one.heads <= other.heads or other.heads <= one.heads
    return one.heads == other.heads and len(one.heads) > 1


def _same_side(sides: frozenset[str]) -> bool:
    return sides in (frozenset({GOVERNMENT}), frozenset({GOVERNMENT, f"implied {GOVERNMENT}"}))


RULE = Rule(
    id="name",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.6, concepts=0.0, entities=0.0, topic=0.4, threshold=0.55, agreeing=0.4, needs=("heads",)),
    stake=5,
)
