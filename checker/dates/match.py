"""A pattern matched at a place of the text: what the patterns' readers see."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from checker.dates.scene import Scene
from checker.dates.tokens import Token
from checker.values.times import TimeValue

#: "until ", "until 9 a.m. EST on "
_UNTIL = re.compile(
    r"\b(?:until|till|through)\s(?:the\s)?(?:(?:\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\.?)?|noon|midnight)\s(?:[A-Z]{2,4}\s)?(?:on\s)?)?$",
    re.IGNORECASE,
)
#: "is fixed for ", "has been set for ", "are due on "
_PLANNED = re.compile(
    r"\b(?:is|are|been|being)\s(?:\w+\s){0,2}(?:fixed|set|scheduled|planned|due|slated|booked|expected|called|timed|pencilled"
    r"|penciled|billed|tipped|earmarked|listed|arranged|announced|down)\s(?:\w+\s){0,3}(?:for|on|at|by|from)\s(?:the\s)?$",
    re.IGNORECASE,
)
_HAD = re.compile(r"\bhad\b")


@dataclass(frozen=True, slots=True)
class Match:
    """A match of a shape: groups by name, as words or as text, and the words on either side."""

    scene: Scene
    tokens: list[Token]
    found: re.Match[str]
    inside: Callable[[int, int, Scene], TimeValue | None]

    @property
    def start(self) -> int:
        """Offset of the first character."""
        return self.tokens[self.found.start()].start

    @property
    def end(self) -> int:
        """Offset behind the last character."""
        return self.tokens[self.found.end() - 1].end

    @property
    def text(self) -> str:
        """The words matched, as they are written."""
        return self.scene.text[self.start : self.end]

    def has(self, group: str) -> bool:
        """Whether a group of that name exists in the shape and matched something."""
        return group in self.found.re.groupindex and self.found.end(group) > self.found.start(group) >= 0

    def words(self, group: str) -> list[str]:
        """The plain forms of a group's tokens; empty when it did not match."""
        if not self.has(group):
            return []
        return [token.word for token in self.tokens[self.found.start(group) : self.found.end(group)]]

    def word(self, group: str) -> str:
        """The first word of a group, or an empty string."""
        return (self.words(group) or [""])[0]

    def span(self, group: str) -> tuple[int, int]:
        """Character offsets of a group that matched."""
        return self.tokens[self.found.start(group)].start, self.tokens[self.found.end(group) - 1].end

    def said(self, group: str) -> str:
        """The text of a group that matched."""
        start, end = self.span(group)
        return self.scene.text[start:end]

    def before(self, count: int = 1) -> list[str]:
        """Up to ``count`` words before the match, the nearest last."""
        at = self.found.start()
        return [token.word for token in self.tokens[max(0, at - count) : at]]

    def after(self, count: int = 1) -> list[str]:
        """Up to ``count`` words behind the match."""
        return [token.word for token in self.tokens[self.found.end() : self.found.end() + count]]

    @property
    def previous(self) -> str:
        """The word before, or an empty string at the start of the text."""
        return (self.before() or [""])[0]

    @property
    def next(self) -> str:
        """The word behind, or an empty string at the end of the text."""
        return (self.after() or [""])[0]

    def glued(self) -> bool:
        """Whether a letter, digit or hyphen touches the match on either side ("x-1990", "1990-based")."""
        text = self.scene.text
        return (self.start > 0 and text[self.start - 1] in "-–/$£€") or text[self.end : self.end + 1] in ("%", "/")

    def read(self, group: str) -> TimeValue | None:
        """The time that a group is by itself, by the other patterns."""
        return self.inside(self.found.start(group), self.found.end(group), self.scene)

    def tense(self) -> str:
        """The tense of the clause around; "closed until Friday" looks ahead, "until Friday they had waited" back."""
        if _PLANNED.search(self.scene.text[max(0, self.start - 60) : self.start]):
            return "future"
        if _UNTIL.search(self.scene.text[max(0, self.start - 40) : self.start]):
            return "past" if _HAD.search(" ".join(self.scene.around(self.start, self.end))) else "future"
        return self.scene.tense(self.start, self.end)
