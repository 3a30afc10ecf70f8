"""Agreements: what was agreed, and how far it has come.

## What it finds

Statements that place a deal, talks or a decision on the ladder from proposed through under discussion, agreed in principle, agreed and
signed to in force, and statements that it is not there ("a starting point, not a binding agreement", "there is no signed text").
Articles that put the same thing on rungs that exclude each other contradict; rungs that a strict reader can reconcile, and a reader in
a hurry cannot, are framing.

## Why it matters

"Agreed" is read as "signed". Which of the two it was is what the next day's correction is about.

## Example

> **Harbour Post:** The two sides signed the accord.
>
> **Coast Wire:** There is no accord; they will go on talking.

## Limits

Several agreements in one event are told apart by their parties and their nouns only.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.vocabulary import (
    RUNGS,
    Claim,
    Clause,
    Document,
    LadderValue,
    Linking,
    Modality,
    Polarity,
    Role,
    Rule,
    Severity,
    Tense,
    load_words,
    make_claim,
    match_phrases,
    predicate_words,
)

WORDS = Path(__file__).with_suffix(".toml")


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every clause that puts an agreement on a rung."""
    words = load_words(WORDS)
    instruments = frozenset(words["instruments"])
    for clause in document.clauses:
        yield from _read(document, clause, words["rungs"], instruments)


def _read(
    document: Document, clause: Clause, ladder: dict[str, list[str]], instruments: frozenset[str]
) -> Iterator[Claim]:
    lemmas = predicate_words(clause)
    agent = clause.argument(Role.AGENT)
    named = [*lemmas, *(agent.lemmas if agent is not None else ())]
    about = instruments & set(named)
    rung = max((RUNGS.index(name) for name, phrases in ladder.items() if match_phrases(named, phrases)), default=None)
    if rung is None or not about:
        return
    if clause.modality is Modality.POSSIBLE and rung > RUNGS.index("under discussion"):
        rung = RUNGS.index("under discussion")
    ahead = clause.tense is Tense.FUTURE or clause.modality is Modality.PROBABLE
    if clause.conditional:
        rung, ahead = min(rung, RUNGS.index("under discussion")), False
    polarity = Polarity.NEGATIVE if clause.polarity is Polarity.NEGATIVE else Polarity.POSITIVE
    text = clause.predicate_span.of(document.text)
    yield make_claim(
        document,
        "agreement",
        asks="how far has the agreement come?",
        slot="rung",
        value=LadderValue(text, rung, polarity, ahead),
        focus=clause.predicate_span,
        clause=clause,
        heads=about,
        concepts=("agreement",),
        weight=0.45,
    )


RULE = Rule(
    id="agreement",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(heads=0.3, concepts=0.0, entities=0.3, topic=0.4, threshold=0.5, agreeing=0.35, needs=("topic",)),
    stake=2,
    single_source=False,
)
