"""Whether two phrases name one thing.

Their heads must be one word or synonyms, and what narrows them must not differ.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from checker.factuality.assertions import load_status_words
from checker.lexicon import similarity
from checker.model import Claim, Relation, Value
from checker.values.times import TimeValue, compare_times

CARRIERS = frozenset(
    {"forecast", "projection", "estimate", "outlook", "figure", "rate", "level", "number", "total", "share"}
)
"""Nouns that only carry the measure that they are said of: the inflation forecast is of inflation."""

SYNONYM = 0.75
"""Lexical similarity from which two nouns may name one thing (the lexicon gives synonyms 0.8 and more)."""

ALIKE = 0.6
"""Lexical similarity from which two modifiers say the same."""


LONGEST = timedelta(days=8)
"""The longest time that counts as days: a week, and what begins one."""

INSTANT = timedelta(microseconds=1)
"""What is left of an interval that ends where the next begins."""


@lru_cache(maxsize=16384)
def same_words(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two phrases (lemmas, the head's first) can name one thing."""
    if not one or not other:
        return False
    a, b = {*one} - CARRIERS, {*other} - CARRIERS
    if len(a & b) >= 2 and (a <= b or b <= a) and (a == b or {one[0], other[0]} & CARRIERS):
        return True
    if one[0] != other[0] and similarity(one[0], other[0]) < SYNONYM:
        return False
    vague = load_status_words().vague
    mine = frozenset(one[1:]) - vague
    theirs = frozenset(other[1:]) - vague
    if not mine or not theirs or mine & theirs:
        return True
    return any(similarity(x, y) >= ALIKE for x in mine for y in theirs)


def shared_figures(one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
    """The figures ("=20%") that both sides carry."""
    return frozenset(w for w in one & other if w.startswith("="))


def times_apart(one: Claim, other: Claim) -> bool:
    """Whether two claims are each said of times, and none of the one can be one of the other."""
    mine = [v for v in one.when if isinstance(v, TimeValue)]
    theirs = [v for v in other.when if isinstance(v, TimeValue)]
    return bool(mine and theirs) and all(
        compare_times(a, b).relation is Relation.CONTRADICT for a in mine for b in theirs
    )


def days_apart(one: Claim, other: Claim) -> bool:
    """Whether two claims are each said of days, and none of the one is one of the other: hours do not count."""
    mine, theirs = ([v for v in claim.when if isinstance(v, TimeValue)] for claim in (one, other))
    verdicts = [_fall_together(a, b) for a in mine for b in theirs if _days_of(a) or a.weekday]
    told = [verdict for verdict in verdicts if verdict is not None]
    return bool(told) and not any(told)


def same_day(one: Claim, other: Claim) -> bool:
    """Whether two claims are each said of a day, and one of them is the same."""
    mine, theirs = ({days for v in claim.when if (days := _days_of(v))} for claim in (one, other))
    return any(days[0] == days[1] for days in mine & theirs)


def _fall_together(one: TimeValue, other: TimeValue) -> bool | None:
    """Whether two times may be of one day; None where one of them is no day."""
    mine, theirs = _days_of(one), _days_of(other)
    if mine and theirs:
        return mine[0] <= theirs[1] and theirs[0] <= mine[1]
    if one.start is None and other.start is None and one.weekday and other.weekday:
        return one.weekday == other.weekday
    return None


def _days_of(value: Value) -> tuple[date, date] | None:
    """The first and the last day of a time; None for what is longer: years and months belong to other things."""
    if not isinstance(value, TimeValue) or value.start is None or value.end is None:
        return None
    if value.end - value.start > LONGEST:
        return None
    return value.start.date(), max(value.start, value.end - INSTANT).date()


def same_thing(one: Claim, other: Claim, about: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two claims are about one thing: by its words, or by a telling figure that both give."""
    return same_words(about, others) or bool(shared_figures(one.heads, other.heads))
