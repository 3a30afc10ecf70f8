"""Keeps what was looked at: each report with its articles and findings, so that the next look can be compared."""

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

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

# Runs that are kept; decisions do not depend on them.
MOST_RUNS = 50

# The outlets and the origins that the filters offer, the most frequent first.
OFFERED = 200

# Of a finding's words, as many characters are searched.
SEARCHED = 2000


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
    from sqlalchemy import text

    with writing(engine).begin() as connection:
        run = _record(connection, view, when, tool)
        # Without its statistics the database goes through all findings to find the few that are decided.
        connection.execute(text("ANALYZE"))
        return run


def _record(connection: Connection, view: View, when: str, tool: str) -> int:
    from sqlalchemy import delete, insert, select, update

    from .schema import articles, findings, names, runs

    report = view.report
    digest = digest_report(report)
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


def count_names(view: View) -> dict[str, dict[str, int]]:
    """How many findings each event, outlet and origin has, the most frequent first."""
    counts: dict[str, Counter[str]] = {what: Counter() for what in ("event", "outlet", "origin")}
    for finding in view.report.findings:
        counts["event"][finding.event] += 1
        for what, names in _names(view, finding):
            counts[what].update(names)
    return {what: dict(counted.most_common(OFFERED)) for what, counted in counts.items()}


def _name_rows(run: int, view: View) -> list[dict[str, Any]]:
    return [
        {"run_id": run, "what": what, "name": name, "position": position}
        for position, finding in enumerate(view.report.findings)
        for what, names in _names(view, finding)
        for name in sorted(names)
    ]


def _names(view: View, finding: Finding) -> tuple[tuple[str, set[str]], ...]:
    """The outlets and the origins of a finding."""
    outlets = {view.outlet(evidence.article) for evidence in finding.evidence}
    return ("outlet", outlets), ("origin", {on_one_line(origin) for origin in finding.origins})
