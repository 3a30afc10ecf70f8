"""The one who died: by name, where an article tells of one dead person of a kind and of no other.

``the firefighter killed by a falling tree, X`` · ``A firefighter was killed ... X, 27, died on Monday when``.
"""

from __future__ import annotations

from collections.abc import Iterator

from checker.factuality.called import name_at
from checker.factuality.persons import person_of
from checker.factuality.uniques import Unique
from checker.language.trees import NOUN_TAGS
from checker.lexicon import is_person_noun
from checker.model import (
    Argument,
    BlockKind,
    Clause,
    Document,
    MentionKind,
    Modality,
    Polarity,
    Role,
    Sentence,
    Span,
    Tense,
    Token,
)

DYING = frozenset({"die", "perish", "succumb", "drown", "pass away", "bleed to death", "collapse and die"})
KILLING = frozenset({"kill", "crush", "electrocute", "gun down", "stab to death", "run over", "drown", "shoot dead"})
DEAD = frozenset({"killed", "dead", "died", "deaths", "fatalities", "fatality", "perished"})
LEADING = frozenset({",", "–", "—", ":", "was", "is", "as"})
"""Words behind which the name of the one described stands."""

QUESTION = "one who died"
REACH = 14
"""Tokens behind "the firefighter killed" in which the name stands."""


def read_fatality(document: Document) -> Iterator[Unique]:
    """The only one whom an article names as dead, once for every place; nothing where it tells of several dead."""
    if not DEAD & {t.text.lower() for t in document.tokens} or _tells_of_several(document):
        return
    kinds = _kinds(document)
    if not kinds:
        return
    named = [*_named(document), *_described(document)]
    if len({unique[2] or unique[3].casefold() for unique in named}) != 1:
        return
    for words, span, key, text in named:
        yield Unique(QUESTION, frozenset(kinds), words, span, key, text)


def _tells_of_several(document: Document) -> bool:
    """Whether an article counts more than one dead: "two people were killed", "killing 14", "deaths: 3"."""
    tokens = document.tokens
    for token in tokens:
        if token.text.lower() not in DEAD | {"killing"}:
            continue
        near = [t for t in tokens[max(0, token.index - 6) : token.index + 5] if t.sentence == token.sentence]
        if any(_counts(document, t) for t in near):
            return True
        if any(t.tag in ("NNS",) and is_person_noun(t.lemma.lower()) for t in near if t.index < token.index):
            return True
    return False


def _counts(document: Document, token: Token) -> bool:
    """Whether a word is a count of more than one, and no age between commas, date or time."""
    before = document.tokens[token.index - 1].text if token.index else ""
    if token.tag != "CD" or token.text.lower() in ("1", "one") or len(token.text) > 4 or before in (",", "aged"):
        return False
    times = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION)
    return not any(m.kind in times for m in document.mentions_touching(token.span))


def _kinds(document: Document) -> set[str]:
    """The nouns for the one dead: "killed a firefighter", "the firefighter killed", "a soldier died"."""
    found: set[str] = set()
    for clause in document.clauses:
        if clause.polarity is Polarity.NEGATIVE or clause.modality is not Modality.CERTAIN or clause.conditional:
            continue
        for role, verbs in ((Role.PATIENT, KILLING), (Role.AGENT, DYING), (Role.PATIENT, DYING)):
            argument = clause.argument(role) if clause.predicate in verbs else None
            if argument is not None and document.tokens[argument.head].tag == "NN" and is_person_noun(argument.lemma):
                found.add(argument.lemma)
    for sentence in document.sentences:
        tokens = document.sentence_tokens(sentence)
        for at in range(1, len(tokens) - 1):
            shut = tokens[at + 1].text.lower() in ("killed", "who") and tokens[at].tag == "NN"
            if shut and is_person_noun(tokens[at].lemma.lower()) and tokens[at - 1].text.lower() in ("the", "a", "one"):
                dead = {t.text.lower() for t in tokens[at + 1 : at + 5]} & {"killed", "died", "perished"}
                found |= {tokens[at].lemma.lower()} if dead else set()
    return found


def _named(document: Document) -> Iterator[tuple[Span, Span, str | None, str]]:
    """Those named as killed or as having died: the range of the verb and of the name, the key, the full name."""
    for clause in document.clauses:
        if clause.polarity is Polarity.NEGATIVE or clause.modality is not Modality.CERTAIN or clause.conditional:
            continue
        if clause.tense is Tense.FUTURE or clause.nominal:
            continue
        argument = _dead_of(clause)
        person = person_of(document, argument)
        if person is not None and argument is not None and person.key:
            span = _first_words(document, argument.span)
            yield clause.predicate_span, span, person.key, person.name


def _dead_of(clause: Clause) -> Argument | None:
    if clause.predicate in KILLING:
        return clause.argument(Role.PATIENT)
    return clause.argument(Role.AGENT) or clause.argument(Role.PATIENT) if clause.predicate in DYING else None


def _first_words(document: Document, span: Span) -> Span:
    ends = [t.span.end for t in document.tokens if span.start <= t.span.start and t.span.end <= span.start + 40]
    return Span(span.start, max(ends, default=span.end))


def _described(document: Document) -> Iterator[tuple[Span, Span, str | None, str]]:
    """``the firefighter killed by a falling tree, X,``; a page that has lost its commas has full stops there."""
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
            continue
        tokens = document.sentence_tokens(sentence)
        for at in range(1, len(tokens) - 1):
            noun = tokens[at].tag in NOUN_TAGS and tokens[at - 1].text.lower() == "the"
            if not noun or not is_person_noun(tokens[at].lemma.lower()) or tokens[at].tag != "NN":
                continue
            behind = [t.text.lower() for t in tokens[at + 1 : at + 4]]
            if not ({"killed"} & {*behind[:1]} or (behind[:1] == ["who"] and DEAD & {*behind})):
                continue
            words = Span(tokens[at].span.start, tokens[at + 1].span.end)
            found = _name_of(document, sentence, tokens[at].index + 2)
            if found is not None:
                yield words, *found


def _name_of(document: Document, sentence: Sentence, index: int) -> tuple[Span, str | None, str] | None:
    """The name behind such a description: after its comma, after "was", or opening what a stray full stop cut off."""
    block = sentence.block
    tokens = [t for t in document.tokens[index : index + REACH] if document.sentences[t.sentence].block == block]
    for n, token in enumerate(tokens[1:], 1):
        opens = document.sentences[token.sentence].first == token.index
        if token.tag.startswith("NNP") and (opens or tokens[n - 1].text.lower() in LEADING):
            return name_at(document, tokens, n)
        if opens:
            return None
    return None
