"""Where the answer of a claim stands in the parse of its sentence."""

from __future__ import annotations

from dataclasses import dataclass

from checker.asking.trees import Tree, grow_tree
from checker.language.phrases import NOUN_TAGS
from checker.model import Claim, Document, Span, Token


@dataclass(frozen=True, slots=True)
class Place:
    """The words of a value: their range and tokens, and the one that the others depend on."""

    tree: Tree
    span: Span
    inside: frozenset[int]
    root: Token


def find_value(claim: Claim, document: Document) -> Place | None:
    """The first place in a claim's own words where its value stands; None where it stands nowhere as it is."""
    at = document.text.find(claim.value.text, claim.span.start, claim.span.end)
    if at < 0 or not claim.value.text:
        return None
    span = Span(at, at + len(claim.value.text))
    tree = grow_tree(document, span)
    tokens = document.tokens_touching(span)
    if tree is None or not tokens:
        return None
    inside = frozenset(t.index for t in tokens)
    outer = [t for t in tokens if t.head not in inside or t.head == t.index]
    nouns = [t for t in outer if t.tag in NOUN_TAGS]
    return Place(tree, span, inside, (nouns or outer or list(tokens))[0])
