"""Whether two reaches can both be so: for all beside for these only, or beside those who are left out."""

from __future__ import annotations

import re

from checker.factuality.extremes import ANYBODY, SOMEBODY
from checker.factuality.reaches import ALL, IN, MEASURE, ONLY, OUT
from checker.factuality.things import times_apart
from checker.lexicon import familiarity, is_group_noun, is_person_noun, similarity
from checker.model import Claim, Relation, Value, Verdict
from checker.values.status import StatusValue

TELLING = 0.35
"""Familiarity (0 for everyday words, 1 for rare ones) from which a shared word tells what is meant."""

SAME_DEED = 0.6
"""Lexical similarity from which two verbs say the same."""

SAME_GROUP = 0.6
"""Lexical similarity from which two nouns name one group."""

CLASHES = {frozenset((ALL, ONLY)), frozenset((ALL, OUT)), frozenset((ONLY, IN))}

CHARGED = re.compile(r"\b(?:charged|pay)\b(?! (?:nothing|no))")
"""What those who are left out of what is free have to do."""

WHOEVER = frozenset("everything exception lot it them they whole us board one".split())
"""Heads of a group that may be anybody or anything."""


def compare_reaches(one: Claim, other: Claim) -> Verdict:
    """Compare two reaches of what two reports are about."""
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    reason = f"“{a.text}” beside “{b.text}”"
    poles = frozenset((_pole(a), _pole(b)))
    apart = Verdict(Relation.NOT_COMPARABLE, f"{reason}: they may speak of different things")
    if len(poles) == 1:
        return Verdict(Relation.AGREE, reason) if _alike(a.about, b.about) else apart
    if poles not in CLASHES or times_apart(one, other) or not _same_matter(one, other):
        return apart
    if not _may_be_of(a.about, b.about):
        return apart
    if ONLY in poles and IN in poles:
        found = _goes_beyond(*((a, b) if _pole(a) == ONLY else (b, a)))
    else:
        whole, rest = (one, other) if _pole(a) == ALL else (other, one)
        charged = rest is not whole and CHARGED.search(rest.value.text.lower())
        found = _names_some_of(whole.value, rest.value, only=ONLY in poles)
        found = (
            found
            and not whole.part("left out") & rest.part("group")
            and (not charged or "*free" in whole.part("deeds"))
        )
    return Verdict(Relation.CONTRADICT, f"{reason}: both cannot be so") if found else apart


def _pole(value: StatusValue) -> str:
    return value.concept.partition(".")[2]


def _alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return one[0] == other[0] or similarity(one[0], other[0]) >= SAME_GROUP


def _goes_beyond(only: StatusValue, taken: StatusValue) -> bool:
    """Whether what is taken in too goes beyond those who alone are meant."""
    mine = [w for w in taken.about if not any(w == x or similarity(w, x) >= SAME_GROUP for x in only.about)]
    shares = any(w == x or similarity(w, x) >= SAME_GROUP for w in taken.about for x in only.about)
    return bool(mine) and (shares or len(taken.about) > 1)


def _same_matter(one: Claim, other: Claim) -> bool:
    """Whether two sentences tell of one deed: both of a measure, of one class, or with like verbs; or of one group."""
    if not {w for w in one.topic & other.topic if familiarity(w) >= TELLING}:
        return False
    mine, theirs = one.part("deeds"), other.part("deeds")
    shared = mine & theirs
    if MEASURE in shared or {d for d in shared if d.startswith("*")} - {"*cover"}:
        return True
    plain = [[d for d in side if d[0] not in "=*" and d != MEASURE] for side in (mine, theirs)]
    if any(similarity(x, y) >= SAME_DEED and familiarity(x) >= TELLING for x in plain[0] for y in plain[1]):
        return True
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    return a.about[0] not in ANYBODY and _alike(a.about, b.about)


def _names_some_of(whole: Value, rest: Value, *, only: bool) -> bool:
    """Whether those left out can be some of all; those who alone are meant need not be named like them."""
    assert isinstance(whole, StatusValue)
    assert isinstance(rest, StatusValue)
    if only or _alike(whole.about, rest.about) or {*whole.about[1:]} & {*rest.about}:
        return True
    return whole.about[0] in WIDE or (whole.about[0] in WIDE_PEOPLE and _kind(rest.about) == "person")


def _may_be_of(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two groups may be of one kind: people beside people, things beside things."""
    kinds = [_kind(words) for words in (one, other)]
    return "any" in kinds or kinds[0] == kinds[1]


def _kind(words: tuple[str, ...]) -> str:
    head = words[0]
    if head in EITHER:
        return "any"
    if head in SOMEBODY or is_person_noun(head) or head in PEOPLE:
        return "person"
    if head in WHOEVER or (head in ANYBODY and head not in {"case", "part"}):
        return "any"
    return "any" if is_group_noun(head) else "thing"


WIDE = SOMEBODY | WHOEVER | frozenset("people person none".split())
"""Heads of a whole that anybody may be some of."""

WIDE_PEOPLE = frozenset(
    """visitor resident customer user worker employee passenger citizen member guest holder traveller traveler staff
    pilgrim patient pupil student driver owner household inhabitant consumer taxpayer subscriber player""".split()
)
"""Heads of a whole that many kinds of people may be some of."""

EITHER = frozenset("ward member page unit model star guide party club".split())
"""Heads that name people in one sense and things in another."""

PEOPLE = frozenset("people person man woman child staff crew household family holder owner those".split())
"""Heads that name people where the lexicon is of two minds."""
