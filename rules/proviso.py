"""Provisos: what somebody said under a condition or with "may", told without it.

## What it finds

Statements of one named speaker, quoted or reported, that share their words, of which one article has the condition, the
"may", the "but" or the "not before", and the other leaves it out: "if the engine passes, we launch in June" beside "we
launch in June". It is framing.

## Why it matters

A promise with a condition is not a promise, and who is quoted without it has to keep it.

## Example

> **Harbour Post:** "If the council agrees, the pool will open in June," Nora Lind said.
>
> **Coast Wire:** Nora Lind said that the pool will open in June.

## Limits

The speaker has to be named in both articles, and most words of the shorter statement have to be in the longer one.
An article that has both says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from checker.vocabulary import (
    LONG_ARTICLE,
    Claim,
    Clause,
    Document,
    Linking,
    MentionKind,
    Quote,
    QuoteType,
    Relation,
    Role,
    Rule,
    Severity,
    Span,
    TextValue,
    Verdict,
    content_lemmas,
    load_words,
    make_claim,
    similarity,
    tokens_in,
    verb_of,
)

WORDS = Path(__file__).with_suffix(".toml")
SENTENCE_END = re.compile(r"(?<=[.!?:])['’”\"]*\s+")
# "for customers who stay with their plan", "to those that asked"
RESTRICTED = re.compile(r" (?:for|to|in|on|at) (?:\S+ ){1,3}(?:who|that|which) ")
NEGATIVE = frozenset({"not", "n't", "never", "no", "nobody", "nothing", "none", "neither", "cannot"})

SHORTEST = 3
"""Words of a statement at least."""

ALIKE = 0.5
"""Likeness from which two words mean the same."""

FEWEST, COVERED = 2, 0.6
"""Words that two statements share at least, and the share of the flat one's words."""

MANY, PLAINLY = 3, 0.75
"""The same, each word as it stands, where an article is long."""

LONG = 10
"""Sentences from which an article is long."""

NEAR = 70
"""Characters between a noun for a promise and what is promised."""

LONGEST = 190
"""Characters of a statement that is cited whole."""


@dataclass(frozen=True, slots=True)
class _Statement:
    span: Span
    speaker: str
    words: frozenset[str]
    open: bool | None
    denied: bool


def extract(document: Document) -> Iterator[Claim]:
    """Claims for what a named speaker says, where the article has it with its limits only, or without them only."""
    said: dict[str, list[_Statement]] = {}
    long = len(document.sentences) > LONG
    for quote in document.quotes:
        if quote.speaker_entity is not None:
            for statement in _read(document, quote, quote.speaker_entity, long):
                said.setdefault(statement.speaker, []).append(statement)
    for statement in _read_vows(document, long):
        said.setdefault(statement.speaker, []).append(statement)
    for speaker, statements in said.items():
        for one in statements:
            if one.open is None:
                continue
            if not any(other.open is not one.open and _share(one.words, other.words) for other in statements):
                yield _claim(document, speaker, one)


def _read(document: Document, quote: Quote, speaker: str, long: bool) -> Iterator[_Statement]:
    """The sentences of what is quoted."""
    text = document.text[quote.content.start : quote.content.end]
    at = 0
    for end in (*(m.end() for m in SENTENCE_END.finditer(text)), len(text)):
        span = Span(quote.content.start + at, quote.content.start + end)
        at = end
        if not text[:end].rstrip(" ”’\"'").endswith("?"):
            yield from _state(document, span, speaker, quote.type is QuoteType.INDIRECT, long)


def _read_vows(document: Document, long: bool) -> Iterator[_Statement]:
    """What somebody promises, admits or gives his word for, where it is not read as speech."""
    verbs, nouns = _load("vowing"), _load("vows")
    covered = [quote.content for quote in document.quotes]
    for clause in document.clauses:
        vow, speaker = None, None
        above = document.clauses[clause.governor] if clause.governor is not None else None
        if above is not None and clause.relation == "complement" and above.predicate.split()[:1] != []:
            told = above.predicate.split()[0] in verbs or nouns & {a.lemma for a in above.arguments}
            vow, speaker = (clause, _person(document, above)) if told else (None, None)
        elif (
            above is not None
            and clause.relation == "conjunct"
            and clause.predicate in verbs
            and above.index + 1 == clause.index
        ):
            vow, speaker = above, _person(document, clause)
        elif clause.relation == "relative" and document.text[clause.span.start : clause.span.start + 5] == "that ":
            before = document.tokens_touching(Span(max(0, clause.span.start - NEAR), clause.span.start))
            near = Span(before[0].span.start, clause.span.start) if before else clause.span
            people = document.mentions_in(near, MentionKind.PERSON)
            if people and nouns & {t.lemma.lower() for t in before}:
                vow, speaker = clause, people[-1].entity
        if vow is not None and speaker is not None and not any(c.overlaps(vow.span) for c in covered):
            yield from _state(document, vow.span, speaker, True, long)


def _person(document: Document, clause: Clause) -> str | None:
    """Whoever does what a clause tells, if it is a person."""
    agent = clause.argument(Role.AGENT)
    known = document.entities.get(agent.entity) if agent is not None and agent.entity is not None else None
    return known.key if known is not None and known.kind is MentionKind.PERSON else None


def _state(document: Document, span: Span, speaker: str, reported: bool, long: bool) -> Iterator[_Statement]:
    tokens = [t for t in tokens_in(document, span) if span.contains(t.span)]
    words = content_lemmas(document, tokens) - _load("bare")
    telling = frozenset(verb_of(w) or w for w in words)
    if len(tokens) >= SHORTEST and telling:
        texts = [t.text.lower() for t in tokens]
        yield _Statement(span, speaker, telling, _is_open(texts, reported, long), bool(NEGATIVE & {*texts}))


@cache
def _load(name: str) -> frozenset[str]:
    return frozenset(load_words(WORDS)[name])


BACKSHIFTED = frozenset({"would", "should"})
"""Words that reported speech has for "will" and "shall"."""


def _is_open(texts: list[str], reported: bool, long: bool) -> bool | None:
    """Whether a statement is held open or limited; None where a long article may only seem to."""
    limited = _is_limited(texts, reported)
    return None if long and limited and not _load("plain") & {*texts} else limited


def _is_limited(texts: list[str], reported: bool) -> bool:
    if (_load("open") - (BACKSHIFTED if reported else frozenset())) & {*texts}:
        return True
    whole = f" {' '.join(texts)} "
    if RESTRICTED.search(whole):
        return True
    return any(f" {phrase} " in whole for phrase in _load("phrases"))


def _claim(document: Document, speaker: str, statement: _Statement) -> Claim:
    end = min(statement.span.end, statement.span.start + LONGEST)
    focus = Span(statement.span.start, end)
    return make_claim(
        document,
        "proviso",
        asks="was it said without conditions?",
        slot="said",
        value=TextValue(focus.of(document.text), " ".join(sorted(statement.words))),
        parts={"open": {"open"} if statement.open else (), "denied": {"denied"} if statement.denied else ()},
        focus=focus,
        scope={LONG_ARTICLE} if len(document.sentences) > LONG else (),
        heads=(),
        entities=(speaker,),
        topic=statement.words,
        reportable=False,
    )


def _share(flat: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether most words of the one are among the other's, or are like one of them."""
    exact = flat & whole
    if not exact:
        return False
    near = sum(1 for w in flat - whole if any(similarity(w, other) >= ALIKE for other in whole - flat))
    shared = len(exact) + near
    return shared >= FEWEST and shared >= COVERED * len(flat)


def _is_plain(flat: frozenset[str], whole: frozenset[str]) -> bool:
    """Whether the two share what is more than chance in long articles."""
    return len(flat & whole) >= MANY and len(flat & whole) >= PLAINLY * len(flat)


def compare(one: Claim, other: Claim) -> Verdict:
    """Two statements of one speaker: framing where one has limits that the other leaves out."""
    said = f"“{one.value.text}” beside “{other.value.text}”"
    if bool(one.part("open")) is bool(other.part("open")):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: both with limits, or both without")
    whole, flat = (one, other) if one.part("open") else (other, one)
    if flat.part("denied") and not whole.part("denied"):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: one of them denies")
    if not _share(flat.topic, whole.topic) or (one.scope | other.scope and not _is_plain(flat.topic, whole.topic)):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: of two things")
    return Verdict(Relation.FRAMING, f"{said}: one leaves the condition or the limits out")


RULE = Rule(
    id="proviso",
    version="1",
    severity=Severity.WARNING,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.0, concepts=0.0, entities=0.5, topic=0.5, threshold=0.4, breadth=0.03, agreeing=0.9, needs=("entities",)
    ),
    stake=4,
    single_source=False,
)
