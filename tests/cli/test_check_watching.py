"""``checker check --watch`` checks again when an article changes, and lives through trouble."""

import sys
from collections.abc import Callable
from pathlib import Path

import click
import pytest

from checker.cli import main, watching
from checker.cli.console import TroubleError
from checker.cli.watching import watch


@pytest.fixture
def steps(monkeypatch: pytest.MonkeyPatch) -> list[Callable[[], object]]:
    """What happens at each look at the files, in order; then the interrupt."""
    return []


def run(paths: list[str], check: Callable[[], object], steps: list[Callable[[], object]]) -> None:
    def sleep(seconds: float) -> None:
        assert seconds > 0
        if not steps:
            raise KeyboardInterrupt
        steps.pop(0)()

    watch(paths, check, sleep=sleep)


def test_it_checks_once_and_then_after_each_change(tmp_path: Path, steps: list[Callable[[], object]]) -> None:
    article = tmp_path / "new.txt"
    article.write_text("One.")
    seen: list[str] = []

    def write(name: str, text: str) -> Callable[[], object]:
        return lambda: (tmp_path / name).write_text(text)

    steps += [lambda: None, write("new.txt", "One, two."), lambda: None, write("other.txt", "Three."), article.unlink]
    steps.append(write("index.toml", '[[article]]\nfile = "other.txt"\n'))
    run([str(tmp_path)], lambda: seen.append(",".join(sorted(p.name for p in tmp_path.iterdir()))), steps)
    assert seen == ["new.txt", "new.txt", "new.txt,other.txt", "other.txt", "index.toml,other.txt"]


def test_trouble_is_told_and_waited_out(
    tmp_path: Path, steps: list[Callable[[], object]], capfd: pytest.CaptureFixture[str]
) -> None:
    article = tmp_path / "new.txt"
    article.write_text("One.")
    outcomes: list[click.ClickException | None] = [TroubleError("a file of decisions is broken"), None]

    def check() -> None:
        error = outcomes.pop(0)
        if error is not None:
            raise error

    steps.append(lambda: article.write_text("One, two."))
    run([str(article)], check, steps)
    assert outcomes == []
    assert "a file of decisions is broken" in capfd.readouterr().err


@pytest.mark.parametrize("more", [["--write-baseline", "b.jsonl"], ["--prune-baseline"]])
def test_it_writes_no_baseline(
    tmp_path: Path, more: list[str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(sys, "argv", ["checker", "check", "new.txt", "--watch", *more])
    monkeypatch.setattr(watching, "watch", lambda *_: pytest.fail("it was begun"))
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 2
    assert "--watch" in capfd.readouterr().err
