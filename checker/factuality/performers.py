"""Performers: who did what one person does to one thing in an event, by every way in which news tells it.

``moved by Hon. X`` · ``the motion that X put down`` · ``led by Captain X`` · ``the expedition of Captain X`` ·
``the mediator, the retired chief justice X`` · ``X led the soldiers``. The words are read in a row, since the parser
loses many of these clauses.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from checker.factuality.called import name_at, name_ending
from checker.factuality.uniques import OTHERS, Unique
from checker.language.phrases import content_lemmas
from checker.model import BlockKind, Document, Sentence, Span, Token

VERB, NOUN, THING = "verb", "noun", "thing"
BACK = 16
"""Tokens before a verb in which the thing that it is done to is looked for."""

AHEAD = 7
"""The same behind it, where the doer stands before."""

BREAKS = frozenset({";", ":", "?", "!", "(", ")"})
SIDES = frozenset({"side", "delegation", "team", "for", "behalf", "union", "party"})
"""Words by which an act is only one side's of a two-sided thing."""

SEVERAL = OTHERS | {"first", "earlier", "separate", "new", "rival", "final", "fourth", "fifth"}
"""Words by which a thing is one of several."""

DENIED = frozenset({"not", "never", "n't", "n’t", "if", "would", "could", "will", "may", "might", "to", "should"})


@dataclass(frozen=True, slots=True)
class _Act:
    name: str
    asks: str
    done: tuple[tuple[str, ...], ...]
    things: frozenset[str]
    nouns: tuple[tuple[str, ...], ...]
    of: frozenset[str]
    own: bool


@cache
def _acts() -> tuple[_Act, ...]:
    data = tomllib.loads((files("checker.factuality") / "data" / "performers.toml").read_text("utf-8"))
    return tuple(
        _Act(
            row["id"],
            row["asks"],
            tuple(tuple(phrase.split()) for phrase in row["done"]),
            frozenset(row["things"]),
            tuple(tuple(noun.split()) for noun in row.get("nouns", ())),
            frozenset(row.get("of", ())),
            bool(row.get("own")),
        )
        for row in data["act"]
    )


@cache
def _starts() -> dict[str, tuple[tuple[_Act, tuple[str, ...], str], ...]]:
    """The phrases that tell of acts by their first word: most sentences hold none."""
    found: dict[str, list[tuple[_Act, tuple[str, ...], str]]] = {}
    for act in _acts():
        told = [(phrase, VERB) for phrase in act.done] + [(noun, NOUN) for noun in act.nouns]
        for phrase, kind in (*told, *(((thing,), THING) for thing in sorted(act.of))):
            found.setdefault(phrase[0], []).append((act, phrase, kind))
    return {word: tuple(phrases) for word, phrases in found.items()}


def read_performers(document: Document) -> Iterator[Unique]:
    """Everybody named as the doer of such an act; nothing where an article names two for one."""
    found = [unique for sentence in document.sentences for unique in _read(document, sentence)]
    found = [unique for unique in found if not unique.narrowed & SEVERAL]
    several = {act.name for act in _acts() if act.own}
    named: dict[tuple[str, frozenset[str]], set[str]] = {}
    for unique in found:
        which = unique.narrowed if unique.question in several else frozenset[str]()
        named.setdefault((unique.question, which), set()).add(unique.key or unique.text.casefold())
    for unique in found:
        which = unique.narrowed if unique.question in several else frozenset[str]()
        if len(named[unique.question, which]) == 1:
            yield unique


def asks_of(question: str) -> str:
    """The question in words, by the name under which its answers are told."""
    return next((act.asks for act in _acts() if act.name == question), f"who was the {question}?")


def _read(document: Document, sentence: Sentence) -> Iterator[Unique]:
    if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
        return
    tokens = document.sentence_tokens(sentence)
    low = [t.text.lower() for t in tokens]
    for at, word in enumerate(low):
        for act, phrase, told in _starts().get(word, ()):
            end = at + len(phrase)
            if tuple(low[at:end]) != phrase:
                continue
            if told == VERB:
                yield from _of_verb(document, sentence, tokens, low, (at, end), act)
            elif told == NOUN:
                yield from _of_noun(document, tokens, low, (at, end), act)
            else:
                yield from _of_thing(document, tokens, low, at, act)


def _of_verb(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    low: Sequence[str],
    verb: tuple[int, int],
    act: _Act,
) -> Iterator[Unique]:
    at, end = verb
    if DENIED & {*low[max(0, at - 3) : at]}:
        return
    by = next((n for n in range(end, min(len(low), end + 3)) if low[n] == "by"), None)
    if low[end - 1] == "of":
        by = end - 1
    if by is not None:
        thing = _thing_before(document, sentence, tokens, low, at, act)
        name = name_at(document, tokens, by + 1)
    else:
        if tokens[at].tag not in ("VBD", "VBN"):
            return
        thing = _thing_behind(tokens, end, act) or _thing_of_relative(tokens, low, at, act)
        name = name_ending(document, tokens, at)
    if thing is None or name is None or (act.name == "mediate" and SIDES & {*low[end : end + 12]}):
        return
    words = Span(tokens[at].span.start, tokens[end - 1].span.end)
    yield _unique(document, act, thing, words, name)


def _thing_before(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str], at: int, act: _Act
) -> tuple[Sequence[Token], int] | None:
    """What a passive is said of: the nearest thing before it, in the sentence or, for "it was", in the one before."""
    for n in range(at - 1, max(-1, at - BACK), -1):
        if low[n] in BREAKS:
            break
        if _is_thing(tokens, n, act):
            return tokens, n
        if tokens[n].tag == "NN" and n < at - 1 and low[n + 1] == ",":
            continue
    opening = [t for t in low[:at] if t.isalpha()]
    if opening[:1] in (["it"], ["they"], ["this"], []) and len(opening) <= 4 and sentence.index:
        before = document.sentences[sentence.index - 1]
        earlier = document.sentence_tokens(before)
        found = next((n for n in range(len(earlier)) if _is_thing(earlier, n, act)), None)
        return (earlier, found) if found is not None else None
    return None


def _thing_behind(tokens: Sequence[Token], end: int, act: _Act) -> tuple[Sequence[Token], int] | None:
    """What an active verb is done to: "led the soldiers"."""
    for n in range(end, min(len(tokens), end + AHEAD)):
        if tokens[n].text in BREAKS or tokens[n].text == "," or tokens[n].tag in ("IN", "TO"):
            return None
        if _is_thing(tokens, n, act):
            return tokens, n
    return None


def _thing_of_relative(
    tokens: Sequence[Token], low: Sequence[str], at: int, act: _Act
) -> tuple[Sequence[Token], int] | None:
    """``the motion that X put down``."""
    who = next((n for n in range(at - 1, max(0, at - 8), -1) if low[n] in ("that", "which")), None)
    if who is None or not _is_thing(tokens, who - 1, act):
        return None
    return tokens, who - 1


def _is_thing(tokens: Sequence[Token], at: int, act: _Act) -> bool:
    token = tokens[at]
    if not token.tag.startswith("NN"):
        return False
    whole = f"{tokens[at - 1].text.lower()} {token.lemma.lower()}" if at else ""
    known = token.lemma.lower() in act.things or token.text.lower() in act.things or whole in act.things
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return known and not (following is not None and following.tag in ("NN", "NNS") and following.text != ",")


def _of_noun(
    document: Document, tokens: Sequence[Token], low: Sequence[str], noun: tuple[int, int], act: _Act
) -> Iterator[Unique]:
    """``the mediator, the retired chief justice X``, ``mediator X``, ``X, the mediator``."""
    at, end = noun
    inner = list(low[max(0, at - 3) : at])
    if low[end : end + 1] == ["of"] or OTHERS & {*inner} or inner[-1:] in (["a"], ["an"]):
        return
    joined = low[end] in (",", ":", "–", "—", "(") if end < len(low) else False
    name = name_at(document, tokens, end + joined)
    if name is None and at > 2 and low[at - 1] == "the" and low[at - 2] == ",":
        name = name_ending(document, tokens, at - 2)
    if name is not None:
        words = Span(tokens[at].span.start, tokens[end - 1].span.end)
        yield _unique(document, act, None, words, name)


def _of_thing(document: Document, tokens: Sequence[Token], low: Sequence[str], at: int, act: _Act) -> Iterator[Unique]:
    """``the expedition of Captain X``, ``X's expedition``."""
    name = None
    if low[at + 1 : at + 2] == ["of"] and at and low[at - 1] == "the":
        name = name_at(document, tokens, at + 2, people=True)
    elif at > 1 and tokens[at - 1].tag == "POS":
        name = name_ending(document, tokens, at - 1, people=True)
    if name is not None:
        yield _unique(document, act, (tokens, at), tokens[at].span, name)


def _unique(
    document: Document,
    act: _Act,
    thing: tuple[Sequence[Token], int] | None,
    words: Span,
    name: tuple[Span, str | None, str],
) -> Unique:
    narrowed: set[str] = set()
    if thing is not None:
        tokens, at = thing
        first = at
        while first and tokens[first - 1].tag in ("JJ", "NN", "NNP", "VBN", "HYPH", "NNPS"):
            first -= 1
        narrowed = {w for w in content_lemmas(document, list(tokens[first:at])) if w.isalpha()}
        if act.own:
            narrowed.add(tokens[at].lemma.lower())
    span, key, text = name
    return Unique(act.name, frozenset(narrowed), words, span, key, text)
