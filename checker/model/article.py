"""Articles as they come in, and spans of their text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of Unicode code points in a text: ``text[start:end]``."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def overlaps(self, other: Span) -> bool:
        """Whether the two ranges share a character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Whether the other range lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The slice of the text that this range covers."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Article:
    """One article as its reader gave it; ``text`` is never changed afterwards.

    ``published`` takes a date, a datetime or an ISO 8601 string (date, or date and time); it is kept as a date or a
    datetime. Raises ValueError when a string is neither.
    """

    id: str
    text: str
    source: str | None = None
    title: str | None = None
    published: date | datetime | str | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    path: str | None = None

    def __post_init__(self) -> None:
        if isinstance(self.published, str):
            object.__setattr__(self, "published", parse_published(self.published))
        object.__setattr__(self, "authors", tuple(self.authors))

    @property
    def published_date(self) -> date | None:
        """The calendar day of publication, in the zone that the article gives it in."""
        if isinstance(self.published, datetime):
            return self.published.date()
        return self.published if isinstance(self.published, date) else None


def parse_published(text: str) -> date | datetime | None:
    """Read an ISO 8601 date or date and time; None for an empty string. Raises ValueError for anything else."""
    text = text.strip()
    if not text:
        return None
    return date.fromisoformat(text) if len(text) <= 10 else datetime.fromisoformat(text)


class InputStatus(StrEnum):
    """What became of a path that was named or found."""

    READ = "read"
    UNREADABLE = "unreadable"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Input:
    """A path and what became of it; ``reason`` says why it was not read."""

    path: str
    status: InputStatus
    reason: str | None = None
