"""Amounts that are said to double, treble or halve between figures that are no such multiple: "doubled from 10 to 12".

A multiple is a round figure: what is said to double may come to anything from half as much again as it was, and a half,
to two and a half times.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise

from checker.factuality.misfits import WIDEST, Misfit, before
from checker.model import Document, Mention, MentionKind, Span, ValueType
from checker.values.quantities import Bound, Quantity, write_number

MULTIPLES: Mapping[str, tuple[str, float, float]] = {
    "doubl": ("twice", 1.5, 2.75),
    "tripl": ("three times", 2.25, 4.0),
    "trebl": ("three times", 2.25, 4.0),
    "quadrupl": ("four times", 3.0, 5.5),
    "halv": ("half", 0.33, 0.7),
}
"""By the stem of the verb: the multiple, and the least and the most that goes by it."""

# "more than doubled to ", "has nearly trebled, from "
VERB = re.compile(
    r"\b(?P<more>(?:more|less)\s+than\s+)?(?P<stem>doubl|tripl|trebl|quadrupl|halv)(?:ed|es|ing|e)"
    r"(?:\s+in\s+(?:size|price|value|number)|\s+since\s+\d{4}|\s+in\s+\d{4})?\s*,?\s+(?P<way>from|to)\s+$",
    re.I,
)
TO = re.compile(r"(?:\s+(?:a|per)\s+\w+)?(?:\s+in\s+\d{4})?(?:\s*,)?\s+to\s+", re.I)
FROM = re.compile(r"(?:\s+(?:a|per)\s+\w+)?(?:\s+in\s+\d{4})?(?:\s*,)?\s+(?:up\s+|down\s+)?from\s+", re.I)
ROUND = 0.05
"""How far a figure may be from what it was rounded from, as a share of it."""

KINDS = (MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENT)


def read_multiples(document: Document) -> Iterator[Misfit]:
    """Every doubling, trebling and halving whose two figures stand otherwise to each other."""
    figures = [m for m in document.mentions if m.kind in KINDS]
    for one, other in pairwise(figures):
        if one.sentence == other.sentence and other.span.start - one.span.end <= WIDEST:
            verb = VERB.search(before(document, one))
            if verb is not None and _are_alike(one, other):
                yield from _weigh(document, one, other, verb)


def _are_alike(one: Mention, other: Mention) -> bool:
    a, b = one.value, other.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    alike = (a.dimension, a.unit, a.type) == (b.dimension, b.unit, b.type) and not a.pair and not b.pair
    return alike and a.bound is b.bound is Bound.NONE and min(a.point, b.point) > 0


def _weigh(document: Document, one: Mention, other: Mention, verb: re.Match[str]) -> Iterator[Misfit]:
    between = document.text[one.span.end : other.span.start]
    falling = verb["way"].lower() == "from"
    if not (TO if falling else FROM).fullmatch(between):
        return
    old, new = (one.value, other.value) if falling else (other.value, one.value)
    assert isinstance(old, Quantity)
    assert isinstance(new, Quantity)
    name, least, most = MULTIPLES[verb["stem"].lower()]
    low = (new.point - _slack(new)) / (old.point + _slack(old))
    high = (new.point + _slack(new)) / (old.point - _slack(old))
    # Figures far beyond any multiple have lost a scale: "from 500 to 560 million".
    if ((low <= most or verb["more"]) and high >= least) or max(low, 1 / high) > 20:
        return
    start = verb.start("stem") - len(before(document, one)) + one.span.start
    said = Span(start, start + len(verb[0][verb.start("stem") - verb.start() :].split()[0].rstrip(",")))
    ends = Span(one.span.start, other.span.end)
    made = f"{write_number(float(f'{new.point / old.point:.2g}'))} times"
    words = " ".join(ends.of(document.text).split())
    yield Misfit(
        f"how many times as much is it ({verb['way'].lower()} {words})?", ValueType.NUMBER, said, name, ends, made
    )


def _slack(value: Quantity) -> float:
    return min(value.precision / 2, ROUND * value.point)
