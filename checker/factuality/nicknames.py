"""What somebody has called a thing: ``nicknamed it X``, ``named it Y``, ``X, as the team calls it``, ``christened X``.

The thing itself often stands in the sentence before ("a moonlet ... named it X"); its candidates are the nouns there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import BlockKind, Document, MentionKind, Sentence, Span, Token

CALLING = frozenset({"name", "nickname", "dub", "christen", "call", "baptise", "baptize", "rename"})
PRONOUNS = frozenset({"it", "him", "her", "them"})
DETERMINERS = frozenset({"the", "its", "their", "his", "her", "this", "that", "our"})
LONGEST = 4
"""Words of such a name at most."""

REACH = 6
"""Tokens of the noun phrase between the verb and the name at most."""

ENDS = frozenset(
    {",", ".", ";", ":", ")", "–", "—", '"', "”", "'", "’", "after", "for", "in", "and", "because", "which"}
)
QUOTES = frozenset({'"', "“", "‘", "'", "``"})
EARLIER = 2
"""Sentences before a pronoun in which the thing that it stands for is looked for."""


@dataclass(frozen=True, slots=True)
class Nickname:
    """A name somebody gave: its range, the range of the words that give it, and the nouns that the thing may be."""

    name: Span
    words: Span
    things: frozenset[str]


def read_nicknames(document: Document) -> Iterator[Nickname]:
    """The names that an article says a thing was given."""
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
            continue
        tokens = document.sentence_tokens(sentence)
        for at, token in enumerate(tokens):
            if token.tag.startswith("VB") and token.lemma.lower() in CALLING:
                yield from _called(document, sentence, tokens, at)


def _called(document: Document, sentence: Sentence, tokens: Sequence[Token], at: int) -> Iterator[Nickname]:
    before = [t.text.lower() for t in tokens[max(0, at - 4) : at]]
    if {"not", "never", "n't", "n’t", "if", "would", "to", "will"} & {*before}:
        return
    if (fronted := _fronted(tokens, at)) is not None:  # "X, as the team calls it"
        first, end = fronted
        name = _name(document, tokens, first)
        if name is not None and name[1] == end:
            yield _found(tokens, name, at, _antecedents(document, sentence, tokens, first))
        return
    behind = at + 1
    passive = bool({"was", "is", "been", "were", "are"} & {*before[-2:]}) and tokens[at].tag in ("VBN", "VBD")
    things: frozenset[str] = frozenset()
    if behind < len(tokens) and tokens[behind].text.lower() in PRONOUNS:
        things, behind = _antecedents(document, sentence, tokens, at), behind + 1
    elif behind < len(tokens) and tokens[behind].text.lower() in DETERMINERS:
        stop = next((n for n in range(behind, min(len(tokens), behind + REACH)) if _opens(tokens, n)), None)
        if stop is None or not tokens[stop - 1].tag.startswith("NN"):
            return
        things, behind = frozenset({tokens[stop - 1].lemma.lower()}), stop
    elif passive:
        things = frozenset(t.lemma.lower() for t in tokens[max(0, at - 8) : at] if t.tag == "NN")
    if not things:
        return
    name = _name(document, tokens, behind)
    if name is not None:
        yield _found(tokens, name, at, things)


def _opens(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].tag.startswith("NNP") or tokens[at].text in QUOTES


def _fronted(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """Where the name of ``X, as the team calls it`` begins and ends, seen from its verb."""
    if at + 1 >= len(tokens) or tokens[at + 1].text.lower() not in PRONOUNS:
        return None
    as_ = next((n for n in range(at - 1, max(0, at - 6), -1) if tokens[n].text.lower() == "as"), None)
    if as_ is None or as_ < 2 or tokens[as_ - 1].text != ",":
        return None
    end = as_ - 1
    first = end
    while first and tokens[first - 1].tag.startswith("NNP"):
        first -= 1
    return (first, end) if first < end else None


def _name(document: Document, tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The capitals that are a name of their own, and what follows closes them; not where a person or state is meant."""
    while at < len(tokens) and (tokens[at].text in QUOTES or tokens[at].text.lower() == "the"):
        at += 1
    first = at
    while at < len(tokens) and at - first < LONGEST and tokens[at].text[:1].isupper():
        at += 1
    if at == first or (at < len(tokens) and tokens[at].text.lower() not in ENDS):
        return None
    span = Span(tokens[first].span.start, tokens[at - 1].span.end)
    return None if document.mentions_in(span, MentionKind.ROLE, MentionKind.DATE) else (first, at)


def _antecedents(document: Document, sentence: Sentence, tokens: Sequence[Token], at: int) -> frozenset[str]:
    """The common nouns that a pronoun may stand for: those before it here, and of the sentences before."""
    found = {t.lemma.lower() for t in tokens[:at] if t.tag == "NN"}
    for earlier in document.sentences[max(0, sentence.index - EARLIER) : sentence.index]:
        if earlier.block == sentence.block or earlier.kind is BlockKind.HEADING or sentence.index - earlier.index == 1:
            found |= {t.lemma.lower() for t in document.sentence_tokens(earlier) if t.tag in ("NN", "JJ", "NNP")}
    return frozenset(found)


def _found(tokens: Sequence[Token], name: tuple[int, int], at: int, things: frozenset[str]) -> Nickname:
    first, end = name
    span = Span(tokens[first].span.start, tokens[end - 1].span.end)
    words = Span(min(span.start, tokens[at].span.start), max(span.end, tokens[at].span.end))
    return Nickname(span, words, things)
