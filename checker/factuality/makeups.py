"""Figures of one sentence that do not go together: a change with both its ends, a share with its parts.

"Rose 12 per cent to 560 from 400", "17 of the 31 (65 per cent)". Both have to stand side by side, in the few forms of
words in which one cannot be about something else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import inf

from checker.factuality.misfits import BEHIND, WIDEST, Beside, Misfit, before, read_beside
from checker.factuality.motions import DOWN, UP, motion_words
from checker.lexicon.inflection import base_forms
from checker.model import Document, Mention, MentionKind, Span, ValueType
from checker.values.quantities import Bound, Direction, Quantity, write_number

ROUND = 0.05
"""How far an end of a change may be from what it was rounded from, as a share of it."""

EVEN = 0.5
"""Percentage points that a change may be off beyond all rounding: it is worked out from ends that are not shown."""

LOOSE = 0.05
"""The same for a change in round tens, as a share of it: "50 per cent" for 48."""

WIDE = 0.25
"""How far beyond itself a bound reaches, as a share of it: nobody says "more than 40 per cent" of 60."""

LARGEST = 20.0
"""How many times the other an end may be: beyond it, one of the two has a scale ("million") that was left out."""

# "rose 12 percent to 560", "rose 12 percent in the quarter to 560"
TO = re.compile(
    r"(?:\s+(?:in|for|during|over)\s+the\s+(?:[\w-]+\s+){0,2}\w+)?(?:\s*,)?\s+to\s+(?:a\s+(?:record|total)\s+(?:of\s+)?)?",
    re.I,
)
# "to 560 from 500", "to $560 million, or 45 cents a share, from $500 million", "547, up from 258"
PER_SHARE = r"(?:\s*,\s+or\s+[^,;.]{0,12}(?:\.\d+)?[^,;.]{0,12}\s+(?:a|per)\s+(?:\w+\s+)?share)?"
FROM = re.compile(rf"{PER_SHARE}(?:\s+(?:a|per)\s+\w+)?(?:\s*,)?\s+(?:up\s+|down\s+)?from\s+", re.I)
# "from 100 to 80, a fall of 20 per cent", "from 100 to 80, down 20 per cent", "up from 50, a rise of 9 per cent"
BY = re.compile(
    r"(?:\s+(?:a|per)\s+\w+)?(?:\s+in\s+\d{4})?\s*(?:,|\(|[-–—]{1,2})?\s*(?:(?:by|up|down)\s+|"
    r"an?\s+(?:\w+\s+)?(rise|increase|gain|jump|growth|fall|drop|decline|decrease|loss|reduction|cut|slump)\s+of\s+)",
    re.I,
)
AFTER_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|nearly\s+|some\s+|a\s+record\s+)?$", re.I)

BRACKET = re.compile(r"(?:\s+[a-z][\w'’-]+){0,3}\s*\(\s*", re.I)  # "17 of the 31 members (65 per cent)"
PER_ONE = re.compile(r"\s+(?:a|per)\s+(?:\w+\s+)?share\b", re.I)  # "45 cents a diluted share"
OR = re.compile(r"(?:\s+[a-z][\w'’-]+){0,3}\s*,\s+or\s+", re.I)
CLOSED = re.compile(r"\s*\)")
ENDED = re.compile(r"\s*(?:[,.;)]|$)")

OTHER_SCALES = frozenset({"share", "points", "temperature", "age", "pair", "rank"})
"""Dimensions whose figures do not change by a percentage of themselves."""

# What a change is measured otherwise than by the ends beside it
OTHERWISE = re.compile(
    r"\b(?:adjust\w*|constant|organic\w*|annuali[sz]ed|annual rate|year[- ](?:on|over)[- ]year|like-for-like|underlying"
    r"|real terms|inflation|currenc\w+|a year earlier|same (?:period|quarter|month)|excluding|compound\w*)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Change:
    """A change with its size and both its ends, and the range of the words that give the ends."""

    size: Mention
    old: Mention
    new: Mention
    ends: Span
    way: str


def read_makeups(document: Document) -> Iterator[Misfit]:
    """Every change whose ends, and every share whose parts, come to something else."""
    for pair in document.once(read_beside):
        if pair.one.kind is MentionKind.PERCENT and pair.other.kind is MentionKind.PERCENT:
            yield from _weigh_share(pair)
    figures = [m for m in document.mentions if isinstance(m.value, Quantity) and not _is_per_share(document, m)]
    for number, mention in enumerate(figures):
        if _is_share(mention):
            for row in (figures[number : number + 3], figures[max(0, number - 2) : number + 1]):
                if len(row) == 3 and row[0].sentence == row[2].sentence:
                    change = _read_change(document, *row)
                    if change is not None:
                        yield from _weigh_change(document, change)


def _is_per_share(document: Document, mention: Mention) -> bool:
    """Whether a sum is that of one share, beside that of all: "$560 million, or 45 cents a share,"."""
    end = mention.span.end
    return (
        PER_ONE.match(document.text[end : end + 20]) is not None
        and OR.search(before(document, mention)[-6:]) is not None
    )


def _read_change(document: Document, first: Mention, second: Mention, third: Mention) -> Change | None:
    """A change told as "P to B from A", "P from A to B" or "from A to B, a fall of P"."""
    text = document.text
    if second.span.start - first.span.end > WIDEST or third.span.start - second.span.end > WIDEST:
        return None
    between, then = text[first.span.end : second.span.start], text[second.span.end : third.span.start]
    behind = text[third.span.end : third.span.end + BEHIND]
    if _is_share(first) and _are_ends(second, third):
        ends, way = Span(second.span.start, third.span.end), _way_before(document, first)
        if way and TO.fullmatch(between) and FROM.fullmatch(then):
            return Change(first, third, second, ends, way)
        if way and FROM.fullmatch(between) and TO.fullmatch(then):
            return Change(first, second, third, ends, way)
    by = BY.fullmatch(then) if _is_share(third) and _are_ends(first, second) and ENDED.match(behind) else None
    if by is not None:
        ends = Span(first.span.start, second.span.end)
        way = motion_words().nouns.get(by[1].lower(), "") if by[1] else _way_of(then.split())
        if TO.fullmatch(between) and AFTER_FROM.search(before(document, first)):
            return Change(third, first, second, ends, way)
        if FROM.fullmatch(between):
            return Change(third, second, first, ends, way)
    return None


def _is_share(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Quantity) and value.dimension == "share" and value.pair is None


def _are_ends(one: Mention, other: Mention) -> bool:
    """Whether two figures can be the ends of a change: exact, of one unit, and not shares themselves."""
    a, b = one.value, other.value
    if not isinstance(a, Quantity) or not isinstance(b, Quantity):
        return False
    if (a.dimension, a.unit) != (b.dimension, b.unit) or a.dimension in OTHER_SCALES:
        return False
    if a.type is ValueType.ORDINAL or min(a.point, b.point) <= 0 or {a.bound, b.bound} != {Bound.NONE}:
        return False
    return max(a.point, b.point) <= LARGEST * min(a.point, b.point)


def _way_before(document: Document, mention: Mention) -> str:
    return _way_of(before(document, mention).split()[-4:])


def _way_of(words: Sequence[str]) -> str:
    """Which way the words say that an amount went; empty where they do not."""
    known = motion_words()
    for word in reversed(words):
        plain = word.strip(".,;:()").lower()
        for lemma in (plain, *base_forms(plain)):
            way = known.verbs.get(lemma) or known.nouns.get(lemma) or known.words.get(lemma)
            if way:
                return way
    return ""


def _weigh_change(document: Document, change: Change) -> Iterator[Misfit]:
    size, old, new = change.size.value, change.old.value, change.new.value
    assert isinstance(size, Quantity)
    assert isinstance(old, Quantity)
    assert isinstance(new, Quantity)
    sentence = document.sentences[change.size.sentence].span.of(document.text)
    if OTHERWISE.search(sentence):
        return
    (old_low, old_high), (new_low, new_high) = _ends(old), _ends(new)
    low, high = 100 * (new_low / old_high - 1), 100 * (new_high / old_low - 1)
    told_low, told_high = _limits(size)
    ways = {UP: (1,), DOWN: (-1,)}.get(change.way, (1, -1))
    for way in ways:
        first, last = sorted((way * told_low, way * told_high))
        if first - EVEN <= high and low - EVEN <= last:
            return
    made = 100 * (new.point / old.point - 1)
    said = f"{'a fall' if made < 0 else 'a rise'} of {write_number(float(f'{abs(made):.2g}'))} percent"
    stated = f"{_name_way(change.way)} of {write_number(size.point)} percent"
    ends = change.ends.of(document.text)
    yield Misfit(
        f"how large is the change ({' '.join(ends.split())})?",
        ValueType.PERCENT,
        change.size.span,
        stated,
        change.ends,
        said,
    )


def _name_way(way: str) -> str:
    return {UP: "a rise", DOWN: "a fall"}.get(way, "a change")


def _ends(value: Quantity) -> tuple[float, float]:
    slack = min(value.precision / 2, ROUND * value.point)
    if value.approximate or value.direction is not Direction.NONE:
        slack = max(slack, 0.1 * value.point)
    return value.point - slack, value.point + slack


def _limits(value: Quantity) -> tuple[float, float]:
    """What a percentage allows: its last digit cut off or rounded, one in round tens a little more; or its wording."""
    digit = 0.1 if value.point % 1 else 1.0
    loose = max(digit, LOOSE * value.point if value.point % 10 == 0 else 0.0)
    low, high = value.point - loose, value.point + loose
    if value.approximate or value.bound is not Bound.NONE:
        wide = WIDE * value.point
        low = min(low, value.point - wide if value.low == -inf else value.low)
        high = max(high, value.point + wide if value.high == inf else value.high)
    return low, high


def _weigh_share(pair: Beside) -> Iterator[Misfit]:
    one, other = pair.one.value, pair.other.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity) or one.dimension != other.dimension:
        return
    if (one.pair is None) == (other.pair is None) or one.dimension != "share":
        return
    bracketed = BRACKET.fullmatch(pair.between) and CLOSED.match(pair.behind)
    if not bracketed and not (OR.fullmatch(pair.between) and ENDED.match(pair.behind)):
        return
    parts, share = (pair.one, pair.other) if one.pair is not None else (pair.other, pair.one)
    counted, told = parts.value, share.value
    assert isinstance(counted, Quantity)
    assert isinstance(told, Quantity)
    assert counted.pair is not None
    made = 100 * counted.pair[0] / counted.pair[1]
    low, high = _limits(told)
    if low <= made <= high:
        return
    words = " ".join(parts.text.split())
    yield Misfit(
        f"which share is {words}?",
        ValueType.PERCENT,
        share.span,
        f"{write_number(told.point)} percent",
        parts.span,
        f"{write_number(float(f'{made:.3g}'))} percent",
    )
