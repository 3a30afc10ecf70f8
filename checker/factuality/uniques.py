"""What only one can be or have done, with the name that an article gives: ``the youngest, Ada Reed``.

Also the names of things that have one: ``a trawler called Ocean Harvest``. Two articles that give two names for the
same one contradict each other; the words that narrow it ("of the nine miners", "lorry driver") have to agree.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.factuality.christened import BEING, CALLING, read_names_of_things
from checker.factuality.honours import read_honours
from checker.factuality.persons import person_of
from checker.language.phrases import content_lemmas, tokens_in
from checker.model import (
    Argument,
    BlockKind,
    Clause,
    Document,
    Mention,
    MentionKind,
    Modality,
    Polarity,
    Role,
    Sentence,
    Span,
    Tense,
    Token,
)

REACH = 9
"""Tokens between a description and the name, at most: "is a private from the north called Ada Reed"."""

CONTESTED = frozenset({"winner", "loser", "runner-up", "scorer", "referee"})
"""Questions that one event may have several of: they need words that narrow them, unless they are a row of a list."""

FINITE = frozenset({"", "conjunct", "relative", "complement", "adverbial"})
"""How clauses hang together that state what happened."""

LONGEST_ASIDE = 16
"""Tokens of a clause between commas about the one described, at most."""

NARROWING = 7
"""Tokens of what narrows a description behind it: "of the nine miners who were rescued"."""

IDENTIFYING = frozenset(
    {
        "identified",
        "named",
        "as",
        "has",
        "been",
        "later",
        "locally",
        "by",
        "police",
        "officers",
        "name",
        "gave",
        "given",
    }
)
OTHERS = frozenset(
    {
        "another",
        "second",
        "third",
        "other",
        "one",
        "former",
        "previous",
        "would-be",
        "last",
        "next",
        "likely",
        "possible",
        "future",
    }
)
INSIDE = ("NN", "JJ", "CD", "DT", "HYPH", "PRP$", "POS", "VBN", "RB")
SMALL = frozenset({"all", "group", "them", "year", "old", "lot"})


@dataclass(frozen=True, slots=True)
class Unique:
    """The question (``winner``, ``youngest``), what narrows it, the words for both, and the name with its key."""

    question: str
    narrowed: frozenset[str]
    words: Span
    name: Span
    key: str | None
    text: str
    thing: bool = False
    honour: bool = False

    @property
    def superlative(self) -> bool:
        """Whether the question alone says who is asked for ("the youngest", "best actress")."""
        return self.question in _lists().superlatives or self.honour


@dataclass(frozen=True, slots=True)
class _Lists:
    superlatives: frozenset[str]
    sole: dict[str, str]
    deeds: dict[str, tuple[str, ...]]
    objects: dict[str, frozenset[str]]
    prizes: dict[str, frozenset[str]]
    things: dict[str, str]
    longest: int
    openings: frozenset[str]
    """The first words of what only one can be, in ``sole`` and ``superlatives``: most words open none."""


@cache
def _lists() -> _Lists:
    data = tomllib.loads(files("checker.factuality").joinpath("data", "uniques.toml").read_text(encoding="utf-8"))
    sole = {noun: question for question, nouns in data["sole"].items() for noun in nouns}
    deeds: dict[str, list[str]] = {}
    for question, verbs in data["deeds"].items():
        for verb in verbs:
            deeds.setdefault(verb, []).append(question)
    return _Lists(
        superlatives=frozenset(data["superlatives"]),
        sole=sole,
        deeds={verb: tuple(questions) for verb, questions in deeds.items()},
        objects={question: frozenset(nouns) for question, nouns in data["objects"].items()},
        prizes={name: frozenset(words) for name, words in data["prizes"].items()},
        things={noun: kind for kind, nouns in data["things"].items() for noun in nouns},
        longest=max(len(noun.split()) for noun in (*sole, *data["superlatives"])),
        openings=frozenset(noun.split()[0] for noun in (*sole, *data["superlatives"])),
    )


def read_uniques(document: Document) -> Iterator[Unique]:
    """Every name that an article gives to what only one can be; nothing where it gives two names for one."""
    found = list(_read(document))
    named: dict[tuple[str, frozenset[str]], set[str]] = {}
    for unique in found:
        narrowed = frozenset[str]() if unique.thing else unique.narrowed
        named.setdefault((unique.question, narrowed), set()).add(unique.key or unique.text)
    for unique in found:
        if len(named[unique.question, frozenset[str]() if unique.thing else unique.narrowed]) == 1:
            yield unique


def _read(document: Document) -> Iterator[Unique]:
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
            continue
        yield from _described(document, sentence)
        for kind, noun, words, name in read_names_of_things(document, sentence, _lists().things):
            text = name.of(document.text)
            yield Unique(f"named {kind}", frozenset({noun}), words, name, None, text, True)
        yield from _owned_goals(document, sentence)
        for found in read_honours(document, sentence):
            entity = document.entities.get(found.mention.entity or "") if found.mention is not None else None
            text = entity.name if entity is not None else found.name.of(document.text)
            key = entity.key if entity is not None else None
            yield Unique(found.question, found.narrowed, found.words, found.name, key, text, entity is None, True)
    for clause in document.clauses:
        stated = clause.polarity is Polarity.POSITIVE and clause.modality is Modality.CERTAIN
        if stated and not clause.conditional and clause.tense is not Tense.FUTURE:
            yield from _doers(document, clause)


def _people(document: Document, first: int, end: int) -> list[Mention]:
    if first >= end:
        return []
    area = Span(document.tokens[first].span.start, document.tokens[end - 1].span.end)
    people = document.mentions_in(area, MentionKind.PERSON)
    return [m for m in people if m.text[:1].isupper() and m.entity in document.entities]


def _described(document: Document, sentence: Sentence) -> Iterator[Unique]:
    """``The youngest, Ada Reed,``; ``the suspect is Reed``; ``Reed, the winner``; ``Winner: Reed``."""
    tokens = document.tokens
    lists = _lists()
    at = sentence.first
    while at < sentence.last:
        if tokens[at].text.lower() not in lists.openings:
            at += 1
            continue
        size = next(
            (
                n
                for n in range(min(lists.longest, sentence.last - at), 0, -1)
                if (words := " ".join(t.text.lower() for t in tokens[at : at + n])) in lists.sole
                or words in lists.superlatives
            ),
            0,
        )
        if not size:
            at += 1
            continue
        words = " ".join(t.text.lower() for t in tokens[at : at + size])
        end = at + size
        if (found := _definite(document, sentence, at, end)) is not None:
            first, stop, narrowed = found
            name = _name_behind(document, sentence, stop) or _name_before(document, sentence, first)
            question = lists.sole.get(words, words)
            bare = question in CONTESTED and not narrowed and tokens[min(stop, sentence.last - 1)].text != ":"
            if name is not None and name.entity is not None and not bare:
                span = Span(tokens[first].span.start, tokens[end - 1].span.end)
                entity = document.entities[name.entity]
                yield Unique(question, narrowed, span, name.span, entity.key, entity.name)
        at = end


def _definite(document: Document, sentence: Sentence, at: int, end: int) -> tuple[int, int, frozenset[str]] | None:
    """Where a definite description begins and ends, and what narrows it; None for one of several."""
    tokens = document.tokens
    first = at
    while (
        first > sentence.first and at - first < 4 and tokens[first - 1].tag in ("NN", "JJ", "NNP", "JJS", "CD", "VBN")
    ):
        first -= 1
    lead = tokens[first - 1].text.lower() if first > sentence.first else ""
    listed = end < sentence.last and tokens[end].text == ":"
    definite = lead == "the" or listed or (first > sentence.first and tokens[first - 1].tag == "POS")
    inner = tokens[first:at]
    if not definite or any(t.text.lower() in OTHERS for t in inner) or tokens[end - 1].tag == "NNS":
        return None
    if end < sentence.last and tokens[end].tag == "POS":
        return None  # "the victim's lawyer"
    if any(document.mentions_in(t.span, MentionKind.PERSON) for t in inner):
        return None
    stop = end
    while stop < sentence.last and stop - end < 2 and tokens[stop].tag == "NN":
        stop += 1  # "the youngest prisoner"
    narrowing = [*inner, *tokens[end:stop]]
    if stop < sentence.last and tokens[stop].text.lower() in ("of", "in", "on", "at", "for"):
        last = stop
        while last < sentence.last and last - stop < NARROWING and not _breaks(tokens[last]):
            last += 1
        narrowing += tokens[stop:last]
        stop = last
    words = {w for w in content_lemmas(document, narrowing) if w.isalpha()} - SMALL
    return max(first - (lead == "the"), sentence.first), stop, frozenset(words)


def _breaks(token: Token) -> bool:
    return token.text in (",", ";", ":", ".", "–", "—", "(") or token.tag.startswith(("VB", "W", "MD"))


def _name_behind(document: Document, sentence: Sentence, stop: int) -> Mention | None:
    """The name behind a description: in apposition, behind a form of "be", or behind "named as"."""
    tokens = document.tokens
    at, seen = stop, False
    limit = min(sentence.last, stop + REACH + 4)
    joined = at < limit and tokens[at].text in (",", ":", "–", "—", "(")
    while at < limit:
        token = tokens[at]
        if token.tag.startswith("W") and tokens[at - 1].text == ",":
            at = next((n for n in range(at, min(sentence.last, at + LONGEST_ASIDE)) if tokens[n].text == ","), limit)
            limit = min(sentence.last, at + REACH)
            continue
        here = _people(document, at, min(limit, at + 5))
        starts = next((m for m in here if m.span.start == token.span.start), None)
        if starts is not None:
            return starts if seen or joined or at == stop else None
        word = token.text.lower()
        if word in BEING | CALLING | IDENTIFYING:
            seen = True
        elif token.text in (",", ":", "(", "–", "—", ")"):
            pass
        elif not token.tag.startswith(INSIDE) and word not in ("of", "at", "from", "to"):
            return None
        at += 1
    return None


def _name_before(document: Document, sentence: Sentence, first: int) -> Mention | None:
    """The name before a description: ``Ada Reed, 19, the youngest of``, ``Ada Reed was the youngest``."""
    tokens = document.tokens
    at = first - 1
    if at > sentence.first and tokens[at].text == "," and tokens[at - 1].tag == "CD" and tokens[at - 2].text == ",":
        at -= 2
    if at <= sentence.first or not (tokens[at].text in (",", "–", "—", "(") or tokens[at].text.lower() in BEING):
        return None
    end = tokens[at - 1].span.end
    return next((m for m in _people(document, max(sentence.first, at - 5), at) if m.span.end == end), None)


def _doers(document: Document, clause: Clause) -> Iterator[Unique]:
    """Who did what one person does: ``Reed found the wreck``, ``the prize went to Reed``."""
    lists = _lists()
    patient, agent = clause.argument(Role.PATIENT), clause.argument(Role.AGENT)
    if clause.predicate in lists.prizes["going"] and agent is not None and agent.lemma in lists.prizes["nouns"]:
        winner = next((a for a in clause.arguments if a.preposition == "to"), None)
        yield from _did(document, clause, "winner", winner, agent)
    if clause.predicate in lists.prizes["giving"] and patient is not None and patient.lemma in lists.prizes["nouns"]:
        winner = next((a for a in clause.arguments if a.role is Role.RECIPIENT or a.preposition == "to"), None)
        if winner is None and " to " in patient.text:
            yield from _awarded(document, patient)
        yield from _did(document, clause, "winner", winner, patient)
    finite = document.tokens[clause.head].tag in ("VBD", "VBN", "VBZ") and clause.relation in FINITE
    verb = clause.predicate
    if patient is None:  # "came upon the wreck"
        patient = next((a for a in clause.arguments if f"{verb} {a.preposition}" in lists.deeds), None)
        verb = f"{verb} {patient.preposition}" if patient is not None else verb
    if clause.nominal or patient is None or agent is None or not finite:
        return
    first = document.tokens[patient.tokens[0]]
    definite = first.text.lower() == "the" or document.tokens[patient.head].tag == "NNP"
    for question in lists.deeds.get(verb, ()):
        objects = lists.objects.get(question)
        if definite and (objects is None or patient.lemma in objects):
            yield from _did(document, clause, question, agent, patient)


def _did(document: Document, clause: Clause, question: str, doer: Argument | None, done: Argument) -> Iterator[Unique]:
    person = person_of(document, doer)
    if person is None or not person.key:
        return
    narrowed = {w for w in content_lemmas(document, tokens_in(document, done.span)) if w.isalpha()} - SMALL
    if question == "winner":
        narrowed -= _lists().prizes["nouns"]
    words = Span(min(clause.predicate_span.start, done.span.start), max(clause.predicate_span.end, done.span.end))
    yield Unique(question, frozenset(narrowed), words, person.span, person.key, person.name)


def _awarded(document: Document, prize: Argument) -> Iterator[Unique]:
    """``the award for best novel to Ada Reed``, which a parser may take for one phrase."""
    people = document.mentions_in(prize.span, MentionKind.PERSON)
    if len(people) != 1 or people[0].entity not in document.entities or people[0].span.end != prize.span.end:
        return
    words = Span(prize.span.start, people[0].span.start)
    narrowed = {w for w in content_lemmas(document, tokens_in(document, words)) if w.isalpha()}
    entity = document.entities[people[0].entity or ""]
    lists = _lists()
    yield Unique(
        "winner", frozenset(narrowed - SMALL - lists.prizes["nouns"]), words, people[0].span, entity.key, entity.name
    )


def _owned_goals(document: Document, sentence: Sentence) -> Iterator[Unique]:
    """``The goal that took them there was Ada Reed's``, ``the winner came from Reed``."""
    tokens = document.tokens
    goals = _lists().objects["scorer"]
    goal = next((n for n in range(sentence.first + 1, sentence.last) if tokens[n].lemma.lower() in goals), None)
    if (
        goal is None
        or tokens[goal].tag != "NN"
        or not any(t.text.lower() == "the" for t in tokens[max(sentence.first, goal - 3) : goal])
    ):
        return
    for at in range(goal + 1, sentence.last - 1):
        pair = (tokens[at].text.lower(), tokens[at + 1].text.lower())
        owned = pair[0] in BEING
        if not owned and pair not in (("came", "from"), ("belonged", "to"), ("fell", "to")):
            continue
        people = _people(document, at + 1, min(sentence.last, at + 6))
        if not people:
            continue
        behind = next((t for t in tokens[at : sentence.last] if t.span.start >= people[0].span.end), None)
        if owned and (behind is None or behind.tag != "POS"):
            continue
        inner = {w for w in content_lemmas(document, tokens[max(sentence.first, goal - 2) : goal + 1]) if w.isalpha()}
        entity = document.entities[people[0].entity or ""]
        words = Span(tokens[goal].span.start, tokens[at].span.end)
        yield Unique("scorer", frozenset(inner - SMALL), words, people[0].span, entity.key, entity.name)
        return
