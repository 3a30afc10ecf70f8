"""Misfits: what an article says and its own figures, or the calendar, exclude ("12 feet (4.7 metres)").

The readings stand on the times and quantities that are found in every article, and look only at those that stand side
by side in a few fixed forms of words: what stands farther apart may always be about two things.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from checker.model import Document, Mention, Span, ValueType
from checker.values.quantities import Quantity
from checker.values.timex import TimeValue

WIDEST = 60
"""Characters between two mentions that can stand side by side, a few words of what they count included."""

BEHIND = 40
"""Characters behind a mention that tell how it goes on."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """What is said, and what the words beside it make of it.

    ``stated`` is the answer of the words at ``said``, ``made`` the one that follows from those at ``basis``. ``asks``
    is the question that both answer, ``type`` that of the answer.
    """

    asks: str
    type: ValueType
    said: Span
    stated: str
    basis: Span
    made: str


@dataclass(frozen=True, slots=True)
class Beside:
    """Two mentions one after the other in a sentence: the text between them, and the beginning of that behind them."""

    one: Mention
    other: Mention
    between: str
    behind: str


def read_beside(document: Document) -> Sequence[Beside]:
    """The times and quantities that stand side by side, in reading order."""
    found: list[Beside] = []
    last: Mention | None = None
    text = document.text
    for mention in document.mentions:
        if not isinstance(mention.value, TimeValue | Quantity):
            continue
        if last is not None and last.sentence == mention.sentence:
            gap = mention.span.start - last.span.end
            if 0 <= gap <= WIDEST:
                behind = text[mention.span.end : mention.span.end + BEHIND]
                found.append(Beside(last, mention, text[last.span.end : mention.span.start], behind))
        last = mention
    return found


def before(document: Document, mention: Mention, size: int = BEHIND) -> str:
    """The text before a mention, as far as its sentence or its line goes back."""
    start = document.sentences[mention.sentence].span.start if mention.sentence >= 0 else 0
    text = document.text[max(start, mention.span.start - size) : mention.span.start]
    return text.rpartition("\n")[2]
