"""Status verbs: what a clause says became of a thing, as a concept with its opposites, a rung and a denial."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from checker.lexicon import Concept, all_concepts, concepts, concepts_of_predicate, negated, opposed, word_concepts
from checker.model import Argument, Clause, Document, Modality, Polarity, Role, Tense
from checker.values.status import CONSIDERED, DONE, PLANNED, StatusValue


@dataclass(frozen=True, slots=True)
class StatusReading:
    """A clause read as a status: ``thing`` is the argument that it is said of, ``actor`` the one who does it."""

    clause: Clause
    concept: Concept
    value: StatusValue
    thing: Argument | None
    actor: Argument | None


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
    return word_concepts(clause.predicate) | (governed & plain)


def state_of(document: Document, clause: Clause, concept: Concept) -> StatusValue:
    """The status that a clause gives for a concept; a denial becomes the other answer where there are only two."""
    denied = clause.polarity is Polarity.NEGATIVE
    text = clause.predicate_span.of(document.text)
    if denied and (instead := negated(concept)) is not None:
        concept, denied = instead, False
    polarity = Polarity.NEGATIVE if denied else Polarity.POSITIVE
    return StatusValue(text, concept.family, concept.id, opposites_of(concept), rung_of(clause), polarity)


def read_statuses(document: Document, families: frozenset[str] | None = None) -> Iterator[StatusReading]:
    """Every clause that a concept of the families is found in (all families when none are named)."""
    for clause in document.clauses:
        seen: set[str] = set()
        for concept in sorted(concepts_of(clause)):
            if (families is not None and concept.family not in families) or concept.family in seen:
                continue
            seen.add(concept.family)
            actor = clause.argument(Role.AGENT)
            thing = clause.argument(Role.PATIENT) or actor
            yield StatusReading(clause, concept, state_of(document, clause, concept), thing, actor)
