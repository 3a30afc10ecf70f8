"""Rows, captions and headlines that say without a verb who was at an occasion or away from it.

"Apologies: Cr M. Stokell", "Ada Reed, deputy mayor: absent", "President X on the bridge", "Premier X with families at
the hall"; and the record of a presence that these and ``presences`` give.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.factuality.called import name_at
from checker.model import BlockKind, Clause, Document, MentionKind, Sentence, Span, Token

PEOPLE = (MentionKind.PERSON, MentionKind.ROLE)
LOCATIVE = frozenset({"in", "at", "on", "among", "inside", "aboard", "beside", "amid", "outside"})
CAPTION = BlockKind.CAPTION
COMPANY = frozenset({"with", "beside", "alongside", "among", "amid", "and", "meeting", "greeting", "comforting"})
NAME = 30
"""Characters before a name in a caption that may describe its bearer."""

ROW = 14
"""Tokens of a row before its colon, and behind it, at most."""

TITLES = frozenset(
    "mr mrs ms dr sir dame lord lady cr prof president minister judge justice councillor worship mayor chair "
    "excellency honour secretary leader".split()
)
"""Words before a name, or for an office in a row of minutes, that are no part of it (own list)."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Somebody there or not: ``keys`` are entities, ``names`` the words of the name, ``visit`` says that they came."""

    sentence: Sentence
    clause: Clause | None
    span: Span
    there: bool
    keys: frozenset[str]
    name: str
    named: bool = True
    visit: bool = False
    marks: frozenset[str] = frozenset()


@cache
def presence_words() -> dict[str, frozenset[str]]:
    """The word lists of ``data/presence.toml``; groups by the word that stands for them under ``group NAME``."""
    data = tomllib.loads((files("checker.factuality") / "data" / "presence.toml").read_text("utf-8"))
    found = {name: frozenset(words) for name, words in data.items() if name != "groups"}
    return found | {f"group {name}": frozenset(words) for name, words in data["groups"].items()}


def read_rows(document: Document, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Presence]:
    """Everybody whom a row or a fragment of a sentence puts there or away."""
    yield from _rows(document, sentence, tokens)
    yield from _answers(document, sentence, tokens)
    yield from _fragments(document, sentence, tokens)


def _rows(document: Document, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Presence]:
    """Rows of minutes: "Present: the mayor", "Apologies: Cr M. Stokell (overseas)"."""
    words = presence_words()
    start: int | None = None
    there = False
    for at, token in enumerate(tokens):
        colon = at + 1 < len(tokens) and tokens[at + 1].text == ":"
        if start is None and not colon:
            continue
        text = token.text.lower()
        if colon and text in words["apologies"] | words["present"]:
            start, there = at + 2, text in words["present"]
        elif colon:
            start = None
        if start is None or at < start or not token.tag.startswith("NNP"):
            continue
        last = at + 1 >= len(tokens) or not tokens[at + 1].tag.startswith("NNP")
        if last and len(text) > 1 and text.rstrip(".") not in TITLES:
            inside = [m for m in document.mentions_in(sentence.span, *PEOPLE) if m.span.overlaps(token.span)]
            keys = {m.entity for m in inside if m.entity}
            first = at
            while first > start and tokens[first - 1].tag.startswith("NNP"):
                first -= 1
            span = Span(tokens[start - 2].span.start, token.span.end)
            name = " ".join(t.text for t in tokens[first : at + 1])
            yield Presence(sentence, None, span, there, frozenset(keys), name)


def _answers(document: Document, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Presence]:
    """Rows by name: "Cr M. Stokell, deputy mayor: apologies sent", "Ada Reed: present"."""
    at = next((n for n, t in enumerate(tokens[:-1]) if t.text == ":"), None)
    words = presence_words()
    if at is None or not 0 < at < ROW or len(tokens) - at > ROW:
        return
    said = " ".join(t.text.lower() for t in tokens[at + 1 :])
    away = any(said.startswith(phrase) for phrase in words["answered_away"])
    if not away and not any(said.startswith(phrase) for phrase in words["answered_there"]):
        return
    label = Span(tokens[0].span.start, tokens[at].span.start)
    people = [m for m in document.mentions_in(label, MentionKind.PERSON) if m.entity in document.entities]
    if len({m.entity for m in people}) == 1:
        entity = document.entities[people[0].entity or ""]
        span = Span(people[0].span.start, tokens[min(len(tokens) - 1, at + 2)].span.end)
        yield Presence(sentence, None, span, not away, frozenset({entity.key}), entity.name)


def _fragments(document: Document, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Presence]:
    """A name right before a scene: "President X on the bridge at Arlow, taking ...", a caption, a headline."""
    scenes = presence_words()["scenes"]
    for mention in document.mentions_in(sentence.span, MentionKind.PERSON):
        ahead = next((t.text.lower() for t in reversed(tokens) if t.span.end <= mention.span.start), "")
        if ahead == "of":
            continue  # "the appearance of X in court was postponed"
        after = _leave_company([t for t in tokens if t.span.start >= mention.span.end])
        if len(after) < 2 or after[0].text.lower() not in LOCATIVE or mention.entity is None:
            continue
        if tokens[0].span.start < mention.span.start - 40 or mention.text.lower() in {"he", "she", "his", "her"}:
            continue
        # Without a verb of its own the parser may take the noun for one: "on the bridge, taking".
        fits = {"NN", "NNS"} | ({"VB", "VBP"} if after[1].tag == "DT" else set())
        noun = next((t for t in after[1:4] if t.tag in fits), None)
        if sentence.kind is CAPTION:
            noun = next((t for t in after[1:6] if t.lemma.lower() in scenes), None)
        if noun is not None and noun.lemma.lower() in scenes:
            entity = document.entities.get(mention.entity)
            name = entity.name if entity is not None else mention.text
            span = Span(mention.span.start, noun.span.end)
            yield Presence(sentence, None, span, True, frozenset({mention.entity}), name)
    if sentence.kind is CAPTION and not document.mentions_in(sentence.span, MentionKind.PERSON):
        yield from _unlisted(document, sentence, tokens)


def _unlisted(document: Document, sentence: Sentence, tokens: Sequence[Token]) -> Iterator[Presence]:
    """A name in a caption that the article has nowhere else: "Photo: Premier X with families at the hall"."""
    start = next((n + 1 for n, t in enumerate(tokens[:4]) if t.text == ":"), 0)
    found = name_at(document, tokens, start)
    if found is None or found[0].start > tokens[start].span.start + NAME:
        return
    after = _leave_company([t for t in tokens if t.span.start >= found[0].end])
    noun = next((t for t in after[1:6] if t.lemma.lower() in presence_words()["scenes"]), None)
    if noun is not None and after[0].text.lower() in LOCATIVE:
        yield Presence(sentence, None, Span(found[0].start, noun.span.end), True, frozenset(), found[2])


def _leave_company(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words behind a name from the place on, behind those whom somebody is with: "with families at the hall"."""
    if not tokens or tokens[0].text.lower() not in COMPANY:
        return tokens[:7]
    for at, token in enumerate(tokens[1:7], 1):
        if token.text.lower() in LOCATIVE:
            return tokens[at : at + 7]
        if token.tag.startswith(("VB", "MD")) or token.text in (",", ".", ";", ":"):
            break
    return tokens[:7]
