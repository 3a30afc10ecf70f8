"""What the gate says of new articles: each finding at its place in them, and whether it stands in the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from checker.model.decisions import Decision
from checker.model.kinds import Kind
from checker.model.report import Finding, Report


class Disposition(StrEnum):
    """Whether a finding counts for the exit status: open, silenced by an editor, or in the baseline already."""

    OPEN = "open"
    SUPPRESSED = "suppressed"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Place:
    """Where words stand in a file.

    ``uri`` is the path relative to the root of the run, with "/", percent-encoded; ``path`` the same for people.
    ``start`` and ``end`` are offsets in code points into the article's text (its headline where ``field`` says so) of
    the words that carry the answer, ``text``; ``clause`` is the evidence that they stand in, ``value`` what they were
    read as; ``side`` is a letter, the same for the same answer in one finding. ``line`` and ``column`` count from 1,
    columns in code points, ``end_column`` one past the last; ``byte_column`` and ``end_byte_column`` the same in UTF-8
    bytes. ``snippet`` is the line, or the lines, that the words stand on. Lines are those of the file; where a text was
    taken out of another format (HTML, JSON, PDF, DOCX) and the words are not found in the file, they are those of that
    text, and ``extracted`` says so.
    """

    article: str
    source: str
    path: str
    uri: str
    field: str
    start: int
    end: int
    line: int
    column: int
    end_line: int
    end_column: int
    byte_column: int
    end_byte_column: int
    snippet: str
    text: str
    value: str
    extracted: bool = False
    clause: str = ""
    side: str = ""


@dataclass(frozen=True, slots=True)
class Suppression:
    """Why a finding is silent: a comment in the article (``in-source``) or a decision beside it (``external``)."""

    kind: str
    justification: str
    decision: Decision | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """A finding as the gate sees it: first its place in the new article, then the words of the others.

    ``message`` says it in a line, seen from the new article; ``hint`` what would clear it. ``earlier`` is what was
    decided before and does not silence it: of the question when it had other answers, or of the finding itself
    (confirmed, in need of a call, past its day, without a reason).
    """

    finding: Finding
    place: Place
    related: tuple[Place, ...]
    hint: str = ""
    disposition: Disposition = Disposition.OPEN
    suppression: Suppression | None = None
    earlier: Decision | None = None
    message: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """All that a check of new articles came to, heaviest results first.

    ``new`` are the ids of the articles checked, ``root`` the folder that paths are relative to, ``remarks`` what the
    run has to say beside its results (a cache that was rebuilt, a baseline entry that is gone). ``hidden`` counts, by
    kind, the results that were left out for being less severe than what is asked to be shown.
    """

    report: Report
    results: tuple[Result, ...]
    new: tuple[str, ...]
    root: str
    remarks: tuple[str, ...] = field(default=())
    hidden: tuple[tuple[Kind, int], ...] = ()

    @property
    def open(self) -> tuple[Result, ...]:
        """The results that count."""
        return tuple(result for result in self.results if result.disposition is Disposition.OPEN)
