"""Absolute dates in other languages, read by dateparser (imported only when one is met)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime


def parse_foreign(text: str, languages: Sequence[str]) -> date | None:
    """The day that a complete date ("3 de mayo de 2026") names in one of the languages; None when it is none.

    The base date only fills in what is missing, and incomplete dates are refused, so the clock is never read.
    """
    import dateparser

    found = dateparser.parse(
        text,
        languages=list(languages),
        settings={
            "RELATIVE_BASE": datetime(2000, 1, 1),
            "REQUIRE_PARTS": ["day", "month", "year"],
            "PARSERS": ["absolute-time"],
            "DATE_ORDER": "DMY",
        },
    )
    return found.date() if found else None
