"""Texts cut into pieces at the borders of the spans that are highlighted in them, so that spans may overlap."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from checker.model import Kind, Span

from .wording import KINDS


@dataclass(frozen=True, slots=True)
class Highlight:
    """A span and the finding that cites it; one without a finding is there to be linked to."""

    span: Span
    finding: str = ""
    kind: Kind | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text covered by the same highlights all along.

    ``anchor`` is its offset where a highlight starts with it, else None; ``kind`` the weightiest kind that covers it;
    ``ending`` the findings whose words end with it.
    """

    text: str
    marked: bool
    anchor: int | None
    kind: Kind | None
    ending: tuple[str, ...]


def cut(text: str, highlights: Iterable[Highlight]) -> tuple[Piece, ...]:
    """Cut a text into pieces that add up to it. Highlights that are empty or go beyond it are ignored."""
    highlights = [h for h in dict.fromkeys(highlights) if h.span.start < h.span.end <= len(text)]
    starting: dict[int, list[Highlight]] = {}
    ending: dict[int, list[Highlight]] = {}
    for highlight in highlights:
        starting.setdefault(highlight.span.start, []).append(highlight)
        ending.setdefault(highlight.span.end, []).append(highlight)
    order = list(KINDS)
    borders = sorted({0, len(text), *starting, *ending})
    pieces: list[Piece] = []
    open_now: list[Highlight] = []
    for start, end in pairwise(borders):
        open_now = [h for h in open_now if h.span.end > start] + starting.get(start, [])
        kinds = sorted((h.kind for h in open_now if h.kind), key=order.index)
        pieces.append(
            Piece(
                text=text[start:end],
                marked=bool(open_now),
                anchor=start if start in starting else None,
                kind=kinds[0] if kinds else None,
                ending=tuple(dict.fromkeys(h.finding for h in ending.get(end, []) if h.finding)),
            )
        )
    return tuple(pieces)
