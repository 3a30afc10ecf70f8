"""Proportions: what a share is the share of, in whatever words ("Women: 38%", "28% of those who ran were women").

Two ways lead to one question: the noun of those who make up the share, whichever side of the figure it stands on, and
the tables of ``data/proportions.toml``, which give for a question the words that articles ask it with.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.factuality.motions import read_changes
from checker.language.phrases import NOUN_TAGS, word_of
from checker.lexicon import is_group_noun, is_person_noun
from checker.model import BlockKind, Document, Mention, MentionKind, Sentence, Span, Token
from checker.values.quantities import Quantity

NEAR = 9
"""Words on each side of a share in which the words of a question stand."""

BEHIND = 12
"""Words behind "N per cent of" in which the verb and those who make it up stand."""

EARLIER = frozenset({"from", "against", "than", "with", "versus", "after", "between"})
"""Words before a share that is the one of another time ("compared with 66 per cent", "up from 12%")."""

MAKING = ("make up", "made up", "makes up", "account for", "accounted for", "accounts for", "represent", "represented")
BEING = frozenset({"is", "are", "was", "were", "being", "be"})


@dataclass(frozen=True, slots=True)
class Proportion:
    """A share with its question: ``asks`` names it, ``rest`` says that it is what is left of the whole."""

    key: str
    asks: str
    mention: Mention
    sentence: Sentence
    focus: Span
    rest: bool = False


@dataclass(frozen=True, slots=True)
class Ask:
    """A question of the tables, with its words: for the share, for the rest of it, and needed beside."""

    name: str
    asks: str
    words: tuple[str, ...]
    instead: tuple[str, ...]
    beside: frozenset[str]


@cache
def load_asks() -> tuple[Ask, ...]:
    """Read the tables."""
    data = tomllib.loads((files("checker.factuality") / "data" / "proportions.toml").read_text("utf-8"))
    return tuple(
        Ask(
            name,
            table["asks"],
            tuple(table["words"]),
            tuple(table.get("instead", ())),
            frozenset(table.get("with", ())),
        )
        for name, table in data.items()
    )


def read_proportions(document: Document) -> Iterator[Proportion]:
    """Every share whose question is known, in reading order."""
    changed = [change.focus for change in read_changes(document)]
    for sentence in document.sentences:
        if sentence.kind is BlockKind.FURNITURE:
            continue
        shares = [m for m in document.mentions_in(sentence.span, MentionKind.PERCENT) if _is_share(m)]
        tokens = document.sentence_tokens(sentence) if shares else []
        lowered = [t.text.lower() for t in tokens]
        for number, mention in enumerate(shares):
            inside = [n for n, t in enumerate(tokens) if t.span.overlaps(mention.span)]
            if not inside or (inside[0] and lowered[inside[0] - 1] in EARLIER):
                continue
            low = max(0, inside[0] - NEAR)
            high = min(len(tokens), inside[-1] + 1 + NEAR)
            if number:
                low = max(low, *(n for n, t in enumerate(tokens) if t.span.end <= shares[number - 1].span.end), low)
            if number + 1 < len(shares):
                following = shares[number + 1].span.start
                high = min(high, next(n for n, t in enumerate(tokens) if t.span.end > following))
            moved = any(span.overlaps(mention.span) for span in changed)
            yield from _ask_tables(mention, sentence, tokens, lowered, low, high, moved=moved)
            if not moved and (maker := _made_of(tokens, lowered, inside[0], inside[-1])) is not None:
                noun = tokens[maker]
                focus = _join(mention.span, noun.span)
                yield Proportion(f"of {word_of(noun)}", f"how many are {noun.text.lower()}?", mention, sentence, focus)


def _is_share(mention: Mention) -> bool:
    value = mention.value
    return isinstance(value, Quantity) and value.dimension == "share"


def _ask_tables(
    mention: Mention,
    sentence: Sentence,
    tokens: Sequence[Token],
    lowered: Sequence[str],
    low: int,
    high: int,
    *,
    moved: bool,
) -> Iterator[Proportion]:
    """The questions of the tables whose words stand near a share."""
    lemmas = {t.lemma.lower() for t in tokens} | {*lowered}
    near = f" {' '.join(w for w in lowered[low:high])} "
    for ask in load_asks():
        if (moved and ask.name != "pay") or (ask.beside and not ask.beside & lemmas):
            continue
        for words, rest in ((ask.words, False), (ask.instead, True)):
            found = next((w for w in words if f" {w} " in near), None)
            if found is None:
                continue
            first = found.split()[0]
            at = min((n for n in range(low, high) if lowered[n] == first), key=lambda n: _away(tokens[n], mention))
            yield Proportion(ask.name, ask.asks, mention, sentence, _join(mention.span, tokens[at].span), rest)
            return


def _away(token: Token, mention: Mention) -> int:
    return min(abs(token.span.start - mention.span.end), abs(mention.span.start - token.span.end))


def _join(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _made_of(tokens: Sequence[Token], lowered: Sequence[str], first: int, last: int) -> int | None:
    """The noun of those who make up a share: before a label's colon or "make up", behind "of the field were"."""
    if first >= 2 and lowered[first - 1] in {":", "|"} and tokens[first - 2].tag in {"NNS", "NN"} and first <= 3:
        return first - 2 if _counts(tokens[first - 2]) else None
    before = " ".join(lowered[max(0, first - 3) : first])
    if making := next((m for m in MAKING if m in before), None):
        at = first - 1 - len(before[before.index(making) :].split())
        return at if at >= 0 and _counts(tokens[at]) else None
    if lowered[last + 1 : last + 2] != ["of"]:
        return None
    for at in range(last + 3, min(len(tokens), last + 1 + BEHIND)):
        if lowered[at] in {";", ":", ".", ","}:
            return None
        if lowered[at] in BEING:
            behind = tokens[at + 1 : at + 2]
            ends = lowered[at + 2 : at + 3] in ([], ["."], [","], [";"], ["and"], ["in"], ["from"], ["this"])
            return at + 1 if behind and ends and _counts(behind[0]) else None
    return None


def _counts(token: Token) -> bool:
    """Whether a token names those who can make up a share: people of a kind, things of a kind."""
    if token.tag == "NNS":
        return True
    return token.tag in NOUN_TAGS and (is_person_noun(word_of(token)) or is_group_noun(word_of(token)))
