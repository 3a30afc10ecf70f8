"""Movements: up beside down by one figure, southeast beside northwest.

## What it finds

Amounts that went up in one article and down in another by one and the same figure ("rose 8 per cent" beside "shrank by
8 per cent"), and things that moved one way in one article and another way in the other ("drifting southeast" beside
"setting northwest") on the same day.

## Why it matters

The figure survives a slip of the pen or a wrong reading of a table; the direction does not, and it is the news.

## Example

> **Harbour Post:** Deposits at the savings bank grew by 3.2 per cent in May.
>
> **Coast Wire:** In May deposits shrank by 3.2 per cent.

## Limits

An amount is compared only where both articles give the figure that it went by, and name what moved by a common word. A
bearing is compared only with one that is a quarter turn away or more.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.vocabulary import (
    Change,
    Claim,
    Document,
    Heading,
    Linking,
    Relation,
    Rule,
    Severity,
    StatusValue,
    Verdict,
    ask_movement,
    content_lemmas,
    familiarity,
    make_claim,
    read_changes,
    read_headings,
    similarity,
    times_apart,
    within,
)

TELLING = 0.3
"""Familiarity (0 for everyday words, 1 for rare ones) from which a shared noun says what moved."""

SEVERAL = 2
"""Shared words around two figures that say that both are of one thing."""

ALIKE = 0.75
"""Lexical similarity from which two nouns may name what moved."""

CARRYING = frozenset(
    """share stock price rate index level year month week day quarter half period figure number total average end
    monday tuesday wednesday thursday friday saturday sunday morning afternoon evening night trade trading market
    company firm group per percent cent dollar euro pound currency point money""".split()
)
"""Nouns that many amounts are told with: one of them alone does not say what moved (own list)."""

DAY = len("2026-05-14")
"""Characters of a time that names its day."""

QUARTER_TURN = 90


def extract(document: Document) -> Iterator[Claim]:
    """A claim for every figure by which something went up or down, and every bearing."""
    for change in read_changes(document):
        yield _claim_change(document, change)
    for heading in read_headings(document):
        yield _claim_heading(document, heading)


def _claim_change(document: Document, change: Change) -> Claim:
    opposite = "down" if change.way == "up" else "up"
    bases = _bases(document, change)
    value = StatusValue(
        change.focus.of(document.text), "way", f"way.{change.way}", frozenset({f"way.{opposite}"}), about=change.thing
    )
    return make_claim(
        document,
        "movement",
        asks=f"up or down by this figure: {within(change.thing[0])}?",
        slot="amount",
        value=value,
        focus=change.focus,
        heads=(change.figure, *(f"against {word}" for word in bases)),
        topic=content_lemmas(document, document.sentence_tokens(change.sentence)),
        parts={"base": bases, "figure": {change.figure}},
        reportable=False,
    )


def _bases(document: Document, change: Change) -> frozenset[str]:
    """What an amount is set against, right behind its figure: "on the match of 2026", "from the last census"."""
    after = [t for t in document.sentence_tokens(change.sentence) if t.span.start >= change.focus.end][:BASE]
    start = next((n for n, t in enumerate(after) if t.text.lower() in AGAINST), None)
    if start is None:
        return frozenset()
    nouns = [t.lemma.lower() for t in after[start + 1 :] if t.tag in {"NN", "NNS"}]
    return frozenset(w for w in nouns[:1] if w not in CARRYING)


BASE = 8
"""Words behind a figure in which what it is set against is named."""

AGAINST = frozenset({"on", "from", "against", "than", "over", "compared", "since"})
"""Words before what an amount is set against."""


def _claim_heading(document: Document, heading: Heading) -> Claim:
    return make_claim(
        document,
        "movement",
        asks="which way did it move?",
        slot="bearing",
        value=StatusValue(heading.focus.of(document.text), "bearing", f"bearing.{heading.bearing}"),
        focus=heading.focus,
        heads=("bearing",),
        topic=heading.around,
        scope=heading.days,
        reportable=False,
    )


def compare(one: Claim, other: Claim) -> Verdict:
    """Two ways of one amount by one figure, or two bearings of one thing on one day."""
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    if one.slot == "bearing":
        return _compare_bearings(one, other, a, b)
    said = f"“{a.text}” beside “{b.text}”"
    telling = _telling(one, other)
    same = _same_amount(a.about, b.about) or len(telling) >= SEVERAL or (telling and _alike(a.about, b.about))
    base = one.part("base") & other.part("base")
    opposed = a.concept != b.concept and bool(base) and _same_subject(a.about, b.about, base)
    figure = one.part("figure") & other.part("figure")
    if not (figure or opposed) or not same or _on_two_days(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: of different things")
    if a.concept == b.concept:
        return Verdict(Relation.AGREE, f"{said}: the same way")
    if not figure:
        return Verdict(Relation.CONTRADICT, f"{said}: against one measure it cannot have gone both ways")
    return Verdict(Relation.CONTRADICT, f"{said}: one figure cannot be both a rise and a fall")


def _on_two_days(one: Claim, other: Claim) -> bool:
    """Whether two figures are each of a day, and of another; the month of a year's end is told in many ways."""
    whole = any(len(time.normalized) < DAY for claim in (one, other) for time in claim.when)
    return not whole and times_apart(one, other)


def _telling(one: Claim, other: Claim) -> set[str]:
    """The words around that both are told with and that say what they are about."""
    bare = {w.removesuffix("s") for w in other.topic}  # "Novaras shares", as scraped pages have it
    return {w for w in one.topic if w.removesuffix("s") in bare and w not in CARRYING and familiarity(w) >= TELLING}


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the nearest nouns are one word or synonyms, however common ("stock", "shares")."""
    return any(x == y or similarity(x, y) >= ALIKE for x in one[:1] for y in other[:1])


def _same_subject(one: tuple[str, ...], other: tuple[str, ...], base: frozenset[str]) -> bool:
    """Whether a telling noun beside what they are set against is near both figures, and no name: "online audience"."""
    shared = {w for w in {*one[:NEAREST]} & {*other[:NEAREST]} if w not in CARRYING | base}
    return any(TELLING <= familiarity(w) < 1.0 for w in shared)


NEAREST = 4
"""Nouns around a figure among which is what it is said of."""


def _same_amount(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the nouns around two figures have one in common that says what moved, or two that many amounts have."""
    shared = {*one} & {*other}
    if any(w not in CARRYING and familiarity(w) >= TELLING for w in shared):
        return True
    alike = {x for x in one[:2] for y in other[:2] if x not in shared and similarity(x, y) >= ALIKE}
    return len(shared) + len(alike) >= 2 or bool(alike - CARRYING)


def _compare_bearings(one: Claim, other: Claim, a: StatusValue, b: StatusValue) -> Verdict:
    said = f"“{a.text}” beside “{b.text}”"
    if not _telling(one, other) or not one.scope & other.scope or times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: nothing says that one thing moved at one time")
    first, second = (int(value.concept.rpartition(".")[2]) for value in (a, b))
    turn = abs(first - second) % 360
    turn = min(turn, 360 - turn)
    if turn >= QUARTER_TURN:
        return Verdict(Relation.CONTRADICT, f"{said}: {turn} degrees apart")
    return Verdict(Relation.AGREE if not turn else Relation.COMPATIBLE, f"{said}: much the same way")


RULE = Rule(
    id="movement",
    version="1",
    severity=Severity.ERROR,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.6, concepts=0.0, entities=0.1, topic=0.3, alone=0.1, threshold=0.55, breadth=0.05, agreeing=0.5
    ),
    stake=2,
    single_source=False,
    ask=ask_movement,
)
