"""Nouns that say how many: ``a trio of lions``, ``a pair of robbers``; a pair of boots is one thing."""

from __future__ import annotations

from checker.quantities.tokens import Tokens
from checker.quantities.wordlists import load_numbers


def read_group(tokens: Tokens, index: int) -> float | None:
    """How many a noun for so many says, where what is counted follows in the plural: ``trio of lions``; or None."""
    at = index + 2 + (tokens.word(index + 2) in {"the", "his", "her", "its", "their", "other"})
    words = [tokens.word(i) for i in range(at, at + 3) if tokens.is_word(i)]
    plural = any((word.endswith("s") and not word.endswith("ss")) or word in MANY for word in words)
    if tokens.word(index + 1) != "of" or not plural or words[-1:] == [""] or words[0] in PAIRED:
        return None
    return load_numbers("groups")[tokens.word(index)]


MANY = frozenset({"men", "women", "people", "children", "police", "policemen", "gunmen", "firemen"})
PAIRED = frozenset(
    {"trousers", "scissors", "glasses", "spectacles", "shoes", "boots", "trainers", "socks", "gloves", "jeans", "pants",
     "shorts", "tweezers", "pliers", "binoculars", "eyes", "hands", "pyjamas", "pajamas", "tights", "sunglasses",
     "skis", "skates", "wings", "earrings", "tongs", "goggles", "lungs", "legs", "arms", "ears", "sneakers"}
)  # fmt: skip
"""What a single pair of is one thing."""
