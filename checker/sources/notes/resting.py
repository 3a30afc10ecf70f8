"""Articles that rest on one source: one person for what he asserts, or one that nobody could go and ask."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from checker.model import Node, NodeKind, Standing
from checker.sources.behind import Behind
from checker.sources.citing import Citation, count_by_source
from checker.sources.cutting import cut_evidence
from checker.sources.notes.making import Remark, make_note

HALF = 0.5
"""Share of an article's passages from others that one source must give for the article to rest on it."""

LEAST_HUMAN, LEAST_UNNAMED = 2, 3
"""Passages that it must give: by a person with a name, and without one."""

LEAST_ALONE = 3
"""Passages that a person must give in an article when no other article rests on him."""

SHOWN = 2
"""Cues that a note cites from one article; of an article that leans throughout, twice as many."""


def note_human(behind: Behind, event: str) -> Iterator[Remark]:
    """One note for each named person on whom articles rest: others who carry his words make no second source."""
    resting: dict[str, tuple[Node, dict[str, list[Citation]]]] = {}
    for article, citations in behind.citations.items():
        for found in count_by_source(citations).values():
            node = found[0].source
            if node.kind is not NodeKind.PERSON or not node.named or len(found) < LEAST_HUMAN:
                continue
            if len(found) >= HALF * len(citations):
                resting.setdefault(node.id, (node, {}))[1][article] = found
    for node, articles in resting.values():
        name = node.name
        if len(articles) == 1 and len(next(iter(articles.values()))) < LEAST_ALONE:
            continue
        outlets = [behind.outlet(article) for article in articles]
        if len(articles) > 1:
            message = f"{_list(outlets)} rest on {name}: one human source for what {name} asserts"
        else:
            number = len(next(iter(articles.values())))
            message = f"{outlets[0]} rests on {name} in {number} passages: one human source for what {name} asserts"
        origins = {c.via or behind.outlet(article) for article, found in articles.items() for c in found}
        if len(origins) > 1:
            difference = f"{len(origins)} origins carry it: it is corroborated that {name} said so, not that it is so"
        else:
            difference = f"one origin carries it, and {name} alone stands behind it"
        yield make_note(
            "one_human_source",
            event,
            0.8 + 0.02 * min(len(articles), 5),
            question=f"who stands behind what {name} says?",
            message=message,
            difference=difference,
            clears=f"a document, or a person other than {name}, for what {name} asserts",
            about=tuple(articles),
            subject=(node.id,),
            origins=origins,
            evidence=(
                cut_evidence(behind.documents[article], c.cue, name)
                for article, found in articles.items()
                for c in found[:SHOWN]
            ),
        )


def note_unnamed(behind: Behind, event: str) -> Iterator[Remark]:
    """One note for each article that leans throughout on one source that it does not name."""
    for article, citations in behind.citations.items():
        for found in count_by_source(citations).values():
            node = found[0].source
            if node.named or len(found) < LEAST_UNNAMED or len(found) < HALF * len(citations) or _is_crowd(node):
                continue
            outlet, document = behind.outlet(article), behind.documents[article]
            writing = node.kind is NodeKind.DOCUMENT
            what, name = ("writing", f"the {node.name}") if writing else ("source", node.name)
            yield make_note(
                "unnamed_source",
                event,
                0.95,
                question=f"who is behind “{name}”?",
                message=f"{outlet} leans throughout on “{name}”, an unnamed {what}: "
                f"{len(found)} of {len(citations)} passages",
                difference="it does not say whose it is, so that nobody can go and look",
                clears=f"say who made the {node.name} and where it can be read"
                if writing
                else f"name “{node.name}”, or say why not and how they know",
                about=(article,),
                subject=(article, node.id),
                origins=(outlet,),
                evidence=(cut_evidence(document, c.cue, node.name) for c in found[: 2 * SHOWN]),
            )


def _is_crowd(node: Node) -> bool:
    """Whether the words stand for people at large: "many women" here and "the women" there are not one source."""
    if node.kind is NodeKind.DOCUMENT or node.standing in (Standing.OFFICIAL, Standing.EXPERT):
        return False
    return node.name.casefold().split()[-1] in CROWDS


CROWDS = frozenset(
    "people persons men women residents locals critics supporters workers others user users fans".split()
)
"""Nouns for people at large (own list)."""


def _list(names: Sequence[str]) -> str:
    *head, tail = dict.fromkeys(names)
    return f"{', '.join(head)} and {tail}" if head else tail
