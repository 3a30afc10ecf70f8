"""Dates and times: when something happened or will happen, and how long it lasts.

## What it finds

For every date, clock time and duration, what it is the time of: the predicate it belongs to with its participants
("the court will rule on 3 May"), or the noun that carries it ("a 60-day truce", "Completion: fourth quarter"). Two
articles that give times for the same thing which cannot both hold are set against each other.

## Why it matters

Side dates (the day of an apology, a term of office, the next meeting) are where real articles on one event differ
most.

## Example

> **Harbour Post:** The inquiry will open on 3 May.
>
> **Coast Wire:** The inquiry will open on 13 May.

## Limits

The day on which somebody said something is not compared. A date without a year is read from the article's own date;
where an article has none, only day and month are compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
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
    Role,
    Rule,
    Sentence,
    Severity,
    Span,
    TimeBound,
    TimeValue,
    Timing,
    ask_time,
    compare_occurrences,
    compare_times,
    concepts,
    form_participle,
    is_untimed,
    kinds_told,
    load_words,
    make_claim,
    read_timing,
    read_towards,
    scope_of,
    sentence_at,
    surroundings,
    tokens_in,
)

WORDS = Path(__file__).with_suffix(".toml")
KINDS = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION)
OLD = 6
"""Tokens before a time that are read for "originally" and its like."""

LEAD = 5
"""Sentences at the top of an article that say what it is about."""

LENGTHS = frozenset({Part.LENGTH, Part.LAPSE, Part.WAIT, Part.WITHIN, Part.APART})
"""Sides of an occasion that a length of time gives."""

FINDING = "discovery"
"""The kind of happening that verbs of saying tell of when what they are said of is a case, a leak or the like."""


def extract(document: Document) -> Iterator[Claim]:
    """Claims for every time whose event is known."""
    yield from _mark_several(_mark_only(list(_claims(document))))


def _mark_only(claims: Sequence[Claim]) -> list[Claim]:
    """Mark the one length of an article, its one hour and its one day: few other things can be meant by it."""
    sorts = [_sort_of(claim) for claim in claims]
    return [
        replace(claim, parts=(*claim.parts, ("only", frozenset({sort})))) if sorts.count(sort) == 1 else claim
        for claim, sort in zip(claims, sorts, strict=True)
    ]


def _sort_of(claim: Claim) -> str:
    """What a time is one of among those of its article: lengths, hours, days."""
    if claim.slot == "duration":
        return "length"
    assert isinstance(claim.value, TimeValue)
    return "hour" if claim.value.clock is not None else "day"


def _mark_several(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Mark the times of a kind of happening of which the article gives several that differ."""
    told: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        for kind in claim.part("kind"):
            told.setdefault((claim.slot, kind), []).append(claim)
    for claim in claims:
        others = {c.id: c for kind in claim.part("kind") for c in told[claim.slot, kind] if c.id != claim.id}
        if any(_differ(claim, c) for c in others.values()):
            yield replace(claim, scope=claim.scope | {"mark several"})
        else:
            yield claim


def _differ(one: Claim, other: Claim) -> bool:
    """Whether two times of one article's kind are times of two."""
    first, second = one.value, other.value
    assert isinstance(first, TimeValue)
    assert isinstance(second, TimeValue)
    if {"part start", "part end"} <= one.scope | other.scope:
        return False
    return compare_times(first, second).relation is Relation.CONTRADICT


def _claims(document: Document) -> Iterator[Claim]:
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
        if sentence is None or _is_credit(sentence) or is_untimed(document, mention):
            continue
        if mention.kind is not MentionKind.DURATION and _is_superseded(document, mention, sentence, words):
            continue
        timing = read_timing(document, mention)
        if timing is not None and _is_dated(timing, words, document, mention):
            yield _claim(document, mention, mention.value, timing, words, about)


def _told_at_the_top(document: Document) -> frozenset[str]:
    """The occasions that an article is about."""
    found: set[str] = set()
    for clause in document.clauses:
        if clause.sentence < LEAD and not clause.nominal:
            tokens = tokens_in(document, clause.span)
            found |= {h.kind for h in kinds_told(tokens, (clause.predicate, f"{clause.predicate} {clause.particle}"))}
    return frozenset(found)


def _names(document: Document, mention: Mention, parties: Sequence[str]) -> frozenset[str]:
    """The participants that are names."""
    sentence = document.sentences[mention.sentence]
    near = document.tokens[max(0, sentence.first - 60) : sentence.last]
    return frozenset(t.lemma.lower() for t in near if t.tag in {"NNP", "NNPS"}).intersection(parties)


def _is_credit(sentence: Sentence) -> bool:
    """Whether a line says only who wrote or posted when; the row of a table does not."""
    posted = "(@" in sentence.text or "pic.twitter.com" in sentence.text or "file photo" in sentence.text
    return posted or (sentence.kind is BlockKind.BYLINE and " | " not in sentence.text)


def _is_superseded(document: Document, mention: Mention, sentence: Sentence, words: dict[str, frozenset[str]]) -> bool:
    """Whether the sentence itself gives the time up for another ("first set for 5 May, was put off to 9 May")."""
    tokens = document.sentence_tokens(sentence)
    if not any(t.lemma.lower() in words["moved"] for t in tokens):
        return False
    before = [t.text.lower() for t in tokens if t.span.start < mention.span.start][-OLD:]
    return bool(words["originally"] & set(before))


LEARNING = frozenset({"learn", "hear", "know"})
"""Verbs of saying that are part of what happens in "learn her fate", "heard the case"."""


def _is_plain(timing: Timing) -> bool:
    """Whether a verb of learning is part of what happens ("learns her punishment on 26 May")."""
    learning = timing.clause is not None and timing.clause.predicate in LEARNING
    return learning and timing.firm and bool(timing.kinds)


def _is_let_in(timing: Timing) -> bool:
    """Whether somebody is admitted somewhere, and does not admit something."""
    clause = timing.clause
    return clause is not None and clause.predicate == "admit" and any(a.preposition == "to" for a in clause.arguments)


def _is_found(timing: Timing) -> bool:
    """Whether a case is confirmed or a sighting reported, passively: the time is that of the finding itself."""
    clause = timing.clause
    if clause is None or clause.argument(Role.AGENT) is not None or clause.argument(Role.PATIENT) is None:
        return False
    return any(h.kind == FINDING for h in timing.kinds)


def _is_noticed(timing: Timing) -> bool:
    """Whether it is the time of what is heard or seen, passively: "a blast was heard at eleven"."""
    clause = timing.clause
    return clause is not None and bool(timing.kinds) and clause.predicate not in timing.events and not timing.nominal


def _is_set_down(timing: Timing, document: Document, mention: Mention) -> bool:
    """Whether a verb of saying puts the time itself down: "promised for 2027", "Shots reported: 05:35"."""
    clause = timing.clause
    if clause is None or clause.argument(Role.AGENT) is not None or clause.argument(Role.PATIENT) is None:
        return False
    before = document.text[max(0, mention.span.start - 5) : mention.span.start].lower()
    return before.endswith((" for ", ": "))


def _is_dated(timing: Timing, words: dict[str, frozenset[str]], document: Document, mention: Mention) -> bool:
    """Whether a reader would ask when it was: not the time of saying so, a year in a name, or what nobody names."""
    lead = next(iter(timing.events), "")
    if (
        not timing.nominal
        and (timing.part not in LENGTHS or timing.part is Part.LAPSE)  # "two hours later she confirmed it"
        and not _is_let_in(timing)
        and not _is_found(timing)
        and not _is_noticed(timing)
        and not _is_set_down(timing, document, mention)
        and "planned" not in timing.marks
        and not _is_plain(timing)
        and (lead in words["speech"] or (timing.clause and timing.clause.predicate in words["speech"]))
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
    lasting = timing.part in LENGTHS
    kinds = frozenset(h.kind for h in timing.kinds)
    named = [w for w in timing.events if w not in words["vague"] and not (kinds and w in words["phase"])]
    parties = [w for w in (*timing.parties, *timing.echoed) if w not in words["vague"]]
    heads = {*(kinds or named), *parties[:4]}
    marks = timing.marks | ({"future"} if _lies_ahead(document, value) else set())
    if kinds & about:
        marks |= {"central"}
    families = {c.id for c in concepts((*timing.events, *timing.parties[:1])) if c.family != "phase"}
    clause = timing.clause
    topic = surroundings(document, mention.span, clause)
    if timing.anaphoric and mention.sentence > 0:
        topic |= surroundings(document, document.sentences[mention.sentence - 1].span)
    verbs = {t.lemma.lower() for t in tokens_in(document, clause.span) if t.tag.startswith("VB")} if clause else set()
    happened = [form_participle(w) if w in verbs and not lasting else w for w in timing.events[:1]]
    label = " ".join((*timing.parties[:1], *happened))
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
        scope=scope_of(timing, frozenset(marks), words["vague"]),
        weight=weight,
        reportable=weight >= 0.4,
        parts={
            "event": timing.events,
            "party": parties,
            "predicate": (clause.predicate,) if clause is not None else (),
            "kind": kinds,
            "firm": kinds if timing.firm else (),
            "around": timing.around | about if timing.anaphoric and not timing.firm else timing.around,
            "named": _names(document, mention, parties),
            "ordinal": words["ordinal"].intersection(timing.parties, timing.events),
            "rank": words["rank"].intersection((*timing.parties, *timing.events, *_words_before(document, mention))),
            "mark": marks,
            "towards": read_towards(document, mention) if lasting else (),
        },
    )


RANKED = 45
"""Characters before a time in which the number of what happened then may stand ("its sixth nuclear test on 3 May")."""


def _words_before(document: Document, mention: Mention) -> Iterator[str]:
    """The words of the sentence that stand close before a time, lower case."""
    before = tokens_in(document, Span(max(0, mention.span.start - RANKED), mention.span.start))
    return (token.text.lower() for token in before if token.sentence == mention.sentence)


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


RULE = Rule(
    id="event_date",
    version="2",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare_occurrences,
    linking=Linking(
        heads=0.35,
        concepts=0.3,
        entities=0.1,
        topic=0.25,
        alone=0.1,
        threshold=0.4,
        agreeing=0.25,
        breadth=0.09,
        fitted=True,
    ),
    stake=4,
    ask=ask_time,
)
