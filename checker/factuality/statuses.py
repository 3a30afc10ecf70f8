"""Status verbs: what a clause says became of a thing, as a concept with its opposites, a rung and a denial."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.factuality.assertions import names_thing, persists, stage_of
from checker.lexicon import (
    Concept,
    all_concepts,
    concepts,
    concepts_of_predicate,
    negated,
    opposed,
    word_concepts,
)
from checker.model import Argument, Clause, Document, Modality, Polarity, Role, Tense
from checker.values.status import CONSIDERED, DONE, PLANNED, StatusValue

RESULTING = frozenset(
    {"make", "become", "get", "turn", "grow", "leave", "keep", "render", "be", "remain", "stay", "declare"}
)
"""Verbs whose complement says what the thing becomes or is ("made smaller", "left intact")."""

DEGREES = frozenset({"JJR", "RBR", "RB", "JJ", "RP", "IN", "VBN"})


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A clause read as a status: ``thing`` is the argument that it is said of, ``actor`` the one who does it.

    ``stage`` says how far the clause states it to have come; None where it only wishes, orders or asks for it.
    """

    clause: Clause
    concept: Concept
    value: StatusValue
    thing: Argument | None
    actor: Argument | None
    stage: int | None = None


@cache
def opposites_of(concept: Concept) -> frozenset[str]:
    """The ids of the concepts that cannot be true of the same thing at the same time."""
    return frozenset(other.id for other in all_concepts() if other.family == concept.family and opposed(concept, other))


def rung_of(clause: Clause) -> int:
    """How far the thing has come by the clause's modality and tense."""
    if clause.conditional or clause.modality is Modality.POSSIBLE:
        return CONSIDERED
    if clause.tense is Tense.FUTURE or clause.modality is Modality.PROBABLE:
        return PLANNED
    return DONE


def predicate_words(clause: Clause) -> list[str]:
    """The lemmas that say what happens: the predicate with its particle and adverbs, then its complements' words."""
    words = [w for w in (*clause.predicate.split(), clause.particle, *clause.adverbs) if w]
    for argument in clause.arguments:
        if argument.role in (Role.PATIENT, Role.ATTRIBUTE):
            words.extend(argument.lemmas[:3])
        elif argument.role is Role.OBLIQUE:
            words.extend([*argument.preposition.split(), *argument.lemmas[:2]])
    return [w.lower() for w in words]


def concepts_of(clause: Clause) -> frozenset[Concept]:
    """The concepts of a clause: of its predicate with what it governs, and of what a copula predicates."""
    words = predicate_words(clause)
    plain = concepts(words)
    governed = concepts_of_predicate(clause.predicate, clause.particle, words)
    # A verb with common other meanings ("hold", "carry") names a concept only together with what it governs.
    found = word_concepts(clause.predicate) | (governed & plain)
    if clause.copula:
        found |= concepts(("be", clause.predicate))
    return found


def concepts_in(document: Document, clause: Clause) -> frozenset[Concept]:
    """The concepts of a clause of a document, with those of what it makes of its object."""
    return document.once_of(clause, _concepts_in)


def _concepts_in(document: Document, clause: Clause) -> frozenset[Concept]:
    return concepts_of(clause) | _concepts_of_result(document, clause)


def _concepts_of_result(document: Document, clause: Clause) -> frozenset[Concept]:
    """The concepts of what a verb makes of its object.

    The words are taken as they stand, since the lemma of "smaller" is "small".
    """
    found: set[Concept] = set()
    first, *_ = clause.predicate.split() or [""]
    if first in RESULTING or clause.copula:
        for argument in clause.arguments:
            if argument.role is Role.ATTRIBUTE and argument.head != clause.head and len(argument.tokens) <= 3:
                found |= word_concepts(document.tokens[argument.head].text.lower())
    after = [
        t
        for t in document.tokens[clause.head + 1 : clause.head + 12]
        if t.sentence == clause.sentence and t.span.start < clause.span.end
    ]
    if first:
        words = [first, *(t.text.lower() if t.tag in DEGREES else t.lemma.lower() for t in after)]
        plain = {c for c in concepts(words) if c.family == "direction"}
        found |= plain & concepts_of_predicate(first, "", [w.removesuffix("s") for w in words[1:]] + words[1:])
    return frozenset(found)


def state_of(document: Document, clause: Clause, concept: Concept) -> StatusValue:
    """The status that a clause gives for a concept; a denial becomes the other answer where there are only two."""
    denied = clause.polarity is Polarity.NEGATIVE
    text = clause.predicate_span.of(document.text)
    if denied and (instead := negated(concept)) is not None:
        concept, denied = instead, False
    polarity = Polarity.NEGATIVE if denied else Polarity.POSITIVE
    actor = clause.argument(Role.AGENT)
    thing = clause.argument(Role.PATIENT) or actor
    return StatusValue(
        text,
        concept.family,
        concept.id,
        opposites_of(concept),
        rung_of(clause),
        polarity,
        about=thing.lemmas if thing is not None and names_thing(document, thing) else (),
        doer=actor.lemmas if actor is not None and names_thing(document, actor) else (),
        lasting=persists(document, clause) or clause.tense is not Tense.PAST,
    )


def read_statuses(document: Document, families: frozenset[str] | None = None) -> Iterator[StatusReading]:
    """Every clause that a concept of the families is found in (all families when none are named)."""
    for clause in document.clauses:
        seen: set[str] = set()
        for concept in sorted(concepts_in(document, clause)):
            if (families is not None and concept.family not in families) or concept.family in seen:
                continue
            seen.add(concept.family)
            actor = clause.argument(Role.AGENT)
            thing = clause.argument(Role.PATIENT) or actor
            stage = stage_of(document, clause)
            yield StatusReading(clause, concept, state_of(document, clause, concept), thing, actor, stage)
