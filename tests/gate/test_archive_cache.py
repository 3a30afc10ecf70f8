"""What is unchanged in an archive is not read again, and the cache never changes what is found."""

import os
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from checker.gate import scanning
from checker.gate.archive import take_all
from checker.gate.cache import FILE, Cache
from checker.gate.scanning import Shelf, scan_archive
from checker.model import InputStatus
from checker.reading import read_paths
from checker.reading.finding import Found

STORY = "A ferry with {n} people on board sank off Tresko on Sunday, the coast guard said. Nobody was hurt."
Scan = Callable[[], Shelf]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Five files of all sorts, written some time before the first look."""
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "a.txt").write_text(STORY.format(n=142))
    (folder / "b.md").write_text("---\ntitle: A ferry sinks\npublished: 2031-05-04\n---\n" + STORY.format(n=124))
    (folder / "c.jsonl").write_text('{"id": "x", "text": "One ferry sank."}\n{"id": "y", "text": "Two."}\nnot JSON\n')
    (folder / "d.txt").write_bytes(b"\x00\x01\x02\x03" * 100)
    (folder / "e.json").write_text('{"colour": "red"}')
    (folder / "index.toml").write_text('[[article]]\nfile = "a.txt"\nsource = "Example Daily"\n')
    time.sleep(2 * scanning.FINE / 1e9)
    return folder


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of the files that were opened."""
    seen: list[str] = []
    hash_file = scanning.hash_file

    def note(found: Found) -> bytes | None:
        seen.append(found.path.name)
        return hash_file(found)

    monkeypatch.setattr(scanning, "hash_file", note)
    return seen


@pytest.fixture
def scan(archive: Path, tmp_path: Path) -> Scan:
    return lambda: scan_archive([archive], folder=tmp_path / "cache")


def test_what_comes_out_is_what_reading_gives(archive: Path, scan: Scan) -> None:
    whole = read_paths([archive])
    for shelf in (scan_archive([archive]), scan(), scan()):
        assert take_all(shelf) == whole
        assert [slot.id for slot in shelf.slots] == [article.id for article in whole.articles]


def test_a_second_look_opens_nothing_but_what_could_not_be_read(scan: Scan, reads: list[str]) -> None:
    scan()
    reads.clear()
    shelf = scan()
    assert reads == ["d.txt"], "a package that was missing may be there now"
    assert [Path(one.path).name for one in shelf.failed] == ["c.jsonl:3", "d.txt"]


def test_a_changed_file_and_no_other_is_read_again(archive: Path, scan: Scan, reads: list[str]) -> None:
    scan()
    (archive / "a.txt").write_text(STORY.format(n=150))
    reads.clear()
    assert "150" in take_all(scan()).articles[0].text
    assert reads == ["a.txt", "d.txt"]


def test_a_change_that_leaves_size_and_times_as_they_were_is_seen(archive: Path, scan: Scan) -> None:
    scan()
    stat = (archive / "a.txt").stat()
    (archive / "a.txt").write_text(STORY.format(n=143))
    os.utime(archive / "a.txt", ns=(stat.st_atime_ns, stat.st_mtime_ns))
    assert "143" in take_all(scan()).articles[0].text


def test_a_file_written_at_the_moment_of_the_look_is_looked_at_again(
    archive: Path, scan: Scan, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scanning, "now", lambda: (archive / "b.md").stat().st_mtime_ns + 1)
    scan()
    reads.clear()
    scan()
    assert "b.md" in reads


def test_what_the_index_says_belongs_to_the_content(archive: Path, scan: Scan) -> None:
    scan()
    (archive / "index.toml").write_text('[[article]]\nfile = "a.txt"\nsource = "Example Weekly"\n')
    assert take_all(scan()).articles[0].source == "Example Weekly"


def test_a_file_that_moves_keeps_its_entry(archive: Path, scan: Scan, monkeypatch: pytest.MonkeyPatch) -> None:
    scan()
    (archive / "b.md").rename(archive / "f.md")
    monkeypatch.setattr(scanning, "read_record", lambda found: pytest.fail(f"{found.path} was read"))
    (archive / "d.txt").unlink()
    assert [Path(slot.path).name for slot in scan().slots] == ["a.txt", "c.jsonl", "c.jsonl", "f.md"]


def test_code_that_reads_otherwise_makes_other_entries(
    scan: Scan, reads: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    scan()
    monkeypatch.setattr(scanning, "hash_code", lambda: "another version")
    # The files are as they were, but what is kept of them was made by other code.
    reads.clear()
    scan()
    assert "a.txt" in reads


@pytest.mark.parametrize("named", [False, True])
def test_a_file_that_is_no_article_is_passed_over_unless_it_was_named(
    archive: Path, tmp_path: Path, named: bool
) -> None:
    paths = [archive / "e.json"] if named else [archive]
    for _ in range(2):
        shelf = scan_archive(paths, folder=tmp_path / "cache")
        status = next(one.status for one in shelf.inputs if one.path.endswith("e.json"))
        assert status is (InputStatus.UNREADABLE if named else InputStatus.SKIPPED)


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.write_bytes(b"no database at all, but long enough to be taken for one" * 99),
        lambda file: file.write_bytes(file.read_bytes()[:5000]),
        lambda file: file.write_bytes(b""),
        lambda file: _change(file, "update entries set keys = zeroblob(64)"),
        lambda file: _change(file, "update entries set published = 'yesterday'"),
        lambda file: _change(file, "update contents set told = '{'"),
        lambda file: _change(file, "drop table entries"),
        lambda file: _change(file, "pragma user_version = 99"),
    ],
)
def test_a_broken_cache_is_made_anew(
    archive: Path, tmp_path: Path, scan: Scan, reads: list[str], spoil: Callable[[Path], object]
) -> None:
    whole = take_all(scan())
    spoil(tmp_path / "cache" / FILE)
    assert take_all(scan()) == whole
    reads.clear()
    after = scan()
    assert (take_all(after), after.notes, reads) == (whole, (), ["d.txt"])


def _change(file: Path, statement: str) -> None:
    with sqlite3.connect(file) as base:
        base.execute(statement)
    base.close()


def test_a_broken_cache_is_told_of(tmp_path: Path, scan: Scan) -> None:
    scan()
    (tmp_path / "cache" / FILE).write_bytes(b"x" * 9999)
    (note,) = scan().notes
    assert note.startswith("the cache was broken and is made anew")


def test_an_article_that_the_cache_has_lost_is_read_from_its_file(tmp_path: Path, scan: Scan) -> None:
    scan()
    shelf = scan()
    _change(tmp_path / "cache" / FILE, "delete from articles")
    assert "142" in take_all(shelf).articles[0].text


def test_a_file_that_changes_while_it_is_checked_is_told_of(archive: Path, tmp_path: Path, scan: Scan) -> None:
    scan()
    shelf = scan()
    _change(tmp_path / "cache" / FILE, "delete from articles")
    (archive / "a.txt").write_text("Something else altogether happened in Tresko.")
    with pytest.raises(LookupError, match=r"a\.txt: changed"):
        take_all(shelf)


def test_where_no_cache_can_be_kept_the_archive_is_read_all_the_same(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file where the folder should be")
    shelf = scan_archive([archive], folder=tmp_path / "cache")
    assert take_all(shelf) == read_paths([archive])
    assert "without a cache" in shelf.notes[0]


def test_contents_that_no_file_has_go_when_they_are_many(
    archive: Path, tmp_path: Path, scan: Scan, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("checker.gate.cache.SPARE", 0)
    for number in range(9):
        (archive / "a.txt").write_text(STORY.format(n=number))
        scan()
    with sqlite3.connect(tmp_path / "cache" / FILE) as base:
        (kept,) = base.execute("select count(*) from articles").fetchone()
    assert kept <= 9
    assert "8 people" in take_all(scan()).articles[0].text


def test_names_and_ids_that_are_no_proper_text_are_kept(tmp_path: Path) -> None:
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / os.fsdecode(b"caf\xe9.txt")).write_text(STORY)
    (folder / "b.jsonl").write_text('{"id": "\\ud83d", "text": "A ferry \\ud83d sank off Tresko."}\n')
    whole = read_paths([folder])
    for _ in range(2):
        shelf = scan_archive([folder], folder=tmp_path / "cache")
        assert (take_all(shelf), shelf.notes) == (whole, ())


def test_the_folder_keeps_itself_out_of_version_control(tmp_path: Path, scan: Scan) -> None:
    scan()
    assert sorted(one.name for one in (tmp_path / "cache").iterdir()) == [".gitignore", "CACHEDIR.TAG", FILE]
    assert (tmp_path / "cache" / ".gitignore").read_text() == "*\n"


def test_further_processes_read_the_same(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scanning, "MANY", 2)
    told: list[tuple[int, int]] = []
    shelf = scan_archive([archive], folder=tmp_path / "cache", processes=2, tell=lambda *done: told.append(done))
    assert take_all(shelf) == read_paths([archive])
    assert told == [(n, 5) for n in range(1, 6)]


SCANNER = """
import sys
from pathlib import Path
from checker.gate.archive import take_all
from checker.gate.scanning import scan_archive
for turn in range(int(sys.argv[3])):
    shelf = scan_archive([sys.argv[1]], folder=Path(sys.argv[2]))
    assert len(take_all(shelf).articles) == 4, shelf
    assert not shelf.notes, shelf.notes
    print("ready", flush=True)
"""


def test_runs_at_the_same_time_do_not_disturb_each_other(archive: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCANNER, str(archive), str(tmp_path / "cache"), "5"]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in range(3)]
    for number in range(20):
        (archive / "b.md").write_text(STORY.format(n=number))
        time.sleep(0.01)
    for one in runs:
        _, trouble = one.communicate(timeout=60)
        assert one.returncode == 0, trouble


def test_a_run_that_is_killed_leaves_a_cache_that_the_next_can_use(archive: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-c", SCANNER, str(archive), str(tmp_path / "cache"), "10000"]
    for number in range(3):
        with subprocess.Popen(command, stdout=subprocess.PIPE) as run:
            assert run.stdout is not None
            run.stdout.readline()
            (archive / "b.md").write_text(STORY.format(n=number))
            time.sleep(0.003 * number)
            run.kill()
        shelf = scan_archive([archive], folder=tmp_path / "cache")
        assert (take_all(shelf), shelf.notes) == (read_paths([archive]), ())


FIRST_READ = """
import sys
from pathlib import Path
from checker.gate.scanning import scan_archive
scan_archive([sys.argv[1]], folder=Path(sys.argv[2]), tell=lambda done, all: print(done, flush=True), processes=2)
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no process is copied here")
def test_the_helpers_of_a_run_that_is_killed_end_with_it(tmp_path: Path) -> None:
    many = tmp_path / "many"
    many.mkdir()
    for number in range(600):
        (many / f"{number}.md").write_text(STORY.format(n=number) * 20)
    command = [sys.executable, "-c", FIRST_READ, str(many), str(tmp_path / "cache")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as run:
        assert run.stdout is not None
        assert run.stdout.readline() == "1\n"
        run.kill()
        run.communicate(timeout=30)  # ends when nobody holds the other end of the pipe any more


def test_an_open_cache_of_another_layout_is_emptied(tmp_path: Path) -> None:
    Cache(tmp_path).close()
    _change(tmp_path / FILE, "pragma user_version = 99")
    again = Cache(tmp_path)
    assert again.files() == {}
    again.close()


def test_what_decides_about_an_entry_is_part_of_its_key() -> None:
    """Modules that are at work while a file is read, in a process that does nothing else."""
    program = (
        "import sys; from pathlib import Path; from checker.gate.entries import make_entry\n"
        "from checker.reading.drafts import Draft; make_entry(Draft('A ferry sank off Tresko on 3 May 2031.'))\n"
        "print(*sorted(name for name in sys.modules if name.startswith(('checker.lexicon.', 'checker.text.'))))"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    at_work = {name.removeprefix("checker.").replace(".", "/") + ".py" for name in done.stdout.split()}
    # Imported with their package, but not asked about terms.
    idle = {
        f"lexicon/{name}.py"
        for name in "concepts kinds neighbours nominalisation relations vectors wordlists happenings listed".split()
    }
    covered = {file for file in at_work if any(file == part or file.startswith(f"{part}/") for part in scanning.CODE)}
    assert at_work - covered <= idle
