"""Quotations of a document: direct, mixed and indirect, with speaker, cue and venue."""

from __future__ import annotations

from dataclasses import replace

from checker.attribution.carried import correct_speakers, find_carried
from checker.attribution.direct import find_direct
from checker.attribution.found import Found, hole_of
from checker.attribution.indirect import find_indirect
from checker.attribution.marks import find_stretches
from checker.attribution.speakers import entity_of
from checker.attribution.tree import Tree, grow_tree
from checker.attribution.units import Unit, cut_units
from checker.attribution.unmarked import restore_unmarked
from checker.attribution.venues import find_venue
from checker.model import Document, Quote, QuoteType, Span


def find_quotes(document: Document) -> tuple[Quote, ...]:
    """Attributed content in the order of the text; see ``Quote`` for what is recorded."""
    tree = grow_tree(document)
    return tuple(write_quote(tree, f) for f in find_attributed(tree))


def find_attributed(tree: Tree) -> list[Found]:
    """What the finders see, direct speech first, then sorted by where it begins."""
    stretches = find_stretches(tree.document)
    units = cut_units(tree, stretches)
    direct = find_direct(tree, units)
    indirect = find_indirect(tree, units, direct)
    found = _carry_on(tree, units, [*direct, *indirect])
    found = [*correct_speakers(tree, units, found), *find_carried(tree, units, found)]
    found = restore_unmarked(tree, units, found, stretches)
    return sorted(found, key=lambda f: (f.content.start, f.content.end))


def _carry_on(tree: Tree, units: tuple[Unit, ...], found: list[Found]) -> list[Found]:
    """Join quotations without cue that follow content in the same paragraph: It is dead, she said. "We tried."""
    claimed = {s.span for f in found for s in f.stretches}
    for number, unit in enumerate(units):
        if not number or len(unit.stretches) != 1 or unit.stretches[0].span in claimed:
            continue
        stretch = unit.stretches[0]
        first, end = tree.within(stretch.span)
        alone = first == unit.first and all(t.text in (".", "!", "?", ",") for t in tree.tokens[end : unit.end])
        if not alone or end - first < 5:
            continue
        previous = units[number - 1]
        close = tree.tokens[previous.end - 1].span.end
        for k, f in enumerate(found):
            leads = f.cue is not None and f.content.end <= f.cue.start
            if f.last_unit == number - 1 and previous.block == unit.block and (leads or f.content.end >= close - 2):
                found[k] = replace(
                    f,
                    type=QuoteType.MIXED,
                    content=Span(f.content.start, stretch.span.end),
                    last_unit=number,
                    stretches=(*f.stretches, stretch),
                )
                break
    return found


def write_quote(tree: Tree, found: Found) -> Quote:
    """The quotation as the document records it."""
    text = tree.document.text
    words = " ".join(s.inner.of(text) for s in found.stretches) or _unmarked_words(found, text)
    return Quote(
        type=found.type,
        content=found.content,
        words=words,
        speaker=found.speaker.span if found.speaker else None,
        cue=found.cue,
        speaker_entity=entity_of(tree.document, tree, found.speaker) if found.speaker else None,
        venue=find_venue(tree, found),
        sentence=tree.tokens[tree.at(found.content.start)].sentence,
    )


def _unmarked_words(found: Found, text: str) -> str:
    """The content without the reporter's frame inside of it."""
    hole = hole_of(found)
    if hole is None:
        return found.content.of(text)
    pieces = (text[found.content.start : hole.start].strip(), text[hole.end : found.content.end].strip())
    return " ".join(p for p in pieces if p)
