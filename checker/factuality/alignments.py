"""Sets two tellings side by side: which words match, and which stand in each other's place.

Words match by meaning, names and figures by what they stand for; of several candidates the one in the like place is
taken. What is left over on both sides in one place is a substitution.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.factuality.slots import ONE_PLACE, count_one_thing, weigh_phrase, weigh_slot
from checker.factuality.substitutes import Force, are_one_name, match_units, weigh_substitute
from checker.factuality.wordings import load_wordings
from checker.values.tellings import Telling, Unit, UnitKind


@dataclass(frozen=True, slots=True)
class Substitution:
    """Two units in each other's place.

    ``slot`` counts what says that it is one place: neighbours, governing word, dependants; ``covered`` is the share
    of the weight of the shorter telling that the other matches, the unit itself left out; ``phrase`` is the weight of
    the units that stand around it, without a gap, in both; ``moved`` says that the other telling has the first of the
    two as well, in another place; ``doing`` that they are one deed, told of two doers.
    """

    one: int
    other: int
    force: Force
    slot: float
    covered: float
    reason: str
    phrase: float = 0.0
    moved: bool = False
    doing: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """``matched`` gives for units of the shorter telling those of the longer, ``covered`` the share of its weight.

    ``likely`` are all units of the longer that match one of the shorter, ``worth`` what the matched ones weigh.
    """

    matched: dict[int, int]
    covered: float
    shared: int
    likely: dict[int, set[int]]
    worth: dict[int, float]


def align_tellings(short: Telling, long: Telling) -> Alignment:
    """Align two tellings; ``short`` is the one that is to be covered."""
    a, b = short.units, long.units
    scores: list[tuple[float, int, int]] = []
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            strength = match_units(one, other)
            if strength > 0.0:
                scores.append((strength, i, j))
    likely: dict[int, set[int]] = {i: set() for i in range(len(a))}
    for _, i, j in scores:
        likely[i].add(j)
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
    return Alignment(matched, cover(a, worth, -1, -1), len(matched), likely, worth)


def find_substitutions(short: Telling, long: Telling, aligned: Alignment) -> tuple[Substitution, ...]:
    """What stands in the place of something else in two tellings that are aligned: the best for each unit."""
    a, b = short.units, long.units
    matched, likely, worth = aligned.matched, aligned.likely, aligned.worth
    taken = set(matched.values())
    found = []
    for i, one in enumerate(a):
        for j, other in enumerate(b):
            if matched.get(i) == j:
                turned = _weigh_turn(a, b, i, j, matched)
                if turned is not None:
                    covered = cover(a, worth, i, one.clause)
                    found.append(Substitution(i, j, Force.OPPOSITE, turned[0], covered, turned[1]))
                if (done := _weigh_doing(a, b, i, j, matched)) > 0.0:
                    subject = next((k for k, u in enumerate(a) if u.head == i and u.role == "subj"), -1)
                    covered = cover(a, worth, subject, one.clause)
                    said = " beside ".join(f"“{' '.join(sorted(_doer(u, n)[0])).title()}”" for u, n in ((a, i), (b, j)))
                    found.append(Substitution(i, j, Force.NAME, done, covered, said, doing=True))
                continue
            moved = False
            if j in taken and not _may_be_swapped(one, other):
                continue
            if (i in matched or likely[i]) and not (
                _may_be_swapped(one, other) and all(abs(k - j) > 1 for k in likely[i])
            ):
                moved = _has_moved(a, b, i, j, likely[i])
                if not moved:
                    continue
            slot = weigh_slot(a, b, i, j, matched)
            if moved and i > 0 and j - 1 in likely[i - 1] and matched.get(i - 1) != j - 1:
                slot += float(one.before == other.before)
            if slot < ONE_PLACE:
                continue
            force = weigh_substitute(one, other)
            if force is Force.NONE or is_open(a, b, i, j):
                continue
            if one.kind is UnitKind.NUMBER and not count_one_thing(a, b, i, j, matched):
                continue
            covered = cover(a, worth, i, one.clause)
            said = f"“{one.text}” beside “{other.text}”"
            found.append(Substitution(i, j, force, slot, covered, said, weigh_phrase(a, i, j, matched), moved))
    best: dict[int, Substitution] = {}
    for s in sorted(found, key=lambda s: (-s.slot, -s.force, s.other)):
        best.setdefault(s.one, s)
    return tuple(best.values())


def _weigh_doing(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int, matched: dict[int, int]) -> float:
    """How much says that two verbs tell one deed, which the two statements give to two names; 0 where they do not."""
    one, other = a[i], b[j]
    if one.kind is not UnitKind.VERB or other.kind is not UnitKind.VERB or one.lemma != other.lemma:
        return 0.0
    (mine, kind), (theirs, other_kind) = _doer(a, i), _doer(b, j)
    if not mine or not theirs or mine & theirs or kind != other_kind:
        return 0.0
    if are_one_name(" ".join(sorted(mine)), " ".join(sorted(theirs))) or _is_unmade(a, i) != _is_unmade(b, j):
        return 0.0
    kids = [
        k for k, u in enumerate(a) if u.head == i and k in matched and b[matched[k]].head == j and u.role not in UNTOLD
    ]
    return sum(0.5 + a[k].weight for k in kids if a[k].role == b[matched[k]].role)


UNTOLD = frozenset({"subj", "adv", "mod"})


def _doer(units: tuple[Unit, ...], at: int) -> tuple[frozenset[str], str]:
    """The words of the name of who does what a verb tells, and what it names; empty where that is not sure."""
    if units[at].doer:
        return units[at].doer, units[at].doer_kind
    named = [u for u in units if u.head == at and u.role == "subj"]
    if len(named) != 1 or not named[0].named or named[0].listed:
        return frozenset(), ""
    return named[0].full or frozenset(named[0].lemma.split()), named[0].named


def _is_unmade(units: tuple[Unit, ...], at: int) -> bool:
    return units[at].denied or units[at].open


def _has_moved(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int, elsewhere: set[int]) -> bool:
    """Whether a thing is told in the place of another, and is told in the other statement too, in other places only."""
    one, other = a[i], b[j]
    return (
        one.kind is other.kind
        and one.kind in THINGS
        and one.head >= 0
        and one.role == other.role
        and one.role not in {"mod", "adv"}
        and not (one.listed or other.listed)
        and all(abs(k - j) > 1 and b[k].role != one.role for k in elsewhere)
        and not any("or" in unit.before for k in elsewhere for unit in b[min(k, j) : max(k, j) + 1])
    )


THINGS = frozenset({UnitKind.NAME, UnitKind.NOUN})


def _weigh_turn(
    a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int, matched: dict[int, int]
) -> tuple[float, str] | None:
    """How much says that two words which match are turned into their opposites by a small word, and by which."""
    one, other = a[i], b[j]
    nots = [one.denied or _is_negated(a, i), other.denied or _is_negated(b, j)]
    if "or" in {*one.before, *other.before} or any(LEAVING & {*u.before} and DENYING & {*u.before} for u in (*a, *b)):
        return None
    if any("yet" in u.before or (n and units[n - 1].lemma == "yet") for units, n, u in ((a, i, one), (b, j, other))):
        return None  # "is yet to win" beside "will not win": neither done nor denied
    if all(any(u.text.lower().startswith(DISOWNING) for u in units) for units in (a, b)):
        return None  # "he denies laundering cash": denied in both, whatever the parser takes "denies" for
    if one.denied != other.denied and nots[0] != nots[1] and one.kind in PREDICATES and one.kind is other.kind:
        denial = _weigh_denial(a, b, i, j, matched)
        return (denial, f"“{one.text}” is denied by one") if denial else None
    if one.lemma != other.lemma:
        return None
    states = {one.kind, other.kind} <= STATES and nots[0] != nots[1]
    if states and not _is_denied(*((b, j) if nots[0] else (a, i))):
        slot = weigh_slot(a, b, i, j, matched)
        return (slot, f"“{one.text}” is denied by one") if slot >= ONE_PLACE else None
    ways = [(x, y) for x in (one.role, *one.before) for y in (other.role, *other.before)]
    turned = next((pair for pair in ways if frozenset(pair) in load_wordings().ways), None)
    if turned is None or set(turned) <= {one.role, *one.before} or set(turned) <= {other.role, *other.before}:
        return None
    slot = float(one.head >= 0 and matched.get(one.head) == other.head)
    slot += i > 0 and matched.get(i - 1) == j - 1
    slot += 0.5 * (matched.get(i + 1) == j + 1)
    return (slot, f"“{turned[0]}” beside “{turned[1]}”") if slot >= ONE_PLACE else None


def _is_negated(units: tuple[Unit, ...], at: int) -> bool:
    """Whether a word of denial stands right before a unit and the modifiers before it."""
    while at > 0 and not DENYING & set(units[at].before) and units[at - 1].role == "mod":
        at -= 1
    return bool(DENYING & set(units[at].before)) or (at > 0 and units[at - 1].lemma in DENYING)


DISOWNING = ("deny", "denie", "refut", "disput", "reject", "disown")
"""What verbs that deny what hangs on them begin with (own list)."""

LEAVING = frozenset({"or", "only", "just"})
"""Words with which a negation denies nothing: "whether or not", "not only"."""

STATES = frozenset({UnitKind.ADJECTIVE, UnitKind.NOUN})


def _may_be_swapped(one: Unit, other: Unit) -> bool:
    """Whether words that the other statement has too, elsewhere, may have changed places: names that do something."""
    return (
        one.kind is other.kind is UnitKind.NAME
        and one.role == other.role == "subj"
        and not (one.listed or other.listed)
    )


def is_open(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int) -> bool:
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
