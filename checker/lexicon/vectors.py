"""Which words belong to one matter: vectors of words, and how related two words are.

Looser than ``similarity``: "spectator" is no synonym of "stadium", yet claims that name them may be about one crowd. It
says that words go together, opposites and siblings among them, so it may link claims and must never decide a value.
The vectors are built by ``scripts/build_vectors.py`` from WordNet 3.0 and the product's own lists; its docstring says
how. They are small whole numbers, so that sums of their products are exact and the same on every machine.
NumPy is imported when a word is first looked up: it takes longer than reading the vectors.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from checker.lexicon.familiarity import root_form
from checker.lexicon.wordnet import unpack

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

STRANGERS = 0.15
"""The cosine that two words picked at random seldom exceed: nine pairs in ten lie below it."""

KIN = 0.85
"""The cosine from which two words are as related as words of one matter get."""


@dataclass(frozen=True, slots=True)
class _Table:
    rows: NDArray[np.int8]
    places: dict[str, int]
    length: float


@cache
def _table() -> _Table:
    import numpy as np

    packed = unpack("word_vectors.bin.gz")
    end = packed.index(b"\n")
    count, dimensions, length = packed[:end].decode().split()
    words, size = int(count), int(dimensions)
    at = len(packed) - words * size
    listed = packed[end + 1 : at - 1].decode().split("\n")
    rows = np.frombuffer(packed, dtype=np.int8, offset=at).reshape(words, size)
    return _Table(rows, dict(zip(listed, range(words), strict=True)), float(length))


def row_length() -> float:
    """The length of every vector, but for rounding (1 %)."""
    return _table().length


@lru_cache(maxsize=65536)
def _place(lemma: str) -> int | None:
    places = _table().places
    return places[lemma] if lemma in places else places.get(root_form(lemma))


def vector(lemma: str) -> NDArray[np.int8] | None:
    """The vector of a lower-case lemma (or form): whole numbers, ``row_length`` long; None for an unknown word."""
    place = _place(lemma)
    return None if place is None else _table().rows[place]


def stack_vectors(lemmas: Sequence[str]) -> NDArray[np.float64]:
    """The vectors of several lemmas, a row each, whole numbers; zeros for an unknown word.

    A phrase ("prime minister", "injury.injure") stands for the mean of the words in it that are known.
    """
    import numpy as np

    table = _table()
    stacked = np.zeros((len(lemmas), table.rows.shape[1]))
    for row, lemma in enumerate(lemmas):
        place = _place(lemma)
        if place is not None:
            stacked[row] = table.rows[place]
            continue
        parts = [p for part in lemma.replace(".", " ").replace("_", " ").split() if (p := _place(part)) is not None]
        if parts:
            stacked[row] = np.rint(table.rows[parts].sum(axis=0, dtype=np.int64) / len(parts))
    return stacked


def _calibrate(cosines: NDArray[np.float64]) -> NDArray[np.float64]:
    import numpy as np

    calibrated: NDArray[np.float64] = np.clip((cosines - STRANGERS) / (KIN - STRANGERS), 0.0, 1.0)
    return calibrated


def relate_all(ones: Sequence[str], others: Sequence[str]) -> NDArray[np.float64]:
    """``relatedness`` of each of some lemmas (rows) to each of others (columns)."""
    import numpy as np

    a, b = stack_vectors(ones), stack_vectors(others)
    lengths = np.sqrt(np.outer((a * a).sum(axis=1), (b * b).sum(axis=1)))
    found = _calibrate((a @ b.T) / np.maximum(lengths, 1.0))
    same = np.array(list(ones), dtype=object)[:, None] == np.array(list(others), dtype=object)[None, :]
    found[same.astype(bool)] = 1.0
    return found


@lru_cache(maxsize=65536)
def _relatedness(one: str, other: str) -> float:
    a, b = stack_vectors((one, other))
    length = math.sqrt(float(a @ a) * float(b @ b))  # whole numbers: the sums are exact in any order
    return min(1.0, max(0.0, (float(a @ b) / max(length, 1.0) - STRANGERS) / (KIN - STRANGERS)))


def relatedness(one: str, other: str) -> float:
    """How much two lower-case lemmas belong to one matter, 0 to 1, symmetric.

    0 for strangers and for unknown words, above a half for words that are told of together, 1 for the same word and for
    the nearest ones ("blaze" and "fire"). Opposites are related ("win" and "defeat").
    """
    return 1.0 if one == other else _relatedness(*sorted((one, other)))
