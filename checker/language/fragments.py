"""Clauses of lines without a verb: "Deceased: 58", "Next session: 14 August", "Rates down to 3%", headings."""

from __future__ import annotations

from checker.language.predicates import find_label
from checker.language.spans import phrase_argument
from checker.language.trees import NOUN_TAGS, Tree
from checker.model import Argument, Role, Token


def read_fragment(tree: Tree, head: int) -> tuple[Argument, ...]:
    """A label as agent and its value as attribute; without a label the whole line is the attribute."""
    colon = find_label(tree)
    if colon is not None:
        label = _words(tree, tree.first, colon)
        value = _words(tree, colon + 1, tree.last)
        if label and value:
            return (
                phrase_argument(Role.AGENT, _head_of(label), label),
                phrase_argument(Role.ATTRIBUTE, _head_of(value), value),
            )
    words = [
        tree.tokens[k] for k in tree.subtree(head, without=("parataxis",)) if tree.tokens[k].dep != "root" or k == head
    ]
    words = _trim(words) or [tree.tokens[head]]
    return (phrase_argument(Role.ATTRIBUTE, tree.tokens[head], words),)


def _words(tree: Tree, first: int, last: int) -> list[Token]:
    return _trim([tree.tokens[k] for k in range(first, last)])


def _trim(tokens: list[Token]) -> list[Token]:
    while tokens and not any(c.isalnum() or c in "%)]" for c in tokens[-1].text):
        tokens = tokens[:-1]
    while tokens and not any(c.isalnum() or c in "$€£¥~<>+-" for c in tokens[0].text):
        tokens = tokens[1:]
    return tokens


def _head_of(tokens: list[Token]) -> Token:
    """The token that the others hang on; a noun rather than a number when they are level."""
    inside = {t.index for t in tokens}
    tops = [t for t in tokens if t.head not in inside or t.head == t.index]
    return next((t for t in tops if t.tag in NOUN_TAGS), tops[0] if tops else tokens[0])
