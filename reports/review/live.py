"""Where the articles come from: the paths named, read again when they change, and articles dropped or pasted in.

What is dropped in is kept while the review runs, in a temporary folder, and is not put among the newsroom's files.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.model import Article, Input, InputStatus, Report
from checker.reading import Reading, read_paths
from checker.reading.finding import find_files
from checker.reading.readers import READERS

# The largest file that may be dropped in, in bytes (a saved page has more in it than its article), and the longest
# article, in characters: forty thousand words, more than a day of reading aloud.
MOST_FILE = 3_000_000
MOST_TEXT = 250_000

# Articles that may be dropped in, and articles dropped in at once.
MOST_DROPPED = 100
MOST_AT_ONCE = 20

# What a dropped article's path begins with, in reports.
DROPPED = "added"

# All that may stand in the name of a dropped file; "../../etc/passwd" becomes "etc-passwd".
NOT_IN_NAME = re.compile(r"[^\w.-]+")


class DropError(ValueError):
    """An article cannot be taken in; the message says why."""


@dataclass(frozen=True, slots=True)
class Drop:
    """An article to be taken in: a file's name and bytes."""

    name: str
    data: bytes


def name_drop(given: str, fallback: str = "pasted.txt") -> str:
    """A file name fit for the temporary folder. Raises DropError when its kind is not read."""
    name = NOT_IN_NAME.sub("-", Path(given.replace("\\", "/")).name).strip(".-")[-80:] or fallback
    if Path(name).suffix.lower() not in READERS:
        raise DropError(f"{name}: files of this kind are not read (known: {' '.join(READERS)})")
    return name


def try_drop(drop: Drop) -> None:
    """Refuse what is too large, holds no article, or an article that is too long. Raises DropError."""
    if not drop.data.strip():
        raise DropError(f"{drop.name}: there is no text in it")
    if len(drop.data) > MOST_FILE:
        raise DropError(f"{drop.name}: it has {len(drop.data) / 1e6:.1f} MB, and {MOST_FILE / 1e6:.0f} MB are taken")
    with TemporaryDirectory(prefix="checker-drop-") as folder:
        path = Path(folder) / drop.name
        path.write_bytes(drop.data)
        reading = read_paths([path])
    if reading.failed or not reading.articles:
        reason = reading.failed[0].reason if reading.failed else "there is no article in it"
        raise DropError(f"{drop.name}: {reason}")
    longest = max(len(article.text) for article in reading.articles)
    if longest > MOST_TEXT:
        raise DropError(f"{drop.name}: {longest:,} characters are no article ({MOST_TEXT:,} are taken)")


def read_again(paths: Sequence[str | Path], folder: Path) -> Reading:
    """Read the paths and what was dropped into the folder, as one."""
    named = read_paths(paths)
    if not any(folder.iterdir()):
        return named
    dropped = read_paths([folder])
    ids = {article.id for article in named.articles}
    renamed: dict[str, Article] = {}
    for article in dropped.articles:
        fresh = article.id
        number = 2
        while fresh in ids:
            fresh, number = f"{article.id}-{number}", number + 1
        ids.add(fresh)
        renamed[article.id] = replace(article, id=fresh, path=show_drop(article.path or ""))
    return Reading(
        (*named.articles, *renamed.values()),
        (*named.inputs, *(Input(show_drop(one.path), one.status, one.reason) for one in dropped.inputs)),
        {**named.skips, **{renamed[key].id: skip for key, skip in dropped.skips.items()}},
        {**named.hints, **{renamed[key].id: hint for key, hint in dropped.hints.items()}},
    )


def show_drop(path: str) -> str:
    """A dropped file's path as it is shown: without the temporary folder."""
    return f"{DROPPED}/{Path(path).name}"


def list_dropped(report: Report) -> list[Article]:
    """The articles of a report that were dropped in."""
    return [article for article in report.articles if (article.path or "").startswith(f"{DROPPED}/")]


def stamp_files(paths: Sequence[str | Path]) -> dict[str, tuple[int, int]]:
    """When each file under the paths was last changed (in nanoseconds) and its size in bytes: other when it changes."""
    stamps = {}
    for found in find_files(paths):
        if isinstance(found, Input):
            if found.status is InputStatus.UNREADABLE:
                stamps[found.path] = (0, -1)
            continue
        try:
            status = found.path.stat()
        except OSError:
            stamps[found.shown] = (0, -1)  # gone between the two calls; the next round sees it gone
        else:
            stamps[found.shown] = (status.st_mtime_ns, status.st_size)
    return stamps
