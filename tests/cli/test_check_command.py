"""``checker check``: what it reads, where its formats go, and with which status it leaves."""

import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from sample_outcome import CONTRADICTION, FRAMING, NOTE, UNMEASURED, make_outcome

import checker.gate
from checker.cli import main
from checker.gate.scanning import Shelf
from checker.model import Finding, Outcome
from checker.reading import Reading

STORY = "Ferry sinks off the coast\n\nThe ferry left the harbour with 142 people on board, two officials said.\n"


class Left(NamedTuple):
    status: int
    out: str
    err: str


class Asked(NamedTuple):
    new: Reading
    archive: Shelf
    options: dict[str, Any]


Run = Callable[..., Left]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in a folder with two articles and an archive of one."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("GITHUB_STEP_SUMMARY", raising=False)
    for name in ("new.txt", "other.md"):
        (tmp_path / name).write_text(STORY)
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "old.txt").write_text(STORY.replace("142", "124"))

    def run(*arguments: str) -> Left:
        monkeypatch.setattr(sys, "argv", ["checker", "check", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        written = capfd.readouterr()
        assert isinstance(left.value.code, int)
        return Left(left.value.code, written.out, written.err)

    return run


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[Asked]:
    """What the gate was asked; the command is tested, not the gate."""
    return []


@pytest.fixture
def findings(monkeypatch: pytest.MonkeyPatch, asked: list[Asked]) -> list[Finding]:
    """What the gate will have found."""
    found: list[Finding] = []

    def check_new(new: Reading, archive: Shelf, **options: Any) -> Outcome:
        asked.append(Asked(new, archive, options))
        return make_outcome(*found)

    monkeypatch.setattr(checker.gate, "check_new", check_new)
    return found


@pytest.mark.parametrize(
    ("found", "options", "status"),
    [
        ([], (), 0),
        ([CONTRADICTION], (), 1),
        ([FRAMING, NOTE], (), 0),
        ([FRAMING], ("--fail-on", "warning"), 1),
        ([NOTE], ("--fail-on", "warning"), 0),
        ([NOTE], ("--fail-on", "note"), 1),
        ([CONTRADICTION], ("--fail-on", "never"), 0),
        ([CONTRADICTION], ("--exit-zero",), 0),
        ([UNMEASURED], (), 0),
        ([UNMEASURED], ("--strict",), 1),
        ([UNMEASURED], ("--strict", "--fail-on", "never"), 1),
        ([CONTRADICTION, UNMEASURED], ("--strict", "--exit-zero"), 0),
    ],
)
def test_the_status_says_whether_it_fails(
    run: Run, findings: list[Finding], found: Sequence[Finding], options: Sequence[str], status: int
) -> None:
    findings.extend(found)
    assert run("new.txt", *options).status == status


def test_new_articles_and_archive_are_read_apart(run: Run, findings: list[Finding], asked: list[Asked]) -> None:
    run("new.txt", "other.md", "--against", "archive", "--one-event")
    assert [article.path for article in asked[0].new.articles] == ["new.txt", "other.md"]
    assert [slot.path for slot in asked[0].archive.slots] == ["archive/old.txt"]
    assert asked[0].options["one_event"] is True


def test_without_an_archive_there_is_none(run: Run, findings: list[Finding], asked: list[Asked]) -> None:
    assert run("new.txt").status == 0
    assert asked[0].archive.slots == ()


@pytest.mark.parametrize(
    ("options", "shown"),
    [
        ((), "contradiction framing"),
        (("--show", "error"), "contradiction"),
        (("--show", "note"), "contradiction framing single-source"),
        (("--fail-on", "note"), "contradiction framing single-source"),
        (("--all",), "contradiction framing single-source"),
    ],
)
def test_notes_are_counted_unless_they_are_asked_for(
    run: Run, findings: list[Finding], options: Sequence[str], shown: str
) -> None:
    findings.extend([CONTRADICTION, FRAMING, NOTE])
    record = json.loads(run("new.txt", "--format", "json", *options).out)
    assert " ".join(result["kind"] for result in record["results"]) == shown
    assert len(record["results"]) + sum(record["hidden"].values()) == 3


def test_several_formats_are_written_in_one_run(run: Run, findings: list[Finding], tmp_path: Path) -> None:
    findings.append(CONTRADICTION)
    left = run("new.txt", "--sarif-output", "o.sarif", "--junit-output", "o.xml", "--output", "o.json")
    assert left.out == ""
    assert json.loads((tmp_path / "o.sarif").read_text())["version"] == "2.1.0"
    assert (tmp_path / "o.xml").read_text().startswith("<?xml")
    assert json.loads((tmp_path / "o.json").read_text())["schema_version"] == 1


def test_sarif_carries_the_pages_of_the_rules(run: Run, findings: list[Finding], tmp_path: Path) -> None:
    findings.append(CONTRADICTION)
    run("new.txt", "--sarif-output", "o.sarif")
    rules = json.loads((tmp_path / "o.sarif").read_text())["runs"][0]["tool"]["driver"]["rules"]
    figures = next(rule for rule in rules if rule["id"] == "figures")
    assert len(figures["help"]["markdown"]) > 200


def test_the_log_of_github_is_joined_by_the_full_list_in_the_summary(
    run: Run, findings: list[Finding], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    findings.append(CONTRADICTION)
    (tmp_path / "summary.md").write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    assert run("new.txt", "--format", "github").out.startswith("::error ")
    written = (tmp_path / "summary.md").read_text()
    assert written.startswith("before\n### Consistency check: 1 contradiction")
    run("new.txt")
    assert (tmp_path / "summary.md").read_text() == written


def test_a_summary_that_cannot_be_written_is_no_fault_of_the_checker(
    run: Run, findings: list[Finding], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "gone" / "summary.md"))
    left = run("new.txt", "--format", "github")
    assert left.status == 2
    assert "summary.md: cannot be written" in left.err


def test_two_outputs_to_one_file_are_refused(run: Run) -> None:
    left = run("new.txt", "--json-output", "o", "--sarif-output", "o")
    assert left.status == 2
    assert "o: two outputs" in left.err


def test_what_cannot_be_read_wins_and_hides_nothing(run: Run, findings: list[Finding], asked: list[Asked]) -> None:
    findings.append(CONTRADICTION)
    left = run("new.txt", "gone.txt", "--against", "archive", "--against", "lost")
    assert left.status == 2
    assert "error[figures]" in left.out
    assert "checker: gone.txt: there is no such file or folder" in left.err
    assert "checker: lost: there is no such file or folder" in left.err
    assert len(asked[0].new.articles) == 1
    assert run("gone.txt", "--exit-zero").status == 2


def test_a_fault_of_the_checker_does_not_look_like_findings(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> Outcome:
        raise RuntimeError("out of order")

    monkeypatch.setattr(checker.gate, "check_new", fail)
    left = run("new.txt")
    assert left.status == 101
    assert "internal error: RuntimeError: out of order" in left.err


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("new.txt", "--format", "sarf"),
        ("new.txt", "--fail-on", "fatal"),
        ("new.txt", "--today", "soon"),
        ("new.txt", "--stdin-filename", "a.md"),
        ("-", "-"),
        ("new.txt", "--config", "gone.toml"),
    ],
)
def test_bad_usage_has_its_own_status(run: Run, arguments: Sequence[str]) -> None:
    left = run(*arguments)
    assert left.status == 2
    assert left.err
    assert "Traceback" not in left.err


def give_stdin(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))


def test_standard_input_goes_by_the_name_given(
    run: Run, findings: list[Finding], asked: list[Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    give_stdin(monkeypatch, b'{"title": "Ferry", "text": "The ferry carried 142 people."}')
    run("-", "--stdin-filename", "desk/ferry.json")
    (article,) = asked[0].new.articles
    assert (article.path, article.id, article.title) == ("desk/ferry.json", "ferry", "Ferry")
    assert "desk/ferry.json" in asked[0].options["originals"]


def test_standard_input_without_a_name_is_read_by_what_it_is(
    run: Run, findings: list[Finding], asked: list[Asked], monkeypatch: pytest.MonkeyPatch
) -> None:
    give_stdin(monkeypatch, b"---\ntitle: Ferry\n---\nThe ferry carried 142 people.\n")
    run("-")
    assert asked[0].new.articles[0].title == "Ferry"


def test_the_whole_way(run: Run) -> None:
    left = run("new.txt", "--against", "archive", "--one-event")
    assert left.status == 1
    assert left.out.startswith("new.txt:3:")
    assert "error[figures]" in left.out
    assert "archive/old.txt:3:" in left.out
