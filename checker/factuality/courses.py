"""Whether two ways that things go are of one thing at one time, and exclude each other (``tendencies``)."""

from __future__ import annotations

from checker.factuality.tendencies import OF_SOMEBODY
from checker.factuality.things import times_apart
from checker.lexicon import familiarity, is_event_noun, similarity
from checker.model import Claim, Relation, Verdict
from checker.values.status import StatusValue

TELLING = 0.3
"""Familiarity (0 for everyday words) from which a shared word says that two briefs tell of one thing."""

ALIKE = 0.75
"""Lexical similarity from which two nouns name one thing."""

NARROW = 0.5
"""Lexical similarity from which two narrowing words say the same."""


STEM = 5
"""Letters that a country and its people have in common at least."""

HANDS = frozenset(
    """job post position worker staff workforce payroll employee headcount hand employment vacancy role crew personnel
    manpower workplace place team""".split()
)
"""Words for all who work somewhere."""


def compare_courses(one: Claim, other: Claim) -> Verdict:
    """Two ways on one axis: a contradiction where they are opposite, and of one thing."""
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    said = f"“{a.text}” beside “{b.text}”"
    if a.family != b.family or not _one_thing(one, other, a, b):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: of different things")
    turned = bool(one.part("turned")) != bool(other.part("turned"))
    same = (a.concept == b.concept) != turned
    if same:
        return Verdict(Relation.AGREE, f"{said}: the same way")
    if one.part("mixed") or other.part("mixed") or one.part("past") != other.part("past") or times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: at other times, or each both ways")
    if periods_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: over other periods")
    return Verdict(Relation.CONTRADICT, f"{said}: both cannot be so at one time")


def periods_apart(one: Claim, other: Claim) -> bool:
    """Whether two claims are each said of a length of time, and of none in common: on the month, on the year."""
    ours, theirs = one.part("period"), other.part("period")
    return bool(ours and theirs and not ours & theirs)


def _one_thing(one: Claim, other: Claim, a: StatusValue, b: StatusValue) -> bool:
    if _is_narrower(one, other) or _is_narrower(other, one):
        return False
    if one.part("hung") and other.part("hung") and not _is_alike(one.part("hung"), other.part("hung")):
        return False
    kinds, others = one.part("kinds"), other.part("kinds")
    alike = any(x == y or similarity(x, y) >= ALIKE for x in a.about for y in b.about)
    if a.family in OF_SOMEBODY:
        return bool(one.part("subject") & other.part("subject"))
    if a.family == "flow":
        return alike and bool(one.entities & other.entities)
    if a.family == "passage":
        return {*a.about} == {*b.about}
    if a.family != "amount":
        return True
    if kinds and others:
        shared = kinds & others
        if shared == {"jobs"} and not {*a.about, *b.about} & HANDS:
            return alike  # there may be more nurses, and fewer doctors
        return bool(shared) and (alike or shared != {"currency"})  # one currency falls where another rises
    if not kinds and not others:
        return alike and any(is_event_noun(x) for x in (*a.about, *b.about))
    if alike:
        return True
    words = {w for w in one.topic & other.topic if familiarity(w) >= TELLING}
    return bool(one.part("figures") & other.part("figures")) or len(words) > 1


def _is_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return any(x == y or x[:STEM] == y[:STEM] or similarity(x, y) >= ALIKE for x in one for y in other)


def _is_narrower(one: Claim, other: Claim) -> bool:
    """Whether a thing is narrowed by a word that the other telling has nothing like: a part beside its whole."""
    words = other.part("words") or other.topic
    return any(
        w not in words and not any(similarity(w, x) >= NARROW for x in other.part("narrow")) for w in one.part("narrow")
    )
