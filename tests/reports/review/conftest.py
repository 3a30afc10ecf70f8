"""Databases for the tests of the review: SQLite in a file, and a PostgreSQL cluster of its own, reached by a socket."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

# The report built by hand stands beside the tests of the formats.
sys.path.append(str(Path(__file__).parent.parent))

# The extra; whoever runs the tests without it is told so.
NEEDED = ("fastapi", "sqlalchemy", "alembic", "uvicorn")

NUMBERS = count(1)


def find_program(name: str) -> str | None:
    """A program of PostgreSQL, on the path or where Debian keeps it, the newest version first."""
    if found := shutil.which(name):
        return found
    places = sorted(
        Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: int(path.parts[4]), reverse=True
    )
    return str(places[0]) if places else None


@pytest.fixture(autouse=True, scope="session")
def extra() -> None:
    for name in NEEDED:
        pytest.importorskip(name, reason=f"the extra 'review' is not installed: there is no {name}")


@pytest.fixture(scope="session")
def cluster() -> Iterator[Path]:
    """A running PostgreSQL cluster; gives the folder of its socket. No port is opened."""
    initdb, pg_ctl = find_program("initdb"), find_program("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.skip("PostgreSQL is not installed (Debian: apt-get install postgresql)")
    pytest.importorskip("psycopg", reason="the extra 'postgres' is not installed: there is no psycopg")
    # The name of a socket may have a hundred characters, so the folder is not below pytest's.
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    other: dict[str, str] = {}
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root; Debian's package makes the user.
        try:
            pwd.getpwnam("postgres")
        except KeyError:
            shutil.rmtree(folder)
            pytest.skip("PostgreSQL does not run as root, and there is no user postgres")
        other = {"user": "postgres", "group": "postgres"}
        shutil.chown(folder, "postgres", "postgres")

    def run(*command: str) -> None:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, **other)  # type: ignore[call-overload]
        assert done.returncode == 0, f"{command}: {done.stderr or done.stdout}"

    data = str(folder / "data")
    run(initdb, "-D", data, "-U", "tester", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off -c max_connections=60"
    try:
        # The log goes to a file: a server that kept our pipe open would never let us go.
        run(pg_ctl, "-D", data, "-w", "-l", str(folder / "log"), "-o", options, "start")
        yield folder
    finally:
        run(pg_ctl, "-D", data, "-m", "immediate", "stop")
        shutil.rmtree(folder)


@pytest.fixture(scope="session")
def migrated(cluster: Path) -> str:
    """The address of a PostgreSQL database with the tables of the store."""
    from sample_review import module

    address = make_database(cluster)
    module("database").open_database(address).dispose()
    return address


@pytest.fixture
def postgresql(migrated: str) -> str:
    """The same with nothing in its tables: emptying them is quicker than making a database."""
    empty_tables(migrated)
    return migrated


@pytest.fixture(scope="module")
def postgresql_for_module(cluster: Path) -> str:
    """The address of a PostgreSQL database that the tests of a module share."""
    return make_database(cluster)


def make_database(cluster: Path) -> str:
    """Make an empty database; returns its address."""
    import psycopg

    name = f"review{next(NUMBERS)}"
    with psycopg.connect(f"postgresql://tester@/postgres?host={cluster}", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://tester@/{name}?host={cluster}"


def empty_tables(address: str) -> None:
    """Empty the tables, the log too, which its triggers would refuse."""
    import psycopg

    with psycopg.connect(address) as connection:
        connection.execute("SET session_replication_role = replica")
        connection.execute("TRUNCATE standing, decisions, names, findings, articles, runs RESTART IDENTITY CASCADE")


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database with nothing in its tables, of each kind in turn."""
    if request.param == "postgresql":
        return str(request.getfixturevalue("postgresql"))
    from sample_review import empty_database

    (tmp_path / "review.db").write_bytes(empty_database())
    return str(tmp_path / "review.db")


@pytest.fixture(params=["sqlite", "postgresql"])
def fresh(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a database without any tables, of each kind in turn."""
    if request.param == "postgresql":
        return make_database(request.getfixturevalue("cluster"))
    return str(tmp_path / "fresh.db")
