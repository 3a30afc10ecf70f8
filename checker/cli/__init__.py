"""The command ``checker``.

Each subcommand is a module; what it needs is imported when it runs, so that help stays quick.
"""

from __future__ import annotations

import atexit
import gc
import os
import sys

# The exit statuses of every command.
CLEAN = 0
FINDINGS = 1
USAGE = 2
INTERNAL = 101
INTERRUPTED = 130

COLLECT_AFTER = 1_000_000
"""Objects made, less those freed, after which cycles are looked for. Python's 700 has a command search through what it
has just imported and loaded dozens of times, a tenth of its time, and find nothing. Measured on a check of one article
against two thousand, and on a report on ten events: no more memory is held at this number than at a tenth of it, and
the report takes a tenth less time."""


def run() -> None:
    """Run the command line in a process that does nothing else, and end it without taking it down piece by piece.

    To free a million objects one by one takes an eighth of the time of a check, and the system frees them at once. What
    is to be done at the end of a process is done: other threads are waited for, and exit functions are called.
    """
    status = INTERNAL

    def leave() -> None:
        try:
            for stream in (sys.stdout, sys.stderr):
                if stream is not None and not stream.closed:
                    stream.flush()
        except OSError:  # what was written has not arrived, and there is nowhere to say so
            os._exit(status or INTERNAL)
        os._exit(status)

    atexit.register(leave)  # the first to be registered is the last to be called
    try:
        main()
    except SystemExit as left:
        status = left.code if isinstance(left.code, int) else CLEAN


def main() -> None:
    """Run the command line and exit with its status."""
    gc.set_threshold(COLLECT_AFTER)
    # Before numpy is imported: threads that share small matrices wait for each other longer than they work.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    from checker.cli.console import leave_quietly, report_fault
    from checker.cli.group import checker

    try:
        status = checker.main(prog_name="checker", standalone_mode=False)
    except SystemExit:
        raise
    except BrokenPipeError:
        # Whoever read our output has seen enough ("checker report . | head").
        leave_quietly()
        status = CLEAN
    except Exception as error:
        status = report_fault(error)
    sys.exit(status if isinstance(status, int) else CLEAN)
