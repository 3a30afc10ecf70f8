"""Places in a row of one's like: the first, the third, one of several, each inside limits of its own.

A place is a range: "the fifth" is 5 to 5, "not the first" 2 and up. Two places that share no number are a conflict
where they are counted inside the same limits.
"""

from __future__ import annotations

from dataclasses import dataclass

from checker.model import ValueType

TOLERANCE = 0.1
"""Years by which a window may start before another and still count as inside it."""

LEEWAY = 1.01
"""Years by which two ways of telling one year may differ."""


@dataclass(frozen=True, slots=True)
class RowPlace:
    """A place between ``least`` and ``most`` (None: without end), counted from 1.

    ``since`` is the window that is counted over as told, ``start`` the year in which it starts or, of an earlier
    instance, the year in which that was; ``season`` the season or other term that bounds it; ``straight`` that the
    instances follow one another without a break; ``limits`` the words that narrow what is counted, ``bounds`` those
    for where; ``sort`` the class of those who are counted ("woman"), ``owner`` the pronoun or name whose row it is;
    ``measure`` what a record is one of ("size"), empty for plain places.
    """

    text: str
    least: int
    most: int | None
    since: str = ""
    start: float | None = None
    season: str = ""
    straight: bool = False
    limits: frozenset[str] = frozenset()
    bounds: frozenset[str] = frozenset()
    sort: str = ""
    owner: str = ""
    measure: str = ""

    @property
    def type(self) -> ValueType:
        """Always ``ordinal``."""
        return ValueType.ORDINAL

    @property
    def normalized(self) -> str:
        """The place with its window: "place 1 (season)", "place 2 or later"."""
        place = f"{self.measure or 'place'} {self.least}"
        if self.most is None:
            place += " or later"
        elif self.most != self.least:
            place += f" or {self.most}"
        window = self.season or (f"since {self.since}" if self.since else "")
        row = "in a row" if self.straight else ""
        return " ".join(part for part in (place, self.sort, f"({window})" if window else "", row) if part)


RECORD = "record"
"""The measure of a record that is told by that word alone: it may be one of anything that is measured."""


def _one_measure(one: str, other: str) -> bool:
    return one == other or (RECORD in (one, other) and bool(one and other))


def exclude_each_other(one: RowPlace, other: RowPlace) -> bool:
    """Whether two places cannot both be had in one row, windows and limits in mind. Symmetric."""
    low, high = (one, other) if one.least <= other.least else (other, one)
    if low.most is None or low.most >= high.least or not _one_measure(low.measure, high.measure):
        return False
    if low.straight != high.straight:
        # The third in a row is no first since; a second in a row may well be the fifth of all.
        return high.straight and not low.season
    if low.straight:
        return True
    if not (low.since or low.season):
        return True
    if (low.since, low.season) == (high.since, high.season):
        return True
    if low.start is None or high.start is None:
        return False
    # A place inside a shorter window is one of at least that many inside the longer.
    return high.start >= low.start - TOLERANCE if high.since or high.season else high.start > low.start + LEEWAY
