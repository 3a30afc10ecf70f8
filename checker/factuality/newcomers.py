"""A word that only one of two articles knows, where the passage that it retells has another of its kind.

A short report says in its own order, and across the sentences, what a long article says. What it says in place of
something else is then seldom found where the grammar would have it, and need not be: "Brazilian" in a report stands
against "Colombia" in an article that never names Brazil, if the passage is the one retold, and the report never names
Colombia. Most of the rest of the report's sentence must be in the passage and its neighbours for that.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from checker.factuality.alignments import Alignment, Substitution, align_tellings, is_open
from checker.factuality.covering import BESIDE, cover_by, set_beside
from checker.factuality.retellings import BRIEF, ELSEWHERE
from checker.factuality.slots import count_one_thing, weigh_phrase, weigh_slot
from checker.factuality.substitutes import (
    Force,
    are_sisters,
    compare_figures,
    country_of,
    place_level,
    weigh_substitute,
)
from checker.factuality.turnings import find_turned
from checker.model import Relation, Verdict
from checker.values.sentences import SentenceValue
from checker.values.tellings import Unit, UnitKind, has_words

MATCHED_LEAST = 2
"""Units of the report's sentence that the passage must have in the sentence that is set against it."""

ENOUGH_MATCHED = 3
"""The same where nothing but a preposition says that two names of places are in one place."""

FARTHER = 0.5
"""What a word counts for covering a sentence where only the rest of the article has it, far from the passage."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked for two words to be in one place: how much of the rest is covered, and what says that it is one."""

    covered: float
    slot: float


SISTERS, COUNTRIES, DAYS = Demand(0.65, 0.0), Demand(0.7, 0.0), Demand(0.8, 0.0)
OPPOSITES = {
    UnitKind.NAME: Demand(0.5, 1.0),
    UnitKind.ADJECTIVE: Demand(0.6, 0.5),
    UnitKind.ADVERB: Demand(0.75, 0.0),
    UnitKind.VERB: Demand(0.75, 0.5),
    UnitKind.NOUN: Demand(0.8, 1.5),
    UnitKind.NUMBER: Demand(0.8, 1.0),
}
"""Set on summaries of news with a planted error, half of which were not looked at; the figures are theirs."""

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})


def compare_newcomers(one: SentenceValue, other: SentenceValue) -> Verdict | None:
    """What the sentence of the shorter article has in place of what that of the longer has; None where that is nothing.

    Only articles so short that they tell of little beside the event are taken for reports of a longer one.
    """
    brief, full = (one, other) if one.among < other.among else (other, one)
    if brief.among > BRIEF or brief.among == full.among:
        return None
    aligned = align_tellings(brief.telling, full.telling)
    found = find_newcomer(brief, full, aligned)
    if found is None and full.article and min(len(v.telling.units) for v in (brief, full)) > MATCHED_LEAST:
        found = find_turned(brief, full, aligned)
    if found is None:
        return None
    if brief.first <= found.one < brief.last and full.first <= found.other < full.last:
        return Verdict(Relation.CONTRADICT, found.reason)
    return Verdict(Relation.NOT_COMPARABLE, ELSEWHERE)


def find_newcomer(brief: SentenceValue, full: SentenceValue, aligned: Alignment) -> Substitution | None:
    """What a sentence of a short report has that the article lacks, in place of what the report lacks; None for none.

    ``one`` of what is found is of ``brief``.
    """
    if aligned.shared < MATCHED_LEAST:
        return None
    a, b = brief.telling.units, full.telling.units
    mine = brief.lacked_in(full.heard)
    theirs = full.lacked_in(brief.heard) if mine else ()
    pairs = [(i, j, demand) for i in mine for j in theirs if (demand := _demand(a[i], b[j], full)) is not None]
    taken = set(aligned.matched.values())
    found = []
    for i, j, demand in pairs:
        if i in aligned.matched or j in taken:
            continue
        # Whether or not it is bought, the yard is of one country.
        if demand is not COUNTRIES and is_open(a, b, i, j):
            continue
        if a[i].kind is UnitKind.NUMBER and not count_one_thing(a, b, i, j, aligned.matched):
            continue
        slot = weigh_slot(a, b, i, j, aligned.matched)
        if slot < demand.slot and aligned.shared >= ENOUGH_MATCHED:
            slot += _lead_alike(a[i], b[j])
        if _tell_of_two_names(a, b, i, j, aligned.matched):
            continue
        covered = _cover(brief, full, aligned, i)
        if slot < demand.slot or covered < demand.covered:
            continue
        said = set_beside(a[i].text, b[j].text)
        phrase = weigh_phrase(a, i, j, aligned.matched)
        found.append(Substitution(i, j, Force.OPPOSITE, slot, covered, said, phrase))
    return max(found, key=lambda s: (s.slot, s.phrase, -s.one, -s.other), default=None)


def _lead_alike(one: Unit, other: Unit) -> float:
    """What it says that two names of places stand behind one preposition ("in Tokyo", "in Kyoto")."""
    alike = one.kind is other.kind is UnitKind.NAME and one.role == other.role in WHERE
    return 1.0 if alike else 0.0


WHERE = frozenset({"in", "at", "near", "from", "to"})


def _tell_of_two_names(a: tuple[Unit, ...], b: tuple[Unit, ...], i: int, j: int, matched: Mapping[int, int]) -> bool:
    """Whether two words say something of two names ("southern Maine" in "northern New England")."""
    heads = a[i].head, b[j].head
    if min(heads) < 0 or "mod" not in {a[i].role, b[j].role} or matched.get(heads[0]) == heads[1]:
        return False
    return UnitKind.NAME in {a[heads[0]].kind, b[heads[1]].kind}


def _demand(one: Unit, other: Unit, full: SentenceValue) -> Demand | None:
    """What is asked for two units to stand against each other; None where they do not exclude each other."""
    if one.listed or other.listed:
        return None
    if {one.kind, other.kind} <= {UnitKind.TIME, UnitKind.NUMBER}:
        return _demand_of_figures(one, other)
    if are_sisters(one.lemma, other.lemma):
        if one.kind is not other.kind:
            return None
        return SISTERS if one.kind is not UnitKind.VERB else OPPOSITES[UnitKind.VERB]
    countries = country_of(one.lemma), country_of(other.lemma)
    if all(countries):
        new = countries[0] != countries[1] and countries[0] not in _countries(full.heard)
        return COUNTRIES if new else None
    if one.kind is not other.kind:
        return None
    force = weigh_substitute(one, other)
    if force is Force.NAME:
        level = place_level(one.lemma)
        return OPPOSITES[UnitKind.NAME] if level and level == place_level(other.lemma) else None
    return OPPOSITES.get(one.kind) if force is Force.OPPOSITE else None


def _demand_of_figures(one: Unit, other: Unit) -> Demand | None:
    if compare_figures(one, other) is Relation.CONTRADICT and one.kind is other.kind is UnitKind.NUMBER:
        return OPPOSITES[UnitKind.NUMBER]
    days = [WEEKDAYS & set(unit.lemma.split()) for unit in (one, other)]
    return DAYS if all(days) and days[0].isdisjoint(days[1]) else None


@lru_cache(maxsize=64)
def _countries(heard: frozenset[str]) -> frozenset[str]:
    """The countries that the words of an article name, by themselves or by their people."""
    return frozenset(code for word in heard if (code := country_of(word)))


def _cover(brief: SentenceValue, full: SentenceValue, aligned: Alignment, left_out: int) -> float:
    """The share of the weight of a sentence that an article has, most of it in the passage, one unit left out."""

    def worth(unit: Unit) -> float:
        return BESIDE if has_words(full.around, unit) else FARTHER if has_words(full.heard, unit) else 0.0

    return cover_by(brief.telling, aligned, left_out, worth)
