"""Page furniture: buttons, prompts, notes and link lists around an article, told by their words and their shape.

A line that reads like a sentence stays, unless its first words are a prompt's: the cue phrases are in
``data/furniture.toml``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from checker.text.words import WORD, reads_like_sentence

# What stands between the cells of a line of buttons or links. Examples: "Home  News", "Home | News", "Home > News".
CELL_GAP = re.compile(r"\s{2,}|\t|\s?[|»›•·]\s?|\s>\s")

# A count on a button. Examples: "0 comments", "1.2k shares", "1,204 views".
COUNTER = re.compile(
    r"\(?[\d.,]{1,9}k?\)? (?:comments?|shares?|views?|likes?|reads?|replies|followers?)", re.IGNORECASE
)

# How long the reading takes. Examples: "Read time 4 minutes", "4 min read", "Reading time: 2 min".
READING_TIME = re.compile(r"(?:read(?:ing)? time:? )?\d{1,3}[ -]?min(?:ute)?s?(?: read)?", re.IGNORECASE)

# A web or mail address alone. Examples: "www.example.org/x", "desk@example.org".
ADDRESS = re.compile(
    r"(?:https?://|www\.)\S{1,500}|\S{1,80}@\S{1,80}\.\w{2,10}|\w[\w-]{0,60}\.(?:com|org|net|example)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue phrases of ``data/furniture.toml``, ready to be looked up."""

    exact: frozenset[str]
    starts: tuple[str, ...]
    start_words: int
    guarded: dict[str, tuple[str, ...]]
    anywhere: tuple[str, ...]
    anywhere_words: int
    tails: frozenset[str]
    tail_prefixes: tuple[str, ...]
    byline_starts: tuple[str, ...]
    caption_starts: tuple[str, ...]
    caption_ends: tuple[str, ...]


@cache
def load_cues() -> Cues:
    """Read the cue phrases once."""
    data: dict[str, Any] = tomllib.loads((files("checker.text") / "data" / "furniture.toml").read_text("utf-8"))
    return Cues(
        exact=frozenset(data["exact"]),
        starts=tuple(data["starts"]),
        start_words=data["start_words"],
        guarded={key: tuple(words) for key, words in data["guarded"].items()},
        anywhere=tuple(data["anywhere"]["phrases"]),
        anywhere_words=data["anywhere"]["words"],
        tails=frozenset(data["tail"]["headings"]),
        tail_prefixes=tuple(data["tail"]["prefixes"]),
        byline_starts=tuple(data["byline"]["starts"]),
        caption_starts=tuple(data["caption"]["starts"]),
        caption_ends=tuple(data["caption"]["ends"]),
    )


def fold(text: str) -> str:
    """The form in which cue phrases are compared."""
    return text.casefold().replace("’", "'").strip()


def cells(raw: str) -> list[str]:
    """The parts of a line between wide gaps, bars and arrows."""
    return [part.strip() for part in CELL_GAP.split(raw.strip()) if part.strip()]


def is_furniture(words: str, raw: str) -> bool:
    """Whether a line belongs to the page and not to the article. ``raw`` is the line with its own spacing."""
    folded = fold(words).rstrip(":")
    count = folded.count(" ") + 1
    if is_button(folded) or ADDRESS.fullmatch(folded):
        return True
    if count > load_cues().start_words:
        return False
    if _starts_as_prompt(folded, raw):
        return True
    cues = load_cues()
    if count <= cues.anywhere_words and any(phrase in folded for phrase in cues.anywhere):
        return True
    return _is_link_list(raw)


def is_button(folded: str) -> bool:
    """Whether folded text is the label of a button, a counter, or a reading time."""
    return (
        folded in load_cues().exact
        or COUNTER.fullmatch(folded) is not None
        or READING_TIME.fullmatch(folded) is not None
    )


def opens_tail(words: str) -> bool:
    """Whether a line is a heading such as "Related articles", after which no article is expected."""
    folded, cues = fold(words).rstrip(":"), load_cues()
    return folded in cues.tails or (folded.count(" ") < 5 and folded.startswith(cues.tail_prefixes))


def _starts_as_prompt(folded: str, raw: str) -> bool:
    cues = load_cues()
    if not folded.startswith(cues.starts):
        return False
    lowered = raw.casefold()
    for start in cues.starts:
        if not folded.startswith(start):
            continue
        if start[-1].isalnum() and folded[len(start) : len(start) + 1].isalnum():
            continue
        guards = cues.guarded.get(start)
        if guards is None or "*" in guards or any(guard in lowered for guard in guards):
            return True
    return False


def _is_link_list(raw: str) -> bool:
    """A line of three or more short cells, or of two with a button among them; no cell is a sentence of its own."""
    parts = cells(raw)
    if len(parts) < 2 or any(part.endswith((".", ",", ";")) and " " in part for part in parts[:-1]):
        return False
    buttons = sum(is_button(fold(part)) for part in parts)
    if buttons >= 2 or (buttons == 1 and len(parts) <= 3):
        return buttons * 2 >= len(parts) or all(len(WORD.findall(p)) <= 6 for p in parts)
    if len(parts) < 3:
        return False
    longest = max(len(WORD.findall(part)) for part in parts)
    return longest <= 3 or (longest <= 8 and not any(reads_like_sentence(WORD.findall(part)) for part in parts))
