"""``checker check --watch``: the check again whenever an article changes, until it is interrupted."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from checker.cli.console import complain, report_fault

PAUSE = 0.4
"""Seconds between looks at the files."""

SHARE = 10
"""Of the time, at most one part in so many is spent on looking, however many files there are."""


def watch(paths: Sequence[str], check: Callable[[], object], *, sleep: Callable[[float], None] = time.sleep) -> None:
    """Check, and check again after each change of what the paths mean; an interrupt (Ctrl-C) ends it.

    What is wrong with the articles, or the files beside them, is told, and waited for to be put right.
    """
    shown = sys.stdout.isatty()
    try:
        while True:
            before, looked = _look(paths)
            if shown:
                click.clear()
            try:
                check()
            except click.ClickException as error:
                report_fault(error)
            complain(f"watching {len(before)} files; Ctrl-C ends it")
            while True:
                sleep(max(PAUSE, SHARE * looked))
                now, looked = _look(paths)
                if now != before:
                    break
    except KeyboardInterrupt:
        return


def _look(paths: Sequence[str]) -> tuple[Mapping[str, tuple[int, int]], float]:
    """When each file was changed and how long it is, by path; and the seconds that it took to find out."""
    from checker.reading.finding import Found, find_files
    from checker.reading.index import NAME

    began = time.perf_counter()
    files = {one.path for one in find_files(paths) if isinstance(one, Found)}
    indexes = {folder / NAME for folder in {file.parent for file in files}}
    states = {str(file): state for file in files | indexes if (state := _state(file)) is not None}
    return states, time.perf_counter() - began


def _state(file: Path) -> tuple[int, int] | None:
    try:
        stat = file.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
