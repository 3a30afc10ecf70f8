"""``checker check`` with what is known beforehand, ``checker decide`` and ``checker config``."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from checker.cli import main

OLD = "The ferry Santa Rita carried 142 passengers when it ran aground off Orsa on Tuesday.\n"
NEW = OLD.replace("142", "124")
SILENT = "<!-- checker: ignore-next[figures] -- the ministry counts the crew too -->\n"


class Left(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Left]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run commands in a folder with a new article that contradicts its archive in one figure."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.md").write_text(NEW)
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.md").write_text(OLD)

    def run(*arguments: str) -> Left:
        monkeypatch.setattr(sys, "argv", ["checker", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        written = capfd.readouterr()
        return Left(int(left.value.code or 0), written.out, written.err)

    return run


def check(run: Run, *arguments: str) -> tuple[Left, list[dict[str, Any]]]:
    left = run("check", "new.md", "--against", "archive", "--one-event", "--format", "json", *arguments)
    return left, json.loads(left.out)["results"] if left.out else []


def told(results: list[dict[str, Any]]) -> list[tuple[str, str]]:
    return [(result["rule"], result["disposition"]) for result in results]


def test_a_comment_silences_unless_suppressions_are_ignored(run: Run, tmp_path: Path) -> None:
    (tmp_path / "new.md").write_text(SILENT + NEW)
    left, results = check(run)
    assert (left.status, told(results)) == (0, [("figures", "suppressed")])
    assert results[0]["suppression"]["justification"] == "the ministry counts the crew too"
    left, results = check(run, "--ignore-suppressions")
    assert (left.status, told(results)) == (1, [("figures", "open")])


def test_a_comment_in_a_page_silences_what_follows_it(run: Run, tmp_path: Path) -> None:
    body = "".join(
        f"<p>{words}</p>\n" for words in ("Ships have called at Orsa since the port was built.", NEW.strip())
    )
    head = "<html><head><title>Ferry</title></head><body><article>\n<h1>Ferry runs aground</h1>\n"
    page = f"{head}{body}</article></body></html>"
    (tmp_path / "new.html").write_text(page.replace("<p>The ferry", f"{SILENT}<p>The ferry"))
    left = run("check", "new.html", "--against", "archive", "--one-event", "--format", "json")
    assert (left.status, told(json.loads(left.out)["results"])) == (0, [("figures", "suppressed")])


def test_a_decision_is_written_and_silences_until_its_day(run: Run, tmp_path: Path) -> None:
    check(run, "--output", "found.json")
    found = json.loads((tmp_path / "found.json").read_text())["results"][0]["fingerprint"]
    asked = ("decide", found[:6], "--report", "found.json", "--status", "dismissed")
    left = run(*asked)
    assert (left.status, "--reason is needed" in left.err) == (2, True)
    left = run(*asked, "--reason", "the crew too", "--who", "ana", "--expires", "2031-06-01", "--today", "2031-05-14")
    assert left.status == 0
    written = json.loads((tmp_path / "checker-decisions.jsonl").read_text())
    assert (written["fingerprint"], written["when"]) == (found, "2031-05-14T00:00:00Z")
    assert (written["values"], written["articles"]) == (["124", "142"], ["archive/old.md", "new.md"])
    assert check(run, "--today", "2031-06-01")[0].status == 0
    left, results = check(run, "--today", "2031-06-02")
    assert (left.status, told(results)) == (1, [("figures", "open"), ("suppressions", "open")])
    (tmp_path / "new.md").write_text(NEW.replace("124", "421"))
    left, results = check(run, "--today", "2031-05-20")
    assert (left.status, told(results)) == (1, [("figures", "open")])
    assert results[0]["earlier"]["values"] == ["124", "142"]


def test_what_is_wrong_with_a_decision_is_told(run: Run, tmp_path: Path) -> None:
    check(run, "--output", "found.json")
    left = run("decide", "ffff", "--report", "found.json", "--status", "confirmed")
    assert (left.status, 'no finding "ffff"' in left.err) == (2, True)
    (tmp_path / "other.json").write_text("[]")
    left = run("decide", "ffff", "--report", "other.json", "--status", "confirmed")
    assert (left.status, "neither a report nor a check" in left.err) == (2, True)
    left, _ = check(run, "--decisions", "none.jsonl")
    assert (left.status, "no such file of decisions" in left.err) == (2, True)


def test_a_baseline_is_written_known_and_pruned(run: Run, tmp_path: Path) -> None:
    assert check(run, "--write-baseline", "known.jsonl")[0].status == 0
    left, results = check(run, "--baseline", "known.jsonl")
    assert (left.status, told(results)) == (0, [("figures", "known")])
    (tmp_path / "new.md").write_text(f"Ships have called at Orsa since the port was built.\n\n{NEW}")
    assert check(run, "--baseline", "known.jsonl")[0].status == 0
    (tmp_path / "new.md").write_text(NEW.replace("124", "421"))
    assert check(run, "--baseline", "known.jsonl")[0].status == 1
    (tmp_path / "new.md").write_text(OLD.replace("on Tuesday", "late on Tuesday"))
    left, _ = check(run, "--baseline", "known.jsonl")
    assert "--prune-baseline" in json.loads(left.out)["remarks"][0]
    check(run, "--baseline", "known.jsonl", "--prune-baseline")
    assert (tmp_path / "known.jsonl").read_text() == ""


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--baseline", "none.jsonl"), "no such baseline"),
        (("--prune-baseline",), "needs a baseline"),
        (("--baseline", "a", "--baseline-commit", "HEAD"), "exclude each other"),
        (("--baseline-commit", "HEAD"), "not in a Git repository"),
        (("--changed-since", "HEAD"), "not in a Git repository"),
        (("--isolated", "--config", "checker.toml"), "no such configuration|exclude each other"),
        (("--config", "ignore=[tone"), "neither a file nor a setting"),
    ],
)
def test_what_cannot_be_used_is_a_fault_of_usage(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, arguments: tuple[str, ...], message: str
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    left, results = check(run, *arguments)
    assert (left.status, results) == (2, [])
    assert any(one in left.err for one in message.split("|"))


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
def test_only_what_is_new_since_a_revision_counts(run: Run, tmp_path: Path) -> None:
    who = {"GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@a.example", "GIT_CONFIG_GLOBAL": os.devnull}
    who |= {"GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@a.example"}
    for command in (["init", "-q"], ["add", "-A"], ["commit", "-q", "-m", "one"]):
        subprocess.run(["git", *command], cwd=tmp_path, check=True, env={**os.environ, **who})
    left, results = check(run, "--baseline-commit", "HEAD")
    assert (left.status, told(results)) == (0, [("figures", "known")])
    left, results = check(run, "--changed-since", "HEAD")
    assert (left.status, results, "no article has changed" in left.err) == (0, [], True)
    (tmp_path / "new.md").write_text(NEW.replace("124", "421"))
    left, results = check(run, "--baseline-commit", "HEAD")
    assert (left.status, told(results)) == (1, [("figures", "open")])
    left = run("check", ".", "--changed-since", "HEAD", "--one-event", "--format", "json")
    checked = json.loads(left.out)
    assert (left.status, [one["path"] for one in checked["new"]], checked["compared_with"]) == (1, ["new.md"], 1)


def test_a_severity_for_some_articles_is_that_of_the_new_one(run: Run, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('[per-path."new.md"]\nseverity = {figures = "note"}\n')
    left, results = check(run, "--show", "note")
    assert (left.status, [r["severity"] for r in results if r["rule"] == "figures"]) == (0, ["note"])
    left, results = check(run, "--show", "note", "--isolated")
    assert left.status == 1


def test_the_settings_that_are_shown_are_a_configuration_file(run: Run, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('ignore = ["tone"]\n[per-path."archive/**"]\nignore = ["place"]\n')
    left = run("config", "--show", "--config", "rules.figures.severity=note")
    assert left.status == 0
    shown = tomllib.loads(left.out)
    assert (shown["ignore"], shown["rules"]["figures"]["severity"]) == (["tone"], "note")
    assert left.out.startswith(f"# {tmp_path / 'checker.toml'}\n")
    (tmp_path / "again.toml").write_text(left.out)
    assert tomllib.loads(run("config", "--config", "again.toml").out) == shown


def test_the_files_that_are_read_are_listed(run: Run, tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"x")
    (tmp_path / "checker-decisions.jsonl").write_text("")
    (tmp_path / "checker.toml").write_text('[per-path."archive/**"]\nignore = ["place"]\n')
    assert run("config", "--show-files").out.splitlines() == ["new.md", "archive/old.md"]
    assert run("config", "--show-files", "--show", "archive").out == "archive/old.md  (not read by: place)\n"
    left = run("config", "--show-files", "none")
    assert (left.status, "no such file or folder" in left.err) == (2, True)


def test_the_schema_is_json(run: Run) -> None:
    assert json.loads(run("config", "--schema").out)["properties"]["extend-select"]["type"] == "array"


def test_the_rule_of_suppressions_has_a_page_and_a_severity(run: Run, tmp_path: Path) -> None:
    assert "severity note" in run("explain", "suppressions", "--config", "rules.suppressions.severity=note").out
    (tmp_path / "new.md").write_text("<!-- checker: ignore-next[place] -->\n" + OLD)
    left, results = check(run, "--show", "note", "--config", "rules.suppressions.severity=error")
    assert (left.status, [r["severity"] for r in results if r["rule"] == "suppressions"]) == (1, ["error"])
    assert check(run, "--config", 'ignore=["suppressions"]')[1] == []
