"""The records that output formats are: their names, the suffix of their files, and the function that writes them.

A format exists because its module exists under ``reports`` (of the outcome of a check: under ``reports.checks``): the
registry collects the ``FORMAT`` record of each one.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from checker.model import Outcome, Report, Severity


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


@dataclass(frozen=True, slots=True)
class RulePage:
    """What a rule says of itself: ``summary`` in a line, ``page`` in full (Markdown), ``severity`` as it is set."""

    id: str
    summary: str
    page: str
    severity: Severity
    version: str = ""


@dataclass(frozen=True, slots=True)
class CheckOptions:
    """What a reader of the outcome of a check asked for; ``color``, ``width`` and ``today`` as for a report.

    ``pages`` are those of the rules, by id. Results at least as severe as ``fail_on`` fail the check (None: none does),
    and unmeasured ones where it is ``strict``.
    """

    color: bool = False
    width: int = 100
    today: date | None = None
    pages: Mapping[str, RulePage] = field(default_factory=dict)
    fail_on: Severity | None = Severity.ERROR
    strict: bool = False


@dataclass(frozen=True, slots=True)
class CheckFormat:
    """A format of the outcome of a check: ``write`` gives the whole file; same outcome, same string."""

    name: str
    suffix: str
    write: Callable[[Outcome, CheckOptions], str]
    description: str
