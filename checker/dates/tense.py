"""Whether the words around a time look ahead or back, when no parse is at hand.

The cue nearest to the time decides; words before it count for more than words behind it, and a cue beyond the edge of a
clause for less.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_WORD = re.compile(r"[A-Za-z]+|[,;:()—]")  # "said", ","
#: The "to" of "twenty to seven", which tells no aim.
_TO_THE_HOUR = re.compile(
    r"\bto (?=(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|\d{1,2})\b)",
    re.IGNORECASE,
)
#: How much further away a cue counts for each edge of a clause between it and the time.
_EDGE = 6
#: A cue behind the time counts as this much further away.
_BEHIND_TIME = 5
#: Participles that look ahead although they end like a past tense.
_REACH = 16
#: Words before a time among which the verb of what is set down for it is looked for.
_SET_DOWN = 9


@cache
def _cues() -> dict[str, frozenset[str]]:
    with resources.files("checker.dates").joinpath("data/tense.toml").open("rb") as file:
        return {name: frozenset(words) for name, words in tomllib.load(file).items()}


def tense_of(before: str, after: str) -> str:
    """past, future or none, from the rest of the sentence on both sides of a time."""
    best: tuple[int, str] = (_REACH + _BEHIND_TIME, "none")
    for words, handicap in (
        (_words(_TO_THE_HOUR.sub("", before[-110:]))[::-1], 0),
        (_words(after[:90]), _BEHIND_TIME),
    ):
        for distance, kind in _found(words, behind=bool(handicap)):
            if distance + handicap < best[0]:
                best = (distance + handicap, kind)
    return best[1]


def is_scheduled(before: str) -> bool:
    """Whether a present tense before a time tells what is set down for it; else it may tell what a picture shows."""
    cues = _cues()
    for word in _words(before[-110:])[::-1][:_SET_DOWN]:
        if not word.isalpha() or word in cues["breaks"]:
            return False
        if word in cues["scheduled"]:
            return True
    return False


def _words(text: str) -> list[str]:
    """Words in lower case, without "May": in mid-sentence that is the month, not the verb."""
    return [word.lower() for word in _WORD.findall(text) if word != "May"]


def _found(words: list[str], *, behind: bool) -> list[tuple[int, str]]:
    cues = _cues()
    found = []
    edges = 0
    for position, word in enumerate(words[:_REACH]):
        if not word.isalpha() or word in cues["breaks"]:
            edges += 1
        kind = "future" if word in cues["ahead"] or (not behind and word in cues["ahead_before"]) else ""
        if not kind and (word in cues["behind"] or (len(word) > 4 and word.endswith("ed"))):
            kind = "past"
        if kind:
            found.append((position + edges * _EDGE, kind))
    return found
