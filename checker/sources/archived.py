"""Articles of an archive that are nearly the same text: reprints, rewrites of a few lines, the same story taken twice.

Inside an event every pair is compared exactly (``checker.sources.copies``); an archive has too many pairs. MinHash
(Broder 1997) with locality-sensitive hashing names the few that are likely alike, and each of these is compared
exactly: the share of word sequences that two texts have in common (Jaccard). The library (rensa) is an extra:
``archives``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from typing import TYPE_CHECKING

from checker.model import Article
from checker.sources.copies import SHINGLE
from checker.sources.naming import WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ALIKE = 0.5
"""Share of word sequences in common from which two articles are nearly the same text."""

LEAST_SHINGLES = 20
"""Articles with fewer word sequences are never called alike: a line of service is the same every day."""

BANDS, ROWS = 40, 3
"""Bands of the index, and hashes in each: two texts with half of their sequences in common meet in one of the bands in
99.5 of 100 cases (1 - (1 - 0.5³)⁴⁰), two with 0.4 of them in 93, two with a tenth in 4."""

LOWEST = 0.4
"""The least share that can be asked for: of pairs with less in common the index would miss too many."""

SEED = 20
"""Of the permutations: the same input, the same result."""


class ExtraMissingError(Exception):
    """The library for archives is not installed; the message says how to install it."""


@dataclass(frozen=True, slots=True)
class NearDuplicate:
    """Two articles (ids, the earlier in the archive first) and the share of word sequences in common, 0 to 1."""

    one: str
    other: str
    share: float


def find_near_duplicates(
    archive: Iterable[Article], new: Iterable[Article] | None = None, *, least: float = ALIKE
) -> Iterator[NearDuplicate]:
    """The pairs of articles whose texts have at least the share ``least`` (0.4 to 1) of their word sequences in common.

    All pairs of ``archive``; with ``new``, each new article with those of the archive alone. Articles are read one
    after the other, and of each only its hashes are kept (some eight bytes a word). Pairs come in the order of the
    second article, then of the first. Raises ExtraMissingError without the extra, ValueError for another ``least``.
    """
    if not LOWEST <= least <= 1.0:
        raise ValueError(f"the least share of word sequences in common is {LOWEST} to 1, not {least}")
    index = _Index()
    for article in archive:
        hashed = index.hash(article)
        if hashed is None:
            continue
        if new is None:
            yield from index.find(article.id, hashed, least)
        index.add(article.id, hashed)
    for article in new or ():
        hashed = index.hash(article)
        if hashed is not None:
            yield from index.find(article.id, hashed, least)


@dataclass(frozen=True, slots=True)
class _Hashed:
    """An article's sketch, and the sorted hashes of its word sequences."""

    sketch: object
    shingles: NDArray[np.uint64]


class _Index:
    """The articles read so far, by the bands of their sketches."""

    def __init__(self) -> None:
        """An empty index; imports the library."""
        try:
            import rensa
        except ImportError as error:
            raise ExtraMissingError(
                "near-duplicates in archives need the extra: pip install 'news-consistency-checker[archives]'"
            ) from error
        self._sketch = rensa.RMinHash
        self._bands = rensa.RMinHashLSH(threshold=ALIKE, num_perm=BANDS * ROWS, num_bands=BANDS)
        self._kept: list[tuple[str, NDArray[np.uint64]]] = []

    def hash(self, article: Article) -> _Hashed | None:
        """The hashes of an article; None for one that is too short."""
        import numpy as np

        words = WORDS.findall(article.text.casefold())
        shingles = sorted({" ".join(words[i : i + SHINGLE]) for i in range(len(words) - SHINGLE + 1)})
        if len(shingles) < LEAST_SHINGLES:
            return None
        sketch = self._sketch(num_perm=BANDS * ROWS, seed=SEED)
        sketch.update(shingles)
        hashes = (blake2b(s.encode("utf-8", "surrogatepass"), digest_size=8).digest() for s in shingles)
        return _Hashed(sketch, np.unique(np.frombuffer(b"".join(hashes), dtype=np.uint64)))

    def add(self, name: str, hashed: _Hashed) -> None:
        """Take an article into the index."""
        self._bands.insert(len(self._kept), hashed.sketch)
        self._kept.append((name, hashed.shingles))

    def find(self, name: str, hashed: _Hashed, least: float) -> Iterator[NearDuplicate]:
        """The articles of the index that are like one, each compared exactly."""
        import numpy as np

        for place in sorted(self._bands.query(hashed.sketch)):
            other, shingles = self._kept[place]
            common = len(np.intersect1d(shingles, hashed.shingles, assume_unique=True))
            share = common / (len(shingles) + len(hashed.shingles) - common)
            if share >= least:
                yield NearDuplicate(other, name, round(share, 4))
