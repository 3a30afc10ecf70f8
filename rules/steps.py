"""Steps: how far a matter has come, how much of a thing is touched, who decides, told less far and further.

## What it finds

Wordings of one matter that a reader in a hurry takes for one another: studied and on its way, balloted on and on
strike, helping investigators and the prime suspect, suspended and shown the door, part of a stand and the stadium,
consulted and a joint decision. Both may be so; they are framing where the one article has nothing of the other's step.

## Why it matters

What is held open is the first thing to fall away when a story is shortened, and the last that a correction puts back.

## Example

> **Harbour Post:** The company will study whether a plant for tiles is feasible in Torvik.
>
> **Coast Wire:** A plant for tiles is on its way to Torvik.

## Limits

The scales are lists; what they do not name is not seen. An article that has wordings of both steps says nothing, and
two wordings are set side by side only where the sentences around them share words or names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

from checker.vocabulary import (
    LONG_ARTICLE,
    BlockKind,
    Claim,
    DegreeValue,
    Document,
    Linking,
    MentionKind,
    Relation,
    Rule,
    Scale,
    Sentence,
    Severity,
    Span,
    Token,
    Verdict,
    Wording,
    ask_unnamed,
    clause_at,
    compare_degrees,
    content_lemmas,
    familiarity,
    find_wordings,
    load_scales,
    make_claim,
    tells_of_other_days,
)

WORDS = Path(__file__).with_suffix(".toml")
NEGATIVES = frozenset({"no", "not", "n't", "never", "without", "neither", "nor", "deny", "denied", "hardly", "nothing"})
SUPPOSED = frozenset({"might", "could", "may", "if", "whether", "would", "unless", "possibly", "perhaps"})
BEFORE = 4
"""Words before a wording that may deny it or hold it open."""

OPEN, SETTLED = 1, 3
"""The degrees of a step that is held open and of one that is taken."""

MOST = 3
"""Places where an article uses wordings of one degree that are kept."""

TELLING = 0.3
"""Familiarity from which a shared word says that two wordings are of one thing."""

LONG = 30
"""Sentences from which an article tells of other days too."""

FEW = 2
"""Words that two sentences share at least where a wording is one word."""

MANY = 3
"""Words that two sentences share at least where an article is long."""

SHORT = 10
"""Tokens of a sentence that may not say what it is about."""

PERSON = f"{MentionKind.PERSON.value}:"

NAMED = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)


def extract(document: Document) -> Iterator[Claim]:
    """Claims for the wordings of each scale of which the article uses one degree only."""
    scales = load_scales(WORDS)
    found: dict[str, list[Wording]] = {}
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE} or sentence.text.rstrip().endswith("?"):
            continue
        tokens = document.sentence_tokens(sentence)
        for wording in find_wordings(scales, tokens):
            if not _is_denied(tokens, wording) and not _is_name(sentence, wording):
                found.setdefault(wording.scale.name, []).append(_hold_open(tokens, wording))
    for wordings in found.values():
        if len({w.degree for w in wordings}) > 1:
            continue  # who tells both leaves no reader with one of them
        long = len(document.sentences) > LONG
        told = (w for w in wordings if not long or _is_telling(document, w))
        for _, wording in zip(range(MOST), told, strict=False):
            yield _claim(document, wording)


def _sentence(document: Document, wording: Wording) -> Sentence:
    return document.sentences[wording.first.sentence]


def _is_telling(document: Document, wording: Wording) -> bool:
    """Whether a wording of a long article is more than a word in passing: a phrase, and of no other day."""
    return wording.first is not wording.last and not tells_of_other_days(document, _sentence(document, wording))


def _before(tokens: Sequence[Token], wording: Wording) -> set[str]:
    at = wording.first.index - tokens[0].index
    return {t.text.lower() for t in tokens[max(0, at - BEFORE) : at] if not t.tag.startswith("NNP")}  # not in May


def _is_denied(tokens: Sequence[Token], wording: Wording) -> bool:
    return bool(NEGATIVES & _before(tokens, wording))


def _hold_open(tokens: Sequence[Token], wording: Wording) -> Wording:
    """A wording of something settled that "may" or "if" holds open, as one that is held open."""
    if wording.degree >= SETTLED and SUPPOSED & _before(tokens, wording):
        return replace(wording, degree=OPEN)
    return wording


def _is_name(sentence: Sentence, wording: Wording) -> bool:
    """Whether a wording of one word is part of a name in running text."""
    token = wording.first
    if token is not wording.last or sentence.kind is not BlockKind.PARAGRAPH or token.text.isupper():
        return False
    return token.tag.startswith("NNP") or (token.text[:1].isupper() and token.span.start > sentence.span.start)


def _claim(document: Document, wording: Wording) -> Claim:
    scale = wording.scale
    phrase = Span(wording.first.span.start, wording.last.span.end)
    sentence = _sentence(document, wording)
    return make_claim(
        document,
        "steps",
        asks=scale.asks,
        slot=scale.name,
        value=DegreeValue(phrase.of(document.text), scale.name, wording.degree),
        focus=phrase,
        clause=clause_at(document, phrase) or clause_at(document, wording.first.span),
        heads=(),
        entities={m.entity for m in document.mentions_in(sentence.span, *NAMED) if m.entity},
        topic=_words_around(document, sentence),
        scope={LONG_ARTICLE} if len(document.sentences) > LONG else (),
        weight=0.2,
        reportable=False,
    )


def _words_around(document: Document, sentence: Sentence) -> frozenset[str]:
    """The telling words of a sentence; of a short one, those of the sentence before it too."""
    first, last = sentence.first, sentence.last
    if last - first < SHORT and sentence.index and document.sentences[sentence.index - 1].block == sentence.block:
        first = document.sentences[sentence.index - 1].first
    words = content_lemmas(document, document.tokens[first:last])
    return frozenset(w for w in words if familiarity(w) >= TELLING)


def compare(one: Claim, other: Claim) -> Verdict:
    """Two degrees of one scale; of the same person or body where the scale asks for it."""
    assert isinstance(one.value, DegreeValue)
    assert isinstance(other.value, DegreeValue)
    verdict = compare_degrees(one.value, other.value)
    if verdict.relation is Relation.AGREE and not one.entities & other.entities:
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    people = {entity for entity in one.entities & other.entities if entity.startswith(PERSON)}
    if _scales()[one.value.scale].settings.get("same") and not people:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, of different people or things")
    if one.scope | other.scope and len(one.topic & other.topic) < MANY:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, with few words in common")
    lone = any(" " not in claim.value.text for claim in (one, other))
    if len(one.topic & other.topic) < (FEW if lone else 1):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, with no word in common")
    return verdict


@cache
def _scales() -> dict[str, Scale]:
    return {form.scale.name: form.scale for forms in load_scales(WORDS).forms.values() for form in forms}


RULE = Rule(
    id="steps",
    version="1",
    severity=Severity.WARNING,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.0,
        concepts=0.0,
        entities=0.3,
        topic=0.7,
        alone=0.1,
        threshold=0.3,
        breadth=0.1,
        ground=0.2,
        agreeing=0.6,
    ),
    stake=3,
    single_source=False,
    ask=ask_unnamed,
)
