"""Writes files so that whoever reads them, or a run that was killed half-way, finds the old content or the new."""

from __future__ import annotations

import os
from pathlib import Path
from uuid import uuid4

PREFIX = ".checker-"
"""How the names of files begin that are still being written; a run that was killed leaves one behind, never more."""

SUFFIX = ".part"

LONG_AGO = 3600.0
"""Seconds after which nobody can still be writing a part."""


def write_file(path: Path, data: bytes) -> None:
    """Replace a file's content at once, and for good: written beside it, flushed to the disk, renamed over it.

    The folder is made when it is not there. A symbolic link is followed, an existing file keeps its permissions; what
    is no file (``/dev/stdout``, a named pipe) is written to as it is. Raises OSError when it cannot be written; the
    old content is then still there.
    """
    target = path.resolve()
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f"{PREFIX}{uuid4().hex}{SUFFIX}")
    try:
        with part.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            part.chmod(target.stat().st_mode & 0o7777)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    _flush_folder(target.parent)


def write_text(path: Path, text: str) -> None:
    """Replace a file's content with text in UTF-8, as ``write_file`` does; line ends are written as they are.

    What runs that were killed long ago left half-written beside it is swept.
    """
    write_file(path, text.encode("utf-8", errors="replace"))
    target = path.resolve()
    if target.is_file():
        sweep_parts(target.parent, older=target.stat().st_mtime - LONG_AGO)


def sweep_parts(folder: Path, *, older: float) -> int:
    """Remove what runs that were killed left half-written in a folder, and count it.

    Only files last touched before ``older`` (seconds of the file system's time) go: another run may be writing its own.
    """
    gone = 0
    for part in folder.glob(f"{PREFIX}*{SUFFIX}"):
        try:
            if part.stat().st_mtime < older:
                part.unlink()
                gone += 1
        except FileNotFoundError:
            continue  # another run swept it, or finished it
    return gone


def _flush_folder(folder: Path) -> None:
    """Make the renaming itself last; where a folder cannot be opened (Windows) there is nothing to flush."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
