"""What hangs on each origin: how many questions would stand otherwise without it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from checker.model import Footing, Question

from .grades import FOOTINGS
from .view import View
from .wording import number_of


@dataclass(frozen=True, slots=True)
class Pull:
    """What hangs on one origin: the questions that would stand otherwise without it, by how they would."""

    origin: str
    lines: tuple[str, ...]
    questions: tuple[Question, ...]


def pull_origins(view: View) -> tuple[Pull, ...]:
    """For each origin what hangs on it, the one on which most hangs first; those on which nothing does are left out.

    Questions that it alone answers are counted last: nobody is left to answer them.
    """
    found: dict[str, dict[tuple[Footing, Footing], list[Question]]] = {}
    for question in view.report.questions:
        for flip in question.flips:
            found.setdefault(flip.origin, {}).setdefault((question.footing, flip.footing), []).append(question)
    pulls = [
        Pull(view.origin(origin), tuple(_say_pull(changes)), tuple(_changed(changes)))
        for origin, changes in found.items()
    ]
    return tuple(sorted(pulls, key=lambda p: (-len(p.questions), p.origin)))


def _changed(changes: Mapping[tuple[Footing, Footing], list[Question]]) -> Iterator[Question]:
    for (_, after), questions in changes.items():
        if after is not Footing.NOT_ASSESSABLE:
            yield from questions


def _say_pull(changes: Mapping[tuple[Footing, Footing], list[Question]]) -> Iterator[str]:
    order = list(FOOTINGS)
    for (before, after), questions in sorted(
        changes.items(), key=lambda item: (order.index(item[0][1]), order.index(item[0][0]))
    ):
        if after is not Footing.NOT_ASSESSABLE:
            yield f"{len(questions)} {before} would be {after}"
    silent = sum(len(questions) for (_, after), questions in changes.items() if after is Footing.NOT_ASSESSABLE)
    if silent:
        yield f"{number_of(silent, 'question', 'questions')} would have nobody left to answer"
