"""``checker rules --new`` and ``checker test``: a rule is drafted, its cases hold, and what is wrong is said."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from checker.cli import main


class Left(NamedTuple):
    status: int
    out: str
    err: str


Run = Callable[..., Left]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Run the command in an empty folder."""
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str) -> Left:
        monkeypatch.setattr(sys, "argv", ["checker", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        written = capfd.readouterr()
        assert isinstance(left.value.code, int)
        return Left(left.value.code, written.out, written.err)

    return run


@pytest.fixture
def drafted(run: Run, tmp_path: Path) -> Path:
    """A folder with a new rule in it."""
    assert run("rules", "--new", "alert_levels").status == 0
    return tmp_path / "our_rules"


def test_a_new_rule_is_two_files_whose_cases_hold(run: Run, drafted: Path) -> None:
    assert sorted(path.name for path in drafted.iterdir()) == ["alert_levels.md", "alert_levels.py"]
    left = run("test", "our_rules", "--verbose")
    assert left.status == 0, left.out
    assert left.out.splitlines() == [
        "ok    our_rules/alert_levels.md: Two levels of one alert",
        "ok    our_rules/alert_levels.md: One level in other words",
        "ok    our_rules/alert_levels.md: Alerts of two places",
        "3 cases of 1 rule: 0 failed.",
    ]


def test_the_new_rule_runs_when_its_folder_is_named(run: Run, drafted: Path) -> None:
    (drafted.parent / "checker.toml").write_text('rule-paths = ["our_rules"]\n')
    assert "\nalert_levels " in run("rules").out
    assert "how high an alert stands" in run("explain", "alert_levels").out


def test_a_new_rule_goes_where_the_configuration_has_them(run: Run, tmp_path: Path) -> None:
    (tmp_path / "checker.toml").write_text('rule-paths = ["desk"]\n')
    (tmp_path / "desk").mkdir()
    left = run("rules", "--new", "levels")
    assert (tmp_path / "desk" / "levels.py").is_file()
    assert "rule-paths" not in left.out
    run("rules", "--new", "heights", "--in", "other")
    assert (tmp_path / "other" / "heights.md").is_file()


@pytest.mark.parametrize(
    ("name", "said"),
    [("figures", "already"), ("Alert-Levels", "lower-case"), ("../x", "lower-case"), ("1x", "lower-case")],
)
def test_a_name_that_cannot_be_used_is_refused(run: Run, tmp_path: Path, name: str, said: str) -> None:
    left = run("rules", "--new", name)
    assert left.status == 2
    assert said in left.err
    assert list(tmp_path.iterdir()) == []


def test_no_file_is_written_over(run: Run, drafted: Path) -> None:
    (drafted / "alert_levels.py").write_text("mine")
    (drafted / "alert_levels.md").unlink()
    assert run("rules", "--new", "alert_levels").status == 2
    assert (drafted / "alert_levels.py").read_text() == "mine"
    assert not (drafted / "alert_levels.md").exists()


def test_a_case_that_does_not_hold_is_named_with_its_line(run: Run, drafted: Path) -> None:
    file = drafted / "alert_levels.md"
    file.write_text(file.read_text().replace('- claim: "red alert" = red', '- claim: "red alert" = blue'))
    left = run("test", "our_rules")
    assert left.status == 1
    assert "FAIL  our_rules/alert_levels.md: Two levels of one alert\n      line 12: claim red alert blue" in left.out
    assert "3 cases of 1 rule: 1 failed." in left.out


def test_cases_that_cannot_be_read_hide_no_others(run: Run, drafted: Path) -> None:
    (drafted / "figures.md").write_text('## A case\n\n> **Post**: Text.\n\n- contradicts: "a"\n')
    (drafted / "alert_level.md").write_text((drafted / "alert_levels.md").read_text())
    (drafted / "README.md").write_text("# Our rules\n\n- a list\n")
    left = run("test", "our_rules")
    assert left.status == 2
    assert "3 cases of 1 rule: 0 failed." in left.out
    assert "figures.md:5: “contradicts” is not one of" in left.err
    assert 'there is no rule "alert_level"; did you mean "alert_levels"?' in left.err
    assert "README" not in left.err


def test_a_rule_without_cases_is_named(run: Run, drafted: Path) -> None:
    source = (drafted / "alert_levels.py").read_text()
    (drafted / "other.py").write_text(source.replace('"alert_levels"', '"other"').replace("alert|warning", "siren"))
    left = run("test", "our_rules")
    assert left.status == 0
    assert "note  our_rules/other.py: the rule has no cases" in left.out


@pytest.mark.parametrize("name", ["nowhere", "empty"])
def test_a_folder_without_cases_is_no_success(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    left = run("test", name)
    assert left.status == 2
    assert name in left.err


def test_a_rule_that_cannot_be_imported_is_the_users(run: Run, drafted: Path) -> None:
    (drafted / "broken.py").write_text("import nothing_of_the_kind\n")
    left = run("test", "our_rules")
    assert left.status == 2
    assert "broken.py cannot be imported" in left.err
    assert "Traceback" not in left.err


def test_a_rule_that_is_switched_off_is_tested_all_the_same(run: Run, drafted: Path) -> None:
    (drafted.parent / "checker.toml").write_text('rule-paths = ["our_rules"]\nselect = ["figures"]\n')
    assert run("test", "our_rules").status == 0


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_there_is_a_completion_for_each_shell(run: Run, shell: str) -> None:
    left = run("completion", shell)
    assert left.status == 0
    assert "_CHECKER_COMPLETE" in left.out


@pytest.mark.parametrize(
    ("words", "completed"),
    [
        ("checker che", "check"),
        ("checker check --format sar", "sarif"),
        ("checker explain figu", "figures"),
        ("checker check --fail-on nev", "never"),
    ],
)
def test_a_shell_completes_commands_values_and_rules(tmp_path: Path, words: str, completed: str) -> None:
    asked = {"_CHECKER_COMPLETE": "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(words.count(" "))}
    done = subprocess.run(
        [sys.executable, "-c", "from checker.cli import main; main()"],
        env={**os.environ, **asked},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert f",{completed}" in done.stdout
