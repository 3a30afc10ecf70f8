"""Firsts and records: "the first ever", "the third time", "the largest since", and the instances set against them.

## What it finds

Claims to be first, largest and the like, with the words that draw their limits ("formal", "of this term", "since
2016"), counted instances of the same thing ("the third time that", "third in a row"), "never before", and earlier
instances that are told of ("prior talks", "was not the first"). Another place for the same thing inside the same
limits is a contradiction; other limits are framing, with the limits named.

## Why it matters

A "first" is the claim most often copied without its limits.

## Example

> **Harbour Post:** It was the first conference of its kind.
>
> **Coast Wire:** It was the third: donors had met twice before.

## Limits

Whether a limit was met is not decided. Sequences inside the event ("the first prisoners"), fractions, and firsts that
are only passed on ("billed as the first") are left alone. An earlier instance is recognised by words such as "prior",
"already", "last" and "once before"; a bare date is none. That a thing is not the first or the only one counts where it
is said outright ("First in Asia? No.") or another one is told of.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from checker.vocabulary import (
    LONG_ARTICLE,
    Best,
    BlockKind,
    Claim,
    Document,
    FirstValue,
    Linking,
    Polarity,
    Rank,
    Relation,
    Role,
    Rule,
    Severity,
    Verdict,
    ask_quoted,
    bounds_apart,
    compare_bests,
    compare_firsts,
    compare_holders,
    compare_precedents,
    compare_primacies,
    content_lemmas,
    familiarity,
    holds_now,
    load_words,
    make_claim,
    noun_of,
    occasions_of,
    points_back,
    read_bests,
    read_precedents,
    read_primacies,
    read_ranks,
    similarity,
    surroundings,
    words_before,
)

WORDS = Path(__file__).with_suffix(".toml")
SAME_THING = 0.55
"""Lexical similarity from which two words can name what is ranked: synonyms, and kinds of one another."""

TELLING, SEVERAL = 0.3, 3
"""Familiarity from which a shared word says that two claims are about the same, and words that do for plain firsts."""


STEM, FIELD, OVERLAP = 6, 2, 0.34
"""Letters by which words of a field are told apart; words that make one; share that two tellings of one field have."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every first, record or counted instance, and for earlier instances."""
    measures: dict[str, str] = load_words(WORDS)["measures"]
    ranks = list(read_ranks(document))
    told = {(r.measure, r.rank, w) for r in ranks if not _in_headline(document, r) for w in _names(r)}
    for rank in ranks:
        # The text says more exactly what a headline says; both would only count as the same claim twice.
        if _in_headline(document, rank) and any((rank.measure, rank.rank, w) in told for w in _names(rank)):
            continue
        yield _claim(document, rank, measures)
        if rank.rank and rank.measure == "first" and not rank.straight and not rank.denied:
            yield from _claim_succession(document, rank)
    counted = 0
    for best in read_bests(document):
        if counted < MOST:
            counted += 1
            yield _claim_best(document, best, measures)
    yield from _claim_precedents(document)
    yield from _claim_primacies(document, ranks)


def _claim_primacies(document: Document, ranks: Iterable[Rank]) -> Iterator[Claim]:
    """Claims to be first or the only one of a kind, and what speaks against them."""
    for primacy in read_primacies(document, ranks):
        yield make_claim(
            document,
            "first_framing",
            asks="the first or only one of its kind?",
            slot="primacy",
            value=primacy.value,
            parts=primacy.parts,
            focus=primacy.span,
            heads=("primacy",),
            concepts=("primacy",),
            weight=0.3,
            reportable=False,
        )


def _claim_succession(document: Document, rank: Rank) -> Iterator[Claim]:
    """A claim for a place in a row of those who did a thing, whatever each article calls them."""
    noun = noun_of(document, rank)
    text = rank.span.of(document.text)
    if not noun or _in_headline(document, rank):
        return
    now = holds_now(text)
    value = FirstValue(text, "row", rank.rank, rank.narrow - {noun}, "" if now else rank.since, rank.ever or now)
    yield make_claim(
        document,
        "first_framing",
        asks=f"the first, the second or a later one: {noun}?",
        slot="row",
        value=value,
        parts={
            "noun": {noun},
            "echo": {"echo"} if points_back(text) else (),
            "limit": rank.limits,
            "now": {"now"} if now else (),
        },
        focus=rank.span,
        clause=rank.clause,
        heads=("row",),
        topic=words_before(document, rank),
        scope={*rank.thing, *rank.limits},
        weight=0.3,
        reportable=False,
    )


LONG_FROM = 36
"""Sentences from which much in an article is the first of something."""

MOST = 3
"""Claims of one article to stand out that are set beside another's."""


def _claim_best(document: Document, best: Best, measures: dict[str, str]) -> Claim:
    """A claim to stand out, whatever is ranked: only its limits are compared."""
    return make_claim(
        document,
        "first_framing",
        asks=f"the {measures.get(best.measure, best.measure)}, and within what limits?",
        slot="standing",
        value=FirstValue(
            text=best.span.of(document.text),
            measure=best.measure,
            rank=1,
            scope=best.limits,
            since=best.since,
            ever=best.ever and not best.since,
            start=best.start,
        ),
        focus=best.span,
        heads=(best.measure,),
        concepts=("standing",),
        scope={LONG_ARTICLE} if len(document.sentences) > LONG_FROM else (),
        weight=0.3,
        reportable=False,
    )


def _claim_precedents(document: Document) -> Iterator[Claim]:
    """A claim for every place in a row of its like that a brief gives, however it is said."""
    if len(document.sentences) > BRIEF:
        return
    words = content_lemmas(document, document.tokens)
    for precedent in read_precedents(document):
        yield make_claim(
            document,
            "first_framing",
            asks="the first of its like, or a later one?",
            slot="place",
            value=precedent.place,
            parts={
                "noun": {precedent.noun},
                "kinds": precedent.kinds,
                "around": precedent.around,
                "words": words,
                "mixed": {"mixed"} if precedent.mixed else (),
            },
            focus=precedent.span,
            heads=("place",),
            concepts=("place",),
            weight=0.3,
            reportable=False,
        )


BRIEF = 12
"""Sentences of an article up to which what it counts is what it tells of; a long one counts much besides."""


def _subject(rank: Rank) -> tuple[str, ...]:
    """The words of who or what the clause of a rank is about."""
    agent = rank.clause.argument(Role.AGENT) if rank.clause is not None else None
    return agent.lemmas if agent is not None else ()


def _kinds(thing: Iterable[str]) -> frozenset[str]:
    """The kinds of happening or prize that the words name, under whichever of their words."""
    kinds: dict[str, list[str]] = load_words(WORDS)["kinds"]
    return frozenset(name for name, words in kinds.items() if any(word in words for word in thing))


def _heads(thing: tuple[str, ...]) -> frozenset[str]:
    """The words that name what is ranked, those of a kind under its one name."""
    alone = [w for w in thing if not any(other != w and other.split("-")[0].split()[0] == w for other in thing)]
    return frozenset(h for w in alone for h in (_kinds((w,)) or {w, *occasions_of((w,))}))


def _in_headline(document: Document, rank: Rank) -> bool:
    return document.sentences[rank.sentence].kind is BlockKind.HEADLINE


def _names(rank: Rank) -> frozenset[str]:
    """What a rank's thing is called, and the occasions that it is one of."""
    return occasions_of(rank.thing) | frozenset(rank.thing)


COUNTED = {0: "was there one before", 1: "the first", 2: "the second", 3: "the third", 4: "the fourth", 5: "the fifth"}
"""How a place in a row is said."""


def _claim(document: Document, rank: Rank, measures: dict[str, str]) -> Claim:
    topic = surroundings(document, rank.span, rank.clause)
    sentence = document.sentences[rank.sentence]
    if rank.told_before and sentence.index > 0:
        topic |= surroundings(document, document.sentences[sentence.index - 1].span)
    kinds = _kinds(rank.thing)
    bounded = rank.ever or bool(rank.since) or bool(rank.narrow)
    what = COUNTED.get(rank.rank, f"number {rank.rank}")
    if rank.rank and rank.measure in measures:
        what = f"the {measures[rank.measure]}"
    return make_claim(
        document,
        "first_framing",
        asks=f"{what}, and within what limits: {' '.join(rank.thing[:3])}?",
        slot="rank",
        value=FirstValue(
            text=rank.span.of(document.text),
            measure=rank.measure,
            rank=rank.rank,
            scope=rank.narrow,
            since=rank.since,
            ever=rank.ever,
            straight=rank.straight,
            start=rank.start,
            last=rank.last,
            classed=rank.classed,
        ),
        parts={"party": tuple(sorted(rank.parties)), "owner": rank.owner, "subject": _subject(rank)},
        focus=rank.span,
        clause=rank.clause,
        heads=_heads(rank.thing),
        concepts=kinds | occasions_of(rank.thing),
        topic=topic | rank.limits,
        scope=rank.limits,
        weight=0.6 if bounded else 0.45,
        reportable=rank.rank > 0,
        polarity=Polarity.NEGATIVE if rank.denied else Polarity.POSITIVE,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Compare two ranks of one thing; ranks of different things are not compared."""
    if one.slot == "place":
        return compare_precedents(one, other)
    assert isinstance(one.value, FirstValue)
    assert isinstance(other.value, FirstValue)
    if one.slot == "primacy":
        return compare_primacies(one, other)
    if one.slot == "standing":
        return compare_bests(one, other)
    if one.slot == "row":
        return compare_holders(one, other)
    ranked = ((one, one.value.rank), (other, other.value.rank))
    instance = any(rank == 0 and claim.polarity is Polarity.POSITIVE for claim, rank in ranked)
    if not _same_thing(one, other) or (instance and not _same_story(one, other)):
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.value.text}” beside “{other.value.text}”: different things")
    if instance and not one.concepts & other.concepts:
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.value.text}” beside “{other.value.text}”: different happenings")
    if instance and any(_is_anothers(a, b) for a, b in ((one, other), (other, one))):
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.value.text}” beside “{other.value.text}”: another's")
    if (
        one.value.rank != other.value.rank
        and min(one.value.rank, other.value.rank) == 1
        and bounds_apart(one.scope, other.scope)
    ):
        return Verdict(Relation.FRAMING, f"“{one.value.text}” beside “{other.value.text}”: counted within other bounds")
    if one.value.rank != other.value.rank and (apart := _counted_for_others(one, other)):
        return Verdict(Relation.FRAMING, f"“{one.value.text}” beside “{other.value.text}”: counted for {apart}")
    verdict = compare_firsts(*_with_one_scope(one.value, other.value))
    if instance and verdict.relation is Relation.CONTRADICT and _is_vague(one.value, other.value):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, but when it was is not told")
    same = verdict.relation in (Relation.AGREE, Relation.COMPATIBLE) and one.value.rank == other.value.rank > 0
    if same and one.value.ever and other.value.ever and _fields_differ(one.scope, other.scope):
        return Verdict(Relation.FRAMING, f"“{one.value.text}” beside “{other.value.text}”: in different fields")
    return verdict


def _is_anothers(instance: Claim, other: Claim) -> bool:
    """Whether an earlier instance is told of somebody of whom the other telling says nothing."""
    owner = set(instance.part("owner"))
    if not owner or owner & (other.heads | other.scope):
        return False
    return not owner & set(other.part("subject"))


def _is_vague(one: FirstValue, other: FirstValue) -> bool:
    """Whether an instance without a day of its own stands beside a first that is not said to be one of all time."""
    instance, claim = sorted((one, other), key=lambda v: v.rank)
    return instance.start is None and not instance.last and not claim.ever and not claim.since


def _counted_for_others(one: Claim, other: Claim) -> str:
    """Those for or from whom a first is counted, where the other telling names nothing of them; empty if it does."""
    for claim, beside in ((one, other), (other, one)):
        assert isinstance(claim.value, FirstValue)
        told = beside.topic | beside.heads | beside.scope
        missing = [
            party for party in claim.part("party") if party not in told and not (_kinds((party,)) & _kinds(told))
        ]
        if claim.value.rank == 1 and missing and not claim.value.ever:
            return ", ".join(missing)
    return ""


def _with_one_scope(one: FirstValue, other: FirstValue) -> tuple[FirstValue, FirstValue]:
    """The values with words of their limits that mean the same made the same ("fatal", "deadly")."""
    if not one.scope or not other.scope or one.scope == other.scope:
        return one, other
    renamed = {
        b: a
        for b in other.scope - one.scope
        for a in one.scope - other.scope
        if similarity(a, b) >= SAME_THING or a[:STEM] == b[:STEM]
    }
    return one, replace(other, scope=frozenset(renamed.get(word, word) for word in other.scope))


def _fields_differ(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the phrases name fields that hardly overlap ("for a bank", "in competition law"); words by their stem."""
    ours, theirs = ({w[:STEM] for w in words} for words in (one, other))
    least = min(len(ours), len(theirs))
    return least >= FIELD and len(ours & theirs) <= least * OVERLAP


def _same_thing(one: Claim, other: Claim) -> bool:
    """Whether what is ranked can be one thing: an occasion of one kind, or words that mean the same."""
    if one.concepts & other.concepts:
        return True
    pairs = ((a, b) for a in one.heads for b in other.heads if familiarity(a) >= TELLING and familiarity(b) >= TELLING)
    return any(a == b or similarity(a, b) >= SAME_THING for a, b in pairs)


def _same_story(one: Claim, other: Claim) -> bool:
    """Whether the words around or those involved are shared beyond the thing itself: any launch is a launch."""
    if one.entities & other.entities:
        return True
    shared = (one.topic & other.topic) - (one.heads & other.heads)
    return any(familiarity(w) >= TELLING for w in shared)


RULE = Rule(
    id="first_framing",
    version="2",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.35, concepts=0.2, entities=0.15, topic=0.3, alone=0.15, threshold=0.38, breadth=0.1, agreeing=0.3
    ),
    stake=5,
    ask=ask_quoted,
)
