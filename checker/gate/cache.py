"""The cache of archived articles: a database of SQLite beside the configuration, or where ``--cache-dir`` says.

An article is kept under a hash of what it was read from: the file's bytes, what an index says of it, and the code that
read it. So a change of any of these makes another entry, and what was kept is never wrong. A second table says which
file had which content when it was last looked at, a third how the parser read articles that were compared. What rules
find is not kept: it depends on the other articles too.

Several runs may use it at once, and one that is killed leaves it as it was: SQLite writes whole transactions or none.
"""

from __future__ import annotations

import json
import os
import sqlite3
import time
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from checker.gate.entries import Entry
from checker.gate.writing import write_text
from checker.model import InputStatus

FOLDER = ".checker_cache"
FILE = "archive.sqlite3"

# https://bford.info/cachedir/ : backup programs leave such folders out.
TAG = (
    "CACHEDIR.TAG",
    "Signature: 8a477f597d28d172789f06886806bc55\n# Made by checker; it may be deleted at any time.\n",
)
IGNORE = (".gitignore", "*\n")

LAYOUT = 2
"""The version of the tables; a database of another version is made anew."""

PATIENCE = 10.0
"""Seconds to wait for another run that is writing."""

SPARE = 2000
"""Contents that no file has any more, kept for when one has them again, beyond as many as there are files."""

MOST_PARSES = 5000
"""Parses that are kept: some ten kilobytes each for an article of 600 words."""

TABLES = """
create table files (path blob primary key, state text not null, seen integer not null, content blob not null)
    without rowid;
create table contents (content blob primary key, status text not null, told text not null)
    without rowid;
create table entries (content blob not null, number integer not null, given text, line integer, published text,
    words blob not null, keys blob not null, mark integer not null, primary key (content, number));
create table articles (content blob not null, number integer not null, packed blob not null,
    primary key (content, number)) without rowid;
create table parses (number integer primary key, article blob not null unique, packed blob not null,
    mark integer not null);
"""

# Where the file itself, or a table, is not what it should be; anything else (full, locked, read-only) is not its fault.
BROKEN = frozenset({sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_FORMAT})


class CacheError(Exception):
    """The cache cannot be used; the message says why. ``broken``: it holds what no run has written."""

    def __init__(self, message: str, *, broken: bool = False) -> None:
        super().__init__(message)
        self.broken = broken


@dataclass(frozen=True, slots=True)
class Record:
    """What became of a file, without its name: its articles, a note or the reason why it has none, and by line others.

    ``status`` SKIPPED stands for a file that holds no article.
    """

    status: InputStatus
    reason: str | None = None
    problems: tuple[tuple[str, str], ...] = ()
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a file was when it was looked at (in nanoseconds since 1970), and the content that it had."""

    state: str
    seen: int
    content: bytes


class Cache:
    """An open database. Its methods raise CacheError."""

    def __init__(self, folder: Path) -> None:
        """Open the cache in a folder, and make both where they are not there."""
        self.path = folder / FILE
        with _told(self.path):
            try:
                folder.mkdir(parents=True, exist_ok=True)
                for name, text in (TAG, IGNORE):
                    if not (folder / name).exists():
                        write_text(folder / name, text)
            except OSError as error:
                raise CacheError(f"{folder}: cannot be written: {error.strerror or error}") from error
            self._base = sqlite3.connect(self.path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self._base.close()
                raise

    def _prepare(self) -> None:
        # Killed or not, a transaction is whole; after a power cut the cache may be broken, and is made anew then.
        self._base.execute("pragma synchronous = off")
        if self._version() == LAYOUT:
            return
        with self._writing():
            if self._version() == LAYOUT:
                return  # another run was faster
            for (name,) in self._base.execute("select name from sqlite_master where type = 'table'").fetchall():
                self._base.execute(f'drop table "{name}"')
            for statement in TABLES.split(";"):
                self._base.execute(statement)
            self._base.execute(f"pragma user_version = {LAYOUT}")

    def _version(self) -> int:
        return int(self._base.execute("pragma user_version").fetchone()[0])

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def files(self) -> dict[str, Seen]:
        """What is known of files, by path."""
        with _told(self.path):
            rows = self._base.execute("select path, state, seen, content from files")
            return {os.fsdecode(path): Seen(state, seen, content) for path, state, seen, content in rows}

    def load(self, contents: Iterable[bytes]) -> dict[bytes, Record]:
        """What is kept of some contents, by content; articles stay packed in the cache."""
        wanted = set(contents)
        with _told(self.path):
            entries: dict[bytes, list[tuple[int, Entry]]] = {}
            rows = self._base.execute("select content, number, given, line, published, words, keys, mark from entries")
            for content, number, given, line, published, words, keys, mark in rows:
                if content not in wanted:
                    continue
                if mark != zlib.crc32(keys):
                    raise CacheError(f"{self.path}: an entry is not as it was written", broken=True)
                day = date.fromisoformat(published) if published else None
                name = json.loads(given) if given is not None else None
                entries.setdefault(content, []).append((number, Entry(name, line, day, words, keys, b"")))
            found = {}
            for content, status, told in self._base.execute("select content, status, told from contents"):
                if content in wanted:
                    mine = sorted(entries.get(content, ()), key=lambda pair: pair[0])
                    reason, problems = json.loads(told)
                    unread = tuple((where, why) for where, why in problems)
                    found[content] = Record(InputStatus(status), reason, unread, tuple(entry for _, entry in mine))
            return found

    def fetch(self, content: bytes, number: int) -> bytes | None:
        """An article as it was packed; None where it is no longer there."""
        with _told(self.path):
            query = "select packed from articles where content = ? and number = ?"
            row = self._base.execute(query, (content, number)).fetchone()
            return row[0] if row is not None else None

    def save(self, files: Mapping[str, Seen], records: Mapping[bytes, Record], gone: Iterable[str] = ()) -> None:
        """Keep what was read, and forget the files that are gone; all of it or nothing."""
        with _told(self.path), self._writing():
            self._base.executemany("delete from files where path = ?", [(os.fsencode(path),) for path in gone])
            for content, record in records.items():
                # As JSON, text that is no proper Unicode can be kept too.
                row = (content, str(record.status), json.dumps([record.reason, record.problems]))
                self._base.execute("insert or replace into contents values (?, ?, ?)", row)
                self._base.executemany(
                    "insert or replace into entries values (?, ?, ?, ?, ?, ?, ?, ?)",
                    [_row(content, number, entry) for number, entry in enumerate(record.entries)],
                )
                self._base.executemany(
                    "insert or replace into articles values (?, ?, ?)",
                    ((content, number, entry.packed) for number, entry in enumerate(record.entries)),
                )
            self._base.executemany(
                "insert or replace into files values (?, ?, ?, ?)",
                ((os.fsencode(path), one.state, one.seen, one.content) for path, one in files.items()),
            )

    def sweep(self) -> None:
        """Forget contents that no file has, when they have become many."""
        with _told(self.path):
            loose = "from contents where content not in (select content from files)"
            spare = self._base.execute(f"select count(*) {loose}").fetchone()[0]
            used = self._base.execute("select count(*) from files").fetchone()[0]
            if spare <= used + SPARE:
                return
            with self._writing():
                self._base.execute(f"create temp table loose as select content {loose}")
                for table in ("contents", "entries", "articles"):
                    self._base.execute(f"delete from {table} where content in (select content from loose)")
                self._base.execute("drop table loose")

    def load_parses(self, articles: Iterable[bytes]) -> dict[bytes, bytes]:
        """The packed parses that are kept of articles, by the articles' keys."""
        found: dict[bytes, bytes] = {}
        with _told(self.path):
            for article in articles:
                query = "select packed, mark from parses where article = ?"
                row = self._base.execute(query, (article,)).fetchone()
                if row is not None and zlib.crc32(row[0]) != row[1]:
                    raise CacheError(f"{self.path}: a parse is not as it was written", broken=True)
                if row is not None:
                    found[article] = row[0]
        return found

    def save_parses(self, parses: Mapping[bytes, bytes]) -> None:
        """Keep parses, and forget the oldest when they are many; all of it or nothing."""
        with _told(self.path), self._writing():
            self._base.executemany(
                "insert or replace into parses (article, packed, mark) values (?, ?, ?)",
                [(article, packed, zlib.crc32(packed)) for article, packed in parses.items()],
            )
            oldest = "(select max(number) from parses) - ?"
            self._base.execute(f"delete from parses where number <= {oldest}", (MOST_PARSES,))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        self._base.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._base.execute("rollback")
            raise
        self._base.execute("commit")


def _row(content: bytes, number: int, entry: Entry) -> tuple[object, ...]:
    given = json.dumps(entry.given) if entry.given is not None else None
    day = entry.published.isoformat() if entry.published is not None else None
    return (content, number, given, entry.line, day, entry.words, entry.keys, zlib.crc32(entry.keys))


def open_cache(folder: Path) -> tuple[Cache | None, str | None]:
    """The cache in a folder, made anew when it is broken, and a note where that was so or it cannot be used."""
    try:
        return Cache(folder), None
    except CacheError as error:
        if not error.broken:
            return None, f"going on without a cache: {error}"
        note = str(error)
    return discard(folder, note)


def discard(folder: Path, reason: str) -> tuple[Cache | None, str]:
    """A new cache in the place of a broken one, and a note."""
    try:
        (folder / FILE).unlink(missing_ok=True)
        (folder / f"{FILE}-journal").unlink(missing_ok=True)
        return Cache(folder), f"the cache was broken and is made anew: {reason}"
    except (CacheError, OSError) as error:
        return None, f"going on without a cache: {reason}; {error}"


def now() -> int:
    """The moment at which files are looked at, in nanoseconds since 1970; only compared with when they were changed."""
    return time.time_ns()


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Raise as CacheError what SQLite raises, and what comes of rows that no run has written."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", None)
        broken = code is not None and code & 0xFF in BROKEN
        raise CacheError(f"{path}: {error}", broken=broken or isinstance(error, sqlite3.InterfaceError)) from error
    except (ValueError, TypeError) as error:
        raise CacheError(f"{path}: holds what was not written by a check: {error}", broken=True) from error
