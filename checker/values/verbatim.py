"""Words given word for word, folded one by one with where they stand, and what is a mere matter of spelling."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from checker.values.respelling import respell
from checker.values.wording import is_weighty, read_utterance

# What a form of a word ends in: "arrived", "arriving", "arrives"
ENDING = re.compile(r"(?<=\w{3})(?:ing|ed|es|e|d|s)$")

GAP = "…"
"""Stands for words left out, and for words that somebody else put in."""

# What leaves words out or is the writer's own: [the talks], (the minister), ..., …; a word made unreadable: "f***ing"
LEFT_OUT = r"\[[^\]\n]{0,120}\]|\([^)\n]{0,120}\)|(?:\.\s?){3,4}|…|\b\w{0,12}\*{2,}\w{0,12}"
# A word as written: a share ("per cent", "%"), initials ("U.N."), a number ("1,500"), a word ("don't"), an ampersand
WRITTEN = re.compile(
    rf"(?P<gap>{LEFT_OUT})|\bper\s?cent\b|%|&|\b(?:[A-Za-z]\.){{2,6}}|\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’‘][^\W\d_]+)*",
    re.IGNORECASE,
)

SPELT_ALIKE, STEM = 80.0, 3
"""How much alike, letter for letter, two forms of a word are ("per cent", "percent"); letters that both begin with."""


@dataclass(frozen=True, slots=True)
class Word:
    """A folded word, and where it stands in what it was read from."""

    text: str
    start: int
    end: int


def read_verbatim(text: str) -> tuple[Word, ...]:
    """The words of a passage, folded; one that stands for two ("don't") gives both at one place."""
    found: list[Word] = []
    for match in WRITTEN.finditer(text):
        if match["gap"] is not None:
            found.append(Word(GAP, match.start(), match.end()))
            continue
        written = "and" if match.group() == "&" else match.group()
        found.extend(Word(word, match.start(), match.end()) for word in read_utterance(written).words)
    return tuple(found)


def weigh_words(words: Sequence[str]) -> int:
    """How many of some folded words carry weight of their own."""
    return sum(word != GAP and is_weighty(word) for word in words)


def are_spellings(left: Sequence[str], right: Sequence[str]) -> bool:
    """Whether two wordings are one word or name in two spellings or forms, or a name and its initials."""
    if not left or not right:
        return False
    for short, long in ((left, right), (right, left)):
        letters = [word[0] for word in long if word not in {"of", "the", "and", "for"}]
        if len(short) == 1 and len(letters) > 1 and short[0] == "".join(letters):
            return True
    a, b = "".join(left), "".join(right)
    if a == b or respell(a) == respell(b):
        return True
    if ENDING.sub("", a) == ENDING.sub("", b):
        return True
    if a[:STEM] != b[:STEM] or any(character.isdigit() for character in a + b):
        return False
    from rapidfuzz.fuzz import ratio

    return ratio(a, b) >= SPELT_ALIKE
