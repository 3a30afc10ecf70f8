"""Article ids: short, stable, and unique among everything read together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import PurePath

from checker.reading.drafts import Draft


def name_articles(drafts: Sequence[tuple[str, Draft]]) -> list[str]:
    """An id for each draft, given with the path that it was read from.

    The first of these that no other article has: the id that the file gives, or the file's name without its suffix; the
    file's name; the path. An article among several of one file has its line, or its place in the file, behind it.
    """
    alone = Counter(path for path, _ in drafts)
    places: Counter[str] = Counter()
    choices: list[tuple[str, ...]] = []
    for path, draft in drafts:
        places[path] += 1
        behind = f":{draft.line or places[path]}" if alone[path] > 1 or draft.line else ""
        file = PurePath(path)
        stem = "stdin" if path == "-" else file.stem
        named = (stem + behind, file.name + behind, file.as_posix() + behind)
        choices.append(
            named if draft.id is None else (draft.id, f"{file.name}:{draft.id}", f"{file.as_posix()}:{draft.id}")
        )
    return _first_free(choices)


def _first_free(choices: Sequence[tuple[str, ...]]) -> list[str]:
    """The least specific choice at which an article differs from all others; numbered when none does."""
    level = [0] * len(choices)
    while True:
        taken: dict[str, list[int]] = {}
        for number, choice in enumerate(choices):
            taken.setdefault(choice[level[number]], []).append(number)
        clashing = [numbers for numbers in taken.values() if len(numbers) > 1]
        raisable = [n for numbers in clashing for n in numbers if level[n] + 1 < len(choices[n])]
        if not raisable:
            break
        for number in raisable:
            level[number] += 1
    ids: list[str] = []
    used: set[str] = set()
    for number, choice in enumerate(choices):
        wanted = identity = choice[level[number]]
        count = 1
        while identity in used:
            count += 1
            identity = f"{wanted}#{count}"
        used.add(identity)
        ids.append(identity)
    return ids
