"""Why two claims were taken for answers to one question, in the words that they have in common."""

from __future__ import annotations

from collections.abc import Iterable

from checker.linking.score import Link
from checker.model import Claim, LinkLevel

MOST = 6
"""Words that are named at one level."""

OF_LEVEL = {
    "heads": "heads",
    "concepts": "concepts",
    "entities": "entities",
    "topic": "topic",
}
"""Which words of a claim a level compares."""


def name_shared(link: Link) -> tuple[LinkLevel, ...]:
    """The levels of a link, each with the words that the two claims share there, at most ``MOST``."""
    return tuple(LinkLevel(name, score, _words(link, name, score)) for name, score in link.scores)


def _words(link: Link, level: str, score: float) -> tuple[str, ...]:
    """The shared words of a level; for what is asked about, else one word of each side that was taken for like."""
    attribute = OF_LEVEL.get(level)
    if attribute is None or score <= 0:
        return ()
    mine, theirs = _spoken(link.one, attribute), _spoken(link.other, attribute)
    shared = sorted(mine & theirs, key=lambda word: (-len(word), word))[:MOST]
    if not shared and attribute == "heads" and mine and theirs:
        return (f"{min(mine)} ~ {min(theirs)}",)
    return tuple(sorted(shared))


def _spoken(claim: Claim, attribute: str) -> frozenset[str]:
    """The words of a claim as a person reads them: "die" for the concept ``fate.die``, a name for its entity."""
    words: Iterable[str] = getattr(claim, attribute)
    if attribute == "entities":
        names = (word.partition(":")[2] for word in words if not word.startswith("country:"))
        return frozenset(name.title() for name in names if name)
    heads = claim.heads if attribute == "topic" else frozenset()
    return frozenset(word.rpartition(".")[2].replace("_", " ") for word in words if word not in heads)
