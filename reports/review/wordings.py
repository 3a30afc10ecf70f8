"""How two wordings differ, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ..wording import on_one_line

# Longer texts are no wordings of one sentence.
MOST_WORDS = 400

# Marks that do not make another word: "ahead," is "ahead".
MARKS = ".,;:!?\"'“”‘’()[]…–—-"


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that both wordings have (``both``), or this one alone."""

    text: str
    both: bool


def compare_wordings(one: str, other: str) -> tuple[tuple[Run, ...], tuple[Run, ...]] | None:
    """Both wordings cut where they part; None where they have no word in common, or are too long."""
    left, right = on_one_line(one).split(), on_one_line(other).split()
    if not left or not right or max(len(left), len(right)) > MOST_WORDS:
        return None
    matcher = SequenceMatcher(None, [_fold(word) for word in left], [_fold(word) for word in right], autojunk=False)
    parts = matcher.get_opcodes()
    if not any(tag == "equal" for tag, *_ in parts):
        return None
    return (
        _runs(left, [(tag == "equal", start, end) for tag, start, end, _, _ in parts]),
        _runs(right, [(tag == "equal", start, end) for tag, _, _, start, end in parts]),
    )


def _fold(word: str) -> str:
    return word.strip(MARKS).casefold().replace("’", "'")


def _runs(words: Sequence[str], parts: Sequence[tuple[bool, int, int]]) -> tuple[Run, ...]:
    return tuple(Run(" ".join(words[start:end]), both) for both, start, end in parts if start < end)
