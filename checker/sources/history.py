"""Outlet history: the record of agreement of each outlet, which accumulates over reports in a file that the user names.

The file is an SQLite database with a row an article. SQLite and not JSON, because several reports may be written at
once (a newsroom's gates share one history) and each has to add its rows whole or not at all, without the file being
written anew each time; and because a row is replaced by its key, so that a report that is run again adds nothing. An
article counts once: of several reports that compared it, the one that could test the most of its answers stands.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from hashlib import sha256
from pathlib import Path

from checker.model import Article, OutletRecord, Report
from checker.sources.agreement import count_agreement
from checker.sources.intervals import wilson

APPLICATION = 0x4E434831
"""What marks an SQLite file as a history ("NCH1")."""

VERSION = 1
"""The version of the table."""

PATIENCE = 30.0
"""Seconds to wait for another report that is writing."""

FEWEST = 10
"""Tested answers below which an outlet cannot be judged."""

TABLE = """
CREATE TABLE articles (
    key TEXT PRIMARY KEY,
    outlet TEXT NOT NULL,
    published TEXT,
    agreed INTEGER NOT NULL CHECK (agreed >= 0),
    disagreed INTEGER NOT NULL CHECK (disagreed >= 0)
)
"""

ADD = """
INSERT INTO articles VALUES (?, ?, ?, ?, ?)
ON CONFLICT (key) DO UPDATE SET
    outlet = excluded.outlet, published = excluded.published, agreed = excluded.agreed, disagreed = excluded.disagreed
WHERE excluded.agreed + excluded.disagreed >= agreed + disagreed
"""


class HistoryError(Exception):
    """The history cannot be used; the message names the file, and why."""


def key_article(article: Article) -> str:
    """What identifies an article in a history: a hash of its outlet and its text, wherever its file lies."""
    words = f"{article.source or ''}\n{article.text}"
    return sha256(words.encode("utf-8", errors="surrogatepass")).hexdigest()[:32]


def read_history(
    path: Path, *, without: Iterable[Article] = (), rename: Callable[[str], str] = str
) -> dict[str, OutletRecord]:
    """The record of each outlet, by its name; none where there is no such file yet.

    ``without`` are articles whose rows do not count: those of the report that is being written. ``rename`` gives the
    name that an outlet goes by. Raises HistoryError.
    """
    if not path.parent.is_dir():
        raise HistoryError(f"{path}: the folder of the history does not exist")
    if not path.exists() or not path.stat().st_size:
        return {}
    left_out = {key_article(article) for article in without}
    records: dict[str, OutletRecord] = {}
    with _open(path) as base:
        rows = base.execute("SELECT key, outlet, agreed, disagreed FROM articles ORDER BY outlet, key").fetchall()
    for key, outlet, agreed, disagreed in rows:
        if key not in left_out:
            name = rename(outlet)
            records[name] = records.get(name, OutletRecord(name)).add(OutletRecord(name, agreed, disagreed))
    return records


def record_report(path: Path, report: Report, articles: Mapping[str, Article] | None = None) -> int:
    """Add a report's articles to the history in one transaction, and give how many of them could be tested.

    ``articles`` are those of the report as they came, by id, where the report has them under other names. Articles
    whose outlet is not known, and those of which nothing could be tested, are no part of it. Raises HistoryError.
    """
    given = articles or {}
    own = {article.id: article for article in report.articles}
    records = count_agreement(
        report.questions, {claim.id: claim for claim in report.claims}, {article: article for article in own}
    )
    rows = [
        (
            key_article(given.get(name, article)),
            article.source,
            article.published.isoformat() if not isinstance(article.published, str | None) else None,
            records[name].agreed,
            records[name].disagreed,
        )
        for name, article in own.items()
        if article.source and name in records and records[name].tested
    ]
    with _open(path, new=True) as base:
        base.executemany(ADD, rows)
    return len(rows)


def list_history(records: Collection[OutletRecord]) -> Iterator[str]:
    """A line an outlet: how many of its tested answers were those of most origins, with the interval of the rate."""
    width = max((len(record.outlet) for record in records), default=0)
    for record in sorted(records, key=lambda r: (-r.tested, r.outlet)):
        low, high = wilson(record.agreed, record.tested)
        counted = f"{record.outlet:{width}}  {record.agreed} of {record.tested} tested answers were most origins’"
        if record.tested < FEWEST:
            yield f"{counted}: too few claims to judge"
        else:
            rate = 100 * record.agreed / record.tested
            yield f"{counted} ({rate:.0f}%, 95% interval {100 * low:.0f}% to {100 * high:.0f}%)"


@contextmanager
def _open(path: Path, *, new: bool = False) -> Iterator[sqlite3.Connection]:
    """The database, in one transaction that is written whole when the block ends, and not at all where it fails."""
    try:
        mode = "rwc" if new else "ro"
        uri = f"{path.resolve().as_uri()}?mode={mode}"
        with closing(sqlite3.connect(uri, uri=True, timeout=PATIENCE, isolation_level=None)) as base:
            if new:
                base.execute("BEGIN IMMEDIATE")
            _check(base, path, new=new)
            yield base
            if new:
                base.execute("COMMIT")
    except sqlite3.Error as error:
        reason = "not a history of outlets" if "not a database" in str(error) else str(error)
        raise HistoryError(f"{path}: the history cannot be used: {reason}") from error


def _check(base: sqlite3.Connection, path: Path, *, new: bool) -> None:
    """Make the table in an empty file; refuse a database that is something else, or of a later version."""
    (application,) = base.execute("PRAGMA application_id").fetchone()
    (version,) = base.execute("PRAGMA user_version").fetchone()
    (tables,) = base.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if new and not application and not tables:
        base.execute(TABLE)
        base.execute(f"PRAGMA application_id = {APPLICATION}")
        base.execute(f"PRAGMA user_version = {VERSION}")
        return
    if application != APPLICATION:
        raise HistoryError(f"{path}: not a history of outlets, but a database of something else")
    if version != VERSION:
        raise HistoryError(f"{path}: a history of version {version}; this checker reads version {VERSION}")
