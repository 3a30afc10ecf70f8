"""Causes: every way in which news says what brought something about, or what did not.

"Because of strong winds", "put the collapse down to", "it was not the pump: a strike had", "found that the rudder had
jammed", "the steering was sound". A reading gives the words of the cause and the kinds of effect that they are told of.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.factuality.causal_answers import read_answer, read_begun, read_doer
from checker.factuality.causal_clauses import read_clause, read_failed, read_found
from checker.factuality.causal_phrases import (
    read_because,
    read_clefts,
    read_contrasts,
    read_deeds,
    read_leading,
    read_plenty,
    read_pointers,
)
from checker.factuality.effects import central_effects
from checker.factuality.reasons import EXPLICIT, CauseScene, Reason, kinds_of_cause
from checker.model import BlockKind, Document, Modality

__all__ = ["EXPLICIT", "Reason", "kinds_of_cause", "read_causes"]


def read_causes(document: Document) -> Iterator[Reason]:
    """Every cause, and every denial of one, that an article gives, in the order of its sentences."""
    central = central_effects(document)
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        if sentence.kind is BlockKind.FURNITURE or len(tokens) < 3 or sentence.text.rstrip().endswith("?"):
            continue
        scene = CauseScene(document, sentence, tokens, central)
        seen: set[tuple[str, bool]] = set()
        for reason in _read(scene):
            key = reason.words[0], reason.denied
            if key not in seen:
                seen.add(key)
                yield reason


def _read(scene: CauseScene) -> Iterator[Reason]:
    yield from read_begun(scene)
    yield from read_doer(scene)
    yield from read_answer(scene)
    yield from read_leading(scene)
    yield from read_because(scene)
    yield from read_contrasts(scene)
    yield from read_clefts(scene)
    yield from read_pointers(scene)
    yield from read_deeds(scene)
    yield from read_plenty(scene)
    for clause in scene.clauses:
        if clause.conditional or clause.nominal or not clause.predicate or clause.modality is Modality.POSSIBLE:
            continue
        yield from read_clause(scene, clause)
    yield from read_found(scene)
    yield from read_failed(scene)
