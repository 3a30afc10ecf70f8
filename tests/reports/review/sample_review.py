"""Reviews for the tests: on the report built by hand, asked in memory; and on articles, run as a process."""

from __future__ import annotations

import importlib
import os
import re
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from checker.config import Config
from checker.model import Report

TOKEN = "the-token-of-this-run"
PORT = 8000
BASE = f"http://127.0.0.1:{PORT}"
BEARER = {"Authorization": f"Bearer {TOKEN}"}
ORIGIN = {"Origin": BASE}


def module(name: str) -> Any:
    """A module of the review, found as the registry finds it."""
    return importlib.import_module(f"checker.reports.review.{name}")


def ticking(start: int = 0) -> Any:
    """A clock that goes on by a second each time that it is read."""
    seconds = iter(range(start, start + 1_000_000))

    def read() -> str:
        hours, rest = divmod(next(seconds), 3600)
        return f"2031-05-14T{hours % 24:02}:{rest // 60:02}:{rest % 60:02}Z"

    return read


@dataclass
class Made:
    """A review in memory."""

    review: Any
    app: Any

    def client(self, **options: Any) -> Any:
        """Somebody who has opened the address with the token, as a browser would."""
        from starlette.testclient import TestClient

        client = TestClient(self.app, base_url=BASE, headers=ORIGIN, follow_redirects=False, **options)
        client.cookies.set(self.review.access.cookie, TOKEN)
        return client

    def stranger(self, **options: Any) -> Any:
        """Somebody who knows the address alone."""
        from starlette.testclient import TestClient

        return TestClient(self.app, base_url=BASE, follow_redirects=False, **options)


@cache
def empty_database() -> bytes:
    """A database with its tables: made once, as that takes longer than most tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.db"
        module("database").open_database(str(path)).dispose()
        return path.read_bytes()


@contextmanager
def make(
    folder: Path,
    report: Report,
    *,
    address: str = "",
    access: Any = None,
    readonly: bool = False,
    file: Path | None = None,
    paths: tuple[str, ...] = (),
) -> Iterator[Made]:
    """A review on a report, with its database in the folder; ``paths`` are those that it would be read from."""
    desks = module("desk")
    if not address:
        address = str(folder / "review.db")
        if not Path(address).exists():
            Path(address).write_bytes(empty_database())
    engine = module("database").open_database(address)
    store = module("store").Store(engine)
    dropped = folder / "dropped"
    dropped.mkdir(exist_ok=True)

    class Desk(desks.Desk):  # type: ignore[misc, name-defined]
        """A desk whose report is the one given, not made of articles."""

        def _read(self) -> Report:
            return report

    desk = Desk(store, desks.Inputs(paths), dropped, ticking(), "test")
    review = module("state").Review(
        desk=desk,
        store=store,
        access=access or module("security").allow_local(TOKEN, PORT, readonly=readonly, editor="Ada"),
        renderer=module("rendering").Renderer("test"),
        now=ticking(3600),
        clauses=lambda: module("serving").read_clauses(Config()),
        file=file,
    )
    try:
        yield Made(review, module("app").create_app(review, "test"))
    finally:
        engine.dispose()


@contextmanager
def served(paths: list[Path], folder: Path, *options: str, seconds: float = 60) -> Iterator[tuple[str, Any]]:
    """``checker review`` as a process in the folder; gives its address and the process, and ends it."""
    command = [sys.executable, "-m", "checker", "review", *map(str, paths), "--no-browser", *options]
    root = Path(__file__).parent.parent.parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root), "NO_COLOR": "1"}
    with (folder / "errors.txt").open("w") as errors:
        process = subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=errors, env=environment)
        try:
            yield _read_address(process, folder / "errors.txt", seconds), process
        finally:
            process.kill()
            process.wait()
            assert process.stdout is not None
            process.stdout.close()


def _read_address(process: Any, errors: Path, seconds: float) -> str:
    """The address that the process prints, when it does."""
    end = time.monotonic() + seconds
    text = b""
    while b"\n" not in text:
        ready, _, _ = select.select([process.stdout], [], [], max(0.0, end - time.monotonic()))
        chunk = os.read(process.stdout.fileno(), 4096) if ready else b""
        assert chunk, f"no address was printed: {errors.read_text()}"
        text += chunk
    found = re.search(rb"http://\S+", text)
    assert found, text
    return found[0].decode()
