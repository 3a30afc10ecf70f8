"""Answers that are words only: compared by a key where one is given, else by their own wording."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import Relation, ValueType, Verdict


@dataclass(frozen=True, slots=True)
class TextValue:
    """Words, with a canonical ``key`` (their content lemmas by default)."""

    text: str
    key: str = ""

    @property
    def type(self) -> ValueType:
        """Always ``text``."""
        return ValueType.TEXT

    @property
    def normalized(self) -> str:
        """The key, or the words folded."""
        return self.key or " ".join(self.text.casefold().split())


def compare_texts(one: TextValue, other: TextValue) -> Verdict:
    """Equal keys agree; anything else is another wording, which alone contradicts nothing."""
    if one.normalized == other.normalized:
        return Verdict(Relation.AGREE, f"both say “{one.text}”")
    return Verdict(Relation.NOT_COMPARABLE, f"“{one.text}” beside “{other.text}”")
