"""Articles side by side: which two, and how much of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

from checker.model import Finding

from ..highlight import Piece
from ..page import Sheet
from .desk import Shown

# Of a very long article this much is shown, in characters; the rest would only keep the browser busy.
MOST_SHOWN = 300_000


def find_pair(shown: Shown, left: str, right: str, finding: Finding | None) -> tuple[str, ...]:
    """The ids of the two articles to be shown: those asked for, else those of the finding, else those that differ most.

    Fewer than two where there are not as many.
    """
    known = shown.view.articles
    cited = list(dict.fromkeys(e.article for e in finding.evidence if e.article in known)) if finding else []
    chosen = [article for article in (left, right) if article in known]
    counted = Counter(
        pair
        for one in shown.report.findings
        for pair in combinations(dict.fromkeys(e.article for e in one.evidence if e.article in known), 2)
    )
    most = [article for pair, _ in counted.most_common(1) for article in pair]
    several = [article for pair, _ in counted.most_common() if set(pair) & set(chosen) for article in pair]
    wanted = dict.fromkeys([*chosen, *cited, *several, *most, *known])
    return tuple(wanted)[:2]


def cap_sheet(sheet: Sheet, most: int = MOST_SHOWN) -> Sheet:
    """An article with no more of its text than a browser shows with ease, and a line that says so."""
    kept: list[Piece] = []
    left = most
    for piece in sheet.text:
        if len(piece.text) > left:
            rest = sum(len(one.text) for one in sheet.text) - most
            kept.append(replace(piece, text=piece.text[:left], ending=()))
            kept.append(Piece(f"\n\n[{rest:,} more characters are not shown]", False, None, None, ()))
            return replace(sheet, text=tuple(kept))
        left -= len(piece.text)
        kept.append(piece)
    return sheet
