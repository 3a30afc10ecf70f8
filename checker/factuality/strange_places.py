"""Strange places: where a thing was or is to be, by a name that the other article never mentions.

Two desks that tell one event name the same towns and halls. Where each puts one thing ("the station at X", "the game
was played at X") in a place that the other has nowhere, one of them is wrong. A place is read with the noun for what
stands there, the verbs and nouns around it, and whether the phrase leads from, to or stays at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.factuality.called import PARTICLES
from checker.factuality.facets import COMPASS, GENERIC, built_words
from checker.factuality.prominence import list_prominent
from checker.factuality.things import times_apart
from checker.language.phrases import word_of
from checker.lexicon import familiarity, is_person_noun, similarity, stop_words, verb_of
from checker.model import BlockKind, Claim, Document, MentionKind, Relation, Sentence, Span, Token, Verdict
from checker.values.entities import EntityValue, fold_name, may_be_spelt

AT = frozenset("in at on near outside inside off aboard beside above below behind beneath under opposite by".split())
TO = frozenset("to into onto towards toward for reach reaches reached enters entered".split())
FROM = frozenset("from".split())
WAYS = AT | TO | FROM
REACH = 7
"""Words between a preposition and the name that it leads to, at most: "in the parking garage of a mall in X"."""

SHORT = 3
"""Letters of a word of a name that too many names have."""

SAME_THING = 0.75
"""Lexical similarity from which two words may name one thing."""

RARE = 0.55
"""How rare a shared word is (0 for everyday words) that says twice as much."""

SHOUTED = 0.6
INNER = frozenset({"DT", "JJ", "JJS", "NN", "NNS", "CD", "PRP$", "HYPH", "VBN", "VBG", "POS"})
TIMES = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION, MentionKind.SET, MentionKind.MONEY)
DOUBT = frozenset({"not", "never", "n't", "n’t", "if", "whether", "instead", "than", "unlike", "may", "might", "could"})
OTHER = frozenset({"another", "other", "second", "similar", "earlier", "previous", "former", "last", "third"})
FINDING = frozenset("find turn wash discover recover locate unearth spot track retrieve".split())
"""Verbs of finding: "turned up", "washed up"."""

DAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
    "october november december".split()
)
LIGHT = frozenset(
    "be have do say tell make take go come get give know see hear ask add report announce confirm accord include use "
    "want expect mean call time day week month year night morning evening part people man woman number one two".split()
)
"""Words that say too little of what happened for it to be one thing (own list)."""


@dataclass(frozen=True, slots=True)
class StrangePlace:
    """A place: its phrase, the words of its names, whether a hall or a town, what stands there and what happened.

    ``way`` is ``at``, ``to`` or ``from``; ``deeds`` are the verbs of ``acts``;
    ``names`` are the words of all names of the phrase, ``first`` those of the
    one that it leads to.
    """

    sentence: Sentence
    span: Span
    name: Span
    way: str
    first: frozenset[str]
    names: frozenset[str]
    site: bool
    kinds: frozenset[str]
    acts: frozenset[str]
    deeds: frozenset[str]
    known: bool
    aside: bool


def read_strange_places(document: Document) -> Iterator[StrangePlace]:
    """Every phrase of place with a name, in reading order."""
    opening = {sentence.index for sentence in list_prominent(document)}
    for sentence in document.sentences:
        if sentence.kind in (BlockKind.FURNITURE, BlockKind.BYLINE) or sentence.text.rstrip().endswith("?"):
            continue
        tokens = document.sentence_tokens(sentence)
        words = [t for t in tokens if t.text[:1].isalpha()]
        if not words or sum(t.text[:1].isupper() for t in words) > SHOUTED * len(words) + 2:
            continue
        low = [t.text.lower() for t in tokens]
        if DOUBT & {*low}:
            continue
        taken = 0
        for at, word in enumerate(low):
            if word not in WAYS or at < taken:
                continue
            found = _read(document, sentence, tokens, low, at, sentence.index not in opening)
            if found is not None:
                place, taken = found
                yield place


def _read(
    document: Document, sentence: Sentence, tokens: Sequence[Token], low: Sequence[str], at: int, aside: bool
) -> tuple[StrangePlace, int] | None:
    first = _find_name(tokens, low, at + 1)
    if first is None or any(c.isdigit() for c in tokens[first].text[:3]):
        return None
    end = _run(tokens, first)
    name = Span(tokens[first].span.start, tokens[end - 1].span.end)
    behind = tokens[end] if end < len(tokens) else None
    if behind is not None and (
        behind.tag == "POS" or (behind.tag in ("NN", "NNS") and word_of(behind) not in built_words())
    ):
        return None
    if any(
        m.kind in TIMES or m.kind is MentionKind.PERSON
        for t in tokens[first:end]
        for m in document.mentions_touching(t.span)
    ):
        return None
    inner = tokens[at + 1 : first]
    if OTHER & {t.text.lower() for t in inner} or any(t.text.lower() in COMPASS for t in inner):
        return None
    built = built_words()
    kinds = {word_of(t) for t in inner if t.tag in ("NN", "NNS")}
    kinds |= {w for t in tokens[first:end] if (w := t.text.lower()) in built}
    follows = tokens[end].text.lower() if end < len(tokens) and tokens[end].tag == "NN" else ""
    kinds |= {follows} & built
    mentions = document.mentions_in(name, MentionKind.PLACE, MentionKind.ORGANISATION)
    organised = any(m.kind is MentionKind.ORGANISATION for m in mentions)
    site = bool({w for t in tokens[first:end] if (w := t.text.lower()) in built} | ({follows} & built))
    if organised and not site and not kinds & built:
        return None
    levels = {m.value.level for m in mentions if isinstance(m.value, EntityValue)}
    if levels & {"country", "region"} and not site:
        return None
    names = _folded(tokens[first:end])
    chain, stop = set(names), end
    while stop + 1 < len(tokens) and (low[stop] in ("in", "near", "outside", "at", "on", ",")):
        following = _find_name(tokens, low, stop + 1)
        if following is None or following > stop + 3 or tokens[following].text[:1].islower():
            break
        stop = _run(tokens, following)
        chain |= _folded(tokens[following:stop])
    if not names:
        return None
    chain = {w for w in chain if w not in DAYS}
    around = [*tokens[max(0, at - 14) : at], *tokens[stop : stop + 8]]
    acts = {_act(t) for t in around if t.tag.startswith("VB") or t.tag in ("NN", "NNS")} - LIGHT - stop_words()
    deeds = {_act(t) for t in around if t.tag.startswith("VB")} & acts
    if any(t.tag == "NN" and is_person_noun(word_of(t)) for t in tokens[max(0, at - 3) : at]):
        return None  # "a professor at": where somebody is from
    way = "to" if low[at] in TO else "from" if low[at] in FROM else "at"
    span = Span(tokens[at].span.start, tokens[end - 1].span.end)
    place = StrangePlace(
        sentence,
        span,
        name,
        way,
        names,
        frozenset(chain),
        site,
        frozenset(kinds),
        frozenset(acts - {""}),
        frozenset(deeds),
        "city" in levels and chain == names,
        aside,
    )
    return place, stop


def _act(token: Token) -> str:
    word = word_of(token)
    if word in FINDING:
        return "find"
    return word if token.tag.startswith("VB") else verb_of(word) or word


def _folded(tokens: Sequence[Token]) -> frozenset[str]:
    words = {fold_name(t.text) for t in tokens if t.text[:1].isupper()}
    return frozenset(w for w in words - GENERIC if len(w) > SHORT) or frozenset(w for w in words if len(w) > SHORT)


def _find_name(tokens: Sequence[Token], low: Sequence[str], at: int) -> int | None:
    """The first capital of the phrase that begins at a place; "of" and "in" lead on inside it."""
    n = at
    while n < len(tokens) and n - at < REACH:
        token = tokens[n]
        if token.text[:1].isupper() and token.text[:1].isalpha() and token.tag not in ("DT", "PRP$", "IN"):
            return n
        if token.tag not in INNER and not (n > at and low[n] in ("of", "in", "at", "near", "outside", "on")):
            return None
        n += 1
    return None


def _run(tokens: Sequence[Token], first: int) -> int:
    end = first + 1
    while end < len(tokens) and end - first < 6:
        token = tokens[end]
        small = token.text.lower() in PARTICLES or token.text in ("-", "of", "de", "&")
        if not small and not (token.text[:1].isupper() and token.text[:1].isalpha()):
            break
        end += 1
    while not tokens[end - 1].text[:1].isupper():
        end -= 1
    return end


def compare_strange_places(one: Claim, other: Claim) -> Verdict:
    """Two places of one thing, by names that the other article does not have."""
    reason = f"“{one.value.text}” beside “{other.value.text}”"
    first, others = one.part("first"), other.part("first")
    if any(a == b or may_be_spelt(a, b) for a in first for b in others):
        return Verdict(Relation.AGREE, reason)
    marks, theirs = one.part("marks"), other.part("marks")
    if ("site" in marks) != ("site" in theirs):
        first, others = one.part("names"), other.part("names")
        if (first == one.part("first") and "site" in marks) or (others == other.part("first") and "site" in theirs):
            return Verdict(Relation.NOT_COMPARABLE, f"{reason}: the one may lie inside the other")
    if first & _fold_all(other.part("named")) or others & _fold_all(one.part("named")):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: an article names the other's place too")
    aside, leaving = "aside" in one.scope | other.scope, (marks ^ theirs) & {"from"}
    if leaving or (aside and not one.part("deeds") & other.part("deeds")) or times_apart(one, other):
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: it may be another thing")
    kinds = _matches(one.part("kinds"), other.part("kinds"))
    acts = _matches(one.part("acts"), other.part("acts"))
    rare = sum(familiarity(word) >= RARE for word in one.part("acts") & other.part("acts"))
    acts += rare
    if {"site"} <= marks & theirs and one.part("names") & other.part("names"):
        acts += 1  # two halls of one town
    if aside:
        told = rare or kinds or "site" in marks & theirs
        if not told or (marks | theirs) & {"from"} or ((marks | theirs) & {"known"} and "site" not in marks & theirs):
            return Verdict(Relation.NOT_COMPARABLE, f"{reason}: it may be another thing")
    if kinds + acts < 2:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: it may be another thing")
    if not kinds and (marks ^ theirs) & {"known"} and not (marks | theirs) & {"site"}:
        return Verdict(Relation.NOT_COMPARABLE, f"{reason}: the one may lie inside the other")
    return Verdict(Relation.CONTRADICT, f"two places: {reason}")


@lru_cache(maxsize=256)
def _fold_all(words: frozenset[str]) -> frozenset[str]:
    """The names of an article, folded: they are asked for beside every place of the others."""
    return frozenset([fold_name(word) for word in words])


def _matches(one: frozenset[str], other: frozenset[str]) -> int:
    """How many words of the one have a like one in the other."""
    return sum(any(a == b or similarity(a, b) >= SAME_THING for b in other) for a in one)
