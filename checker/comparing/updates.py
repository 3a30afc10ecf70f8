"""Whether a difference is an update: the later article knows more.

A plan that came about, a toll that moved, a date that was put back: read from the order of publication and from the
words. What is left is a contradiction.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from checker.comparing.overtaken import SEQUEL, has_left, is_of_another_event, is_overtaken, says_moved, was_estimate
from checker.comparing.publication import published_at
from checker.model import Article, Claim, Relation, Value, ValueType, Verdict
from checker.values.degrees import StageValue
from checker.values.firsts import FirstValue
from checker.values.quantities import Bound, Quantity
from checker.values.roles import RoleValue
from checker.values.slips import is_slip
from checker.values.status import DONE, StatusValue
from checker.values.timex import TimeValue

APART = timedelta(hours=3)
"""Least distance in publication at which an article counts as later."""

REVISIONS = frozenset(
    (
        *("postpone", "delay", "prolong", "extend", "extension", "reschedule", "revise", "replace", "correct"),
        *("slip", "push", "pencil", "update", "adjourn", "bring"),
    )
)
"""Words that say a value has moved since it was first given (own list)."""

RESCHEDULING = REVISIONS - frozenset("revise replace correct update bring".split()) | frozenset("defer now".split())
"""Words that say a date has moved; "bring" and "correct" say so of other things too often (own list)."""

LEVELS = frozenset(
    {
        "trade",
        "trading",
        "close",
        "quote",
        "hover",
        "value",
        "settle",
        "price",
        "exchange",
        "end",
        "finish",
        "stand",
        "open",
    }
)
"""Words by which the level of a market is given, which moves from day to day (own list)."""

ACCUMULATING = frozenset(
    (
        *(
            "report",
            "complaint",
            "case",
            "signature",
            "signatory",
            "name",
            "pledge",
            "donation",
            "claim",
            "arrest",
            "subscriber",
        ),
        *(
            "download",
            "view",
            "booking",
            "application",
            "registration",
            "entry",
            "vote",
            "lawsuit",
            "petition",
            "donor",
            "supporter",
        ),
        *("aftershock", "outage", "test", "dose", "vaccination", "applicant", "candidate", "backer", "fund", "appeal"),
    )
)
"""Nouns for what is counted as it comes in, so that a later count is higher (own list)."""

MOUNTING = ACCUMULATING | frozenset(
    (
        *(
            "infection",
            "death",
            "patient",
            "victim",
            "injury",
            "casualty",
            "fatality",
            "hospitalisation",
            "hospitalization",
        ),
        *(
            "home",
            "house",
            "household",
            "building",
            "vehicle",
            "car",
            "tree",
            "hectare",
            "acre",
            "bird",
            "animal",
            "fish",
        ),
        *("body", "survivor", "refugee", "evacuee", "detainee", "suspect", "defendant", "witness", "complainant"),
        *("sighting", "visitor", "member", "volunteer", "backer", "investor", "user", "customer", "client", "buyer"),
        *("ticket", "order", "sale", "copy", "stream", "pupil", "student", "school", "airline", "flight", "country"),
        *(
            "incident",
            "fire",
            "rescue",
            "callout",
            "inspection",
            "sample",
            "fine",
            "penalty",
            "ballot",
            "object",
            "image",
        ),
    )
)
"""The same, with nouns whose count grows over days, though it may be told wrongly within one (own list)."""

NOWADAYS = frozenset({"now", "since", "latest", "currently"})
"""Words of a later article that set its figure apart from an earlier one (own list)."""

FAR = 5.0
"""How many times the earlier figure the later one may be where only words near it say that it has moved."""

MOVEMENT = "direction"
"""The family of concepts of rising and falling."""


def order(
    one: Claim, other: Claim, articles: Mapping[str, Article], floors: Mapping[str, date] | None = None
) -> tuple[Claim, Claim] | None:
    """The earlier and the later claim by publication; None when that is not known or they came out together.

    ``floors`` are the earliest days on which articles without a day of their own can have come out.
    """
    first, second = published_at(articles[one.article]), published_at(articles[other.article])
    if first is None and second is None:
        return None
    if first is None or second is None:
        undated, known, day = (one, other, second) if first is None else (other, one, first)
        floor = (floors or {}).get(undated.article)
        return (known, undated) if floor is not None and day is not None and floor > day.date() else None
    whole_days = not all(isinstance(articles[c.article].published, datetime) for c in (one, other))
    if whole_days and first.date() == second.date():
        return None
    if abs(first - second) < APART:
        return None
    return (one, other) if first < second else (other, one)


def decide_update(
    one: Claim,
    other: Claim,
    verdict: Verdict,
    articles: Mapping[str, Article],
    floors: Mapping[str, date] | None = None,
) -> Verdict:
    """Turn a contradiction or a framing into an update where the later article plainly knows more."""
    if isinstance(one.value, StageValue) and isinstance(other.value, StageValue):
        return _decide_stages(one, other, verdict, articles, floors)
    moving = one.counter and other.counter and verdict.relation is Relation.COMPATIBLE
    if verdict.relation not in (Relation.CONTRADICT, Relation.FRAMING) and not moving:
        return verdict
    if one.counter and other.counter and is_of_another_event(one, other, articles):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; one of them is of something long before")
    ordered = order(one, other, articles, floors)
    if ordered is None:
        return verdict
    earlier, later = ordered
    reason = f"{verdict.reason}; the second was published later"
    match earlier.value, later.value:
        case FirstValue() as before, FirstValue() as after if verdict.relation is Relation.FRAMING and _counts_on(
            before, after, earlier, later, articles
        ):
            return Verdict(Relation.NOT_COMPARABLE, f"{reason}, and may tell of the next of its kind")
        case StatusValue() as before, StatusValue() as after:
            if before.rung < after.rung == DONE and not (before.denied and before.concept == after.concept):
                return Verdict(Relation.UPDATE, f"{reason}, when it had been settled")
        case Quantity() as before, Quantity() as after:
            if before.point == after.point or (moving and before.bound is Bound.NONE and after.point <= before.point):
                return verdict
            slip = is_slip(before.point or 0, after.point or 0)
            moved = _has_moved(earlier, later, articles) or _has_mounted(earlier, later, articles)
            least, most = sorted((abs(before.point or 0), abs(after.point or 0)))
            near = most <= least * FAR
            moved = moved or (near and (was_estimate(earlier, later, articles) or says_moved(later, articles)))
            if not slip and moved:
                return Verdict(Relation.UPDATE, f"{reason}, and such a figure moves")
        case TimeValue(), TimeValue() if len(
            {bool(PROLONGING & claim.topic) for claim in ordered}
        ) > 1 and _are_lengths(ordered):
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; the one is what is added to a length of time")
        case TimeValue(), TimeValue() if _is_rescheduled(earlier, later) or is_overtaken(earlier, later, articles):
            return Verdict(Relation.UPDATE, f"{reason}, and says that it has moved")
        case RoleValue() as held, RoleValue() as left if verdict.relation is Relation.FRAMING and has_left(held, left):
            return Verdict(Relation.UPDATE, f"{reason}, when the post had been left")
        case _:
            pass
    return verdict


PROLONGING = frozenset({"prolong", "extend", "extension"})
"""Words beside a length of time by which another one goes on (own list)."""


def _are_lengths(claims: tuple[Claim, Claim]) -> bool:
    return all(claim.value.type is ValueType.DURATION for claim in claims)


def _is_rescheduled(earlier: Claim, later: Claim) -> bool:
    """Whether words say that a time has moved; "for eight months now" says so of no length of time."""
    lengths = ValueType.DURATION in (earlier.value.type, later.value.type)
    return bool((RESCHEDULING - NOWADAYS if lengths else RESCHEDULING) & later.topic)


def _counts_on(
    before: FirstValue, after: FirstValue, earlier: Claim, later: Claim, articles: Mapping[str, Article]
) -> bool:
    """Whether the later article came out long enough after the other for what it counts to be one more."""
    first, second = published_at(articles[earlier.article]), published_at(articles[later.article])
    apart = first is not None and second is not None and second - first >= SEQUEL
    return apart and (after.rank > before.rank > 0 or 0 in (before.rank, after.rank))


def _decide_stages(
    one: Claim,
    other: Claim,
    verdict: Verdict,
    articles: Mapping[str, Article],
    floors: Mapping[str, date] | None,
) -> Verdict:
    """A process that a later article shows further on; without an order two stages say nothing."""
    if verdict.relation is not Relation.COMPATIBLE:
        return verdict
    ordered = order(one, other, articles, floors)
    if ordered is not None:
        before, after = (claim.value for claim in ordered)
        assert isinstance(before, StageValue)
        assert isinstance(after, StageValue)
        if before.reached < after.reached and not after.ahead:
            return Verdict(Relation.UPDATE, f"{verdict.reason}; the second was published later, and is further on")
    return Verdict(Relation.NOT_COMPARABLE, verdict.reason)


def _has_moved(earlier: Claim, later: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether a figure may have changed between two claims.

    It has when it is a count that grows, when a word says so, or when a later day is given, and that is no day long
    before the earlier article came out.
    """
    if earlier.counter and later.counter:
        return True
    if REVISIONS & later.topic or (MOVEMENT in later.concepts and not _is_way(later)):
        return True
    if NOWADAYS & later.topic and later.value.type is not ValueType.PERCENT:
        return True
    if ACCUMULATING & (earlier.heads | later.heads) and _has_grown(earlier.value, later.value):
        return True
    if LEVELS & later.topic and LEVELS & earlier.topic and later.value.type is not ValueType.PERCENT:
        return True
    before = [t for w in earlier.when if isinstance(w, TimeValue) for t in (w.start,) if t is not None]
    after = [t for w in later.when if isinstance(w, TimeValue) for t in (w.start,) if t is not None]
    if not before or not after or max(before).date() >= max(after).date():
        return False
    told = published_at(articles[earlier.article])
    return told is None or max(after) >= told - SEQUEL


def _has_mounted(earlier: Claim, later: Claim, articles: Mapping[str, Article]) -> bool:
    """Whether a higher count came out days after the lower one, of what goes on being counted."""
    first, second = published_at(articles[earlier.article]), published_at(articles[later.article])
    apart = first is not None and second is not None and second - first >= SEQUEL
    apart = apart and later.value.type is not ValueType.PERCENT
    return apart and bool(MOUNTING & (earlier.heads | later.heads)) and _has_grown(earlier.value, later.value)


def _is_way(claim: Claim) -> bool:
    """Whether a length is how far something moved ("fell 15 feet"), and not what it moved to ("rose to 4.2 m")."""
    value = claim.value
    if not isinstance(value, Quantity) or value.dimension != "length":
        return False
    return "to" not in claim.text[: max(0, claim.text.find(value.text))].lower().split()[-2:]


def _has_grown(before: Value, after: Value) -> bool:
    return isinstance(before, Quantity) and isinstance(after, Quantity) and after.point > before.point
