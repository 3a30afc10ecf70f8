"""What somebody or something is said to be: of which country, of what kind, of which genre."""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import ValueType


@dataclass(frozen=True, slots=True)
class NatureValue:
    """What a name is said to be.

    ``subject`` holds the folded words of the name, ``countries`` ISO codes, ``heads`` the class nouns (lemmas),
    ``modifiers`` the other words of the classes; ``denied`` says that it is said not to be so.
    """

    text: str
    subject: frozenset[str]
    countries: frozenset[str]
    heads: tuple[str, ...]
    modifiers: frozenset[str]
    denied: bool

    @property
    def type(self) -> ValueType:
        """Always ``text``."""
        return ValueType.TEXT

    @property
    def normalized(self) -> str:
        """The classes and countries in order."""
        words = [*sorted(self.countries), *sorted(self.modifiers), *self.heads]
        return ("not " if self.denied else "") + " ".join(words)
