"""Dates and times: when something happened or will happen, and how long it lasts.

## What it finds

For every date, clock time and duration, what it is the time of: the predicate it belongs to with its participants ("the court will
rule on 3 May"), or the noun that carries it ("a 60-day truce", "Completion: fourth quarter"). Two articles that give times for the
same thing which cannot both hold are set against each other.

## Why it matters

Side dates (the day of an apology, a term of office, the next meeting) are where real articles on one event differ most.

## Example

> **Harbour Post:** The inquiry will open on 3 May.
>
> **Coast Wire:** The inquiry will open on 13 May.

## Limits

The day on which somebody said something is not compared. A date without a year is read from the article's own date; where an article
has none, only day and month are compared.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from checker.vocabulary import (
    BlockKind,
    Claim,
    Clause,
    Document,
    Linking,
    Mention,
    MentionKind,
    Role,
    Rule,
    Setting,
    Severity,
    TimeValue,
    argument_lemmas,
    clause_at,
    load_words,
    make_claim,
    read_setting,
    sentence_at,
    word_concepts,
)

WORDS = Path(__file__).with_suffix(".toml")
KINDS = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION)


def extract(document: Document) -> Iterator[Claim]:
    """Claims for every time whose event is known."""
    words = load_words(WORDS)
    speech = frozenset(words["speech"])
    for mention in document.mentions:
        if mention.kind not in KINDS or not isinstance(mention.value, TimeValue):
            continue
        claim = _read(document, mention, mention.value, speech)
        if claim is not None:
            yield claim


def _read(document: Document, mention: Mention, value: TimeValue, speech: frozenset[str]) -> Claim | None:
    sentence = sentence_at(document, mention.span)
    if sentence is None or sentence.kind is BlockKind.BYLINE or value.timex.endswith("_REF"):
        return None
    clause = clause_at(document, mention.span)
    setting = read_setting(document, mention.span)
    if clause is not None and clause.predicate in speech:
        return None
    heads = _heads(clause, setting)
    families = {c.family for w in heads for c in word_concepts(w)}
    if not heads:
        return None
    label = " ".join(_label(clause, setting)) or "it"
    lasting = mention.kind is MentionKind.DURATION
    return make_claim(
        document,
        "event_date",
        asks=f"how long: {label}?" if lasting else f"when: {label}?",
        slot="duration" if lasting else "date",
        value=value,
        focus=mention.span,
        clause=clause,
        heads=heads,
        concepts=families,
        weight=0.6 if lasting else 0.45,
    )


def _label(clause: Clause | None, setting: Setting) -> list[str]:
    if clause is None or not clause.predicate:
        return list(setting.carriers[:2])
    parts = [a.lemma for a in clause.arguments if a.role in (Role.AGENT, Role.PATIENT)]
    return [*parts[:1], clause.predicate, *parts[1:2]]


def _heads(clause: Clause | None, setting: Setting) -> frozenset[str]:
    found = [setting.counted, *setting.carriers[:3]]
    if clause is not None and not clause.nominal:
        found.append(clause.predicate)
        found.extend(argument_lemmas(clause, Role.PATIENT, Role.ATTRIBUTE)[:3])
        found.extend(a.lemma for a in clause.arguments if a.role is Role.AGENT)
    return frozenset(w for w in found if w and not w.isdigit())


RULE = Rule(
    id="event_date",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    linking=Linking(
        heads=0.45, concepts=0.1, entities=0.1, topic=0.35, threshold=0.55, agreeing=0.22, needs=("heads",)
    ),
    stake=4,
)
