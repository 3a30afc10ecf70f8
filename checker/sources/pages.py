"""The pages of the notes on credibility: what each finds, why it matters, what it does not see."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class NotePage:
    """What ``checker explain`` shows of a note. ``title`` is its name and, behind a colon, what it finds."""

    id: str
    title: str
    finds: str
    why: str
    limits: str

    @property
    def summary(self) -> str:
        """What it finds, in a line."""
        found = self.title.partition(": ")[2]
        return found[:1].upper() + found[1:]

    def text(self) -> str:
        """The page, as the pages of rules are laid out."""
        return (
            f"{self.title}.\n\n## What it finds\n\n{self.finds}\n\n## Why it matters\n\n{self.why}"
            f"\n\n## Limits\n\n{self.limits}"
        )


@cache
def load_pages() -> Mapping[str, NotePage]:
    """The pages by id, in the order of the file."""
    data = tomllib.loads(files("checker.sources").joinpath("data", "notes.toml").read_text(encoding="utf-8"))
    return {
        name: NotePage(name, one["title"], one["finds"].strip(), one["why"].strip(), one["limits"].strip())
        for name, one in data.items()
    }
