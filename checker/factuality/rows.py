"""Whether two places in a row are counted in one row, and so cannot differ (``checker.factuality.precedents``)."""

from __future__ import annotations

from checker.factuality.precedent_words import precedent_words
from checker.factuality.substitutes import country_of, place_level
from checker.lexicon import similarity
from checker.model import Claim, Relation, Verdict
from checker.values.rows import RowPlace, exclude_each_other

ALIKE = 0.75
"""Lexical similarity from which two nouns name what is counted."""


def compare_precedents(one: Claim, other: Claim) -> Verdict:
    """Two places in a row: a contradiction where both are counted in one row, within the same limits."""
    a, b = one.value, other.value
    assert isinstance(a, RowPlace)
    assert isinstance(b, RowPlace)
    said = f"“{a.text}” beside “{b.text}”"
    low, high = (one, other) if a.least <= b.least else (other, one)
    if not exclude_each_other(a, b):
        same = a.least == b.least and a.most == b.most and _one_row(low, high)
        return Verdict(Relation.AGREE if same else Relation.NOT_COMPARABLE, f"{said}: both can be so")
    if not _within_same_limits(low, high):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: counted within other limits")
    if not _one_row(low, high):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: not counted in one row")
    return Verdict(Relation.CONTRADICT, f"{said}: the places in the row differ")


def bounds_apart(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether the words of two limits name different places in whose bounds a rank holds: "in the state", "U.S."."""
    mine, others = ours & precedent_words().bounds, theirs & precedent_words().bounds
    return bool(mine and others and not mine & others)


def _within_same_limits(low: Claim, high: Claim) -> bool:
    """Whether the lower place draws no limit that the higher one's telling does not know."""
    ours, theirs = low.value, high.value
    assert isinstance(ours, RowPlace)
    assert isinstance(theirs, RowPlace)
    if ours.owner and theirs.owner and ours.owner != theirs.owner:
        return False
    if not _bounds_meet(low, high):
        return False
    if ours.sort and ours.sort != theirs.sort and (theirs.sort or ours.sort not in high.part("words")):
        return False
    known = high.part("words") | theirs.limits
    return all(any(w == k or similarity(w, k) >= ALIKE for k in known) for w in ours.limits)


def _bounds_meet(low: Claim, high: Claim) -> bool:
    """Whether the lower place is counted in no other bounds than the higher: "in Bolivia", "in the country"."""
    ours, theirs = low.value, high.value
    assert isinstance(ours, RowPlace)
    assert isinstance(theirs, RowPlace)
    told = theirs.most is None and not theirs.bounds
    for bound in ours.bounds - {"there", "here"} - (theirs.bounds or high.part("words")):
        if not (told and bound in COMMON) and not _is_among(bound, theirs.bounds, low, high):
            return False
    return not ours.bounds or all(_is_among(w, ours.bounds, high, low) for w in theirs.bounds - ours.bounds)


def _is_among(bound: str, others: frozenset[str], own: Claim, other: Claim) -> bool:
    """Whether a bound is one of the others under its common noun: "Bolivia" where the other article calls it so."""
    level = _level(bound)
    for word in others:
        named, claim = (bound, other) if word in COMMON else (word, own) if bound in COMMON else ("", own)
        if named and level == _level(word) and (named in COMMON or named in claim.part("words")):
            return True
    return False


COMMON = dict.fromkeys(("country", "nation", "national"), "country") | dict.fromkeys(
    ("town", "city", "village"), "city"
)
"""Common nouns for a place in whose bounds something is counted, and what kind of place it is."""


CODE = 2
"""Letters of the code of a country."""


def _level(word: str) -> str:
    """What kind of place a word is of; the word itself where that is not known."""
    return COMMON.get(word) or ("country" if len(country_of(word)) == CODE else place_level(word)) or word


def _one_row(low: Claim, high: Claim) -> bool:
    """Whether two briefs count in one row: by one noun, by rows that both have words for, or by their only count."""
    if low.part("mixed") or high.part("mixed"):
        return False
    kinds, others = low.part("kinds"), high.part("kinds")
    noun, another = (
        "" if getattr(claim.value, "sort", "") else next(iter(claim.part("noun")), "") for claim in (low, high)
    )
    if kinds & others or (noun and another and (noun == another or similarity(noun, another) >= ALIKE)):
        return True
    around, beside = low.part("around"), high.part("around")
    if kinds and others:
        return bool(kinds & beside or others & around)
    if kinds or others:
        known, rest, name = (kinds, beside, another) if kinds else (others, around, noun)
        return bool(known & rest) or not (rest or name)
    if noun and another:
        return False
    if getattr(low.value, "measure", ""):
        return True
    if noun or another:
        return (noun or another) in (high.part("words") if noun else low.part("words")) or bool(around & beside)
    return not around or not beside or bool(around & beside)
