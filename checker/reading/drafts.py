"""What a reader makes of a file before it becomes an article, and how it says that it could not."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from checker.model import Span


class UnreadableError(Exception):
    """A file cannot be read; the message is a sentence for the person who named it."""


class NoArticleError(UnreadableError):
    """A file of a kind that is read holds something else (settings, a listing): passed over when found in a folder."""


@dataclass(frozen=True, slots=True)
class Draft:
    """An article as found in a file: its text, and what the file itself says about it.

    ``skip`` is a range of the text that is not article (front matter). ``line`` is where it stands in a file of many;
    ``note`` a sentence about something in the file that had to be ignored.
    """

    text: str
    id: str | None = None
    title: str | None = None
    source: str | None = None
    published: date | datetime | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()
    skip: Span | None = None
    line: int | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """A part of a file that could not be read: the line that it stands on, and why."""

    line: int
    reason: str
