"""Which words deny the clause that they stand in."""

from __future__ import annotations

from checker.factuality.cues import load_cues


def is_negator(word: str, following: str = "") -> bool:
    """Whether a modifier of a predicate denies it; ``following`` is the next word ("not only", "no later").

    Words are compared lower case.
    """
    cues = load_cues()
    return word in cues.negators and following not in cues.limiters


def is_negative_pronoun(word: str) -> bool:
    """Whether a subject or an object denies its clause by itself: "nobody", "none"."""
    return word in load_cues().negative_pronouns


def is_negative_determiner(word: str, following: str = "") -> bool:
    """Whether a determiner of a subject or an object denies the clause: "no questions", but not "no more than"."""
    cues = load_cues()
    return word in cues.negative_determiners and following not in cues.limiters
