"""Whether two statements of extent can both be so: all beside some, in beside out, the only one beside several."""

from __future__ import annotations

from checker.factuality.things import times_apart
from checker.lexicon import familiarity, is_group_noun, is_person_noun, similarity
from checker.model import Claim, Relation, Verdict
from checker.values.status import StatusValue

SAME_GROUP = 0.75
"""Lexical similarity from which two nouns name one group."""

TELLING = 0.35
"""Familiarity (0 for everyday words, 1 for rare ones) from which a shared word tells what is meant."""

ANYBODY = frozenset(
    """people person one everyone everybody anyone anybody nobody none case victim captive hostage they them other rest
    man woman member those recipient part everything nothing full""".split()
)
"""Nouns that stand for whoever is meant (own list)."""

SOMEBODY = frozenset("everyone everybody anyone anybody nobody".split())
"""Those of them that stand for people only."""

SCOPED = "cover"
"""What a measure takes in: of it an exception denies that all are in."""


def compare_inclusions(one: Claim, other: Claim) -> Verdict:
    """Compare two answers to one question of extent; contradictory only where the group is not another one."""
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    reason = f"“{a.text}” beside “{b.text}”"
    if a.concept == b.concept:
        same = one.slot not in {"member", "whole"} or _same_group(a.about, b.about)
        return Verdict(Relation.AGREE if same else Relation.NOT_COMPARABLE, reason)
    if times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}; at other times")
    found = _CLASHES[one.slot](one, other)
    apart = Verdict(Relation.NOT_COMPARABLE, f"{reason}: they may speak of different things")
    return Verdict(Relation.CONTRADICT, f"{reason}: both cannot be so") if found else apart


def _of_harm(_one: Claim, _other: Claim) -> bool:
    return True


def _of_age(one: Claim, other: Claim) -> bool:
    a, b = (claim.value.normalized for claim in (one, other))
    return a.rstrip("0123456789") == b.rstrip("0123456789") and bool(_telling(one, other))


def _of_sole(one: Claim, other: Claim) -> bool:
    """One thing that only one has: a noun behind both must be the same."""
    return bool(one.part("group") & other.part("group") - ANYBODY)


def _of_member(one: Claim, other: Claim) -> bool:
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    return _same_group(a.about, b.about)


def _of_whole(one: Claim, other: Claim) -> bool:
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    if not one.part("deeds") & other.part("deeds"):
        return False
    beside = _telling(one, other) - {*a.about, *b.about}
    return bool(beside) and (_same_group(a.about, b.about) or _may_be_anybody(a.about, b.about))


def _may_be_anybody(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the one noun phrase stands for whoever is meant, and the other for somebody."""
    heads = {*one[:1], *other[:1]}
    rest = heads - ANYBODY
    things = [word for word in rest if not is_person_noun(word) and not is_group_noun(word)]
    return heads != rest and not (heads & SOMEBODY and things)


def _telling(one: Claim, other: Claim) -> frozenset[str]:
    return frozenset(w for w in one.topic & other.topic if familiarity(w) >= TELLING)


def _same_group(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two noun phrases (lemmas, the head's first) name one group: one head, none set apart."""
    if not one or not other:
        return False
    if one[0] != other[0] and similarity(one[0], other[0]) < SAME_GROUP:
        return False
    mine, theirs = {*one[1:]}, {*other[1:]}
    return not mine or not theirs or any(similarity(x, y) >= SAME_GROUP or x == y for x in mine for y in theirs)


_CLASHES = {"harm": _of_harm, "age": _of_age, "sole": _of_sole, "member": _of_member, "whole": _of_whole}
