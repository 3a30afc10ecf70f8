"""Sets two tellings side by side: which words match, and which stand in each other's place.

Words match by meaning, names and figures by what they stand for; of several candidates the one in the like place is
taken. What is left over on both sides in one place is a substitution.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.factuality.substitutes import Force, match_units, place_level, weigh_substitute
from checker.model import Relation, Verdict
from checker.values.sentences import SentenceValue
from checker.values.tellings import Telling, Unit, UnitKind

ONE_PLACE = 1.5
"""How much must say that two words stand in one place: a neighbour or the governing word, and something beside it."""


@dataclass(frozen=True, slots=True)
class Substitution:
    """Two units in each other's place.

    ``slot`` counts what says that it is one place: neighbours, governing word, dependants; ``covered`` is the share
    of the weight of the shorter telling that the other matches, the unit itself left out.
    """

    one: int
    other: int
    force: Force
    slot: float
    covered: float
    reason: str


@dataclass(frozen=True, slots=True)
class Alignment:
    """``matched`` gives for units of the shorter telling those of the longer, ``covered`` the share of its weight."""

    matched: dict[int, int]
    covered: float
    shared: int
    substitutions: tuple[Substitution, ...]


def align_tellings(short: Telling, long: Telling) -> Alignment:
    """Align two tellings; ``short`` is the one that is to be covered."""
    a, b = short.units, long.units
    scores: list[tuple[float, int, int]] = []
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            strength = match_units(one, other)
            if strength > 0.0:
                scores.append((strength, i, j))
    likely = {i: {j for _, k, j in scores if k == i} for i in range(len(a))}
    ranked = sorted(scores, key=lambda s: (-s[0] - 0.5 * _context(a, b, s[1], s[2], likely), s[1], s[2]))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    strengths: dict[int, float] = {}
    for strength, i, j in ranked:
        if i not in matched and j not in taken:
            matched[i] = j
            strengths[i] = strength
            taken.add(j)
    worth = {i: a[i].weight * min(1.0, 0.4 + 0.6 * strengths[i]) for i in matched}
    found = []
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            if matched.get(i) == j:
                if one.denied != other.denied and one.kind in PREDICATES and one.kind is other.kind:
                    denial = _weigh_denial(a, b, i, j, matched)
                    if denial:
                        covered = cover(a, worth, i, one.clause)
                        found.append(
                            Substitution(i, j, Force.OPPOSITE, denial, covered, f"“{one.text}” is denied by one")
                        )
                continue
            if j in taken and not _may_be_swapped(one, other):
                continue
            if (i in matched or likely[i]) and not (
                _may_be_swapped(one, other) and all(abs(k - j) > 1 for k in likely[i])
            ):
                continue
            slot = weigh_slot(a, b, i, j, matched)
            if slot < ONE_PLACE:
                continue
            force = weigh_substitute(one, other)
            if force is Force.NONE or _is_open(a, b, i, j):
                continue
            if one.kind is UnitKind.NUMBER and not _count_one_thing(a, b, i, j, matched):
                continue
            covered = cover(a, worth, i, one.clause)
            found.append(Substitution(i, j, force, slot, covered, f"“{one.text}” beside “{other.text}”"))
    best: dict[int, Substitution] = {}
    for s in sorted(found, key=lambda s: (-s.slot, -s.force, s.other)):
        best.setdefault(s.one, s)
    return Alignment(matched, cover(a, worth, -1, -1), len(matched), tuple(best.values()))


def _count_one_thing(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int, matched: dict[int, int]) -> bool:
    """Whether two figures hang on one word, or stand before one."""
    governed = a[i].head >= 0 and matched.get(a[i].head) == b[j].head and a[i].role == b[j].role
    return governed or (i + 1 < len(a) and matched.get(i + 1) == j + 1 and not a[i + 1].before)


def _may_be_swapped(one: Unit, other: Unit) -> bool:
    """Whether words that the other statement has too, elsewhere, may have changed places: names that do something."""
    return (
        one.kind is other.kind is UnitKind.NAME
        and one.role == other.role == "subj"
        and not (one.listed or other.listed)
    )


def _is_open(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int) -> bool:
    """Whether two words may both be right: alternatives, one of several in a row, one denied where the other is not."""
    if any("or" in units[k].before for units, n in ((a, i), (b, j)) for k in (n, n + 1) if k < len(units)):
        return True
    if a[i].listed != b[j].listed and a[i].kind in ROWS:
        return True
    if a[i].kind is UnitKind.NUMBER and "one" in {a[i].lemma, b[j].lemma}:
        return True
    return _is_denied(a, i) != _is_denied(b, j)


ROWS = frozenset({UnitKind.NAME, UnitKind.TIME, UnitKind.NOUN, UnitKind.NUMBER})
DENYING = frozenset({"non", "not", "n't", "never", "no", "without", "hardly", "neither", "nor", "cannot"})


def _is_denied(units: tuple[Unit, ...], at: int) -> bool:
    """Whether a unit, or one that it hangs on, is denied."""
    for _ in range(4):
        if units[at].denied or DENYING & set(units[at].before):
            return True
        if units[at].head < 0:
            return False
        at = units[at].head
    return False


TELLING = 0.3
"""The least weight of a predicate whose denial is told by its subject alone."""

PREDICATES = frozenset({UnitKind.VERB, UnitKind.ADJECTIVE, UnitKind.NOUN})
ENOUGH, ENOUGH_UNITS = 1.5, 3
"""Weight and number of the units of a clause that must be matched for it to be covered by itself."""


def cover(units: tuple[Unit, ...], worth: dict[int, float], left_out: int, clause: int) -> float:
    """The share of the weight of a telling that is matched, one unit left out; or of one clause of it, if more."""
    total = sum(u.weight for k, u in enumerate(units) if k != left_out)
    best = sum(w for k, w in worth.items() if k != left_out) / total if total else 0.0
    inside = [k for k, u in enumerate(units) if u.clause == clause and k != left_out]
    got = sum(worth.get(k, 0.0) for k in inside)
    if got >= ENOUGH and sum(k in worth for k in inside) >= ENOUGH_UNITS - (left_out >= 0):
        best = max(best, got / sum(units[k].weight for k in inside))
    return best


def _weigh_denial(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int, matched: dict[int, int]) -> float:
    """How much says that a denial and an assertion of one predicate are of one thing: its subject and its object."""
    if a[i].open != b[j].open:
        return 0.0  # "should have shot" beside "did not shoot"
    roles = {
        a[k].role
        for k in matched
        if a[k].head == i and b[matched[k]].head == j and a[k].role == b[matched[k]].role and a[k].role != "adv"
    }
    if "obj" not in roles and a[i].weight < TELLING:  # "will not go into orbit": what goes may go elsewhere
        return 0.0
    return float(len(roles)) + (1.0 if "subj" in roles or "obj" in roles else 0.0) if roles else 0.0


def _context(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int, likely: dict[int, set[int]]) -> float:
    """How much of what stands around two units may match, 0 to 1."""
    left = i > 0 and j - 1 in likely[i - 1]
    right = i + 1 < len(a) and j + 1 in likely[i + 1]
    head = a[i].head >= 0 and b[j].head in likely[a[i].head] and a[i].role == b[j].role
    return (left + right + head) / 3


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
    if one.head >= 0 and matched.get(one.head) == other.head and one.role == other.role:
        slot += 1.0
    kids = sum(
        1
        for k, unit in enumerate(a)
        if unit.head == i and k in matched and b[matched[k]].head == j and unit.role == b[matched[k]].role
    )
    if one.head >= 0 and one.role == "mod" and b[j].role == "pred":  # "a high level" beside "the level was low"
        slot += 2.0 * any(b[matched[k]].head == j for k in (one.head,) if k in matched)
    if other.head >= 0 and other.role == "mod" and one.role == "pred":
        slot += 2.0 * any(matched.get(k) == other.head for k, unit in enumerate(a) if unit.head == i)
    return slot + min(2, kids)


LEAST_COMMON = 2
LEAST_COVERED = {Force.OPPOSITE: 0.7, Force.NAME: 0.8, Force.SISTER: 0.72, Force.OTHER: 9.0, Force.NONE: 9.0}
"""The least share of the shorter statement that the longer must match, by how sure the difference is."""

LEAST_SLOT = {Force.OPPOSITE: ONE_PLACE, Force.NAME: 2.0, Force.SISTER: ONE_PLACE, Force.OTHER: 9.0, Force.NONE: 9.0}
"""How much must say that two words stand in one place."""

SAID_TWICE = 0.9

SURE_SLOT, SURE_COVERED = 3.0, 0.9
"""How much must say so for two names of which it is not known that they name things of one kind."""


def _is_borne_out(a: tuple[Unit, ...], b: tuple[Unit, ...], found: Substitution, aligned: Alignment) -> bool:
    """Whether what else is known of two units bears out that they exclude each other."""
    one = a[found.one]
    if found.force is Force.NAME:
        return _are_sure(a, b, found, aligned)
    if one.kind is UnitKind.NUMBER or aligned.matched.get(found.one) == found.other:
        return found.covered >= SURE_FIGURE
    if one.kind is UnitKind.VERB:
        return found.covered >= SURE_DEED and (aligned.shared >= MANY or found.slot >= SURE_SLOT)
    if one.kind is UnitKind.TIME:
        return not any(word in RELATIVE for unit in (one, b[found.other]) for word in unit.lemma.split())
    return True


SURE_DEED, MANY = 0.8, 4
"""The least share that must match, and units that must, for two deeds to be one."""

SURE_FIGURE = 0.82
"""The least share that must match for two figures to be of one thing, or a denial to be of what is asserted."""

RELATIVE = frozenset(
    {"this", "last", "next", "ago", "today", "tomorrow", "yesterday", "now", "past", "coming", "later"}
)
"""Words of times that are told from the day of the article."""


def _are_sure(a: tuple[Unit, ...], b: tuple[Unit, ...], found: Substitution, aligned: Alignment) -> bool:
    """Whether two names in one place are names, and of one kind; a capital may come of standing first."""
    one, other = a[found.one], b[found.other]
    if not (one.text[:1].isupper() and other.text[:1].isupper()):
        return False
    if (one.listed and other.listed) or one.full & other.full:
        return False
    if one.named == other.named == "place" and place_level(one.lemma) != place_level(other.lemma):
        return False
    if (found.one == 0 and not one.named) or (found.other == 0 and not other.named):
        return False
    if one.named and one.named == other.named:
        return found.slot >= LEAST_SLOT[Force.NAME]
    return found.slot >= SURE_SLOT and found.covered >= SURE_COVERED and aligned.shared > MANY


def _may_be_one(one: Telling, other: Telling) -> bool:
    """Whether two statements share words enough, as they are written, for one to cover the other or a clause of it."""
    common = {u.lemma for u in one.units} & {u.lemma for u in other.units}
    if len(common) < LEAST_COMMON:
        return False
    shared = min(sum(u.weight for u in telling.units if u.lemma in common) for telling in (one, other))
    return shared >= ENOUGH_WRITTEN or shared >= WRITTEN * min(one.weight, other.weight)


ENOUGH_WRITTEN, WRITTEN = 1.8, 0.3
"""Weight of shared words, and their share of the shorter statement, from which two are aligned."""


def compare_tellings(one: SentenceValue, other: SentenceValue) -> Verdict:
    """Whether two statements of one fact exclude each other in a word."""
    if not _may_be_one(one.telling, other.telling):  # cheaper than to align them, and true of most pairs
        return Verdict(Relation.NOT_COMPARABLE, "two sentences")
    swapped = (one.telling.weight, one.telling.units[0].start) > (other.telling.weight, other.telling.units[0].start)
    short, long = (other, one) if swapped else (one, other)
    aligned = align_tellings(short.telling, long.telling)
    for found in aligned.substitutions:
        if found.covered < LEAST_COVERED[found.force] or found.slot < LEAST_SLOT[found.force]:
            continue
        if not _is_borne_out(short.telling.units, long.telling.units, found, aligned):
            continue
        if short.first <= found.one < short.last and long.first <= found.other < long.last:
            return Verdict(Relation.CONTRADICT, found.reason)
        return Verdict(Relation.NOT_COMPARABLE, "the difference lies in another part")
    if aligned.covered >= SAID_TWICE and aligned.shared >= 4:
        return Verdict(Relation.COMPATIBLE, "one says what the other says")
    return Verdict(Relation.NOT_COMPARABLE, "two sentences")
