"""Ends and sides of one thing: which end of the stand fell, which wing burned, which bank gave way.

``The southern end of the stand dropped`` · ``Portion affected: northern third of the structure``.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from checker.model import BlockKind, Document, Polarity, Sentence, Span, Token

WORDS = {
    "left": "left left-hand",
    "right": "right right-hand",
    "upper": "upper top",
    "lower": "lower bottom",
    "front": "front",
    "rear": "rear back hind",
    "port": "port",
    "starboard": "starboard",
    "inner": "inner",
    "outer": "outer",
}
COMPASS = {f"{way}{tail}": way for way in ("north", "south", "east", "west") for tail in ("", "ern", "ernmost")}
SIDES = COMPASS | {word: side for side, words in WORDS.items() for word in words.split()}
OPPOSITE = frozenset(
    frozenset(pair)
    for pair in (
        ("north", "south"),
        ("east", "west"),
        ("left", "right"),
        ("upper", "lower"),
        ("front", "rear"),
        ("port", "starboard"),
        ("inner", "outer"),
    )
)
PARTS = frozenset("end third half part side section wing tip corner face span flank quarter portion bank arm".split())
HARM = frozenset(
    "fall drop collapse give go crash buckle cave crumble fold sink tilt tip topple slide slip subside fail affect "
    "burn catch ignite blaze hit strike damage destroy flood breach break rupture crack tear explode gut ruin".split()
)
ROW = frozenset({"affected", "damaged", "destroyed", "collapsed", "burned", "burnt", "failed"})
REACH = 22
"""Tokens behind the phrase in which what happened to it is told."""


@dataclass(frozen=True, slots=True)
class End:
    """A side of a thing to which something happened: its words, the side, and the noun for the thing."""

    sentence: Sentence
    span: Span
    side: str
    thing: str


def read_ends(document: Document) -> Iterator[End]:
    """The sides of things that an article says were hit or gave way; nothing where it tells so of two sides of one."""
    found = [end for sentence in document.sentences for end in _read(document, sentence)]
    told: dict[str, set[str]] = {}
    for end in found:
        told.setdefault(end.thing, set()).add(end.side)
    yield from (end for end in found if len(told[end.thing]) == 1)


def exclude(one: str, other: str) -> bool:
    """Whether two sides are opposite ends of one thing."""
    return frozenset((one, other)) in OPPOSITE


def _read(document: Document, sentence: Sentence) -> Iterator[End]:
    if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
        return
    tokens = document.sentence_tokens(sentence)
    low = [t.text.lower() for t in tokens]
    for at in range(len(low) - 3):
        side = SIDES.get(low[at])
        if side is None or low[at + 1] not in PARTS or low[at + 2] != "of":
            continue
        last = _thing(tokens, at + 3)
        if last is None or not _is_harmed(document, sentence, tokens, low, at, last):
            continue
        yield End(sentence, Span(tokens[at].span.start, tokens[last].span.end), side, tokens[last].lemma.lower())


def _thing(tokens: Sequence[Token], at: int) -> int | None:
    """The head of the noun phrase from a token on."""
    head = None
    for n in range(at, min(len(tokens), at + 8)):
        if tokens[n].tag == "HYPH":
            head = None  # "the ten-foot-high stand"
        elif tokens[n].tag in ("NN", "NNS"):
            head = n
        elif head is not None or not tokens[n].tag.startswith(("DT", "JJ", "CD", "HYPH", "NNP", "PRP$", "VBN")):
            break
    return head


def _is_harmed(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str], at: int, last: int
) -> bool:
    """Whether something happened to the part: the verb behind it, or the head of its row."""
    if ":" in low[:at] and ROW & {*low[:at]}:
        return True
    behind = tokens[last + 1 : last + 1 + REACH]
    verb = next((t for t in behind if t.tag in ("VBD", "VBZ", "VBN") and t.lemma.lower() in HARM), None)
    if verb is None:
        return False
    between = low[last + 1 : verb.index - sentence.first]
    if {"not", "n't", "n’t", "never", "no"} & {*between}:
        return False
    clause = next((c for c in document.clauses if c.head == verb.index), None)
    return clause is None or (clause.polarity is not Polarity.NEGATIVE and not clause.conditional)
