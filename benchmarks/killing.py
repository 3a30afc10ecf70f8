"""Whether a file is ever left half-written when the process that writes it is killed.

    python benchmarks/killing.py [TIMES]         # 50 times unless given

A process writes a baseline and a file of decisions in turn, again and again, each time with other contents, and is
killed (SIGKILL) at another moment each time, often in the middle of a write. After each kill both files must be whole,
and hold what was written by one of the two last rounds at the earliest.

As often, a process that reads an archive into the cache is killed while the archive changes under it. What the next run
takes from the cache must be what reading the archive gives, and nothing in the cache may be broken.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from checker.gate.archive import take_all
from checker.gate.baseline import read_baseline
from checker.gate.decisions import read_decisions
from checker.gate.scanning import scan_archive
from checker.gate.writing import PREFIX, sweep_parts
from checker.reading import read_paths

ENTRIES = 2000
"""Lines a file, so that a write takes long enough to be met."""

WRITER = """
import sys
from itertools import count
from pathlib import Path
from checker.gate.baseline import KnownFinding, write_baseline
from checker.gate.decisions import write_decisions
from checker.model import Decision, DecisionStatus
folder, entries = Path(sys.argv[1]), int(sys.argv[2])
for turn in count(1):
    known = [KnownFinding(f"{n:016x}", f"{n:016x}", "figures", question=f"turn {turn}") for n in range(entries)]
    write_baseline(folder / "known.jsonl", known)
    made = [
        Decision(f"{n:016x}", f"{n:016x}", "figures", DecisionStatus.DISMISSED, f"turn {turn}") for n in range(entries)
    ]
    write_decisions(folder / "decided.jsonl", made)
    print(turn, flush=True)
"""

ARTICLES = 300
"""Files of the archive that is read into the cache, in several transactions."""

READER = """
import sys
from pathlib import Path
from checker.gate.scanning import scan_archive
print("ready", flush=True)
scan_archive([sys.argv[1]], folder=Path(sys.argv[2]))
"""


def kill_once(folder: Path, after: float) -> tuple[int, int, bool]:
    """Let the writer write, kill it so many seconds after its first turn; the turns that the two files are from.

    Also whether it was killed in the middle of a write.
    """
    command = [sys.executable, "-c", WRITER, str(folder), str(ENTRIES)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as writer:
        assert writer.stdout is not None
        writer.stdout.readline()
        time.sleep(after)
        writer.send_signal(signal.SIGKILL)
    known = {entry.question for entry in read_baseline(folder / "known.jsonl").entries}
    decided = {decision.reason for decision in read_decisions(folder / "decided.jsonl")}
    if len(known) != 1 or len(decided) != 1:
        raise AssertionError(f"a file holds what several rounds wrote: {sorted(known)}, {sorted(decided)}")
    met = any(name.startswith(PREFIX) for name in os.listdir(folder))  # noqa: PTH208
    turns = (int(next(iter(one)).split()[1]) for one in (known, decided))
    return next(turns), next(turns), met


def kill_reading(folder: Path, after: float, turn: int) -> bool:
    """Let a process look through an archive that has just changed, and kill it; whether it was still at it.

    Raises AssertionError when the next look gives anything but what is there.
    """
    archive, kept = folder / "archive", folder / "cache"
    archive.mkdir(exist_ok=True)
    for number in range(ARTICLES):
        (archive / f"{number}.txt").write_text(f"In round {turn} ferry {number} sank off Tresko. " * 20)
    with subprocess.Popen([sys.executable, "-c", READER, str(archive), str(kept)], stdout=subprocess.PIPE) as reader:
        assert reader.stdout is not None
        reader.stdout.readline()
        time.sleep(after)
        busy = reader.poll() is None
        reader.send_signal(signal.SIGKILL)
    shelf = scan_archive([archive], folder=kept)
    if shelf.notes or take_all(shelf) != read_paths([archive]):
        raise AssertionError(f"after kill {turn} the cache gives what is not there: {shelf.notes}")
    return busy


def main() -> None:
    """Kill, look, count."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 50
    counts: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number in range(times):
            known, decided, met = kill_once(folder, number * 0.0037 % 0.15)
            if known - decided not in (0, 1):
                raise AssertionError(f"the baseline is from turn {known}, the decisions from turn {decided}")
            counts["killed in the middle of a write"] += met
            counts["left behind and swept"] += sweep_parts(folder, older=time.time() + 60)
        for number in range(times):
            counts["killed while it read an archive into the cache"] += kill_reading(
                folder, number * 0.011 % 0.3, number
            )
    print(f"killed {times} times: both files whole each time; as often with the cache: right each time")
    for what, count in counts.items():
        print(f"{what}: {count}")


if __name__ == "__main__":
    main()
