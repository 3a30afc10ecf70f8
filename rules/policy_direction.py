"""Direction: raised beside cut, tightened beside eased, created beside axed.

## What it finds

Clauses that say which way something goes: a rate, a quota, a forecast, a restriction, jobs, a lead; and clauses that
approve or reject, allow or ban. Opposite directions of the same thing are a contradiction. A lead that lasts beside one
that shrinks, and controls that tighten beside trade that is let through, can both be so: they are framing.

## Why it matters

The direction is the news; a copying slip or a translation turns it round without leaving a trace in the figures.

## Example

> **Harbour Post:** Seoul would enlarge the quota for beef.
>
> **Coast Wire:** The beef quota will be made smaller.

## Limits

Movements over different periods are not told apart unless the articles give the periods. Wishes, orders and purposes
("to cut costs") are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from checker.vocabulary import (
    CARRIERS,
    PLANNED,
    Argument,
    BlockKind,
    Claim,
    Clause,
    Document,
    Linking,
    MentionKind,
    Polarity,
    Relation,
    Role,
    Rule,
    Sentence,
    Severity,
    Span,
    StatusReading,
    StatusValue,
    Tense,
    Verdict,
    ask_direction,
    compare_courses,
    compare_statuses,
    content_lemmas,
    figures_in,
    find_thing,
    is_event_noun,
    is_group_noun,
    is_person_noun,
    load_words,
    make_claim,
    names_thing,
    opposites_of,
    periods_apart,
    polarity_of,
    read_statuses,
    read_tendencies,
    same_thing,
    stage_of,
    surroundings,
    tells_of_other_days,
    times_apart,
    verb_of,
    within,
    word_concepts,
)

WORDS = Path(__file__).with_suffix(".toml")
FAMILIES = frozenset({"direction", "strictness", "permission", "approval"})
NAMES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)
SETTING = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.PLACE)
ASKS = {"lead": "who is ahead, and will it last?", "gate": "is trade held back or let through?"}
STRONG = frozenset({"direction", "strictness", "permission", "approval", "jobs"})
"""Families whose opposite answers cannot both be so; of the others they only read differently."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every clause that moves something, lets it through or holds it back."""
    words = load_words(WORDS)
    for reading in read_statuses(document, FAMILIES):
        thing = _thing(document, reading.clause)
        if reading.stage is None or thing is None or not _moves(document, reading, thing, words):
            continue
        yield _claim(document, reading.clause, thing, replace(reading.value, rung=reading.stage), words)
    for clause in document.clauses:
        yield from _read_fragment(document, clause, words)
        for value in _read_words(document, clause, words):
            thing = _thing(document, clause)
            if thing is not None:
                yield _claim(document, clause, thing, value, words)
    yield from _claim_courses(document)


def _periods(document: Document, sentence: Sentence) -> frozenset[str]:
    """Over what a sentence says that a thing went: the month, the year; empty where it says nothing of that."""
    words = [t.text.lower() for t in document.sentence_tokens(sentence)]
    found = {ADVERBS[w] for w in words if w in ADVERBS}
    for before, word, after in zip(words, words[1:], [*words[2:], ""], strict=False):
        unit = word.removesuffix("s")
        if unit in ADVERBS.values() and (before in OVER or after in {"ago", "earlier", "before"}):
            found.add(unit)
    return frozenset(found)


ADVERBS = {
    "daily": "day",
    "weekly": "week",
    "monthly": "month",
    "quarterly": "quarter",
    "annual": "year",
    "annually": "year",
    "yearly": "year",
}
OVER = frozenset({"on", "over", "last", "this", "past", "previous", "the"})
"""Words right before a length of time by which something went over it."""

BRIEF = 12
"""Sentences of an article up to which what it says goes up or down is what it tells of; much else does in others."""


def _claim_courses(document: Document) -> Iterator[Claim]:
    """A claim for every way that a thing is said to go in a brief, however it is said."""
    if len(document.sentences) > BRIEF:
        return
    found = list(read_tendencies(document))
    words = content_lemmas(document, document.tokens)
    for tendency in found:
        sentence = document.sentences[tendency.sentence]
        others = [t for t in found if t.axis == tendency.axis and t.way != tendency.way]
        mixed = any(t.kinds & tendency.kinds or t.nouns & tendency.nouns for t in others)
        opposite = "down" if tendency.way == "up" else "up"
        value = StatusValue(
            tendency.span.of(document.text),
            tendency.axis,
            f"{tendency.axis}.{tendency.way}",
            frozenset({f"{tendency.axis}.{opposite}"}),
            about=tuple(sorted(tendency.nouns)),
        )
        yield make_claim(
            document,
            "policy_direction",
            asks="which way does it go?",
            slot="course",
            value=value,
            parts={
                "kinds": tendency.kinds,
                "narrow": tendency.narrow,
                "hung": tendency.hung,
                "words": words,
                "mixed": {"mixed"} if mixed else (),
                "past": {"past"} if tells_of_other_days(document, sentence) and not _is_base(sentence) else (),
                "turned": {"turned"} if tendency.turned else (),
                "subject": {tendency.subject},
                "period": _periods(document, sentence),
                "figures": figures_in(document, sentence.span),
            },
            focus=tendency.span,
            heads=(tendency.axis,),
            topic=content_lemmas(document, document.sentence_tokens(sentence)),
            weight=0.3,
            reportable=False,
        )


BASES = re.compile(
    r"\b(?:than|against|versus|compared|from|same|on) (?:[\w-]+ ){0,5}?"
    r"(?:(?:last|previous|prior|preceding) (?:year|season)|ago|earlier)"
)
"""The earlier time that what is told now is set against: "against the same months of last year"."""


def _is_base(sentence: Sentence) -> bool:
    """Whether other days are named only as what the amount is set against."""
    return BASES.search(sentence.text.lower()) is not None


def _thing(document: Document, clause: Clause) -> Argument | None:
    """What moves; a pronoun under a label stands for the label ("Inflation: the bank nudged it up")."""
    thing = find_thing(document, clause)
    if thing is not None and not names_thing(document, thing):
        labels = [
            c.arguments[0]
            for c in document.clauses
            if c.sentence == clause.sentence and not c.predicate and c.arguments and c.arguments[0].role is Role.AGENT
        ]
        thing = next((a for a in labels if names_thing(document, a) and a.span.end <= clause.span.start), None)
    return thing


def _moves(document: Document, reading: StatusReading, thing: Argument, words: dict[str, Any]) -> bool:
    """Whether a clause of a movement is about something that can be measured."""
    if reading.concept.family != "direction":
        return True
    clause = reading.clause
    if any(c.governor == clause.index and c.relation == "complement" and not c.nominal for c in document.clauses):
        return False  # "declined to comment"
    head = document.tokens[thing.head]
    if thing.lemmas[0] in words["measures"]:
        return True
    # What can be counted goes up and down, too: "museum thefts fell", "visits to the park rose".
    opening = head.index == document.sentences[head.sentence].first  # a capital there makes no name
    named = (
        (head.tag.startswith("NNP") and not opening)
        or is_person_noun(thing.lemmas[0])
        or is_group_noun(thing.lemmas[0])
    )
    return (
        not named
        and (head.tag.endswith("S") or verb_of(thing.lemmas[0]) is not None)
        and is_event_noun(thing.lemmas[0])
    )


def _read_words(document: Document, clause: Clause, words: dict[str, Any]) -> Iterator[StatusValue]:
    """The directions that only a verb and its noun together give: jobs, leads, barriers, trade."""
    stage = stage_of(document, clause)
    thing = find_thing(document, clause)
    if stage is None or thing is None or not thing.lemmas:
        return
    head, said = thing.lemmas[0], clause.predicate
    jobs, lead, gate = words["jobs"], words["lead"], words["gate"]
    if said in lead["hold"]:
        head = next((a.lemmas[0] for a in clause.arguments if a.lemmas and a.lemmas[0] in lead["nouns"]), head)
    pole = ""
    if head in jobs["nouns"]:
        pole = "jobs.create" if said in jobs["create"] else "jobs.cut" if said in jobs["cut"] else ""
        pole = pole if any(figures_in(document, thing.span)) else ""
    elif head in lead["nouns"] and clause.tense is not Tense.PAST:
        pole = "lead.hold" if said in lead["hold"] else "lead.shrink" if said in lead["shrink"] else ""
        if said in lead["lasting"]:
            pole = "lead.shrink" if clause.polarity is Polarity.NEGATIVE else "lead.hold"
    elif head in gate["barriers"] and said in gate["raise"]:
        pole = "gate.raise"
    elif head in gate["flows"] and said in gate["clear"]:
        pole = "gate.clear"
    if not pole:
        return
    family = pole.partition(".")[0]
    polarity = Polarity.POSITIVE if family == "lead" else polarity_of(clause)
    opposite = {
        "jobs.create": "jobs.cut",
        "jobs.cut": "jobs.create",
        "lead.hold": "lead.shrink",
        "lead.shrink": "lead.hold",
        "gate.raise": "gate.clear",
        "gate.clear": "gate.raise",
    }[pole]
    text = clause.predicate_span.of(document.text)
    yield StatusValue(text, family, pole, frozenset({opposite}), stage, polarity, about=thing.lemmas)


def _read_fragment(document: Document, clause: Clause, words: dict[str, Any]) -> Iterator[Claim]:
    """The direction of a point in a list that is a noun phrase only: "An increase in the night allowance"."""
    if (
        clause.predicate
        or len(clause.arguments) != 1
        or document.sentences[clause.sentence].kind is not BlockKind.BULLET
    ):
        return
    phrase = clause.arguments[0]
    head, last = phrase.head, max(phrase.tokens, default=phrase.head)
    found = [c for c in word_concepts(phrase.lemmas[0]) if c.family == "direction"] if phrase.lemmas else []
    if len(found) != 1 or head >= last or document.tokens[head + 1].text.lower() not in {"in", "of", "to"}:
        return
    inner = [t for t in document.tokens[head + 2 : last + 1] if t.tag.startswith(("NN", "JJ"))]
    nouns = [t for t in inner if t.tag.startswith("NN") and t.lemma.lower() in words["measures"]]
    if not nouns:
        return
    lemmas = (nouns[0].lemma.lower(), *(t.lemma.lower() for t in inner if t is not nouns[0]))
    thing = replace(phrase, head=nouns[0].index, lemma=lemmas[0], lemmas=lemmas)
    value = StatusValue(
        document.tokens[head].text, "direction", found[0].id, opposites_of(found[0]), PLANNED, about=lemmas
    )
    yield _claim(document, clause, thing, value, words)


def _claim(document: Document, clause: Clause, thing: Argument, value: StatusValue, words: dict[str, Any]) -> Claim:
    narrowed = [
        w
        for a in clause.arguments
        if a is not thing and a.preposition in words["narrowing"] and not document.mentions_in(a.span, *SETTING)
        for w in a.lemmas[:2]
    ]
    figures = tuple(figures_in(document, clause.span))
    about = (*thing.lemmas[:4], *(w for w in narrowed if w not in thing.lemmas))
    focus = clause.predicate_span
    whole = Span(min(focus.start, thing.span.start), max(focus.end, thing.span.end))
    return make_claim(
        document,
        "policy_direction",
        asks=ASKS.get(value.family, f"which way does it go: {within(thing.text)}?"),
        slot=value.family,
        value=replace(value, about=about),
        focus=whole if whole.end - whole.start < 120 else focus,
        clause=clause,
        heads=({*about} - CARRIERS or {*about}) | {*figures} if value.family in STRONG else (value.family,),
        concepts=(value.family,),
        scope=_time_marks(document, clause) if value.family == "direction" and thing.lemmas[0] in TRADED else (),
        counter=value.family == "approval",
        parts={"period": _periods(document, document.sentences[clause.sentence])},
        topic=surroundings(document, focus, clause) | {*figures},
        weight=0.4,
    )


SESSIONS = {
    "early": (
        "early trading",
        "opening bell",
        "at the open",
        "premarket",
        "pre-market",
        "pre market",
        "in early trade",
    ),
    "late": ("late trading", "the close", "closing bell", "after-hours", "after hours", "closed at", "finished at"),
    "midday": ("midday", "mid-day", "afternoon trading", "morning trading", "by noon"),
}
"""Parts of a trading day by their words: prices that rise in one may fall in the next (own list)."""

TRADED = frozenset({"price", "share", "stock", "index", "bond", "yield", "future", "currency", "coin", "market"})
"""What goes up and down many times in a story (own list)."""


def _time_marks(document: Document, clause: Clause) -> frozenset[str]:
    """What sets a movement apart in time: the part of the trading day it is of, and that it is long gone by."""
    sentence = document.sentences[clause.sentence]
    said = sentence.text.lower()
    marks = {phrase for phrases in SESSIONS.values() for phrase in phrases if phrase in said}
    if tells_of_other_days(document, sentence):
        marks.add("long ago")
    return frozenset(marks)


def compare(one: Claim, other: Claim) -> Verdict:
    """Opposite directions of one thing in one period; the same direction planned and done goes together."""
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    if one.slot == "course":
        return compare_courses(one, other)
    verdict = compare_statuses(a, b)
    if a.family in STRONG and not same_thing(one, other, a.about, b.about):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; of different things")
    if a.family not in STRONG and a.concept == b.concept:
        # An article may say both; that one of them is said twice does not settle how it reads.
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    if verdict.relation not in {Relation.CONTRADICT, Relation.FRAMING}:
        return verdict
    if times_apart(one, other) or one.scope != other.scope or periods_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; at different times")
    if verdict.relation is Relation.FRAMING and a.concept == b.concept and not (a.denied or b.denied):
        return Verdict(Relation.COMPATIBLE, verdict.reason)
    if a.family not in STRONG:
        return Verdict(Relation.FRAMING, f"{verdict.reason}, but a reader takes away the one or the other")
    return verdict


RULE = Rule(
    id="policy_direction",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.5,
        concepts=0.0,
        entities=0.15,
        topic=0.35,
        threshold=0.45,
        breadth=0.05,
        agreeing=0.35,
        needs=("heads",),
    ),
    stake=2,
    single_source=False,
    ask=ask_direction,
)
