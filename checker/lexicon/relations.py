"""How two words stand to each other: the same, derived, synonyms, kind of, siblings, opposites.

Every relation is asked of frequent senses only (by SemCor tag counts): almost any two common English words share some
rare sense, and a link by a rare sense is a false link.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache

from checker.lexicon.concepts import concepts_of_predicate, sets_opposed, word_concepts
from checker.lexicon.inflection import base_forms
from checker.lexicon.kinds import is_person_noun
from checker.lexicon.listed import are_news_synonyms, light_verbs
from checker.lexicon.wordnet import Word, ancestors, graph, information, word, words

# Shares of use that make a sense "frequent". Set by hand on common news words: at 0.2 "strike" keeps hitting and
# stopping work but not finding oil; below, "charge" and "commission" become synonyms.
_FREQUENT = 0.2
_FAIRLY_FREQUENT = 0.1
_SOLE_USE = 0.15  # a part of speech with less of the lemma's use than this is left out when none is asked for
_STEPS_UP = 4
_STEPS_UP_VERB = 2
_SISTER_STEPS = 2
# Information content under which a common ancestor says nothing ("act", "change", "person").
_SPECIFIC = 0.45
_SPECIFIC_VERB = 0.42
_KIND = 0.25
_KIND_VERB = 0.33
_FAMILIAR = 0.25  # share of the sense in which one word is a kind of the other
_MAIN = 0.4  # share of the senses in which words are siblings
_PERSON_WORDS = frozenset(("person", "individual", "human"))


class WordRelation(StrEnum):
    """A relation between two words, closest first; ANTONYM and NONE stand apart."""

    SAME = "same"
    INFLECTION = "inflection"
    DERIVED = "derived"
    SYNONYM = "synonym"
    HYPERNYM = "hypernym"
    SISTER = "sister"
    ANTONYM = "antonym"
    NONE = "none"

    @property
    def closeness(self) -> float:
        """How near in meaning, 0 to 1: what ``similarity`` gives at most. Opposites and strangers are at 0."""
        return _CLOSENESS[self]

    @property
    def is_same_meaning(self) -> bool:
        """Whether one word may stand for the other: same, inflected, derived or synonym."""
        return self.closeness >= _CLOSENESS[WordRelation.SYNONYM]


_CLOSENESS = {
    WordRelation.SAME: 1.0,
    WordRelation.INFLECTION: 0.97,
    WordRelation.DERIVED: 0.9,
    WordRelation.SYNONYM: 0.8,
    WordRelation.HYPERNYM: 0.6,
    WordRelation.SISTER: 0.3,
    WordRelation.ANTONYM: 0.0,
    WordRelation.NONE: 0.0,
}


def relate(one: str, other: str, pos: str | None = None) -> WordRelation:
    """The closest relation between two lower-case lemmas (or forms), symmetric.

    ``pos`` (``n``, ``v``, ``a``, ``r``) limits both words to a part of speech; derived words may differ in theirs.
    Unknown words are SAME when equal and NONE otherwise.
    """
    return _relate(one, other, pos) if one <= other else _relate(other, one, pos)


def similarity(one: str, other: str, pos: str | None = None) -> float:
    """How near in meaning two words are, 0 to 1: the closeness of their relation, for kinds lowered by distance."""
    relation = relate(one, other, pos)
    if relation not in (WordRelation.HYPERNYM, WordRelation.SISTER):
        return relation.closeness
    return relation.closeness * max((_lin(a, b) for a, b in _pairs(one, other, pos) if a.pos == b.pos), default=0.0)


def relate_predicates(
    one: str, other: str, one_governs: Iterable[str] = (), other_governs: Iterable[str] = ()
) -> WordRelation:
    """How two clause predicates stand to each other: by their news concepts, and where they have none by their words.

    Predicates may hold a particle ("take over"); what they govern are lemmas, in any order. Predicates of one concept
    are SYNONYM ("cut", "shave"), of opposite poles ANTONYM.
    """
    ones, others = concepts_of_predicate(one, objects=one_governs), concepts_of_predicate(other, objects=other_governs)
    if one != other and ones & others:
        return WordRelation.SYNONYM
    return WordRelation.ANTONYM if sets_opposed(ones, others) else relate(one, other, "v")


@lru_cache(maxsize=65536)
def _relate(one: str, other: str, pos: str | None) -> WordRelation:
    if one == other:
        return WordRelation.SAME
    if one in base_forms(other, pos) or other in base_forms(one, pos):
        return WordRelation.INFLECTION
    if pos in (None, "v") and {one, other} & light_verbs():
        return WordRelation.ANTONYM if other in antonyms(one, pos) else WordRelation.NONE
    if (by_hand := _relate_by_hand(one, other, pos)) is not None:
        return by_hand
    pairs = _pairs(one, other, pos)
    same_pos = [(a, b) for a, b in pairs if a.pos == b.pos]
    tests = (
        (WordRelation.ANTONYM, _are_antonyms, same_pos),
        (WordRelation.DERIVED, _are_derived, pairs),
        (WordRelation.SYNONYM, _are_synonyms, same_pos),
        (WordRelation.HYPERNYM, _is_kind_of_other, same_pos),
        (WordRelation.SISTER, _are_sisters, same_pos),
    )
    for relation, holds, candidates in tests:
        if any(holds(a, b) for a, b in candidates):
            return relation
    if not _known(one, pos) or not _known(other, pos):
        bases = {(a, b) for a in base_forms(one, pos)[:1] for b in base_forms(other, pos)[:1]}
        return next((_relate(*sorted(p), pos) for p in bases if p != (one, other)), WordRelation.NONE)
    return WordRelation.NONE


@lru_cache(maxsize=65536)
def are_antonyms(one: str, other: str) -> bool:
    """Whether ``relate`` finds two lower-case lemmas to be ANTONYM: that test alone, and so much sooner."""
    one, other = sorted((one, other))
    if one == other or one in base_forms(other) or other in base_forms(one):
        return False
    if {one, other} & light_verbs():
        return other in antonyms(one)
    if (by_hand := _relate_by_hand(one, other, None)) is not None:
        return by_hand is WordRelation.ANTONYM
    if any(_are_antonyms(a, b) for a, b in _pairs(one, other, None) if a.pos == b.pos):
        return True
    if _known(one, None) and _known(other, None):
        return False
    return relate(one, other) is WordRelation.ANTONYM


def _relate_by_hand(one: str, other: str, pos: str | None) -> WordRelation | None:
    """What the product's own lists say: news synonyms, and news concepts that a word names wherever it occurs."""
    if pos in (None, "n", "a") and are_news_synonyms(one, other):
        return WordRelation.SYNONYM
    ones, others = word_concepts(one), word_concepts(other)
    if sets_opposed(ones, others):
        return WordRelation.ANTONYM
    return None


def _known(lemma: str, pos: str | None) -> bool:
    return bool(word(lemma, pos) if pos else words(lemma))


@lru_cache(maxsize=65536)
def uses(lemma: str) -> tuple[Word, ...]:
    """A lemma in the parts of speech that it is commonly used in."""
    found = words(lemma)
    total = sum(w.count + 1 for w in found)
    return tuple(w for w in found if (w.count + 1) / total >= _SOLE_USE)


def _pairs(one: str, other: str, pos: str | None) -> list[tuple[Word, Word]]:
    """The two words in every combination of parts of speech; derivation crosses them, the rest need equal ones."""
    ones, others = uses(one), uses(other)
    if pos:
        asked_one, asked_other = word(one, pos), word(other, pos)
        ones = (asked_one,) if asked_one else ones
        others = (asked_other,) if asked_other else others
        return [(a, b) for a in ones for b in others if pos in (a.pos, b.pos)]
    return [(a, b) for a in ones for b in others]


@lru_cache(maxsize=65536)
def _frequent(w: Word, least: float) -> tuple[int, ...]:
    """The senses that account for at least this share of the word's use."""
    return tuple(s for s, share in zip(w.senses, w.shares, strict=True) if share >= least)


def stands_for(w: Word) -> tuple[int, ...]:
    """The senses by which a word may be a synonym of another or its kind: the others are too rare."""
    return _frequent(w, _FAIRLY_FREQUENT)


def leads_to(w: Word) -> list[str | int]:
    """The words derived from a word, and the senses that it is a kind of or similar to, as far as ``relate`` goes."""
    reached: list[str | int] = [derived for rank, _, derived in w.derived if w.shares[rank] >= _FAIRLY_FREQUENT]
    steps = _steps_up(w)
    for sense in _frequent(w, _FAMILIAR):
        reached += [kind for kind, step in ancestors(sense).items() if step <= steps]
    if w.pos == "a":
        for sense in _frequent(w, _MAIN):
            reached += graph().related("similar", sense)
    return reached


def _steps_up(w: Word) -> int:
    return _STEPS_UP_VERB if w.pos == "v" else _STEPS_UP


def _are_synonyms(one: Word, other: Word) -> bool:
    """Whether they share a sense frequent in both, or frequent in one and fairly in the other."""
    for sense in one.senses:
        if sense not in other.senses:
            continue
        low, high = sorted((one.share(sense), other.share(sense)))
        if low >= _FAIRLY_FREQUENT and high >= _FREQUENT:
            return True
    if one.pos == "a":
        return any(
            t in graph().related("similar", s) and (s in _heads(t) or t in _heads(s))
            for s in _frequent(one, _MAIN)
            for t in _frequent(other, _MAIN)
        )
    return False


def _heads(adjective: int) -> list[int]:
    """The synsets similar to an adjective that stand in an opposition themselves."""
    return [s for s in graph().related("similar", adjective) if graph().related("antonyms", s)]


def _are_derived(one: Word, other: Word) -> bool:
    """Whether WordNet derives one from the other in a sense that is not rare; a doer ("reporter") is not the deed."""
    if _is_person(one) != _is_person(other):
        return False
    return any(
        pos == b.pos and lemma == b.lemma and a.shares[rank] >= _FAIRLY_FREQUENT
        for a, b in ((one, other), (other, one))
        for rank, pos, lemma in a.derived
    )


def _is_person(w: Word) -> bool:
    return w.pos == "n" and is_person_noun(w.lemma)


def _is_kind_of_other(one: Word, other: Word) -> bool:
    """Whether a frequent sense of one lies a few steps above a frequent sense of the other."""
    for lower, upper in ((one, other), (other, one)):
        steps = _steps_up(lower)
        for sense in _frequent(lower, _FAMILIAR):
            up = ancestors(sense)
            if any(0 < up.get(kind, 0) <= steps for kind in _kinds(upper)):
                return True
    return False


@lru_cache(maxsize=65536)
def _kinds(w: Word) -> tuple[int, ...]:
    """The frequent senses of a word that it says something to be a kind of."""
    return tuple(s for s in _frequent(w, _FREQUENT) if _says_something(s, w))


def _says_something(synset: int, w: Word) -> bool:
    """Whether to be of this kind says something: not "act", "event" or "move", but "person", common as it is."""
    if w.pos == "v":
        return information(synset) >= _KIND_VERB
    return information(synset) >= _KIND or w.lemma in _PERSON_WORDS


def _common_ancestor(one: int, other: int, steps: int) -> float:
    """Information content of the most telling ancestor within so many steps of both; 0 without one."""
    ups, others = ancestors(one), ancestors(other)
    return max(
        (information(s) for s, k in ups.items() if k <= steps and others.get(s, steps + 1) <= steps), default=0.0
    )


def _are_sisters(one: Word, other: Word) -> bool:
    """Whether main senses share a specific ancestor close by."""
    if one.pos not in ("n", "v"):
        return False
    specific = _SPECIFIC_VERB if one.pos == "v" else _SPECIFIC
    return any(
        _common_ancestor(s, t, _SISTER_STEPS) >= specific
        for s in _frequent(one, _MAIN)
        for t in _frequent(other, _MAIN)
    )


def _lin(one: Word, other: Word) -> float:
    """Lin's similarity (1998) of the closest frequent senses: shared information over the information of both."""
    best = 0.0
    for s in _frequent(one, _FREQUENT):
        for t in _frequent(other, _FREQUENT):
            own = information(s) + information(t)
            if own:
                best = max(best, 2 * _common_ancestor(s, t, _STEPS_UP) / own)
    return best


def _are_antonyms(one: Word, other: Word) -> bool:
    """Whether they are opposed directly, or as adjectives through what they are similar to."""
    if other.lemma in _opposites(one) and one.lemma in _opposites(other):
        return True
    for s in _frequent(one, _FREQUENT):
        for t in _frequent(other, _FREQUENT):
            near_one, near_other = _near(s, one.pos), _near(t, other.pos)
            if s != t and near_one.isdisjoint(near_other) and not _against(s, one.pos).isdisjoint(near_other):
                return True
    return False


@lru_cache(maxsize=65536)
def _opposites(w: Word) -> frozenset[str]:
    """The direct opposites of a word in senses that are not rare."""
    return frozenset(lemma for rank, _, lemma in w.antonyms if w.shares[rank] >= _FAIRLY_FREQUENT)


@lru_cache(maxsize=65536)
def _near(synset: int, pos: str) -> frozenset[int]:
    """The synset, and for an adjective those it is similar to, which carry its oppositions ("tiny": "small")."""
    heads = [h for h in _heads(synset) if h not in _numerals()] if pos == "a" else []
    return frozenset((synset, *heads))


@lru_cache(maxsize=65536)
def _against(synset: int, pos: str) -> frozenset[int]:
    """The synsets that a synset, or for an adjective one that it is similar to, is opposed to."""
    return frozenset(x for n in _near(synset, pos) for x in graph().related("antonyms", n))


@cache
def _numerals() -> frozenset[int]:
    """The senses of "cardinal" and "ordinal": every number is similar to one, and so opposed to those of the other."""
    return frozenset(s for lemma in ("cardinal", "ordinal") if (found := word(lemma, "a")) for s in found.senses)


@lru_cache(maxsize=16384)
def antonyms(lemma: str, pos: str | None = None) -> frozenset[str]:
    """The direct opposites of a lemma in senses that are not rare."""
    found = (word(lemma, pos),) if pos else uses(lemma)
    return frozenset(
        opposite for w in found if w for rank, _, opposite in w.antonyms if w.shares[rank] >= _FAIRLY_FREQUENT
    )
