"""The files by which other tools run the checker: what they ask for exists, and what they pass on is passed whole."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

import checker
from checker.cli.check import check
from checker.cli.group import checker as commands

ROOT = Path(checker.__file__).parent.parent
OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]+")  # "--fail-on"
OPTIONS = {name for parameter in check.params for name in parameter.opts}


def options_in(text: str) -> set[str]:
    """The long options that a text has."""
    return set(OPTION.findall(text))


def load(name: str) -> list[Any]:
    return list(yaml.safe_load_all((ROOT / name).read_text(encoding="utf-8")))


def test_the_hook_runs_a_command_that_there_is_on_the_whole_folder() -> None:
    (hook,) = load(".pre-commit-hooks.yaml")[0]
    program, command = hook["entry"].split()
    assert program == "checker"
    assert command in commands.commands
    # A finding is between two files: names of files would be split over several runs.
    assert hook["pass_filenames"] is False
    assert hook["require_serial"] is True
    assert options_in(" ".join(hook["args"])) <= OPTIONS


@pytest.mark.parametrize("name", ["action.yml", "templates/consistency-check.yml"])
def test_the_options_are_those_of_the_command(name: str) -> None:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    script = [line for line in lines if "pip" not in line and not line.lstrip().startswith(("#", "-c "))]
    asked = options_in("\n".join(script))
    assert asked
    assert asked <= OPTIONS


def test_the_job_of_gitlab_keeps_the_reports_that_it_writes() -> None:
    spec, job = load("templates/consistency-check.yml")
    check_job = job["consistency-check"]
    script = " ".join(check_job["script"])
    reports = check_job["artifacts"]["reports"]
    assert f"--gitlab-output {reports['codequality']}" in script
    assert f"--junit-output {reports['junit']}" in script
    used = {part.split("]]")[0].strip().removeprefix("inputs.") for part in str(job).split("$[[")[1:]}
    assert used == set(spec["spec"]["inputs"])


def test_the_action_uses_each_of_its_inputs_and_only_as_variables() -> None:
    (action,) = load("action.yml")
    steps = action["runs"]["steps"]
    assert all(f"inputs.{name}" in str(steps) for name in action["inputs"])
    # What is put into a script as text would be run as part of it.
    assert all("${{" not in step.get("run", "") for step in steps)
    assert all(step.get("shell") == "bash" for step in steps if "run" in step)


@pytest.mark.skipif(shutil.which("bash") is None, reason="the step is a script for bash")
def test_the_action_passes_its_inputs_whole(tmp_path: Path) -> None:
    (action,) = load("action.yml")
    script = next(step["run"] for step in action["runs"]["steps"] if step.get("name") == "Check")
    program = tmp_path / "checker" / "bin" / "checker"
    program.parent.mkdir(parents=True)
    program.write_text('#!/usr/bin/env bash\nprintf "%s\\n" "$@"\nexit 1\n')
    program.chmod(0o755)
    given = {
        "ARTICLES": "new one.md\n$(touch run)\n-odd.md\n",
        "AGAINST": "archive one\nother\n",
        "CHANGED_SINCE": "",
        "FAIL_ON": "warning",
        "ARGS": "--strict\n",
        "SARIF_FILE": "o.sarif",
        "RUNNER_TEMP": str(tmp_path),
        "PATH": "/usr/bin:/bin",
    }
    done = subprocess.run(
        ["bash", "-eo", "pipefail", "-c", script], env=given, cwd=tmp_path, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert done.stdout.splitlines() == [
        *("check", "--format", "github", "--fail-on", "warning"),
        *("--against", "archive one", "--against", "other", "--strict", "--sarif-output", "o.sarif"),
        *("--", "new one.md", "$(touch run)", "-odd.md"),
    ]
    assert not (tmp_path / "run").exists()


def test_the_image_is_given_all_that_its_build_copies() -> None:
    ignored = (ROOT / ".dockerignore").read_text(encoding="utf-8")
    kept = {line[1:] for line in ignored.splitlines() if line.startswith("!")}
    copied = set()
    for line in (ROOT / "Dockerfile").read_text(encoding="utf-8").splitlines():
        if line.startswith("COPY ") and "--from" not in line:
            copied.update(line.split()[1:-1])
    assert copied == kept
    assert all((ROOT / name).exists() for name in copied)
