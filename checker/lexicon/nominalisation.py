"""Verbs and the nouns made from them: "the signing of", "her resignation", "his death"."""

from __future__ import annotations

from functools import cache, lru_cache
from importlib.resources import files

from checker.lexicon.inflection import base_forms
from checker.lexicon.wordnet import Word, graph, word

# Lexicographer files (lexnames(5WN)) of nouns that name what is done, happens, holds or is said: act, attribute,
# cognition, communication, event, feeling, phenomenon, possession, process, state, time. Doers and things are left out.
_HAPPENINGS = frozenset((4, 7, 9, 10, 11, 12, 19, 21, 22, 26, 28))
_RARE = 0.05
_MOSTLY = 0.4  # of a noun's use, for the noun to name a happening
# A noun that is used this much more than its verb is no nominalisation of it ("state", "house", "book").
_NOUN_FIRST = 4.0


@cache
def _listed() -> tuple[tuple[str, str], ...]:
    """The hand-made pairs of noun and verb."""
    text = files("checker.lexicon").joinpath("data", "nominalisations.tsv").read_text(encoding="utf-8")
    pairs = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return tuple((noun, verb) for noun, verb in pairs)


@lru_cache(maxsize=16384)
def nouns_of(verb: str) -> tuple[str, ...]:
    """The nouns for what a verb does, the most usual first: ``resign`` gives ``resignation``; () if there is none."""
    found = word(verb, "v")
    listed = tuple(noun for noun, listed_verb in _listed() if listed_verb == verb)
    if found is None:
        return listed
    candidates: dict[str, float] = dict.fromkeys(listed, 1.0)
    for rank, pos, lemma in found.derived:
        noun = word(lemma, "n") if pos == "n" else None
        if noun is not None and found.shares[rank] >= _RARE and (share := _happening_share(noun)) > _MOSTLY:
            candidates[lemma] = max(candidates.get(lemma, 0.0), found.shares[rank] * share)
    return tuple(sorted(candidates, key=lambda lemma: (-candidates[lemma], lemma)))


def _happening_share(noun: Word) -> float:
    """How much of a noun's use names something that is done or happens."""
    lexfiles = graph().lexfiles
    return sum(share for s, share in zip(noun.senses, noun.shares, strict=True) if lexfiles[s] in _HAPPENINGS)


@lru_cache(maxsize=16384)
def verb_of(noun: str) -> str | None:
    """The verb whose doing a noun names: ``death`` gives ``die``, ``signing`` gives ``sign``; None if there is none."""
    listed = dict(_listed()).get(noun)
    if listed is not None:
        return listed
    found = word(noun, "n")
    best: tuple[float, str] | None = None
    if found is not None and _happening_share(found) > _MOSTLY:
        for rank, pos, lemma in found.derived:
            verb = word(lemma, "v") if pos == "v" else None
            if verb is None or found.shares[rank] < _RARE:
                continue
            if lemma == noun and found.count > _NOUN_FIRST * (verb.count + 1):
                continue
            weight = sum(verb.shares[r] for r, p, back in verb.derived if p == "n" and back == noun)
            score = found.shares[rank] * (_RARE + weight)
            best = max(best or (0.0, ""), (score, lemma))
    if best is not None and not noun.endswith("ing"):
        return best[1]
    if noun.endswith("ing") and len(noun) > 5:
        gerund = next((v for v in base_forms(noun, "v") if v != noun), None)
        if gerund is not None:
            return gerund
    return best[1] if best else None
