"""Everything a rule may use, in one place: import from here and from nowhere else in the checker.

    from checker.vocabulary import Claim, Document, Linking, MentionKind, Rule, Severity, make_claim, read_setting

A rule reads the analysed document (sentences, clauses, mentions, quotations, attribution) and yields claims.
``make_claim`` fills in what every claim carries: its words (at most 200 characters), the words around, the people and
places involved, who says so, how firmly, and as of when.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from checker.attribution.hearsay import Hearsay, read_hearsay
from checker.attribution.hearsay import Kind as HearsayKind
from checker.factuality.assertions import (
    figures_in,
    find_thing,
    is_narrowed,
    load_status_words,
    names_thing,
    persists,
    polarity_of,
    stage_of,
)
from checker.factuality.deeds import Deed, compare_deeds, read_deeds
from checker.factuality.extents import Extent, read_extents
from checker.factuality.groups import Group, group_of
from checker.factuality.persons import Person, person_of
from checker.factuality.statuses import StatusReading, concepts_of, predicate_words, read_statuses, rung_of
from checker.factuality.things import same_thing, same_words, shared_figures, times_apart
from checker.factuality.tolls import read_toll
from checker.factuality.voices import PRONOUNS, name_beside
from checker.language.occurrences import compare_occurrences, scope_of
from checker.language.phrases import (
    Setting,
    argument_lemmas,
    clause_at,
    content_lemmas,
    read_setting,
    sentence_at,
    tokens_in,
)
from checker.language.ranked import Rank
from checker.language.ranks import read_ranks
from checker.language.timed import Part, Timing
from checker.language.timings import read_timing
from checker.lexicon import (
    Concept,
    concepts,
    familiarity,
    is_a,
    is_person_noun,
    opposed,
    relate,
    similarity,
    verb_of,
    word_concepts,
)
from checker.lexicon.occasions import is_occasion, occasions_of
from checker.model import (
    Argument,
    Attribution,
    BlockKind,
    Claim,
    Clause,
    Document,
    Entity,
    Linking,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Quote,
    QuoteType,
    Relation,
    Role,
    Rule,
    Sentence,
    Severity,
    Span,
    Tense,
    Token,
    Value,
    ValueType,
    Verdict,
)
from checker.names import roles_of
from checker.values.entities import EntityValue, compare_entities
from checker.values.firsts import FirstValue, compare_firsts
from checker.values.ladders import RUNGS, LadderValue, compare_rungs
from checker.values.offices import load_offices
from checker.values.quantities import Quantity, compare_quantities
from checker.values.quotes import QuoteValue, compare_quotes
from checker.values.roles import RoleValue, compare_roles
from checker.values.status import CONSIDERED, DONE, PLANNED, StatusValue, compare_statuses
from checker.values.texts import TextValue, compare_texts
from checker.values.times import Bound as TimeBound
from checker.values.times import TimeValue, compare_times
from checker.values.versions import weigh_versions
from checker.values.wording import fold_phrases, read_utterance

__all__ = [
    "CONSIDERED",
    "DONE",
    "PLANNED",
    "PRONOUNS",
    "RUNGS",
    "Argument",
    "Attribution",
    "BlockKind",
    "Claim",
    "Clause",
    "Concept",
    "Deed",
    "Document",
    "Entity",
    "EntityValue",
    "Extent",
    "FirstValue",
    "Group",
    "Hearsay",
    "HearsayKind",
    "LadderValue",
    "Linking",
    "Mention",
    "MentionKind",
    "Modality",
    "Part",
    "Person",
    "Polarity",
    "Quantity",
    "Quote",
    "QuoteType",
    "QuoteValue",
    "Rank",
    "Relation",
    "Role",
    "RoleValue",
    "Rule",
    "Sentence",
    "Setting",
    "Severity",
    "Span",
    "StatusReading",
    "StatusValue",
    "Tense",
    "TextValue",
    "TimeBound",
    "TimeValue",
    "Timing",
    "Token",
    "Value",
    "ValueType",
    "Verdict",
    "argument_lemmas",
    "cite",
    "clause_at",
    "compare_deeds",
    "compare_entities",
    "compare_firsts",
    "compare_occurrences",
    "compare_quantities",
    "compare_quotes",
    "compare_roles",
    "compare_rungs",
    "compare_statuses",
    "compare_texts",
    "compare_times",
    "concepts",
    "concepts_of",
    "content_lemmas",
    "familiarity",
    "figures_in",
    "find_thing",
    "fold_phrases",
    "group_of",
    "is_a",
    "is_narrowed",
    "is_occasion",
    "is_person_noun",
    "load_offices",
    "load_status_words",
    "load_words",
    "make_claim",
    "match_phrases",
    "name_beside",
    "names_thing",
    "occasions_of",
    "opposed",
    "persists",
    "person_of",
    "polarity_of",
    "predicate_words",
    "read_deeds",
    "read_extents",
    "read_hearsay",
    "read_ranks",
    "read_setting",
    "read_statuses",
    "read_timing",
    "read_toll",
    "read_utterance",
    "relate",
    "roles_of",
    "rung_of",
    "same_thing",
    "same_words",
    "scope_of",
    "sentence_at",
    "shared_figures",
    "similarity",
    "stage_of",
    "surroundings",
    "times_apart",
    "tokens_in",
    "verb_of",
    "weigh_versions",
    "word_concepts",
]

CITED = 80
"""Characters of evidence at most, when the clause is longer: what a person takes in at a glance (contract: 200)."""


@cache
def load_words(path: Path) -> dict[str, Any]:
    """Read a rule's word lists (a TOML file beside the rule). Raises OSError or tomllib.TOMLDecodeError."""
    with path.open("rb") as file:
        return tomllib.load(file)


@lru_cache(maxsize=16384)
def _words_of(phrase: str) -> tuple[str, ...]:
    return tuple(phrase.split())


def match_phrases(lemmas: Sequence[str], phrases: Iterable[str], gap: int = 2) -> str | None:
    """The first phrase whose lemmas stand in the sequence in this order, with at most ``gap`` others between.

    None if there is none.
    """
    held = frozenset(lemmas)
    for phrase in phrases:
        words = _words_of(phrase)
        if words[0] not in held:
            continue
        for start, lemma in enumerate(lemmas):
            if lemma != words[0]:
                continue
            at = start
            for word in words[1:]:
                following = lemmas[at + 1 : at + 2 + gap]
                if word not in following:
                    break
                at += 1 + list(following).index(word)
            else:
                return phrase
    return None


def cite(document: Document, focus: Span, clause: Clause | None = None) -> Span:
    """The words to quote for a claim: its clause, or the words around ``focus`` where the clause is too long."""
    return _to_word_edges(document.text, _cut(document, focus, clause))


def _to_word_edges(text: str, span: Span) -> Span:
    """The range, grown to whole words: the parser takes "gonna" for two, and long quotations are cut anywhere."""
    start, end = span.start, span.end
    while start > span.start - LONGEST_WORD and 0 < start < len(text) and text[start - 1 : start + 1].isalnum():
        start -= 1
    while end < span.end + LONGEST_WORD and 0 < end < len(text) and text[end - 1 : end + 1].isalnum():
        end += 1
    return Span(start, end)


LONGEST_WORD = 20
"""Characters by which a citation may grow to the edges of its words."""


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
    whole = content_lemmas(document, document.sentence_tokens(sentence))
    if clause is None:
        return whole
    near = content_lemmas(document, tokens_in(document, clause.span))
    if clause.governor is not None:
        near |= content_lemmas(document, tokens_in(document, document.clauses[clause.governor].span))
    return near if len(near) >= ENOUGH else whole


ENOUGH = 6
"""Content words that a clause must have to be a context by itself."""


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
    )
