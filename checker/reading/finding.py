"""Which files the named paths mean: folders are walked in order, each file once, and what is passed over is listed."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from checker.model import Input, InputStatus
from checker.reading import index
from checker.reading.drafts import UnreadableError
from checker.reading.index import Entry
from checker.reading.readers import READERS

STDIN: Final = "-"

# What the checker keeps beside the articles: what editors decided, and findings known before.
OWN: Final = frozenset({"checker-decisions.jsonl", "checker-baseline.jsonl"})


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. ``named`` says that it was asked for by name; ``entry`` is what an index says of it."""

    path: Path
    shown: str
    named: bool
    entry: Entry | None = None


def find_files(paths: Sequence[str | Path]) -> Iterator[Found | Input]:
    """The files that the paths mean, and an ``Input`` for each one that is passed over or cannot be read."""
    seen: set[Path] = set()
    indexes: dict[Path, dict[str, Entry]] = {}
    for given in paths:
        path = Path(given)
        if str(given) == STDIN:
            yield Found(path, STDIN, named=True)
        elif path.is_dir():
            yield from _in_folder(path, seen, indexes)
        elif not path.exists():
            yield Input(str(given), InputStatus.UNREADABLE, "there is no such file or folder")
        elif path.name == index.NAME:
            yield Input(str(given), InputStatus.SKIPPED, "the index of its folder, not an article")
        elif _first_time(path, seen):
            yield from _load_index(path.parent, indexes)
            yield Found(path, str(given), named=True, entry=_entry(path, indexes))


def _in_folder(folder: Path, seen: set[Path], indexes: dict[Path, dict[str, Entry]]) -> Iterator[Found | Input]:
    """A folder's files: sorted, its own before those of the folders in it; hidden ones are left alone."""
    articles = 0
    problems: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=problems.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        here = Path(place)
        real = here.resolve()
        yield from _load_index(here, indexes)
        for name in sorted(names):
            if name.startswith(".") or name == index.NAME:
                continue
            path = here / name
            suffix = path.suffix
            if suffix.lower() not in READERS:
                kind = f"files of the kind {suffix}" if suffix else "files without a suffix"
                yield Input(str(path), InputStatus.SKIPPED, f"{kind} are not articles")
            elif name in OWN:
                yield Input(str(path), InputStatus.SKIPPED, "a file of the checker's own, not an article")
            elif _first_time(path, seen, real):
                articles += 1
                yield Found(path, str(path), named=False, entry=indexes.get(real, {}).get(name))
            else:
                articles += 1  # it was named before
        for file in indexes.get(real, {}):
            if not (here / file).is_file():
                yield Input(str(here / file), InputStatus.UNREADABLE, f"{index.NAME} lists it, but it is not there")
    for problem in problems:
        yield Input(str(problem.filename), InputStatus.UNREADABLE, f"cannot be opened: {problem.strerror}")
    if not articles and not problems:
        yield Input(str(folder), InputStatus.UNREADABLE, "the folder holds no articles")


def _load_index(folder: Path, indexes: dict[Path, dict[str, Entry]]) -> Iterator[Input]:
    """Read the folder's index the first time that it is met; an Input when it is wrong."""
    key, path = folder.resolve(), folder / index.NAME
    if key in indexes or not path.is_file():
        return
    try:
        indexes[key] = index.read_index(path)
    except UnreadableError as error:
        indexes[key] = {}
        yield Input(str(path), InputStatus.UNREADABLE, str(error))


def _entry(path: Path, indexes: dict[Path, dict[str, Entry]]) -> Entry | None:
    return indexes.get(path.parent.resolve(), {}).get(path.name)


def _first_time(path: Path, seen: set[Path], folder: Path | None = None) -> bool:
    """Whether a file is met for the first time; ``folder`` is its folder's real path, where that is known already."""
    real = folder / path.name if folder is not None and not path.is_symlink() else path.resolve()
    if real in seen:
        return False
    seen.add(real)
    return True
