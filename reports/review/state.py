"""What every route works with: the desk, the store, who may ask, and the templates."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Annotated

from fastapi import Depends, Request

from checker.gate.decisions import read_decisions, write_decisions
from checker.gate.matching import name_paths, values_of
from checker.model import Decision, DecisionStatus

from ..wording import printable
from .desk import Desk
from .live import DROPPED
from .security import Access

if TYPE_CHECKING:
    from .entries import Entry
    from .rendering import Renderer
    from .store import Store

# The longest note and the longest name of an assignee, in characters.
MOST_REASON = 2000
MOST_NAME = 100


@dataclass(frozen=True, slots=True)
class Clause:
    """What a rule holds articles to, as its page says it."""

    title: str
    why: str
    limits: str
    severity: str


@dataclass(slots=True)
class Review:
    """A running review. ``file`` is the file of decisions that is kept in step with the store, if any."""

    desk: Desk
    store: Store
    access: Access
    renderer: Renderer
    now: Callable[[], str]
    clauses: Callable[[], Mapping[str, Clause]]
    file: Path | None = None
    _decided: set[str] = field(default_factory=set)
    _writing: Lock = field(default_factory=Lock)

    def make_decision(
        self, fingerprint: str, status: DecisionStatus, who: str, *, reason: str, assignee: str, expires: date | None
    ) -> Decision | None:
        """A decision on a finding of the report, or on one that was decided before; None where it is neither."""
        reason, assignee = printable(reason.strip()), printable(assignee.strip())
        shared = {"reason": reason, "assignee": assignee, "who": who, "when": self.now()}
        finding = self.desk.shown.finding(fingerprint)
        if finding is not None:
            return Decision(
                fingerprint=fingerprint,
                question_key=finding.question_key,
                rule=finding.rule,
                status=status,
                expires=expires,
                question=printable(finding.question),
                values=values_of(finding),
                articles=self._paths(e.article for e in finding.evidence),
                **shared,
            )
        before = self.store.standing([fingerprint]).get(fingerprint)
        if before is None:
            return None
        return Decision(
            fingerprint=fingerprint,
            question_key=before.question_key,
            rule=before.rule,
            status=status,
            expires=expires,
            question=before.question,
            values=before.values,
            articles=before.articles,
            **shared,
        )

    def keep_file(self, *entries: Entry) -> None:
        """Bring store and file of decisions into step, after these entries were written.

        The file gets what was in it and what was decided in this review, not all that a shared database holds.
        """
        if self.file is None:
            return
        with self._writing:
            self._decided.update(entry.fingerprint for entry in entries)
            there = read_decisions(self.file)
            self.store.take_in(there)
            wanted = self._decided | {decision.fingerprint for decision in there}
            write_decisions(self.file, (one for one in self.store.decisions() if one.fingerprint in wanted))

    def _paths(self, articles: Iterable[str]) -> tuple[str, ...]:
        """The articles' paths seen from the folder of the file of decisions; none where one of them is not a file."""
        known = self.desk.shown.view.articles
        paths = [known[name].path if name in known else None for name in dict.fromkeys(articles)]
        named = [path for path in paths if path and path != "-" and not path.startswith(f"{DROPPED}/")]
        return name_paths(named, self.desk.folder_of_decisions) if len(named) == len(paths) else ()


def find_review(request: Request) -> Review:
    """The review that a request is for."""
    review: Review = request.app.state.review
    return review


def find_editor(request: Request) -> str:
    """Who asks, as the guard has found out."""
    return printable(str(getattr(request.state, "who", "")))


Here = Annotated[Review, Depends(find_review)]
Editor = Annotated[str, Depends(find_editor)]
