"""Judges two tellings that are set side by side: whether the words in each other's place exclude each other.

Most of the shorter telling must be matched before a difference in it counts. Less is asked where a short article stands
beside another and each of the two words is unheard of in the whole article of the other: what an article never says,
it does not say of something else either.
"""

from __future__ import annotations

from checker.factuality.alignments import Alignment, Substitution, align_tellings, find_substitutions
from checker.factuality.slots import ONE_PLACE
from checker.factuality.substitutes import Force, place_level
from checker.model import Relation, ValueType, Verdict
from checker.values.sentences import SentenceValue
from checker.values.tellings import Telling, Unit, UnitKind
from checker.values.times import TimeValue

LEAST_COMMON = 2
LEAST_COVERED = {Force.OPPOSITE: 0.7, Force.NAME: 0.8, Force.SISTER: 0.72, Force.OTHER: 9.0, Force.NONE: 9.0}
"""The least share of the shorter statement that the longer must match, by how sure the difference is."""

LEAST_SLOT = {Force.OPPOSITE: ONE_PLACE, Force.NAME: 2.0, Force.SISTER: ONE_PLACE, Force.OTHER: 9.0, Force.NONE: 9.0}
"""How much must say that two words stand in one place."""

SAID_TWICE = 0.9

SURE_SLOT, SURE_COVERED = 3.0, 0.9
"""How much must say so for two names of which it is not known that they name things of one kind."""


def _is_told(
    short: SentenceValue, long: SentenceValue, found: Substitution, aligned: Alignment, *, near: bool = True
) -> bool:
    """Whether two statements are one, but for two units that exclude each other."""
    a, b = short.telling.units, long.telling.units
    if found.doing:
        return near and found.covered >= DONE_COVERED and found.slot >= DONE_SLOT
    one, other = a[found.one], b[found.other]
    lasting = all(isinstance(u.value, TimeValue) and u.value.type is ValueType.DURATION for u in (one, other))
    if not near and one.kind is UnitKind.TIME and not lasting:  # one day of many that an article may name
        return False
    if one.kind is UnitKind.NUMBER and (_is_added(short, found.one) or _is_added(long, found.other)):
        return False
    brief = min(short.among, long.among) <= BRIEF
    if brief and _is_unheard(one, other, long) and _is_unheard(other, one, short) and _is_new(a, b, found, aligned):
        return True
    if not near:
        return False
    if found.moved:
        # Two long articles say one thing in words of their own: "the airline", "the statement" that it put out.
        named = one.kind is other.kind is UnitKind.NAME or found.force >= Force.SISTER
        return (brief or named) and found.covered >= MOVED_COVERED and found.slot >= MOVED_SLOT
    if aligned.matched.get(found.one) == found.other and found.covered >= SURE_DENIED and found.slot >= 1.0:
        return True
    if found.covered < LEAST_COVERED[found.force] or found.slot < LEAST_SLOT[found.force]:
        return False
    return _is_borne_out(a, b, found, aligned)


def _is_unheard(unit: Unit, other: Unit, value: SentenceValue) -> bool:
    """Whether the whole article of a statement has none of the words by which a unit differs from one of its units."""
    if not value.heard:
        return False
    words, others = ({w for text in (u.lemma, u.text.lower()) for w in text.split()} for u in (unit, other))
    return bool(words - others) and value.heard.isdisjoint(words - others - SMALL)


def _is_added(value: SentenceValue, at: int) -> bool:
    """Whether a figure is of more than those told before ("two million more people", "another five")."""
    around = value.telling.units[at : at + 2]
    return any(ADDED & {*unit.before} for unit in around) or any(u.lemma == "additional" for u in around)


ADDED = frozenset({"more", "another", "further", "other"})
"""Words that say of a figure that it is one beside others."""

SMALL = frozenset({"the", "a", "an", "of", "and", "than", "about", "nearly", "some"})


def _is_new(a: tuple[Unit, ...], b: tuple[Unit, ...], found: Substitution, aligned: Alignment) -> bool:
    """Whether two units that only one article knows each stand in one place surely enough."""
    one, other = a[found.one], b[found.other]
    if found.force not in NEW_COVERED or aligned.shared < FEWEST_SHARED or {one.kind, other.kind} == DEED_AND_THING:
        return False
    if one.kind is UnitKind.TIME and any(word in RELATIVE for unit in (one, other) for word in unit.lemma.split()):
        return False
    if found.force is Force.NAME and not _are_names_of_one_kind(one, other):
        return False
    if found.phrase >= NEW_PHRASE:
        return True
    if found.slot >= NEW_SURE and found.covered >= NEW_PARTLY:
        return True
    return found.covered >= NEW_COVERED[found.force] and found.slot >= NEW_SLOT[found.force]


DEED_AND_THING = frozenset({UnitKind.VERB, UnitKind.NOUN})
"""Kinds of words that stand in one place of two statements by chance: "defends its work", "criticism of its work"."""

NEW_SURE, NEW_PARTLY = 3.5, 0.4
"""How much must say that they stand in one place for so little of the rest to be enough."""


def _are_names_of_one_kind(one: Unit, other: Unit) -> bool:
    """Whether two names are both of places of one level, or otherwise of things known to be of one kind."""
    if one.listed or other.listed or one.full & other.full or not one.named or one.named != other.named:
        return False
    return one.named != "place" or place_level(one.lemma) == place_level(other.lemma)


MOVED_COVERED, MOVED_SLOT = 0.95, 2.0
"""The same for a word that the other statement has in another place, where something else stands in its place."""

DONE_COVERED, DONE_SLOT = 0.75, 1.5
"""The same for a deed that is told of two doers: what is done to whom, when and where."""

SURE_DENIED = 0.95
"""The share that must match for a denial whose subject and object are told in other words."""

BRIEF = 10
"""Sentences of an article so short that it tells of little beside the event."""

FEWEST_SHARED = 2
NEW_COVERED = {Force.OPPOSITE: 0.5, Force.NAME: 0.6, Force.SISTER: 0.5}
NEW_SLOT = {Force.OPPOSITE: ONE_PLACE, Force.NAME: 2.0, Force.SISTER: ONE_PLACE}
"""The same for words of which neither article has the other's."""

NEW_PHRASE = 2.0
"""The weight of the words right around, from which a phrase is one phrase, whatever else the sentences say."""


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

SURE_FIGURE = 0.8
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


ELSEWHERE = "the difference lies in another part"
"""Why two parts of sentences are not compared that differ in other parts."""

ENOUGH_WRITTEN, WRITTEN = 1.8, 0.3
"""Weight of shared words, and their share of the shorter statement, from which two are aligned."""


def _has_changed(unit: Unit, changed: frozenset[str]) -> bool:
    """Whether one of the words by which two copies differ is of a unit, or leads to it."""
    return not changed.isdisjoint((unit.role, *unit.before, *unit.text.lower().split(), *unit.lemma.split()))


def compare_tellings(
    one: SentenceValue, other: SentenceValue, *, near: bool = True, changed: frozenset[str] | None = None
) -> Verdict:
    """Whether two statements of one fact exclude each other in a word.

    ``near`` says that they share many words, for articles so long; of others only words count that are new to each.
    ``changed`` are the words in lower case by which two copies of a sentence differ: no others can exclude each other.
    """
    if not _may_be_one(one.telling, other.telling):  # cheaper than to align them, and true of most pairs
        return Verdict(Relation.NOT_COMPARABLE, "two sentences")
    swapped = (one.telling.weight, one.telling.units[0].start) > (other.telling.weight, other.telling.units[0].start)
    short, long = (other, one) if swapped else (one, other)
    aligned = align_tellings(short.telling, long.telling)
    for found in find_substitutions(short.telling, long.telling, aligned):
        if not _is_told(short, long, found, aligned, near=near):
            continue
        units = short.telling.units[found.one], long.telling.units[found.other]
        if changed is not None and not any(_has_changed(unit, changed) for unit in units):
            continue
        if short.first <= found.one < short.last and long.first <= found.other < long.last:
            return Verdict(Relation.CONTRADICT, found.reason)
        return Verdict(Relation.NOT_COMPARABLE, ELSEWHERE)
    if aligned.covered >= SAID_TWICE and aligned.shared >= 4:
        return Verdict(Relation.COMPATIBLE, "one says what the other says")
    return Verdict(Relation.NOT_COMPARABLE, "two sentences")
