"""Who says what a clause says: clauses inside attributed content get the chain of speakers and outlets above them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from checker.attribution.credits import Credit, find_credits, own_outlet
from checker.attribution.found import Found, hole_of
from checker.attribution.outlets import Outlet
from checker.attribution.quotations import find_attributed, write_quote
from checker.attribution.speakers import entity_of, is_named
from checker.attribution.tree import Tree, grow_tree
from checker.model import Attribution, Clause, Document, Span


def attribute(document: Document) -> Document:
    """The document with its quotations, and each clause with who asserts it, outermost first.

    "X said so, the Harbour Gazette reported" gives the Gazette as an outlet, then X as a speaker.
    """
    tree = grow_tree(document)
    found = find_attributed(tree)
    credited = find_credits(tree, found)
    outlets = {credit.span: outlet for credit, outlet in credited}
    chain = [
        _Link(f.content, hole_of(f), a)
        for f in found
        if (f.speaker is not None or f.cue is not None) and (a := _attribution(tree, f, outlets)) is not None
    ]
    chain.extend(_loose(tree, found, credited))
    chain.sort(key=lambda link: (link.content.start - link.content.end, link.content.start))
    clauses = tuple(_attributed(clause, chain) for clause in document.clauses)
    return replace(
        document,
        quotes=tuple(write_quote(tree, f) for f in found),
        clauses=clauses,
        credits=tuple(credit.outlet for credit, _ in credited),
    )


def credited_outlets(document: Document) -> tuple[Credit, ...]:
    """The other outlets that the article credits, in the order of the text; its own name is not among them."""
    tree = grow_tree(document)
    return tuple(credit for credit, _ in find_credits(tree, find_attributed(tree)))


@dataclass(frozen=True, slots=True)
class _Link:
    """Attributed content, the reporter's own words inside of it ("..., she said, ..."), and who it is attributed to."""

    content: Span
    hole: Span | None
    attribution: Attribution


def _attributed(clause: Clause, chain: list[_Link]) -> Clause:
    head = clause.predicate_span
    above = tuple(
        link.attribution
        for link in chain
        if link.content.contains(head) and not (link.hole is not None and link.hole.contains(head))
    )
    return replace(clause, attribution=above) if above else clause


def _attribution(tree: Tree, found: Found, outlets: dict[Span, Outlet]) -> Attribution | None:
    text = tree.document.text
    cue = found.cue.of(text) if found.cue else None
    if found.speaker is None:
        return Attribution(cue=cue, named=False, span=found.cue)
    span = found.speaker.span
    outlet = outlets.get(span)
    if outlet is not None:
        if own_outlet(tree.document, outlet):
            return None
        return Attribution(outlet=outlet.name, cue=cue, span=span)
    return Attribution(
        speaker=span.of(text),
        cue=cue,
        named=is_named(tree, found.speaker),
        span=span,
        entity=entity_of(tree.document, tree, found.speaker),
    )


def _loose(tree: Tree, found: list[Found], credited: list[tuple[Credit, Outlet]]) -> list[_Link]:
    """Credits that stand in a sentence without being a speaker ("citing Reuters", "(AP)") cover their sentence."""
    speakers = {f.speaker.span for f in found if f.speaker}
    loose: list[_Link] = []
    for credit, _ in credited:
        if credit.span in speakers or credit.sentence < 0:
            continue
        sentence = tree.document.sentences[credit.sentence]
        loose.append(_Link(sentence.span, None, Attribution(outlet=credit.outlet, span=credit.span)))
    return loose
