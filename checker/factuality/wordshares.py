"""A share told in words and in figures that are not the same: "a third of buyers (46 per cent)".

Fractions are round figures, and how far one may be from its percentage depends on its wording: "more than half" leaves
no room below, "nearly a quarter" none above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.factuality.misfits import Beside, Misfit, before, read_beside
from checker.model import Document, Span, ValueType
from checker.values.quantities import LOWER_BOUNDS, UPPER_BOUNDS, Bound, Direction, Quantity, write_number

NEAR, FAR = 6.0, 12.0
"""Percentage points that a fraction may be off: as it is ("a third" for 38), and on the open side of "nearly"."""

OVER = 0.6
"""The same where the wording leaves no room but rounding: "more than half" for 49.5."""

HALF = 50.0

# "a third of buyers (", "more than half of the voters, or "
BRACKET = re.compile(r"(?:\s+[a-z][\w'’-]*){0,6}\s*(?:\(|,\s+or\s+|,\s+|\s[–—]\s)\s*", re.I)
ENDED = {"(": re.compile(r"\s*\)"), ",": re.compile(r"\s*[,.;]"), "-": re.compile(r"\s*(?:\s[–—]\s|[.;])")}
# "a majority of the voters (", "a clear majority of those asked ("
MAJORITY = re.compile(r"(?<!\bno )(?<!\bnot )\ba\s+(?:\w+\s+)?majority\s+of(?:\s+[a-z][\w'’-]*){1,6}\s*\(\s*$", re.I)


def read_word_shares(document: Document) -> Iterator[Misfit]:
    """Every fraction, and every majority, that its percentage is not."""
    for pair in document.once(read_beside):
        if _is_told_twice(pair):
            yield from _weigh(pair)
    for mention in document.mentions:
        value = mention.value
        if isinstance(value, Quantity) and _is_percentage(value) and value.point < HALF - OVER:
            ahead = before(document, mention, 90)
            found = MAJORITY.search(ahead)
            behind = document.text[mention.span.end : mention.span.end + 2]
            if found is not None and behind.startswith(")"):
                start = mention.span.start - len(ahead) + found.start()
                words = Span(start, start + len(found[0].rstrip(" (")))
                said = " ".join(words.of(document.text).split())
                stated = f"{write_number(value.point)} percent"
                yield Misfit(
                    f"which share is {said}?", ValueType.PERCENT, mention.span, stated, words, "more than half"
                )


def _is_percentage(value: Quantity) -> bool:
    if value.dimension != "share" or value.pair is not None or not value.text[:1].isdigit():
        return False
    return value.bound is Bound.NONE and not value.approximate


def _is_told_twice(pair: Beside) -> bool:
    """Whether a fraction in words has a percentage behind it that ends what is said of it."""
    one, other = pair.one.value, pair.other.value
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if one.dimension != "share" or one.pair is not None or re.search(r"\d", one.text) or not _is_percentage(other):
        return False
    if not BRACKET.fullmatch(pair.between):
        return False
    sign = "(" if "(" in pair.between else "," if "," in pair.between else "-"
    return ENDED[sign].match(pair.behind) is not None


def _weigh(pair: Beside) -> Iterator[Misfit]:
    told, share = pair.one.value, pair.other.value
    assert isinstance(told, Quantity)
    assert isinstance(share, Quantity)
    low, high = _limits(told)
    if low <= share.point <= high:
        return
    words = " ".join(pair.one.text.split())
    stated = f"{write_number(share.point)} percent"
    made = f"{words} ({write_number(float(f'{told.point:.3g}'))} percent)"
    yield Misfit(f"which share is {words}?", ValueType.PERCENT, pair.other.span, stated, pair.one.span, made)


def _limits(value: Quantity) -> tuple[float, float]:
    """The percentages that a fraction may stand for, by its wording."""
    if value.bound in LOWER_BOUNDS:
        return value.point - OVER, 100.0
    if value.bound in UPPER_BOUNDS:
        return 0.0, value.point + OVER
    if value.direction is Direction.BELOW:
        return value.point - FAR, value.point + OVER
    if value.direction is Direction.ABOVE:
        return value.point - OVER, value.point + FAR
    return value.point - NEAR, value.point + NEAR
