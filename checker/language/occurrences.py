"""Whether two times are told of one side of one occasion, and then whether both can be right.

The reading of a time (``checker.language.timings``) is kept in the scope and the parts of its claim; here it is read
back and compared. ``same_occasion_score`` says how far the words make them one occasion.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from checker.language.sameness import EVENT, MARK, PARTY, PERSONAL, entries, same_occasion_score
from checker.language.timed import Part, Timing
from checker.lexicon import familiarity, is_person_noun, similarity
from checker.lexicon.happenings import are_stages, is_lasting, kin_of
from checker.model import Claim, Relation, Verdict
from checker.values.times import Bound, TimeValue, compare_times, with_bound

__all__ = ["compare_occurrences", "same_occasion_score", "scope_of"]

PART = "part "
"""What the entry of a claim's scope opens with that names the side told."""

LINKED, LINKED_PAST = 0.6, 0.72
"""The score of the words from which two claims are of one occasion; for days gone by, of which stories have many."""

UNNAMED = 0.1
"""What is asked for more of two times that no kind of happening joins."""

ALIKE, ALIKE_APART, ALIKE_KIND = 6, 3, 15
"""Lengths of which one is more than this many times the other are lengths of different things: told in one unit, in
two, and where what lasts is of one kind."""

DEICTIC = frozenset("this last past next earlier later today tonight yesterday tomorrow coming recent".split())
"""Words by which a time is counted from the day of telling, and loosely ("last week")."""

PARTIAL = frozenset({"start", "beginning", "middle", "early", "late", "mid"})
"""Words for a part of a time, which has no sharp edges."""

DAY, MONTH, YEAR = timedelta(days=1), timedelta(days=27), timedelta(days=360)
"""The least lengths of what is told as a day, a month, a year."""

TELLINGS = frozenset({"announcement", "report", "briefing"})
"""Happenings that are only a telling, of which every story has many."""

ONCE = frozenset(
    {"artwork", "founding", "opening", "term", "construction", "birth", "death", "production", "wedding", "kidnapping"}
)
"""Happenings that a thing has once, so that two years of them cannot both be right."""

ANAPHORIC = frozenset({"that", "same"})
"""What a time opens with that is told elsewhere ("that morning")."""

WEEK = timedelta(days=6)
"""How far two days of the week can lie apart when each is told within a week ("on Tuesday")."""

AHEAD = frozenset({"next", "future"})
"""Marks of an occasion that lies ahead of the telling."""

NEAR = timedelta(days=31)
"""Days further apart than this are seldom two tellings of one day, unless only the year differs or both lie ahead."""

WIDE = timedelta(days=500)
"""The same for what lies ahead, and for months and quarters."""

AGES = timedelta(days=366 * 25)
"""The same for years."""

STRETCHES = frozenset({Part.LENGTH, Part.WITHIN})
"""Sides that a length gives of one thing in other words: "took an hour", "was over within the hour"."""

DISTANT = frozenset({"response", "fire", "rescue", "evacuation", "trapped", "moratorium"})
"""Happenings whose length is as often told as how long after another they came: "arrived eight minutes later"."""

SURE = 0.8
"""The score from which months, and days of which one alone lies ahead, can still be two tellings of one."""

EDGES = {Part.START: Bound.SINCE, Part.END: Bound.BY}
"""The limits that a time can be told as when it is the start or the end itself ("since 2019", "until 6 p.m.")."""


def scope_of(timing: Timing, marks: frozenset[str], vague: frozenset[str]) -> frozenset[str]:
    """A timing as the scope of a claim: its events, parties, marks and side, each behind the name of what it is."""
    found = {EVENT + w for w in timing.events} | {MARK + w for w in marks} | {PART + timing.part}
    return frozenset(found | {PARTY + w for w in timing.parties if w not in vague})


def compare_occurrences(one: Claim, other: Claim) -> Verdict:
    """Compare two times of one occasion; those of different occasions, or different sides of one, are not compared."""
    assert isinstance(one.value, TimeValue)
    assert isinstance(other.value, TimeValue)
    apart = _tell_apart(one, other)
    if apart:
        return Verdict(Relation.NOT_COMPARABLE, f"“{one.value.text}” beside “{other.value.text}”: {apart}")
    verdict = compare_times(_at_limit(one), _at_limit(other))
    # Whether times that differ are told of one occasion is for the linking to say; equal ones are joined here or never.
    least = _least(one, other) if verdict.relation is not Relation.CONTRADICT else 0.0
    if same_occasion_score(one, other) < least:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: nothing says that it is the same occasion")
    if verdict.relation is Relation.COMPATIBLE and bool(one.value.clock) != bool(other.value.clock):
        # "Thursday" holds every hour of it: by way of the day, two hours that differ would count as one answer.
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    if verdict.relation is not Relation.CONTRADICT:
        return verdict
    if {one.value.text.split()[0].lower(), other.value.text.split()[0].lower()} & ANAPHORIC:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the day is told elsewhere")
    if one.value.text.lower() == other.value.text.lower():
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the same words, read from different days")
    planned = "planned" in entries(one, MARK) | entries(other, MARK)
    if one.part("rank") != other.part("rank") and not (planned and one.part("kind") & other.part("kind")):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the one is one of several")
    if _name_one_weekday(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the same day of the week")
    if _differ_in_counted_day_alone(one.value, other.value):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the same hour, of a day counted from the telling")
    if _differ_in_year_alone(one.value, other.value):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: the one names no year")
    if not (one.value.day_given and other.value.day_given) and not (is_clocked(one) and is_clocked(other)):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}: parts of days that are not named")
    if _far_apart(one, other):
        return Verdict(
            Relation.NOT_COMPARABLE, f"{verdict.reason}: too far apart, or too loosely told, to be one occasion"
        )
    return verdict


WEEKDAY = re.compile(r"\b(?:(mon|tues|wednes|thurs|fri|satur|sun)day)\b", re.I)
DATED = re.compile(r"\b(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|[A-Z][a-z]{2,8}\.?\s+\d)|\d[-/]\d|\b\d{4}\b")


def _name_one_weekday(one: Claim, other: Claim) -> bool:
    """Whether both times give one day of the week and no date, and not both an hour: which week each means is a guess.

    "From six on Saturday evening", and shortly after the midnight with which a day begins or ends.
    """
    found = [WEEKDAY.search(claim.value.text) for claim in (one, other)]
    if found[0] is None or found[1] is None or found[0][1].lower() != found[1][1].lower():
        return False
    if is_clocked(one) and is_clocked(other):
        return False
    return not any(DATED.search(claim.value.text) for claim in (one, other))


YEAR_GIVEN = re.compile(r"\d{4}")


def _differ_in_year_alone(one: TimeValue, other: TimeValue) -> bool:
    """Whether two times are of one month or day, and the year of one is only taken from the day of telling."""
    if one.start is None or other.start is None or one.start.year == other.start.year:
        return False
    given = [YEAR_GIVEN.search(value.text) is not None for value in (one, other)]
    same = (one.start.month, one.start.day) == (other.start.month, other.start.day)
    return same and not all(given) and one.granularity is other.granularity


COUNTED = frozenset({"this", "today", "tonight", "yesterday", "last"})
"""Words by which the day of a clock time is counted from the day of telling."""


def _differ_in_counted_day_alone(one: TimeValue, other: TimeValue) -> bool:
    """Whether two hours overlap and lie on neighbouring days, of which one is counted from the day of telling."""
    if not (one.clock and other.clock and one.start and other.start):
        return False
    if abs((one.start.date() - other.start.date()).days) != 1:
        return False
    counted = [bool(COUNTED & set(value.text.lower().split())) for value in (one, other)]
    hours = one.clock[0] <= other.clock[1] and other.clock[0] <= one.clock[1]
    return hours and counted[0] != counted[1]


def _at_limit(claim: Claim) -> TimeValue:
    """The time at the edge that it is told of; a length within which something has to be done is that limit itself."""
    value = _at_edge(claim)
    if value.seconds is not None and value.bound is Bound.AT_MOST and "due" in entries(claim, MARK):
        return with_bound(value, Bound.EXACT)
    return value


def _at_edge(claim: Claim) -> TimeValue:
    """The time without its limit where it is the start, or the end itself: "open until 6 p.m."; not "done by 2033"."""
    value = claim.value
    assert isinstance(value, TimeValue)
    for part, bound in EDGES.items():
        if PART + part in claim.scope and value.bound is bound:
            if "due" in entries(claim, MARK):
                return with_bound(value, Bound.EXACT)
            before = claim.text.partition(value.text)[0].lower().split()[-1:]
            if bound is Bound.SINCE or before in (["until"], ["till"], ["to"], ["and"], ["-"], ["–"]):
                return with_bound(value, Bound.EXACT)
    return value


def _least(one: Claim, other: Claim) -> float:
    assert isinstance(one.value, TimeValue)
    lasting = one.value.seconds is not None
    clocked = is_clocked(one) and is_clocked(other)
    ahead = "future" in entries(one, MARK) & entries(other, MARK)
    if (one.part("kind") | other.part("kind")) & TELLINGS:
        return SURE
    least = LINKED if lasting or clocked or ahead else LINKED_PAST
    return least if lasting or one.part("kind") & other.part("kind") else least + UNNAMED


def _tell_apart(one: Claim, other: Claim) -> str:
    """Why two claims are not about one side of one occasion; empty where nothing tells them apart."""
    kinds = one.part("kind") & other.part("kind")
    sides = {Part(w) for claim in (one, other) for w in entries(claim, PART)}
    if len(sides) > 1 and not _are_one_side(one, other, sides, kinds):
        return "different sides of it"
    if Part.LAPSE in sides:
        ways = [entries(claim, MARK) & {"earlier", "later"} for claim in (one, other)]
        if ways[0] and ways[1] and ways[0] != ways[1]:
            return "the one before it, the other after"
    ours, theirs = one.part("kind"), other.part("kind")
    if one.slot == "date" and ours and theirs and all(are_stages(a, b) for a in ours for b in theirs):
        return "different stages of it"
    if ours and theirs and not is_akin(one, other) and not _share_party(one, other) and not _may_be_one(one, other):
        return "happenings of two kinds, and of others"
    if one.slot == "duration" and (_are_of_two_people(one, other) or _are_towards_others(one, other)):
        return "of two people or things"
    if kinds & OWN and not one.part("party") & other.part("party"):
        return "of two things"
    if TOLD_AS & (entries(one, MARK) ^ entries(other, MARK)):
        return "a sum, or what was set down for it, beside the thing itself"
    if bool(FOLLOWING & _told(one)) != bool(FOLLOWING & _told(other)):
        return "the one is of what follows it"
    marks, others = entries(one, MARK), entries(other, MARK)
    if {"planned", "done"} <= marks | others and not {"planned", "done"} <= marks & others:
        return "one is planned, the other done"
    lapsed = PART + Part.LAPSE in one.scope
    if ("past" in marks) != ("past" in others) and not lapsed:
        return "different occasions"
    if ("next" in marks and not others & AHEAD) or ("next" in others and not marks & AHEAD):
        return "different occasions"
    if bool(one.part("ordinal")) != bool(other.part("ordinal")) and not one.part("event") & other.part("event"):
        return "the one of several, the other told in another word"
    if one.part("ordinal") and other.part("ordinal") and not one.part("ordinal") & other.part("ordinal"):
        return "different ones of several"
    return ""


FOLLOWING = frozenset({"sequel", "prequel", "remake", "rematch", "successor", "spin-off", "follow-up"})
"""Nouns for what comes after another of its kind, and has days of its own (own list)."""


def _told(claim: Claim) -> frozenset[str]:
    return claim.part("event") | claim.part("party")


def _are_one_side(one: Claim, other: Claim, sides: set[Part], kinds: frozenset[str]) -> bool:
    """Whether two sides that differ in words can be one: the start of what has no length is its end."""
    if sides <= STRETCHES:
        return True
    if sides <= {*STRETCHES, Part.LAPSE}:
        return bool(kinds & DISTANT)
    if sides <= {*STRETCHES, Part.WAIT}:
        return bool(kinds) or is_akin(one, other)
    if sides == {Part.AT, Part.START}:
        return True
    told = bool(kinds) or _share_party(one, other)
    return sides == {Part.AT, Part.END} and told and not any(is_lasting(k) for k in kinds)


def is_clocked(claim: Claim) -> bool:
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
        brief, lengthy = sorted((first.seconds[0], second.seconds[0]))
        if is_akin(one, other):
            return lengthy > ALIKE_KIND * brief
        return lengthy > (ALIKE if first.granularity is second.granularity else ALIKE_APART) * brief
    if is_clocked(one) and is_clocked(other) and not (first.day_given and second.day_given):
        return False  # the day of one is only taken to be the day of telling
    if first.start is None or second.start is None or first.end is None or second.end is None:
        return False
    gap = max(first.start, second.start) - min(first.end, second.end)
    short, long = sorted((first.end - first.start, second.end - second.start))
    if first.start.year != second.start.year:
        if long <= DAY and _same_day_of_year(first.start.date(), second.start.date()):
            return False
        if sorted(str(first.start.year)) == sorted(str(second.start.year)):
            return False  # 1612 and 1621
    ahead = "future" in entries(one, MARK) & entries(other, MARK)
    clocked = is_clocked(one) and is_clocked(other)
    if (_is_loose(first) or _is_loose(second)) and not clocked:
        return not ahead or gap < short
    if long > YEAR:
        once = one.part("kind") & other.part("kind") & ONCE
        return gap > AGES or not once or not one.part("party") & other.part("party")
    sure = same_occasion_score(one, other) >= SURE
    if ahead and not any(c.isdigit() for c in first.text + second.text) and gap > 2 * WEEK:
        return True  # "Friday" and "Monday", each of the week of its telling
    if ahead or (sure and ({"future", "next"} & (entries(one, MARK) | entries(other, MARK)))):
        return gap > WIDE
    if long > MONTH:
        done_once = one.part("kind") & other.part("kind") & ONCE and one.part("party") & other.part("party")
        return gap > (WIDE if done_once else 2 * NEAR) or not sure or short < MONTH
    dated = [any(c.isdigit() for c in v.text) for v in (first, second)]
    if not all(dated) and not clocked and first.weekday == second.weekday and gap >= WEEK:
        return True  # one weekday, counted from the days of two tellings
    return gap > (NEAR if any(dated) else max(WEEK, short))


def is_akin(one: Claim, other: Claim) -> bool:
    """Whether what is told of both is of one kind, or of kinds that one story tells in each other's words."""
    return not kin_of(one.part("kind")).isdisjoint(kin_of(other.part("kind")))


def _share_party(one: Claim, other: Claim) -> bool:
    """Whether somebody or something takes part in both, or what happens is told in one word."""
    ours, theirs = ({*c.part("party"), *c.part("event"), *c.entities} for c in (one, other))
    return bool(ours & theirs)


OWN = frozenset({"antiquity"})
"""Kinds that everything has for itself: how far back it goes."""

TOLD_AS = frozenset({"sum", "set down"})
"""Marks of a length that is the sum of several, and of one that something was meant to last."""

ANYBODY = frozenset(
    {"man", "woman", "suspect", "person", "victim", "defendant", "resident", "member", "people", "child"}
)
"""Nouns by which an article may call anybody (own list)."""

PERSON = "person:"
"""What the key of a person opens with among the entities of a claim."""

LIKE_PERSON = 0.5
"""The similarity from which two nouns may stand for one person."""

TELLING = 0.35
"""Familiarity from which a word of the surroundings says that two times are of one matter."""

CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december day week month year hour minute morning afternoon evening night time".split()
)
"""Words of the calendar, which two times may share whatever they are of."""


def _may_be_one(one: Claim, other: Claim) -> bool:
    """Whether the kind of one time is only guessed, and the words around it are those of the other."""
    if one.part("firm") and other.part("firm"):
        return False
    if one.part("firm") & other.part("around") or other.part("firm") & one.part("around"):
        return True
    return any(familiarity(w) >= TELLING for w in (one.topic & other.topic) - CALENDAR)


def _are_of_two_people(one: Claim, other: Claim) -> bool:
    """Whether what one story has for several people is told of two: "the captain got five years, the engineer two"."""
    if not (one.part("kind") | other.part("kind")) & PERSONAL or one.entities & other.entities:
        return False
    people = [{e for e in c.entities if e.startswith(PERSON)} for c in (one, other)]
    if people[0] and people[1]:
        return True
    ours, theirs = ({p for p in c.part("party") if is_person_noun(p)} for c in (one, other))
    if not ours or not theirs or (ours | theirs) & ANYBODY or one.part("party") & other.part("party"):
        return False
    return not any(similarity(a, b) >= LIKE_PERSON for a in ours for b in theirs)


def _are_towards_others(one: Claim, other: Claim) -> bool:
    """Whether two lengths are told of two by name: "seven years with the Larks", "a two-year spell at Coast Rovers"."""
    ours, theirs = one.part("towards"), other.part("towards")
    return bool(ours and theirs) and ours.isdisjoint(theirs)


def _is_loose(value: TimeValue) -> bool:
    """Whether a time is counted from the day of telling by more than a day of the week, or names a part of a time."""
    words = set(value.text.lower().split())
    return bool(PARTIAL & words) or (bool(DEICTIC & words) and not any(c.isdigit() for c in value.text))


def _same_day_of_year(one: date, other: date) -> bool:
    return (one.month, one.day) == (other.month, other.day) and (one.month, one.day) != (1, 1)
