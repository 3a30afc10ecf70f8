"""The WordNet 3.0 tables: words with their senses and how frequent each is, and the graph of synsets.

The tables are built by ``scripts/build_lexicon.py`` (its docstring gives the formats); they are unpacked on first use,
in about 30 ms, and words are then found by binary search in the unpacked lines, so that nothing is built in advance.
WordNet Release 3.0, Princeton University; licence in ``data/WORDNET_LICENSE``.
"""

from __future__ import annotations

import gzip
import sys
from array import array
from bisect import bisect_left
from collections.abc import KeysView
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, get_args

Pos = Literal["n", "v", "a", "r"]
POS: tuple[Pos, ...] = get_args(Pos)

_RELATIONS = ("hypernyms", "antonyms", "similar")


@dataclass(frozen=True, slots=True, eq=False)
class Word:
    """A lemma in one part of speech; ``word`` gives the same object each time, so that it is quick to look up by.

    ``senses`` are synset numbers, most frequent first; ``shares`` how much of the word's use is in each (they sum to 1;
    see ``share_out``); ``count`` is how often SemCor has the word. ``derived`` and ``antonyms`` are (rank of the
    sense, part of speech, lemma).
    """

    lemma: str
    pos: str
    senses: tuple[int, ...]
    shares: tuple[float, ...]
    count: int
    derived: tuple[tuple[int, str, str], ...]
    antonyms: tuple[tuple[int, str, str], ...]

    def share(self, synset: int) -> float:
        """How much of the word's use is in this sense; 0 when it has no such sense."""
        return self.shares[self.senses.index(synset)] if synset in self.senses else 0.0


@dataclass(frozen=True, slots=True)
class Graph:
    """The synsets: targets of each relation behind start offsets, information content and lexicographer file."""

    starts: dict[str, array[int]]
    targets: dict[str, array[int]]
    information: bytes
    lexfiles: bytes

    def related(self, relation: str, synset: int) -> array[int]:
        """The synsets that a synset has a relation to."""
        starts = self.starts[relation]
        return self.targets[relation][starts[synset] : starts[synset + 1]]


def share_out(counts: tuple[int, ...], senses: int) -> tuple[float, ...]:
    """Shares of the senses: tag counts smoothed by 1/rank squared, since untagged senses come in likely order.

    >>> [round(s, 2) for s in share_out((), 2)]
    [0.8, 0.2]
    """
    weights = [(counts[k] if k < len(counts) else 0) + 1 / (k + 1) ** 2 for k in range(senses)]
    total = sum(weights)
    return tuple(w / total for w in weights)


def unpack(name: str) -> bytes:
    """The unpacked bytes of a table."""
    return gzip.decompress(files("checker.lexicon").joinpath("data", name).read_bytes())


@cache
def _lines() -> list[bytes]:
    """The lines of the word table, sorted."""
    return unpack("wordnet_words.tsv.gz").strip(b"\n").split(b"\n")


@cache
def graph() -> Graph:
    """The table of synsets."""
    packed = memoryview(unpack("wordnet_synsets.bin.gz"))

    def take(at: int, length: int) -> array[int]:
        values = array("I")
        values.frombytes(packed[at : at + 4 * length])
        if sys.byteorder == "big":
            values.byteswap()
        return values

    size = take(0, 1)[0]
    at = 4
    starts, targets = {}, {}
    for relation in _RELATIONS:
        starts[relation] = take(at, size + 1)
        at += 4 * (size + 1)
        targets[relation] = take(at, starts[relation][size])
        at += 4 * starts[relation][size]
    return Graph(starts, targets, bytes(packed[at : at + size]), bytes(packed[at + size :]))


@lru_cache(maxsize=65536)
def _lines_of(lemma: str) -> dict[str, bytes]:
    """The lines of a lemma by part of speech, found by one binary search: they stand together."""
    if "\t" in lemma or "\n" in lemma:
        return {}
    lines, key = _lines(), f"{lemma}\t".encode()
    at, found = bisect_left(lines, key), {}
    while at < len(lines) and lines[at].startswith(key):
        found[chr(lines[at][len(key)])] = lines[at]
        at += 1
    return found


def parts_of(lemma: str) -> KeysView[str]:
    """The parts of speech in which a lower-case lemma (spaces inside a phrase) is there."""
    return _lines_of(lemma).keys()


def _parse_links(column: str) -> tuple[tuple[int, str, str], ...]:
    links = (entry.split(":", 2) for entry in column.split(",") if entry)
    return tuple((int(rank), pos, lemma) for rank, pos, lemma in links)


@lru_cache(maxsize=65536)
def word(lemma: str, pos: str) -> Word | None:
    """Look up a lower-case lemma (spaces inside a phrase) in one part of speech: ``n``, ``v``, ``a`` or ``r``."""
    line = _lines_of(lemma).get(pos)
    if line is None:
        return None
    _, _, senses, counts, derived, antonyms = line.decode().split("\t")
    numbers = tuple(map(int, senses.split(",")))
    tags = tuple(map(int, counts.split(","))) if counts else ()
    shares = share_out(tags, len(numbers))
    return Word(lemma, pos, numbers, shares, sum(tags), _parse_links(derived), _parse_links(antonyms))


@lru_cache(maxsize=65536)
def words(lemma: str) -> tuple[Word, ...]:
    """A lemma in every part of speech that it has."""
    return tuple(found for pos in POS if (found := word(lemma, pos)) is not None)


@lru_cache(maxsize=65536)
def ancestors(synset: int) -> dict[int, int]:
    """The synset itself and its hypernyms, with the fewest steps up to each."""
    steps = {synset: 0}
    frontier = [synset]
    while frontier:
        above = [p for s in frontier for p in graph().related("hypernyms", s)]
        depth = steps[frontier[0]] + 1
        frontier = [p for p in dict.fromkeys(above) if p not in steps]
        steps.update(dict.fromkeys(frontier, depth))
    return steps


def information(synset: int) -> float:
    """Information content, 0 (a root such as "entity") to 1 (never seen in SemCor, nothing below it)."""
    return graph().information[synset] / 255
