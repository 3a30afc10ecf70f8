"""The record that an output format is: its name, the suffix of its files, and the function that writes it.

A format exists because its module exists under ``reports``: the registry collects the ``FORMAT`` record of each one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from checker.model import Report


@dataclass(frozen=True, slots=True)
class Options:
    """What a reader of the report asked for.

    ``color`` allows ANSI colours; ``width`` is the number of columns to wrap at; ``all`` says that all is wanted,
    however long; paths are shown relative to ``root`` where they lie under it; ``today`` is printed where a format
    carries a date (no format reads the clock).
    """

    color: bool = False
    width: int = 100
    all: bool = False
    root: str | None = None
    today: date | None = None


@dataclass(frozen=True, slots=True)
class Format:
    """An output format: ``write`` gives the whole file as a string that encodes to UTF-8; same report, same string."""

    name: str
    suffix: str
    write: Callable[[Report, Options], str]
    description: str
