"""Who announced it.

## What it finds

Clauses in which a person, a government or a body announces, unveils or breaks the news of something, also as "it was X
who broke the news" and "the announcement from X". The same announcement by two different people is a contradiction; by
a person in one article and a body that is not his in the other, framing. Where one article has only somebody saying
that a thing will begin, the difference is framing too.

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

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
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
    Modality,
    Polarity,
    QuoteType,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    Tense,
    ValueType,
    Verdict,
    compare_entities,
    concepts,
    concepts_of,
    content_lemmas,
    load_words,
    make_claim,
    match_phrases,
    predicate_words,
    surroundings,
    tokens_in,
)

WORDS = Path(__file__).with_suffix(".toml")
BODIES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE, MentionKind.ROLE)
EXPLICIT, SAID, VOICE = "announced", "said", "voice"
NEWS = "news"
NEAR = 80
"""Characters from announcer to verb that are cited as one."""

GOES_ON = frozenset({"of", "that", "about", "to"})
"""Words after "the news" that say which news."""


@dataclass(frozen=True, slots=True)
class Announcement:
    """An announcer, the clause that says so, and the words for what is announced."""

    clause: Clause
    announcer: Argument
    matter: frozenset[str]
    how: str


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every announcement whose announcer is named."""
    words = load_words(WORDS)
    told: dict[int, list[Clause]] = {}
    for clause in document.clauses:
        if clause.governor is not None and clause.relation == "complement":
            told.setdefault(clause.governor, []).append(clause)
    for clause in document.clauses:
        if clause.polarity is Polarity.NEGATIVE or clause.modality is not Modality.CERTAIN or clause.conditional:
            continue
        found = _read(document, clause, told.get(clause.index, []), words)
        if found is not None and found.matter:
            yield from _state(document, found, words)


def _read(
    document: Document, clause: Clause, content: list[Clause], words: dict[str, list[str]]
) -> Announcement | None:
    announces = clause.predicate in words["announce"] or (
        not clause.copula and match_phrases(predicate_words(clause), words["phrases"])
    )
    if announces and clause.tense is not Tense.FUTURE:
        announcer = _announcer(document, clause)
        matter = _matter(document, clause, content, words)
        return Announcement(clause, announcer, matter, EXPLICIT) if announcer is not None else None
    agent = clause.argument(Role.AGENT)
    if clause.predicate in words["said"] and agent is not None:
        if not any(_is_news(c, words["news"]) for c in content):
            return None
        return Announcement(clause, agent, _quoted(document, clause) or _told(document, content), SAID)
    for argument in clause.arguments:
        if argument.lemma in words["announcements"] and argument.role in (Role.AGENT, Role.PATIENT):
            source = _source(clause, argument)
            if source is not None:
                return Announcement(clause, source, _sentence_before(document, clause), EXPLICIT)
    return None


def _is_news(clause: Clause, families: Iterable[str]) -> bool:
    return clause.tense is Tense.FUTURE and any(c.family in families for c in concepts_of(clause))


def _announcer(document: Document, clause: Clause) -> Argument | None:
    """Who announces: the agent, or in "it was X who ..." the X, whatever the relative clause was attached to."""
    agent = clause.argument(Role.AGENT)
    above = document.clauses[clause.governor] if clause.governor is not None else None
    while above is not None and above.relation == "apposition" and above.governor is not None:
        above = document.clauses[above.governor]
    if clause.relation == "relative" and above is not None and above.copula:
        subject, attribute = above.argument(Role.AGENT), above.argument(Role.ATTRIBUTE)
        if attribute is not None and (subject is None or subject.text.lower() == "it"):
            return attribute
    return agent


def _source(clause: Clause, announcement: Argument) -> Argument | None:
    """Who "the announcement from X" names, or "the announcement came from X"."""
    if clause.predicate == "come":
        return next((a for a in clause.arguments if a.preposition == "from"), None)
    lowered = announcement.text.lower()
    return announcement if " from " in lowered or " by " in lowered else None


def _matter(document: Document, clause: Clause, content: list[Clause], words: dict[str, list[str]]) -> frozenset[str]:
    """What is announced: the object, or the clause that follows; ``news`` where that is the whole news of the day."""
    patient = clause.argument(Role.PATIENT)
    if patient is not None and patient.lemma in words["generic"]:
        head = document.tokens[patient.head]
        following = document.tokens[head.index + 1] if head.index + 1 < len(document.tokens) else head
        if following.text.lower() not in GOES_ON:
            return frozenset({NEWS})
    said = _quoted(document, clause) or _told(document, content)
    for argument in clause.arguments:
        if argument.role is Role.RECIPIENT or (argument.role is Role.PATIENT and not said):
            said |= content_lemmas(document, tokens_in(document, argument.span))
    return said


def _quoted(document: Document, clause: Clause) -> frozenset[str]:
    """The content words of reported speech that the clause's verb introduces."""
    for quote in document.quotes:
        if quote.type is QuoteType.INDIRECT and quote.cue is not None and quote.cue.overlaps(clause.predicate_span):
            return content_lemmas(document, tokens_in(document, quote.content))
    return frozenset()


def _told(document: Document, content: list[Clause]) -> frozenset[str]:
    return frozenset(w for c in content for w in content_lemmas(document, tokens_in(document, c.span)))


def _sentence_before(document: Document, clause: Clause) -> frozenset[str]:
    """What "the announcement" points back to: the sentence before it in its paragraph."""
    sentence = document.sentences[clause.sentence]
    before = document.sentences[clause.sentence - 1] if clause.sentence else sentence
    if before.block != sentence.block or before is sentence:
        return frozenset()
    return content_lemmas(document, document.sentence_tokens(before))


def _state(document: Document, found: Announcement, words: dict[str, list[str]]) -> Iterator[Claim]:
    named = _named(document, found.announcer)
    if named is None or named.entity is None:
        return
    entity = document.entities[named.entity]
    around = {t.lemma.lower() for t in tokens_in(document, found.clause.span)}
    if around & set(words["together"]) or len(_people(document, found.announcer)) > 1:
        return
    marks = [found.how]
    if entity.kind is MentionKind.ROLE:
        value = EntityValue(ValueType.PERSON, named.text, entity.key, entity.name)
    else:
        value = EntityValue.of(entity, named.text)
    held = {w for role in entity.roles for w in role.split()}
    if (held | {t.lemma.lower() for t in tokens_in(document, found.announcer.span)}) & set(words["voices"]):
        marks.append(VOICE)
    predicate = found.clause.predicate_span
    focus = Span(min(found.announcer.span.start, predicate.start), max(found.announcer.span.end, predicate.end))
    if focus.end - focus.start > NEAR:
        focus = Span(min(named.span.start, predicate.start), max(named.span.end, predicate.end))
    explicit = found.how == EXPLICIT
    yield make_claim(
        document,
        "announced_by",
        asks="who announced it?",
        slot="announcer",
        value=value,
        focus=focus if focus.end - focus.start <= 2 * NEAR else named.span,
        clause=found.clause,
        heads=found.matter,
        concepts={c.family for c in concepts(sorted(found.matter))},
        entities=(named.entity,),
        topic=surroundings(document, focus, found.clause) | found.matter,
        scope=marks,
        weight=0.55 if explicit else 0.2,
        reportable=explicit,
    )


def _people(document: Document, argument: Argument) -> set[str]:
    return {m.entity for m in document.mentions_in(argument.span, MentionKind.PERSON) if m.entity}


def _named(document: Document, argument: Argument) -> Mention | None:
    """Whom an argument names: its head, or else the last body inside it ("the announcement from X")."""
    inside = [m for m in document.mentions_in(argument.span, *BODIES) if m.entity in document.entities]
    denied = argument.text.lower().find(", not ")
    if denied >= 0:
        inside = [m for m in inside if m.span.start < argument.span.start + denied]
    inside.sort(key=lambda m: (m.kind is MentionKind.ROLE, m.span))
    held = next((m for m in inside if m.entity == argument.entity), None)
    return held or (inside[-1] if inside else None)


def compare(one: Claim, other: Claim) -> Verdict:
    """Two announcers differ; whether it is more than framing depends on who they are and how it is said."""
    assert isinstance(one.value, EntityValue)
    assert isinstance(other.value, EntityValue)
    both = f"“{one.value.text}” beside “{other.value.text}”"
    if one.entities & other.entities:
        return Verdict(Relation.AGREE, f"the same announcer: {both}")
    verdict = compare_entities(one.value, other.value)
    if verdict.relation not in (Relation.CONTRADICT, Relation.NOT_COMPARABLE):
        return verdict
    marks = one.scope | other.scope
    if VOICE in marks or EXPLICIT not in marks:
        return Verdict(Relation.NOT_COMPARABLE, f"one may speak for the other: {both}")
    if one.value.country and one.value.country == other.value.country:
        return Verdict(Relation.NOT_COMPARABLE, f"one may speak for the other: {both}")
    people = one.value.type is other.value.type is ValueType.PERSON
    bodies = ValueType.PERSON not in (one.value.type, other.value.type)
    if bodies:
        return Verdict(Relation.NOT_COMPARABLE, f"two bodies may announce the same: {both}")
    if any(key.startswith("role:") for key in one.entities | other.entities):
        return Verdict(Relation.NOT_COMPARABLE, f"an office without a name: {both}")
    if people and SAID not in marks:
        return Verdict(Relation.CONTRADICT, verdict.reason)
    return Verdict(Relation.FRAMING, f"{both}: each gives the news to another")


RULE = Rule(
    id="announced_by",
    version="2",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.4, concepts=0.2, entities=0.0, topic=0.4, threshold=0.45, agreeing=0.3, needs=("heads",)),
    stake=5,
)
