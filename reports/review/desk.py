"""The report on the desk: how it came about, what is other than at the last look, and when it is made anew."""

from __future__ import annotations

import threading
import traceback
from collections import OrderedDict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from checker.formats import Options
from checker.gate.matching import absolute_paths, match_records
from checker.model import Article, Finding, Question, Report
from checker.run import check

from ..page import Page, Sheet
from ..view import View
from .changes import Changes, compare_looks, look_at
from .live import MOST_DROPPED, Drop, DropError, list_dropped, name_drop, read_again, stamp_files, try_drop
from .runs import Look, count_names, last_look, record_run
from .store import Change

if TYPE_CHECKING:
    from checker.config import Config

    from .store import Store

# Looks that are kept for browsers that have not asked for a while.
MOST_LOOKS = 100

# How often a watched folder is looked at, in seconds; a change is taken when it has lasted for one such while.
WATCH_SECONDS = 1.0


@dataclass(frozen=True, slots=True)
class Inputs:
    """What is read, and how it is compared."""

    paths: tuple[str, ...]
    config: Config | None = None
    one_event: bool = False
    everything: bool = False
    root: str | None = None
    readonly: bool = False


class Shown:
    """A report, ready to be shown; ``number`` counts the reports of this desk from one, ``run`` is its run's number."""

    def __init__(self, report: Report, run: int, number: int, when: str, view: View) -> None:
        self.report = report
        self.run = run
        self.number = number
        self.when = when
        self.view = view
        self.page = Page(view)
        self.by_fingerprint: dict[str, list[int]] = {}
        for position, finding in enumerate(report.findings):
            self.by_fingerprint.setdefault(finding.fingerprint, []).append(position)
        self.positions = {finding.id: position for position, finding in enumerate(report.findings)}
        self.questions = {
            claim: question for question in report.questions for answer in question.answers for claim in answer.claims
        }
        self.totals = count_names(view)
        self.look = look_at(report, when, run)
        self._sheets: Mapping[str, Sheet] | None = None

    def finding(self, fingerprint: str) -> Finding | None:
        """The weightiest finding with this fingerprint."""
        places = self.by_fingerprint.get(fingerprint)
        return self.report.findings[places[0]] if places else None

    def question(self, finding: Finding) -> Question | None:
        """The question that a finding is on, if the report has it."""
        claims = (self.view.claim(finding, evidence) for evidence in finding.evidence)
        return next((self.questions[claim.id] for claim in claims if claim and claim.id in self.questions), None)

    @property
    def sheets(self) -> Mapping[str, Sheet]:
        """The articles with their highlights, by id."""
        if self._sheets is None:
            self._sheets = {sheet.article.id: sheet for sheet in self.page.sheets()}
        return self._sheets


class Desk:
    """Holds the report that is shown, and makes a new one when the articles change."""

    def __init__(
        self,
        store: Store,
        inputs: Inputs,
        folder: Path,
        now: Callable[[], str],
        tool: str,
        folder_of_decisions: Path | None = None,
    ) -> None:
        self.store = store
        self.inputs = inputs
        self.folder = folder
        self.now = now
        self.tool = tool
        self.folder_of_decisions = (folder_of_decisions or Path.cwd()).resolve()
        self._making = threading.Lock()
        self._looks: OrderedDict[int, Look] = OrderedDict()
        self._stop = threading.Event()
        self._stamps = stamp_files(inputs.paths)
        self._last: Look | None = None
        self.trouble = ""
        self.shown = self._make(1)

    def refresh(self) -> Shown:
        """Read everything again and make the report anew."""
        with self._making:
            self._stamps = stamp_files(self.inputs.paths)
            self.shown = self._make(self.shown.number + 1)
            self.trouble = ""
            return self.shown

    def add(self, drops: Iterable[Drop]) -> tuple[list[str], list[str]]:
        """Take articles in; returns the names taken, and what is to be said of the others."""
        taken, problems = [], []
        for drop in drops:
            try:
                named = Drop(name_drop(drop.name), drop.data)
                if len(list(self.folder.iterdir())) >= MOST_DROPPED:
                    raise DropError(f"{named.name}: {MOST_DROPPED} articles were added already")
                try_drop(named)
            except DropError as error:
                problems.append(str(error))
                continue
            (self.folder / named.name).write_bytes(named.data)
            taken.append(named.name)
        if taken:
            self.refresh()
        return taken, problems

    def remove(self, name: str) -> bool:
        """Put an added article away; False when there is none of that name."""
        known = {path.name: path for path in self.folder.iterdir()}
        if name not in known:
            return False
        known[name].unlink(missing_ok=True)
        self.refresh()
        return True

    def dropped(self) -> Sequence[Article]:
        """The articles that were added."""
        return list_dropped(self.shown.report)

    def changes(self, since: int | None = None) -> Changes | None:
        """What is other than in report number ``since`` of this desk, or than at the last look before it was opened.

        None when nothing is, or when it is not known what there was.
        """
        before = self._looks.get(since) if since is not None else self._last
        if before is None:
            return None
        return compare_looks(before, self.shown.look) or None

    def watch(self) -> threading.Thread:
        """Begin to look whether the files change; ``close`` ends it."""
        thread = threading.Thread(target=self._watch, name="watch", daemon=True)
        thread.start()
        return thread

    def close(self) -> None:
        """Stop watching."""
        self._stop.set()

    def _watch(self) -> None:
        seen = self._stamps
        while not self._stop.wait(WATCH_SECONDS):
            now = stamp_files(self.inputs.paths)
            # A file that is still being written changes again: it is read when it has come to rest.
            if now == seen and now != self._stamps:
                try:
                    self.refresh()
                except Exception as error:
                    # The page keeps the last report and says so: an editor must not take it for the newest.
                    self.trouble = f"The articles have changed, but cannot be compared: {error}"
                    traceback.print_exception(error)
            seen = now

    def _read(self) -> Report:
        inputs = self.inputs
        reading = read_again(inputs.paths, self.folder)
        return check(
            reading.articles,
            config=inputs.config,
            one_event=inputs.one_event,
            skips=reading.skips,
            hints=reading.hints,
            inputs=reading.inputs,
            everything=inputs.everything,
        )

    def _carry_over(self, report: Report) -> None:
        """Let decisions hold for findings that the gate would know again, though their fingerprints are others.

        An answer told in several ways may be told in another one once an article comes or goes.
        """
        known = self.store.standing(finding.fingerprint for finding in report.findings)
        decided = self.store.decisions()
        matches = match_records(report.findings, decided, absolute_paths(report), self.folder_of_decisions)
        changes = [
            Change(replace(same, fingerprint=finding.fingerprint, question_key=finding.question_key), 0)
            for finding in report.findings
            if finding.fingerprint not in known and (same := matches[finding.fingerprint].same) is not None
        ]
        if changes:
            # Of two reviews that open the same report at once, one carries them over; the other is late, and content.
            self.store.decide_all(changes, "carried")

    def _make(self, number: int) -> Shown:
        report = self._read()
        view = View(report, Options(root=self.inputs.root, all=self.inputs.everything))
        when = self.now()
        if number == 1:
            self._last = last_look(self.store.engine, report)
        shown = Shown(report, record_run(self.store.engine, view, when=when, tool=self.tool), number, when, view)
        if not self.inputs.readonly:
            self._carry_over(report)
        self._looks[number] = shown.look
        while len(self._looks) > MOST_LOOKS:
            self._looks.popitem(last=False)
        return shown
