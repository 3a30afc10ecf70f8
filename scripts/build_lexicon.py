"""Extract the tables of ``checker/lexicon/data`` from the WordNet 3.0 database files.

The Debian package ``wordnet-base`` installs those files under /usr/share/wordnet. Their licence lets anyone copy and
change them; its text is taken from the head of the database files and written beside the tables. Run it as

    python scripts/build_lexicon.py [/usr/share/wordnet] [checker/lexicon/data]

Four files come out, the same bytes each time from the same database:

``wordnet_words.tsv.gz``    a line per lemma and part of speech, in byte order: lemma, part of speech, senses (the
                            numbers of their synsets, most frequent first), counts (how often SemCor has each sense;
                            trailing zeros are left out), derived forms (``sense:pos:lemma``), antonyms (likewise).
``wordnet_synsets.bin.gz``  little-endian unsigned 32-bit arrays that follow one another: the number of synsets, then
                            for each relation (hypernyms, antonyms, similar) the start offsets and the targets; then a
                            byte per synset of information content (0 to 255, scaled to the rarest); then a byte per
                            synset of the lexicographer file.
``wordnet_inflections.tsv.gz``  irregular forms: part of speech, form, lemma.
``wordnet_counts.tsv.gz``   how often SemCor has each lemma that it has at all: lemma, count.

Left out: named individuals (WordNet's instances: people, cities, rivers; names are read by other means), and zoological
and botanical taxa that SemCor never tags. File formats: wndb(5WN) and senseidx(5WN) in the WordNet manual.
"""

from __future__ import annotations

import gzip
import io
import math
import sys
from array import array
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

POS_FILES = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
SENSE_KEY_POS = {"1": "n", "2": "v", "3": "a", "4": "r", "5": "a"}
TAXA_FILES = {5, 20}  # noun.animal, noun.plant
HYPERNYM, INSTANCE, ANTONYM = "@", "@i", "!"
SIMILAR = {"&", "$"}  # similar adjectives, verbs grouped by meaning
DERIVED = {"+", "\\", "<"}  # derivationally related, pertainym, participle
LICENCE_LINES = 29  # numbered lines at the head of every data file

Key = tuple[str, int]


@dataclass
class Synset:
    """A line of a data file."""

    pos: str
    offset: int
    lexfile: int
    words: list[str]
    pointers: list[tuple[str, Key, int, int]] = field(default_factory=list)

    @property
    def key(self) -> Key:
        """Part of speech and byte offset: what pointers name it by."""
        return self.pos, self.offset

    @property
    def is_instance(self) -> bool:
        """Whether it is a named individual."""
        return any(symbol == INSTANCE for symbol, *_ in self.pointers)


def read_synsets(folder: Path) -> dict[Key, Synset]:
    """Read the four data files."""
    synsets = {}
    for pos, name in POS_FILES.items():
        for line in (folder / f"data.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split(" | ")[0].split()
            count = int(fields[3], 16)
            words = [clean(word) for word in fields[4 : 4 + 2 * count : 2]]
            synset = Synset(pos, int(fields[0]), int(fields[1]), words)
            at = 4 + 2 * count
            for k in range(int(fields[at])):
                symbol, offset, target_pos, ends = fields[at + 1 + 4 * k : at + 5 + 4 * k]
                target = ("a" if target_pos == "s" else target_pos, int(offset))
                synset.pointers.append((symbol, target, int(ends[:2], 16), int(ends[2:], 16)))
            synsets[synset.key] = synset
    return synsets


def clean(word: str) -> str:
    """A lemma as it is looked up: lower case, spaces for underscores, no syntactic marker such as ``(p)``."""
    return word.split("(")[0].replace("_", " ").lower()


def read_index(folder: Path) -> dict[tuple[str, str], list[Key]]:
    """The senses of each lemma and part of speech, most frequent first."""
    index = {}
    for pos, name in POS_FILES.items():
        for line in (folder / f"index.{name}").read_text(encoding="latin-1").splitlines():
            if line.startswith(" "):
                continue
            fields = line.split()
            count = int(fields[2])
            index[clean(fields[0]), pos] = [(pos, int(offset)) for offset in fields[-count:]]
    return index


def read_counts(folder: Path) -> dict[tuple[str, str, int], int]:
    """How often SemCor has each sense (lemma, part of speech, sense number from 1)."""
    counts: dict[tuple[str, str, int], int] = {}
    for line in (folder / "cntlist.rev").read_text(encoding="latin-1").splitlines():
        sense_key, number, count = line.split()
        lemma, rest = sense_key.rsplit("%", 1)
        counts[clean(lemma), SENSE_KEY_POS[rest[0]], int(number)] = int(count)
    return counts


def tag_synsets(index: dict[tuple[str, str], list[Key]], counts: dict[tuple[str, str, int], int]) -> dict[Key, int]:
    """How often SemCor has any word of each synset."""
    tagged: dict[Key, int] = defaultdict(int)
    for (lemma, pos), senses in index.items():
        for number, key in enumerate(senses, 1):
            tagged[key] += counts.get((lemma, pos, number), 0)
    return tagged


def choose_synsets(synsets: dict[Key, Synset], tagged: dict[Key, int]) -> list[Synset]:
    """The synsets that are kept, in the order that numbers them; ancestors of what is kept are kept."""
    kept = {s.key for s in synsets.values() if not s.is_instance and (s.lexfile not in TAXA_FILES or tagged[s.key])}
    waiting = list(kept)
    while waiting:
        for symbol, target, _, _ in synsets[waiting.pop()].pointers:
            if symbol == HYPERNYM and target not in kept:
                kept.add(target)
                waiting.append(target)
    order = {pos: rank for rank, pos in enumerate(POS_FILES)}
    return sorted((synsets[key] for key in kept), key=lambda s: (order[s.pos], s.offset))


def measure_information(chosen: list[Synset], numbers: dict[Key, int], tagged: dict[Key, int]) -> bytes:
    """Information content after Resnik (1995) with add-one counts: -log p, as a byte of the largest.

    Adjectives and adverbs have no hierarchy; each stands for itself.
    """
    mass = [0.0] * len(chosen)
    totals: dict[str, float] = defaultdict(float)
    for synset in chosen:
        weight = tagged[synset.key] + 1.0
        totals[synset.pos] += weight
        seen, waiting = set(), [numbers[synset.key]]
        while waiting:
            at = waiting.pop()
            if at in seen:
                continue
            seen.add(at)
            mass[at] += weight
            waiting.extend(targets_of(chosen[at], numbers, {HYPERNYM}))
    bits = [-math.log(m / totals[s.pos]) for m, s in zip(mass, chosen, strict=True)]
    top = max(bits)
    return bytes(round(255 * max(b, 0.0) / top) for b in bits)


def targets_of(synset: Synset, numbers: dict[Key, int], symbols: set[str]) -> list[int]:
    """The numbers of the kept synsets that a synset points to."""
    return sorted({numbers[t] for symbol, t, _, _ in synset.pointers if symbol in symbols and t in numbers})


def pack_synsets(chosen: list[Synset], numbers: dict[Key, int], tagged: dict[Key, int]) -> bytes:
    """The binary table of synsets."""
    out = io.BytesIO()
    out.write(little(array("I", [len(chosen)])))
    for symbols in ({HYPERNYM}, {ANTONYM}, SIMILAR):
        starts, targets = array("I", [0]), array("I")
        for synset in chosen:
            targets.extend(targets_of(synset, numbers, symbols))
            starts.append(len(targets))
        out.write(little(starts))
        out.write(little(targets))
    out.write(measure_information(chosen, numbers, tagged))
    out.write(bytes(s.lexfile for s in chosen))
    return out.getvalue()


def little(values: array[int]) -> bytes:
    """The array as little-endian 32-bit bytes on any machine."""
    if values.itemsize != 4:
        raise SystemExit("this machine's unsigned int is not 32 bits wide")
    if sys.byteorder == "big":
        values = array("I", values)
        values.byteswap()
    return values.tobytes()


def list_words(
    synsets: dict[Key, Synset],
    numbers: dict[Key, int],
    index: dict[tuple[str, str], list[Key]],
    counts: dict[tuple[str, str, int], int],
) -> list[str]:
    """The lines of the word table."""
    lines: list[str] = []
    for (lemma, pos), senses in index.items():
        kept = [(number, key) for number, key in enumerate(senses, 1) if key in numbers]
        if not kept:
            continue
        tags = [counts.get((lemma, pos, number), 0) for number, _ in kept]
        while tags and not tags[-1]:
            tags.pop()
        derived, antonyms = [], []
        for rank, (_, key) in enumerate(kept):
            for symbol, target, source_word, target_word in synsets[key].pointers:
                if not source_word or target not in numbers or synsets[key].words[source_word - 1] != lemma:
                    continue
                entry = f"{rank}:{target[0]}:{synsets[target].words[target_word - 1]}"
                if symbol in DERIVED:
                    derived.append(entry)
                elif symbol == ANTONYM:
                    antonyms.append(entry)
        columns = (
            lemma,
            pos,
            ",".join(str(numbers[key]) for _, key in kept),
            ",".join(map(str, tags)),
            ",".join(dict.fromkeys(derived)),
            ",".join(dict.fromkeys(antonyms)),
        )
        lines.append("\t".join(columns))
    return sorted(lines, key=lambda line: line.encode())


def list_inflections(folder: Path) -> list[str]:
    """Irregular forms: part of speech, form, lemma."""
    lines: list[str] = []
    for pos, name in POS_FILES.items():
        for line in (folder / f"{name}.exc").read_text(encoding="latin-1").splitlines():
            form, *lemmas = line.split()
            lines.extend(f"{pos}\t{clean(form)}\t{clean(lemma)}" for lemma in lemmas)
    return lines


def list_counts(counts: dict[tuple[str, str, int], int]) -> list[str]:
    """How often SemCor has each lemma, over all its senses."""
    totals: dict[str, int] = defaultdict(int)
    for (lemma, _, _), count in counts.items():
        totals[lemma] += count
    return [f"{lemma}\t{totals[lemma]}" for lemma in sorted(totals)]


def read_licence(folder: Path) -> str:
    """The licence that heads every data file, without its line numbers."""
    lines = (folder / "data.noun").read_text(encoding="latin-1").splitlines()[:LICENCE_LINES]
    return "\n".join(line.strip().partition(" ")[2].strip() for line in lines) + "\n"


def write(path: Path, content: bytes) -> None:
    """Write compressed, without a time stamp, so that the same tables give the same bytes."""
    path.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))
    print(f"{path}: {path.stat().st_size / 1000:.0f} kB, {len(content) / 1000:.0f} kB unpacked")


def main(folder: Path, target: Path) -> None:
    """Read the database and write the tables."""
    synsets, index, counts = read_synsets(folder), read_index(folder), read_counts(folder)
    tagged = tag_synsets(index, counts)
    chosen = choose_synsets(synsets, tagged)
    numbers = {synset.key: number for number, synset in enumerate(chosen)}
    words = list_words(synsets, numbers, index, counts)
    print(f"{len(chosen)} synsets, {len(words)} words")
    write(target / "wordnet_words.tsv.gz", "\n".join(["", *words, ""]).encode())
    write(target / "wordnet_synsets.bin.gz", pack_synsets(chosen, numbers, tagged))
    write(target / "wordnet_inflections.tsv.gz", "\n".join(list_inflections(folder)).encode())
    write(target / "wordnet_counts.tsv.gz", "\n".join(list_counts(counts)).encode())
    (target / "WORDNET_LICENSE").write_text(read_licence(folder), encoding="utf-8")


if __name__ == "__main__":
    given = [Path(argument) for argument in sys.argv[1:]]
    defaults = [Path("/usr/share/wordnet"), Path(__file__).parent.parent / "checker/lexicon/data"]
    main(*(given + defaults[len(given) :]))
