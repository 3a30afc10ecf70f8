"""Successions: "the first leader to fall in this way", "the second head of government to do so".

Two articles that give one matter different places in a row name it in different words: leader and head of government,
spacecraft and craft from the continent. What they count is one thing where the nouns can name one kind, and where the
deed is told by common words, or by a word that only points at it ("to do this", "in this manner").
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.language.phrases import content_lemmas
from checker.language.ranked import Rank
from checker.lexicon import familiarity, is_person_noun, similarity
from checker.model import Document, Token

ECHO = re.compile(
    r"\bto (?:do|achieve|manage|accomplish|attempt|repeat|perform|suffer) (?:so|this|that|it|these|the (?:same|feat))\b"
    r"|\bin (?:this|that|the same|such a|a similar|like) (?:manner|way|fashion)\b"
    r"|\bto (?:go|fall|leave|suffer) (?:this|that|the same) (?:way|fate)\b",
    re.IGNORECASE,
)
"""Words that point at a deed told before: "the second craft from the continent to do this"."""

PRESENT = re.compile(
    r"\bunder (?:the|this|its) (?:present|current|existing|new|same|\d{4}) (?:\w+ )?"
    r"(?:charter|constitution|law|rules?|system|regime|format|treaty|arrangements?|republic|order)\b",
    re.IGNORECASE,
)
"""A window told by what holds in it: "under the present charter"."""

CLASSED = frozenset(
    "woman man girl boy lady female male teenager foreigner amateur civilian outsider immigrant mother father".split()
)
"""Nouns that narrow those who are counted: the first woman is no first person (own list)."""

PLAIN = 0.3
"""Familiarity (0 for everyday words, 1 for rare ones) from which a shared word says what was done."""

SURE = 0.55
"""The same, from which one shared word is enough."""

BACK = 8
"""Sentences before a rank that its pointing words may reach back over."""

ALIKE = 0.55
"""Lexical similarity from which two nouns can name one kind."""


def points_back(text: str) -> bool:
    """Whether the words of a rank point at a deed instead of naming it."""
    return ECHO.search(text) is not None


def holds_now(text: str) -> bool:
    """Whether a rank is counted under what holds at present: a charter, a constitution, rules."""
    return PRESENT.search(text) is not None


def noun_of(document: Document, rank: Rank) -> str:
    """The noun that a rank counts, as its lemma ("leader" for a head of anything); empty where it counts by a verb."""
    tokens = [t for t in document.tokens_touching(rank.span) if t.lemma.lower() == rank.thing[0] and _is_noun(t)]
    if not tokens:
        return ""
    behind = tokens[0].index + 1
    heads = rank.thing[0] == "head" and behind < len(document.tokens) and document.tokens[behind].text == "of"
    return "leader" if heads else rank.thing[0]


def _is_noun(token: Token) -> bool:
    return token.tag in {"NN", "NNS"}


def words_before(document: Document, rank: Rank) -> frozenset[str]:
    """The content words of the sentence of a rank and of those before it that it may point back at."""
    sentences = document.sentences[max(0, rank.sentence - BACK) : rank.sentence + 1]
    return frozenset(w for s in sentences for w in content_lemmas(document, document.sentence_tokens(s)))


def one_kind(one: str, other: str, around_one: Iterable[str], around_other: Iterable[str]) -> bool:
    """Whether two nouns can name one kind of those counted, told with the words around each. Symmetric."""
    if one == other:
        return True
    if not one or not other or {one, other} & CLASSED:
        return False
    if is_person_noun(one) and is_person_noun(other):
        return True
    if similarity(one, other) >= ALIKE:
        return True
    return _names_it(one, around_other) or _names_it(other, around_one)


def _names_it(noun: str, around: Iterable[str]) -> bool:
    """Whether a noun or a compound of it is among the words ("craft" beside "spacecraft")."""
    return len(noun) > 3 and any(word == noun or word.endswith(noun) for word in around)


def one_deed(one: Iterable[str], other: Iterable[str]) -> bool:
    """Whether two sets of words tell one deed: a rare word in common, or two that are not everyday ones."""
    shared = {w for w in {*one} & {*other} if familiarity(w) >= PLAIN}
    return len(shared) >= 2 or any(familiarity(w) >= SURE for w in shared)
