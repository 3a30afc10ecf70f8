"""Negotiations told by one side: every source of an article that belongs to a party belongs to the same one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from itertools import combinations

from checker.model import BlockKind, Document, MentionKind, NodeKind, Span
from checker.sources.behind import Behind
from checker.sources.citing import Citation
from checker.sources.cutting import cut_evidence
from checker.sources.notes.making import Remark, make_note

LEAST_TOGETHER = 2
"""Sentences on a negotiation that must name two countries for these to be its parties."""

LEAST_CITED = 2
"""Passages that the one side must give."""

SHOWN = 2
"""Cues that the note cites."""


@cache
def _words() -> frozenset[str]:
    text = files("checker.sources").joinpath("data", "negotiations.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def note_sides(behind: Behind, event: str, joined: Mapping[tuple[str, str], str]) -> Iterator[Remark]:
    """One note for each article on a negotiation of two countries that has sources from one of them alone."""
    countries: dict[str, str] = {}
    for article, document in behind.documents.items():
        for entity in document.entities.values():
            if entity.country:
                countries.setdefault(joined.get((article, entity.key), entity.key), entity.country)
    for article, document in behind.documents.items():
        parties = _parties(document)
        if parties is None:
            continue
        sided: dict[str, list[Citation]] = {}
        for citation in behind.citations[article]:
            side = countries.get(citation.source.id) or _country_in(document, citation.cue)
            if side in parties:
                sided.setdefault(side, []).append(citation)
        if len(sided) != 1:
            continue
        (side, found), (other,) = next(iter(sided.items())), parties - set(sided)
        if len(found) < LEAST_CITED or any(c.source.kind is NodeKind.DOCUMENT for c in found):
            continue
        names = {code: _name(document, code) for code in parties}
        yield make_note(
            "one_sided",
            event,
            0.75,
            question=f"what does {names[other]} say?",
            message=f"{behind.outlet(article)} tells of a negotiation between {names[side]} and {names[other]}, "
            f"and all {len(found)} passages that come from a party come from {names[side]}",
            difference=f"nobody from {names[other]} is quoted or cited",
            clears=f"a source from {names[other]}",
            about=(article,),
            subject=(article, *sorted(parties)),
            origins=(behind.outlet(article),),
            evidence=(cut_evidence(document, c.cue, names[side]) for c in found[:SHOWN]),
        )


def _parties(document: Document) -> frozenset[str] | None:
    """The two countries that sentences on a negotiation name together most often."""
    together: Counter[frozenset[str]] = Counter()
    by_sentence: dict[int, set[str]] = {}
    for mention in document.mentions:
        if mention.kind is MentionKind.PLACE and mention.entity is not None:
            entity = document.entities.get(mention.entity)
            if entity is not None and entity.country:
                by_sentence.setdefault(mention.sentence, set()).add(entity.country)
    for sentence in document.sentences:
        found = by_sentence.get(sentence.index, set())
        if len(found) < 2 or sentence.kind is BlockKind.FURNITURE:
            continue
        if any(t.lemma.lower() in _words() for t in document.sentence_tokens(sentence)):
            together.update(frozenset(pair) for pair in combinations(sorted(found), 2))
    if not together:
        return None
    pair, number = min(together.items(), key=lambda item: (-item[1], sorted(item[0])))
    return pair if number >= LEAST_TOGETHER else None


def _country_in(document: Document, phrase: Span) -> str | None:
    """The one country that the words for a source name: "U.S. officials"."""
    found = {
        entity.country
        for m in document.mentions_in(phrase)
        if m.entity is not None and (entity := document.entities.get(m.entity)) is not None and entity.country
    }
    return next(iter(found)) if len(found) == 1 else None


def _name(document: Document, code: str) -> str:
    """What the article calls a country, by the words that it uses most; a capital stands for its country too."""
    said = Counter(
        (entity.key.startswith("country:"), m.text)
        for m in document.mentions
        if m.kind is MentionKind.PLACE
        and m.entity is not None
        and (entity := document.entities.get(m.entity)) is not None
        and entity.country == code
    )
    return min(said.items(), key=lambda item: (not item[0][0], -item[1], item[0]))[0][1]
