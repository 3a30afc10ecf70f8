"""What the server works at: articles as they are in the editor, checked against an archive that it keeps in mind."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from checker.config import Config
from checker.gate import check_new, choose_shown
from checker.gate.baseline import read_baseline
from checker.gate.comments import read_comments
from checker.gate.decisions import FILE_NAME, merge_decisions, read_decisions, scan_decisions, write_decisions
from checker.gate.matching import name_paths, values_of
from checker.gate.scanning import Shelf, scan_archive
from checker.gate.settling import settle
from checker.gate.weighing import weigh_by_path
from checker.memory import Memory
from checker.model import Decision, DecisionStatus, Outcome, Result, Severity
from checker.reading import Reading, read_unsaved
from checker.registry import OTHERS, enabled_notes, enabled_rules, find_rules
from checker.sources.pages import load_pages


@dataclass(slots=True)
class Desk:
    """An archive, a configuration, and what was found last. For one thread at a time.

    ``archive`` are its paths, ``folder`` that of its cache (None: no cache), ``root`` the folder that paths are shown
    from; results that are at least ``shown`` are given.
    """

    config: Config
    archive: tuple[str, ...]
    folder: Path | None
    root: str
    shown: Severity = Severity.WARNING
    tell: Callable[[int, int], None] | None = None
    _memory: Memory = field(default_factory=Memory)
    _shelf: Shelf | None = None

    def look_again(self) -> tuple[str, ...]:
        """Look through the archive, reading what has changed; notes on its cache are given back."""
        self._shelf = scan_archive(self.archive, folder=self.folder, tell=self.tell)
        return self._shelf.notes

    def check(self, path: str, text: str) -> Outcome:
        """Check an article as it stands in the editor. Raises what ``check_new`` and reading decisions raise."""
        data = {path: text.encode("utf-8", errors="surrogatepass")}
        new = read_unsaved(path, data[path])
        if self._shelf is None:
            self.look_again()
        try:
            outcome = self._compare(new, data)
        except LookupError:  # an article of the archive is not as it was
            self.look_again()
            outcome = self._compare(new, data)
        return choose_shown(outcome, self.shown)

    def _compare(self, new: Reading, originals: Mapping[str, bytes]) -> Outcome:
        outcome = check_new(
            new, self._shelf, config=self.config, root=self.root, originals=originals, memory=self._memory
        )
        settings = self.config.rules.get("suppressions")
        sources = {a.id: originals[a.path] for a in new.articles if a.path is not None and a.path in originals}
        return settle(
            weigh_by_path(outcome, self.config),
            comments=read_comments(
                new.articles, known=_name_rules(self.config), root=self.root, sources=sources, skips=new.skips
            ),
            decisions=scan_decisions(self._decisions),
            baseline=read_baseline(self.config.baseline) if self.config.baseline is not None else None,
            ran={rule.id for rule in enabled_rules(self.config)} | enabled_notes(self.config),
            severity=(settings.severity if settings else None) or Severity.WARNING,
            faults="suppressions" not in self.config.ignore,
        )

    def decide(self, result: Result, status: DecisionStatus, reason: str) -> Path:
        """Write a decision on a result beside those there are, and say where. Raises DecisionsError and OSError."""
        path = self._decisions
        cited = {place.path for place in (result.place, *result.related)}
        files = (os.path.join(self.root, one) for one in cited)  # noqa: PTH118
        finding = result.finding
        decision = Decision(
            finding.fingerprint,
            finding.question_key,
            finding.rule,
            status,
            " ".join(reason.split()),
            question=finding.question,
            values=values_of(finding),
            articles=name_paths([one for one in files if Path(one).is_file()], path.parent),
        )
        others = [one for one in read_decisions(path) if one.fingerprint != decision.fingerprint]
        write_decisions(path, merge_decisions(others, [decision]))
        return path

    @property
    def _decisions(self) -> Path:
        return (self.config.decisions or self.config.folder / FILE_NAME).resolve()


def _name_rules(config: Config) -> Sequence[str]:
    """The names that a comment may give."""
    return (*(one.rule.id for one in find_rules(config.rule_paths)), *load_pages(), *OTHERS)
