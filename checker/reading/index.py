"""``index.toml``: what is known of the articles in its folder, beside what they say themselves.

[[article]]
file = "flood.txt"
source = "Example Daily"
title = "River bursts its banks"
published = 2031-05-15
url = "https://daily.example/flood"
authors = ["Ann Lee"]
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from checker.reading.dated import read_given
from checker.reading.drafts import Draft, UnreadableError

NAME: Final = "index.toml"
_KEYS: Final = frozenset({"file", "id", "source", "title", "published", "url", "authors"})


@dataclass(frozen=True, slots=True)
class Entry:
    """What an index says of one file."""

    file: str
    id: str | None = None
    source: str | None = None
    title: str | None = None
    published: date | datetime | None = None
    url: str | None = None
    authors: tuple[str, ...] = ()

    def add_to(self, draft: Draft) -> Draft:
        """The draft with what the index says; it was written by a person, and counts before what the file says."""
        known = {key: getattr(self, key) for key in _KEYS - {"file"} if getattr(self, key)}
        return replace(draft, **known)


def read_index(path: Path) -> dict[str, Entry]:
    """The entries of an index by file name. Raises UnreadableError, naming the line or the entry that is wrong."""
    try:
        loaded = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise UnreadableError(f"not valid TOML: {error}") from error
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not UTF-8 (byte {error.start + 1})") from error
    except OSError as error:
        raise UnreadableError(f"cannot be read: {error.strerror or error}") from error
    listed = loaded.get("article")
    if not isinstance(listed, list) or set(loaded) != {"article"}:
        raise UnreadableError("an index holds [[article]] tables and nothing else")
    entries: dict[str, Entry] = {}
    for number, values in enumerate(listed, start=1):
        entry = _entry(values, number)
        if entry.file in entries:
            raise UnreadableError(f'the file "{entry.file}" is listed twice')
        entries[entry.file] = entry
    return entries


def _entry(values: object, number: int) -> Entry:
    if not isinstance(values, Mapping) or not isinstance(values.get("file"), str):
        raise UnreadableError(f"article {number} of the index names no file")
    file = Path(values["file"]).as_posix()
    if unknown := sorted(values.keys() - _KEYS):
        raise UnreadableError(f'{file}: unknown key "{unknown[0]}" (known: {", ".join(sorted(_KEYS))})')
    authors = values.get("authors", [])
    if isinstance(authors, str):
        authors = [authors]
    if not isinstance(authors, list) or not all(isinstance(name, str) for name in authors):
        raise UnreadableError(f"{file}: authors is a list of names")
    return Entry(
        file,
        published=_published(values.get("published"), file),
        authors=tuple(authors),
        **{key: _text(values, key, file) for key in ("id", "source", "title", "url")},
    )


def _published(value: object, file: str) -> date | datetime | None:
    if value in (None, ""):
        return None
    published = read_given(value)
    if published is None:
        raise UnreadableError(f"{file}: published is not a date: {value!r}")
    return published


def _text(values: Mapping[str, Any], key: str, file: str) -> str | None:
    value = values.get(key)
    if value is not None and not isinstance(value, str):
        raise UnreadableError(f"{file}: {key} is not text: {value!r}")
    return value or None
