"""Accusations: whoever is accused by name and is not heard, and what is alleged with nobody who alleges it."""

from __future__ import annotations

from collections.abc import Iterator

from checker.model import Argument, Document, Entity, MentionKind, Polarity, QuoteType, Role, Token
from checker.sources.behind import Behind
from checker.sources.cutting import cut_evidence
from checker.sources.naming import WORDS
from checker.sources.nearby import CREDITING, distance_in_text
from checker.sources.notes.making import Remark, make_note
from checker.sources.policies.clauses import Clause
from checker.sources.policies.scene import SHOWN, Scene, join_names
from checker.sources.policies.sorting import PROSE

ACCUSING = frozenset({"accuse"})
"""Predicates whose patient is accused of something."""

ANSWERING = frozenset(
    """
    deny reject dismiss refute dispute rebut respond reply insist maintain apologise apologize admit plead decline
    """.split()
)
"""Predicates whose agent answers an accusation (own list)."""

CHARGING = frozenset({"accuse", "charge", "indict", "convict", "suspect", "trial", "court", "indictment"})
"""Lemmas that say that a court or the police allege what is alleged (own list)."""

SPEAKING_FOR = frozenset({"spokesman", "spokeswoman", "spokesperson", "lawyer", "attorney", "solicitor", "counsel"})
"""Heads of descriptions of those who answer for another."""

SOUGHT = (
    "comment",
    "respond to a request",
    "responded to a request",
    "responded to request",
    "be reached",
    "been reached",
    "a response",
    "right of reply",
    "did not reply",
    "not replied",
    "not responded",
    "did not respond",
    "did not answer",
    "not answered",
)
"""Words that say that an answer was asked for, given or not (own list)."""


def find_unanswered(clause: Clause, scene: Scene) -> Iterator[Remark]:
    """One note for each article on those that it says are accused by name, and lets nowhere answer."""
    del clause  # it has no settings
    for article, document in scene.behind.documents.items():
        accused: dict[str, tuple[Entity, Argument]] = {}
        for entity, patient in _read_accused(document):
            if not _is_heard(document, entity, scene.behind):
                accused.setdefault(entity.key, (entity, patient))
        if not accused:
            continue
        outlet = scene.behind.outlet(article)
        names = join_names(entity.name for entity, _ in accused.values())
        yield make_note(
            "unanswered_accusation",
            scene.event,
            0.7,
            question=f"what does {names} say to it?",
            message=f"{outlet} tells of an accusation against {names}, who {'are' if len(accused) > 1 else 'is'} not "
            "heard in the article",
            difference="no word of an answer, or that one was asked for",
            clears=f"the answer of {names}, or that it was asked for and not given",
            about=(article,),
            subject=(article, *sorted(accused)),
            origins=(outlet,),
            evidence=[
                cut_evidence(document, document.sentences[_sentence_of(document, patient)].span, entity.name, limit=160)
                for entity, patient in list(accused.values())[:SHOWN]
            ],
        )


def find_vague(clause: Clause, scene: Scene) -> Iterator[Remark]:
    """One note for each article with things alleged by nobody; ``clause.words`` are the words that allege."""
    words = frozenset(clause.words) or frozenset({"allegedly"})
    for article, document in scene.behind.documents.items():
        quoted = [q.content for q in document.quotes if q.type is not QuoteType.INDIRECT]
        found: list[Token] = []
        for token in document.tokens:
            if token.text.lower() not in words or document.sentences[token.sentence].kind not in PROSE:
                continue
            if any(span.contains(token.span) for span in quoted):
                continue
            near = distance_in_text(document, scene.behind, token.sentence, CREDITING | CHARGING)
            if near is None or near > clause.distance:
                found.append(token)
        if not found:
            continue
        outlet = scene.behind.outlet(article)
        said = join_names(f"“{t.text.lower()}”" for t in found)
        yield make_note(
            "vague_allegation",
            scene.event,
            0.55,
            question="who alleges it?",
            message=f"{outlet} says {said} and does not say who does",
            difference="nobody is credited in the sentence" + (" or beside it" if clause.distance else ""),
            clears="say in the same sentence who alleges it",
            about=(article,),
            subject=(article, *sorted({t.text.lower() for t in found})),
            origins=(outlet,),
            evidence=[
                cut_evidence(document, document.sentences[t.sentence].span, t.text.lower(), limit=160)
                for t in found[:SHOWN]
            ],
        )


def _read_accused(document: Document) -> Iterator[tuple[Entity, Argument]]:
    """The people and organisations that clauses say are accused."""
    for clause in document.clauses:
        if clause.predicate not in ACCUSING or clause.polarity is not Polarity.POSITIVE or clause.conditional:
            continue
        if document.sentences[clause.sentence].kind not in PROSE:
            continue
        patient = clause.argument(Role.PATIENT)
        entity = document.entities.get(patient.entity) if patient is not None and patient.entity else None
        if patient is not None and entity is not None and entity.kind in (MentionKind.PERSON, MentionKind.ORGANISATION):
            yield entity, patient


def _is_heard(document: Document, accused: Entity, behind: Behind) -> bool:
    """Whether an article has anything from an accused, or from somebody who may speak for it, or says that it asked."""
    folded = document.text.casefold()
    if any(words in folded for words in SOUGHT):
        return True
    if any(q.speaker_entity == accused.key for q in document.quotes if q.speaker is not None):
        return True
    names = {
        word for name in (accused.name, *accused.aliases) for word in WORDS.findall(name.casefold()) if len(word) > 2
    }
    for citation in behind.citations[document.article.id]:
        said = citation.cue if citation.speaker is None else citation.speaker
        words = set(WORDS.findall(said.of(document.text).casefold()))
        entity = next((m.entity for m in document.mentions_in(said, MentionKind.PERSON) if m.entity), None)
        known = document.entities.get(entity) if entity is not None else None
        if known is not None:
            words.update(word for role in known.roles for word in WORDS.findall(role.casefold()))
        if words & (names | SPEAKING_FOR):
            return True
    return any(
        clause.predicate in ANSWERING
        and (agent := clause.argument(Role.AGENT)) is not None
        and (agent.entity == accused.key or agent.lemma in SPEAKING_FOR)
        for clause in document.clauses
    )


def _sentence_of(document: Document, argument: Argument) -> int:
    return document.tokens[argument.head].sentence
