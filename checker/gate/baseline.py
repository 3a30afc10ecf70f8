"""The baseline: findings that were there before the gate was, a JSON object a line, sorted.

They are not held against anybody, and go from the file when they are put right.
"""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path

from checker.gate.matching import match_records, name_paths, values_of
from checker.gate.records import RecordError, read_record
from checker.gate.writing import write_text
from checker.model import Finding, Kind, Report


class BaselineError(ValueError):
    """A baseline that cannot be used; the message names the file and, a line each, what is wrong."""


@dataclass(frozen=True, slots=True)
class KnownFinding:
    """A finding of the baseline: what it is known again by, and for people its question.

    ``articles`` are the paths of those that it cites, seen from the folder of the baseline, with "/".
    """

    fingerprint: str
    question_key: str
    rule: str
    kind: str = ""
    question: str = ""
    values: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Baseline:
    """A baseline and the file that it is in."""

    path: Path
    entries: tuple[KnownFinding, ...]


def read_baseline(path: Path) -> Baseline:
    """Read a baseline. Raises BaselineError when there is none, or it cannot be opened, or names the lines in error."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise BaselineError(f"{path}: there is no such baseline; --write-baseline makes one") from error
    except OSError as error:
        raise BaselineError(f"{path}: cannot be opened: {error.strerror or error}") from error
    except UnicodeDecodeError as error:
        raise BaselineError(f"{path}: not UTF-8: {error}") from error
    entries: dict[str, KnownFinding] = {}
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        if line.strip():
            try:
                entry = read_record(line, KnownFinding)
            except RecordError as error:
                problems.append(f"{path}:{number}: {error}")
                continue
            entries[entry.fingerprint] = entry
    if problems:
        raise BaselineError("\n".join(problems))
    return Baseline(path, tuple(entries.values()))


def write_baseline(path: Path, entries: Iterable[KnownFinding]) -> None:
    """Write a baseline, sorted, each finding once; the file is replaced at once, or not at all. Raises OSError."""
    once = {entry.fingerprint: entry for entry in entries}
    ordered = sorted(once.values(), key=lambda entry: (entry.question_key, entry.fingerprint))
    lines = (
        json.dumps({key: value for key, value in asdict(entry).items() if value}, ensure_ascii=False)
        for entry in ordered
    )
    write_text(path, "".join(f"{line}\n" for line in lines))


def record_findings(findings: Iterable[Finding], paths: Mapping[str, str], folder: Path) -> tuple[KnownFinding, ...]:
    """Findings as a baseline keeps them. ``paths`` gives the absolute paths of articles by id."""
    return tuple(
        KnownFinding(
            finding.fingerprint,
            finding.question_key,
            finding.rule,
            str(finding.kind),
            finding.question,
            values_of(finding),
            name_articles(finding, paths, folder),
        )
        for finding in findings
    )


def name_articles(finding: Finding, paths: Mapping[str, str], folder: Path) -> tuple[str, ...]:
    """The paths of the articles that a finding cites, seen from a folder, with "/", sorted."""
    cited = {paths[e.article] for e in finding.evidence if e.article in paths}
    return name_paths(cited, folder)


def find_gone(baseline: Baseline, report: Report, paths: Mapping[str, str]) -> tuple[KnownFinding, ...]:
    """The entries that are of no more use: their articles were all compared, or are gone, and so is the finding.

    Notes are not told to be gone where the report had more of them than it gives.
    """
    folder = baseline.path.resolve().parent
    matches = match_records(report.findings, baseline.entries, paths, folder)
    used = {match.same.fingerprint for match in matches.values() if match.same is not None}
    here = set(paths.values())
    cut = {Kind.SINGLE_SOURCE, Kind.CREDIBILITY} if report.left_out or report.unsaid else set()
    return tuple(
        entry
        for entry in baseline.entries
        if entry.fingerprint not in used and entry.kind not in cut and is_all_here(entry.articles, here, folder)
    )


def is_all_here(articles: Collection[str], here: Collection[str], folder: Path) -> bool:
    """Whether each article named is among the paths given or no longer in its place; never so where none is named."""
    full = [os.path.normpath(folder / one) for one in articles]
    return bool(full) and all(one in here or not Path(one).exists() for one in full)
