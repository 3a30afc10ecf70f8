"""Who fills a part in an event, by the words around a name: ``the contract has gone to X``; ``X won the order``.

The parts and their words are those of ``data/castings.toml``. People and firms are read alike; an article that names
two for one part says nothing. Two articles differ only where neither name is anywhere in the other article.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.factuality.called import ADDRESSES, PARTICLES
from checker.model import BlockKind, Document, MentionKind, Sentence, Span, Token

GAPS = {"*": 3, "**": 9}
"""In a pattern: up to so many words of any kind, none of them behind a comma."""

LEAD = 6
"""Tokens between such words and the name that describe its bearer: "to the Dutch group X"."""

LONGEST_NAME = 5
LONGEST_ASIDE = 8
LEADING = ("DT", "JJ", "NN", "NNP", "VBN", "HYPH", "PRP$", "POS", "CD", "NNS", ":")
HELPING = frozenset(
    "has had have is was were be been will would could to who which that also then later now since already himself "
    "herself itself duly finally reportedly again only just".split()
)
DENIED = frozenset(
    {"not", "never", "n't", "n’t", "if", "may", "might", "could", "nobody", "none", "without", "whether"}
)
NAMELESS = frozenset({MentionKind.DATE, MentionKind.TIME, MentionKind.MONEY, MentionKind.NUMBER, MentionKind.PERCENT})
FIRMS = (MentionKind.PERSON, MentionKind.ORGANISATION)


@dataclass(frozen=True, slots=True)
class Casting:
    """A part, what it asks, and who fills it: the ranges of name and words, the key and text of the name."""

    part: str
    asks: str
    name: Span
    words: Span
    key: str | None
    text: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """A row of words; ``closing`` are those that can close it: a sentence without any of them does not hold it."""

    part: str
    asks: str
    words: tuple[frozenset[str], ...]
    behind: bool
    kinds: frozenset[MentionKind]
    needs: frozenset[str]
    closing: frozenset[str]


@cache
def _patterns() -> Mapping[str, tuple[_Pattern, ...]]:
    """The patterns by their first word."""
    data = tomllib.loads(files("checker.factuality").joinpath("data", "castings.toml").read_text(encoding="utf-8"))
    found: dict[str, list[_Pattern]] = {}
    for row in data["part"]:
        kinds = frozenset(MentionKind(kind) for kind in row.get("kinds", ("person", "organisation")))
        needs = frozenset(row.get("needs", ()))
        for behind, phrases in ((False, row.get("before", ())), (True, row.get("behind", ()))):
            for phrase in phrases:
                words = tuple(frozenset(word.split("|")) for word in phrase.split())
                closing = next(listed for listed in reversed(words) if GAPS.keys().isdisjoint(listed))
                pattern = _Pattern(row["id"], row["asks"], words, behind, kinds, needs, closing)
                for first in words[0]:
                    found.setdefault(first, []).append(pattern)
    return {word: tuple(patterns) for word, patterns in found.items()}


def read_castings(document: Document) -> Iterator[Casting]:
    """Everybody and every firm named for a part; nothing where an article names two for one."""
    said = frozenset(t.lemma.lower() for t in document.tokens)
    found = [c for sentence in document.sentences for c in _read(document, sentence, said)]
    named: dict[str, set[str]] = {}
    for casting in found:
        named.setdefault(casting.part, set()).add(casting.key or casting.text.casefold())
    seen: set[str] = set()
    for casting in found:
        if len(named[casting.part]) == 1 and casting.part not in seen:
            seen.add(casting.part)
            yield casting


def names_in(document: Document) -> frozenset[str]:
    """Every word of the article that begins with a capital, folded: whoever is not among them is not named there."""
    return frozenset(t.text.casefold() for t in document.tokens if t.text[:1].isupper())


def _read(document: Document, sentence: Sentence, said: frozenset[str]) -> Iterator[Casting]:
    if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
        return
    tokens = document.sentence_tokens(sentence)
    low = [t.text.lower() for t in tokens]
    here, patterns = frozenset(low), _patterns()
    for at, word in enumerate(low):
        for pattern in patterns.get(word, ()):
            if pattern.closing.isdisjoint(here) or (pattern.needs and not pattern.needs & said):
                continue
            end = _match(low, at, pattern.words)
            if end is None or DENIED & {*low[max(0, at - 3) : end]}:
                continue
            name = _before(tokens, low, at) if pattern.behind else _after(tokens, end)
            if name is None:
                continue
            casting = _cast(document, tokens, name, (at, end), pattern)
            if casting is not None:
                yield casting


def _match(low: Sequence[str], at: int, words: Sequence[frozenset[str]]) -> int | None:
    here, gap = at, 0
    for word in words:
        if (wide := next((GAPS[w] for w in word if w in GAPS), 0)) > 0:
            gap = wide
            continue
        stop = next((n for n in range(here, min(len(low), here + gap + 1)) if low[n] in word), None)
        if stop is None or any(low[n] in (",", ";", ":") for n in range(here, stop)):
            return None
        here, gap = stop + 1, 0
    return here


def _is_capital(token: Token) -> bool:
    return token.text[:1].isupper() and token.text[:1].isalpha() and token.tag not in ("DT", "IN", "PRP", "PRP$", "CC")


def _after(tokens: Sequence[Token], at: int) -> tuple[int, int] | None:
    """The name behind words: the last run of capitals of the phrase that begins there."""
    n = at
    while n < len(tokens) and n - at < LEAD:
        token = tokens[n]
        if _is_capital(token):
            end = _run(tokens, n)
            if end < len(tokens) and tokens[end].tag == "POS" and end + 1 < len(tokens):
                n = end + 1  # "Belgium's Scheldemond Marine"
                continue
            if end < len(tokens) and tokens[end].tag in ("NN", "HYPH") and _names_on(tokens, end):
                n = end + 1  # "Dutch group Van der Wiel"
                continue
            return n, end
        joined = token.text == "," and n > at and n + 1 < len(tokens) and _is_capital(tokens[n + 1])
        if not joined and not token.tag.startswith(LEADING):
            return None  # but "the undersecretary, Ada Reed"
        n += 1
    return None


def _names_on(tokens: Sequence[Token], at: int) -> bool:
    """Whether small nouns lead on to another run of capitals."""
    while at < len(tokens) and tokens[at].tag in ("NN", "HYPH", "JJ") and not _is_capital(tokens[at]):
        at += 1
    return at < len(tokens) and _is_capital(tokens[at])


def _run(tokens: Sequence[Token], first: int) -> int:
    end = first
    while end < len(tokens) and end - first < LONGEST_NAME:
        small = end > first and (tokens[end].text.lower() in PARTICLES or tokens[end].text in ("-", "&"))
        if not small and not _is_capital(tokens[end]):
            break
        end += 1
    while end > first + 1 and not _is_capital(tokens[end - 1]):
        end -= 1
    return end


def _before(tokens: Sequence[Token], low: Sequence[str], at: int) -> tuple[int, int] | None:
    """The name whose words end where others begin; helping verbs and an aside may stand between."""
    last = at - 1
    while last >= 0 and low[last] in HELPING:
        last -= 1
    if last >= 0 and low[last] == ",":
        opening = next((n for n in range(last - 1, max(-1, last - LONGEST_ASIDE), -1) if low[n] == ","), None)
        apposed = opening is not None and not _is_capital(tokens[opening - 1]) and _is_capital(tokens[last - 1])
        last = (opening if opening is not None and not apposed else last) - 1  # "the undersecretary, Ada Reed, had"
    if last < 0 or not _is_capital(tokens[last]):
        return None
    first = last
    while first and last - first < LONGEST_NAME:
        small = tokens[first - 1].text.lower() in PARTICLES or tokens[first - 1].text in ("-", "&")
        if not small and not _is_capital(tokens[first - 1]):
            break
        first -= 1
    while first < last and not _is_capital(tokens[first]):
        first += 1
    return first, last + 1


def _cast(
    document: Document, tokens: Sequence[Token], name: tuple[int, int], words: tuple[int, int], pattern: _Pattern
) -> Casting | None:
    first, end = name
    while first < end - 1 and is_address(tokens[first]):
        first += 1
    span = Span(tokens[first].span.start, tokens[end - 1].span.end)
    told = Span(tokens[words[0]].span.start, tokens[words[1] - 1].span.end)
    if document.mentions_in(span, *NAMELESS):
        return None
    known = [m for m in document.mentions_in(span, *FIRMS) if m.entity in document.entities]
    if known:
        mention = known[-1]
        if mention.kind not in pattern.kinds:
            return None
        entity = document.entities[mention.entity or ""]
        return Casting(pattern.part, pattern.asks, mention.span, told, entity.key, entity.name)
    if document.mentions_in(span, MentionKind.PLACE) or end - first < 2:
        return None
    return Casting(pattern.part, pattern.asks, span, told, None, span.of(document.text))


def is_address(token: Token) -> bool:
    """Whether a capital before a name is a form of address or a title."""
    return token.text.lower().rstrip(".") in ADDRESSES
