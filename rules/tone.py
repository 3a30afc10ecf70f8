"""Tone: one thing told in words that go much further in one article than in the other.

## What it finds

Wordings that lie far apart on a scale of what they are for: an incident and a riot, a settlement and a surrender,
taken into custody and hauled off, may and vowed, review and scrap, a narrow win and a landslide. The facts may be the
same; a reader takes away something else. Each article counts with the strongest wording of a scale that it has.

## Why it matters

This is where reporting becomes persuasion. An editor should know which word the documents or a named person bear out.

## Example

> **Harbour Post:** Isolated incidents were reported after the match.
>
> **Coast Wire:** A riot broke out after the match.

## Limits

The scales are lists; what they do not name is not seen. Who is right is not judged. Two things of one kind in one
event can be taken for one where the words around are alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from checker.vocabulary import (
    CONSIDERED,
    PLANNED,
    SUPPOSED,
    Claim,
    Clause,
    DegreeValue,
    Document,
    Linking,
    MentionKind,
    Relation,
    Role,
    Rule,
    Scales,
    Severity,
    Span,
    Verdict,
    Wording,
    are_elsewhere,
    ask_unnamed,
    clause_at,
    compare_degrees,
    crowding,
    familiarity,
    load_scales,
    make_claim,
    name_around,
    read_scaled,
    sentence_at,
    stage_of,
    telling_words,
    tells_of_other_days,
    words_leading_to,
)

WORDS = (Path(__file__).with_suffix(".toml"), Path(__file__).with_name("tone_names.toml"))
MILD, STRONG = 1, 3
"""Degrees that say more than the plain word: beside one of them the plain word of an article counts for nothing."""

MOST = 2
"""Places where an article uses wordings of one degree that are kept."""

TELLING = 0.3
"""Familiarity from which a shared noun says that two wordings are of one thing."""

NAMED = (MentionKind.PERSON, MentionKind.ORGANISATION)


def extract(document: Document) -> Iterator[Claim]:
    """Claims for the strongest wordings of each scale that the article uses of its own or reports."""
    found: dict[str, list[Wording]] = {}
    for sentence, wording in read_scaled(document, _load()):
        if _is_told(document, wording) and not tells_of_other_days(document, sentence):
            found.setdefault(wording.scale.name, []).append(wording)
    for wordings in found.values():
        same = bool(wordings[0].scale.settings.get("same"))
        strongest = max((w.degree for w in wordings), key=lambda degree: (degree >= STRONG, degree == MILD, degree))
        kept = [w for w in wordings if same or w.degree == strongest]
        counts: dict[int, int] = {}
        for wording in kept:
            counts[wording.degree] = counts.get(wording.degree, 0) + 1
            if counts[wording.degree] <= (MOST * 2 if same else MOST):
                yield _claim(document, wording)


def _is_told(document: Document, wording: Wording) -> bool:
    """Whether a strong wording is not only supposed, and one of a scale of plans is of something still to be done."""
    tokens = document.sentence_tokens(document.sentences[wording.first.sentence])
    if wording.degree >= STRONG and SUPPOSED & words_leading_to(tokens, wording):
        return False
    if not wording.scale.settings.get("plans"):
        return True
    clause = clause_at(document, wording.first.span)
    return clause is not None and not clause.nominal and stage_of(document, clause) in (CONSIDERED, PLANNED)


def _claim(document: Document, wording: Wording) -> Claim:
    scale = wording.scale
    phrase = Span(wording.first.span.start, wording.last.span.end)
    clause = clause_at(document, phrase) or clause_at(document, wording.first.span)
    people, things = _parties(document, clause, phrase)
    if not people and (sentence := sentence_at(document, phrase)) is not None:
        people = frozenset(m.entity for m in document.mentions_in(sentence.span, MentionKind.PERSON) if m.entity)
    apart = scale.settings.get("apart", 2)
    return make_claim(
        document,
        "tone",
        asks=scale.asks,
        slot=scale.name,
        value=DegreeValue(phrase.of(document.text), scale.name, wording.degree, int(str(apart))),
        focus=phrase,
        clause=clause,
        heads=things,
        entities=people if scale.settings.get("same") else None,
        concepts=(scale.name,),
        weight=0.2,
        reportable=False,
        parts={
            "own": _own(document, phrase),
            "length": {str(len(document.sentences))},
            **name_around(document, document.sentences[wording.first.sentence]),
        },
    )


def _own(document: Document, phrase: Span) -> frozenset[str]:
    """The telling words of a wording's sentence, and whom it names."""
    sentence = sentence_at(document, phrase)
    if sentence is None:
        return frozenset()
    named = {m.entity for m in document.mentions_in(sentence.span, *NAMED) if m.entity}
    return telling_words(document, sentence) | named


def _parties(document: Document, clause: Clause | None, phrase: Span) -> tuple[frozenset[str], frozenset[str]]:
    """Whom and what a wording is said of: the entities and the nouns of the clause's participants."""
    if clause is None:
        return frozenset(), frozenset()
    arguments = [a for a in clause.arguments if a.role in (Role.AGENT, Role.PATIENT, Role.RECIPIENT)]
    people = {a.entity for a in arguments if a.entity}
    people |= {m.entity for a in arguments for m in document.mentions_in(a.span, *NAMED) if m.entity}
    things = {
        lemma
        for a in arguments
        for lemma in a.lemmas[:3]
        if not phrase.contains(document.tokens[a.head].span)
        and document.tokens[a.head].tag.startswith("NN")
        and familiarity(lemma) >= TELLING
    }
    return frozenset(people), frozenset(things)


def compare(one: Claim, other: Claim) -> Verdict:
    """Wordings of one scale; of the same people or things where the scale asks for it."""
    assert isinstance(one.value, DegreeValue)
    assert isinstance(other.value, DegreeValue)
    verdict = compare_degrees(one.value, other.value)
    if verdict.relation is Relation.AGREE and not one.heads & other.heads and not one.entities & other.entities:
        return Verdict(Relation.NOT_COMPARABLE, verdict.reason)
    if _load().by_name[one.value.scale].settings.get("same") and not (
        one.entities & other.entities or one.heads & other.heads
    ):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, of different people or things")
    shared = one.entities & other.entities or any(familiarity(w) >= TELLING for w in one.topic & other.topic)
    if max(one.sentence, other.sentence) > TOP and not shared:
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, far from the top and with no word in common")
    if are_elsewhere(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, beside names that the other does not have")
    lengths = [int(length) for claim in (one, other) for length in claim.part("length")]
    if len(one.part("own") & other.part("own")) < crowding(*lengths):
        return Verdict(Relation.NOT_COMPARABLE, f"{verdict.reason}, with few words in common")
    return verdict


TOP = 30
"""Sentences in which an article hardly strays from its event; farther down, two wordings have to share a word."""


@cache
def _load() -> Scales:
    return load_scales(*WORDS)


RULE = Rule(
    id="tone",
    version="1",
    severity=Severity.WARNING,
    extract=extract,
    compare=compare,
    linking=Linking(
        heads=0.1,
        concepts=0.4,
        entities=0.1,
        topic=0.4,
        alone=0.1,
        threshold=0.42,
        breadth=0.1,
        ground=0.15,
        agreeing=0.45,
    ),
    stake=6,
    single_source=False,
    ask=ask_unnamed,
)
