"""States: held or free, kept or struck out, working or not, calm or not, and other questions with few answers.

## What it finds

What articles say became of a person, a thing or an occasion, in whatever words: "remanded in custody" beside "slept in
his own bed", "remains in the budget" beside "struck from the plan", "passed off without incident" beside "scuffles
broke out". Two answers that exclude each other, said of one person or thing, are a contradiction. Of short reports more
is asked, since they tell of one matter each: whether it was approved, signed, in force, launched, saved or closed, and
which side won, in whatever words they name it.

## Why it matters

A state told the other way round is among the gravest errors that two articles on one event can differ by, and the words
for it are seldom opposites of each other.

## Example

> **Harbour Post:** The judge remanded Karl Brandt in custody.
>
> **Coast Wire:** Karl Brandt went home on Tuesday, on bail.

## Limits

Only the aspects in the tables are read. What may follow upon its opposite in time (a pit halted, then working again) is
compared only where an article says that it went on so, and nothing is compared where it is not clear that both speak of
one person or thing. In short reports that give both answers nothing is compared.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from checker.vocabulary import (
    Claim,
    Document,
    Linking,
    Polarity,
    Relation,
    Rule,
    Severity,
    Span,
    Standing,
    StatusValue,
    Verdict,
    ask_about,
    compare_standings,
    content_lemmas,
    make_claim,
    read_standings,
)

LONGEST = 110
"""Characters of a citation that holds both the phrase and what it is said of."""


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every answer to an aspect."""
    standings = [*read_standings(document)]
    poles: dict[tuple[str, frozenset[str]], set[str]] = defaultdict(set)
    for standing in standings:
        if not standing.denied:
            poles[_question(standing)].add(standing.pole)
    for standing in _choose(standings):
        aspect, given = standing.aspect, poles[_question(standing)]
        excluded = {standing.pole} if standing.denied else aspect.opposites(standing.pole)
        one_answer = not excluded & given
        yield _state(document, standing, of_one_mind=one_answer)


def _question(standing: Standing) -> tuple[str, frozenset[str]]:
    """What an answer answers: its aspect, and the side or the sort of thing where each has its own."""
    aspect, holder = standing.aspect, standing.holder
    if aspect.kind == "sort":
        return aspect.name, frozenset(holder.about[:1])
    return aspect.name, holder.names if aspect.sides else frozenset()


def _choose(standings: Iterable[Standing]) -> list[Standing]:
    """Of an article's statements that say the same of one holder, the fullest: it is one answer."""
    chosen: dict[tuple[object, ...], Standing] = {}
    for standing in standings:
        holder = standing.holder
        who = holder.key or (standing.aspect.kind != "event" and holder.about) or ""
        extent = standing.extent if standing.aspect.extent else ""
        whole = standing.aspect.kind == "event" and standing.aspect.main
        place = standing.sentence.index if standing.aspect.matter or whole else -1
        key = (standing.aspect.name, standing.pole, standing.denied, standing.stage, extent, who, place)
        if key not in chosen or _fullness(standing) > _fullness(chosen[key]):
            chosen[key] = standing
    return [*chosen.values()]


def _fullness(standing: Standing) -> tuple[int, int]:
    return len(standing.own), standing.focus.end - standing.focus.start


def _state(document: Document, standing: Standing, *, of_one_mind: bool) -> Claim:
    aspect, holder = standing.aspect, standing.holder
    value = StatusValue(
        standing.focus.of(document.text),
        aspect.name,
        f"{aspect.name}.{standing.pole}",
        frozenset(f"{aspect.name}.{other}" for other in aspect.opposites(standing.pole)),
        standing.stage,
        Polarity.NEGATIVE if standing.denied else Polarity.POSITIVE,
        about=holder.about,
        doer=tuple(sorted(holder.names)),
        lasting=standing.lasting,
        detail=holder.apart | ({"every"} if holder.every else frozenset()) | ({standing.extent} - {""}),
    )
    certain = aspect.matter or holder.known or (aspect.main and of_one_mind)
    return make_claim(
        document,
        "state",
        asks=aspect.asks,
        slot=f"{aspect.name} {holder.about[0]}" if aspect.kind == "sort" else aspect.name,
        value=value,
        focus=_around(standing.focus, holder.span),
        clause=standing.clause,
        heads=(aspect.name,) if certain else (),
        topic=content_lemmas(document, document.sentence_tokens(standing.sentence)) if aspect.kind == "event" else None,
        entities=[holder.key] if holder.key else None if not certain else [],
        reportable=False,
        parts={
            "own": standing.own,
            "thing": holder.about,
            "mind": {"one"} if of_one_mind else (),
            "lands": standing.lands,
            "brief": {"brief"} if standing.brief else (),
            "told": {str(document.article.published_date)} if aspect.sole else (),
        },
    )


def _around(focus: Span, thing: Span | None) -> Span:
    if thing is None:
        return focus
    whole = Span(min(focus.start, thing.start), max(focus.end, thing.end))
    return whole if whole.end - whole.start <= LONGEST else focus


def compare(one: Claim, other: Claim) -> Verdict:
    """Two answers to one aspect, where they are about one person or thing."""
    if not isinstance(one.value, StatusValue) or not isinstance(other.value, StatusValue):
        return Verdict(Relation.NOT_COMPARABLE, "no states")
    return compare_standings(one, other)


RULE = Rule(
    id="state",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.5, concepts=0.0, entities=0.1, topic=0.4, alone=0.15, threshold=0.45, breadth=0.05, agreeing=0.4
    ),
    stake=1,
    single_source=False,
    ask=ask_about,
)
"""A state is told in most sentences of a story: what one article alone says of it is no news."""
