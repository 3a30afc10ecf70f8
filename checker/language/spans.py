"""Make arguments: which words of a phrase are quoted, and its content lemmas, head first."""

from __future__ import annotations

import itertools

from checker.language.predicates import is_passive
from checker.language.subjects import after_comma
from checker.language.trees import CLAUSAL, CONTENT_TAGS, Tree
from checker.model import Argument, Role, Span, Token

# What is not part of a noun phrase when it is quoted as an argument.
LEFT_OUT = (
    "case",
    "cc",
    "punct",
    "acl:relcl",
    "advcl",
    "advcl:relcl",
    "parataxis",
    "ccomp",
    "mark",
    "discourse",
    "cop",
    "aux",
)

# Besides these, what belongs to a predicate noun's clause and not to the noun.
CLAUSE_LEVEL = (
    *LEFT_OUT,
    "nsubj",
    "nsubj:pass",
    "nsubj:outer",
    "csubj",
    "obl",
    "obl:unmarked",
    "advmod",
    "aux:pass",
    "expl",
    "vocative",
    "xcomp",
)


def make_argument(
    tree: Tree,
    role: Role,
    head: int,
    preposition: str = "",
    without: tuple[str, ...] = LEFT_OUT,
    own: int | None = None,
) -> Argument:
    """An argument headed by a token, covering its phrase without clauses that modify it.

    ``own`` is the predicate whose argument it is: the clause of that predicate is never part of it.
    """
    if tree.child(head, "cop") is not None and without is LEFT_OUT:
        without = CLAUSE_LEVEL
    covered = tree.subtree(head, without)
    if own is not None and own != head and own in covered:
        covered = _without_own(tree, head, own, covered)
    for child in tree.children(head, "conj"):
        if _is_clause(tree, child.index):
            below = set(tree.subtree(child.index))
            covered = [k for k in covered if k not in below]
    for child in tree.children(head, "acl"):
        active = child.tag in ("VBN", "VBD") and not is_passive(tree, child.index)
        if active or after_comma(tree, child.index):
            below = set(tree.subtree(child.index))
            covered = [k for k in covered if k not in below]
    while len(covered) > 1 and not any(c.isalnum() or c in ")]%" for c in tree.tokens[covered[-1]].text):
        covered.pop()
    while len(covered) > 1 and not any(c.isalnum() or c in "$€£¥" for c in tree.tokens[covered[0]].text):
        covered.pop(0)
    if len(covered) > 1 and tree.word(covered[0]) == "that" and tree.tokens[covered[0]].tag == "IN":
        covered.pop(0)
    tokens = [tree.tokens[k] for k in covered]
    return phrase_argument(role, tree.tokens[head], tokens, preposition)


def _without_own(tree: Tree, head: int, own: int, covered: list[int]) -> list[int]:
    top = own
    while (above := tree.tokens[top].head) != head and above != top:
        top = above
    below = set(tree.subtree(top if tree.tokens[top].dep in CLAUSAL else own))
    return [k for k in covered if k not in below] or [head]


def _is_clause(tree: Tree, at: int) -> bool:
    """Whether a conjunct of a noun or adjective is really a clause: it has a subject or an auxiliary, or is finite."""
    if tree.child(at, "nsubj", "nsubj:pass", "aux", "aux:pass", "cop", "xcomp", "mark"):
        return True
    return tree.tokens[at].tag in ("VBZ", "VBD", "VBP", "VB")


def phrase_argument(role: Role, head: Token, tokens: list[Token], preposition: str = "") -> Argument:
    """An argument made of given tokens."""
    start, end = tokens[0].span.start, max(t.span.end for t in tokens)
    content = [
        t.lemma.casefold() for t in tokens if t.tag in CONTENT_TAGS and t.index != head.index and len(t.text) > 1
    ]
    first = [head.lemma.casefold()] if head.tag in CONTENT_TAGS or head.tag in ("PRP", "WP") else []
    return Argument(
        role=role,
        preposition=preposition,
        head=head.index,
        lemma=head.lemma.casefold(),
        lemmas=(*first, *(lemma for lemma in content if any(c.isalpha() for c in lemma))),
        span=Span(start, end),
        text=_read_text(tokens),
        tokens=tuple(t.index for t in tokens),
    )


def _read_text(tokens: list[Token]) -> str:
    """The words as they are read, without the marks and line breaks that the original has between them."""
    pieces = [tokens[0].text]
    for before, token in itertools.pairwise(tokens):
        pieces.append(" " if token.span.start > before.span.end else "")
        pieces.append(token.text)
    return "".join(pieces)
