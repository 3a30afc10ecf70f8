"""Text cut into words, figures and signs, for a grammar that reads by position.

Tokens are parallel lists rather than objects: a megabyte of news has 200,000 of them.
"""

from __future__ import annotations

import re

# A figure with its groups and decimals ("11,000", "14.2"), a word ("Mayor"), a line end, or one other sign ("$", "-").
TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|\n|[^\s\w]|_")

# A sum with a capital for its currency: "R250 000", "N8,600", "K15 million", "R1.2bn".
SUM = re.compile(
    r"(?<![^\W_])([A-Z])\d{1,3}(?:(?:,\d{3})+\b|(?: \d{3})+\b|(?:\.\d{1,2})? ?(?:[mb]illion|bn|tn|trillion)\b)"
)

DASHES = frozenset("-‐‑–—−")
HYPHENS = frozenset("-‐‑")


def split_words(phrase: str) -> tuple[str, ...]:
    """The tokens of a phrase in lower case, cut as text is."""
    return tuple(TOKEN.findall(phrase.lower()))


def is_year(word: str) -> bool:
    """Whether a figure could be a calendar year of the news."""
    return len(word) == 4 and word.isdigit() and 1500 <= int(word) <= 2100


class Tokens:
    """The tokens of a text: ``words`` (lower case), and where each starts and ends in the text."""

    __slots__ = ("_initials", "ends", "size", "starts", "text", "words")

    def __init__(self, text: str) -> None:
        self.text = text
        self._initials: frozenset[str] | None = None
        self.words: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        for match in TOKEN.finditer(text):
            self.words.append(match.group().lower())
            self.starts.append(match.start())
            self.ends.append(match.end())
        self.size = len(self.words)

    def word(self, index: int) -> str:
        """The token in lower case; empty beyond either end."""
        return self.words[index] if 0 <= index < self.size else ""

    def surface(self, index: int) -> str:
        """The token as written; empty beyond either end."""
        return self.text[self.starts[index] : self.ends[index]] if 0 <= index < self.size else ""

    def glued(self, index: int) -> bool:
        """Whether a token begins right where the one before it ends."""
        return 0 < index < self.size and self.starts[index] == self.ends[index - 1]

    def capitalised(self, index: int) -> bool:
        """Whether a token begins with a capital letter."""
        return self.surface(index)[:1].isupper()

    def opens(self, index: int) -> bool:
        """Whether a token stands at the start of the text, of a line, or behind a full stop."""
        return index <= 0 or self.word(index - 1) in {"\n", ".", "!", "?", "“", '"', "•", "*", "|"}

    def matches(self, index: int, phrase: tuple[str, ...]) -> bool:
        """Whether the tokens from ``index`` on are a phrase."""
        return index >= 0 and tuple(self.words[index : index + len(phrase)]) == phrase

    def is_word(self, index: int) -> bool:
        """Whether a token is made of letters."""
        return self.word(index)[:1].isalpha()

    def is_digits(self, index: int) -> bool:
        """Whether a token is a figure in digits."""
        return self.word(index)[:1].isdecimal()

    def is_grouped(self, index: int) -> bool:
        """Whether a figure in digits is written in groups of three: ``8,600``, ``250 000``."""
        grouped = "," in self.words[index] and len(self.words[index].rpartition(",")[2]) == 3
        behind = self.word(index + 1)
        return grouped or (len(behind) == 3 and behind.isdecimal() and self.starts[index + 1] - self.ends[index] == 1)

    def sums_with(self, initial: str) -> bool:
        """Whether another figure of the text is plainly a sum with that capital before it, as ``R250 000`` is."""
        if self._initials is None:
            found = SUM.finditer(self.text)
            self._initials = frozenset(match.group(1) for match in found)
        return initial in self._initials
