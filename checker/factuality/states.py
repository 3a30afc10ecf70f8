"""States: what a clause says that a thing is (open, valid, unstructured), for comparison with its opposite.

A state is the predicate of a copula ("were open"), a listed participle ("was padlocked") or a listed verb or adverb
("passed off peacefully"). Whether two states are of one thing depends on how its noun is determined: "all exits" and
"every exit" speak of each; "a door" and "the other door" may be two.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from checker.factuality.assertions import is_narrowed, names_thing, polarity_of, stage_of
from checker.factuality.opposites import are_opposed, load_opposites
from checker.factuality.things import ALIKE, same_words, times_apart
from checker.lexicon import familiarity, similarity
from checker.model import Argument, BlockKind, Claim, Clause, Document, Polarity, Relation, Role, Tense, Verdict
from checker.values.status import CONSIDERED, DONE, StatusValue

EVERY = frozenset({"all", "every", "each", "both", "no", "any"})
"""Determiners by which a clause speaks of each thing of a kind."""
ONE_OF = frozenset({"a", "an", "one", "another", "some", "several", "other", "many", "most", "few", "certain", "half"})
"""Determiners by which it speaks of some, and leaves others out."""
DISCLOSING = frozenset({"reveal", "disclose", "confirm", "report", "announce"})
"""Verbs after "can" by which a report opens what it states: "we can reveal that ..."."""
QUALITIES = frozenset({"JJ", "VBN", "RB"})
TELLING = 0.35
"""Familiarity (0 for everyday words, 1 for rare ones) from which a word tells what is meant."""


@dataclass(frozen=True, slots=True)
class State:
    """A thing and the state that a clause puts it in."""

    clause: Clause
    value: StatusValue
    thing: Argument


def read_states(document: Document) -> Iterator[State]:
    """Every state that a document states outright, in reading order."""
    for clause in document.clauses:
        kind = document.sentences[clause.sentence].kind
        if kind in {BlockKind.FURNITURE, BlockKind.BYLINE} or clause.nominal or clause.conditional:
            continue
        stage = DONE if _discloses(document, clause) else stage_of(document, clause)
        if stage in {None, CONSIDERED} or not clause.predicate or _is_momentary(document, clause):
            continue
        word = _word_of(document, clause)
        thing = clause.argument(Role.AGENT) if clause.copula else clause.argument(Role.PATIENT, Role.AGENT)
        if not word or thing is None or not names_thing(document, thing):
            continue
        words = {t.text.lower() for t in document.sentence_tokens(document.sentences[clause.sentence])}
        if "neither" in words or "nor" in words:
            continue  # which of the two the parser takes for denied is not sure
        determiners = _determiners(document, thing)
        denied = polarity_of(clause) is Polarity.NEGATIVE
        if (denied and is_narrowed(document, clause)) or (determiners & {"all", "every", "each"} and denied):
            continue  # "not all exits were open"
        value = StatusValue(
            clause.predicate_span.of(document.text),
            "state",
            word,
            frozenset(),
            stage or DONE,
            polarity_of(clause),
            about=thing.lemmas,
            lasting=bool(determiners & EVERY),
            detail=frozenset(determiners & ONE_OF),
        )
        yield State(clause, value, thing)


def _discloses(document: Document, clause: Clause) -> bool:
    governor = document.clauses[clause.governor] if clause.governor is not None else None
    return (
        governor is not None
        and governor.predicate in DISCLOSING
        and "can" in governor.auxiliaries
        and clause.tense in {Tense.PAST, Tense.PRESENT}
        and not {"may", "might", "could", "would", "should", "must"} & {*clause.auxiliaries}
    )


MOMENTS = frozenset(
    {"after", "soon", "before", "until", "once", "initially", "immediately", "briefly", "later", "since"}
)
"""Words by which a state is one of a moment, and may have been its opposite a little earlier (own list)."""
AROUND = 3
"""Words on either side of a state in which they say so."""


def _is_momentary(document: Document, clause: Clause) -> bool:
    """Whether a state is told of the moment around an event: "was responsive straight after surgery"."""
    sentence = document.sentences[clause.sentence]
    first, last = max(sentence.first, clause.head - AROUND), min(sentence.last, clause.head + AROUND + 1)
    near = {t.text.lower() for t in document.tokens[first:last]}
    return clause.copula and bool(MOMENTS & near)


def _word_of(document: Document, clause: Clause) -> str:
    """The word for the state: as it stands for an adjective, since the lemma of "locked" is "lock"."""
    listed = load_opposites().poles
    head = document.tokens[clause.head]
    text = head.text.lower()
    if clause.copula:
        return text if head.tag in QUALITIES and len(clause.predicate.split()) == 1 else ""
    if head.tag in {"VBN", "VBD"} and text in listed and clause.argument(Role.PATIENT) is not None:
        actor = clause.argument(Role.AGENT)
        return text if actor is None or actor.preposition == "by" else ""
    if clause.predicate in listed:
        return clause.predicate
    return next((w for w in clause.adverbs if w in listed and clause.argument(Role.PATIENT) is None), "")


def _determiners(document: Document, thing: Argument) -> set[str]:
    """The words of a noun phrase before its head, and the two before the phrase, where determiners stand."""
    first = min(thing.tokens, default=thing.head)
    return {
        t.text.lower() for t in document.tokens[max(0, first - 2) : thing.head] if t.tag in {"DT", "PDT", "CD", "JJ"}
    }


def compare_states(one: Claim, other: Claim, a: StatusValue, b: StatusValue) -> Verdict:
    """Two states of one thing exclude each other when the words do, or when one article denies the word."""
    reason = f"“{a.text}” beside “{b.text}”"
    opposed = are_opposed(a.concept, b.concept)
    if not (opposed and a.denied == b.denied) and not (a.concept == b.concept and a.denied != b.denied):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: both can be so")
    if not same_words(a.about, b.about) or times_apart(one, other) or a.rung != b.rung:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of different things")
    mine, theirs = {*a.about[1:]} - {*b.about}, {*b.about[1:]} - {*a.about}
    if mine and theirs and not any(similarity(x, y) >= ALIKE for x in mine for y in theirs):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: each narrowed by words of its own")
    if not (a.lasting or b.lasting) and (a.detail or b.detail):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of some, and of others perhaps")
    own = {*a.about[:1], *b.about[:1], a.concept, b.concept}
    shared = {w for w in (one.topic & other.topic) - own if familiarity(w) >= TELLING}
    if not shared and not one.entities & other.entities and not (a.lasting and b.lasting):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: nothing says that it is the same thing")
    return Verdict(Relation.CONTRADICT, f"{reason}: both cannot be so")
