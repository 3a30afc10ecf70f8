"""Cues: the verbs, nouns and phrases that say that words are someone else's, and what each of them may introduce."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files


class Frame(StrEnum):
    """What a cue verb may introduce; ``data/cues.toml`` gives an example of each."""

    QUOTE = "quote"
    CLAUSE = "clause"
    INFINITIVE = "infinitive"
    ORDER = "order"
    OBJECT = "object"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Cues:
    """The cue lists: frames and classes by lemma, cue nouns, and phrases by what they introduce."""

    frames: dict[str, frozenset[Frame]]
    classes: dict[str, tuple[str, ...]]
    nouns: frozenset[str]
    colon_nouns: frozenset[str]
    participles: frozenset[str]
    detached: frozenset[str]
    prepositions: tuple[tuple[str, ...], ...]
    particles: dict[tuple[str, str], Frame]

    def allows(self, lemma: str, *frames: Frame) -> bool:
        """Whether a verb may introduce one of the frames."""
        known = self.frames.get(lemma)
        return known is not None and any(f in known for f in frames)


@cache
def load_cues() -> Cues:
    """The cue lists of the package, read once."""
    data = tomllib.loads(files("checker.attribution").joinpath("data", "cues.toml").read_text(encoding="utf-8"))
    frames: dict[str, set[Frame]] = {}
    classes: dict[str, list[str]] = {}
    for name, group in data["verbs"].items():
        for lemma in group["lemmas"].split():
            frames.setdefault(lemma, set()).update(Frame(f) for f in group["frames"])
            classes.setdefault(lemma, []).append(name)
    particles: dict[tuple[str, str], Frame] = {}
    for frame in (Frame.OBJECT, Frame.ORDER, Frame.CLAUSE):
        for phrase in data["particles"][frame.value]:
            verb, particle = phrase.split()
            particles[verb, particle] = frame
    return Cues(
        frames={lemma: frozenset(found) for lemma, found in frames.items()},
        classes={lemma: tuple(found) for lemma, found in classes.items()},
        nouns=frozenset(data["nouns"]["lemmas"].split()),
        colon_nouns=frozenset(data["nouns"]["phrases"]["colon"].split()),
        participles=frozenset(data["participles"]["tail"].split()),
        detached=frozenset(data["detached"]["lemmas"].split()),
        prepositions=tuple(tuple(phrase.split()) for phrase in data["prepositions"]["phrases"]),
        particles=particles,
    )
