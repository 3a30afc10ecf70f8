"""The dependency tree of a document as the attribution modules walk it: children, subtree edges, phrases, sentences."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from checker.model import Document, Span, Token

NOUN_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "DT", "CD", "EX", "JJ"))


@dataclass(frozen=True, slots=True)
class Tree:
    """Children and the leftmost and rightmost token of each subtree, by token index."""

    document: Document
    children: tuple[tuple[int, ...], ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    starts: tuple[int, ...]

    @property
    def tokens(self) -> tuple[Token, ...]:
        """The tokens of the document."""
        return self.document.tokens

    def child(self, index: int, *relations: str) -> int | None:
        """The first child with one of the relations, in the order of the relations."""
        for relation in relations:
            for c in self.children[index]:
                if self.tokens[c].dep == relation:
                    return c
        return None

    def span(self, first: int, last: int) -> Span:
        """The original range from token ``first`` to token ``last``, both included."""
        return Span(self.tokens[first].span.start, self.tokens[last].span.end)

    def within(self, span: Span) -> tuple[int, int]:
        """The tokens that begin inside a range: (first, end), end excluded."""
        return bisect_left(self.starts, span.start), bisect_left(self.starts, span.end)

    def at(self, offset: int) -> int:
        """The token that covers an offset, or the last one that begins before it."""
        return max(0, bisect_right(self.starts, offset) - 1)


def grow_tree(document: Document) -> Tree:
    """Index the tree of a document; heads that leave their sentence or run in a circle are taken as roots."""
    tokens = document.tokens
    size = len(tokens)
    heads = [
        t.head if 0 <= t.head < size and tokens[t.head].sentence == t.sentence else at for at, t in enumerate(tokens)
    ]
    children: dict[int, list[int]] = {}
    left, right = list(range(size)), list(range(size))
    for at, head in enumerate(heads):
        if head != at:
            children.setdefault(head, []).append(at)
        below = at
        for _ in range(200):
            if head == below:
                break
            if at < left[head]:
                left[head] = at
            elif at > right[head]:
                right[head] = at
            below, head = head, heads[head]
    return Tree(
        document,
        tuple(tuple(children.get(at, ())) for at in range(size)),
        tuple(left),
        tuple(right),
        tuple(t.span.start for t in tokens),
    )
