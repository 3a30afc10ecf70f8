"""Absences of the one person whom a sentence names, told in words that hang on no name: of a seat, a stand-in, a plane.

``The chair that X should have taken stayed empty`` · ``It was her publisher who picked up the prize for X`` · ``X, who
is serving a ban, was not allowed into the ground``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from checker.factuality.prominence import is_brief
from checker.factuality.turnouts import ANYWHERE, Turnout, named_in
from checker.model import BlockKind, Document, MentionKind, Sentence, Span, Token

LOOSE = "told of nobody's verb"
"""Mark of an absence that needs a matter in common with what is set against it."""

GAP, REST = 3, "_"
LONGEST = 90
"""Characters from the first words to the last that are cited as one."""

LEADS = frozenset({"he", "she", "who", "and", "but", ","})
"""Words before a phrase that can stand for the one named."""

UNREAL = frozenset({"will", "would", "if", "may", "might", "could", "should", "can", "unless", "nearly", "almost"})
MAY = frozenset({"should", "could", "would"})
"""Of those, the words that a phrase may have of its own: "the seat that she should have taken"."""

SAID = frozenset({"said", "says", "told", "asked", "added", "recalled", "joked", "claimed"})
"""Verbs behind a name by which its bearer speaks, perhaps of somebody else."""


@cache
def _data() -> dict[str, list[str]]:
    return tomllib.loads((files("checker.factuality") / "data" / "absences.toml").read_text("utf-8"))


@cache
def _rows(group: str) -> dict[str, tuple[tuple[frozenset[str], ...], ...]]:
    """The phrases of a group by each of their first words."""
    found: dict[str, list[tuple[frozenset[str], ...]]] = {}
    for phrase in _data()[group]:
        words = tuple(frozenset(word.split("|")) for word in phrase.split())
        for first in sorted(words[0]):
            found.setdefault(first, []).append(words)
    return {first: tuple(rows) for first, rows in found.items()}


def read_sole_absences(document: Document) -> Iterator[Turnout]:
    """Everybody who was away by what is told round their name, in sentences that name nobody else."""
    brief = is_brief(document)
    marks = frozenset({LOOSE, "brief"} if brief else {LOOSE})
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE) or sentence.text.rstrip().endswith("?"):
            continue
        tokens = document.sentence_tokens(sentence)
        low = ["not" if (word := t.text.lower()) in ("n't", "n’t") else word for t in tokens]
        for there, groups in ((False, ("of_subject", "anywhere")), (True, ("there",))):
            found = [*_find(document, sentence, tokens, low, groups)]
            if found:
                keys, name, first, last = found[0]
                first, last = min(first, *(f[2] for f in found)), max(last, *(f[3] for f in found))
                span = Span(tokens[first].span.start, tokens[last].span.end)
                if span.end - span.start > LONGEST:
                    span = Span(tokens[found[0][2]].span.start, tokens[found[0][3]].span.end)
                yield Turnout(sentence, None, span, there, keys, name, frozenset({ANYWHERE}) if there else marks)
                break


def _find(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str], groups: Sequence[str]
) -> Iterator[tuple[frozenset[str], str, int, int]]:
    """The entity and the name of the one named, and where the phrase stands."""
    places = [
        (group, at, last)
        for group in groups
        if not (rows := _rows(group)).keys().isdisjoint(low)
        for at, word in enumerate(low)
        for row in rows.get(word, ())
        if (last := _end(row, low, at)) is not None
    ]
    if not places:
        return
    named = _find_sole(document, sentence, tokens)
    if named is None:
        return
    keys, name, spans = named
    for group, at, last in places:
        if UNREAL & {*low} - ({*low[at : last + 1]} & MAY):
            continue
        if group != "anywhere":
            before = [s for s in spans if s.end <= tokens[at].span.start]
            beside = any(s.end >= tokens[at - 1].span.end for s in before)
            led = bool(at) and low[at - 1] in LEADS and bool(before)
            if not beside and not (led and not SAID & {*low[:at]} and not _of_others(low, at)):
                continue
        elif _of_others(low, at):
            continue
        yield keys, name, at, last


def _find_sole(
    document: Document, sentence: Sentence, tokens: Sequence[Token]
) -> tuple[frozenset[str], str, list[Span]] | None:
    """The one person whom a sentence names: entities, the name, and where it stands."""
    people = [m for m in document.mentions_in(sentence.span, MentionKind.PERSON) if m.text[:1].isupper() and m.entity]
    if people:
        entity = document.entities.get(people[0].entity or "") if len({m.entity for m in people}) == 1 else None
        if entity is None or entity.kind is not MentionKind.PERSON:
            return None
        return frozenset({entity.key}), entity.name, [m.span for m in people]
    found: dict[str, Span] = {}
    for at, token in enumerate(tokens):
        if token.tag == "NNP" and (not at or tokens[at - 1].tag != "NNP"):
            named = named_in(document, tokens, at)
            if named is not None and " " in named[2]:
                found[named[2]] = named[0]
    return (frozenset(), next(iter(found)), [*found.values()]) if len(found) == 1 else None


def _of_others(low: Sequence[str], at: int) -> bool:
    """Whether right before a phrase there are others of whom it is told: "his wife, who was ill"."""
    return not {*low[max(0, at - 3) : at]}.isdisjoint(_data()["relations"])


def _end(row: tuple[frozenset[str], ...], low: Sequence[str], at: int) -> int | None:
    """The last place of a phrase that begins at a place."""
    place, gap = at, 0
    for words in row[1:]:
        if REST in words:
            gap = GAP
            continue
        found = next((n for n in range(place + 1, min(len(low), place + 2 + gap)) if low[n] in words), None)
        if found is None:
            return None
        place, gap = found, 0
    return place
