"""Knows a finding again: the same rule, question and answers, whoever gives them and in how many articles.

A fingerprint hashes one value for each answer. That is not enough where an answer has several tellings ("about 40",
"41"), and another one stands for it once an article comes or goes. So a finding is known again, too, when it is on the
same question and each of its answers is among the values that were recorded; an answer that is new makes it new.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from typing import Generic, Protocol, TypeVar

from checker.model import Finding, Report


class Record(Protocol):
    """What is recorded of a finding, in a decision or in a baseline."""

    @property
    def fingerprint(self) -> str:
        """The finding's fingerprint."""

    @property
    def question_key(self) -> str:
        """The key of its question."""

    @property
    def rule(self) -> str:
        """Its rule."""

    @property
    def values(self) -> tuple[str, ...]:
        """The values of its answers."""

    @property
    def articles(self) -> tuple[str, ...]:
        """The paths of the articles that it cites, seen from the folder of the record's file."""


Kept = TypeVar("Kept", bound=Record)


@dataclass(frozen=True, slots=True)
class Match(Generic[Kept]):
    """What is recorded of a finding: ``same`` of itself, or else ``earlier`` of its question with other answers."""

    same: Kept | None = None
    earlier: Kept | None = None


def match_records(
    findings: Sequence[Finding], records: Iterable[Kept], paths: Mapping[str, str], folder: Path
) -> dict[str, Match[Kept]]:
    """What is recorded of each finding, by fingerprint.

    ``paths`` gives the absolute paths of articles by id, ``folder`` is where the records' paths are seen from. Where
    the words of the question have changed too, only a record that no other finding has, on an article that the finding
    cites, is taken for the same.
    """
    kept = list(records)
    by_print = {record.fingerprint: record for record in kept}
    by_key: dict[tuple[str, str], list[Kept]] = {}
    for record in kept:
        by_key.setdefault((record.rule, record.question_key), []).append(record)
    found: dict[str, Match[Kept]] = {}
    left: list[Finding] = []
    for finding in findings:
        exact = by_print.get(finding.fingerprint)
        asked = by_key.get((finding.rule, finding.question_key), [])
        same = exact or next((record for record in asked if answers_known(finding, record.values)), None)
        if same is not None:
            found[finding.fingerprint] = Match(same=same)
            continue
        left.append(finding)
        found[finding.fingerprint] = Match(earlier=asked[-1] if asked else None)
    used = {id(match.same) for match in found.values() if match.same is not None}
    beside: dict[tuple[str, str], list[Kept]] = {}
    for record in kept:
        for path in record.articles if left and id(record) not in used else ():
            beside.setdefault((record.rule, os.path.normpath(folder / path)), []).append(record)
    for finding in left:
        cited = sorted({paths[e.article] for e in finding.evidence if e.article in paths})
        near = (record for path in cited for record in beside.get((finding.rule, path), ()))
        same = next((record for record in near if answers_known(finding, record.values)), None)
        if same is not None:
            found[finding.fingerprint] = Match(same=same)
    return found


def answers_known(finding: Finding, values: Collection[str]) -> bool:
    """Whether each answer of a finding is among recorded values, and not all of them by the same one."""
    known = [set(values) & set(answer) for answer in finding.answers]
    return all(known) and len(set().union(*known)) > 1


def values_of(finding: Finding) -> tuple[str, ...]:
    """The values of a finding's answers, as they are recorded."""
    given = [value for answer in finding.answers for value in answer] or [e.value for e in finding.evidence if e.value]
    return tuple(sorted(set(given)))


def absolute_paths(report: Report) -> dict[str, str]:
    """The absolute paths of the articles that are files, by id, links resolved."""
    return {
        article.id: os.path.realpath(article.path)
        for article in report.articles
        if article.path and article.path != "-"
    }


def name_paths(paths: Iterable[str], folder: Path) -> tuple[str, ...]:
    """Paths as a record names them: seen from a folder (links resolved), with "/", sorted."""
    return tuple(sorted(PurePath(os.path.relpath(os.path.realpath(path), folder)).as_posix() for path in paths))
