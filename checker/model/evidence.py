"""The exact words that something rests on."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Evidence:
    """Exact words of an article: ``text`` is ``article.text[start:end]`` (or of its title), at most 200 characters."""

    article: str
    field: str
    start: int
    end: int
    text: str
    value: str
