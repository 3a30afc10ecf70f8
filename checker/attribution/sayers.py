"""Who says a thing, as far as two articles can be told to mean one person: by name, or by what they call him.

Also the turns of a transcript (``KIRSCHNER: I met him once.``), which stand without marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from checker.factuality.voices import PRONOUNS
from checker.language.phrases import tokens_in
from checker.model import Document, MentionKind, Quote, QuoteType, Span
from checker.values.sorts import are_two, sorts_of

TURN = re.compile(r"(?<![\w.])(?P<who>[A-Z][A-Z'’-]+(?:\s[A-Z][A-Z'’-]+){0,2}|[QA]):\s+(?=\S)")
"""The label of a turn: ``KIRSCHNER:``, ``Q:``."""

AGED = "-year-"
"""Before "old", for somebody who is called by his age."""

FEWEST_TURNS = 2
LONGEST_TURN = 400
ASKED = frozenset({"Q", "QUESTION", "REPORTER", "A", "ANSWER", "INTERVIEWER"})


@dataclass(frozen=True, slots=True)
class Sayer:
    """A speaker: ``name`` folded, empty for "he" and "the captain"; ``sorts`` of person that the article makes of him.

    ``sole`` says that the article gives words in marks to nobody else.
    """

    name: str
    sorts: frozenset[str]
    sole: bool

    def may_be(self, other: Sayer) -> bool:
        """Whether both are one person: one name, or one of them is unnamed and each article quotes one person alone."""
        if not (self.name and other.name):
            return self.sole and other.sole and not are_two(self.sorts, other.sorts)
        left, right = self.name.split(), other.name.split()
        if left[-1] != right[-1]:
            return False
        return min(len(left), len(right)) == 1 or left[0][:1] == right[0][:1]


def name_sayer(document: Document, quote: Quote) -> Sayer | None:
    """The speaker of a quotation; None where it is a body, several people, or somebody who cannot be told."""
    if quote.speaker is None:
        return None
    entity = document.entities.get(quote.speaker_entity or "")
    words = quote.speaker.of(document.text)
    sole = _is_sole(document, quote)
    if entity is not None and entity.kind is MentionKind.PERSON:
        return Sayer(_fold(entity.name), sorts_of(" , ".join(sorted(entity.roles))), sole)
    tokens = tokens_in(document, quote.speaker)
    if not tokens:
        return None
    capitals = [t.text for t in tokens if t.text[:1].isupper() and t.text[:1].isalpha()]
    if len(capitals) > 1 and tokens[-1].text == capitals[-1] and words.split()[0].lower() != "the":
        return Sayer(_fold(" ".join(capitals)), sorts_of(words), sole)
    if len(tokens) == 1 and words.isupper():
        return Sayer(_fold(words), frozenset(), sole)
    if tokens[-1].tag in ("NNS", "NNPS") or words.lower() in ("they", "we", "you"):
        return None
    aged = document.text[max(0, quote.speaker.start - len(AGED)) : quote.speaker.start].lower() == AGED
    if not aged and words.lower() not in PRONOUNS and words.split()[0].lower() not in ("the", "a", "an", "his", "her"):
        return None
    people = {m.entity for m in document.mentions if m.kind is MentionKind.PERSON and m.entity in document.entities}
    name = document.entities[people.pop() or ""].name if len(people) == 1 else ""
    return Sayer(_fold(name), sorts_of(words), sole)


def _fold(name: str) -> str:
    return " ".join(w.strip(".,'’") for w in name.casefold().split())


def _is_sole(document: Document, quote: Quote) -> bool:
    """Whether every quotation in marks of the article is of this speaker, or goes on without one."""
    marked = [q for q in document.quotes if q.type is not QuoteType.INDIRECT and q.speaker is not None]
    who = {q.speaker_entity or (q.speaker.of(document.text).casefold() if q.speaker else "") for q in marked}
    own = quote.speaker_entity or (quote.speaker.of(document.text).casefold() if quote.speaker else "")
    return who <= {own, *PRONOUNS}


def read_turns(document: Document) -> Iterator[Quote]:
    """The turns of a transcript that somebody named in capitals speaks."""
    turns = list(TURN.finditer(document.text))
    if len(turns) < FEWEST_TURNS or not any(t["who"] in ASKED for t in turns):
        return
    ends = [t.start() for t in turns[1:]] + [len(document.text)]
    for turn, end in zip(turns, ends, strict=True):
        stop = min(end, turn.end() + LONGEST_TURN)
        words = document.text[turn.end() : stop].rstrip()
        if turn["who"] in ASKED or not words:
            continue
        content = Span(turn.end(), turn.end() + len(words))
        who = Span(turn.start("who"), turn.end("who"))
        key = next(
            (k for k, e in document.entities.items() if e.name.casefold().split()[-1:] == [turn["who"].casefold()]),
            None,
        )
        sentence = next((t.sentence for t in tokens_in(document, content)), -1)
        yield Quote(
            type=QuoteType.DIRECT,
            content=content,
            words=words,
            speaker=who,
            cue=None,
            speaker_entity=key,
            sentence=sentence,
        )
