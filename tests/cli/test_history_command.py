"""``checker report --history`` and ``checker history``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from checker.cli.group import checker


def run(*arguments: str) -> Result:
    return CliRunner().invoke(checker, list(arguments))


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    for outlet, text in (
        ("Coast Wire", "The fire at Port Ellery killed 12 people on Monday. The ferry carried 142 passengers."),
        ("Daily Post", "Twelve people were killed in the fire at Port Ellery. The ferry carried 142 people."),
    ):
        record = {"title": "Fire", "source": outlet, "published": "2031-05-03", "text": text}
        (folder / f"{outlet.split()[0].lower()}.json").write_text(json.dumps(record), encoding="utf-8")
    return folder


def test_a_report_counts_and_adds_to_a_history(tmp_path: Path, articles: Path) -> None:
    path = str(tmp_path / "history.db")
    for _ in range(2):
        assert run("report", str(articles), "--history", path, "--format", "json").exit_code == 0
    rows = json.loads(run("history", path, "--format", "json").stdout)
    assert {row["outlet"] for row in rows} == {"Coast Wire", "Daily Post"}
    assert all(row["agreed"] and not row["judged"] for row in rows)
    assert "too few claims to judge" in run("history", path).stdout


def test_a_file_that_is_no_history_is_refused_before_anything_is_written(tmp_path: Path, articles: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("these are my notes\n" * 100)
    outcome = run("report", str(articles), "--history", str(path))
    assert outcome.exit_code == 2
    assert "notes.txt" in outcome.output
    assert "CONTRADICTIONS" not in outcome.output
    assert run("history", str(path)).exit_code == 2
    assert run("history", str(tmp_path / "none.db")).exit_code == 2
