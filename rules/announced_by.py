"""Who announced it.

## What it finds

Clauses in which a person, a government or a body announces, unveils or breaks the news of something, and an
"announcement from" a body. The same announcement by two different announcers is a contradiction. Where one article has
only somebody saying that a thing will begin, the difference is framing.

## Why it matters

Who speaks first owns the news; accounts of one side like to give it to their own.

## Example

> **Harbour Post:** President Olin announced the outcome of the summit.
>
> **Coast Wire:** It was Prime Minister Tarek Aziz who announced the outcome of the summit.

## Limits

Joint announcements and announcements of different things are not set against each other; a spokesperson and the body
that he speaks for are one announcer.
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
    Mention,
    MentionKind,
    Polarity,
    Relation,
    Role,
    Rule,
    Severity,
    Tense,
    Verdict,
    compare_entities,
    concepts_of,
    load_words,
    make_claim,
)

WORDS = Path(__file__).with_suffix(".toml")
ANNOUNCE = "publicity.announce"
BODIES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
EXPLICIT, SAID = "announced", "said"
MATTER = 6
"""Words of what is announced that are kept."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every announcement whose announcer is named."""
    words = load_words(WORDS)
    told: dict[int, list[Clause]] = {}
    for clause in document.clauses:
        if clause.governor is not None and clause.relation == "complement":
            told.setdefault(clause.governor, []).append(clause)
    for clause in document.clauses:
        if clause.polarity is Polarity.NEGATIVE:
            continue
        content = told.get(clause.index, [])
        if any(c.id == ANNOUNCE for c in concepts_of(clause)):
            yield from _state(document, clause, clause.argument(Role.AGENT), content, EXPLICIT)
        elif clause.predicate in words["said"] and any(_is_news(c, words["news"]) for c in content):
            yield from _state(document, clause, clause.argument(Role.AGENT), content, SAID)
        else:
            source = _source_of_announcement(clause, words["announcements"])
            yield from _state(document, clause, source, content, EXPLICIT)


def _is_news(clause: Clause, families: Iterable[str]) -> bool:
    return clause.tense is Tense.FUTURE and any(c.family in families for c in concepts_of(clause))


def _source_of_announcement(clause: Clause, nouns: Iterable[str]) -> Argument | None:
    """The body that "the announcement from/by X" names: the argument that holds both."""
    return next((a for a in clause.arguments if a.lemma in nouns and len(a.lemmas) > 1), None)


def _state(
    document: Document, clause: Clause, announcer: Argument | None, content: list[Clause], how: str
) -> Iterator[Claim]:
    named = _named(document, announcer) if announcer is not None else None
    if announcer is None or named is None or named.entity is None:
        return
    entity = document.entities[named.entity]
    matter = [w for a in clause.arguments if a is not announcer and a.role is not Role.AGENT for w in a.lemmas]
    for inner in content:
        matter.extend([inner.predicate, *(w for a in inner.arguments for w in a.lemmas[:2])])
    yield make_claim(
        document,
        "announced_by",
        asks="who announced it?",
        slot="announcer",
        value=EntityValue.of(entity, named.text),
        focus=announcer.span if announcer.span.end - announcer.span.start < 60 else named.span,
        clause=clause,
        heads=[w for w in matter if w][:MATTER],
        concepts=(how,),
        entities=(),
        weight=0.55 if how == EXPLICIT else 0.2,
        reportable=how == EXPLICIT,
    )


def _named(document: Document, argument: Argument) -> Mention | None:
    """The person or body that an argument names: its head's, or else the last inside it ("announcement from X")."""
    inside = [m for m in document.mentions_in(argument.span, *BODIES) if m.entity in document.entities]
    held = next((m for m in inside if m.entity == argument.entity), None)
    return held or (inside[-1] if inside else None)


def compare(one: Claim, other: Claim) -> Verdict:
    """Two announcers differ; whether it is more than framing depends on whether both are said to have announced."""
    assert isinstance(one.value, EntityValue)
    assert isinstance(other.value, EntityValue)
    verdict = compare_entities(one.value, other.value)
    if verdict.relation not in (Relation.CONTRADICT, Relation.NOT_COMPARABLE):
        return verdict
    explicit = EXPLICIT in one.concepts and EXPLICIT in other.concepts
    same_kind = one.value.type == other.value.type
    if explicit and same_kind:
        return Verdict(Relation.CONTRADICT, verdict.reason)
    if EXPLICIT in one.concepts or EXPLICIT in other.concepts:
        return Verdict(Relation.FRAMING, f"{verdict.reason}: each gives the news to another")
    return Verdict(Relation.NOT_COMPARABLE, verdict.reason)


RULE = Rule(
    id="announced_by",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.5, concepts=0.0, entities=0.0, topic=0.5, threshold=0.5, agreeing=0.35, needs=("heads",)),
    stake=5,
)
