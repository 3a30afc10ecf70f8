"""Stories told again in other words, known by what no other article of the event has.

Rare words, names and figures that stand in two articles alone, several in one passage of each, give away that the one
had the other before it, or that both had a third. That is a reason to ask, not proof: it is flagged, and the two stay
two origins.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from checker.model import BlockKind, Document
from checker.sources.copies import Place
from checker.sources.naming import WORDS
from checker.values.quantities import Quantity
from checker.values.slips import digits

TELLING = 0.4
"""Least weight of a word (0 to 1) that two articles do not share by chance."""

IN_PASSAGE = 3
"""Rare things that two passages must share to be one passage told twice."""

CREDITED, UNCREDITED = 3, 7
"""Rare things in such passages from which an article is flagged: where it credits the other's outlet, and where not."""

LEAST_ARTICLES = 3
"""Articles that an event must have: with two, everything that both say stands in these two alone."""

SKIPPED = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE})


@dataclass(frozen=True, slots=True)
class Retelling:
    """Passages (sentence indices) of two articles that share things nobody else has; ``shared`` are these things."""

    one: str
    other: str
    passages: tuple[tuple[int, int], ...]
    shared: tuple[str, ...]


def find_retellings(
    documents: Sequence[Document],
    words: Mapping[Place, frozenset[str]],
    familiarity: Callable[[str], float],
    credited: Collection[frozenset[str]],
    outlets: Collection[str] = (),
) -> list[Retelling]:
    """Pairs of articles that tell several passages alike.

    ``words`` gives the content words of each sentence, ``credited`` the pairs of which one credits the other;
    the names of ``outlets`` are nothing that a story tells.
    """
    if len(documents) < LEAST_ARTICLES:
        return []
    names = {word for outlet in outlets for word in WORDS.findall(outlet.casefold())}
    holders: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for document in documents:
        figures = _figures_of(document)
        for sentence in document.sentences:
            if sentence.kind in SKIPPED:
                continue
            place = document.article.id, sentence.index
            rare = {word for word in words.get(place, ()) if word not in names and familiarity(word) >= TELLING}
            for thing in rare | figures.get(sentence.index, set()):
                holders[thing][document.article.id].append(sentence.index)
    pairs: dict[tuple[str, str], dict[tuple[int, int], list[str]]] = defaultdict(lambda: defaultdict(list))
    for thing in sorted(holders):
        if len(holders[thing]) == 2:
            (one, ones), (other, others) = sorted(holders[thing].items())
            for a in ones:
                for b in others:
                    pairs[one, other][a, b].append(thing)
    found = []
    for (one, other), alike in sorted(pairs.items()):
        told = {passage: things for passage, things in alike.items() if len(things) >= IN_PASSAGE}
        shared = sorted({thing for things in told.values() for thing in things})
        if len(shared) >= (CREDITED if frozenset((one, other)) in credited else UNCREDITED):
            found.append(Retelling(one, other, tuple(sorted(told)), tuple(shared)))
    return found


def _figures_of(document: Document) -> dict[int, set[str]]:
    """By sentence, the figures of several digits."""
    found: dict[int, set[str]] = defaultdict(set)
    for mention in document.mentions:
        if isinstance(mention.value, Quantity) and digits(abs(mention.value.point)) >= 2:
            found[mention.sentence].add(mention.value.normalized)
    return found
