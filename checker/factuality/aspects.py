"""Aspects: questions with few answers that articles put in many words (held or free, kept or struck out, calm or not).

``data/aspects/*.toml`` holds an aspect a table: ``asks``, the ``poles`` with the phrases that give each answer (a list,
or one line with semicolons, which is read faster), and options. A phrase is a row of words that match a lemma or a word
as it stands; articles, possessives and adverbs between them are passed over. ``_`` stands for up to three words,
``__`` for up to seven, ``#`` for a figure, ``@`` for a thing of the aspect's sorts, ``a|b`` for either word; ``/v``,
``/a`` and ``/n`` bind a word to its part of speech. ``sorts`` are the kinds of thing that an aspect is said of: words
of one sort stand for one another. Options:

- ``needs = "sort"``: it is said of one of the sorts; ``thing``, ``person``: of any thing, of a person; ``event``: of
  what the article is about as a whole.
- ``opposed``: the poles that cannot both be so (without it, the first two), or ``"all"``: every two of them but the
  pairs in ``near``; ``exhaustive``: a denial asserts the other.
- ``lone``: not asked where an article tells of several people of whom it may be said.
- ``briefly``: in short reports it is asked as a matter, too.
- ``main``: an article that gives one answer only gives it of its event; ``extent``: it may be so of all or of a part;
  ``sole``: nothing is compared where an article gives more than one answer (of a thing of one sort), and of longer
  reports only what is told in telling words that both have;
  ``matter``: asked of short reports only, whose event has one such question: those that give one answer speak of it;
  ``sides``: it has one for each of two sides, known by name.
- ``modal``: what must or may be says it as well as what is; ``future``: so does what will be.
- ``object``: a lone verb says it of its object only, never of its subject.
- ``wider``: where given, two words of one sort name one thing only where one is among these ("ship" beside "ferry").
- ``steps``: one pole may follow upon the other in time; ``lasting``: poles whose words say that they went on so.
- ``context``, ``context_unless``: words of which the sentence must hold one, or none (``context_of``: for one pole);
  ``whole``: poles that hold only where no part is left out.

A table ``nouns`` gives by pole words that stand for ``$`` in each of the ``frames`` ("shot in the $"). A table
``verbs`` gives by pole the verbs whose object is a thing of the sorts, in either voice ("throw out"), a table ``acts``
those whose subject is one ("collapse"); of matters the parse is asked for them, too (``governed``).
"""

from __future__ import annotations

import tomllib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Any

from checker.language.trees import BE_FORMS
from checker.lexicon import verb_of
from checker.model import Role

ARTICLES = frozenset("a an the its his her their our my your this that these those 's ’s s - –".split())
"""Words that are left out of phrases."""

PASSED_OVER = ARTICLES | frozenset("all both each been being".split())
"""Words of the text that a phrase is matched across, where the phrase does not have them."""

DENYING = frozenset("no not n't never nobody none nothing without neither nor hardly nowhere".split())
"""Words that make a phrase or what follows them a denial."""

FIGURE, THING = "#", "@"
GAPS = {"_": 3, "__": 7}
"""Words that may stand where a phrase leaves room."""
UNSAID = frozenset({*GAPS, FIGURE, THING})
"""What stands in a phrase for words that it does not name."""

AUXILIARIES = dict.fromkeys(BE_FORMS - {"'s"}, "be") | dict.fromkeys(("has", "had", "having"), "have")
"""What phrases call the auxiliaries by: the pipeline gives them no lemma of their own ("was rejected", "has gone")."""

MODALS = frozenset("must may can cannot".split())
"""Auxiliaries that a phrase may have in it: with them it states a duty or a right, which is so ("must leave")."""

MANY = 16
"""Phrases with one first word from which they are told apart by another word."""

ASKED = frozenset({"needs", "person", "thing"})
"""Options that say of whom or what an aspect is asked."""

TAGS = {"v": ("VB",), "a": ("JJ", "VBN"), "n": ("NN",)}


@dataclass(frozen=True, slots=True)
class Aspect:
    """One question with its answers (``poles``, in order) and what is asked of its statements."""

    name: str
    asks: str
    poles: tuple[str, ...]
    opposed: frozenset[frozenset[str]]
    kind: str
    sorts: Mapping[str, str]
    exhaustive: bool = False
    object: bool = False
    main: bool = False
    sole: bool = False
    matter: bool = False
    sides: bool = False
    extent: bool = False
    lone: bool = False
    modal: bool = False
    future: bool = False
    wider: frozenset[str] = frozenset()
    steps: bool = False
    lasting: frozenset[str] = frozenset()
    whole: frozenset[str] = frozenset()
    context: frozenset[str] = frozenset()
    context_of: Mapping[str, frozenset[str]] = field(default_factory=dict)
    context_unless: frozenset[str] = frozenset()

    def opposites(self, pole: str) -> frozenset[str]:
        """The poles that cannot be so beside this one."""
        return frozenset(p for pair in self.opposed if pole in pair for p in pair if p != pole)

    def instead(self, pole: str) -> str | None:
        """What the denial of a pole asserts; None where it leaves more than one answer."""
        others = self.opposites(pole)
        return next(iter(others)) if self.exhaustive and len(others) == 1 else None


@dataclass(frozen=True, slots=True)
class Phrase:
    """A row of words that gives one answer; ``denies`` says that it has a word of denial in it.

    Each word is given with the others that may stand for it; ``literal`` are words that a sentence must hold.
    ``reaching`` says that it leaves room for many words (``__``), ``modal`` that it has an auxiliary of duty or right.
    """

    aspect: str
    pole: str
    words: tuple[tuple[tuple[str, ...], str], ...]
    denies: bool
    literal: frozenset[str] = frozenset()
    reaching: bool = False
    modal: bool = False


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase found: the first and the last token (indices into the sentence), and where its thing stands.

    ``parsed`` says that the parse shows its verb to govern the thing.
    """

    phrase: Phrase
    first: int
    last: int
    thing: int | None = None
    parsed: bool = False


@dataclass(frozen=True, slots=True)
class Phrases:
    """The phrases by their first words: as written (aspect, pole, words), and read when a text has the first word.

    There are tens of thousands, of which an article meets few.
    """

    written: Mapping[str, Sequence[tuple[str, str, str]]]
    _read: dict[str, Mapping[str, tuple[Phrase, ...]]] = field(default_factory=dict, init=False, repr=False)

    def opened_by(self, first: str) -> Mapping[str, tuple[Phrase, ...]]:
        """The phrases of a first word by another word that the sentence must hold ("" for none), their rarest."""
        found = self._read.get(first)
        if found is None:
            phrases = [_read_phrase(*one) for one in dict.fromkeys(self.written.get(first, ()))]
            found = self._read[first] = _sort_by_rarest(first, phrases)
        return found


@dataclass(frozen=True, slots=True)
class Aspects:
    """All aspects, their phrases by first word, and the phrases that a thing of the sorts opens by its first word.

    ``openings`` are the first words of all phrases. ``governing`` gives by verb the answers that it gives of its object
    or its subject, where that is a thing of the sorts.
    """

    named: Mapping[str, Aspect]
    phrases: Phrases
    things: Mapping[str, tuple[str, ...]]
    openings: frozenset[str]
    governing: Mapping[str, tuple[tuple[Phrase, Role], ...]] = field(default_factory=dict)


_Read = tuple[Aspect, tuple[tuple[str, tuple[str, str, str]], ...], tuple[tuple[str, Phrase, Role], ...]]
"""An aspect as read from its table: its phrases as written by their first words, and its verbs."""


@cache
def load_aspects(*, brief: bool = False) -> Aspects:
    """Read the data files, with ``brief`` also those of the matters that are asked of short reports only.

    Raises ValueError where a pair or an option names a pole that is not there, or two tables have one name.
    """
    named: dict[str, Aspect] = {}
    phrases: dict[str, list[tuple[str, str, str]]] = defaultdict(list)
    governing: dict[str, list[tuple[Phrase, Role]]] = defaultdict(list)
    folder = files("checker.factuality") / "data" / "aspects"
    places = [(one.name,) for one in folder.iterdir()]
    more = [("matters", one.name) for one in (folder / "matters").iterdir()] if brief else []
    for place in sorted([*places, *more], key=lambda place: place[-1]):
        if place[-1].endswith(".toml"):
            for aspect, opened, governed in _read_file(*place):
                if aspect.matter and not brief:
                    continue
                if aspect.name in named:
                    raise ValueError(f"aspects: {aspect.name} is given twice")
                named[aspect.name] = aspect
                for verb, phrase, role in governed if aspect.matter else ():
                    governing[verb].append((phrase, role))
                for first, written in opened:
                    phrases[first].append(written)
    things: dict[str, list[str]] = defaultdict(list)
    for aspect in named.values():
        if (key := f"{THING} {aspect.name}") in phrases:
            for word in dict.fromkeys(word.split()[0] for word in aspect.sorts):
                things[word].append(key)
    return Aspects(
        named,
        Phrases(phrases),
        {word: tuple(keys) for word, keys in things.items()},
        frozenset((*phrases, *things)),
        {verb: tuple(found) for verb, found in governing.items()},
    )


def _sort_by_rarest(first: str, phrases: Sequence[Phrase]) -> dict[str, tuple[Phrase, ...]]:
    """The phrases of one first word by the rarest of the words that they cannot do without, the first word aside."""
    if len(phrases) < MANY:
        return {"": tuple(phrases)}
    counts = Counter(word for phrase in phrases for word in phrase.literal)
    by_word: dict[str, list[Phrase]] = defaultdict(list)
    for phrase in phrases:
        others = [word for word in phrase.literal if word != first]
        rarest = min(others, key=lambda word: (counts[word], word), default="")
        free = [forms for forms, _ in phrase.words[1:] if UNSAID.isdisjoint(forms)]
        for word in (rarest,) if rarest else min(free, key=lambda forms: (len(forms), forms), default=("",)):
            by_word[word].append(phrase)
    return {word: tuple(kept) for word, kept in by_word.items()}


@cache
def _read_file(*place: str) -> tuple[_Read, ...]:
    """The aspects of a data file, each with its phrases and the words that they are looked up by, and its verbs."""
    text = files("checker.factuality").joinpath("data", "aspects", *place).read_text("utf-8")
    tables = tomllib.loads(text)
    twins = {
        f"{name}_in_brief": {
            **table,
            "options": {k: v for k, v in options.items() if k not in ASKED} | {"matter": True},
        }
        for name, table in tables.items()
        if (options := table.get("options", {})).get("briefly")
    }
    return tuple(_read_aspect_phrases(name, table) for name, table in (*tables.items(), *twins.items()))


def _read_aspect_phrases(name: str, table: Mapping[str, Any]) -> _Read:
    aspect = _read_aspect(name, table)
    verbs = table.get("verbs", {})
    entries = (
        (pole, entry)
        for pole in aspect.poles
        for entry in dict.fromkeys((*_list_entries(table, pole), *_framed(table, pole), *_voices(verbs.get(pole, ()))))
    )
    opened = tuple(opened for pole, entry in entries for opened in _open_phrase(name, pole, entry))
    governed = dict.fromkeys(one for pole in aspect.poles for one in _list_verbs(table, pole))
    return aspect, opened, tuple((verb, Phrase(name, pole, (), False), role) for pole, verb, role in governed)


def _list_entries(table: Mapping[str, Any], pole: str) -> Sequence[str]:
    """The phrases of a pole, given as a list or, which is read faster, in one line with semicolons."""
    given = table.get("poles", {}).get(pole, ())
    return given.split("; ") if isinstance(given, str) else given


def _framed(table: Mapping[str, Any], pole: str) -> Iterator[str]:
    """The phrases that the frames of a table make with the nouns of a pole; single words stand for each other."""
    nouns = table.get("nouns", {}).get(pole, ())
    single = "|".join(noun for noun in nouns if " " not in noun)
    for frame in table.get("frames", ()):
        yield from (frame.replace("$", noun) for noun in (single, *(n for n in nouns if " " in n)) if noun)


def _list_verbs(table: Mapping[str, Any], pole: str) -> Iterator[tuple[str, str, Role]]:
    """The verbs that give an answer of their object or their subject: listed ones, and those of bare phrases."""
    for verb in table.get("verbs", {}).get(pole, ()):
        yield pole, verb, Role.PATIENT
    for verb in table.get("acts", {}).get(pole, ()):
        yield pole, verb, Role.AGENT
    for entry in _list_entries(table, pole):
        if not entry.startswith(f"{THING} __ be ") and not entry.endswith(f" of {THING}"):
            continue
        match entry.split():
            case ["@", "__", "be", verb] if verb.isalpha():
                yield pole, verb, Role.PATIENT
            case [noun, "of", "@"] if (named := verb_of(noun)) is not None:
                yield pole, named, Role.PATIENT


def find_aspect(name: str) -> Aspect:
    """The aspect of a name, whatever articles it is asked of. Raises KeyError where there is none."""
    return load_aspects().named.get(name) or load_aspects(brief=True).named[name]


def _read_aspect(name: str, table: Mapping[str, Any]) -> Aspect:
    options = table.get("options", {})
    poles = tuple(dict.fromkeys((*table.get("poles", {}), *table.get("nouns", {}))))
    pairs = options.get("opposed", [poles[:2]])
    if pairs == "all":
        near = {frozenset(pair) for pair in options.get("near", ())}
        pairs = [pair for pair in combinations(poles, 2) if frozenset(pair) not in near]
    used = {p for pair in pairs for p in pair} | {*options.get("lasting", ())} | {*options.get("whole", ())}
    if unknown := used - {*poles}:
        raise ValueError(f"aspects: {name} has no pole {', '.join(sorted(unknown))}")
    needs = options.get("needs", "event")
    kind = next((k for k in ("person", "thing") if k in options), needs)
    return Aspect(
        name,
        table["asks"],
        poles,
        frozenset(frozenset(pair) for pair in pairs),
        kind,
        {word: sort[0] for sort in table.get("sorts", ()) for word in sort},
        exhaustive=options.get("exhaustive", False),
        object=options.get("object", False),
        main=options.get("main", False),
        sole=options.get("sole", False),
        matter=options.get("matter", False),
        sides=options.get("sides", False),
        extent=options.get("extent", False),
        lone=options.get("lone", False),
        modal=options.get("modal", False),
        future=options.get("future", False),
        wider=frozenset(options.get("wider", ())),
        steps=options.get("steps", False),
        lasting=frozenset(options.get("lasting", ())),
        whole=frozenset(options.get("whole", ())),
        context=frozenset(options.get("context", ())),
        context_of={pole: frozenset(words) for pole, words in options.get("context_of", {}).items()},
        context_unless=frozenset(options.get("context_unless", ())),
    )


def _voices(verbs: Iterable[str]) -> Iterator[str]:
    """The phrases for a verb with its object: "reject/v __ @" and "@ __ reject/v", "turn/v _ @ down"."""
    for verb in verbs:
        first, _, particle = verb.partition(" ")
        yield f"{first}/v {particle} __ @"
        yield f"@ __ {first}/v {particle}"
        if particle:
            yield f"{first}/v _ @ {particle}"


def _open_phrase(aspect: str, pole: str, entry: str) -> Iterator[tuple[str, tuple[str, str, str]]]:
    """A phrase by each word that it is looked up by; compounds also written apart ("shoot-out", "shoot out")."""
    for text in (entry, entry.replace("-", " ")) if "-" in entry else (entry,):
        opening = next(word for word in text.split() if word not in ARTICLES)
        for first in _read_word(opening)[0][0] if THING not in opening else (f"{THING} {aspect}",):
            yield first, (aspect, pole, text)


def _read_phrase(aspect: str, pole: str, text: str) -> Phrase:
    read = [_read_word(w) for w in text.split() if w not in ARTICLES]
    words = tuple([word for word, _, _ in read])
    literal = frozenset([said for _, said, _ in read if said])
    said = {form for forms, _ in words for form in forms}
    denies, modal = any(denies for _, _, denies in read), not MODALS.isdisjoint(said)
    return Phrase(aspect, pole, words, denies, literal, "__" in said, modal)


@cache
def _read_word(word: str) -> tuple[tuple[tuple[str, ...], str], str, bool]:
    """A word of a phrase with its tag, the form that a sentence must hold ("" for none), and whether it denies."""
    parts = [form.partition("/") for form in word.split("|")]
    forms = tuple([form for form, _, _ in parts])
    said = forms[0] if len(forms) == 1 and forms[0] not in UNSAID else ""
    return (forms, parts[-1][2]), said, not DENYING.isdisjoint(forms)
