"""Standings: which answer an article gives to an aspect, and of whom or what it says so.

A phrase alone says little ("was dropped"): it counts where the sentence states it (no wish, no condition, no other
year) and where what it is said of is known as far as the aspect asks: one of its sorts of things, a person, any thing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from checker.factuality.aspects import Aspect, Match, find_aspect, load_aspects
from checker.factuality.assertions import is_narrowed, load_status_words
from checker.factuality.bearers import find_sort, find_thing_said
from checker.factuality.contests import read_results
from checker.factuality.governed import is_of_other, is_put_off, is_ruled_out, match_clauses
from checker.factuality.holders import Holder
from checker.factuality.matters import find_matter, governs
from checker.factuality.people import Titles, find_person
from checker.factuality.phrase_matches import match_aspects
from checker.factuality.prominence import is_brief
from checker.factuality.stated import is_denied, is_elsewhen, is_other_year, stage_stated, tells_of_precedents
from checker.factuality.substitutes import country_of
from checker.language.phrases import clause_at, content_lemmas
from checker.lexicon import is_person_noun
from checker.model import (
    BlockKind,
    Clause,
    Document,
    Polarity,
    Role,
    Sentence,
    Span,
    Tense,
    Token,
)
from checker.values.status import DONE, PLANNED

OTHERS = frozenset(
    "another other neighbouring neighboring nearby similar second third earlier previous adjoining adjacent".split()
)
"""Words before a subject that make it another than the one that an article is about (own list)."""

REACH = 14
"""Words on each side of a phrase in which a word for all or for a part counts."""

NARROWING = frozenset("for by with to against on".split())
"""Prepositions that narrow a denial (own list)."""

PARTS = frozenset("rest remaining other others one two three four five six some lesser half several".split())
ALL = frozenset("all every everything both each any entire whole".split())
MOST_PER_SENTENCE = 2
WHOLE = frozenset(
    "all every whole entire everywhere throughout each completely entirely fully nationwide island-wide".split()
)
PARTIAL = frozenset("only part parts some most partly partially half just".split())
"""Words by which something is so of all of a thing, or of a part of it (own lists)."""
WITHIN = frozenset("in across throughout within".split())
"""Prepositions before the country in which something is so."""


@dataclass(frozen=True, slots=True)
class Standing:
    """One answer: the aspect, the pole, of whom or what, how far it has come, in which countries, and its words.

    ``brief`` says that it is of a short report.
    """

    aspect: Aspect
    pole: str
    holder: Holder
    clause: Clause | None
    sentence: Sentence
    focus: Span
    stage: int = DONE
    denied: bool = False
    lasting: bool = False
    extent: str = ""
    own: frozenset[str] = field(default_factory=frozenset)
    lands: frozenset[str] = field(default_factory=frozenset)
    brief: bool = False


def read_standings(document: Document) -> Iterator[Standing]:
    """Every answer that a document gives to an aspect, in reading order."""
    titles = Titles(document)
    brief = is_brief(document)
    several: bool | None = None
    aspects = load_aspects(brief=brief).named
    if brief:
        yield from _read_contests(document)
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE} or sentence.text.rstrip("\"'”’ ").endswith("?"):
            continue
        tokens = document.sentence_tokens(sentence)
        matches = match_aspects(tokens, brief=brief)
        if brief:
            matches += _list_governed(document, sentence, tokens, matches)
        if not matches or is_elsewhen(tokens, matches):
            continue
        words = {form for t in tokens for form in (t.lemma.lower(), t.text.lower())}
        seen: dict[tuple[str, str], int] = {}
        for match in matches:
            aspect = aspects[match.phrase.aspect]
            key = aspect.name, match.phrase.pole
            if seen.get(key, 0) >= MOST_PER_SENTENCE or (aspect.context and not aspect.context & words):
                continue
            if aspect.lone:
                several = _tells_of_several(document) if several is None else several
                if several:
                    continue
            needed = aspect.context_of.get(match.phrase.pole)
            if aspect.context_unless & words or (needed and not needed & words):
                continue
            if aspect.kind == "event" and aspect.main and is_of_other(tokens, match):
                continue
            standing = _read(document, sentence, tokens, match, aspect, titles)
            if standing is not None and not (aspect.kind == "event" and key in seen):
                seen[key] = seen.get(key, 0) + 1
                yield replace(standing, brief=brief) if brief and aspect.sole else standing


def _tells_of_several(document: Document) -> bool:
    """Whether an article tells of more people than one: "two men", "the others", "a second man"."""
    for at, token in enumerate(document.tokens):
        word = token.text.lower()
        if word == "others" or (token.tag == "NNS" and is_person_noun(token.lemma.lower())):
            before = document.tokens[max(0, at - 3) : at]
            if word == "others" or any(t.tag == "CD" or t.text.lower() in PARTS | {"both", "several"} for t in before):
                return True
        elif word in {"another", "second"} and any(
            is_person_noun(t.lemma.lower()) for t in document.tokens[at + 1 : at + 3] if t.tag == "NN"
        ):
            return True
    return False


def _list_governed(
    document: Document, sentence: Sentence, tokens: Sequence[Token], matches: Sequence[Match]
) -> list[Match]:
    """The answers that only the parse shows: those whose words no phrase of the same aspect has taken."""
    taken: dict[str, set[int]] = {}
    for match in matches:
        taken.setdefault(match.phrase.aspect, set()).update(range(match.first, match.last + 1))
    clauses = [c for c in document.clauses_touching(sentence.span) if c.sentence == sentence.index and c.predicate]
    found = match_clauses(document, tokens, clauses, load_aspects(brief=True))
    return [m for m in found if taken.get(m.phrase.aspect, set()).isdisjoint(range(m.first, m.last + 1))]


def _read_contests(document: Document) -> Iterator[Standing]:
    """Which side is said to have won or lost, of each side that is named."""
    aspect = find_aspect("contest")
    for result in read_results(document):
        holder = Holder(tuple(sorted(result.side)), names=result.side, apart=result.part, span=result.focus)
        sentence = document.sentences[result.clause.sentence]
        yield Standing(aspect, result.pole, holder, result.clause, sentence, result.focus)


def _read(
    document: Document, sentence: Sentence, tokens: Sequence[Token], match: Match, aspect: Aspect, titles: Titles
) -> Standing | None:
    focus = Span(tokens[match.first].span.start, tokens[match.last].span.end)
    clause = clause_at(document, focus)
    if clause is not None and is_other_year(document, clause):
        return None
    free = aspect.modal or (aspect.kind == "event" and tokens[match.first].tag == "JJ")
    stage = DONE if free else stage_stated(document, tokens, match, clause)
    if stage is None:
        return None
    if aspect.future and stage == PLANNED:
        stage = DONE
    pole, denied = match.phrase.pole, False
    if tells_of_precedents(tokens, match):
        return None
    put_off = is_put_off(document, tokens, match)
    if put_off:
        pole, denied = pole, True
    elif is_ruled_out(tokens, match):
        instead = aspect.instead(pole)
        pole, denied = (instead, False) if instead else (pole, True)
    elif not match.phrase.denies and is_denied(tokens, match, clause):
        if clause is not None and is_narrowed(document, clause):
            return None
        if clause is not None and any(a.preposition in NARROWING for a in clause.arguments):
            return None  # "is not authorised for children"
        instead = aspect.instead(pole)
        pole, denied = (instead, False) if instead else (pole, True)
    if pole in aspect.whole and _leaves_out(tokens, match):
        return None
    holder = _find_holder(document, sentence, clause, tokens, match, aspect, titles)
    if holder is None:
        return None
    around = {t.text.lower() for t in tokens[max(0, match.first - 5) : match.last + 4]}
    lasting = pole in aspect.lasting and (not aspect.matter or _holds_now(clause))
    lasting |= bool(load_status_words().persisting & {*_lemmas(tokens), *around})
    lasting |= aspect.matter and ("being" in around or put_off)
    own = content_lemmas(document, list(tokens[match.first : match.last + 1]))
    extent = _extent(tokens, clause, match) if aspect.extent else ""
    if lasting and aspect.matter and stage == PLANNED:
        stage = DONE  # what will remain so is so
    lands = _list_lands(tokens, clause)
    return Standing(aspect, pole, holder, clause, sentence, focus, stage, denied, lasting, extent, own, lands)


def _list_lands(tokens: Sequence[Token], clause: Clause | None) -> frozenset[str]:
    """The countries in which a clause says that it is so ("is still on sale in Spain")."""
    return frozenset(
        code
        for before, token in pairwise(tokens)
        if token.tag == "NNP"
        and before.text.lower() in WITHIN
        and (clause is None or clause.span.contains(token.span))
        and (code := country_of(token.text))
    )


def _holds_now(clause: Clause | None) -> bool:
    """Whether a clause speaks of how things are, not of what once happened: "is shut", "has been shut"."""
    return clause is None or clause.tense is not Tense.PAST or bool({"has", "have"} & {*clause.auxiliaries})


def _extent(tokens: Sequence[Token], clause: Clause | None, match: Match) -> str:
    """Whether a clause says it of all of a thing, or of a part of it."""
    low, high = match.first, match.last
    while low > 0 and tokens[low - 1].text not in {";", ":", "."} and (match.first - low) < REACH:
        low -= 1
    while high + 1 < len(tokens) and tokens[high + 1].text not in {";", ":", "."} and (high - match.last) < REACH:
        high += 1
    near = [t.text.lower() for t in tokens[low : high + 1]]
    if PARTIAL & {*near}:
        return "part"
    whole = bool(WHOLE & {*near}) or (clause is not None and clause.polarity is Polarity.NEGATIVE and "any" in near)
    return "whole" if whole and "not" not in near else ""


def _find_holder(
    document: Document,
    sentence: Sentence,
    clause: Clause | None,
    tokens: Sequence[Token],
    match: Match,
    aspect: Aspect,
    titles: Titles,
) -> Holder | None:
    """Whom or what an answer is said of; None where the aspect needs to know and it is not said."""
    far = match.thing is not None and match.phrase.reaching and not aspect.matter
    far = far and match.last - match.first > len(match.phrase.words) + 1
    if far and not governs(document, clause, tokens, match, aspect):
        return None  # "loses her voice at the nineteenth name"
    match aspect.kind:
        case "sort":
            return find_sort(document, sentence, clause, tokens, match, aspect)
        case "person":
            return find_person(document, sentence, clause, tokens, match, titles)
        case "thing":
            return find_thing_said(document, sentence, clause, tokens, match)
        case _ if aspect.matter:
            return find_matter(document, clause, tokens, match, aspect)
        case _:
            return None if _is_of_another(document, clause) else Holder()


def _is_of_another(document: Document, clause: Clause | None) -> bool:
    """Whether the subject of a clause is told apart from what the article is about: "a neighbouring field"."""
    subject = clause.argument(Role.PATIENT, Role.AGENT) if clause is not None else None
    if subject is None:
        return False
    return any(document.tokens[i].text.lower() in OTHERS for i in subject.tokens if i < subject.head)


def _lemmas(tokens: Sequence[Token]) -> set[str]:
    return {t.lemma.lower() for t in tokens}


def _leaves_out(tokens: Sequence[Token], match: Match) -> bool:
    """Whether the words behind a phrase say that it holds of a part only: "acquitted of the rest"."""
    after = [t.lemma.lower() for t in tokens[match.last + 1 : match.last + 6]]
    words = {*after, *(t.text.lower() for t in tokens[match.last + 1 : match.last + 6])}
    return bool(PARTS & words) and not ALL & words
