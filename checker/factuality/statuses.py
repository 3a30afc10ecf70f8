"""Status verbs: what a clause says became of a thing, as a concept with a pole, a rung and a denial."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.lexicon import Concept, concepts
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


def rung_of(clause: Clause) -> int:
    """How far the thing has come by the clause's modality and tense."""
    if clause.conditional or clause.modality is Modality.POSSIBLE:
        return CONSIDERED
    if clause.tense is Tense.FUTURE or clause.modality is Modality.PROBABLE:
        return PLANNED
    return DONE


def predicate_words(clause: Clause) -> list[str]:
    """The lemmas that say what happens: the predicate with its particle and adverbs, then its complements' heads."""
    words = [w for w in (*clause.predicate.split(), clause.particle, *clause.adverbs) if w]
    for argument in clause.arguments:
        if argument.role in (Role.PATIENT, Role.ATTRIBUTE):
            words.extend(argument.lemmas[:3])
        elif argument.role is Role.OBLIQUE:
            words.extend([argument.preposition, *argument.lemmas[:2]])
    return [w.lower() for w in words]


def read_statuses(document: Document, families: frozenset[str] | None = None) -> Iterator[StatusReading]:
    """Every clause that a concept of the families is found in (all families when none are named)."""
    for clause in document.clauses:
        seen: set[str] = set()
        for concept in sorted(concepts(predicate_words(clause)), key=lambda c: c.id):
            if (families is not None and concept.family not in families) or concept.family in seen:
                continue
            seen.add(concept.family)
            text = clause.predicate_span.of(document.text)
            polarity = clause.polarity if clause.polarity is Polarity.NEGATIVE else Polarity.POSITIVE
            value = StatusValue(text, concept.family, concept.pole, rung_of(clause), polarity, concept.id)
            actor = clause.argument(Role.AGENT)
            thing = clause.argument(Role.PATIENT) or actor
            yield StatusReading(clause, concept, value, thing, actor)
