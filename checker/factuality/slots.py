"""How much says that two words stand in one place of two statements: neighbours, governing word, dependants."""

from __future__ import annotations

from checker.values.tellings import Unit, UnitKind

ONE_PLACE = 1.5
"""How much must say that two words stand in one place: a neighbour or the governing word, and something beside it."""


def weigh_phrase(a: tuple[Unit, ...], i: int, j: int, matched: dict[int, int]) -> float:
    """The weight of the units around two that stand without a gap in both, at most so many to each side."""
    weight = 0.0
    for step in (-1, 1):
        for n in range(1, LONGEST_PHRASE + 1):
            if matched.get(i + step * n) != j + step * n:
                break
            weight += a[i + step * n].weight
    return weight


LONGEST_PHRASE = 3


def count_one_thing(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int, matched: dict[int, int]) -> bool:
    """Whether two figures hang on one word, or stand before one."""
    governed = a[i].head >= 0 and matched.get(a[i].head) == b[j].head and a[i].role == b[j].role
    return governed or (i + 1 < len(a) and matched.get(i + 1) == j + 1 and not a[i + 1].before)


def _play_alike(one: Unit, other: Unit, head: Unit) -> bool:
    """Whether two units play one part for a word: "shoulder surgery", "surgery on her knee"."""
    roles = {one.role, other.role}
    return len(roles) == 1 or (head.kind is UnitKind.NOUN and len(roles & ATTACHED) == 1 and bool(roles & BESIDE))


ATTACHED, BESIDE = frozenset({"of", "on", "in", "for", "at", "to"}), frozenset({"mod", "poss"})


def weigh_slot(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int, matched: dict[int, int]) -> float:
    """How much says that two units stand in one place."""
    one, other = a[i], b[j]
    slot = 0.0
    if i > 0 and matched.get(i - 1) == j - 1 and one.before == other.before:
        slot += 1.0
    elif i > 0 and matched.get(i - 1) == j - 1:
        slot += 0.5
    if i + 1 < len(a) and matched.get(i + 1) == j + 1:
        slot += 1.0 if a[i + 1].before == b[j + 1].before else 0.5
    if one.head >= 0 and matched.get(one.head) == other.head and _play_alike(one, other, a[one.head]):
        slot += 1.0 if one.role == other.role else ONE_PLACE
    kids = 0
    for k, its in matched.items():
        if a[k].head == i and b[its].head == j and a[k].role == b[its].role:
            kids += 1
    if one.head >= 0 and one.role == "mod" and b[j].role == "pred":  # "a high level" beside "the level was low"
        slot += 2.0 * any(b[matched[k]].head == j for k in (one.head,) if k in matched)
    if one.head >= 0 and one.role == other.role and matched.get(one.head) == other.head:
        up, there = a[one.head], b[other.head]
        slot += 0.5 * (up.head >= 0 and up.role == there.role and matched.get(up.head) == there.head)
    if other.head >= 0 and other.role == "mod" and one.role == "pred":
        slot += 2.0 * any(matched.get(k) == other.head for k, unit in enumerate(a) if unit.head == i)
    return slot + min(2, kids)
