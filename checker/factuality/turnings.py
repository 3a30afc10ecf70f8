"""What a short report tells otherwise than the passage of a long article that it retells, with words of the article.

Such a word is not new to the article: "after she left" in a report stands against "before she left", "the next month"
against "the next day", one side's revenge on another against the other's on the one. So the whole article is asked:
nowhere may it say what the report says, or have the word in a passage that fits the report as well.
"""

from __future__ import annotations

from checker.factuality.alignments import Alignment, Substitution, align_tellings, is_open
from checker.factuality.covering import cover_near, is_near, set_beside
from checker.factuality.cues import load_cues
from checker.factuality.exchanges import LEADING, find_doers, find_exchanges, find_fillers, name_one_kind
from checker.factuality.slots import weigh_phrase, weigh_slot
from checker.factuality.substitutes import Force, are_sisters, match_units, place_level, weigh_substitute
from checker.factuality.wordings import load_wordings
from checker.values.sentences import SentenceValue
from checker.values.tellings import Telling, Unit, UnitKind, has_words

FEWEST, FEW, MANY, SEVERAL = 2, 3, 4, 5
"""Units of the report's sentence that the passage must have; the same where a small word differs, where two kinds of
one thing or two places play the same part, and where it differs how many."""

TURNED, TIMED, COUNTED, PLACED, KNOWN = 0.55, 0.5, 0.85, 0.6, 0.8
"""The share of the report's sentence that the passage and its neighbours must have, by what differs: a small word, a
period, how many, another word, a name of something unknown. Set on summaries of news with a planted error, half of
which were not looked at."""

ONE_SLOT, NAMED_SLOT = 2.0, 1.0
"""How much must say that two words stand in one place; two names, where all other names are the same."""

PERIODS = frozenset({"minute", "hour", "day", "week", "weekend", "month", "year", "decade", "century"})
ORDERS = frozenset({"next", "previous", "following", "last", "first", "same"})
FIGURES = frozenset({UnitKind.NUMBER, UnitKind.TIME})
SITES = frozenset({"in", "at", "inside"})
ACTING = frozenset({"subj", "obj", "poss"})
"""Parts in which the name of a place stands for those who are there: "Beijing defends", "Seoul's answer"."""

Pair = tuple[int, int]


def find_turned(brief: SentenceValue, full: SentenceValue, aligned: Alignment) -> Substitution | None:
    """What the passage has otherwise than the report's sentence; None for nothing. ``one`` of it is of ``brief``."""
    a, b = brief.telling.units, full.telling.units
    if aligned.shared < FEWEST:
        return None
    found = [
        *find_exchanges(brief, full, aligned),
        *find_doers(brief, full, aligned),
        *find_fillers(brief, full, aligned),
    ]
    for i in range(len(a)):
        covered = cover_near(brief.telling, full, aligned, i)
        if covered < TIMED:
            continue
        for j in range(len(b)):
            said = _turn(full, a, b, (i, j), aligned, covered) or _replace(brief, full, (i, j), aligned, covered)
            if said:
                slot, phrase = weigh_slot(a, b, i, j, aligned.matched), weigh_phrase(a, i, j, aligned.matched)
                found.append(Substitution(i, j, Force.OPPOSITE, slot, covered, said, phrase))
    return max(found, key=lambda s: (s.slot, s.phrase, -s.one, -s.other), default=None)


def _turn(
    full: SentenceValue, a: tuple[Unit, ...], b: tuple[Unit, ...], pair: Pair, aligned: Alignment, covered: float
) -> str:
    """How a small word, a period or how many turns one statement into another; empty where nothing does."""
    one, other = a[pair[0]], b[pair[1]]
    if aligned.shared < FEW:
        return ""
    if one.kind is other.kind is UnitKind.TIME:
        mine, theirs = _period(one), _period(other)
        if mine is None or theirs is None or mine[0] != theirs[0] or mine[1] == theirs[1]:
            return ""
        known = any(_period(u) == mine for telling in full.article for u in telling.units)
        return "" if known else set_beside(one.text, other.text)
    if one.kind is other.kind is UnitKind.QUANTIFIER:
        enough = covered >= COUNTED and aligned.shared >= SEVERAL
        return set_beside(one.text, other.text) if enough and weigh_substitute(one, other) is Force.OPPOSITE else ""
    if covered < TURNED or not _are_together(b, aligned.matched.get(pair[0]), pair[1]):
        return ""
    ways = _differing_ways(one, other)
    if not ways or any(_leads(u, one, ways[0]) for telling in full.article for u in telling.units):
        return ""
    return set_beside(f"{ways[0]} {one.text}", f"{ways[1]} {other.text}")


def _period(unit: Unit) -> tuple[str, str] | None:
    """The order and the period of a time told from another: ("next", "day")."""
    words = unit.lemma.split()
    orders, periods = [w for w in words if w in ORDERS], [w for w in words if w in PERIODS]
    return (orders[0], periods[0]) if len(orders) == len(periods) == 1 else None


def _are_together(units: tuple[Unit, ...], at: int | None, other: int) -> bool:
    """Whether two units are one, or of one phrase: "the clinic in Harrowgate"."""
    if at is None:
        return False
    return at == other or (abs(at - other) == 1 and other == units[at].head and units[at].kind is UnitKind.NAME)


def _differing_ways(one: Unit, other: Unit) -> tuple[str, str] | None:
    """The two small words of which one leads to a unit and the other to another, if they exclude each other."""
    mine, theirs = {one.role, *one.before}, {other.role, *other.before}
    if "or" in mine | theirs:
        return None
    led = not {"a", "an"} & {*one.before, *other.before}  # "outside a Kyoto clinic" is not outside Kyoto
    if led and frozenset((one.role, other.role)) in load_wordings().roles:
        return one.role, other.role
    for pair in load_wordings().ways:
        left, right = pair & mine, pair & theirs
        if len(left) == len(right) == 1 and left != right:
            return next(iter(left)), next(iter(right))
    return None


def _leads(unit: Unit, one: Unit, way: str) -> bool:
    """Whether a small word leads to a unit that is, or may be, another."""
    return way in {unit.role, *unit.before} and match_units(unit, one) > 0.0


def _replace(brief: SentenceValue, full: SentenceValue, pair: Pair, aligned: Alignment, covered: float) -> str:
    """How a word stands in the place of another that the passage has; empty where it does not."""
    a, b = brief.telling.units, full.telling.units
    one, other = a[pair[0]], b[pair[1]]
    if pair[0] in aligned.matched or pair[1] in aligned.matched.values() or covered < PLACED:
        return ""
    if one.listed or other.listed or is_near(one, full) or has_words(brief.heard, other) or is_open(a, b, *pair):
        return ""
    if not (_are_two_sites(a, b, pair) or _exclude(full, a, b, pair, aligned, covered)):
        return ""
    return "" if _has_rival(brief.telling, full, pair[0], covered) else set_beside(one.text, other.text)


def _exclude(
    full: SentenceValue, a: tuple[Unit, ...], b: tuple[Unit, ...], pair: Pair, aligned: Alignment, covered: float
) -> bool:
    """Whether two words exclude each other in one place; of names also that no other is told of another."""
    one, other = a[pair[0]], b[pair[1]]
    if one.kind is not other.kind or one.kind in FIGURES or weigh_substitute(one, other) < Force.SISTER:
        return False
    if one.kind is not UnitKind.NAME:
        alike = one.kind is UnitKind.NOUN and one.role == other.role and aligned.shared >= MANY
        known = alike and are_sisters(one.lemma, other.lemma)
        return known or weigh_slot(a, b, *pair, aligned.matched) >= ONE_SLOT
    return _name_two(full, a, b, pair, aligned, covered)


def _name_two(
    full: SentenceValue, a: tuple[Unit, ...], b: tuple[Unit, ...], pair: Pair, aligned: Alignment, covered: float
) -> bool:
    """Whether a name stands where the passage has another of its kind, and no further name is told in its stead."""
    one, other = a[pair[0]], b[pair[1]]
    if not name_one_kind(one, other) or (_speaks(a, pair[0]) and _speaks(b, pair[1])):  # two may say one thing
        return False
    further = [(n, u) for n, u in enumerate(a) if u.kind is UnitKind.NAME and pair[0] not in (n, u.head)]
    left = [u for n, u in further if n not in aligned.matched and u.named != "demonym"]
    if any(_naming(u, full) == one.named or not is_near(u, full) for u in left):
        return False
    led = one.role == other.role in LEADING and covered >= KNOWN  # of names of which it is not known what they name
    # What is told in many of the same words is told of one place, wherever in the sentence that stands.
    level = one.named == "place" and place_level(one.lemma) == place_level(other.lemma)
    where = level and aligned.shared >= MANY and ACTING.isdisjoint((one.role, other.role))
    return (bool(one.named) or led) and (where or weigh_slot(a, b, *pair, aligned.matched) >= NAMED_SLOT)


def _speaks(units: tuple[Unit, ...], at: int) -> bool:
    """Whether a unit is who says something."""
    return units[at].role == "subj" and units[at].head >= 0 and units[units[at].head].lemma in load_cues().speech


def _naming(unit: Unit, full: SentenceValue) -> str:
    """What a name names, where need be as the long article knows it."""
    known = (u.named for telling in full.article for u in telling.units if u.named and u.lemma == unit.lemma)
    return unit.named or next(known, "")


def _are_two_sites(a: tuple[Unit, ...], b: tuple[Unit, ...], pair: Pair) -> bool:
    """Whether two units say in what kind of building it was: "in a police station", "at Mercy Hospital"."""
    one, other = a[pair[0]], b[pair[1]]
    if one.kind is not UnitKind.NOUN or not {one.role, other.role} <= SITES:
        return False
    before = a[pair[0] - 1].lemma if pair[0] and a[pair[0] - 1].role == "mod" else ""
    mine = {one.lemma, f"{before} {one.lemma}"}
    return any(are_sisters(x, other.lemma.split()[-1]) for x in mine)


def _has_rival(telling: Telling, full: SentenceValue, at: int, covered: float) -> bool:
    """Whether a sentence of the article that has the word fits the report's as well."""
    unit = telling.units[at]
    for other in full.article:
        if not any(match_units(unit, theirs) > 0.0 for theirs in other.units):
            continue
        aligned = align_tellings(telling, other)
        total = sum(u.weight for n, u in enumerate(telling.units) if n != at)
        if total and sum(telling.units[n].weight for n in aligned.matched if n != at) >= covered * total:
            return True
    return False
