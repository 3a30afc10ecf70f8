"""Outcomes: what became of a person, a claim, a thing: won or lost, open or shut, alive or dead, done or not done.

## What it finds

Clauses that state an outcome, and their denials ("no alert was ever issued"); states that exclude each other ("all
exits were open" beside "every exit was padlocked"); how far a decision went: unanimous or split, with or without
conditions, on every count or on some. Opposite outcomes of the same thing are a contradiction; a plan beside its
fulfilment is an update when the later article reports it; what one article calls settled and another possible is
framing.

## Why it matters

An outcome told the other way round is the gravest error that two articles on one event can differ by.

## Example

> **Harbour Post:** The crossing will reopen on Monday.
>
> **Coast Wire:** The crossing will remain shut.

## Limits

Only outcomes in the concept table, opposite states, and plain denials of the same predicate are compared. What may
follow upon its opposite (a road shut, then opened) is compared only where both articles speak of a state that holds on
or is to come.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from checker.vocabulary import (
    Argument,
    Claim,
    Clause,
    Deed,
    Document,
    Extent,
    Linking,
    Polarity,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    State,
    StatusReading,
    StatusValue,
    Tense,
    Verdict,
    ask_outcome,
    clause_at,
    compare_deeds,
    compare_states,
    compare_statuses,
    content_lemmas,
    find_thing,
    is_narrowed,
    load_status_words,
    load_words,
    make_claim,
    names_thing,
    polarity_of,
    read_deeds,
    read_extents,
    read_states,
    read_statuses,
    same_words,
    tells_of_other_days,
    times_apart,
    tokens_in,
    within,
)

WORDS = Path(__file__).with_suffix(".toml")
GROUPS = {
    "win": "for",
    "uphold": "for",
    "convict": "for",
    "allow": "for",
    "accept": "for",
    "find": "for",
    "succeed": "for",
}
DENIED = frozenset({"deny", "denied", "denies", "denying", "refuted", "rejected", "dismissed"})
"""Cues by which what is told is said not to be so."""
MEASURED = frozenset({"expectation", "earning"})
"""Families by which something is set against a measure ("exceeded the forecast")."""
CONTESTS = frozenset({"contest.win", "contest.lose"})
ROUNDS = frozenset({"game", "match", "round", "set", "leg", "point", "race", "heat", "stage"})
"""Contests that are a part of a greater one."""
COUNTS = frozenset({"vote", "ballot", "toss", "aggregate"})
"""What a side may come first in beside the contest itself ("second in the popular vote")."""
BEATING = frozenset({"defeat", "beat", "trounce", "oust"})
"""Verbs whose object is the loser."""
GROUPS |= {"lose": "lost", "lose on": "lost", "win on": "for", "prevail": "for"}


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every clause with an outcome, every statement of how far it went, and every deed done or denied."""
    families = load_words(WORDS)["families"]
    for reading in read_statuses(document, frozenset(families)):
        yield from _state(document, reading, families[reading.concept.family])
    for extent in read_extents(document):
        yield _extend(document, extent)
    yield from (_deed(document, deed) for deed in read_deeds(document))
    yield from (_stand(document, state) for state in read_states(document))


def _state(document: Document, reading: StatusReading, kind: str) -> Iterator[Claim]:
    clause, value = reading.clause, reading.value
    if any((a.cue or "").lower() in DENIED for a in clause.attribution):
        return  # who denied that it might have happened does not hold it possible
    if reading.stage is None or (polarity_of(clause) is Polarity.NEGATIVE and is_narrowed(document, clause)):
        return
    actor, patient = clause.argument(Role.AGENT), clause.argument(Role.PATIENT)
    thing = actor or patient if kind == "doer" else find_thing(document, clause)
    detail: frozenset[str] = frozenset()
    if value.concept in CONTESTS:
        if "would" in clause.auxiliaries or tells_of_other_days(document, document.sentences[clause.sentence]):
            return  # vowed, feared or foretold, and no result; or one of other years
        loose = document.tokens[clause.head].tag == "VBG" and not clause.auxiliaries
        if clause.relation == "relative" or (clause.relation == "complement" and loose):
            return  # "the Reds, who won in 1948", "they started losing": other contests
        if any(
            t.lemma.lower() in {"last", "since", "previous", "another", "next", "again"}
            for t in tokens_in(document, clause.span)
        ):
            return
        # Who defeats another has won: the loser is the one defeated.
        thing, contest = (patient, None) if clause.predicate in BEATING else (actor, patient)
        if contest is not None and names_thing(document, contest):
            if document.tokens[contest.head].tag == "NNS":
                return
            detail = frozenset(contest.lemmas)
        detail |= {w for a in clause.arguments if a.role is Role.OBLIQUE for w in a.lemmas if w in COUNTS}
    if value.family in MEASURED and patient is not None and names_thing(document, patient):
        detail = frozenset(patient.lemmas)
    about = thing.lemmas if thing is not None and names_thing(document, thing) else ()
    if value.concept == "fate.survive" and actor is not None:
        thing = actor  # who survives a crash is its subject
        about = thing.lemmas if names_thing(document, thing) else ()
    if kind == "doer" and not about:
        about = _speaker(document, clause)
    if not about:
        return
    if kind == "single" and (thing is None or document.tokens[thing.head].tag not in {"NN", "NNP"}):
        return
    if kind == "both" and not value.doer:
        return
    if kind == "single" and polarity_of(clause) is Polarity.NEGATIVE and clause.argument(Role.OBLIQUE) is not None:
        return  # "he did not die for that"
    lasting = value.lasting and (clause.copula or clause.tense is Tense.FUTURE or _holds(document, clause))
    yield make_claim(
        document,
        "outcome",
        asks=f"what became of {' '.join(reversed(about[:3]))}?",
        slot=f"{kind} {value.family}",
        value=replace(value, rung=reading.stage, about=about, lasting=lasting, detail=detail),
        focus=_around(clause, thing),
        clause=clause,
        heads=about[:4],
        entities=[thing.entity] if thing is not None and thing.entity else [],
        concepts=(value.family,),
        counter=True,
        weight=0.35,
    )


def _holds(document: Document, clause: Clause) -> bool:
    words = load_status_words().persisting
    governor = document.clauses[clause.governor].predicate if clause.governor is not None else ""
    return bool(words & {clause.predicate, governor, *clause.adverbs})


def _speaker(document: Document, clause: Clause) -> tuple[str, ...]:
    """Who "we" or "I" is: the one quoted, with the house that they speak for."""
    if not clause.attribution or clause.attribution[-1].speaker is None:
        return ()
    sentence = document.sentences[clause.sentence]
    before = [t for t in document.sentence_tokens(sentence) if t.span.end <= clause.span.start and t.tag == "NNP"]
    return tuple(t.text.lower() for t in before)


def _around(clause: Clause, thing: Argument | None) -> Span:
    span = clause.predicate_span
    if thing is None:
        return span
    whole = Span(min(span.start, thing.span.start), max(span.end, thing.span.end))
    return whole if whole.end - whole.start <= 120 else span


def _extend(document: Document, extent: Extent) -> Claim:
    """A claim for how far a decision went: what it is about is the sentence around it."""
    other = {"unanimous": "split", "split": "unanimous", "whole": "part", "part": "whole"}
    other |= {"conditional": "unconditional", "unconditional": "conditional"}
    tokens = document.sentence_tokens(extent.sentence)
    lemmas = [t.lemma.lower() for t in tokens]
    family = extent.family
    groups = {
        GROUPS.get(w, "against") for w in lemmas if w in {*GROUPS, "dismiss", "reject", "acquit", "clear", "drop"}
    }
    concept = f"{family}.{extent.pole}"
    value = StatusValue(
        extent.focus.of(document.text),
        family,
        concept,
        frozenset({f"{family}.{other[extent.pole]}"}),
        detail=frozenset(groups),
    )
    words = content_lemmas(document, tokens)
    return make_claim(
        document,
        "outcome",
        asks={"vote": "was the vote unanimous?", "condition": "with or without conditions?"}.get(
            family, "on every count or on some?"
        ),
        slot=family,
        value=value,
        focus=extent.focus,
        clause=clause_at(document, extent.focus),
        heads=(family, extent.thing) if extent.thing else (family,),
        concepts=(family,),
        topic=words,
        weight=0.4,
    )


def _deed(document: Document, deed: Deed) -> Claim:
    return make_claim(
        document,
        "outcome",
        asks=f"did it happen: {deed.value.concept} {within(deed.name)}?".replace(" ?", "?"),
        slot=deed.slot,
        value=deed.value,
        focus=_around(deed.clause, deed.thing),
        clause=deed.clause,
        heads=deed.value.about[:4] or (deed.value.concept,),
        entities=[a.entity for a in deed.clause.arguments if a.entity],
        counter=True,
        reportable=False,
    )


def _stand(document: Document, state: State) -> Claim:
    """A claim for the state that a thing is said to be in."""
    return make_claim(
        document,
        "outcome",
        asks=f"in what state: {within(state.thing.text)}?",
        slot="state",
        value=state.value,
        focus=_around(state.clause, state.thing),
        clause=state.clause,
        heads=state.value.about[:4],
        reportable=False,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Compare two outcomes by what their family asks."""
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    if a.family in {"deed", "intent"}:
        return compare_deeds(one, other, a, b)
    if a.family in MEASURED and a.detail and b.detail and not a.detail & b.detail:
        return Verdict(Relation.NOT_COMPARABLE, f"“{a.text}” beside “{b.text}”; measured against different things")
    if a.family == "state":
        return compare_states(one, other, a, b)
    verdict = compare_statuses(a, b)
    if a.family == "sweep":
        known = {*a.detail, *b.detail}
        if verdict.relation is Relation.CONTRADICT and a.detail and a.detail == b.detail and known == {"against"}:
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; a part of the whole")
        return verdict
    if a.family in {"vote", "condition"}:
        return verdict
    kind = one.slot.partition(" ")[0]
    if (
        not same_words(a.about, b.about)
        and not (one.entities & other.entities)
        and not (kind == "doer" and {*a.about} & {*b.about})
    ):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; of different things")
    if kind == "both" and not ({*a.doer} & {*b.doer}):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; by different people")
    if not a.detail & b.detail and ((a.detail and b.detail) or (a.detail | b.detail) & (ROUNDS | COUNTS)):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; in different contests")
    if verdict.relation is Relation.CONTRADICT:
        steps = kind == "state" and not (a.lasting and b.lasting)
        if steps or times_apart(one, other):
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; the one may follow upon the other")
    if verdict.relation is Relation.FRAMING and (a.concept != b.concept or a.detail != b.detail):
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    return verdict


RULE = Rule(
    id="outcome",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.5, concepts=0.0, entities=0.15, topic=0.35, threshold=0.5, breadth=0.05, agreeing=0.4, needs=("heads",)
    ),
    stake=1,
    single_source=False,
    ask=ask_outcome,
)
