"""The entries of the log of decisions: what they hold, how they are written, and how they are read back."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any

from checker.model import Decision, DecisionStatus

from ..wording import printable

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the log. ``status`` is None where the finding became undecided again; ``undoes`` is an entry's id."""

    id: int
    version: int
    fingerprint: str
    question_key: str
    rule: str
    status: DecisionStatus | None
    reason: str
    assignee: str
    who: str
    when: str
    expires: date | None
    question: str
    values: tuple[str, ...]
    articles: tuple[str, ...]
    undoes: int | None
    via: str

    def decision(self) -> Decision | None:
        """The decision that the entry records; None when it takes one back and leaves none."""
        if self.status is None:
            return None
        return Decision(
            fingerprint=self.fingerprint,
            question_key=self.question_key,
            rule=self.rule,
            status=self.status,
            reason=self.reason,
            assignee=self.assignee,
            who=self.who,
            when=self.when,
            expires=self.expires,
            question=self.question,
            values=self.values,
            articles=self.articles,
        )


def fit_decision(decision: Decision) -> Decision:
    """A decision made elsewhere, its moment written as ours are."""
    for name, most in (("fingerprint", 64), ("question_key", 64), ("rule", 100)):
        value = getattr(decision, name)
        if len(value) > most or printable(value) != value:
            raise ValueError(f"{name}: {value[:80]!r} is not that of a finding")
    if not decision.when:
        return decision
    made = datetime.fromisoformat(decision.when)
    made = (made if made.tzinfo else made.replace(tzinfo=UTC)).astimezone(UTC)
    return replace(decision, when=f"{made:%Y-%m-%dT%H:%M:%SZ}")


def append_entry(connection: Connection, entry: Entry) -> Entry:
    """Write an entry and make it the one that stands."""
    from sqlalchemy import insert, update

    from .schema import decisions, standing

    row: dict[str, Any] = {
        "fingerprint": entry.fingerprint,
        "version": entry.version,
        "question_key": entry.question_key,
        "rule": entry.rule,
        "status": entry.status.value if entry.status else None,
        "reason": printable(entry.reason),
        "assignee": printable(entry.assignee),
        "who": printable(entry.who),
        "moment": entry.when,
        "expires": entry.expires,
        "question": printable(entry.question),
        "answers": [printable(value) for value in entry.values],
        "paths": [printable(path) for path in entry.articles],
        "undoes": entry.undoes,
        "via": entry.via,
    }
    number = int(connection.execute(insert(decisions).values(row).returning(decisions.c.id)).scalar_one())
    last = {
        "version": entry.version,
        "entry": number,
        "status": row["status"],
        "assignee": row["assignee"],
        "question_key": entry.question_key,
    }
    if entry.version == 1:
        connection.execute(insert(standing).values(fingerprint=entry.fingerprint, **last))
    else:
        connection.execute(update(standing).where(standing.c.fingerprint == entry.fingerprint).values(last))
    return replace(entry, id=number)


def stack_entries(log: Iterable[Entry]) -> list[Entry]:
    """The decisions of a log that were not taken back, oldest first."""
    stack: list[Entry] = []
    for entry in log:
        if entry.undoes is None:
            stack.append(entry)
        else:
            stack.pop()
    return stack


def read_entries(connection: Connection, query: Select[Any]) -> Iterable[Entry]:
    """The entries that a query on the log finds."""
    for row in connection.execute(query).mappings():
        yield Entry(
            id=row["id"],
            version=row["version"],
            fingerprint=row["fingerprint"],
            question_key=row["question_key"],
            rule=row["rule"],
            status=DecisionStatus(row["status"]) if row["status"] else None,
            reason=row["reason"],
            assignee=row["assignee"],
            who=row["who"],
            when=row["moment"],
            expires=row["expires"],
            question=row["question"],
            values=tuple(row["answers"]),
            articles=tuple(row["paths"]),
            undoes=row["undoes"],
            via=row["via"],
        )
