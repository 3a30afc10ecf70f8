"""Causes: what brought it about.

## What it finds

Statements of cause: "because of strong winds", "caused by", "blamed a gas cylinder", "led to", "the culvert was blocked, so". Two
different causes of the same effect are set against each other: a contradiction when one article rules the other's cause out, else
framing.

## Why it matters

Who or what is to blame is the claim that ends up in court.

## Example

> **Harbour Post:** The launch was delayed because of strong winds.
>
> **Coast Wire:** The launch was delayed because of a leaking valve, not the wind.

## Limits

An effect may have several causes; without a denial, two causes are framing, not a contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.vocabulary import (
    Argument,
    Claim,
    Clause,
    Document,
    Linking,
    Polarity,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    TextValue,
    Verdict,
    load_words,
    make_claim,
    similarity,
)

WORDS = Path(__file__).with_suffix(".toml")
SAME = 0.7
"""Lexical similarity from which two cause words are one."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every clause that gives a cause."""
    words = load_words(WORDS)
    verbs, blame, prepositions = (frozenset(words[k]) for k in ("verbs", "blame", "prepositions"))
    for clause in document.clauses:
        agent, patient = clause.argument(Role.AGENT), clause.argument(Role.PATIENT)
        cause: Argument | None = None
        effect: list[Argument] = []
        if clause.predicate in verbs and agent is not None and agent.lemmas:
            cause, effect = agent, [a for a in clause.arguments if a is not agent]
        elif clause.predicate in blame and patient is not None:
            cause, effect = patient, [a for a in clause.arguments if a.role is Role.OBLIQUE]
        else:
            cause = next((a for a in clause.arguments if a.preposition in prepositions), None)
            effect = [a for a in clause.arguments if a is not cause]
        if cause is not None and cause.lemmas:
            yield _state(document, clause, cause, effect)


def _state(document: Document, clause: Clause, cause: Argument, effect: list[Argument]) -> Claim:
    heads = [clause.predicate, *(w for a in effect for w in a.lemmas[:2])]
    focus = Span(min(cause.span.start, clause.predicate_span.start), max(cause.span.end, clause.predicate_span.end))
    return make_claim(
        document,
        "cause",
        asks=f"what caused it: {' '.join(w for w in heads[:3] if w)}?",
        slot="cause",
        value=TextValue(cause.text, " ".join(cause.lemmas[:4])),
        focus=focus if focus.end - focus.start < 140 else cause.span,
        clause=clause,
        heads=[h for h in heads if h],
        weight=0.45,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Causes that share a word agree; one that the other denies contradicts; others are framing."""
    a, b = one.value.normalized.split(), other.value.normalized.split()
    same = any(x == y or similarity(x, y) >= SAME for x in a for y in b)
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    denied = (one.polarity is Polarity.NEGATIVE) != (other.polarity is Polarity.NEGATIVE)
    if same:
        return Verdict(Relation.CONTRADICT if denied else Relation.AGREE, reason)
    return Verdict(Relation.NOT_COMPARABLE if denied else Relation.CONTRADICT, f"{reason}: two causes")


RULE = Rule(
    id="cause",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.5, concepts=0.0, entities=0.1, topic=0.4, threshold=0.5, agreeing=0.35, needs=("heads",)),
    stake=3,
)
