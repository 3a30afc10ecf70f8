"""Keeps what was looked at, and finds findings in it: counts, filters, pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from checker.model import Finding, Report

from ..view import View
from ..wording import on_one_line, printable
from .database import writing
from .filters import PAGE, RETURNED, UNDECIDED, Filters

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Engine, Select

# Runs that are kept; decisions do not depend on them.
MOST_RUNS = 50

# Of a finding's words, as many characters are searched.
SEARCHED = 2000

# The outlets and the origins that the filters offer, the most frequent first.
OFFERED = 200

# A finding may be of several outlets and origins, and so on; these each finding has one of.
SINGLE = ("kind", "severity", "rule", "event", "status", "assignee")


@dataclass(frozen=True, slots=True)
class Listing:
    """What a set of filters lets pass.

    ``positions`` are the places in the report of the findings on the page asked for, ``total`` how many there are on
    all pages. ``counts`` gives, for each filter, how many findings each of its values would let pass, the other
    filters being as they are.
    """

    positions: tuple[int, ...]
    total: int
    counts: Mapping[str, Mapping[str, int]]

    @property
    def pages(self) -> int:
        """How many pages there are, one at least."""
        return max(1, -(-self.total // PAGE))


@dataclass(frozen=True, slots=True)
class Look:
    """An earlier look at the same inputs: when it was, its findings' questions and answers, its articles' digests."""

    run: int
    when: str
    findings: Mapping[str, tuple[str, str]]
    articles: Mapping[str, str]


def answers_of(finding: Finding) -> tuple[str, ...]:
    """The answers that a finding sets against each other, as they read, each once."""
    return tuple(dict.fromkeys(on_one_line(e.value or e.text) for e in finding.evidence))


def record_run(engine: Engine, view: View, *, when: str, tool: str) -> int:
    """Keep a report's articles and findings; the same report gives the same run. Returns its number."""
    from sqlalchemy import delete, insert, select, update

    from .schema import articles, findings, names, runs

    report = view.report
    digest = digest_report(report)
    with writing(engine).begin() as connection:
        known = connection.execute(select(runs.c.id).where(runs.c.digest == digest)).scalar()
        if known is not None:
            connection.execute(update(runs).where(runs.c.id == known).values(looked=when))
            return int(known)
        label = " / ".join(event.label for event in report.events[:3])
        row = {
            "digest": digest,
            "inputs": digest_inputs(report),
            "created": when,
            "looked": when,
            "label": printable(label),
            "tool": tool,
        }
        run = int(connection.execute(insert(runs).values(row).returning(runs.c.id)).scalar_one())
        for table, rows in (
            (articles, _article_rows(run, view)),
            (findings, _finding_rows(run, view)),
            (names, _name_rows(run, view)),
        ):
            if rows:
                connection.execute(insert(table), rows)
        kept = select(runs.c.id).order_by(runs.c.looked.desc(), runs.c.id.desc()).limit(MOST_RUNS)
        connection.execute(delete(runs).where(runs.c.id.not_in(kept)))
        return run


def last_look(engine: Engine, report: Report) -> Look | None:
    """The last recorded look at articles of the same paths, if it saw something else than this report."""
    from sqlalchemy import select

    from .schema import articles, findings, runs

    with engine.connect() as connection:
        found = connection.execute(
            select(runs.c.id, runs.c.looked, runs.c.digest)
            .where(runs.c.inputs == digest_inputs(report))
            .order_by(runs.c.looked.desc(), runs.c.id.desc())
            .limit(1)
        ).first()
        if found is None or found.digest == digest_report(report):
            return None
        rows = connection.execute(
            select(findings.c.fingerprint, findings.c.question_key, findings.c.question).where(
                findings.c.run_id == found.id
            )
        )
        seen = {row.fingerprint: (row.question_key, row.question) for row in rows}
        read = connection.execute(select(articles.c.article, articles.c.digest).where(articles.c.run_id == found.id))
        return Look(found.id, found.looked, seen, {row.article: row.digest for row in read})


def list_findings(engine: Engine, run: int, filters: Filters) -> Listing:
    """Count and list the findings of a run that the filters let pass, heaviest first."""
    from sqlalchemy import func, select

    from .schema import findings, standing

    with engine.connect() as connection:
        joined = findings.outerjoin(standing, standing.c.fingerprint == findings.c.fingerprint)
        columns = _columns()
        base = [findings.c.run_id == run, *_searched(filters), *_named(filters, run)]
        grouped = connection.execute(
            select(*(column.label(name) for name, column in columns.items()), func.count().label("number"))
            .select_from(joined)
            .where(*base)
            .group_by(*columns.values())
        ).mappings()
        wanted = {name: getattr(filters, name) for name in SINGLE if getattr(filters, name)}
        counts: dict[str, Counter[str]] = {name: Counter() for name in SINGLE}
        total = 0
        for row in (dict(one) for one in grouped):
            missed = [name for name, value in wanted.items() if not _fits(name, value, row)]
            total += 0 if missed else row["number"]
            for name in SINGLE:
                if not missed or missed == [name]:
                    counts[name][row["status_shown"] if name == "status" else row[name]] += row["number"]
                    if name == "status" and row["came_back"]:
                        counts[name][RETURNED] += row["number"]
        own = [*base, *_exact(filters, columns)]
        query = select(findings.c.position).select_from(joined).where(*own).order_by(findings.c.position)
        page = query.offset((filters.page - 1) * PAGE).limit(PAGE)
        positions = tuple(connection.execute(page).scalars())
        several = {what: _count_names(connection, run, what, filters, query) for what in ("outlet", "origin")}
    return Listing(positions, total, {**counts, **several})


@dataclass(frozen=True, slots=True)
class EventCount:
    """How many findings of a kind an event has, and how many of them are undecided."""

    event: str
    kind: str
    number: int
    undecided: int


def count_events(engine: Engine, run: int) -> list[EventCount]:
    """Count the findings of a run by event and kind."""
    from sqlalchemy import func, select

    from .schema import findings, standing

    query = (
        select(
            findings.c.event, findings.c.kind, func.count().label("number"), func.count(standing.c.status).label("has")
        )
        .select_from(findings.outerjoin(standing, standing.c.fingerprint == findings.c.fingerprint))
        .where(findings.c.run_id == run)
        .group_by(findings.c.event, findings.c.kind)
    )
    with engine.connect() as connection:
        return [EventCount(r.event, r.kind, r.number, r.number - r.has) for r in connection.execute(query)]


def _columns() -> dict[str, ColumnElement[Any]]:
    """What findings are counted by."""
    from sqlalchemy import and_, case, exists, func

    from .schema import findings, standing

    other = standing.alias()
    came_back = exists().where(
        other.c.question_key == findings.c.question_key,
        other.c.fingerprint != findings.c.fingerprint,
        other.c.status.is_not(None),
    )
    undecided = standing.c.status.is_(None)
    return {
        "kind": findings.c.kind,
        "severity": findings.c.severity,
        "rule": findings.c.rule,
        "event": findings.c.event,
        "status_shown": func.coalesce(standing.c.status, UNDECIDED),
        "assignee": func.coalesce(standing.c.assignee, ""),
        "came_back": case((and_(undecided, came_back), 1), else_=0),
    }


def _fits(name: str, value: str, row: Mapping[str, Any]) -> bool:
    if name != "status":
        return bool(row[name] == value)
    return bool(row["came_back"]) if value == RETURNED else bool(row["status_shown"] == value)


def _exact(filters: Filters, columns: Mapping[str, ColumnElement[Any]]) -> list[ColumnElement[bool]]:
    """The conditions of the filters that each finding has one value for."""
    conditions = []
    for name in SINGLE:
        value = getattr(filters, name)
        if value and name == "status" and value == RETURNED:
            conditions.append(columns["came_back"] == 1)
        elif value:
            conditions.append(columns["status_shown" if name == "status" else name] == value)
    return conditions


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


def _count_names(
    connection: Connection, run: int, what: str, filters: Filters, query: Select[tuple[int]]
) -> dict[str, int]:
    """How many findings each outlet or origin has among those shown, the most frequent first."""
    from sqlalchemy import func, select

    from .schema import names

    number = func.count().label("number")
    counted = select(names.c.name, number).where(names.c.run_id == run, names.c.what == what)
    if filters.active:
        counted = counted.where(names.c.position.in_(query.order_by(None)))
    counted = counted.group_by(names.c.name).order_by(number.desc(), names.c.name).limit(OFFERED)
    return {row.name: row.number for row in connection.execute(counted)}


def digest_report(report: Report) -> str:
    """A hash of what was read and what was found."""
    hashed = sha256()
    for article in report.articles:
        hashed.update(
            f"{article.id}\0{article.source}\0{article.path}\0{digest_text(article.text)}\n".encode(errors="replace")
        )
    for finding in report.findings:
        hashed.update(f"{finding.fingerprint}\0{finding.severity}\0{finding.id}\n".encode(errors="replace"))
    return hashed.hexdigest()


def digest_inputs(report: Report) -> str:
    """A hash of which files were read, whatever stood in them."""
    paths = sorted(article.path or article.id for article in report.articles)
    return sha256("\n".join(paths).encode(errors="replace")).hexdigest()


def digest_text(text: str) -> str:
    """A hash of an article's text."""
    return sha256(text.encode(errors="replace")).hexdigest()


def _article_rows(run: int, view: View) -> list[dict[str, Any]]:
    return [
        {
            "run_id": run,
            "article": printable(article.id),
            "outlet": view.outlet(article.id),
            "title": printable(article.title or ""),
            "published": str(article.published or ""),
            "path": printable(article.path or ""),
            "digest": digest_text(article.text),
        }
        for article in view.report.articles
    ]


def _finding_rows(run: int, view: View) -> list[dict[str, Any]]:
    rows = []
    for position, finding in enumerate(view.report.findings):
        outlets = [view.outlet(e.article) for e in finding.evidence]
        words = [finding.question, finding.message, finding.rule, *finding.origins, *outlets]
        words += [f"{e.text} {e.value}" for e in finding.evidence]
        rows.append(
            {
                "run_id": run,
                "position": position,
                "fingerprint": finding.fingerprint,
                "question_key": finding.question_key,
                "rule": finding.rule,
                "kind": finding.kind.value,
                "severity": finding.severity.value,
                "event": finding.event,
                "question": printable(finding.question),
                "answers": list(answers_of(finding)),
                "searchable": on_one_line(" ".join(words)).casefold()[:SEARCHED],
            }
        )
    return rows


def _name_rows(run: int, view: View) -> list[dict[str, Any]]:
    rows = []
    for position, finding in enumerate(view.report.findings):
        outlets = {view.outlet(e.article) for e in finding.evidence}
        origins = {on_one_line(origin) for origin in finding.origins}
        for what, found in (("outlet", outlets), ("origin", origins)):
            rows += [{"run_id": run, "what": what, "name": name, "position": position} for name in sorted(found)]
    return rows
