"""The words by which somebody is told to be on the spot or away, and where a phrase of them stands in a text."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from checker.model import Token

BE = frozenset({"be", "is", "are", "was", "were", "been", "'s", "’s", "being", "am"})
HAVE = frozenset({"have", "has", "had", "having"})
NOT = frozenset({"not", "n't", "n’t"})
PASSED_OVER = "#"
"""Mark of an adverb, a determiner or an adjective, which may stand inside "was still away"."""


@cache
def turnout_words() -> dict[str, Any]:
    """The tables of ``data/turnout.toml``."""
    return tomllib.loads((files("checker.factuality") / "data" / "turnout.toml").read_text("utf-8"))


@cache
def phrases_of(group: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    """The phrases of a group under ``away``, by their first word."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in turnout_words()["away"][group]:
        words = tuple(phrase.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(listed) for first, listed in found.items()}


@cache
def listed(name: str) -> frozenset[str]:
    """A list of words by its name."""
    return frozenset(turnout_words()[name])


@cache
def missing() -> frozenset[str]:
    """The verbs by which somebody is not where others are."""
    return frozenset(turnout_words()["misses"]["verbs"])


@cache
def coming() -> frozenset[str]:
    """The first words of what says that somebody is there."""
    return frozenset(phrase.split()[0] for phrase in turnout_words()["bodies"]["coming"])


@cache
def acts() -> dict[str, tuple[dict[str, Any], ...]]:
    """The deeds that put somebody on the spot, by their verb: what it is done to, and whether it is heard."""
    found: dict[str, list[dict[str, Any]]] = {}
    for act in turnout_words()["acts"]:
        nouns = frozenset(act.get("things", ())) | (listed(act["nouns"]) if "nouns" in act else frozenset())
        made = {"nouns": nouns, "led": frozenset(act.get("led", ())), "voice": act.get("voice", False)}
        for verb in act["verbs"]:
            found.setdefault(verb, []).append(made)
    return {verb: tuple(listed) for verb, listed in found.items()}


def forms_of(token: Token) -> frozenset[str]:
    """The ways in which a list may name a word: as written, its lemma, and one form for "be", "have" and "not"."""
    return _forms_of(token.text, token.lemma, token.tag)


@lru_cache(maxsize=16384)
def _forms_of(text: str, lemma: str, tag: str) -> frozenset[str]:
    text, lemma = text.lower(), lemma.lower()
    made = {text, lemma}
    if text in BE:
        made.add("be")
    if text in HAVE:
        made.add("have")
    if text in NOT:
        made.add("not")
    if tag in ("RB", "DT", "PRP$", "JJ", "RBR", "JJR"):
        made.add(PASSED_OVER)
    if text.endswith("ing") and len(text) > 5:
        made |= {text[:-3], f"{text[:-3]}e", text[:-4]}  # a gerund that the tagger took for a noun: "travelling"
    return frozenset(made)


def find_phrase(
    words: Sequence[frozenset[str]], table: dict[str, tuple[tuple[str, ...], ...]], within: int, gap: int = 2
) -> tuple[int, int] | None:
    """Where a phrase of a table stands that begins in the first ``within`` words: its first and last place."""
    openings = table.keys()
    starts = [n for n, forms in enumerate(words[:within]) if not openings.isdisjoint(forms)]
    said = frozenset[str]().union(*words) if starts else frozenset[str]()
    for start in starts:
        for first in words[start] & openings:
            for phrase in table[first]:
                if not said.issuperset(phrase):
                    continue
                at = start
                for word in phrase[1:]:
                    reach = range(at + 1, min(at + 2 + gap, len(words)))
                    found = next((n for n in reach if word in words[n]), None)
                    between = words[at + 1 : found]
                    if found is not None and first in ("be", "have") and not all(PASSED_OVER in w for w in between):
                        found = None
                    if found is None:
                        break
                    at = found
                else:
                    return start, at
    return None
