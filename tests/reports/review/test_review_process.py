"""The command as a process: what it prints, what it refuses, and what is left of it when it is killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from sample_review import module, served
from test_review_live import FIRST, SECOND, THIRD

pytestmark = pytest.mark.slow

STATUSES = ("confirmed", "dismissed", "not-comparable", "needs-call")


@pytest.fixture
def articles(tmp_path: Path) -> list[Path]:
    paths = []
    for name, text in (("first", FIRST), ("second", SECOND), ("third", THIRD)):
        paths.append(tmp_path / f"{name}.txt")
        paths[-1].write_text(text)
    return paths


def ask(address: str, place: str, body: object = None) -> dict[str, object]:
    """Ask a running review, as a program."""
    parts = urlsplit(address)
    token = parse_qs(parts.query)["token"][0]
    request = urllib.request.Request(
        f"{parts.scheme}://{parts.netloc}{place}",
        method="GET" if body is None else "PUT",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request, timeout=30) as answer:
        return dict(json.load(answer))


def test_killed_during_a_hundred_decisions_it_has_lost_none_that_it_acknowledged(
    articles: list[Path], tmp_path: Path, address: str
) -> None:
    acknowledged: list[tuple[str, int, object]] = []
    many = threading.Event()
    with served(articles, tmp_path, "--one-event", "--db", address) as (url, process):
        found = ask(url, "/api/findings")["findings"]
        assert isinstance(found, list)
        assert found

        def decide() -> None:
            for number in range(100):
                fingerprint = found[number % len(found)]["fingerprint"]
                body = {"status": STATUSES[number % 4], "version": number // len(found), "reason": f"number {number}"}
                try:
                    answer = ask(url, f"/api/findings/{fingerprint}/decision", body)
                except (OSError, urllib.error.URLError):
                    return  # killed; this one was not acknowledged
                acknowledged.append((fingerprint, int(str(answer["version"])), body["reason"]))
                if number == 40:
                    many.set()

        deciding = threading.Thread(target=decide)
        deciding.start()
        assert many.wait(60)
        os.kill(process.pid, signal.SIGKILL)
        deciding.join(60)
    assert len(acknowledged) > 40
    engine = module("database").open_database(address)
    store = module("store").Store(engine)
    kept = {(e.fingerprint, e.version, e.reason) for e in store.log(limit=1000)}
    assert set(acknowledged) <= kept
    # At most the one that was under way is there beside them, and what stands is the last of each log.
    assert len(kept) - len(acknowledged) <= 1
    for fingerprint, entry in store.standing({fingerprint for fingerprint, *_ in acknowledged}).items():
        assert store.history(fingerprint)[-1] == entry
    engine.dispose()


def run(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    root = Path(__file__).parent.parent.parent.parent
    environment = {**os.environ, "PYTHONPATH": str(root)}
    command = [sys.executable, "-m", "checker", "review", "--no-browser", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=60, check=False, env=environment)


def test_it_refuses_to_be_reached_from_elsewhere_without_a_proxy(tmp_path: Path) -> None:
    done = run(tmp_path, "first.txt", "--host", "0.0.0.0")
    assert (done.returncode, done.stdout) == (2, "")
    assert "needs a proxy in front of it" in done.stderr
    assert not (tmp_path / "checker-review.db").exists()


def test_a_database_that_cannot_be_used_is_named(tmp_path: Path) -> None:
    done = run(tmp_path, "first.txt", "--db", "nowhere/review.db")
    assert done.returncode == 2
    assert "there is no folder" in done.stderr
    assert "Traceback" not in done.stderr


def test_interrupted_it_ends_and_says_what_was_not_read(articles: list[Path], tmp_path: Path) -> None:
    (tmp_path / "broken.json").write_text("{")
    with served([*articles, tmp_path / "broken.json"], tmp_path, "--one-event") as (url, process):
        assert ask(url, "/api/findings")["total"]
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 2
    told = (tmp_path / "errors.txt").read_text()
    assert "broken.json: " in told
    assert "Traceback" not in told
