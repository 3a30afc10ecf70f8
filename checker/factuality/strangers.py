"""Strangers: names of one article that the other never mentions, each where the other has a stranger of its own.

Two desks that tell one event name the same people, firms and things. Where each has a name that the other has nowhere,
and both give it to one part of the event (the mediator, the ferry, whoever designed the bridge), one of them is wrong.
The parts are read in a row of words, since the parser loses many of these clauses: the nouns that describe the bearer
of a name, and the deeds that a name is the doer of.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from checker.factuality.prominence import list_prominent
from checker.factuality.strange_names import TITLED, Name, find_names
from checker.language.phrases import word_of
from checker.lexicon import is_person_noun
from checker.model import BlockKind, Document, MentionKind, Sentence, Span, Token

REACH = 9
"""Words of the description of a bearer, at most."""

BEHIND = 8
"""Words behind a verb in which what it is done to is named."""

BEFORE = 12
"""Words before the verb of a passive in which the same is named."""

INNER = frozenset({"NN", "NNS", "JJ", "JJR", "JJS", "VBN", "VBG", "CD", "HYPH", "RB", "NNP", "POS", "FW"})
OWNING = frozenset({"the", "its", "his", "her", "their", "our", "my", "'s", "’s", "whose", "this", "that"})
ANY = frozenset({"a", "an", "another", "one", "two", "some", "other", "every", "each"})
TYING = frozenset({"of", "for", "against", "in", "at", "from", "on", "with", "behind", "to"})
"""Prepositions by which a noun phrase goes on."""

BEING = frozenset({"is", "was", "are", "were", "be", "been", "'s", "’s"})
CALLING = frozenset(
    {"called", "named", "christened", "dubbed", "titled", "entitled", "nicknamed", "codenamed", "branded"}
)
HELPING = frozenset(
    "has had have is was were be been being will would to who which that also then later now since already himself "
    "herself itself duly finally reportedly again only just first may must can".split()
)
DENIED = frozenset({"not", "never", "n't", "n’t", "nobody", "none", "without", "unlike", "neither", "nor", "if"})
QUOTES = frozenset({'"', "“", "”", "'", "‘", "’", "``", "''", "*", "**", "_"})
SELF = frozenset({"itself", "themselves", "himself", "herself"})
TIMES = frozenset("second minute hour day week month year morning night evening time moment season century".split())
FORMER = frozenset({"former", "ex", "late", "previous", "then", "outgoing", "deputy", "vice", "assistant", "next"})
"""Words by which a description is of somebody beside the one that the noun alone is of."""


@dataclass(frozen=True, slots=True)
class Stranger:
    """A name and the part that its bearer has: ``slot`` names the part, ``words`` is what gives it.

    ``modifiers`` narrow a description; ``things`` are the nouns that a deed is done to; ``aside`` says that it stands
    beyond the opening of a longer article, where much is beside its event.
    """

    slot: str
    asks: str
    name: Span
    words: Span
    key: str | None
    text: str
    modifiers: frozenset[str] = frozenset()
    things: frozenset[str] = frozenset()
    aside: bool = False


@dataclass(frozen=True, slots=True)
class _Tables:
    deeds: Mapping[str, str]
    things: Mapping[str, str]
    many: frozenset[str]
    sole: frozenset[str]


@cache
def _tables() -> _Tables:
    data = tomllib.loads(files("checker.factuality").joinpath("data", "strangers.toml").read_text(encoding="utf-8"))
    deeds = {verb: deed for deed, verbs in data["deeds"].items() for verb in verbs}
    things = {noun: kind for kind, nouns in reversed(data["things"].items()) for noun in nouns}
    people = data["people"]
    return _Tables(deeds, things, frozenset(people["many"]), frozenset(people["sole"]))


def read_strangers(document: Document) -> Iterator[Stranger]:
    """Every name of an article with a part; nothing where the article has two names for one part."""
    opening = {sentence.index for sentence in list_prominent(document)}
    found = [
        stranger if sentence.index in opening else replace(stranger, aside=True)
        for sentence in document.sentences
        for stranger in _read(document, sentence)
    ]
    parts: dict[str, list[Stranger]] = {}
    for stranger in found:
        parts.setdefault(stranger.slot, []).append(stranger)
    seen: set[tuple[str, str, frozenset[str]]] = set()
    for stranger in found:
        which = (stranger.slot, stranger.text, stranger.things)
        if which not in seen and not any(_rivals(stranger, other) for other in parts[stranger.slot]):
            seen.add(which)
            yield stranger


def _rivals(one: Stranger, other: Stranger) -> bool:
    """Whether an article names two for one part."""
    if {*one.text.casefold().split()} & {*other.text.casefold().split()}:
        return False
    return not one.things or bool(one.things & other.things)


def _read(document: Document, sentence: Sentence) -> Iterator[Stranger]:
    if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE):
        return
    tokens = document.sentence_tokens(sentence)
    low = [t.text.lower() for t in tokens]
    for name in find_names(document, sentence):
        yield from _described(tokens, low, name)
        yield from _doing(document, tokens, low, name)


def _described(tokens: Sequence[Token], low: Sequence[str], name: Name) -> Iterator[Stranger]:
    """The descriptions beside a name: before it, apart by a comma, behind it, or joined by a form of "be"."""
    yield from _titled(tokens, name)
    if name.first > 1 and low[name.first - 1] in SELF and low[name.first - 2] in ("call", "calls", "calling", "called"):
        told = Span(tokens[name.first - 2].span.start, tokens[name.first - 1].span.end)
        yield Stranger("called gang", "what does it call itself?", name.span, told, name.key, name.text)
    for head, first, end, owner in _phrases(tokens, low, name):
        noun = word_of(tokens[head])
        inner = [t for t in tokens[first:end] if t.index != tokens[head].index]
        modifiers = frozenset(word_of(t) for t in inner if t.tag.startswith(("NN", "JJ", "VBN")) and t.text.isalpha())
        words = Span(tokens[first].span.start, tokens[end - 1].span.end)
        if owner in ANY and end > name.first and not _calls(low, end, name.first):
            continue
        if (slot := _slot(noun, modifiers, owner, name)) is not None:
            named = slot.startswith("called")
            asks = f"what is the {noun} called?" if named else f"who is the {noun}?"
            yield Stranger(slot, asks, name.span, words, name.key, name.text, modifiers)


def _titled(tokens: Sequence[Token], name: Name) -> Iterator[Stranger]:
    """The noun in capitals that opens a name: "Operation Dawn", "Cyclone Ada"."""
    title = tokens[name.first - 1] if name.first else None
    if title is not None and title.text in {word.capitalize() for word in TITLED} and name.mention is None:
        kind = TITLED[title.text.lower()]
        yield Stranger(f"called {kind}", f"what is the {kind} called?", name.span, title.span, None, name.text)


def _calls(low: Sequence[str], end: int, first: int) -> bool:
    return any(word in CALLING for word in low[end:first])


def _slot(noun: str, modifiers: frozenset[str], owner: str, name: Name) -> str | None:
    """Under which part a description puts a name; None where many have it."""
    tables = _tables()
    person = name.mention is not None and name.mention.kind is MentionKind.PERSON
    kind = tables.things.get(noun)
    if (person and owner in OWNING and kind is None) or (is_person_noun(noun) and (person or kind is None)):
        if not person or modifiers & FORMER or noun[:1].isupper():
            return None
        if noun in tables.many and not (noun in tables.sole and owner in OWNING and modifiers):
            return None
        return f"role {noun}" if owner not in ANY else None
    return f"called {kind}" if kind is not None else None


def _phrases(tokens: Sequence[Token], low: Sequence[str], name: Name) -> Iterator[tuple[int, int, int, str]]:
    """The noun phrases that describe a name: the head, first and end of each, and the word that opens it."""
    at = name.first
    while at and tokens[at - 1].text in QUOTES:
        at -= 1
    if (near := _phrase_before(tokens, low, at)) is not None:
        yield near
        at = near[1] - (near[3] in OWNING | ANY)
    while at and tokens[at - 1].text in QUOTES:
        at -= 1
    joint = at - 1
    while joint > 0 and (low[joint] in CALLING or low[joint] in BEING):
        joint -= 1
    joined = joint < at - 1
    if joint > 0 and (tokens[joint].text in (",", ":", "(", "–", "—") or joined):
        end = joint if tokens[joint].text in (",", ":", "(", "–", "—") else joint + 1
        if (far := _phrase_before(tokens, low, end)) is not None and (far[3] or tokens[joint].text == ":"):
            yield far
        if (whole := _phrase_around(tokens, low, end)) is not None:
            yield whole
    at = name.end
    if (
        at < len(tokens)
        and tokens[at].tag == "NN"
        and name.mention is None
        and (at + 1 == len(tokens) or tokens[at + 1].tag not in ("NN", "NNS"))
    ):
        yield at, at, at + 1, "the"  # "Banshee gin"
    while at < len(tokens) and tokens[at].text in QUOTES:
        at += 1
    if at + 1 < len(tokens) and (tokens[at].text in (",", "(", "–", "—") or low[at] in BEING):
        behind = _phrase_behind(tokens, low, at + 1)
        if behind is not None and behind[3]:
            yield behind


def _phrase_before(tokens: Sequence[Token], low: Sequence[str], end: int) -> tuple[int, int, int, str] | None:
    """The noun phrase that ends at a place."""
    first = end
    while first and end - first < REACH and tokens[first - 1].tag in INNER and low[first - 1] not in OWNING:
        first -= 1
    owner = low[first - 1] if first and low[first - 1] in OWNING | ANY else ""
    for head in range(end - 1, first - 1, -1):
        if tokens[head].tag in ("NN", "FW") or (head == end - 1 and tokens[head].tag in ("RB", "JJ") and owner):
            return head, first, end, owner
        if tokens[head].tag not in ("CD", "HYPH"):
            break
    return None


def _phrase_around(tokens: Sequence[Token], low: Sequence[str], end: int) -> tuple[int, int, int, str] | None:
    """The noun phrase that another ends: "the vaccine against the fever"."""
    at = end - 1
    while at > 0 and end - at < REACH and (tokens[at].tag in INNER | {"DT", "PRP$"}):
        at -= 1
    if at > 0 and end - at < REACH and tokens[at].tag == "IN" and low[at] in TYING:
        found = _phrase_before(tokens, low, at)
        return found if found is not None and found[3] in OWNING else None
    return None


def _phrase_behind(tokens: Sequence[Token], low: Sequence[str], at: int) -> tuple[int, int, int, str] | None:
    """The noun phrase that begins at a place."""
    if at >= len(tokens) or low[at] not in OWNING | ANY:
        return None
    owner, first = low[at], at + 1
    end = first
    while end < len(tokens) and end - first < REACH and tokens[end].tag in INNER:
        end += 1
    for head in range(end - 1, first - 1, -1):
        if tokens[head].tag == "NN":
            return head, first, head + 1, owner
    return None


def _doing(document: Document, tokens: Sequence[Token], low: Sequence[str], name: Name) -> Iterator[Stranger]:
    """The deeds that a name is the doer of: "X built the bridge", "the bridge was built by X", "X, who built it"."""
    if name.mention is not None and name.mention.kind is MentionKind.PLACE:
        return
    tables = _tables()
    at = name.end
    if at < len(tokens) and tokens[at].text == ",":
        at = next((n + 1 for n in range(at + 1, min(len(tokens), at + REACH + 6)) if tokens[n].text == ","), at + 1)
        if at < len(tokens) and low[name.end + 1] in ("who", "which"):
            at = name.end + 1
    while at < len(tokens) and low[at] in HELPING:
        at += 1
    if at < len(tokens) and tokens[at].tag.startswith("VB") and tokens[at].tag != "VBG":
        deed, end = _deed(tokens, low, at, tables)
        passive = tokens[at].tag == "VBN" and any(w in BEING for w in low[name.end : at])
        if deed and not passive and not DENIED & {*low[max(0, name.first - 2) : end]}:
            things = _nouns(tokens, end, min(len(tokens), end + BEHIND), stop=True)
            if things:
                yield _stated(document, tokens, deed, (at, end), name, things)
    by = name.first - 1
    while by > 0 and name.first - by < REACH and tokens[by].tag in INNER | {"DT", "PRP$"} and low[by] != "by":
        by -= 1
    if by > 0 and low[by] == "by":
        verb = next((n for n in range(by - 1, max(-1, by - 4), -1) if tokens[n].tag in ("VBN", "VBD")), None)
        deed, _ = _deed(tokens, low, verb, tables) if verb is not None else ("", 0)
        if verb is not None and deed and not DENIED & {*low[max(0, verb - 4) : by]}:
            things = _nouns(tokens, max(0, verb - BEFORE), verb, stop=False)
            if things:
                yield _stated(document, tokens, deed, (verb, by + 1), name, things)


def _deed(tokens: Sequence[Token], low: Sequence[str], at: int, tables: _Tables) -> tuple[str, int]:
    lemma = tokens[at].lemma.lower()
    for size in (3, 2):
        phrase = " ".join([lemma, *low[at + 1 : at + size]])
        if phrase in tables.deeds:
            return tables.deeds[phrase], at + size
    return tables.deeds.get(lemma, ""), at + 1


def _nouns(tokens: Sequence[Token], first: int, end: int, *, stop: bool) -> frozenset[str]:
    """The common nouns of a stretch; to the next verb or stop where ``stop`` is set, else of the last phrases."""
    found: set[str] = set()
    for token in tokens[first:end]:
        if stop and (token.text in (",", ";", ":", "–", "—", "(") or token.tag in ("VBD", "VBZ", "VBP", "MD", "WDT")):
            break
        if token.tag in ("NN", "NNS") and (word := word_of(token)) not in TIMES:
            found.add(word)
    return frozenset(found)


def _stated(
    document: Document, tokens: Sequence[Token], deed: str, verb: tuple[int, int], name: Name, things: frozenset[str]
) -> Stranger:
    words = Span(tokens[verb[0]].span.start, tokens[verb[1] - 1].span.end)
    thing = next((t.text for t in tokens if word_of(t) in things), "")
    asks = f"who ({words.of(document.text).removesuffix(' by')}) the {thing}?"
    return Stranger(f"deed {deed}", asks, name.span, words, name.key, name.text, things=things)
