"""Files, folders and streams together: what is read, passed over and refused, and that nothing is raised."""

import io
import json
import os
import random
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import InputStatus
from checker.reading import Reading, read_paths
from checker.reading.readers import READERS

STORY = (
    "Ferry sinks off the coast\n\nThe ferry left the harbour at nine with 142 people on board, two officials said.\n"
)


def statuses(reading: Reading) -> dict[str, str]:
    return {Path(one.path).name: one.status.value for one in reading.inputs}


def ids(reading: Reading) -> list[str]:
    return [article.id for article in reading.articles]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.txt").write_text(STORY)
    (tmp_path / "a.json").write_text(json.dumps({"title": "Ferry", "text": STORY}))
    (tmp_path / "notes.xlsx").write_bytes(b"PK")
    (tmp_path / ".hidden.txt").write_text(STORY)
    (tmp_path / "settings.json").write_text('{"debug": true}')
    (tmp_path / "later").mkdir()
    (tmp_path / "later" / "c.md").write_text(f"---\nsource: Post\n---\n{STORY}")
    return tmp_path


def test_a_folder_is_read_in_order_and_other_kinds_are_listed_as_skipped(folder: Path) -> None:
    reading = read_paths([folder])
    assert ids(reading) == ["a", "b", "c"]
    assert statuses(reading) == {
        "a.json": "read",
        "b.txt": "read",
        "c.md": "read",
        "notes.xlsx": "skipped",
        "settings.json": "skipped",
    }
    assert reading.failed == ()
    assert reading.skips["c"].of(reading.articles[2].text) == "---\nsource: Post\n---\n"


def test_what_is_passed_over_in_a_folder_is_refused_by_name(folder: Path) -> None:
    reading = read_paths([folder / "settings.json", folder / "notes.xlsx", folder / "b.txt"])
    assert ids(reading) == ["b"]
    assert len(reading.failed) == 2


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert ids(read_paths([folder / "b.txt", folder, folder / "later" / ".." / "b.txt"])) == ["b", "a", "c"]


def test_an_index_adds_what_is_known(folder: Path) -> None:
    (folder / "index.toml").write_text(
        '[[article]]\nfile = "b.txt"\nsource = "Harbour Post"\npublished = 2031-05-15\nauthors = ["Ann Lee"]\n'
    )
    for paths in ([folder], [folder / "b.txt"]):
        article = next(one for one in read_paths(paths).articles if one.id == "b")
        assert (article.source, article.published, article.authors) == ("Harbour Post", date(2031, 5, 15), ("Ann Lee",))


@pytest.mark.parametrize(
    ("index", "reason"),
    [
        ("[[article]\n", "TOML"),
        ('[[article]]\nsource = "x"\n', "names no file"),
        ('[[article]]\nfile = "b.txt"\nsauce = "x"\n', "sauce"),
        ('[[article]]\nfile = "b.txt"\npublished = "soon"\n', "not a date"),
        ('[[article]]\nfile = "b.txt"\ntitle = 7\n', "title"),
        ('[[article]]\nfile = "b.txt"\n[[article]]\nfile = "b.txt"\n', "twice"),
        ('title = "x"\n', "nothing else"),
        ('[[article]]\nfile = "gone.txt"\n', "not there"),
    ],
)
def test_a_wrong_index_is_said_and_the_articles_are_read(folder: Path, index: str, reason: str) -> None:
    (folder / "index.toml").write_text(index)
    reading = read_paths([folder])
    assert len(reading.articles) == 3
    (failed,) = reading.failed
    assert reason in (failed.reason or "")


def test_rubbish_is_named_with_its_reason_and_the_rest_is_read(tmp_path: Path) -> None:
    rubbish = {
        "empty.txt": b"",
        "binary.txt": random.Random(7).randbytes(4000),
        "line.txt": b"word " * 10_000_000,
        "long.md": b"word " * 200_000,
        "broken.json": b'{"title": "x", ',
        "wrong.txt": b"\xff\xfe\x00",
        "picture.html": b"\x89PNG\r\n\x1a\n",
        "none.docx": b"PK\x03\x04",
        "none.pdf": b"%PDF-",
        "empty.jsonl": b"",
    }
    for name, data in rubbish.items():
        (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(STORY)
    (tmp_path / "nothing").mkdir()
    reading = read_paths([tmp_path, tmp_path / "nothing", tmp_path / "missing.txt"])
    assert ids(reading) == ["good"]
    assert {Path(one.path).name for one in reading.failed} == {*rubbish, "nothing", "missing.txt"}
    assert all(one.reason and one.reason.strip() and "\n" not in one.reason for one in reading.failed)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_named(tmp_path: Path) -> None:
    path = tmp_path / "closed.txt"
    path.write_text(STORY)
    path.chmod(0)
    (failed,) = read_paths([path]).failed
    assert "cannot be opened" in (failed.reason or "")


def test_a_pipe_that_breaks_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text(STORY)
    (tmp_path / "b.txt").write_text(STORY)
    read_bytes = Path.read_bytes

    def fail(path: Path) -> bytes:
        if path.name == "a.txt":
            raise PermissionError(13, "Permission denied")
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", fail)
    reading = read_paths([tmp_path])
    assert ids(reading) == ["b"]
    assert [one.reason for one in reading.failed] == ["cannot be opened: Permission denied"]


def test_json_lines_are_read_line_by_line(tmp_path: Path) -> None:
    path = tmp_path / "archive.jsonl"
    path.write_text('{"id": "x", "text": "One."}\n{"text": "Two."}\n{"id": \n{"id": "x", "text": "Three."}\n')
    reading = read_paths([path])
    assert ids(reading) == ["x", "archive:2"]
    assert [Path(one.path).name for one in reading.inputs] == ["archive.jsonl", "archive.jsonl:3", "archive.jsonl:4"]
    assert [one.status for one in reading.inputs] == [InputStatus.READ, InputStatus.UNREADABLE, InputStatus.UNREADABLE]


@pytest.mark.parametrize(
    ("data", "count", "title"),
    [
        (STORY.encode(), 1, "Ferry sinks off the coast"),
        (b'{"title": "Ferry", "text": "It left."}', 1, "Ferry"),
        (b'{"id": "a", "text": "One."}\n{"id": "b", "text": "Two."}\n', 2, None),
        (f"---\ntitle: Ferry\n---\n{STORY}".encode(), 1, "Ferry"),
        (f"<html><body><article><h1>Ferry</h1><p>{STORY * 4}</p></article></body></html>".encode(), 1, "Ferry"),
    ],
)
def test_standard_input_is_read_by_what_it_looks_like(data: bytes, count: int, title: str | None) -> None:
    reading = read_paths(["-"], stdin=io.BytesIO(data))
    assert len(reading.articles) == count
    assert reading.articles[0].title == title
    assert all(article.path == "-" for article in reading.articles)


def test_empty_standard_input_is_refused() -> None:
    (failed,) = read_paths(["-"], stdin=b"").failed
    assert failed.path == "-"


def test_a_url_names_the_outlet_where_nothing_else_does(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"url": "https://www.post.example/x", "text": "It left."}')
    assert read_paths([path]).articles[0].source == "post.example"


@given(data=st.binary(max_size=400), suffix=st.sampled_from(sorted(READERS)))
def test_no_bytes_in_any_kind_of_file_raise(data: bytes, suffix: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("any") / f"any{suffix}"
    path.write_bytes(data)
    reading = read_paths([path])
    assert reading.articles or reading.failed
    assert read_paths(["-"], stdin=data).inputs
