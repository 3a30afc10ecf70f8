"""What cannot be read is named and does not hide the rest; the exit status says what happened."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from sample_event import DAILY, WIRE

from checker.cli import main


def run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["checker", *arguments])
    with pytest.raises(SystemExit) as left:
        main()
    assert isinstance(left.value.code, int)
    return left.value.code


def write_event(folder: Path) -> None:
    (folder / "wire.txt").write_text(WIRE.text)
    (folder / "daily.txt").write_text(DAILY.text)
    (folder / "index.toml").write_text(
        '[[article]]\nfile = "wire.txt"\nsource = "Northline Wire"\npublished = 2031-05-06\n'
        '[[article]]\nfile = "daily.txt"\nsource = "Ostrava Daily"\npublished = 2031-05-07\n'
    )


RUBBISH = {
    "empty.txt": b"",
    "blank.md": b" \n\n ",
    "binary.txt": bytes(range(256)) * 40,
    "broken.json": b'{"title": "Mill to close", "text": ',
    "wrong.json": b"[1, 2, 3]",
    "page.docx": b"PK\x03\x04 not a document",
    "paper.pdf": b"%PDF-1.7 but no more",
    "lines.jsonl": b'{"id": "x", "text": \n',
}


@pytest.mark.parametrize("name", RUBBISH)
def test_one_bad_file_is_named_and_the_others_are_reported(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    write_event(tmp_path)
    bad = tmp_path / name
    bad.write_bytes(RUBBISH[name])
    out = tmp_path / "out" / "report.json"
    out.parent.mkdir()
    paths = [str(tmp_path / "wire.txt"), str(bad), str(tmp_path / "daily.txt")]
    assert run(monkeypatch, "report", *paths, "--output", str(out)) == 2
    report = json.loads(out.read_text())
    unread = [one for one in report["inputs"] if one["status"] == "unreadable"]
    assert [Path(one["path"]).name.split(":")[0] for one in unread] == [name]
    assert unread[0]["reason"]
    assert any(f["kind"] == "contradiction" for f in report["findings"])
    assert name in capfd.readouterr().err


def test_an_empty_folder_and_a_missing_file_are_bad_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty").mkdir()
    assert run(monkeypatch, "report", str(tmp_path / "empty")) == 2
    assert run(monkeypatch, "report", str(tmp_path / "missing.txt")) == 2
    assert "missing.txt" in capfd.readouterr().err


@pytest.mark.parametrize(("fail_on", "status"), [(None, 0), ("error", 1), ("note", 1)])
def test_the_status_says_whether_anything_was_found(
    fail_on: str | None, status: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_event(tmp_path)
    options = ["--fail-on", fail_on] if fail_on else []
    out = tmp_path / "report.json"
    assert run(monkeypatch, "report", str(tmp_path), "--output", str(out), *options) == status


def test_articles_are_known_by_the_index_beside_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_event(tmp_path)
    out = tmp_path.parent / f"{tmp_path.name}.json"
    assert run(monkeypatch, "report", str(tmp_path), "--output", str(out)) == 0
    report = json.loads(out.read_text())
    assert {(a["source"], a["published"]) for a in report["articles"]} == {
        ("Northline Wire", "2031-05-06"),
        ("Ostrava Daily", "2031-05-07"),
    }
