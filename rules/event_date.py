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
from datetime import date, timedelta
from pathlib import Path

from checker.vocabulary import (
    BlockKind,
    Claim,
    Document,
    Linking,
    Mention,
    MentionKind,
    Part,
    Relation,
    Rule,
    Severity,
    Span,
    TimeValue,
    Timing,
    Verdict,
    compare_times,
    concepts,
    load_words,
    make_claim,
    occasions_of,
    read_timing,
    sentence_at,
    similarity,
    surroundings,
    tokens_in,
)

WORDS = Path(__file__).with_suffix(".toml")
KINDS = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION)
SAME_EVENT = 0.75
"""Lexical similarity from which two words name one event: synonyms and derived words."""

EVENT, MARK, PART = "event ", "mark ", "part "
"""What the entries of a claim's scope are: words of the event, marks of the occasion, the side of it that the time gives."""

AHEAD = frozenset({"next", "future"})
"""Marks of an occasion that lies ahead of the telling."""

NEAR = timedelta(days=40)
"""Two days further apart than this are seldom two tellings of one day, unless only the year differs or both lie ahead."""

WIDE = timedelta(days=500)
"""The same for what lies ahead, and for months, quarters and years."""


def extract(document: Document) -> Iterator[Claim]:
    """Claims for every time whose event is known."""
    words = {name: frozenset(forms) for name, forms in load_words(WORDS).items()}
    for mention in document.mentions:
        if mention.kind not in KINDS or not isinstance(mention.value, TimeValue) or mention.value.timex.endswith("_REF"):
            continue
        sentence = sentence_at(document, mention.span)
        if sentence is None or sentence.kind is BlockKind.BYLINE or _limits_a_record(document, mention):
            continue
        timing = read_timing(document, mention)
        if timing is not None and _is_dated(timing, mention.value, words):
            yield _claim(document, mention, mention.value, timing, words)


def _limits_a_record(document: Document, mention: Mention) -> bool:
    """Whether the time is the window of a superlative or a first ("the largest since 2016")."""
    assert isinstance(mention.value, TimeValue)
    before = Span(max(0, mention.span.start - 60), mention.span.start)
    tokens = [t for t in tokens_in(document, before)]
    if not any(t.text.lower() in {"since", "for", "in"} for t in tokens[-3:]):
        return False
    return any(t.tag in {"JJS", "RBS"} or t.text.lower() in {"first", "first-ever", "never"} for t in tokens)


def _is_dated(timing: Timing, value: TimeValue, words: dict[str, frozenset[str]]) -> bool:
    """Whether a reader would ask when this was: not the time of saying so, not a year in a name, not what nobody can name."""
    lead = timing.events[0]
    if not timing.nominal and lead in words["speech"]:
        return False
    if timing.nominal and lead in words["named"]:
        return False
    return any(w not in words["vague"] for w in (*timing.events, *timing.parties))


def _claim(
    document: Document, mention: Mention, value: TimeValue, timing: Timing, words: dict[str, frozenset[str]]
) -> Claim:
    lasting = timing.part in {Part.LENGTH, Part.LAPSE, Part.WAIT, Part.WITHIN, Part.APART}
    heads = [w for w in (*timing.events, *timing.parties[:4]) if w not in words["vague"] and not w.isdigit()]
    marks = timing.marks | ({"future"} if _lies_ahead(document, value) else set())
    scope = {EVENT + w for w in timing.events} | {MARK + w for w in marks} | {PART + timing.part}
    families = {c.id for c in concepts((*timing.events, *timing.parties[:1])) if c.family != "phase"}
    clause = timing.clause
    topic = surroundings(document, mention.span, clause)
    if timing.anaphoric and mention.sentence > 0:
        topic |= surroundings(document, document.sentences[mention.sentence - 1].span)
    label = " ".join((*timing.parties[:1], *timing.events[:1]))
    weight = _weigh(document, value, timing, lasting)
    return make_claim(
        document,
        "event_date",
        asks=f"how long: {label}?" if lasting else f"when: {label}?",
        slot="duration" if lasting else "date",
        value=value,
        focus=mention.span,
        clause=clause,
        heads=heads or timing.events,
        concepts={*families, *occasions_of((*timing.events, " ".join(timing.events[:2])))},
        topic=topic,
        scope=scope,
        weight=weight,
        reportable=weight >= 0.4,
    )


def _weigh(document: Document, value: TimeValue, timing: Timing, lasting: bool) -> float:
    """How much another desk would need it stood up: days ahead and lengths first, times of the day of telling last."""
    if lasting:
        return 0.55 if timing.part in {Part.LENGTH, Part.WAIT, Part.APART} and not value.approximate else 0.3
    if value.start is None or value.alternatives:
        return 0.3
    if _lies_ahead(document, value):
        return 0.65
    if value.clock is not None:
        return 0.5
    return 0.45 if any(c.isdigit() for c in value.text) else 0.3


def _lies_ahead(document: Document, value: TimeValue) -> bool:
    told = document.article.published_date
    return told is not None and value.start is not None and value.start.date() > told


def compare(one: Claim, other: Claim) -> Verdict:
    """Compare two times of one occasion; times of different occasions, or of different sides of one, are not compared."""
    assert isinstance(one.value, TimeValue)
    assert isinstance(other.value, TimeValue)
    apart = _tell_apart(one, other)
    if apart:
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.value.text}” beside “{other.value.text}”: {apart}")
    verdict = compare_times(one.value, other.value)
    if verdict.relation is not Relation.CONTRADICT:
        return verdict
    if one.value.text.lower() == other.value.text.lower():
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the same words, read from different days")
    if _far_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: too far apart to be one occasion")
    return verdict


def _of(claim: Claim, kind: str) -> frozenset[str]:
    return frozenset(w.removeprefix(kind) for w in claim.scope if w.startswith(kind))


def _tell_apart(one: Claim, other: Claim) -> str:
    """Why two claims are not about one side of one occasion; empty where nothing tells them apart."""
    if _of(one, PART) != _of(other, PART):
        return "different sides of it"
    marks, others = _of(one, MARK), _of(other, MARK)
    for these, those in ((marks, others), (others, marks)):
        if "past" in these and "past" not in those and those & AHEAD:
            return "different occasions"
        if "next" in these and not those & AHEAD:
            return "different occasions"
    if not _same_event(one, other):
        return "different events"
    return ""


def _same_event(one: Claim, other: Claim) -> bool:
    """Whether a word of each names the same event, or they are occasions or concepts of one kind."""
    if one.concepts & other.concepts:
        return True
    return any(similarity(a, b) >= SAME_EVENT for a in _of(one, EVENT) for b in _of(other, EVENT))


def _far_apart(one: Claim, other: Claim) -> bool:
    assert isinstance(one.value, TimeValue)
    assert isinstance(other.value, TimeValue)
    first, second = one.value, other.value
    if first.start is None or second.start is None or first.end is None or second.end is None:
        return False
    gap = max(first.start, second.start) - min(first.end, second.end)
    if _same_day_of_year(first.start.date(), second.start.date()):
        return False
    coarse = max(first.end - first.start, second.end - second.start)
    ahead = "future" in _of(one, MARK) & _of(other, MARK)
    return gap > (WIDE if ahead else max(NEAR, min(coarse, WIDE)))


def _same_day_of_year(one: date, other: date) -> bool:
    return (one.month, one.day) == (other.month, other.day) and (one.month, one.day) != (1, 1)


RULE = Rule(
    id="event_date",
    version="2",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.4, concepts=0.2, entities=0.1, topic=0.3, alone=0.1, threshold=0.4, agreeing=0.25, needs=("heads",)
    ),
    stake=4,
)
