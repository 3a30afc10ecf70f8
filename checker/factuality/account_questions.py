"""The questions that an event raises and that have a known set of answers, and the phrases that give each answer.

A fire was started by a cigarette, by a socket or by lightning; a death is made known by the family or by the hospital.
``data/accounts/*.toml`` holds a question a table: what it ``asks``, the words of the ``turn`` (one of
them must stand in what a report tells prominently; ``a b`` stands for two that must both), and the ``answers`` with
their phrases. A phrase is a row of words that match a lemma or a word as it stands; articles, possessives and adverbs
between them are passed over; ``_`` stands for up to three words, ``__`` for up to seven, ``a|b`` for either word. A
phrase that opens with ``~`` gives its answer only in a sentence that tells of the turn or has a word of cause in it,
one with ``=`` only beside a word of cause. Of two short reports one must tell of the turn. ``frames``
are phrases of every answer in which ``@`` stands for its ``nouns``; a table with ``each`` is a question for each of the
groups in it, whose nouns ``@`` stands for. Options:

- ``near``: lists of answers of which one may be a part, a cause or another name of the other;
- ``within``: general answers, each with those that it may be;
- ``last``: answers of which a report that gives another, too, gives none;
- ``unless``: words of which a prominent part that is about something else holds one;
- ``beside``: the answers stand in a sentence with words of the turn only, and are asked of short reports;
- ``same``: two answers are of one thing only where words of the turn beside them are the same.
"""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from checker.factuality.aspects import ARTICLES, DENYING, GAPS

NEEDS = "~="
"""The marks of phrases that need a word of the turn or of cause beside them."""

NOUN = "@"
"""What stands in a frame for the nouns that are filled in."""


@dataclass(frozen=True, slots=True)
class Question:
    """One question, and which of its answers may both be so."""

    name: str
    asks: str
    turn: tuple[frozenset[str], ...]
    near: frozenset[frozenset[str]]
    last: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()
    beside: bool = False
    same: bool = False

    @property
    def words(self) -> frozenset[str]:
        """The words of the turn."""
        return frozenset[str]().union(*self.turn)

    def exclude(self, one: str, other: str) -> bool:
        """Whether two answers cannot both be so."""
        return one != other and frozenset((one, other)) not in self.near


@dataclass(frozen=True, slots=True)
class Row:
    """A phrase that gives an answer; ``needs`` is ``~`` or ``=`` where it needs a word of the turn, or of cause."""

    question: str
    answer: str
    words: tuple[tuple[str, ...], ...]
    needs: str
    literal: frozenset[str]
    denies: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    """The phrases by first word and question: as written (answer, words), and read when a text has the first word.

    There are thousands, of which an article meets few.
    """

    written: Mapping[str, Mapping[str, Sequence[tuple[str, str]]]]
    _read: dict[tuple[str, str], tuple[Row, ...]] = field(default_factory=dict, init=False, repr=False)

    def opened_by(self, first: str, asked: Container[str]) -> Iterator[Row]:
        """The phrases of a first word, in the order of the tables, of the questions that are asked."""
        for question, written in self.written.get(first, {}).items():
            if question in asked:
                found = self._read.get((first, question))
                if found is None:
                    found = tuple(_read_row(question, *one) for one in dict.fromkeys(written))
                    self._read[first, question] = found
                yield from found


@cache
def load_questions() -> tuple[Mapping[str, Question], Rows]:
    """The questions by name and their phrases by first word. Raises ValueError for an option that names no answer."""
    questions: dict[str, Question] = {}
    rows: dict[str, dict[str, list[tuple[str, str]]]] = defaultdict(lambda: defaultdict(list))
    folder = files("checker.factuality") / "data" / "accounts"
    for place in sorted(folder.iterdir(), key=lambda place: place.name):
        read = tomllib.loads(place.read_text("utf-8")) if place.name.endswith(".toml") else {}
        for name, table in (one for given in read.items() for one in _spell_out(*given)):
            questions[name] = _read_question(name, table)
            for answer, entries in table["answers"].items():
                for text in (text for entry in dict.fromkeys(entries) for text in _spell_apart(entry)):
                    for first in next(w for w in text.lstrip(NEEDS).split() if w not in ARTICLES).split("|"):
                        rows[first][name].append((answer, text))
    return questions, Rows(rows)


def _spell_out(name: str, table: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """A table as it stands; one with ``nouns`` with its frames filled in, one with ``each`` once for each group."""
    for answer, nouns in table.get("nouns", {}).items():
        table["answers"].setdefault(answer, []).extend(e for frame in table["frames"] for e in _fill_in(frame, nouns))
    if "each" not in table:
        yield name, table
    for group, nouns in table.get("each", {}).items():
        answers = {a: [e for frame in found for e in _fill_in(frame, nouns)] for a, found in table["answers"].items()}
        yield f"{name} {group}", {**table, "answers": answers, "asks": table["asks"].replace(NOUN, nouns[0])}


def _fill_in(frame: str, nouns: Sequence[str]) -> Iterator[str]:
    """A frame with nouns: those of one word stand for each other in one phrase, each of the others has its own."""
    single = "|".join(noun for noun in nouns if " " not in noun)
    if single:
        yield frame.replace(NOUN, single)
    yield from (frame.replace(NOUN, noun) for noun in nouns if " " in noun)


@cache
def _read_turn(entries: tuple[str, ...]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(entry.split()) for entry in entries)


def _read_question(name: str, table: Mapping[str, Any]) -> Question:
    answers, options = table["answers"], table.get("options", {})
    pairs = {frozenset((a, b)) for group in options.get("near", ()) for a in group for b in group if a != b}
    pairs |= {frozenset((general, one)) for general, ones in options.get("within", {}).items() for one in ones}
    last = frozenset(options.get("last", ()))
    if unknown := ({a for pair in pairs for a in pair} | last) - {*answers}:
        raise ValueError(f"accounts: {name} has no answer {', '.join(sorted(unknown))}")
    turn = _read_turn(tuple(table["turn"]))
    return Question(
        name,
        table["asks"],
        turn,
        frozenset(pairs),
        last,
        frozenset(options.get("unless", ())),
        options.get("beside", False),
        options.get("same", False),
    )


def _spell_apart(entry: str) -> tuple[str, ...]:
    """A phrase as listed, and with its compounds written apart ("short-circuit", "short circuit")."""
    return (entry, entry.replace("-", " ")) if "-" in entry else (entry,)


def _read_row(question: str, answer: str, text: str) -> Row:
    needs = text[0] if text[0] in NEEDS else ""
    words = tuple(tuple(w.split("|")) for w in text.lstrip(NEEDS).split() if w not in ARTICLES)
    literal = frozenset(w[0] for w in words if len(w) == 1) - {*GAPS}
    denies = any(not DENYING.isdisjoint(w) for w in words)
    return Row(question, answer, words, needs, literal, denies)


def find_question(name: str) -> Question:
    """The question of a name. Raises KeyError where there is none."""
    return load_questions()[0][name]
