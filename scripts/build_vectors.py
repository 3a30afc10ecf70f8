"""Build the word vectors of ``checker/lexicon/data/word_vectors.bin.gz``: which words belong to one matter.

From WordNet 3.0 (the Debian package ``wordnet-base``; licence beside the tables) and the product's own lists of news
words; no corpus of articles. Needs SciPy, which the product itself does not. Run it from the checkout's root, after
``build_lexicon.py``, as

    python -m pip install scipy
    python scripts/build_vectors.py [/usr/share/wordnet] [checker/lexicon/data]

It takes about three minutes and 3 GB. The walk from each word over a graph of synsets, words and lists is followed
(personalised PageRank, cut off after a few steps), the probabilities become positive pointwise mutual information, and
a truncated singular value decomposition leaves a few dimensions. After Goikoetxea, Soroa and Agirre, "Random walks and
neural network language models on knowledge bases" (2015), with the factorisation in place of the sampled walks and the
network (Levy and Goldberg 2014): exact, seeded, and the same each time on one machine.

The graph: a word leads to its senses by how often SemCor has each, to the glosses that use it, and to the lists that
hold it; a synset to its words, to its neighbours by every relation, and to the words of its gloss, rare ones first.

The file: a line "words dimensions length"; the words in byte order, a line each; then a signed byte per word and
dimension, row by row. ``length`` is the length that the rows have, but for rounding.
"""

from __future__ import annotations

import math
import re
import sys
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import scipy.sparse as sp
from build_lexicon import POS_FILES, TAXA_FILES, Key, Synset, read_counts, read_index, read_synsets, tag_synsets, write
from numpy.typing import NDArray
from scipy.sparse.linalg import svds

from checker.lexicon import base_forms, stop_words

WORDS, DIMENSIONS, SEED = 34000, 112, 1
LEVELS = 4.0  # steps of a signed byte to a standard deviation: finer ones change no cosine by 0.01, and take more room
DAMPING, STEPS, KEPT = 0.8, 4, 250  # of the walk: chance to go on, steps followed, nodes kept after each
CHUNK = 1500
# Where a walk goes from a synset and from a word, where all are open to it; set by hand, the outcome hardly changes.
TO_NEIGHBOURS, TO_WORDS, TO_GLOSS = 0.35, 0.35, 0.3
TO_SENSES, TO_GLOSSES, TO_LISTS = 0.5, 0.25, 0.25
UNTAGGED = 0.5  # tag count that a sense has for nothing, over its rank squared
RELATIONS = {"@": 1.0, "@i": 1.0, "~": 0.3, "~i": 0.3, "+": 1.5, "\\": 1.5, "<": 1.5, "!": 0.7}
DOMAINS, OTHERS = 0.7, 1.0  # topical domains (";c", "-c" ...), and every other relation
EXAMPLE = 0.3  # a word of an example in a gloss, beside one of the definition
OTHER_POLE = 0.1  # from one pole of a family of news concepts to the others
WORD = re.compile(r"[a-z][a-z'-]+")  # "ferry", "cease-fire"


@dataclass
class Graph:
    """The transition matrix over synsets, words and lists (in this order); the words that get a vector, their nodes."""

    walk: sp.csr_matrix
    words: list[str]
    nodes: NDArray[np.int64]


def read_glosses(folder: Path) -> dict[Key, str]:
    """The gloss of each synset, lower case."""
    glosses = {}
    for pos, name in POS_FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if not line.startswith(" "):
                head, _, gloss = line.partition(" | ")
                glosses[pos, int(head.split()[0])] = gloss.lower()
    return glosses


def read_lists(folder: Path) -> list[tuple[str, list[str]]]:
    """The product's own lists: the family ("" for none), and the words."""
    lists: list[tuple[str, list[str]]] = []
    for name in ("news_synonyms.txt", "news_fields.txt"):
        for line in (folder / name).read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                lists.append(("", [word.strip() for word in line.rpartition(":")[2].split(",")]))
    occasions = tomllib.loads((folder / "occasions.toml").read_text(encoding="utf-8"))
    lists.extend(("", words) for words in occasions.values() if isinstance(words, list))
    concepts = tomllib.loads((folder / "concepts.toml").read_text(encoding="utf-8"))
    for family, poles in concepts.items():
        for pole, forms in poles.items():
            if pole not in ("opposed", "exhaustive"):  # settings; a form with "~" has common other meanings
                lists.append((family, [form for form in forms if " " not in form and not form.startswith("~")]))
    return [(family, words) for family, words in lists if words]


def scale_rows(matrix: sp.csr_matrix) -> sp.csr_matrix:
    """The matrix with rows that sum to one, or to nothing."""
    sums = np.asarray(matrix.sum(axis=1)).ravel()
    return (sp.diags(1 / np.maximum(sums, 1e-12)) @ matrix).tocsr()


def fill(entries: dict[tuple[int, int], float], rows: int, columns: int) -> sp.csr_matrix:
    """A sparse matrix of the entries."""
    places = np.array(list(entries), dtype=np.int64).reshape(-1, 2)
    return sp.csr_matrix(
        (list(entries.values()), (places[:, 0], places[:, 1])), shape=(rows, columns), dtype=np.float64
    )


def weigh_relation(symbol: str) -> float:
    """How readily a walk takes a pointer."""
    return RELATIONS.get(symbol, DOMAINS if symbol[0] in ";-" else OTHERS)


def count_gloss(gloss: str, own: set[str], counts: dict[str, float]) -> dict[str, float]:
    """The content lemmas of a gloss, other than the synset's own words; a form stands for its lemmas by frequency."""
    found: dict[str, float] = defaultdict(float)
    for number, part in enumerate(gloss.split('"')):
        for form in WORD.findall(part):
            lemmas = [b for b in base_forms(form) if b in counts and b not in own and b not in stop_words()]
            total = sum(counts[b] for b in lemmas)
            for lemma in lemmas if form not in stop_words() else ():
                found[lemma] += (EXAMPLE if number % 2 else 1.0) * counts[lemma] / total
    return found


def build_graph(folder: Path, target: Path) -> Graph:
    """Join WordNet and the lists."""
    synsets, index, tags = read_synsets(folder), read_index(folder), read_counts(folder)
    glosses, lists = read_glosses(folder), read_lists(target)
    keys = sorted(synsets)
    number = {key: n for n, key in enumerate(keys)}
    senses: dict[tuple[int, int], float] = defaultdict(float)
    known = {lemma for lemma, _ in index} | {word for _, words in lists for word in words}
    words = sorted(known)
    place = {word: n for n, word in enumerate(words)}
    counts: dict[str, float] = defaultdict(float)
    for (lemma, pos), found in index.items():
        for rank, key in enumerate(found, 1):
            weight = tags.get((lemma, pos, rank), 0) + UNTAGGED / rank**2
            senses[place[lemma], number[key]] += weight
            counts[lemma] += weight
    neighbours: dict[tuple[int, int], float] = defaultdict(float)
    used: dict[tuple[int, int], float] = {}
    for key in keys:
        for symbol, other, _, _ in synsets[key].pointers:
            neighbours[number[key], number[other]] += weigh_relation(symbol)
        for lemma, times in count_gloss(glosses[key], set(synsets[key].words), counts).items():
            used[number[key], place[lemma]] = min(times, 1.0)
    sizes = len(keys), len(words), len(lists)
    held = {(place[w], n): 1 / math.sqrt(len(listed)) for n, (_, listed) in enumerate(lists) for w in listed}
    poles = {
        (m, n): OTHER_POLE
        for m, (one, _) in enumerate(lists)
        for n, (other, _) in enumerate(lists)
        if m != n and one and one == other
    }
    to_senses, to_lists = fill(senses, sizes[1], sizes[0]), fill(held, sizes[1], sizes[2])
    to_gloss = fill(used, sizes[0], sizes[1])
    holders = np.bincount(to_gloss.indices, minlength=sizes[1])
    to_gloss = (to_gloss @ sp.diags(np.log(sizes[0] / (1 + holders)))).tocsr()
    to_words = to_senses.T.tocsr()
    to_words.data += 0.1  # an untagged synonym is reached too
    synset_rows = [
        scale_rows(fill(neighbours, sizes[0], sizes[0])) * TO_NEIGHBOURS,
        scale_rows(to_words) * TO_WORDS + scale_rows(to_gloss) * TO_GLOSS,
        None,
    ]
    word_rows = [
        scale_rows(to_senses) * TO_SENSES + scale_rows(to_gloss.T.tocsr()) * TO_GLOSSES,
        None,
        scale_rows(to_lists) * TO_LISTS,
    ]
    list_rows = [None, scale_rows(to_lists.T.tocsr()), fill(poles, sizes[2], sizes[2])]
    walk = scale_rows(sp.bmat([synset_rows, word_rows, list_rows]).tocsr()).astype(np.float32)
    listed_words = frozenset(word for _, listed in lists for word in listed)
    chosen = choose_words(synsets, tag_synsets(index, tags), words, counts, holders, listed_words)
    return Graph(walk, chosen, np.array([sizes[0] + place[word] for word in chosen]))


def choose_words(
    synsets: dict[Key, Synset],
    tagged: dict[Key, int],
    words: list[str],
    counts: dict[str, float],
    holders: NDArray[np.int64],
    listed: frozenset[str],
) -> list[str]:
    """The single words most worth a vector: frequent in SemCor and in glosses, or spellings of what is; all listed."""
    meant: dict[str, float] = defaultdict(float)
    general = set(listed)
    for synset in synsets.values():
        for word in synset.words:
            meant[word] = max(meant[word], tagged[synset.key])
            if not synset.is_instance and synset.lexfile not in TAXA_FILES:
                general.add(word)
    rank: dict[str, float] = {}
    for word, glosses in zip(words, holders.tolist(), strict=True):
        if not WORD.fullmatch(word) or (word not in general and counts[word] + glosses < 3):
            continue
        rank[word] = math.log1p(counts[word]) + 0.7 * math.log1p(glosses) + 0.4 * math.log1p(meant[word])
        rank[word] += math.inf if word in listed else 0.0
    return sorted(sorted(rank, key=lambda word: (-rank[word], len(word), word))[:WORDS])


def prune(matrix: sp.csr_matrix, kept: int) -> sp.csr_matrix:
    """The matrix with the ``kept`` greatest entries of each row (and their equals)."""
    matrix.sort_indices()
    least = np.zeros(matrix.shape[0], dtype=np.float32)
    for row, (start, end) in enumerate(zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True)):
        if end - start > kept:
            least[row] = np.partition(matrix.data[start:end], -kept)[-kept]
    matrix.data[matrix.data < np.repeat(least, np.diff(matrix.indptr))] = 0.0
    matrix.eliminate_zeros()
    return matrix


def follow_walks(graph: Graph) -> sp.csr_matrix:
    """How likely the walk from each word is at each node: words by nodes."""
    parts = []
    for at in range(0, len(graph.nodes), CHUNK):
        starts = graph.nodes[at : at + CHUNK]
        here = sp.csr_matrix(
            (np.ones(len(starts), np.float32), (np.arange(len(starts)), starts)), (len(starts), graph.walk.shape[0])
        )
        visits = here * (1 - DAMPING)
        for step in range(1, STEPS + 1):
            here = prune((here @ graph.walk).tocsr(), KEPT)
            visits = visits + here * ((1 - DAMPING) * DAMPING**step)
        parts.append(prune(visits.tocsr(), 2 * KEPT))
    return sp.vstack(parts).tocsr()


def embed(visits: sp.csr_matrix) -> NDArray[np.float64]:
    """Unit vectors: singular vectors of the positive mutual information, weighted by the root of their value."""
    expected = np.asarray(visits.mean(axis=0)).ravel()
    visits.data = np.maximum(np.log(visits.data / expected[visits.indices]), 0).astype(np.float32)
    left, values, _ = svds(visits, k=DIMENSIONS, random_state=SEED)
    order = np.argsort(-values)
    left = left[:, order] * np.sign(left[np.abs(left).argmax(axis=0), range(DIMENSIONS)])[order]  # a sign is free
    vectors = scale_to_unit(left.astype(np.float64) * np.sqrt(values[order]))
    return scale_to_unit(vectors - vectors.mean(axis=0))  # what all words share relates none


def scale_to_unit(vectors: NDArray[np.float64]) -> NDArray[np.float64]:
    """The rows at length one."""
    unit: NDArray[np.float64] = vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)
    return unit


def main(folder: Path, target: Path) -> None:
    """Read the database and the lists, and write the vectors."""
    graph = build_graph(folder, target)
    vectors = embed(follow_walks(graph))
    length = LEVELS * math.sqrt(DIMENSIONS)
    rows = np.clip(np.rint(vectors * length), -127, 127).astype(np.int8)
    head = f"{len(graph.words)} {DIMENSIONS} {length:.3f}\n" + "\n".join(graph.words) + "\n"
    write(target / "word_vectors.bin.gz", head.encode() + rows.tobytes())


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    defaults = [Path("/usr/share/wordnet"), Path(__file__).parent.parent / "checker/lexicon/data"]
    main(*(given + defaults[len(given) :]))
