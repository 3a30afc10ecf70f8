"""Opens the database: SQLite in a file, or PostgreSQL by its address, with its tables brought up to date."""

from __future__ import annotations

from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from sqlalchemy import URL, Connection, Engine

# How long a writer waits for another's transaction, in seconds; none of ours takes more than a fraction of one.
PATIENCE = 10

# The number of the advisory lock under which PostgreSQL databases are migrated: any, so long as it is always the same.
MIGRATING = 0x6E657773

# The execution option of connections that write.
WRITES = "checker_writes"


class StoreError(Exception):
    """The database cannot be used; the message names it, without its password, and says why."""


def read_address(address: str) -> URL:
    """A database's address: a path is a SQLite file, ``postgresql://...`` goes through psycopg 3.

    Raises StoreError for one of another kind.
    """
    from sqlalchemy import URL, make_url
    from sqlalchemy.exc import ArgumentError

    if "://" not in address:
        return URL.create("sqlite+pysqlite", database=address)
    try:
        url = make_url(address)
    except (ArgumentError, ValueError) as error:
        # The address is not repeated: it may hold a password.
        raise StoreError(
            "the address of the database cannot be read; give a path, sqlite:/// or postgresql://"
        ) from error
    if url.drivername in ("sqlite", "sqlite+pysqlite"):
        return url.set(drivername="sqlite+pysqlite")
    if url.drivername in ("postgres", "postgresql", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    raise StoreError(f"{url.drivername}: decisions are kept in SQLite or PostgreSQL")


def open_database(address: str) -> Engine:
    """Open a database and bring its tables up to date. Raises StoreError when it cannot be used."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import DBAPIError

    url = read_address(address)
    shown = url.render_as_string(hide_password=True) if url.host or "postgresql" in url.drivername else url.database
    if url.drivername.startswith("sqlite") and url.database not in (None, "", ":memory:"):
        folder = Path(str(url.database)).absolute().parent
        if not folder.is_dir():
            raise StoreError(f"{shown}: there is no folder {folder}")
    try:
        # A server that went away must not fail the next request with a dead connection from the pool.
        engine = create_engine(url, pool_pre_ping=url.drivername.startswith("postgresql"))
    except ModuleNotFoundError as error:
        raise StoreError(
            f"{shown}: PostgreSQL needs the extra: pip install 'news-consistency-checker[postgres]'"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        migrate(engine)
    except DBAPIError as error:
        engine.dispose()
        reason = " ".join(str(error.orig).split())
        raise StoreError(f"{shown}: the database cannot be used: {reason}") from error
    except StoreError as error:
        engine.dispose()
        raise StoreError(f"{shown}: {error}") from error
    return engine


def migrate(engine: Engine) -> None:
    """Bring the tables up to date, one process at a time.

    Raises StoreError when a newer version of the checker wrote the database.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.util import CommandError
    from sqlalchemy import text

    place = resources.files(__package__ or "checker.reports.review").joinpath("migrations")
    with resources.as_file(place) as folder, writing(engine).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:number)"), {"number": MIGRATING})
        config = Config()
        # Percent signs are the configuration's own escapes.
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        try:
            command.upgrade(config, "head")
        except CommandError as error:
            raise StoreError(f"a newer version of the checker wrote this database ({error})") from error


def writing(engine: Engine) -> Engine:
    """The same engine for transactions that write: on SQLite they take the lock at their start, and wait for it."""
    return engine.execution_options(**{WRITES: True})


def _set_sqlite(connection: Any, record: object) -> None:
    del record
    connection.isolation_level = None  # transactions are begun by _begin_sqlite, not by the driver
    for pragma in (
        f"busy_timeout={PATIENCE * 1000}",
        "journal_mode=WAL",
        "synchronous=FULL",  # what was acknowledged outlives a loss of power too
        "foreign_keys=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get(WRITES, False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
