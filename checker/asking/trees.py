"""The parse of one sentence with what wording a question asks of it: words covered, prepositions, words of time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from checker.language.phrases import sentence_at
from checker.language.trees import Tree as Parse
from checker.model import Document, MentionKind, Sentence, Span, Token

TIMES = (MentionKind.DATE, MentionKind.TIME, MentionKind.SET, MentionKind.DURATION)


@dataclass(frozen=True, slots=True)
class Tree:
    """A sentence and its parse; ``times`` are the tokens of dates, hours and lengths of time, by index."""

    document: Document
    sentence: Sentence
    parse: Parse
    times: frozenset[int]

    def token(self, index: int) -> Token:
        """The token at an index of the document."""
        return self.document.tokens[index]

    def head(self, token: Token) -> Token | None:
        """What a token depends on; None for the root."""
        return self.parse.head(token.index)

    def children(self, token: Token, *deps: str) -> list[Token]:
        """The dependents of a token with one of the relations (subtypes included), in order; all without any."""
        return [t for t in self.parse.children(token.index) if not deps or relation(t) in deps]

    def covered(self, token: Token) -> set[int]:
        """The indices of a token and of all that depends on it."""
        return set(self.parse.subtree(token.index))

    def covered_tokens(self, token: Token) -> list[Token]:
        """The same as tokens, in order."""
        return [self.document.tokens[index] for index in sorted(self.covered(token))]

    def case_before(self, token: Token, first: int) -> str:
        """The same, or the preposition right before the words that start at ``first``, however the parse takes it."""
        outside = [case.text.lower() for case in self.children(token, "case") if case.index < first]
        if len(outside) == 1:
            return outside[0]  # what stands inside is a part of the words themselves ("at 60 per cent")
        before = self.token(first - 1) if first > self.sentence.first else None
        loose = before.text.lower() if before is not None and before.tag in {"IN", "TO"} else ""
        inside = not outside and bool(self.children(token, "case"))
        return loose if inside else self.cases(token) or loose

    def is_time(self, token: Token) -> bool:
        """Whether a token is of a date, an hour or a length of time."""
        return token.index in self.times

    def cases(self, token: Token) -> str:
        """The preposition before a noun; empty without one, several words for one of several ("because of")."""
        parts = self.children(token, "case")
        marks = [t for part in parts for t in (part, *self.children(part, "fixed"))]
        return " ".join(t.text.lower() for t in marks if t.tag != "POS")


def relation(token: Token) -> str:
    """The relation of a token to its head without the subtype: "nsubj" for "nsubj:pass"."""
    return token.dep.split(":")[0]


def grow_tree(document: Document, span: Span) -> Tree | None:
    """The tree of the sentence that a range stands in; None outside of all sentences."""
    sentence = sentence_at(document, span)
    if sentence is None:
        return None
    times = {t.index for m in document.mentions_in(sentence.span, *TIMES) for t in document.tokens_touching(m.span)}
    return Tree(document, sentence, Parse(document, sentence), frozenset(times))


def join_words(tree: Tree, indices: Iterable[int]) -> str:
    """The tokens as they stand in the text, single-spaced; where tokens are left out between two, a space."""
    said = ""
    before: Token | None = None
    for index in sorted(indices):
        token = tree.token(index)
        if before is not None and not (index == before.index + 1 and token.span.start == before.span.end):
            said += " "
        said += token.text
        before = token
    return said
