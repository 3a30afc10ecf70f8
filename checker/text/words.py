"""Small word lists about English text: abbreviations, and words that show a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

# A word with its apostrophes. Examples: "don't", "talks", "U.S.".
WORD = re.compile(r"[^\W_]+(?:['’.][^\W_]+)*")

# One letter, or letters with full stops between them. Examples: "J", "U.S", "a.m".
INITIALS = re.compile(r"(?:[^\W\d_]\.){0,5}[^\W\d_]")


@cache
def load_words(package: str, name: str) -> frozenset[str]:
    """The lines of a data file that are not comments."""
    lines = (files(package) / "data" / name).read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def is_abbreviation(word: str) -> bool:
    """Whether a word (without its last full stop) is an abbreviation or an initial: "Nov", "U.S", "J"."""
    return word.casefold() in load_words("checker.text", "abbreviations.txt") or INITIALS.fullmatch(word) is not None


def reads_like_sentence(words: Iterable[str]) -> bool:
    """Whether one of the words shows a finite verb. Cheap, and made to say yes too often rather than too seldom."""
    verbs = load_words("checker.text", "sentence_words.txt")
    return any(
        w.replace("’", "'") in verbs or (w.islower() and len(w) > 4 and w.endswith("ed") and not w.endswith("eed"))
        for w in words
    )
