"""Statements held open, and flat ones: "to study the reopening of the post" beside "the post is to reopen".

A hedge is a verb of weighing, a condition, a "possible" or "in principle", with the words of what it holds open; a flat
statement asserts the like of its own. Deeds are compared by their verbs, so that "reopening" meets "reopen".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from checker.factuality.assertions import stage_of
from checker.language.phrases import tokens_in
from checker.language.trees import NOUN_TAGS
from checker.lexicon import familiarity, verb_of
from checker.model import Argument, BlockKind, Clause, Document, MentionKind, Polarity, Role, Span, Tense, Token
from checker.values.status import CONSIDERED, PLANNED

FIGURES = (MentionKind.MONEY, MentionKind.PERCENT, MentionKind.NUMBER)
LONGEST = 110
"""Characters of a citation that holds the hedge and the deed."""

TELLING = 0.3
"""Familiarity from which a word says what a statement is about."""


@dataclass(frozen=True, slots=True)
class Statement:
    """What is held open or stated: its ``deeds`` (verbs, and nouns as verbs), its telling ``words``, with figures.

    ``done`` says that it is told as past.
    """

    sentence: int
    focus: Span
    deeds: frozenset[str]
    words: frozenset[str]
    clause: Clause
    done: bool = False


@cache
def load_hedges() -> Mapping[str, frozenset[str]]:
    """The word lists of ``data/hedges.toml``."""
    data = tomllib.loads((files("checker.factuality") / "data" / "hedges.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items() if isinstance(words, list)}


@cache
def load_deeds() -> Mapping[str, str]:
    """Nouns whose verb is another word ("loan": lend)."""
    data = tomllib.loads((files("checker.factuality") / "data" / "hedges.toml").read_text("utf-8"))
    return {noun: verb for verb, nouns in data["deeds"].items() for noun in nouns}


@lru_cache(maxsize=16384)
def deed_of(lemma: str, noun: bool) -> str:
    """The verb of a deed that a noun names; the word itself for any other."""
    return (load_deeds().get(lemma) or verb_of(lemma) or lemma) if noun else lemma


def read_hedges(document: Document) -> tuple[Statement, ...]:
    """Every statement that the text holds open, in the order of the text; at most one a sentence."""
    return document.once(_read_hedges)


def _read_hedges(document: Document) -> tuple[Statement, ...]:
    return tuple(_find_hedges(document))


def _find_hedges(document: Document) -> Iterator[Statement]:
    seen: set[int] = set()
    under: dict[int, list[Clause]] = {}
    for clause in document.clauses:
        if clause.governor is not None:
            under.setdefault(clause.governor, []).append(clause)
    for clause in document.clauses:
        kind = document.sentences[clause.sentence].kind
        if clause.nominal or clause.sentence in seen or kind in {BlockKind.FURNITURE, BlockKind.BYLINE}:
            continue
        found = _read_hedge(document, clause, under)
        if found is not None:
            seen.add(clause.sentence)
            yield found


def _read_hedge(document: Document, clause: Clause, under: Mapping[int, list[Clause]]) -> Statement | None:
    """What a clause holds open by its verb, by an adjective of its object, or by a phrase that it contains."""
    words = load_hedges()
    first = clause.predicate.split()[0] if clause.predicate else ""
    weighs = clause.predicate in words["weighing"] or (first in words["weighing"] and not clause.copula)
    tag = document.tokens[clause.head].tag
    if weighs and (tag in {"VB", "VBG"} or first in words["with_verb"]):
        below = [c for c in under.get(clause.index, ()) if c.head > clause.head and not c.nominal]
        held = [c for c in below if c.relation == "complement" or c.conditional]
        if held:
            return _state(document, clause, [clause.predicate_span, held[0].span], held[0], held[0].arguments)
        patient = clause.argument(Role.PATIENT)
        if patient is not None and first not in words["with_verb"]:
            return _state(document, clause, [clause.predicate_span, patient.span], None, (patient,))
        return None
    for argument in clause.arguments:
        if words["possible"] & {*argument.lemmas} and argument.lemma not in words["possible"]:
            return _state(document, clause, [argument.span], None, (argument,))
    texts = " ".join(t.text.lower() for t in _tokens(document, clause.span))
    said = f" {texts} "
    phrase = next((phrase for phrase in words["whole"] if phrase in texts and f" {phrase} " in said), None)
    if phrase == "subject to" and not words["conditions"] & {t.lemma.lower() for t in _tokens(document, clause.span)}:
        return None  # "income subject to a rate of 15 percent"
    if phrase is not None and clause.governor is not None and texts.startswith(phrase):
        above = document.clauses[clause.governor]  # "Japan named a sum, provided that its parliament agrees"
        return _state(document, above, [above.span], above, above.arguments)
    if phrase is not None:
        return _state(document, clause, [clause.span], clause, clause.arguments)
    return None


def _state(
    document: Document, clause: Clause, spans: list[Span], deed: Clause | None, arguments: Iterable[Argument]
) -> Statement | None:
    """The statement of a clause or a noun phrase: deeds are its verb and the heads of what it is done to."""
    whole = Span(min(s.start for s in spans), max(s.end for s in spans))
    deeds = {deed.predicate.split()[0]} if deed is not None and deed.predicate else set()
    for argument in arguments:
        told = argument.role is Role.PATIENT or (argument.role is Role.AGENT and deed is not None)
        if told and document.tokens[argument.head].tag in {"NN", "NNS"}:
            deeds.add(deed_of(argument.lemma, noun=True))
    deeds -= load_hedges()["bare"]
    words = _words(document, whole) | ({w for a in clause.arguments for w in _words(document, a.span)})
    words -= load_hedges()["weighing"]
    if not deeds or len(words | deeds) < FEWEST:
        return None
    focus = whole if whole.end - whole.start <= LONGEST else spans[0]
    done = clause.tense is Tense.PAST
    return Statement(clause.sentence, focus, frozenset(deeds), frozenset(words), clause, done)


FEWEST = 2
"""Telling words that a statement must have to be known again."""


def _tokens(document: Document, span: Span) -> list[Token]:
    return [t for t in tokens_in(document, span) if span.contains(t.span)]


def _words(document: Document, span: Span) -> set[str]:
    """The telling words of a range, nouns as their verbs, and its figures."""
    found = set()
    for token in _tokens(document, span):
        name = token.tag.startswith("NNP")
        lemma = token.text.lower() if name else token.lemma.lower()
        noun = token.tag in NOUN_TAGS
        if not (noun or token.tag.startswith(("VB", "JJ"))) or not lemma.replace("-", "").isalpha():
            continue
        if lemma not in load_hedges()["bare"] and (name or familiarity(lemma) >= TELLING):
            found.add(deed_of(lemma, noun and not name))
    figures = (m.value.normalized for m in document.mentions_in(span, *FIGURES))
    return found | {f"={figure}" for figure in figures if len(figure) > SHORT}


SHORT = 2
"""Characters of figures that are too common to tell anything."""


def read_flats(document: Document) -> Iterator[Statement]:
    """Every clause, and every line without a verb, that asserts something and holds nothing open."""
    hedged = {statement.sentence for statement in read_hedges(document)}
    doubt = load_hedges()["doubt"]
    for clause in document.clauses:
        sentence = document.sentences[clause.sentence]
        if clause.sentence in hedged or sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.CAPTION}:
            continue
        if clause.nominal or clause.conditional or clause.polarity is not Polarity.POSITIVE or "?" in sentence.text:
            continue
        said = (t.text.lower() for t in _tokens(document, clause.span) if not t.tag.startswith("NNP"))  # not in May
        if doubt & {*clause.auxiliaries, *said}:
            continue
        stage = stage_of(document, clause) if clause.predicate else PLANNED
        if stage == CONSIDERED or (stage is None and not _is_arranged(document, clause)):
            continue
        if not clause.predicate and len(_tokens(document, sentence.span)) <= ROW:
            words = frozenset(_words(document, sentence.span))
            yield Statement(clause.sentence, sentence.span, words, words, clause)
        elif (found := _state(document, clause, [clause.span], clause, clause.arguments)) is not None:
            yield found


def _is_arranged(document: Document, clause: Clause) -> bool:
    """Whether an infinitive tells of what is arranged: "the bridge is to reopen"."""
    at = clause.head
    before = [t.text.lower() for t in document.tokens[max(0, at - 2) : at]]
    return len(before) == 2 and before[1] == "to" and before[0] in {"is", "are", "was", "were"}


ROW = 12
"""Words of a line without a verb, a row of a table or a label with its value, all of which say what it is about."""
