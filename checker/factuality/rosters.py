"""Rosters: lists of those who took part, told under a line of their own rather than in a sentence.

"Taking part were", then a table or a list with a name and an office in each cell. A roster ends at the first line that
holds no such cell; its column heads ("Costa Rica | Malaysia") may stand before the first.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from checker.model import Document, Sentence, Span

LONGEST = 12
"""Lines of a roster that are read."""

CELL = re.compile(r"[^|;\n]+")
"""One cell of a row: "Ana Ruiz, Minister of Trade" of "Ana Ruiz, Minister of Trade | Ben Oduya, Envoy"."""

NAMED = re.compile(r"\s*[-–•*]?\s*((?:[^\W\d_][\w.'’-]*\s){1,4}?[^\W\d_][\w'’-]+)\s*(?:,|\()\s*\S")
"""A name and, behind a comma or in brackets, an office: "Ana Ruiz, Minister of Trade"."""


def read_rosters(document: Document, leading: Iterable[str]) -> Iterator[tuple[Sentence, Span, str]]:
    """Everybody whom a list under a leading line names: the sentence, the span of the name, the name."""
    leads, left, begun = tuple(leading), 0, False
    for sentence in document.sentences:
        text = sentence.text.strip().lower().strip(" :.-–*#")
        if len(text) < 60 and any(text.endswith(lead) or text.removesuffix(" were") == lead for lead in leads):
            left, begun = LONGEST, False
            continue
        if not left:
            continue
        found = [*_cells(sentence)]
        if not found and (begun or "|" not in sentence.text):
            left = 0
            continue
        left, begun = left - 1, begun or bool(found)
        yield from ((sentence, span, name) for span, name in found)


def _cells(sentence: Sentence) -> Iterator[tuple[Span, str]]:
    for cell in CELL.finditer(sentence.text):
        named = NAMED.match(cell.group())
        if named is None or not all(w[0].isupper() for w in named.group(1).split() if len(w) > 3):
            continue
        start = sentence.span.start + cell.start() + named.start(1)
        yield Span(start, start + len(named.group(1))), named.group(1)
