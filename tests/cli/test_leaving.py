"""A command's process ends as any other does, though it is not taken down piece by piece."""

import subprocess
import sys
from pathlib import Path

import pytest

LEAVING = """
import atexit, sys, threading, time
from checker import cli
def stand_in():
    print("written, not flushed", end="")
    threading.Thread(target=lambda: (time.sleep(0.2), print(", a thread")), daemon=False).start()
    atexit.register(lambda: print("an exit function"))
    {ending}
cli.main = stand_in
cli.run()
"""


@pytest.mark.parametrize(
    ("ending", "status"),
    [
        ("sys.exit(0)", 0),
        ("sys.exit(1)", 1),
        ("sys.exit()", 0),
        ("raise ValueError", 101),
    ],
)
def test_what_is_to_be_done_at_the_end_is_done(ending: str, status: int) -> None:
    program = LEAVING.format(ending=ending)
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == status
    assert done.stdout.splitlines() == ["written, not flushed, a thread", "an exit function"]
    assert ("ValueError" in done.stderr) == (status == 101)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no such device")
def test_output_that_does_not_arrive_is_no_success() -> None:
    program = LEAVING.format(ending="sys.exit(0)")
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "-c", program], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode != 0


def test_a_command_leaves_with_its_status(tmp_path: Path) -> None:
    for arguments, status in ((["--version"], 0), (["nonsense"], 2)):
        done = subprocess.run([sys.executable, "-m", "checker", *arguments], capture_output=True, check=False)
        assert done.returncode == status
