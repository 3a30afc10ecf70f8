"""The command line: statuses, where output goes, and what is said when something is wrong."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

import checker.run
from checker import Article, Finding, Kind, Report, Severity
from checker.cli import main
from checker.model import Evidence, LinkLevel, Why

STORY = "Ferry sinks off the coast\n\nThe ferry left the harbour with 142 people on board, two officials said.\n"


class Outcome(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Outcome]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in an empty folder and give its status and what it wrote."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["checker", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        written = capfd.readouterr()
        assert isinstance(left.value.code, int)
        return Outcome(left.value.code, written.out, written.err)

    return run


def finding(severity: Severity, number: int = 1) -> Finding:
    return Finding(
        id=f"f{number}",
        fingerprint=f"{number}abc0000{number}",
        question_key="k",
        rule="figures",
        kind=Kind.CONTRADICTION,
        severity=severity,
        confidence=0.9,
        question="how many people were on board",
        message="142 beside 124",
        why=Why((LinkLevel("heads", 1.0),), "142 is not 124", "a list of those on board"),
        origins=("Post", "Wire"),
        evidence=(Evidence("a", "text", 0, 5, "Ferry", "142"),),
    )


@pytest.fixture
def findings(monkeypatch: pytest.MonkeyPatch) -> list[Finding]:
    """What the engine will have found; the commands are tested, not the engine."""
    found: list[Finding] = []

    def check(articles: Sequence[Article], *, inputs: Sequence[Any] = (), **_: object) -> Report:
        return Report(tuple(articles), (), (), (), tuple(found), (), inputs=tuple(inputs))

    monkeypatch.setattr(checker.run, "check", check)
    return found


@pytest.fixture
def story(tmp_path: Path) -> str:
    (tmp_path / "a.txt").write_text(STORY)
    return "a.txt"


def test_help_names_every_command(run: Run) -> None:
    outcome = run("--help")
    assert outcome.status == 0
    for command in ("report", "extract", "rules", "explain", "why"):
        assert f"\n  {command} " in outcome.out


def test_the_version_is_the_packages(run: Run) -> None:
    assert checker.__version__ in run("--version").out


@pytest.mark.parametrize(
    "arguments",
    [
        ["report"],
        ["nonsense"],
        ["report", "a.txt", "--nonsense"],
        ["report", "a.txt", "--fail-on", "loud"],
        ["report", "a.txt", "--today", "soon"],
        ["report", "a.txt", "--format", "jsn"],
        ["report", "a.txt", "--config", "none.toml"],
        ["report", "-", "-"],
        ["explain", "figurs"],
        ["why", "f1"],
        ["why", "f1", "--report", "none.json"],
        ["extract", "a.txt", "--format", "xml"],
    ],
)
def test_bad_usage_is_said_and_exits_with_2(run: Run, story: str, arguments: list[str]) -> None:
    outcome = run(*arguments)
    assert outcome.status == 2
    assert outcome.out == ""
    assert "Traceback" not in outcome.err
    assert outcome.err.strip()


def test_what_is_misspelt_is_suggested(run: Run, story: str) -> None:
    assert 'did you mean "json"' in run("report", story, "--format", "jsn").err
    assert 'did you mean "figures"' in run("explain", "figurs").err


@pytest.mark.parametrize(
    ("severity", "fail_on", "status"),
    [
        (Severity.ERROR, None, 0),
        (Severity.ERROR, "error", 1),
        (Severity.WARNING, "error", 0),
        (Severity.WARNING, "warning", 1),
        (Severity.ERROR, "note", 1),
        (Severity.NOTE, "warning", 0),
        (None, "note", 0),
    ],
)
def test_findings_fail_only_when_asked_for(
    run: Run, findings: list[Finding], story: str, severity: Severity | None, fail_on: str | None, status: int
) -> None:
    if severity:
        findings.append(finding(severity))
    assert run("report", story, *(["--fail-on", fail_on] if fail_on else [])).status == status


def test_what_cannot_be_read_wins_over_findings_and_the_report_is_written(
    run: Run, findings: list[Finding], story: str
) -> None:
    findings.append(finding(Severity.ERROR))
    outcome = run("report", story, "gone.txt", "--fail-on", "error", "--format", "json")
    assert outcome.status == 2
    assert "gone.txt: there is no such file" in outcome.err
    report = json.loads(outcome.out)
    assert [one["status"] for one in report["inputs"]] == ["read", "unreadable"]
    assert len(report["findings"]) == 1


def test_the_format_follows_the_outputs_suffix(run: Run, findings: list[Finding], story: str, tmp_path: Path) -> None:
    for name, begins in (("r.json", "{"), ("r.html", "<!"), ("r.md", "#")):
        outcome = run("report", story, "--output", name)
        assert (outcome.status, outcome.out) == (0, "")
        assert (tmp_path / name).read_text().lstrip().startswith(begins)


def test_an_output_that_cannot_be_written_is_said(run: Run, findings: list[Finding], story: str) -> None:
    outcome = run("report", story, "--output", "no/such/folder/r.json")
    assert outcome.status == 2
    assert "cannot be written" in outcome.err


def test_the_same_input_gives_the_same_bytes_without_colours(run: Run, findings: list[Finding], story: str) -> None:
    findings.append(finding(Severity.ERROR))
    one, other = run("report", story), run("report", story)
    assert one == other
    assert "\x1b" not in one.out
    assert one.err == ""


def test_the_options_reach_the_engine(run: Run, story: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    seen: dict[str, Any] = {}

    def check(articles: Sequence[Article], **given: Any) -> Report:
        seen.update(given, ids=[article.id for article in articles])
        return Report(tuple(articles), (), (), (), (), ())

    monkeypatch.setattr(checker.run, "check", check)
    (tmp_path / "b.md").write_text(f"---\nsource: Post\n---\n{STORY}")
    (tmp_path / "mine.toml").write_text('ignore = ["place"]')
    assert run("report", story, "b.md", "--one-event", "--all", "--config", "mine.toml").status == 0
    assert seen["ids"] == ["a", "b"]
    assert (seen["one_event"], seen["everything"], seen["config"].ignore) == (True, True, ("place",))
    assert seen["skips"]["b"].start == 0


def test_a_fault_of_the_checker_exits_with_101(run: Run, story: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def check(*_: object, **__: object) -> Report:
        raise KeyError("lost")

    monkeypatch.setattr(checker.run, "check", check)
    outcome = run("report", story)
    assert outcome.status == 101
    assert "internal error: KeyError: 'lost'" in outcome.err


def test_a_rule_that_cannot_be_loaded_is_the_users_to_mend(run: Run, story: str, tmp_path: Path) -> None:
    (tmp_path / "ours").mkdir()
    (tmp_path / "ours" / "broken.py").write_text("1 / 0\n")
    (tmp_path / "checker.toml").write_text('rule-paths = ["ours"]')
    outcome = run("rules")
    assert outcome.status == 2
    assert "broken.py" in outcome.err
    assert "ZeroDivisionError" in outcome.err


def test_rules_are_listed_and_those_off_are_marked(run: Run, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('ignore = ["place", "omission"]')
    lines = {line.split()[0]: line for line in run("rules").out.splitlines() if line}
    assert lines["place"].endswith("[off]")
    assert lines["omission"].endswith("[off]")
    assert not lines["figures"].endswith("[off]")


@pytest.mark.parametrize("wanted", ["figures", "one_sided"])
def test_the_page_of_a_rule_or_a_note_is_shown(run: Run, wanted: str) -> None:
    outcome = run("explain", wanted)
    assert outcome.status == 0
    assert "## What it finds" in outcome.out
    assert "## Limits" in outcome.out


@pytest.mark.parametrize("wanted", ["f1", "1abc00001", "1abc"])
def test_why_shows_words_values_links_and_difference(
    run: Run, findings: list[Finding], story: str, wanted: str
) -> None:
    findings.extend((finding(Severity.ERROR), finding(Severity.NOTE, 2)))
    assert run("report", story, "-o", "r.json").status == 0
    outcome = run("why", wanted, "--report", "r.json")
    assert outcome.status == 0
    for words in (
        "f1",
        "how many people",
        "“Ferry”",
        "read as: 142",
        "1.00  what is asked about",
        "142 is not 124",
        "a list of those",
    ):
        assert words in outcome.out


def test_why_refuses_what_is_not_there(run: Run, findings: list[Finding], story: str, tmp_path: Path) -> None:
    findings.append(finding(Severity.ERROR))
    run("report", story, "-o", "r.json")
    assert "no finding" in run("why", "f9", "--report", "r.json").err
    (tmp_path / "other.json").write_text('{"schema_version": 9}')
    outcome = run("why", "f1", "--report", "other.json")
    assert (outcome.status, "schema version 1" in outcome.err) == (2, True)


def test_extract_writes_a_line_an_article_that_cites_its_text(run: Run, tmp_path: Path) -> None:
    rows = [
        {"id": "x", "published": "2031-05-14", "text": "“We talk,” Ann Lee said on Monday. 142 people were on board."},
        {"id": "y", "text": "  The ferry left at nine."},
    ]
    (tmp_path / "in.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "{\n")
    outcome = run("extract", "in.jsonl", "--format", "jsonl")
    assert outcome.status == 2
    assert "in.jsonl:3" in outcome.err
    lines = [json.loads(line) for line in outcome.out.splitlines()]
    assert [line["article"]["id"] for line in lines] == ["x", "y"]
    assert lines[0]["mentions"]
    for line, row in zip(lines, rows, strict=True):
        spans = [*line["mentions"], *line["claims"]]
        spans += [quote[part] for quote in line["quotes"] for part in ("content", "speaker", "cue") if quote[part]]
        for span in spans:
            assert row["text"][span["start"] : span["end"]] == span["text"]


def checker_process(arguments: Sequence[str], **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([sys.executable, "-m", "checker", *arguments], capture_output=True, check=False, **options)


def test_python_m_checker_is_the_command() -> None:
    done = checker_process(["--version"])
    assert done.returncode == 0
    assert b"news-consistency-checker" in done.stdout


def test_a_reader_that_stops_listening_gets_no_traceback() -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "checker", "explain", "figures"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, check=False)
    os.close(writing)
    assert (done.returncode, done.stderr) == (0, b"")


def test_standard_input_is_read(tmp_path: Path) -> None:
    done = checker_process(["extract", "-"], input=STORY.encode(), cwd=tmp_path, env={**os.environ, "NO_COLOR": "1"})
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["article"]["title"] == "Ferry sinks off the coast"
