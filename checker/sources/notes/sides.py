"""Negotiations told by one side: every source of an article that belongs to a party belongs to the same one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from checker.model import Document, NodeKind
from checker.sources.behind import Behind
from checker.sources.citing import Citation
from checker.sources.cutting import cut_evidence
from checker.sources.naming import fold_outlet
from checker.sources.notes.making import Remark, make_note
from checker.sources.notes.parties import (
    Party,
    find_countries,
    find_organisations,
    is_neutral,
    side_of_country,
    side_of_organisation,
)

LEAST_CITED = 2
"""Passages that the one side must give."""

SHOWN = 2
"""Cues that the note cites."""


def note_sides(behind: Behind, event: str, joined: Mapping[tuple[str, str], str]) -> Iterator[Remark]:
    """One note for each article on a negotiation or dispute of two parties that has sources from one of them alone."""
    countries: dict[str, str] = {}
    for article, document in behind.documents.items():
        for entity in document.entities.values():
            if entity.country:
                countries.setdefault(joined.get((article, entity.key), entity.key), entity.country)
    outlets = frozenset(fold_outlet(name) for name in behind.origins.known)
    for article, document in behind.documents.items():
        citations = behind.citations[article]
        states = find_countries(document)
        note = None
        if states is not None:
            sides = [(side_of_country(document, c, countries, states), c) for c in citations]
            note = _note(behind, event, document, states, sides)
        firms = find_organisations(document, outlets) if note is None else None
        if firms is not None:
            sides = [(side_of_organisation(document, c, joined, firms), c) for c in citations]
            # Whom somebody is with is told in many ways: one who cannot be placed may be of the other side.
            if all(side or is_neutral(c) or c.source.kind is NodeKind.DOCUMENT for side, c in sides):
                note = _note(behind, event, document, firms, sides)
        if note is not None:
            yield note


def _note(
    behind: Behind,
    event: str,
    document: Document,
    parties: tuple[Party, Party],
    sides: Sequence[tuple[Party | None, Citation]],
) -> Remark | None:
    """The note; None where both parties give something, or neither does. ``sides`` are the parties of all citations."""
    heard = list(dict.fromkeys(side for side, _ in sides if side is not None))
    if len(heard) != 1:
        return None
    side, found = heard[0], [c for party, c in sides if party is not None]
    other = next(party for party in parties if party is not side)
    if len(found) < LEAST_CITED or any(c.source.kind is NodeKind.DOCUMENT for c in found):
        return None
    article = document.article.id
    return make_note(
        "one_sided",
        event,
        0.75,
        question=f"what does {other.name} say?",
        message=f"{behind.outlet(article)} tells of a negotiation between {side.name} and {other.name}, "
        f"and all {len(found)} passages that come from a party come from {side.name}",
        difference=f"nobody from {other.name} is quoted or cited",
        clears=f"a source from {other.name}",
        about=(article,),
        subject=(article, *sorted(party.key for party in parties)),
        origins=(behind.outlet(article),),
        evidence=(cut_evidence(document, c.cue, side.name) for c in found[:SHOWN]),
    )
