"""When two dates, times of day, durations or recurring times cannot both be right.

Coarser and finer, rounded and exact, limits and points are told apart: only times that cannot overlap contradict. The
record itself is ``TimeValue`` of ``checker.values.timex``, kept importable from here.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from checker.model.kinds import Relation, ValueType, Verdict
from checker.values import clocks
from checker.values.timex import Bound, Granularity, TimeValue, canonical_duration, with_bound

__all__ = ["Bound", "Granularity", "TimeValue", "canonical_duration", "compare_times", "may_agree", "with_bound"]


def compare_times(one: TimeValue, other: TimeValue) -> Verdict:
    """Whether two times can both be right. Symmetric in its relation; contradict only when they cannot overlap."""
    if one.alternatives or other.alternatives:
        return _compare_alternatives(one, other)
    if one.normalized == other.normalized and one.timex != "XXXX":
        return Verdict(Relation.AGREE, f"{_say(one)} is {_say(other)}")
    kinds = {one.type, other.type}
    if ValueType.DURATION in kinds or ValueType.SET in kinds:
        if len(kinds) > 1:
            return Verdict(Relation.NOT_COMPARABLE, f"“{one.text}” ({one.type}) beside “{other.text}” ({other.type})")
        return clocks.compare_durations(one, other) if ValueType.DURATION in kinds else _compare_sets(one, other)
    if one.timex.endswith("_REF") or other.timex.endswith("_REF"):
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.text}” beside “{other.text}”: too vague to compare")
    if one.clock and other.clock and not (one.day_given and other.day_given and one.resolved and other.resolved):
        return clocks.compare_clocks(one, other)
    if one.resolved and other.resolved:
        return _compare_intervals(one, other)
    return _compare_partial(one, other)


def may_agree(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times can agree as far as is plain at sight: what ``compare_times`` calls agreeing always may.

    Most pairs of an event's times are two plain days, and need not be compared to see that they are not one.
    """
    if one.start == other.start or one.timex == other.timex or not (one.resolved and other.resolved):
        return True
    if one.approximate or other.approximate or one.alternatives or other.alternatives:
        return True
    return one.clock is not None and other.clock is not None


def _say(value: TimeValue) -> str:
    """The words, with the day that they came to when the words alone do not give it."""
    if value.start is None or not value.day_given or str(value.start.year) in value.text:
        return f"“{value.text}”"
    return f"“{value.text}” ({value.timex})"


def _compare_alternatives(one: TimeValue, other: TimeValue) -> Verdict:
    """The mildest verdict over the readings of an ambiguous form."""
    order = (
        Relation.AGREE,
        Relation.COMPATIBLE,
        Relation.FRAMING,
        Relation.UPDATE,
        Relation.NOT_COMPARABLE,
        Relation.CONTRADICT,
    )
    pairs = ((a, b) for a in one.alternatives or (one,) for b in other.alternatives or (other,))
    best = min((compare_times(a, b) for a, b in pairs), key=lambda verdict: order.index(verdict.relation))
    if best.relation is Relation.AGREE and one.normalized != other.normalized:
        return Verdict(Relation.COMPATIBLE, f"“{one.text}” can be read as “{other.text}”")
    return best


def _compare_sets(one: TimeValue, other: TimeValue) -> Verdict:
    """Recurring times: different weekdays or months conflict, different frequencies do too, all else is open."""
    if one.timex.startswith("P") and other.timex.startswith("P"):
        first, second = canonical_duration(one.timex), canonical_duration(other.timex)
        if first == second:
            return Verdict(Relation.AGREE, f"“{one.text}” is “{other.text}”")
        if "X" not in first + second:
            return Verdict(Relation.CONTRADICT, f"“{one.text}” is not “{other.text}”")
    elif not one.timex.startswith("P") and not other.timex.startswith("P") and one.granularity is other.granularity:
        return Verdict(Relation.CONTRADICT, f"“{one.text}” is not “{other.text}”")
    return Verdict(Relation.NOT_COMPARABLE, f"“{one.text}” beside “{other.text}”")


#: How far "about" reaches on either side, in days, by granularity: about half of the next coarser step.
_REACH = {
    Granularity.DAY: 3,
    Granularity.WEEKEND: 3,
    Granularity.WEEK: 4,
    Granularity.MONTH: 15,
    Granularity.SEASON: 30,
    Granularity.QUARTER: 30,
    Granularity.HALF: 60,
    Granularity.YEAR: 366,
    Granularity.DECADE: 1461,
}


def _interval(value: TimeValue) -> tuple[datetime, datetime]:
    """The interval that the words allow: widened for "about", opened for "before", "since" and their like."""
    assert value.start is not None
    assert value.end is not None
    start, end = value.start, value.end
    if value.approximate and not value.clock:
        reach = timedelta(days=_REACH.get(value.granularity, 0))
        start = start - reach if start - datetime.min > reach else datetime.min
        end = end + reach if datetime.max - end > reach else datetime.max
    return start, end


def _opened(value: TimeValue, interval: tuple[datetime, datetime]) -> tuple[datetime, datetime]:
    start, end = interval
    match value.bound:
        case Bound.BEFORE:
            return datetime.min, start
        case Bound.BY:
            return datetime.min, end
        case Bound.AFTER | Bound.SINCE:
            return start, datetime.max
        case _:
            return interval


def _compare_intervals(one: TimeValue, other: TimeValue) -> Verdict:
    """Resolved dates and times: they conflict when their intervals lie apart."""
    first, second = _interval(one), _interval(other)
    if one.clock and other.clock:
        slack = timedelta(seconds=clocks.slack_of(one, other))
        first, second = clocks.in_common_zone(one, first, other, second)
    else:
        slack = timedelta(0)
        if "UTC" in (one.zone, other.zone) and (one.clock or other.clock):
            slack = timedelta(hours=14)  # a day named elsewhere may be the day before or after in UTC
    if one.bound is not other.bound or one.bound in (Bound.BEFORE, Bound.AFTER):
        first, second = _opened(one, first), _opened(other, second)
    if _touch(first, second, slack):
        if first == second and one.bound is other.bound:
            return Verdict(Relation.AGREE, f"{_say(one)} is {_say(other)}")
        return Verdict(Relation.COMPATIBLE, f"{_say(one)} and {_say(other)} can be the same time")
    if (
        one.clock
        and other.clock
        and (
            clocks.same_odd_minute(one, other)
            or (clocks.zone_is_missing(one, other) and clocks.could_be_zones(one, other))
        )
    ):
        return Verdict(Relation.NOT_COMPARABLE, f"{_say(one)} and {_say(other)}: the time zone of one is not known")
    if not (one.day_given and other.day_given):
        return Verdict(Relation.NOT_COMPARABLE, f"{_say(one)} beside {_say(other)}: the day of one is not given")
    return Verdict(Relation.CONTRADICT, f"{_say(one)} is not {_say(other)}")


def _touch(first: tuple[datetime, datetime], second: tuple[datetime, datetime], slack: timedelta) -> bool:
    """Whether two half-open intervals overlap, or lie no further apart than the slack."""
    apart = max(first[0], second[0]) - min(first[1], second[1])
    return apart < timedelta(0) or (bool(slack) and apart < slack)


def _compare_partial(one: TimeValue, other: TimeValue) -> Verdict:
    """A date without its year (or a bare weekday) beside another date: by the parts that both have."""
    if one.resolved or other.resolved:
        known, partial = (one, other) if one.resolved else (other, one)
        return _compare_known(known, partial)
    parts = [
        (a, b)
        for a, b in ((one.month, other.month), (one.day, other.day), (one.weekday, other.weekday))
        if a is not None and b is not None
    ]
    if not parts:
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.text}” beside “{other.text}”: no part in common")
    if any(a != b for a, b in parts) and not (one.approximate or other.approximate):
        return _apart(one, other)
    return Verdict(Relation.COMPATIBLE, f"“{one.text}” and “{other.text}” can be the same day")


def _apart(one: TimeValue, other: TimeValue) -> Verdict:
    if one.bound is Bound.EXACT and other.bound is Bound.EXACT and one.modifier == other.modifier:
        return Verdict(Relation.CONTRADICT, f"{_say(one)} is not {_say(other)}")
    return Verdict(Relation.NOT_COMPARABLE, f"{_say(one)} beside {_say(other)}: no year to tell them by")


def _compare_known(known: TimeValue, partial: TimeValue) -> Verdict:
    """A resolved time beside one with parts missing: whether any day of the first fits the parts of the second."""
    start, end = _interval(known)
    if partial.month is None and partial.day is None and partial.weekday is None:
        return Verdict(Relation.NOT_COMPARABLE, f"“{partial.text}” has no day to compare with “{known.text}”")
    days = min((end - start).days + 1, 800)  # two years hold every month, day and weekday
    last = (end - timedelta(microseconds=1)).date()
    first = start.date()
    if any(_fits(partial, day) for day in (first + timedelta(days=n) for n in range(days)) if day <= last):
        return Verdict(Relation.COMPATIBLE, f"{_say(known)} and “{partial.text}” can be the same day")
    return _apart(known, partial)


def _fits(partial: TimeValue, day: date) -> bool:
    return (
        partial.month in (None, day.month)
        and partial.day in (None, day.day)
        and partial.weekday in (None, day.isoweekday())
    )
