"""Contests: which side a short report says won, lost or drew (a match, a race, an election, a bout).

Who beats another has won, and the other has lost; both are read from one clause. The side is known by its name alone,
so that nothing is said of "the visitors".
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.factuality.assertions import stage_of
from checker.model import Argument, Clause, Document, Polarity, Role, Span
from checker.values.status import DONE


@dataclass(frozen=True, slots=True)
class Result:
    """What a clause says of one side: its pole (win, lose, draw), its name's words, and the part of the contest."""

    clause: Clause
    pole: str
    side: frozenset[str]
    part: frozenset[str]
    focus: Span


@dataclass(frozen=True, slots=True)
class ContestWords:
    """The word lists of ``data/contests.toml``; verbs with what follows them ("see off")."""

    beating: frozenset[str]
    winning: frozenset[str]
    taking: frozenset[str]
    losing: frozenset[str]
    drawing: frozenset[str]
    prizes: frozenset[str]
    parts: frozenset[str]
    other_times: frozenset[str]


@cache
def load_contest_words() -> ContestWords:
    """Read the word lists."""
    data = tomllib.loads((files("checker.factuality") / "data" / "contests.toml").read_text("utf-8"))
    return ContestWords(**{name: frozenset(words) for name, words in data.items()})


def read_results(document: Document) -> Iterator[Result]:
    """What each clause that states a result says of the sides that it names."""
    words = load_contest_words()
    for clause in document.clauses:
        poles = _poles(clause, words)
        if poles is None or clause.polarity is Polarity.NEGATIVE or clause.conditional or clause.nominal:
            continue
        if "would" in clause.auxiliaries or clause.relation == "relative" or not _is_done(document, clause):
            continue
        near = {t.lemma.lower() for t in document.tokens if clause.span.contains(t.span)}
        if near & words.other_times:
            continue
        part = frozenset(near & words.parts)
        for argument, pole in zip(_sides(clause), poles, strict=True):
            side = _name(document, argument) if argument is not None and pole else frozenset()
            if argument is not None and side:
                yield Result(clause, pole, side, part, _around(clause, argument))


def _poles(clause: Clause, words: ContestWords) -> tuple[str, str] | None:
    """What the clause says of its subject and of its object; empty for one that it says nothing of."""
    verb = clause.predicate
    lone = verb.split()[0] if verb else ""
    governed = {f"{lone} {word}" for a in clause.arguments for word in a.lemmas} | {
        f"{lone} {w}" for w in clause.adverbs
    }
    patient = clause.argument(Role.PATIENT)
    if verb in words.beating:
        return ("win", "lose")
    if governed & words.losing or verb in words.losing:
        return None if verb == "lose" and patient is not None and not {*patient.lemmas} & words.prizes else ("lose", "")
    if governed & words.drawing or verb in words.drawing:
        return ("draw", "")
    if verb in words.winning or governed & words.winning:
        return ("win", "")
    return ("win", "") if verb in words.taking and patient is not None and {*patient.lemmas} & words.prizes else None


def _is_done(document: Document, clause: Clause) -> bool:
    """Whether it happened: also of a participle or an infinitive beside what happened ("hung on to win")."""
    stage = stage_of(document, clause)
    if stage is not None or clause.governor is None:
        return stage == DONE
    governor = document.clauses[clause.governor]
    loose = clause.relation == "adverbial" and document.tokens[clause.head].tag in {"VBG", "VB"}
    return loose and stage_of(document, governor) == DONE and governor.polarity is not Polarity.NEGATIVE


def _sides(clause: Clause) -> tuple[Argument | None, Argument | None]:
    """The subject and the object of a clause; what is beaten may stand without a preposition where no object is."""
    agent = clause.argument(Role.AGENT)
    bare = (a for a in clause.arguments if a.role is Role.PATIENT or (a.role is Role.OBLIQUE and not a.preposition))
    return agent, next((a for a in bare if a.entity or any(word.isalpha() for word in a.lemmas)), None)


def _name(document: Document, argument: Argument) -> frozenset[str]:
    """The words of a name; none where there is none."""
    tokens = (document.tokens[index] for index in argument.tokens)
    words = {t.text.lower() for t in tokens if t.tag in {"NNP", "NNPS"} and t.text[:1].isupper()}
    return frozenset(words | {*(argument.entity or "").partition(":")[2].split()})


def _around(clause: Clause, argument: Argument) -> Span:
    whole = Span(
        min(clause.predicate_span.start, argument.span.start), max(clause.predicate_span.end, argument.span.end)
    )
    return whole if whole.end - whole.start <= LONGEST else clause.predicate_span


LONGEST = 110
"""Characters of a citation that holds both the verb and the side."""
