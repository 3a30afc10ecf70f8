"""Finds findings of a run in the store: those that filters let pass, page by page, with counts for every filter."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..wording import printable
from .filters import PAGE, RETURNED, UNDECIDED, Filters

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Engine, Select

# What each finding has one of, and is counted by together.
OWN = ("kind", "severity", "rule")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a set of filters lets pass.

    ``positions`` are the places in the report of the findings on the page asked for, ``total`` how many there are on
    all pages. ``counts`` gives, for each filter, how many findings each of its values would let pass, the other
    filters being as they are; those of events, outlets and origins are those of the whole report, and not counted here.
    """

    positions: tuple[int, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]]

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Group:
    """So many findings that are counted alike."""

    number: int
    kind: str
    severity: str
    rule: str
    status: str
    assignee: str


def list_findings(engine: Engine, run: int, filters: Filters) -> Listing:
    """Count and list the findings of a run that the filters let pass, heaviest first."""
    from sqlalchemy import select

    from .schema import findings, standing

    with engine.connect() as connection:
        base = [findings.c.run_id == run, *_searched(filters), *_named(filters, run)]
        if filters.event:
            base.append(findings.c.event == filters.event)
        came_back = _count_returned(connection, run, [*base, *_exact(filters, but="status")])
        if filters.status == RETURNED:
            base.append(_came_back(run))
        wanted = {name: getattr(filters, name) for name in (*OWN, "status", "assignee") if getattr(filters, name)}
        if wanted.get("status") == RETURNED:
            del wanted["status"]
        counts, total = _count(_group(connection, base), wanted)
        counts["status"][RETURNED] = came_back
        query = select(findings.c.position).where(*base, *_exact(filters)).order_by(findings.c.position)
        if filters.status or filters.assignee:
            query = query.outerjoin_from(findings, standing, standing.c.fingerprint == findings.c.fingerprint)
        positions = tuple(connection.execute(query.offset((filters.page - 1) * PAGE).limit(PAGE)).scalars())
    return Listing(positions, total, counts)


def count_decided(engine: Engine, run: int) -> dict[str, int]:
    """How many findings of a run are decided, by event."""
    from sqlalchemy import func, select

    from .schema import findings

    query = (
        select(findings.c.event, func.count().label("number"))
        .where(findings.c.run_id == run, findings.c.fingerprint.in_(_decided()))
        .group_by(findings.c.event)
    )
    with engine.connect() as connection:
        return {row.event: row.number for row in connection.execute(query)}


def _decided() -> Select[tuple[str]]:
    """The fingerprints of findings that are decided."""
    from sqlalchemy import select

    from .schema import standing

    return select(standing.c.fingerprint).where(standing.c.status.is_not(None))


def _group(connection: Connection, base: list[ColumnElement[bool]]) -> list[Group]:
    """Count what the conditions let pass: all of it by an index alone, then the few that are decided."""
    from sqlalchemy import func, select

    from .schema import findings, standing

    own = [findings.c[name] for name in OWN]
    # Where nothing else is asked for, the counting reads nothing but an index.
    all_of_them = connection.execute(select(*own, func.count().label("number")).where(*base).group_by(*own))
    left = Counter({(r.kind, r.severity, r.rule): r.number for r in all_of_them})
    also = (standing.c.status, standing.c.assignee)
    decided = connection.execute(
        select(*own, *also, func.count().label("number"))
        .join_from(standing, findings, standing.c.fingerprint == findings.c.fingerprint)
        # Said twice, so that the database goes from the decisions, which are few, to their findings.
        .where(standing.c.status.is_not(None), findings.c.fingerprint.in_(_decided()), *base)
        .group_by(*own, *also)
    )
    groups = []
    for r in decided:
        groups.append(Group(r.number, r.kind, r.severity, r.rule, r.status, r.assignee))
        left[r.kind, r.severity, r.rule] -= r.number
    return [*groups, *(Group(number, *key, UNDECIDED, "") for key, number in left.items() if number)]


def _count(groups: Iterable[Group], wanted: Mapping[str, str]) -> tuple[dict[str, Counter[str]], int]:
    """How many findings each value of each filter lets pass, and how many all of them do."""
    names = (*OWN, "status", "assignee")
    counts: dict[str, Counter[str]] = {name: Counter() for name in names}
    total = 0
    for group in groups:
        missed = [name for name, value in wanted.items() if getattr(group, name) != value]
        if not missed:
            total += group.number
        for name in names:
            if not missed or missed == [name]:
                counts[name][getattr(group, name)] += group.number
    return counts, total


def _exact(filters: Filters, *, but: str = "") -> list[ColumnElement[bool]]:
    """The conditions of the filters that each finding has one value for; that of ``RETURNED`` is the caller's."""
    from .schema import findings, standing

    conditions = [findings.c[name] == getattr(filters, name) for name in OWN if getattr(filters, name)]
    if filters.assignee and but != "status":
        conditions.append(standing.c.assignee == filters.assignee)
    if filters.status == UNDECIDED and but != "status":
        conditions.append(standing.c.status.is_(None))
    elif filters.status and filters.status != RETURNED and but != "status":
        conditions.append(standing.c.status == filters.status)
    return conditions


def _came_back(run: int) -> ColumnElement[bool]:
    """That a finding is undecided, but its question was decided when it had other answers.

    A question may have several findings in one report: one that is decided does not make the others come back.
    """
    from sqlalchemy import exists

    from .schema import findings, standing

    own, other, present = standing.alias("own"), standing.alias("other"), findings.alias("present")
    still = exists().where(present.c.run_id == run, present.c.fingerprint == other.c.fingerprint)
    decided = exists().where(own.c.fingerprint == findings.c.fingerprint, own.c.status.is_not(None))
    before = exists().where(
        other.c.question_key == findings.c.question_key,
        other.c.status.is_not(None),
        ~still,
    )
    return before & ~decided


def _count_returned(connection: Connection, run: int, conditions: list[ColumnElement[bool]]) -> int:
    """How many findings came back with other answers: from the decisions, which are few, to the findings."""
    from sqlalchemy import func, select

    from .schema import findings, standing

    keys = select(standing.c.question_key).where(standing.c.status.is_not(None))
    query = select(func.count()).where(findings.c.question_key.in_(keys), _came_back(run), *conditions)
    return int(connection.execute(query).scalar_one())


def _searched(filters: Filters) -> list[ColumnElement[bool]]:
    from .schema import findings

    return [findings.c.searchable.contains(printable(word), autoescape=True) for word in filters.words]


def _named(filters: Filters, run: int) -> list[ColumnElement[bool]]:
    from sqlalchemy import select

    from .schema import findings, names

    conditions: list[ColumnElement[bool]] = []
    for what in ("outlet", "origin"):
        if value := getattr(filters, what):
            of = select(names.c.position).where(names.c.run_id == run, names.c.what == what, names.c.name == value)
            conditions.append(findings.c.position.in_(of))
    return conditions
