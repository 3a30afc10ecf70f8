"""Scales: wordings for one matter in the order of how far they go, read from a rule's word list and found in a text.

A scale holds the degrees of one thing ("what the trouble was": 1 incident, 2 clash, 3 riot), each with its wordings.
In a file it is a table ``[scales.NAME]`` with ``asks``, the degrees as keys (``1 = [...]``) and, where they help,
``with`` (the sentence must hold one of these words), ``without`` (none of these) and settings of the rule's own.

A wording is a sequence of base forms. ``a|b`` takes either word, ``_`` stands for up to three words, ``#`` for a
number; articles and possessives of the text are passed over. Of overlapping wordings of one scale the longest holds.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path

from checker.lexicon.inflection import base_forms
from checker.lexicon.wordlists import load_words
from checker.model import Token

PASSED_OVER = frozenset(
    ("a", "an", "the", "its", "his", "her", "their", "our", "my", "your", "this", "that", "these", "those", "'s", "’s")
)
PARTICLES = frozenset(("off", "out", "up", "in", "on", "over"))
"""Words that are no base of the nouns and adjectives made of them: "offer" is no form of "off"."""

GAP, NUMBER, EITHER = "_", "#", "|"
WIDEST_GAP = 3
CARDINAL = "CD"


@dataclass(frozen=True, slots=True)
class Scale:
    """A matter that wordings go further or less far in; ``settings`` are the keys of its table that are no degrees."""

    name: str
    asks: str
    settings: Mapping[str, object] = field(default_factory=dict, hash=False, compare=False)

    def words(self, setting: str) -> frozenset[str]:
        """The words that a setting lists; empty when it is not there."""
        listed = self.settings.get(setting, ())
        return frozenset(str(word) for word in listed) if isinstance(listed, list) else frozenset()


@dataclass(frozen=True, slots=True)
class Wording:
    """A place in a sentence that holds a wording: its scale and degree, and the first and last of its tokens."""

    scale: Scale
    degree: int
    first: Token
    last: Token


@dataclass(frozen=True, slots=True)
class _Form:
    """A wording of a degree of a scale: the words of which one must stand at each place."""

    words: tuple[frozenset[str], ...]
    scale: Scale
    degree: int


@dataclass(frozen=True, slots=True)
class Scales:
    """The scales of some files: their wordings by each word that can open one, and themselves by name.

    Those of one opening are held by each word that can close them, "" where a number may.
    """

    forms: Mapping[str, Mapping[str, Sequence[_Form]]]
    by_name: Mapping[str, Scale]


@cache
def load_scales(*paths: Path) -> Scales:
    """Read the scales of a rule's word lists.

    Raises ValueError for a scale without degrees, one that is there already, and a wording that cannot be met.
    """
    forms: dict[str, dict[str, list[_Form]]] = defaultdict(lambda: defaultdict(list))
    scales: dict[str, Scale] = {}
    for path in paths:
        for name, table in load_words(path)["scales"].items():
            degrees = {int(key): entries for key, entries in table.items() if key.isdigit()}
            if not degrees:
                raise ValueError(f"{path}: the scale {name} has no degrees")
            if name in scales:
                raise ValueError(f"{path}: there is a scale {name} already")
            scale = Scale(name, table["asks"], {k: v for k, v in table.items() if not k.isdigit() and k != "asks"})
            scales[name] = scale
            for degree, entries in degrees.items():
                for entry in entries:
                    form = _read_form(entry, scale, degree, path)
                    last = form.words[-1]
                    for opening in form.words[0]:
                        for closing in last if last.isdisjoint((GAP, NUMBER)) else ("",):
                            forms[opening][closing].append(form)
    return Scales(forms, scales)


def _read_form(entry: str, scale: Scale, degree: int, path: Path) -> _Form:
    words = tuple(frozenset(word.split(EITHER)) for word in entry.split())
    if not words or words[0] & {GAP, NUMBER}:
        raise ValueError(f"{path}: {scale.name}: a wording cannot open with {entry[:1]!r}")
    if any(word <= PASSED_OVER for word in words):
        raise ValueError(f"{path}: {scale.name}: {entry!r} has a word that is passed over in a text")
    return _Form(words, scale, degree)


@lru_cache(maxsize=65536)
def _forms_of(text: str, lemma: str) -> frozenset[str]:
    """Every form that a word may be listed under: as it stands, its lemma, and its bases where the tagger erred.

    Empty for a word that is passed over.
    """
    text = text.lower()
    if text in PASSED_OVER:
        return frozenset[str]()
    return frozenset((text, lemma.lower(), *(base for base in base_forms(text) if base not in PARTICLES)))


def find_wordings(scales: Scales, tokens: Sequence[Token]) -> Iterator[Wording]:
    """The wordings of a sentence, in the order of the text; ``with`` and ``without`` are observed."""
    kept, held = [], []
    for token in tokens:
        if forms := _forms_of(token.text, token.lemma):
            kept.append(token)
            held.append(forms)
    everything = frozenset[str]().union(*held)
    openings = everything & scales.forms.keys()
    if not openings:
        return
    closings = {*everything, ""}
    opened = {}
    for opening in openings:
        by_closing = scales.forms[opening]
        if met := [form for closing in by_closing.keys() & closings for form in by_closing[closing]]:
            opened[opening] = met
    found: list[tuple[int, int, _Form]] = []
    for start, words in enumerate(held) if opened else ():
        for opening in words & opened.keys():
            for form in opened[opening]:
                end = _match(form.words, held, kept, start)
                if end is not None:
                    found.append((start, end, form))
    if not found:
        return
    longest: dict[tuple[str, int], tuple[int, int, _Form]] = {}
    for start, end, form in found:
        scale = form.scale
        needed, barred = scale.words("with"), scale.words("without")
        if (needed and not needed & everything) or barred & everything:
            continue
        covered = any(
            s <= start and end <= e and (e - s > end - start or other.degree > form.degree) and other.scale == scale
            for s, e, other in found
            if (s, e, other) != (start, end, form)
        )
        if not covered:
            longest.setdefault((scale.name, start), (start, end, form))
    for start, end, form in sorted(longest.values(), key=lambda f: (f[0], f[1], f[2].scale.name)):
        yield Wording(form.scale, form.degree, kept[start], kept[end - 1])


def _match(
    words: Sequence[frozenset[str]], held: Sequence[frozenset[str]], tokens: Sequence[Token], start: int
) -> int | None:
    """Where a wording that starts at ``start`` ends (exclusive); None if it does not match."""
    at, gap = start, 0
    for word in words:
        if GAP in word:
            gap = WIDEST_GAP
            continue
        for here in range(at, min(at + gap + 1, len(held))):
            if not word.isdisjoint(held[here]) or (NUMBER in word and tokens[here].tag == CARDINAL):
                break
        else:
            return None
        at, gap = here + 1, 0
    return at
