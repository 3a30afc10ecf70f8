"""Names that one article spells like no other: "Bernard Tillmann" where everybody else has "Bernard Tillman".

Two names of an event are taken for two spellings of one where they are the same but for a letter or two of one word.
The rarer one is called the misspelling only where a single article has it, and the other is had by two origins or by
that article too: where outlets are evenly divided, each follows its own way of writing a foreign name.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from checker.lexicon import base_forms
from checker.model import Document, MentionKind, Span
from checker.names.tables import load_gazetteer, load_words
from checker.values.entities import fold_name
from checker.values.respelling import respell

NAMED = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.PLACE)

ALONE = 6
"""Letters from which a name of one word is hardly ever another name but for one letter."""

BESIDE = 5
"""The same for a word whose neighbours are the same in both names."""

TWO_SLIPS = 7
"""Letters from which a word beside the same neighbours may have two letters wrong."""

ORIGINS = 2
"""Origins that have to write a name as one article does not."""

ENDINGS = frozenset({"s", "es", "n", "an", "ian", "ese", "ish", "i", "er", "ers", "ed", "ing", "al", "ly", "y", "ist"})
"""What makes another word of a word: "China", "Chinese"; "Democrat", "Democrats"."""


@dataclass(frozen=True, slots=True)
class Written:
    """A name as it stands in an article: where, and in which of its sentences."""

    document: Document
    span: Span
    sentence: int

    @property
    def text(self) -> str:
        """The exact words."""
        return self.span.of(self.document.text)


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A name as one article has it, and as others have it, once an article in the order of their ids."""

    rare: Written
    usual: tuple[Written, ...]


Held = dict[str, Written]
OriginOf = Callable[[str, int], str]


def find_misspellings(documents: Sequence[Document], origin_of: OriginOf) -> Iterator[Misspelling]:
    """The misspelt names of an event's articles; ``origin_of`` gives the origin of a sentence (article id, number)."""
    names: dict[str, Held] = defaultdict(dict)
    beside: dict[str, set[str]] = defaultdict(set)
    for document in documents:
        for name, written in _read_names(document):
            names[name].setdefault(document.article.id, written)
        for mention in document.mentions:
            if mention.kind is MentionKind.PERSON:
                words = fold_name(mention.text).split()
                for word in words:
                    beside[word].update(other for other in words if other != word)
    holders: dict[str, Held] = defaultdict(dict)
    for name, held in names.items():
        for word in name.split():
            for article, written in held.items():
                holders[word].setdefault(article, written)
    told: set[tuple[str, str]] = set()
    for one, other, word, its in _pair_names(names):
        ends = sorted(((word, one), (its, other)), key=lambda end: (len(holders[end[0]]), end[1]))
        (rare, misspelt), (usual, right) = ends
        if (rare, usual) in told or len(holders[rare]) != 1:
            continue
        if beside[rare] and beside[usual] and beside[rare].isdisjoint(beside[usual]):
            continue  # "Jan Hansen" and "Mia Hanson" are two people
        article = next(iter(holders[rare]))
        outside = {origin_of(name, end.sentence) for name, end in holders[usual].items() if name != article}
        if article in holders[usual] or len(outside) >= ORIGINS:
            told.add((rare, usual))
            shown = holders[usual] | names[right]
            yield Misspelling(names[misspelt][article], tuple(shown[name] for name in sorted(shown)))


def _read_names(document: Document) -> Iterator[tuple[str, Written]]:
    """The names of an article, folded: longer ones as they were found, and every word with a capital that is a name."""
    for mention in document.mentions:
        if mention.kind in NAMED:
            yield fold_name(mention.text), Written(document, mention.span, mention.sentence)
    for token in document.tokens:
        text = token.text
        if len(text) >= ALONE and text[0].isupper() and token.tag.startswith("NNP") and not text.isupper():
            yield fold_name(text), Written(document, token.span, token.sentence)


def _pair_names(names: Mapping[str, Held]) -> Iterator[tuple[str, str, str, str]]:
    """Pairs of names that differ in the spelling of one word, with that word of each; the longer names first."""
    blocks: dict[tuple[str, ...], list[tuple[str, str]]] = defaultdict(list)
    for name in sorted(names, key=lambda name: (-len(name.split()), name)):
        words = name.split()
        for at, word in enumerate(words):
            if len(words) > 1 and len(word) >= BESIDE:
                blocks[(str(at), word[0], *words[:at], *words[at + 1 :])].append((name, word))
        if len(words) == 1 and len(name) >= ALONE:
            blocks[name[0],].append((name, name))
    for key, block in blocks.items():
        for (one, word), (other, its) in combinations(block, 2):
            if _may_be_slip(word, its, alone=len(key) == 1):
                yield one, other, word, its


def _may_be_slip(one: str, other: str, *, alone: bool) -> bool:
    """Whether one of two folded words may be the other with a letter or two wrong, and is not a word of its own."""
    from rapidfuzz.distance import DamerauLevenshtein

    if not (one.isalpha() and other.isalpha()) or abs(len(one) - len(other)) > 1:
        return False
    most = 2 if not alone and min(len(one), len(other)) >= TWO_SLIPS else 1
    apart = DamerauLevenshtein.distance(one, other, score_cutoff=most)
    if apart > most or _is_form(one, other) or respell(one) == respell(other):
        return False
    given, places = load_words().given, load_gazetteer()
    if all(word in given for word in (one, other)):
        return False  # "Sergei" and "Sergey", "Julia" and "Julie"
    known = [word in places.places or word in places.demonyms for word in (one, other)]
    words = [bool(base_forms(word)) for word in (one, other)]
    if alone:
        return not any(words) and not all(known)
    return not all(known) and not (all(words) and apart > 1)


def _is_form(one: str, other: str) -> bool:
    """Whether one word is the other with an ending."""
    short, long = sorted((one, other), key=len)
    stem = short.rstrip("aey")
    return any(long.startswith(base) and long[len(base) :] in ENDINGS for base in (short, stem))
