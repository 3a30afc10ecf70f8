"""Whether two statements of how much can both be so: all beside some, a list beside what is left out of it."""

from __future__ import annotations

from checker.factuality.aspects import load_aspects
from checker.factuality.opposites import are_opposed
from checker.lexicon import familiarity, is_person_noun, opposed, similarity, word_concepts
from checker.model import Claim, Relation, Verdict
from checker.values.status import StatusValue

TELLING = 0.35
"""Familiarity (0 for everyday words, 1 for rare ones) from which a shared word tells what is meant."""

RARE = 0.6
"""Familiarity from which the noun of those left out says by itself who is meant."""

SAME_DEED = 0.6
"""Lexical similarity from which two predicates say the same."""

SAME_GROUP = 0.75
"""Lexical similarity from which two nouns name one group."""

CLASHES = {
    frozenset(pair)
    for pair in (("all", "part"), ("all", "none"), ("all", "only"), ("all", "out"), ("in", "out"), ("none", "in"))
} | {frozenset(pair) for pair in (("list", "only"), ("list", "out"), ("in", "only"))}
"""Kinds of which one can deny the other; where they say the same, the words decide that too."""


def compare_spreads(one: Claim, other: Claim) -> Verdict:
    """Compare two statements of how much; contradictory only where group, deed and matter are surely the same."""
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    reason = f"“{a.text}” beside “{b.text}”"
    kinds = frozenset((a.concept, b.concept))
    apart = Verdict(Relation.NOT_COMPARABLE, f"{reason}: they may speak of different things")
    if a.concept == b.concept:
        if a.concept == "list":
            same = len({*a.about} & {*b.about}) > 1
        else:
            same = a.about[:1] == b.about[:1] and _same_deed(a, b) and a.denied == b.denied
        return Verdict(Relation.AGREE, f"{reason}: the same") if same else apart
    if kinds not in CLASHES:
        return apart
    shared = _telling(one, other)
    if "list" in kinds:
        found = _clash_of_list(one, other, shared)
    elif kinds in ({"in", "out"}, {"in", "none"}):
        beside = len(shared - {*a.about})
        enough = beside > 1 or (beside == 1 and familiarity(a.about[0]) >= RARE)
        found = a.about[:1] == b.about[:1] and enough and ("out" in kinds or _same_deed(a, b))
    elif "in" in kinds:
        found = False
    elif "out" in kinds:
        out, whole = (a, b) if a.concept == "out" else (b, a)
        found = _same_group(out.about[:1], whole.about[:1]) and len(shared) > 1 and len(out.about) > 1
    else:
        found = _clash_of_groups(a, b, kinds, shared)
    return Verdict(Relation.CONTRADICT, f"{reason}: both cannot be so") if found else apart


def _telling(one: Claim, other: Claim) -> frozenset[str]:
    return frozenset(w for w in one.topic & other.topic if familiarity(w) >= TELLING)


def _clash_of_list(one: Claim, other: Claim, shared: frozenset[str]) -> bool:
    """A list beside what is left out of it, or beside one of its members as the only one."""
    listed, rest = (one, other) if getattr(one.value, "concept", "") == "list" else (other, one)
    members, named = listed.value, rest.value
    assert isinstance(members, StatusValue)
    assert isinstance(named, StatusValue)
    inside = {*members.about}
    beside = shared - inside
    if named.concept == "only":
        return bool(inside & {*named.about[:1]}) and len(inside) > 1 and _is_near(members, named, beside)
    out = {*named.about} & inside
    others = inside - out
    return named.about[0] in out and bool(others & rest.topic or beside)


def _is_near(a: StatusValue, b: StatusValue, beside: frozenset[str]) -> bool:
    return len(beside) > (1 if _same_deed(a, b) else 2)


def _clash_of_groups(a: StatusValue, b: StatusValue, kinds: frozenset[str], shared: frozenset[str]) -> bool:
    if not _same_group(a.about[:1], b.about[:1]) or _narrowed_apart(a.about[1:], b.about[1:]):
        return False
    same, against = _same_deed(a, b), _opposed_deed(a, b)
    if "part" in kinds:
        return (same and a.denied == b.denied) or against or (same and a.denied != b.denied)
    if "none" in kinds:
        return same and bool(shared)
    return same and bool(shared)


def _same_group(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    if not one or not other:
        return False
    x, y = one[0], other[0]
    if x == y or similarity(x, y) >= SAME_GROUP:
        return True
    staff = {"staff", "worker", "employee", "workforce", "personnel", "crew", "member", "people", "person"}
    return x in staff and (y in staff or is_person_noun(y)) and y in staff


def _narrowed_apart(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    mine, theirs = {*one}, {*other}
    return bool(mine and theirs) and not mine & theirs


def _same_deed(a: StatusValue, b: StatusValue) -> bool:
    x, y = (v.doer[0] if v.doer else "" for v in (a, b))
    if {*a.doer[1:]} & {*b.doer[1:]}:
        return True
    if not x or not y:
        return False
    return x == y or similarity(x, y) >= SAME_DEED or bool(word_concepts(x) & word_concepts(y))


def _opposed_deed(a: StatusValue, b: StatusValue) -> bool:
    x, y = (v.doer[0] if v.doer else "" for v in (a, b))
    if not x or not y or a.denied != b.denied:
        return False
    if _exclude(a.doer[1:], b.doer[1:]):
        return True
    return are_opposed(x, y) or any(opposed(p, q) for p in word_concepts(x) for q in word_concepts(y))


def _exclude(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two clauses give answers to one aspect that cannot both be so."""
    named = load_aspects().named
    for answer in one:
        name, _, pole = answer.partition(".")
        if any(f"{name}.{p}" in other for p in named[name].opposites(pole)):
            return True
    return False
