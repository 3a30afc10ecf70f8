"""One spelling for words that are spelt in two ways: British and American, and names from other scripts."""

from __future__ import annotations

import re
from functools import lru_cache

# What is spelt otherwise on the other side of the Atlantic, and made into what: "labour", "centre", "defence" ...
SPELLINGS = tuple(
    (re.compile(pattern), made)
    for pattern, made in (
        ("our", "or"),
        ("re$", "er"),
        ("enc", "ens"),
        ("is(?=e|i|a)", "iz"),
        ("ll(?=ed|ing|er|or)", "l"),
        ("amme$", "am"),
        ("ae|oe", "e"),
        ("ogue", "og"),
    )
)
# The glide of a name written in Latin letters: "Tapalia", "Tapaliya", "Sergei", "Sergey".
GLIDE = re.compile("iy|yi|y")


@lru_cache(maxsize=4096)
def respell(word: str) -> str:
    """A folded word in one spelling; no word of the language, but the same for both of its spellings."""
    for pattern, made in SPELLINGS:
        word = pattern.sub(made, word)
    return GLIDE.sub("i", word)
