import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from checker.gate.writing import sweep_parts, write_file, write_text

# Writes two contents in turn, for ever; says when it has written the first.
WRITER = """
import sys
from pathlib import Path
from checker.gate.writing import write_file
path = Path(sys.argv[1])
write_file(path, b"a" * 400_000)
print("ready", flush=True)
while True:
    write_file(path, b"b" * 500_000)
    write_file(path, b"a" * 400_000)
"""


def parts(folder: Path) -> list[str]:
    return [one.name for one in folder.iterdir() if one.name.startswith(".checker-")]


def test_new_content_takes_the_place_of_old(tmp_path: Path) -> None:
    path = tmp_path / "below" / "file"
    write_text(path, "café 😀\r\n")
    write_text(path, "two")
    assert path.read_bytes() == b"two"
    assert parts(path.parent) == []


def test_a_failed_write_leaves_the_old_content_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "file"
    write_file(path, b"old")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert parts(tmp_path) == []


def test_permissions_and_links_stay(tmp_path: Path) -> None:
    path, link = tmp_path / "file", tmp_path / "link"
    path.write_bytes(b"old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_file(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640


def test_what_is_no_file_is_written_to_as_it_is() -> None:
    write_file(Path(os.devnull), b"gone")
    assert not Path(os.devnull).is_file()


def test_left_parts_are_swept_but_not_those_of_a_run_that_goes_on(tmp_path: Path) -> None:
    for name, at in (("old", 100), ("new", 300)):
        part = tmp_path / f".checker-{name}.part"
        part.write_bytes(b"x")
        os.utime(part, (at, at))
    assert sweep_parts(tmp_path, older=200) == 1
    assert parts(tmp_path) == [".checker-new.part"]


def test_killed_half_way_the_file_holds_the_old_content_or_the_new(tmp_path: Path) -> None:
    path = tmp_path / "file"
    for _ in range(4):
        with subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE) as writer:
            assert writer.stdout is not None
            writer.stdout.readline()
            writer.send_signal(signal.SIGKILL)
        assert path.read_bytes() in (b"a" * 400_000, b"b" * 500_000)


def test_what_was_left_long_ago_goes_with_the_next_write(tmp_path: Path) -> None:
    part = tmp_path / ".checker-left.part"
    part.write_bytes(b"x")
    os.utime(part, (100, 100))
    write_text(tmp_path / "file", "new")
    assert parts(tmp_path) == []
