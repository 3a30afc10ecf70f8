"""Looks through an archive: what is unchanged comes from the cache, the rest is read, on all processors if it is much.

    shelf = scan_archive(["archive/"], folder=Path(".checker_cache"))

Nothing is parsed: of each article its terms are taken down, by which those on an event are found later.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import cache
from hashlib import blake2b
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeAlias

from checker.gate.cache import Cache, CacheError, Record, Seen, discard, now, open_cache
from checker.gate.code import FAMILIARITY, hash_parts
from checker.gate.entries import Entry, make_entry
from checker.model import Input, InputStatus
from checker.reading.decoding import MOST_BYTES
from checker.reading.drafts import Draft
from checker.reading.finding import STDIN, Found, find_files
from checker.reading.inputs import read_found
from checker.reading.naming import name_articles
from checker.reading.readers import JSON_LINES

CODE = ("reading", "text", *FAMILIARITY, "linking/signatures.py", "gate/entries.py", "model/article.py")
"""The parts of the package that decide what is kept of an article, and packages of others that read some files."""

OTHERS = ("trafilatura", "lxml", "python-docx", "pypdf")

MANY = 200
"""Files to read from which on it pays to start further processes."""

BATCH = 100
"""Files that are kept in the cache at once; what was read before a run is killed is there for the next."""

FINE, COARSE = 50_000_000, 2_000_000_000
"""Nanoseconds after a change in which another may leave the file's times as they are: the tick of a clock, or, where
times have no fractions of a second, the two seconds of FAT."""


Tell: TypeAlias = Callable[[int, int], None]
"""Is told how many files of how many have been read."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A place on the shelf: an article's id and path, and what is kept of it as number ``number`` of a content."""

    id: str
    path: str
    content: bytes
    number: int
    entry: Entry


@dataclass(frozen=True, slots=True)
class Shelf:
    """An archive as it was found: its articles in order, without their texts, and what became of each path.

    ``fetch`` gets the packed article of a slot; it raises LookupError when the file has changed in the meantime.
    ``notes`` say what was the matter with the cache; ``cache`` is that, where it can be used.
    """

    slots: tuple[Slot, ...]
    inputs: tuple[Input, ...]
    fetch: Callable[[Slot], bytes]
    notes: tuple[str, ...] = ()
    read_now: int = 0
    cache: Cache | None = None

    @property
    def failed(self) -> tuple[Input, ...]:
        """The inputs that could not be read."""
        return tuple(one for one in self.inputs if one.status is InputStatus.UNREADABLE)


def scan_archive(
    paths: Sequence[str | Path],
    *,
    folder: Path | None = None,
    tell: Tell | None = None,
    processes: int | None = None,
) -> Shelf:
    """Look through an archive. ``folder`` is that of the cache (None: without one).

    ``processes`` limits how many read at once (None: as many as there are processors).
    """
    found = list(find_files(paths))
    notes: list[str] = []
    kept: Cache | None = None
    if folder is not None:
        kept, note = open_cache(folder)
        notes += [note] if note else []
    processes = processes or len(_processors())
    try:
        return _scan(found, kept, tell, processes, notes)
    except CacheError as error:
        if kept is None or folder is None:
            raise
        kept.close()
        kept = None
        if error.broken:
            kept, note = discard(folder, str(error))
            notes.append(note)
        else:
            notes.append(f"going on without a cache: {error}")
        try:
            return _scan(found, kept, tell, processes, notes)
        except CacheError as again:
            notes.append(f"going on without a cache: {again}")
            return _scan(found, None, tell, processes, notes)


def _processors() -> Sequence[int]:
    return sorted(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else range(os.cpu_count() or 1)


def _scan(
    found: Sequence[Found | Input],
    kept: Cache | None,
    tell: Tell | None,
    processes: int,
    notes: Sequence[str],
) -> Shelf:
    files_found = {_name(one): one for one in found if isinstance(one, Found)}
    known = kept.files() if kept is not None else {}
    stamp = now()
    states = {name: _state(one) for name, one in files_found.items()}
    contents = {
        name: known[name].content
        for name in files_found
        if name in known and known[name].state == states[name] and _is_settled(states[name], known[name].seen)
    }
    records = kept.load(contents.values()) if kept is not None else {}
    todo = {name: one for name, one in files_found.items() if contents.get(name) not in records}
    made: dict[str, Seen] = {}
    if todo:
        made = _read_all(todo, states, stamp, records, kept, tell, processes)
    contents |= {name: one.content for name, one in made.items()}
    if kept is not None:
        gone = [path for path in known if path not in files_found and not os.path.lexists(path)] if todo else []
        if gone:
            kept.save({}, {}, gone)
        if todo:
            kept.sweep()
    return _shelve(found, contents, records, kept, notes, len(todo))


def _read_all(
    todo: Mapping[str, Found],
    states: Mapping[str, str],
    stamp: int,
    records: dict[bytes, Record],
    kept: Cache | None,
    tell: Tell | None,
    processes: int,
) -> dict[str, Seen]:
    """Read files, or find that they hold what is known; what is new goes into the records, and into the cache."""
    made: dict[str, Seen] = {}
    batch: dict[str, Seen] = {}
    fresh: dict[bytes, Record] = {}

    def keep() -> None:
        if kept is not None and batch:
            kept.save(batch, {content: one for content, one in fresh.items() if is_lasting(one)})
        batch.clear()
        fresh.clear()

    hashed = {name: hash_file(one) for name, one in todo.items()}
    if kept is not None:
        records |= kept.load({content for content in hashed.values() if content is not None})
    names = [name for name, content in hashed.items() if content not in records]
    for name, content in hashed.items():
        if content is not None and content in records:
            made[name] = batch[name] = Seen(states[name], stamp, content)
    keep()
    for done, (name, record) in enumerate(_read_files(names, todo, processes), 1):
        content = hashed[name] or name.encode("utf-8", "surrogateescape")
        records[content] = fresh[content] = record
        made[name] = Seen(states[name], stamp, content)
        if hashed[name] is not None and is_lasting(record):
            batch[name] = made[name]
        if done % BATCH == 0:
            keep()
        if tell is not None:
            tell(done, len(names))
    keep()
    return made


def _read_files(names: Sequence[str], todo: Mapping[str, Found], processes: int) -> Iterator[tuple[str, Record]]:
    if len(names) < MANY or processes < 2:
        yield from ((name, read_record(todo[name])) for name in names)
        return
    # A copy of this process knows everything it needs; but one with several threads cannot be copied safely.
    copied = "fork" in multiprocessing.get_all_start_methods() and threading.active_count() == 1
    context = multiprocessing.get_context("fork" if copied else "spawn")
    with ProcessPoolExecutor(processes, mp_context=context, initializer=_follow_parent) as pool:
        yield from zip(names, pool.map(read_record, [todo[name] for name in names], chunksize=10), strict=True)


def _follow_parent() -> None:
    """Let this process live as long as the one that started it, and no longer.

    Ctrl-C is for that one, which ends the others: interrupted in the middle of an answer they leave it waiting. Killed,
    it cannot end them, and they would wait for work for ever.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)


def read_record(found: Found) -> Record:
    """Read one file. What it is does not depend on whether it was asked for by name."""
    drafts, inputs = read_found(replace(found, named=False))
    first = next((one for one in inputs if one.path == found.shown), None)
    problems = tuple((one.path.removeprefix(found.shown), one.reason or "") for one in inputs if one is not first)
    entries = tuple(make_entry(draft) for draft in drafts)
    return Record(first.status if first else InputStatus.READ, first.reason if first else None, problems, entries)


def is_lasting(record: Record) -> bool:
    """Whether a file would be read the same again: what cannot be read may lack a package, or permission."""
    return record.status is not InputStatus.UNREADABLE


def hash_file(found: Found) -> bytes | None:
    """What stands for the content of a file and all that its articles depend on; None where it cannot be opened."""
    if found.shown == STDIN:
        return None
    suffix = found.path.suffix.lower()
    hashed = blake2b(f"{suffix} {_describe(found)}\0".encode("utf-8", "surrogateescape"), digest_size=20)
    try:
        if suffix not in JSON_LINES and found.path.stat().st_size > MOST_BYTES:
            return None
        with found.path.open("rb") as file:
            while piece := file.read(1 << 20):
                hashed.update(piece)
    except OSError:
        return None
    return hashed.digest()


@cache
def hash_code() -> str:
    """What stands for the code that reads articles and takes down their terms."""
    return hash_parts(CODE, OTHERS)


def _name(found: Found) -> str:
    return os.path.abspath(found.shown)  # noqa: PTH100 (links stay as they are named)


def _state(found: Found) -> str:
    """What changes when a file is written, or what else its articles depend on; empty where it cannot be looked at."""
    try:
        stat = found.path.stat()
    except OSError:
        return ""
    return f"{stat.st_size} {stat.st_mtime_ns} {stat.st_ctime_ns} {stat.st_ino} {_describe(found)}"


def _describe(found: Found) -> str:
    """What the articles of a file depend on beside its bytes."""
    return f"{hash_code()} {found.entry!r}"


def _is_settled(state: str, seen: int) -> bool:
    """Whether a file was looked at so long after its last change that a later one would show in its times."""
    if not state:
        return False
    changed = [int(moment) for moment in state.split()[1:3]]
    tick = COARSE if all(moment % 1_000_000_000 == 0 for moment in changed) else FINE
    return max(changed) + tick < seen


def _shelve(
    found: Sequence[Found | Input],
    contents: Mapping[str, bytes],
    records: Mapping[bytes, Record],
    kept: Cache | None,
    notes: Iterable[str],
    read_now: int,
) -> Shelf:
    inputs: list[Input] = []
    taken: list[tuple[Found, bytes, int, Entry]] = []
    for one in found:
        if isinstance(one, Input):
            inputs.append(one)
            continue
        content = contents[_name(one)]
        record = records[content]
        if record.entries or record.status is not InputStatus.READ:
            passed_over = record.status is InputStatus.SKIPPED and one.named
            inputs.append(Input(one.shown, InputStatus.UNREADABLE if passed_over else record.status, record.reason))
        inputs.extend(Input(f"{one.shown}{where}", InputStatus.UNREADABLE, why) for where, why in record.problems)
        taken.extend((one, content, number, entry) for number, entry in enumerate(record.entries))
    ids = name_articles([(one.shown, Draft("", id=entry.given, line=entry.line)) for one, _, _, entry in taken])
    slots = tuple(
        Slot(identity, one.shown, content, number, entry)
        for identity, (one, content, number, entry) in zip(ids, taken, strict=True)
    )
    places = {slot.id: one for slot, (one, *_) in zip(slots, taken, strict=True)}

    def fetch(slot: Slot) -> bytes:
        packed = slot.entry.packed
        if not packed and kept is not None:
            with suppress(CacheError):  # it can be read again
                packed = kept.fetch(slot.content, slot.number) or b""
        if not packed:
            if hash_file(places[slot.id]) != slot.content:
                raise LookupError(f"{slot.path}: changed while it was checked")
            packed = read_record(places[slot.id]).entries[slot.number].packed
        return packed

    return Shelf(slots, tuple(inputs), fetch, tuple(notes), read_now, kept)
