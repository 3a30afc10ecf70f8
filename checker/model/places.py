"""Where the parts of a text lie: which of many ranges touch a given one, without a look at all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

from checker.model.article import Span


class Places:
    """Ranges, numbered in the order given; they may overlap and come in any order."""

    def __init__(self, spans: Iterable[Span]) -> None:
        held = tuple(spans)
        self._ends = [span.end for span in held]
        self._order: Sequence[int] = sorted(range(len(held)), key=lambda at: held[at].start)
        self._starts = [held[at].start for at in self._order]
        self._longest = max((span.end - span.start for span in held), default=0)
        self._in_order = self._order == list(range(len(held)))
        if self._in_order:
            self._order = range(len(held))

    def touching(self, span: Span) -> list[int]:
        """The numbers of the ranges that share a character with this one or lie right beside it, in order."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_right(self._starts, span.end)
        if first >= last:
            return []
        begin, ends = span.start, self._ends
        found = [at for at in self._order[first:last] if ends[at] >= begin]
        return found if self._in_order or len(found) < 2 else sorted(found)
