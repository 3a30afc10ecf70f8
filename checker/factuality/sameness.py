"""Whether two answers to an aspect are said of one person or thing, and what follows when they differ."""

from __future__ import annotations

from checker.factuality.aspects import Aspect, find_aspect
from checker.factuality.holders import PRONOUNS
from checker.factuality.things import days_apart, same_day, same_words, times_apart
from checker.lexicon import familiarity, is_person_noun, kind_share, similarity
from checker.lexicon.wordnet import word
from checker.model import Claim, Relation, Verdict
from checker.values.status import StatusValue, compare_statuses

TELLING = 0.35
"""Familiarity (0 for everyday words, 1 for rare ones) from which a shared word tells what is meant."""

SEVERAL = 2
"""Telling words that two statements about what went on must share."""

ROLE = 0.6
"""Lexical similarity from which two nouns for a person may be of one."""

WIDER = 0.3
"""Share of a noun's use in which it names something of the other's kind."""

ANYBODY = frozenset(
    "man woman suspect accused defendant boy girl person official victim prisoner detainee leader".split()
)
"""Nouns that may stand for anybody of their kind (own list)."""


def compare_standings(one: Claim, other: Claim) -> Verdict:
    """Compare two answers to one aspect (claims whose values are statuses of it)."""
    a, b = one.value, other.value
    assert isinstance(a, StatusValue)
    assert isinstance(b, StatusValue)
    verdict = compare_statuses(a, b)
    if verdict.relation is Relation.NOT_COMPARABLE:
        return verdict
    aspect = find_aspect(a.family)
    if aspect.extent:
        verdict = _weigh_extents(a, b, verdict)
    if verdict.relation is Relation.NOT_COMPARABLE:
        return verdict
    apart = _apart(one, other, a, b, aspect)
    if apart:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; {apart}")
    if verdict.relation is Relation.CONTRADICT:
        if aspect.sole and aspect.steps and one.part("told") != other.part("told"):
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; the one was told on another day")
        if aspect.steps and not (a.lasting or b.lasting or ((aspect.matter or aspect.sole) and same_day(one, other))):
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; the one may follow upon the other")
        if days_apart(one, other) if aspect.matter else times_apart(one, other):
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; at other times")
        if a.rung != b.rung:
            return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}; the one is still to come")
    if verdict.relation is Relation.FRAMING:
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    return verdict


def _weigh_extents(a: StatusValue, b: StatusValue, verdict: Verdict) -> Verdict:
    """What is so of a part only leaves room for its opposite, and none for its being so of all."""
    reason = f"“{a.text}” beside “{b.text}”"
    extents = {w for v in (a, b) for w in v.detail if w in {"whole", "part"}}
    if a.concept == b.concept and a.denied == b.denied and extents == {"whole", "part"}:
        return Verdict(Relation.CONTRADICT, f"{reason}: of all, and of a part")
    if verdict.relation is Relation.CONTRADICT and "part" in extents and "whole" not in extents:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: of a part only")
    return verdict


def _apart(one: Claim, other: Claim, a: StatusValue, b: StatusValue, aspect: Aspect) -> str:
    """Why two answers are not of one thing; empty where they may be."""
    if one.part("lands") and other.part("lands") and not one.part("lands") & other.part("lands"):
        return "in different countries"
    if not aspect.matter:
        return _things_or_persons_apart(one, other, a, b, aspect.kind)
    mine, theirs = ({k for k in claim.entities if k.startswith("person:")} for claim in (one, other))
    if mine and theirs and not (mine & theirs or _same_names(mine, theirs)):
        return "of different people"
    if (a.detail ^ b.detail) - {"every", "whole", "part"}:
        return "told apart by words of their own"
    if (aspect.sides or (a.doer and b.doer)) and not {*a.doer} & {*b.doer}:
        return "each of another name"
    return "" if one.part("mind") and other.part("mind") else "an article says both"


def _things_or_persons_apart(one: Claim, other: Claim, a: StatusValue, b: StatusValue, kind: str) -> str:
    if find_aspect(a.family).sole:
        if not (one.part("mind") and other.part("mind")):
            return "an article says both"
        if not (one.part("brief") and other.part("brief")):
            needed = SEVERAL if kind == "event" else 1
            if len(_telling(one, other)) < needed:
                return "nothing says that it is one occasion"
    if kind == "person":
        return _persons_apart(one, other, a, b)
    if kind in {"sort", "thing"}:
        if find_aspect(a.family).main and not _main(one, other, a):
            return "an article says both"
        return _things_apart(one, other, a, b, kind)
    if _main(one, other, a):
        return ""
    return "" if len(_telling(one, other)) >= SEVERAL else "nothing says that it is one occasion"


def _main(one: Claim, other: Claim, value: StatusValue) -> bool:
    """Whether both articles give one answer only to what is asked of their event as a whole."""
    return find_aspect(value.family).main and bool(one.part("mind")) and bool(other.part("mind"))


def _anybody(a: StatusValue, b: StatusValue) -> bool:
    return any(v.about[:1] and v.about[0] in ANYBODY for v in (a, b))


def _same_names(mine: set[str], theirs: set[str]) -> bool:
    """Whether one key has all the names of the other ("person:wills" and "person:ioana wills")."""
    names = [[{*key.partition(":")[2].split()} for key in keys] for keys in (mine, theirs)]
    return any(x <= y or y <= x for x in names[0] for y in names[1])


def _telling(one: Claim, other: Claim) -> frozenset[str]:
    """The telling words around that both share, beside those that give the answers."""
    own = one.part("own") | other.part("own")
    return frozenset(w for w in (one.topic & other.topic) - own if familiarity(w) >= TELLING)


def _persons_apart(one: Claim, other: Claim, a: StatusValue, b: StatusValue) -> str:
    mine = {k for k in one.entities if k.startswith("person:")}
    theirs = {k for k in other.entities if k.startswith("person:")}
    known = tuple(bool({*v.about[:1], *v.doer} - PRONOUNS) for v in (a, b))
    if mine and theirs:
        return "" if mine & theirs or _same_names(mine, theirs) else "of different people"
    told = bool(a.about or a.doer or mine) and bool(b.about or b.doer or theirs)
    if told and _main(one, other, a) and not (all(known) and (mine or theirs) and not _anybody(a, b)):
        return ""
    if not all(known):
        return "" if len(_telling(one, other)) >= SEVERAL else "it is not said of whom"
    if {*a.about[:1], *a.doer} & {*b.about[:1], *b.doer}:
        return "" if mine or theirs or _telling(one, other) else "of people of one kind"
    roles = [{w for w in (*v.about[:1], *v.doer) if is_person_noun(w)} for v in (a, b)]
    if any(similarity(x, y) >= ROLE for x in roles[0] for y in roles[1]):
        return ""
    if (roles[0] & ANYBODY or roles[1] & ANYBODY or not all(roles)) and len(_telling(one, other)) > 1:
        return ""
    return "of different people"


def _things_apart(one: Claim, other: Claim, a: StatusValue, b: StatusValue, kind: str) -> str:
    if kind == "thing":
        names = {*a.about[:1], *a.doer} & {*b.about[:1], *b.doer}
        if not names and not same_words(a.about, b.about) and not _names_kind(one, other, a, b):
            return "of different things"
        if not _telling(one, other) and not one.entities & other.entities:
            return "nothing says that it is the same thing"
    wider = find_aspect(a.family).wider
    if wider and not wider & {*a.doer, *b.doer} and not _may_be_one(a.doer, b.doer):
        return "of different things"
    distinct = (a.detail ^ b.detail) - {"every", "whole", "part"}
    if distinct and "every" not in a.detail | b.detail:
        return "told apart by words of their own"
    mine, theirs = {*a.about[1:]} - one.part("own"), {*b.about[1:]} - other.part("own")
    names_mine = {w for w in mine if familiarity(w) >= 0.9}
    names_theirs = {w for w in theirs if familiarity(w) >= 0.9}
    if names_mine and names_theirs and not names_mine & theirs and not names_theirs & mine:
        return "each of another name"
    if mine and theirs and not mine & theirs and not any(similarity(x, y) >= ROLE for x in mine for y in theirs):
        return "each narrowed by words of its own" if not _telling(one, other) else ""
    return ""


def _may_be_one(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether one noun is the other, its synonym, or the wider word for it."""
    return any(x == y or similarity(x, y) >= ROLE or _is_kind(x, y) or _is_kind(y, x) for x in one for y in other)


def _names_kind(one: Claim, other: Claim, a: StatusValue, b: StatusValue) -> bool:
    """Whether one article names a thing by its kind only ("the building") and speaks of what the other names."""
    for wide, narrow, beside in ((a, b, one), (b, a, other)):
        if len(wide.about) == 1 and narrow.about and _is_kind(narrow.about[0], wide.about[0]):
            return bool({*narrow.about} & beside.topic)
    return False


def _is_kind(noun: str, kind: str) -> bool:
    return word(kind, "n") is not None and kind_share(noun, kind) >= WIDER
