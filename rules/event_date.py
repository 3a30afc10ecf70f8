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
    QuoteType,
    Relation,
    Rule,
    Sentence,
    Severity,
    Span,
    TimeBound,
    TimeValue,
    Timing,
    Verdict,
    compare_times,
    concepts,
    familiarity,
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

EVENT, PARTY, MARK, PART = "event ", "party ", "mark ", "part "
"""What the entries of a claim's scope are: words of the event, who takes part, marks of the occasion, the side told."""

SAME_PARTY = 0.75
"""Lexical similarity from which two words can name one participant: synonyms."""

OLD = 6
"""Tokens before a time that are read for "originally" and its like."""

LEAD = 5
"""Sentences at the top of an article that say what it is about."""

TELLING = 0.35
"""Familiarity from which a shared word of the surroundings says that two claims are about the same."""

ALIKE = 8
"""Lengths of which one is more than this many times the other are lengths of different things."""

OF_ONE_THING = frozenset({Part.WAIT, Part.APART})
"""Lengths that few things in a story have."""

SPOKEN = frozenset({"today", "tonight", "tomorrow", "yesterday", "this", "last", "next"})
"""What a time opens with that, in a quotation, is counted from the day it was said and not from the article's."""

DEICTIC = frozenset({"this", "last", "past", "next", "earlier", "later"})
"""What a unit opens with that is counted from the day of telling, and loosely ("last week", "this quarter")."""

ANAPHORIC = frozenset({"that", "same"})
"""What a time opens with that is told elsewhere ("that morning")."""

WEEK = timedelta(days=6)
"""How far two days of the week can lie apart when each is told within a week ("on Tuesday")."""

AHEAD = frozenset({"next", "future"})
"""Marks of an occasion that lies ahead of the telling."""

NEAR = timedelta(days=15)
"""Two days further apart than this are seldom two tellings of one day, unless only the year differs or both lie ahead."""

WIDE = timedelta(days=500)
"""The same for what lies ahead, and for months, quarters and years."""


def extract(document: Document) -> Iterator[Claim]:
    """Claims for every time whose event is known."""
    words = {name: frozenset(forms) for name, forms in load_words(WORDS).items()}
    about = _told_at_the_top(document)
    for mention in document.mentions:
        if (
            mention.kind not in KINDS
            or not isinstance(mention.value, TimeValue)
            or mention.value.timex.endswith("_REF")
        ):
            continue
        sentence = sentence_at(document, mention.span)
        if sentence is None or sentence.kind is BlockKind.BYLINE or _is_no_date(document, mention):
            continue
        if _is_superseded(document, mention, sentence, words):
            continue
        timing = read_timing(document, mention)
        if timing is not None and _is_dated(timing, mention.value, words):
            yield _claim(document, mention, mention.value, timing, words, about)


def _told_at_the_top(document: Document) -> frozenset[str]:
    """The occasions that an article is about."""
    lead = document.sentences[:LEAD]
    return occasions_of({t.lemma.lower() for s in lead for t in document.sentence_tokens(s)})


def _is_no_date(document: Document, mention: Mention) -> bool:
    """Whether the time is the window of a superlative ("the largest since 2016") or part of a name ("Long March 9")."""
    assert isinstance(mention.value, TimeValue)
    before = Span(max(0, mention.span.start - 60), mention.span.start)
    tokens = tokens_in(document, before)
    inside = {n for t in tokens_in(document, mention.span) for n in (t.index, t.head)}
    if tokens and tokens[-1].tag in {"NNP", "JJ"} and tokens[-1].text[:1].isupper() and tokens[-1].head in inside:
        return True
    if mention.text.split()[0].lower() in SPOKEN and any(
        q.type is QuoteType.DIRECT and q.content.contains(mention.span) for q in document.quotes
    ):
        return True
    if not any(t.text.lower() in {"since", "for", "in"} for t in tokens[-3:]):
        return False
    return any(t.tag in {"JJS", "RBS"} or t.text.lower() in {"first", "first-ever", "never"} for t in tokens)


def _is_superseded(document: Document, mention: Mention, sentence: Sentence, words: dict[str, frozenset[str]]) -> bool:
    """Whether the sentence itself gives the time up for another ("first set for 5 May, was put off to 9 May")."""
    tokens = document.sentence_tokens(sentence)
    if not any(t.lemma.lower() in words["moved"] for t in tokens):
        return False
    before = [t.text.lower() for t in tokens if t.span.start < mention.span.start][-OLD:]
    return bool(words["originally"] & set(before))


def _is_dated(timing: Timing, value: TimeValue, words: dict[str, frozenset[str]]) -> bool:
    """Whether a reader would ask when this was: not the time of saying so, not a year in a name, not what nobody can name."""
    lead = timing.events[0]
    if not timing.nominal and (
        lead in words["speech"] or (timing.clause and timing.clause.predicate in words["speech"])
    ):
        return False
    if timing.nominal and lead in words["named"]:
        return False
    return any(w not in words["vague"] for w in (*timing.events, *timing.parties))


def _claim(
    document: Document,
    mention: Mention,
    value: TimeValue,
    timing: Timing,
    words: dict[str, frozenset[str]],
    about: frozenset[str],
) -> Claim:
    lasting = timing.part in {Part.LENGTH, Part.LAPSE, Part.WAIT, Part.WITHIN, Part.APART}
    kinds = occasions_of(timing.events)
    named = [w for w in timing.events if w not in words["vague"] and not (kinds and w in words["phase"])]
    heads = {*(kinds or named), *(w for w in timing.parties[:4] if w not in words["vague"])}
    marks = timing.marks | ({"future"} if _lies_ahead(document, value) else set())
    if kinds and kinds <= words["personal"]:
        marks |= {"personal"}
    if kinds & about - words["personal"]:
        marks |= {"central"}
    scope = {EVENT + w for w in timing.events} | {MARK + w for w in marks} | {PART + timing.part}
    scope |= {PARTY + w for w in timing.parties if w not in words["vague"]}
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
        concepts={*families, *kinds},
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
    """Whether the time, or for a limit its end, comes after the day of telling."""
    told = document.article.published_date
    edge = value.end - timedelta(days=1) if value.bound is TimeBound.BY and value.end is not None else value.start
    return told is not None and edge is not None and edge.date() > told


def compare(one: Claim, other: Claim) -> Verdict:
    """Compare two times of one occasion; times of different occasions, or of different sides of one, are not compared."""
    assert isinstance(one.value, TimeValue)
    assert isinstance(other.value, TimeValue)
    apart = _tell_apart(one, other)
    if apart:
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.value.text}” beside “{other.value.text}”: {apart}")
    verdict = compare_times(one.value, other.value)
    if verdict.relation is Relation.COMPATIBLE and bool(one.value.clock) != bool(other.value.clock):
        # "Thursday" holds every hour of it: by way of the day, two hours that differ would count as one answer.
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    if verdict.relation is not Relation.CONTRADICT:
        return verdict
    if {one.value.text.split()[0].lower(), other.value.text.split()[0].lower()} & ANAPHORIC:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the day is told elsewhere")
    if one.value.text.lower() == other.value.text.lower():
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the same words, read from different days")
    if not (one.value.day_given and other.value.day_given) and not (_is_clocked(one) and _is_clocked(other)):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: parts of days that are not named")
    if _far_apart(one, other):
        return Verdict(
            Relation.NOT_COMPARABLE, f"{verdict.reason}: too far apart, or too loosely told, to be one occasion"
        )
    return verdict


def _of(claim: Claim, kind: str) -> frozenset[str]:
    return frozenset(w.removeprefix(kind) for w in claim.scope if w.startswith(kind))


def _tell_apart(one: Claim, other: Claim) -> str:
    """Why two claims are not about one side of one occasion; empty where nothing tells them apart."""
    if _of(one, PART) != _of(other, PART):
        return "different sides of it"
    marks, others = _of(one, MARK), _of(other, MARK)
    lapsed = PART + Part.LAPSE in one.scope
    if ("past" in marks) != ("past" in others) and not lapsed:
        return "different occasions"
    if ("next" in marks and not others & AHEAD) or ("next" in others and not marks & AHEAD):
        return "different occasions"
    if not _same_event(one, other):
        return "different events"
    if not _same_parties(one, other):
        return "nothing says that it is the same occasion"
    return ""


def _same_event(one: Claim, other: Claim) -> bool:
    """Whether a word of each names the same event, or they are occasions or concepts of one kind."""
    if one.concepts & other.concepts:
        return True
    return any(similarity(a, b) >= SAME_EVENT for a in _of(one, EVENT) for b in _of(other, EVENT))


def _same_parties(one: Claim, other: Claim) -> bool:
    """Whether the participants, the words around or what both articles are about say that one occasion is meant."""
    ours, theirs = _of(one, PARTY), _of(other, PARTY)
    if any(a == b or similarity(a, b) >= SAME_PARTY for a in ours for b in theirs):
        return True
    if ours & _of(other, EVENT) or theirs & _of(one, EVENT):
        return True
    kind = bool(one.concepts & other.concepts)
    marks, either = _of(one, MARK) & _of(other, MARK), _of(one, MARK) | _of(other, MARK)
    if "future" in marks and kind:
        return True
    if ours and theirs:
        return False
    lasting = PART + Part.LENGTH in one.scope
    if kind and ("central" in (either if lasting else marks) or _of(one, PART) & OF_ONE_THING):
        return True
    if kind and _is_clocked(one) and _is_clocked(other):
        return True
    if "personal" in marks:
        return False
    shared = (one.topic & other.topic) - _of(one, EVENT) - _of(other, EVENT)
    return sum(familiarity(w) >= TELLING for w in shared) >= 2


def _is_clocked(claim: Claim) -> bool:
    """Whether the time is given by the clock."""
    value = claim.value
    assert isinstance(value, TimeValue)
    readings = value.alternatives or (value,)
    return all(v.clock is not None and v.clock[1] - v.clock[0] <= 60 for v in readings)


def _far_apart(one: Claim, other: Claim) -> bool:
    assert isinstance(one.value, TimeValue)
    assert isinstance(other.value, TimeValue)
    first, second = one.value, other.value
    if first.seconds and second.seconds:
        short, long = sorted((first.seconds[0], second.seconds[0]))
        return long > ALIKE * short
    if first.start is None or second.start is None or first.end is None or second.end is None:
        return False
    gap = max(first.start, second.start) - min(first.end, second.end)
    if _same_day_of_year(first.start.date(), second.start.date()):
        return False
    fine = min(first.end - first.start, second.end - second.start)
    ahead = "future" in _of(one, MARK) & _of(other, MARK)
    if any(
        v.text.split()[0].lower() in DEICTIC and gap < v.end - v.start for v in (first, second) if v.start and v.end
    ):
        return True
    near = NEAR if any(any(c.isdigit() for c in v.text) for v in (first, second)) else WEEK
    return gap > (WIDE if ahead else max(near, fine))


def _same_day_of_year(one: date, other: date) -> bool:
    return (one.month, one.day) == (other.month, other.day) and (one.month, one.day) != (1, 1)


RULE = Rule(
    id="event_date",
    version="2",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(heads=0.35, concepts=0.3, entities=0.1, topic=0.25, alone=0.1, threshold=0.4, agreeing=0.25),
    stake=4,
)
