"""Keeps decisions: a log that is only added to, and for each finding what stands.

A writer says which version of a finding's decisions it has seen. When another was there first, nothing is written for
that finding and the writer is told what stands, so that two editors at once never lose a decision.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from checker.model import Decision

from .database import writing
from .entries import Entry, append_entry, fit_decision, read_entries, stack_entries

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

# A first decision that meets another's first one fails on the key, and is then seen to be late: once more is enough,
# unless others come in between.
TRIES = 5

# Databases take a limited number of values in one statement.
MOST_KEYS = 500


@dataclass(frozen=True, slots=True)
class Change:
    """A decision to be recorded, by someone who has seen version ``seen`` of the finding's decisions (0: none)."""

    decision: Decision
    seen: int


class ConflictError(Exception):
    """Another decision was there first: ``entry`` is the one that stands, None when there is none any more."""

    def __init__(self, fingerprint: str, entry: Entry | None) -> None:
        super().__init__(f"{fingerprint}: another decision was made in the meantime")
        self.fingerprint = fingerprint
        self.entry = entry


@dataclass(frozen=True, slots=True)
class Recorded:
    """What came of changes: the entries written, and those that stood in the way of the others."""

    entries: tuple[Entry, ...]
    conflicts: tuple[ConflictError, ...]


class Store:
    """The decisions in one database."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._writer = writing(engine)

    def decide(self, decision: Decision, seen: int, via: str = "page") -> Entry:
        """Record a decision. Raises ConflictError when another version than ``seen`` stands."""
        recorded = self.decide_all([Change(decision, seen)], via)
        if recorded.conflicts:
            raise recorded.conflicts[0]
        return recorded.entries[0]

    def decide_all(self, changes: Sequence[Change], via: str = "page") -> Recorded:
        """Record several decisions in one transaction; those that come too late are told, the others written."""
        from sqlalchemy.exc import IntegrityError

        for left in reversed(range(TRIES)):
            try:
                with self._writer.begin() as connection:
                    return _record(connection, changes, via)
            except IntegrityError:
                if not left:
                    raise
        raise AssertionError("the last try returns or raises")

    def undo(self, fingerprint: str, seen: int, who: str, when: str) -> Entry:
        """Take the last decision on a finding back: the one before it stands again, or none.

        Raises ConflictError when another version than ``seen`` stands, LookupError when there is nothing to undo.
        """
        with self._writer.begin() as connection:
            _standing(connection, [fingerprint], lock=True)
            log = _history(connection, fingerprint)
            stack = stack_entries(log)
            if not log:
                raise LookupError(f"{fingerprint}: there is no decision to take back")
            if log[-1].version != seen:
                raise ConflictError(fingerprint, log[-1])
            if not stack:
                raise LookupError(f"{fingerprint}: the decision was taken back already")
            undone, back = stack[-1], stack[-2] if len(stack) > 1 else None
            base = back or replace(undone, status=None, reason="", assignee="", expires=None)
            return append_entry(
                connection, replace(base, version=seen + 1, who=who, when=when, undoes=undone.id, via="undo")
            )

    def standing(self, fingerprints: Iterable[str]) -> dict[str, Entry]:
        """The entry that stands for each of the findings that were ever decided."""
        with self.engine.connect() as connection:
            return _standing(connection, fingerprints)

    def history(self, fingerprint: str) -> list[Entry]:
        """Everything that was decided on a finding, oldest first."""
        with self.engine.connect() as connection:
            return _history(connection, fingerprint)

    def earlier(self, keys: Mapping[str, str], present: Container[str] = ()) -> dict[str, Entry]:
        """What was last decided on the same questions when they had other answers, by fingerprint.

        ``keys`` gives the question of each fingerprint. Decisions on findings that are ``present`` are not earlier
        ones: a question may have several findings in one report.
        """
        from sqlalchemy import select

        from .schema import decisions, standing

        found: dict[str, list[Entry]] = {}
        with self.engine.connect() as connection:
            for some in _parts(sorted(set(keys.values()))):
                query = (
                    select(decisions)
                    .join(standing, standing.c.entry == decisions.c.id)
                    .where(standing.c.question_key.in_(some), standing.c.status.is_not(None))
                )
                for entry in read_entries(connection, query):
                    found.setdefault(entry.question_key, []).append(entry)
        return {
            fingerprint: max(others, key=lambda e: (e.when, e.id))
            for fingerprint, key in keys.items()
            if (
                others := [
                    e for e in found.get(key, ()) if e.fingerprint != fingerprint and e.fingerprint not in present
                ]
            )
        }

    def log(self, *, before: int | None = None, limit: int = 100) -> list[Entry]:
        """The log, newest first: ``limit`` entries older than the one with the id ``before``."""
        from sqlalchemy import select

        from .schema import decisions

        query = select(decisions).order_by(decisions.c.id.desc()).limit(limit)
        if before is not None:
            query = query.where(decisions.c.id < before)
        with self.engine.connect() as connection:
            return list(read_entries(connection, query))

    def decisions(self) -> list[Decision]:
        """Every decision that stands, by fingerprint."""
        from sqlalchemy import select

        from .schema import decisions, standing

        query = (
            select(decisions)
            .join(standing, standing.c.entry == decisions.c.id)
            .where(standing.c.status.is_not(None))
            .order_by(decisions.c.fingerprint)
        )
        with self.engine.connect() as connection:
            return [found for entry in read_entries(connection, query) if (found := entry.decision()) is not None]

    def take_in(self, given: Iterable[Decision]) -> int:
        """Record decisions that were made elsewhere where they are newer than what stands; returns how many were.

        A decision that was taken back here stays so unless the one given was made after that. Raises ValueError for a
        decision whose keys cannot be those of a finding, before any is recorded.
        """
        given = [fit_decision(one) for one in given]
        taken = 0
        for some in _parts(given):
            with self.engine.connect() as connection:
                known = _standing(connection, (one.fingerprint for one in some))
            changes = []
            for decision in some:
                there = known.get(decision.fingerprint)
                if there is None or (there.decision() != decision and there.when < decision.when):
                    changes.append(Change(decision, there.version if there else 0))
            taken += len(self.decide_all(changes, "import").entries)
        return taken


def _record(connection: Connection, changes: Sequence[Change], via: str) -> Recorded:
    standing = _standing(connection, (change.decision.fingerprint for change in changes), lock=True)
    entries, conflicts = [], []
    for change in changes:
        decision = change.decision
        there = standing.get(decision.fingerprint)
        if (there.version if there else 0) != change.seen:
            conflicts.append(ConflictError(decision.fingerprint, there))
            continue
        entry = Entry(
            id=0,
            version=change.seen + 1,
            fingerprint=decision.fingerprint,
            question_key=decision.question_key,
            rule=decision.rule,
            status=decision.status,
            reason=decision.reason,
            assignee=decision.assignee,
            who=decision.who,
            when=decision.when,
            expires=decision.expires,
            question=decision.question,
            values=decision.values,
            articles=decision.articles,
            undoes=None,
            via=via,
        )
        written = append_entry(connection, entry)
        standing[entry.fingerprint] = written
        entries.append(written)
    return Recorded(tuple(entries), tuple(conflicts))


def _standing(connection: Connection, fingerprints: Iterable[str], *, lock: bool = False) -> dict[str, Entry]:
    """What stands; ``lock`` keeps others from deciding the same findings until the transaction ends."""
    from sqlalchemy import select

    from .schema import decisions, standing

    found: dict[str, Entry] = {}
    # Locks are taken in one order, so that two writers wait for each other in turn and not in a circle.
    for some in _parts(sorted(set(fingerprints))):
        if lock:
            # By itself: what is joined to a row that was waited for would be read as it was before the wait.
            locked = select(standing.c.fingerprint).where(standing.c.fingerprint.in_(some))
            connection.execute(locked.order_by(standing.c.fingerprint).with_for_update())
        query = (
            select(decisions).join(standing, standing.c.entry == decisions.c.id).where(standing.c.fingerprint.in_(some))
        )
        found.update((entry.fingerprint, entry) for entry in read_entries(connection, query))
    return found


def _history(connection: Connection, fingerprint: str) -> list[Entry]:
    from sqlalchemy import select

    from .schema import decisions

    query = select(decisions).where(decisions.c.fingerprint == fingerprint).order_by(decisions.c.version)
    return list(read_entries(connection, query))


def _parts(whole: Sequence[Any]) -> Iterable[Any]:
    """A sequence in parts that a statement can take."""
    return (whole[start : start + MOST_KEYS] for start in range(0, len(whole), MOST_KEYS))
