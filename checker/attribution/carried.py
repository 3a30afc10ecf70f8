"""Quotations that no verb of speech introduces: ``"...", was Reed's``; ``The line belonged to Reed: "..."``.

The words beside such a quotation say whose it is by owning it, by where it came from, or by how somebody put it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from checker.attribution.found import Found
from checker.attribution.marks import Stretch
from checker.attribution.speakers import Speaker, phrase_at
from checker.attribution.tree import Tree
from checker.attribution.units import Unit
from checker.model import MentionKind, QuoteType, Span

_BEING = frozenset(("is", "was", "were", "are", "’s"))
_OWNING = frozenset((("belonged", "to"), ("belongs", "to"), ("came", "from"), ("comes", "from"), ("was", "from")))
_CREDITING = frozenset((("fell", "to"), ("went", "to"), ("goes", "to"), ("quoth", ""), ("due", "to")))
_PUTTING = frozenset((("put", "it"), ("puts", "it"), ("called", "it"), ("calls", "it"), ("had", "it"), ("has", "it")))
# "was the verdict of Reed", "were the words of Reed", "those of Reed"
_WORDS = frozenset(
    {
        "words",
        "word",
        "verdict",
        "message",
        "reaction",
        "response",
        "answer",
        "reply",
        "advice",
        "line",
        "phrase",
        "view",
    }
    | {"those", "summary", "conclusion", "comment", "warning", "plea", "description", "assessment", "retort", "remark"}
)
_SKIPPED = frozenset((",", "'", "’", "”", '"', "''", ".", "—", "–", "-"))
_NEAR = 12
"""Tokens between a quotation and the words that say whose it is."""


def find_carried(tree: Tree, units: tuple[Unit, ...], found: list[Found]) -> list[Found]:
    """Quotations of a document that are nobody's yet and that the words around give to somebody."""
    claimed = {s.span for f in found for s in f.stretches}
    made: list[Found] = []
    for number, unit in enumerate(units):
        for stretch in unit.stretches:
            if stretch.span in claimed or len(stretch.inner.of(tree.document.text).split()) < 2:
                continue
            read = _owner_behind(tree, unit, stretch) or _owner_before(tree, unit, stretch)
            if read is not None:
                speaker, cue = read
                made.append(Found(QuoteType.DIRECT, stretch.span, number, number, cue, None, speaker, (stretch,)))
    return made


def correct_speakers(tree: Tree, units: tuple[Unit, ...], found: list[Found]) -> list[Found]:
    """The quotations, where "the line of the day came from Reed:" names the speaker behind "from"."""
    corrected: list[Found] = []
    for f in found:
        speaker = f.speaker
        if f.stretches and (speaker is None or not _is_named(tree, speaker.span)):
            read = _owner_before(tree, units[f.unit], f.stretches[0])
            if read is not None:
                f = replace(f, speaker=read[0], cue=f.cue or read[1])
        corrected.append(f)
    return corrected


def _is_named(tree: Tree, span: Span) -> bool:
    kinds = (MentionKind.PERSON, MentionKind.ROLE, MentionKind.ORGANISATION, MentionKind.PLACE)
    return any(m.kind in kinds and m.span.overlaps(span) for m in tree.document.mentions_touching(span))


def _owner_behind(tree: Tree, unit: Unit, stretch: Stretch) -> tuple[Speaker, Span] | None:
    tokens = tree.tokens
    at = tree.within(stretch.span)[1]
    while at < unit.end and tokens[at].text in _SKIPPED:
        at += 1
    if at + 1 >= unit.end:
        return None
    word, following = tokens[at].text.lower(), tokens[at + 1].text.lower()
    cue = tree.span(at, at + 1)
    if (word, following) in _OWNING:
        return _speaker(tree, at + 2, unit.end, cue)
    if word in _BEING:
        if following == "how":
            return _putting(tree, at + 2, unit.end)
        for i in range(at + 1, min(unit.end, at + 6)):
            if tokens[i].text.lower() in _WORDS and i + 1 < unit.end and tokens[i + 1].text.lower() in ("of", "from"):
                return _speaker(tree, i + 2, unit.end, cue)
        return _possessor(tree, at + 1, unit.end, cue)
    if word == "as":
        return _putting(tree, at + 1, unit.end)
    return _putting(tree, at, unit.end)


def _possessor(tree: Tree, first: int, end: int, cue: Span) -> tuple[Speaker, Span] | None:
    """``was Reed's`` at the end of its clause: a possessor that owns nothing else."""
    tokens = tree.tokens
    for i in range(first, min(end, first + _NEAR)):
        if tokens[i].tag == "POS":
            closes = i + 1 >= end or tokens[i + 1].text in _SKIPPED or tokens[i + 1].tag in ("CC", "IN")
            return _speaker(tree, first, i, cue) if closes else None
        if not tokens[i].tag.startswith(("NN", "DT", "JJ", "PRP", "HYPH")) and tokens[i].text not in ("-", "of"):
            return None
    return None


def _putting(tree: Tree, first: int, end: int) -> tuple[Speaker, Span] | None:
    """``as Reed put it``, ``Reed, the mayor, called it``."""
    tokens = tree.tokens
    for i in range(first + 1, min(end - 1, first + 2 * _NEAR)):
        if (tokens[i].text.lower(), tokens[i + 1].text.lower()) in _PUTTING:
            return _speaker(tree, first, i, tree.span(i, i + 1))
        if tokens[i].tag in ("VBD", "VBZ", "VBP") and not any(tokens[k].tag in ("WP", "WDT") for k in range(first, i)):
            return None
    return None


def _owner_before(tree: Tree, unit: Unit, stretch: Stretch) -> tuple[Speaker, Span] | None:
    """``The best line belonged to Reed, the mayor: "..."``, ``To quote Reed, "..."``."""
    tokens = tree.tokens
    first = tree.within(stretch.span)[0]
    if first - 2 <= unit.first or tokens[first - 1].text not in (",", ":"):
        return None
    if tokens[first - 1].text == ":" and (labelled := _labelled(tree, unit, first - 1)) is not None:
        return labelled
    opening = (tokens[unit.first].text.lower(), tokens[unit.first + 1].text.lower())
    if opening[0] == "as":
        return _putting(tree, unit.first + 1, first)
    if opening == ("to", "quote"):
        return _speaker(tree, unit.first + 2, first - 1, tokens[unit.first + 1].span)
    for i in range(unit.first, first - 2):
        if (tokens[i].text.lower(), tokens[i + 1].text.lower()) in _OWNING | _CREDITING:
            return _speaker(tree, i + 2, first - 1, tree.span(i, i + 1)) if tokens[first - 1].text == ":" else None
    return None


def _labelled(tree: Tree, unit: Unit, colon: int) -> tuple[Speaker, Span] | None:
    """``Ada Reed, harbour master: "..."``: a name, and what he is, before a colon."""
    tokens = tree.tokens
    area = tree.span(unit.first, colon - 1)
    people = tree.document.mentions_in(area, MentionKind.PERSON)
    if len(people) != 1 or people[0].span.start > tokens[min(unit.first + 3, colon - 1)].span.start:
        return None
    if any(t.tag.startswith(("VB", "MD")) for t in tokens[unit.first : colon]):
        return None
    low, high = tree.within(people[0].span)
    return (Speaker(people[0].span, high - 1, high - 1), tokens[colon].span) if high > low else None


def _speaker(tree: Tree, first: int, end: int, cue: Span) -> tuple[Speaker, Span] | None:
    """The person of a phrase: its first name, or the phrase itself where it names an office alone."""
    if first >= end:
        return None
    area = tree.span(first, end - 1)
    kinds = (MentionKind.PERSON,), (MentionKind.ROLE, MentionKind.ORGANISATION)
    for wanted in kinds:
        for mention in tree.document.mentions_in(area, *wanted):
            low, high = tree.within(mention.span)
            if low < first + _NEAR and high > low:
                return Speaker(mention.span, high - 1, high - 1), cue
    found = phrase_at(tree, first, end)
    return (found, cue) if found is not None and next(_nouns(tree, found), None) else None


def _nouns(tree: Tree, speaker: Speaker) -> Iterator[int]:
    return (i for i in range(*tree.within(speaker.span)) if tree.tokens[i].tag.startswith(("NN", "PRP")))
