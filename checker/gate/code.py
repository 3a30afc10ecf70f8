"""What stands for code and data of the package, and for other packages: a part of the key of all that they made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from importlib.resources import files
from importlib.resources.abc import Traversable

FAMILIARITY = (
    "lexicon/familiarity.py",
    "lexicon/inflection.py",
    "lexicon/wordnet.py",
    "lexicon/data/news_words.txt",
    "lexicon/data/stop_words.txt",
    "lexicon/data/wordnet_counts.tsv.gz",
    "lexicon/data/wordnet_inflections.tsv.gz",
)
"""What decides how common a word is: by that articles are found, and the language of short ones is told."""


def hash_parts(parts: Iterable[str], others: Iterable[str] = ()) -> str:
    """A hash of files and folders of the package, by their paths in it, and of the versions of other packages.

    A package that is not installed counts as such.
    """
    hashed = sha256()  # most processors have instructions for it
    for part in parts:
        for file in _walk(files("checker").joinpath(*part.split("/"))):
            hashed.update(file.name.encode())
            hashed.update(file.read_bytes())
    for package in others:
        with suppress(PackageNotFoundError):
            hashed.update(f"{package} {version(package)}".encode())
    return hashed.hexdigest()[:24]


def _walk(place: Traversable) -> Iterator[Traversable]:
    """The source and data files below a folder of the package, in the same order everywhere."""
    if place.is_file():
        if not place.name.endswith(".pyc"):
            yield place
        return
    for one in sorted(place.iterdir(), key=lambda one: one.name):
        yield from _walk(one)
