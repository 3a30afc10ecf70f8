"""Whether two times are told of one side of one occasion, and then whether both can be right.

The reading of a time (``checker.language.timings``) is kept in the scope of its claim; here it is read back and
compared. Words alone link too much: most days in a story are days of something else.
"""

from __future__ import annotations

from datetime import date, timedelta

from checker.language.timed import Part, Timing
from checker.lexicon import familiarity, similarity
from checker.model import Claim, Relation, Verdict
from checker.values.times import TimeValue, compare_times

SAME_EVENT = 0.75
"""Lexical similarity from which two words name one event: synonyms and derived words."""

EVENT, PARTY, MARK, PART = "event ", "party ", "mark ", "part "
"""What the entries of a claim's scope are: words of the event, who takes part, marks of the occasion, the side told."""

SAME_PARTY = 0.75
"""Lexical similarity from which two words can name one participant: synonyms."""

TELLING = 0.35
"""Familiarity from which a shared word of the surroundings says that two claims are about the same."""

ALIKE = 8
"""Lengths of which one is more than this many times the other are lengths of different things."""

OF_ONE_THING = frozenset({Part.WAIT, Part.APART})
"""Lengths that few things in a story have."""

DEICTIC = frozenset({"this", "last", "past", "next", "earlier", "later"})
"""What a unit opens with that is counted from the day of telling, and loosely ("last week", "this quarter")."""

ANAPHORIC = frozenset({"that", "same"})
"""What a time opens with that is told elsewhere ("that morning")."""

WEEK = timedelta(days=6)
"""How far two days of the week can lie apart when each is told within a week ("on Tuesday")."""

AHEAD = frozenset({"next", "future"})
"""Marks of an occasion that lies ahead of the telling."""

NEAR = timedelta(days=15)
"""Days further apart than this are seldom two tellings of one day, unless only the year differs or both lie ahead."""

WIDE = timedelta(days=500)
"""The same for what lies ahead, and for months, quarters and years."""


def scope_of(timing: Timing, marks: frozenset[str], vague: frozenset[str]) -> frozenset[str]:
    """A timing as the scope of a claim: its events, parties, marks and side, each behind the name of what it is."""
    entries = {EVENT + w for w in timing.events} | {MARK + w for w in marks} | {PART + timing.part}
    return frozenset(entries | {PARTY + w for w in timing.parties if w not in vague})


def compare_occurrences(one: Claim, other: Claim) -> Verdict:
    """Compare two times of one occasion; those of different occasions, or different sides of one, are not compared."""
    assert isinstance(one.value, TimeValue)
    assert isinstance(other.value, TimeValue)
    apart = _tell_apart(one, other)
    if apart:
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.value.text}” beside “{other.value.text}”: {apart}")
    verdict = compare_times(one.value, other.value)
    if verdict.relation is Relation.COMPATIBLE and bool(one.value.clock) != bool(other.value.clock):
        # "Thursday" holds every hour of it: by way of the day, two hours that differ would count as one answer.
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    if verdict.relation is not Relation.CONTRADICT:
        return verdict
    if {one.value.text.split()[0].lower(), other.value.text.split()[0].lower()} & ANAPHORIC:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the day is told elsewhere")
    if one.value.text.lower() == other.value.text.lower():
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the same words, read from different days")
    if not (one.value.day_given and other.value.day_given) and not (_is_clocked(one) and _is_clocked(other)):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: parts of days that are not named")
    if _far_apart(one, other):
        return Verdict(
            Relation.NOT_COMPARABLE, f"{verdict.reason}: too far apart, or too loosely told, to be one occasion"
        )
    return verdict


def _of(claim: Claim, kind: str) -> frozenset[str]:
    return frozenset(w.removeprefix(kind) for w in claim.scope if w.startswith(kind))


def _tell_apart(one: Claim, other: Claim) -> str:
    """Why two claims are not about one side of one occasion; empty where nothing tells them apart."""
    if _of(one, PART) != _of(other, PART):
        return "different sides of it"
    marks, others = _of(one, MARK), _of(other, MARK)
    lapsed = PART + Part.LAPSE in one.scope
    if ("past" in marks) != ("past" in others) and not lapsed:
        return "different occasions"
    if ("next" in marks and not others & AHEAD) or ("next" in others and not marks & AHEAD):
        return "different occasions"
    if not _same_event(one, other):
        return "different events"
    if not _same_parties(one, other):
        return "nothing says that it is the same occasion"
    return ""


def _same_event(one: Claim, other: Claim) -> bool:
    """Whether a word of each names the same event, or they are occasions or concepts of one kind."""
    if one.concepts & other.concepts:
        return True
    return any(similarity(a, b) >= SAME_EVENT for a in _of(one, EVENT) for b in _of(other, EVENT))


def _same_parties(one: Claim, other: Claim) -> bool:
    """Whether the participants, the words around or what both articles are about say that one occasion is meant."""
    ours, theirs = _of(one, PARTY), _of(other, PARTY)
    if any(a == b or similarity(a, b) >= SAME_PARTY for a in ours for b in theirs):
        return True
    if ours & _of(other, EVENT) or theirs & _of(one, EVENT):
        return True
    kind = bool(one.concepts & other.concepts)
    marks, either = _of(one, MARK) & _of(other, MARK), _of(one, MARK) | _of(other, MARK)
    if "future" in marks and kind:
        return True
    if ours and theirs:
        return False
    lasting = PART + Part.LENGTH in one.scope
    if kind and ("central" in (either if lasting else marks) or _of(one, PART) & OF_ONE_THING):
        return True
    if kind and _is_clocked(one) and _is_clocked(other):
        return True
    if "personal" in marks:
        return False
    shared = (one.topic & other.topic) - _of(one, EVENT) - _of(other, EVENT)
    return sum(familiarity(w) >= TELLING for w in shared) >= 2


def _is_clocked(claim: Claim) -> bool:
    """Whether the time is given by the clock."""
    value = claim.value
    assert isinstance(value, TimeValue)
    readings = value.alternatives or (value,)
    return all(v.clock is not None and v.clock[1] - v.clock[0] <= 60 for v in readings)


def _far_apart(one: Claim, other: Claim) -> bool:
    assert isinstance(one.value, TimeValue)
    assert isinstance(other.value, TimeValue)
    first, second = one.value, other.value
    if first.seconds and second.seconds:
        short, long = sorted((first.seconds[0], second.seconds[0]))
        return long > ALIKE * short
    if first.start is None or second.start is None or first.end is None or second.end is None:
        return False
    gap = max(first.start, second.start) - min(first.end, second.end)
    if _same_day_of_year(first.start.date(), second.start.date()):
        return False
    fine = min(first.end - first.start, second.end - second.start)
    ahead = "future" in _of(one, MARK) & _of(other, MARK)
    if any(
        v.text.split()[0].lower() in DEICTIC and gap < v.end - v.start for v in (first, second) if v.start and v.end
    ):
        return True
    near = NEAR if any(any(c.isdigit() for c in v.text) for v in (first, second)) else WEEK
    return gap > (WIDE if ahead else max(near, fine))


def _same_day_of_year(one: date, other: date) -> bool:
    return (one.month, one.day) == (other.month, other.day) and (one.month, one.day) != (1, 1)
