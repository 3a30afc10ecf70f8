"""Quotations cut short: what a version leaves out of the sentence that it gives as whole.

"We remain interested," beside "We remain interested over the long term, but not at any price": every word of the
shorter version is in the longer one, and a reader takes away something else.
"""

from __future__ import annotations

import re
from collections.abc import Set

from checker.values.wording import read_utterance

SENTENCE_END = re.compile(r"(?<=[.!?;])['’”\"]*\s+")
FEWEST = 3
"""Words of a version at least; fewer are a phrase picked out."""

TURNS = frozenset(
    "but though although if unless until till before when while provided except only yet however never without".split()
)
"""Words by which the rest of a sentence limits what goes before (own list)."""

LIMITS = frozenset({"but", "unless", "if", "not", "until", "except"})
"""Words that limit it wherever they stand in the rest (own list)."""

BINDING = frozenset("for of in at on over by under within against with from to as than because since that".split())
"""Words that bind the rest of a clause to what goes before (own list)."""

MUCH = 0.5
"""Share of the sentence that may be left when only its plain end is cut off."""


def find_cut(short: str, long: str, elsewhere: Set[str]) -> str:
    """The words of the longer version's sentence that the shorter one ends before; empty where nothing weighty is cut.

    ``elsewhere`` are the folded words that the shorter version's article quotes besides, which are not cut.
    """
    words = read_utterance(short).words
    if len(words) < FEWEST:
        return ""
    for sentence in SENTENCE_END.split(long):
        whole = read_utterance(sentence)
        at = _find(words, whole.words)
        if at is None or (at > 1 and whole.words[at - 1] not in {"and", "but", "so"}):
            continue
        rest = whole.words[at + len(words) :]
        told = set(rest) & set(whole.content)
        if not rest or not told or len(told & elsewhere) > len(told) / 2:
            return ""
        limits = rest[0] in TURNS or bool(LIMITS & {*rest})
        ends = rest[0] in BINDING and len(words) <= MUCH * len(whole.words) + 1
        return " ".join(rest) if limits or ends else ""
    return ""


def _find(piece: tuple[str, ...], words: tuple[str, ...]) -> int | None:
    size = len(piece)
    return next((i for i in range(len(words) - size + 1) if words[i : i + size] == piece), None)
