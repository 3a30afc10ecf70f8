"""What version control knows of the articles: which have changed since a revision, and how they read then.

Git is called as a program, without a shell; nothing in the repository is changed.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from checker.model import Article
from checker.reading import Reading, index, read_paths


class RevisionError(Exception):
    """A revision that cannot be looked at: no repository, no such revision, no Git; the message says which."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of a repository, and what has become of its files since.

    ``name`` is as it was asked for, ``commit`` its hash, ``root`` the repository's folder, links resolved. ``blobs``
    are its files, by path from the root, each with its hash; ``changed`` those that read otherwise now, or are gone.
    """

    name: str
    commit: str
    root: Path
    blobs: Mapping[str, str]
    changed: frozenset[str]

    def is_unchanged(self, path: str | Path) -> bool:
        """Whether a file is as it was. One that the revision does not have is not."""
        inside = self.inside(path)
        return inside in self.blobs and inside not in self.changed

    def inside(self, path: str | Path) -> str | None:
        """A path as the repository has it; None for one that lies outside."""
        full = Path(path).parent.resolve() / Path(path).name
        return full.relative_to(self.root).as_posix() if full.is_relative_to(self.root) else None


def open_revision(name: str, folder: Path) -> Revision:
    """Look at a revision of the repository that a folder is in. Raises RevisionError."""
    found = _git(folder, "rev-parse", "--show-toplevel", trouble=f"{folder}: not in a Git repository")
    root = Path(os.fsdecode(found.rstrip(b"\n"))).resolve()
    trouble = f'"{name}" is no revision of {root} (in a shallow clone, fetch more of its history)'
    # A name that begins with a hyphen would be an option.
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    commit = _git(root, *asked, trouble=trouble).decode().strip()
    blobs = {}
    for line in _fields(_git(root, "ls-tree", "-r", "-z", "--full-tree", commit)):
        facts, _, path = line.partition("\t")
        kind, blob = facts.split()[1:3]
        if kind == "blob":
            blobs[path] = blob
    # Without renames: a file that was moved is gone from its old place, and new in the other.
    diff = _git(root, "diff", "--name-only", "--no-renames", "--no-ext-diff", "-z", commit, "--")
    return Revision(name, commit, root, blobs, frozenset(_fields(diff)))


def list_changed(paths: Sequence[str], revision: Revision) -> tuple[str, ...]:
    """The files that the paths mean and that are not as they were at the revision; ``-`` always is.

    Paths that are no file or folder stay in the list, so that whoever reads them says so.
    """
    from checker.reading.finding import STDIN, Found, find_files

    changed: list[str] = []
    for path in paths:
        if path == STDIN or not Path(path).exists():
            changed.append(path)
            continue
        for found in find_files([path]):
            if isinstance(found, Found) and not revision.is_unchanged(found.path):
                changed.append(found.shown)
    return tuple(dict.fromkeys(changed))


def read_before(
    reading: Reading, paths: Sequence[str], revision: Revision, *, unsaved: Collection[str] = ()
) -> Reading:
    """What ``paths`` held at a revision, ``reading`` being what they hold now: only what has changed is read again.

    Articles that were not there are left out, those that are gone are in it; ids of what is read again are its own.
    ``unsaved`` are paths whose article was not read from the file. Raises RevisionError.
    """
    kept = [a for a in reading.articles if a.path and a.path not in unsaved and revision.is_unchanged(_file_of(a))]
    typed = {inside for path in unsaved if (inside := revision.inside(path)) is not None}
    changed = sorted(path for path in revision.changed | typed if path in revision.blobs)
    wanted = [path for path in changed if path in typed or _is_meant(path, paths, revision)]
    articles, skips, hints = [*kept], dict(reading.skips), dict(reading.hints)
    for article, old, one in _read_blobs(wanted, revision):
        articles.append(article)
        if old in one.skips:
            skips[article.id] = one.skips[old]
        if old in one.hints:
            hints[article.id] = one.hints[old]
    return Reading(tuple(articles), (), skips, hints)


def _file_of(article: Article) -> str:
    """The file that an article is in; one of a file of many is given with its line behind a colon."""
    path = article.path or ""
    return path if Path(path).exists() else path.rpartition(":")[0] or path


def _is_meant(path: str, paths: Sequence[str], revision: Revision) -> bool:
    """Whether a file of the repository is one of those named, or lies in one of the folders named."""
    from checker.reading.readers import READERS

    if Path(path).suffix.lower() not in READERS or any(part.startswith(".") for part in Path(path).parts):
        return False
    named = {revision.inside(one) for one in paths if one != "-"}
    return "." in named or path in named or any(str(parent) in named for parent in Path(path).parents)


def _read_blobs(paths: Sequence[str], revision: Revision) -> Iterator[tuple[Article, str, Reading]]:
    """The articles in files as they were: each with the id that it has in its reading, and the reading."""
    if not paths:
        return
    with TemporaryDirectory(prefix="checker-") as name:
        folder = Path(name).resolve()
        # An index beside an article says what is known of it.
        indexes = {(Path(path).parent / index.NAME).as_posix() for path in paths} & revision.blobs.keys()
        wanted = [*paths, *sorted(indexes)]
        blobs = [revision.blobs[path] for path in wanted]
        for path, data in zip(wanted, _contents(blobs, revision.root), strict=True):
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(data)
        reading = read_paths([folder / path for path in paths])
        for article in reading.articles:
            inside = Path(article.path or "").relative_to(folder).as_posix()
            named = replace(article, id=f"{revision.commit[:12]}:{article.id}", path=str(revision.root / inside))
            yield named, article.id, reading


def _contents(blobs: Sequence[str], root: Path) -> Iterator[bytes]:
    """The contents of files, by their hashes, in one run of Git."""
    out = _git(root, "cat-file", "--batch", data="".join(f"{blob}\n" for blob in blobs).encode())
    at = 0
    for _ in blobs:
        end = out.index(b"\n", at)
        size = int(out[at:end].split()[2])
        yield out[end + 1 : end + 1 + size]
        at = end + 1 + size + 1


def _fields(data: bytes) -> list[str]:
    return [os.fsdecode(field) for field in data.split(b"\0") if field]


def _git(folder: Path, *arguments: str, trouble: str = "", data: bytes | None = None) -> bytes:
    # Locks are for those who write; without this a check could stand in the way of a commit.
    environment = {**os.environ, "GIT_OPTIONAL_LOCKS": "0", "LC_ALL": "C"}
    try:
        done = subprocess.run(
            ["git", *arguments], cwd=folder, env=environment, input=data, capture_output=True, check=False
        )
    except FileNotFoundError as error:
        missing = "git is not installed" if folder.is_dir() else f"{folder}: there is no such folder"
        raise RevisionError(missing) from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(trouble or f"git {arguments[0]}: {said[-1] if said else f'status {done.returncode}'}")
    return done.stdout
