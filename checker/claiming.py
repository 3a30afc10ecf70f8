"""Makes claims of documents: what they cite, and what every claim carries whatever its rule."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from checker.factuality.misfits import Misfit
from checker.language.phrases import clause_at, content_lemmas, sentence_at, tokens_in
from checker.model import BlockKind, Claim, Clause, Document, MentionKind, Modality, Polarity, Span, Value
from checker.values.reckoned import ReckonedValue

CITED = 80
"""Characters of evidence at most, when the clause is longer: what a person takes in at a glance (contract: 200)."""

LONGEST_WORD = 20
"""Characters by which a citation may grow to the edges of its words."""

ENOUGH = 6
"""Content words that a clause must have to be a context by itself."""


def cite(document: Document, focus: Span, clause: Clause | None = None) -> Span:
    """The words to quote for a claim: its clause, or the words around ``focus`` where the clause is too long."""
    return _without_loose_ends(document.text, _to_word_edges(document.text, _cut(document, focus, clause)), focus)


# What a clause begins with that belongs to the one before it (", who said", "and left"), and what it ends with.
LOOSE_START = re.compile(r"(?:[\s,;:)\]–—]+|(?:and|but|or)\s+)+", re.I)
LOOSE_END = frozenset(",;:([–—")


def _without_loose_ends(text: str, span: Span, focus: Span) -> Span:
    """The range without what joins it to the words around it; ``focus`` stays whole."""
    opening = LOOSE_START.match(text, span.start, max(span.start, focus.start))
    start = opening.end() if opening is not None else span.start
    end, last = max(start, span.end), max(start, focus.end)
    while end > last and (text[end - 1] in LOOSE_END or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _to_word_edges(text: str, span: Span) -> Span:
    """The range, grown to whole words: the parser takes "gonna" for two, and long quotations are cut anywhere."""
    start, end = span.start, span.end
    while start > span.start - LONGEST_WORD and 0 < start < len(text) and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < span.end + LONGEST_WORD and 0 < end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return Span(start, end)


def _cut(document: Document, focus: Span, clause: Clause | None) -> Span:
    sentence = sentence_at(document, focus)
    outer = sentence.span if sentence is not None else focus
    if clause is not None and clause.span.contains(focus):
        outer = clause.span
    if outer.end - outer.start <= CITED:
        return outer if outer.contains(focus) else focus
    if focus.end - focus.start >= CITED:
        return Span(focus.start, min(focus.end, focus.start + CITED))
    tokens = [t for t in tokens_in(document, outer) if t.span.end > outer.start]
    start, end = focus.start, focus.end
    left = [t for t in tokens if t.span.end <= focus.start]
    right = [t for t in tokens if t.span.start >= focus.end]
    while left or right:
        grown = False
        if left and end - left[-1].span.start <= CITED:
            start, grown = left.pop().span.start, True
        if right and right[0].span.end - start <= CITED:
            end, grown = right.pop(0).span.end, True
        if not grown:
            break
    return Span(start, end)


def surroundings(document: Document, focus: Span, clause: Clause | None = None) -> frozenset[str]:
    """The content words around a range: of its clause and the one above it, or, when they are few, of the sentence."""
    sentence = sentence_at(document, focus)
    if sentence is None:
        return frozenset()
    near = document.once_of(clause, _words_near) if clause is not None else frozenset[str]()
    return near if len(near) >= ENOUGH else content_lemmas(document, document.sentence_tokens(sentence))


def _words_near(document: Document, clause: Clause) -> frozenset[str]:
    near = content_lemmas(document, document.tokens_touching(clause.span))
    if clause.governor is not None:
        near |= content_lemmas(document, document.tokens_touching(document.clauses[clause.governor].span))
    return near


def _as_of(document: Document, clause: Clause | None, own: Value) -> tuple[Value, ...]:
    if clause is None:
        return ()
    kinds = (MentionKind.DATE, MentionKind.TIME)
    return tuple(m.value for m in document.mentions_in(clause.span, *kinds) if m.value != own)


def make_claim(
    document: Document,
    rule: str,
    *,
    asks: str,
    slot: str,
    value: Value,
    focus: Span,
    clause: Clause | None = None,
    heads: Iterable[str] = (),
    concepts: Iterable[str] = (),
    entities: Iterable[str] | None = None,
    topic: Iterable[str] | None = None,
    scope: Iterable[str] = (),
    counter: bool = False,
    reportable: bool = True,
    weight: float = 0.5,
    support: Iterable[Span] = (),
    polarity: Polarity | None = None,
    parts: Mapping[str, Iterable[str]] | None = None,
) -> Claim:
    """A claim of a document: ``focus`` is the range of the value's own words, ``clause`` the clause that states it.

    What is not given is read from the document: the words around, the entities named in the sentence, who says so, how
    firmly.
    """
    if clause is None:
        clause = clause_at(document, focus)
    sentence = sentence_at(document, focus)
    span = cite(document, focus, clause)
    if entities is None:
        area = sentence.span if sentence is not None else span
        entities = {m.entity for m in document.mentions_in(area) if m.entity}
    return Claim(
        id="",
        rule=rule,
        article=document.article.id,
        asks=asks,
        slot=slot,
        value=value,
        span=span,
        text=span.of(document.text),
        sentence=sentence.index if sentence is not None else -1,
        heads=frozenset(heads),
        topic=frozenset(topic) if topic is not None else surroundings(document, focus, clause),
        entities=frozenset(entities),
        concepts=frozenset(concepts),
        scope=frozenset(scope),
        when=_as_of(document, clause, value),
        counter=counter,
        headline=sentence is not None and sentence.kind is BlockKind.HEADLINE,
        modality=clause.modality if clause is not None else Modality.CERTAIN,
        polarity=polarity if polarity is not None else clause.polarity if clause is not None else Polarity.POSITIVE,
        attribution=clause.attribution if clause is not None else (),
        reportable=reportable,
        weight=weight,
        support=tuple(support),
        parts=tuple((name, frozenset(words) - {""}) for name, words in sorted((parts or {}).items())),
    )


def make_reckoned(document: Document, rule: str, misfits: Iterable[Misfit]) -> Iterator[Claim]:
    """Two claims for each misfit, one time each: what the article says, and what its own words make of it.

    They cite their own words alone, which stand in one clause, and share a slot that no other claim has: they are set
    against each other and nothing else.
    """
    told: set[tuple[str, str]] = set()
    for misfit in misfits:
        if (misfit.asks, misfit.stated) in told:
            continue
        told.add((misfit.asks, misfit.stated))
        slot = f"{document.article.id} {misfit.said.start}"
        for span, answer, basis in ((misfit.said, misfit.stated, False), (misfit.basis, misfit.made, True)):
            words = span.of(document.text)
            value = ReckonedValue(misfit.type, words, answer, basis)
            claim = make_claim(document, rule, asks=misfit.asks, slot=slot, value=value, focus=span, reportable=False)
            yield replace(claim, span=span, text=words)
