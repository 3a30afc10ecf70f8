"""Whether a file is ever left half-written when the process that writes it is killed.

    python benchmarks/killing.py [TIMES]         # 50 times unless given

A process writes a baseline and a file of decisions in turn, again and again, each time with other contents, and is
killed (SIGKILL) at another moment each time, often in the middle of a write. After each kill both files must be whole,
and hold what was written by one of the two last rounds at the earliest.
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

from checker.gate.baseline import read_baseline
from checker.gate.decisions import read_decisions
from checker.gate.writing import PREFIX, sweep_parts

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
    print(f"killed {times} times: both files whole each time")
    for what, count in counts.items():
        print(f"{what}: {count}")


if __name__ == "__main__":
    main()
