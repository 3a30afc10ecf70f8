"""What an article is about, as weighted terms: the cheap key by which articles are grouped into events.

Terms are root forms and numbers of the title and the opening of the text. No parser runs: these search archives.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Generic, TypeVar

from checker.lexicon import familiarity, root_form
from checker.model import Article
from checker.text.comments import blank_comments

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

# A word with an inner apostrophe, or a number with inner points and commas: "Côte", "don't", "1,200", "6.8".
TERM = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d(?:[\d.,:]{0,20}\d)?")

# News is told from the top: the first words say what a story is about; after some hundreds there is only colour.
LEAD_WORDS = 150
BODY_WORDS = 600
_TOP_WEIGHT = 3.0
_END_WEIGHT = 0.5
_LONGEST_WORD = 12  # characters a word at most, on average, spaces included

# The end of a sentence or line between two words: ". ", "!", a newline.
SENTENCE_END = re.compile(r"[.!?\n]")
_LONGEST_SENTENCE = 40
_TOP_WORDS = 50  # what stands among these is no mention in passing
EVERYWHERE = -1
_PASSING_DISCOUNT = 0.9
_SEVERAL = 2

_NUMBER_WEIGHT = 0.4
NAME_WEIGHT = 2.5  # a name, against a rare word, as long as the articles are too few to count how rare each is
_FAMILIAR_NAME = 0.3  # names up to this familiarity ("Britain", "Washington") are weighed as the word they are
_CAPITALISED = 0.8  # of its occurrences, for a term to be a name
# With so many articles, how many of them hold a term counts as much as how familiar it is.
_BALANCE = 100
AGAIN = 32
"""Articles whose terms are held: those of an event that is grouped and then named."""


@dataclass(frozen=True, slots=True)
class Terms:
    """Damped term frequencies of an article: of its opening, and of as much of it as is read, both in reading order.

    The terms of the opening come first in both. ``names`` are the terms that it writes with capitals; ``passing`` gives
    each term the number of the only sentence that has it, or ``EVERYWHERE``; ``top`` are the telling names among its
    first words.
    """

    lead: Mapping[str, float]
    body: Mapping[str, float]
    names: frozenset[str]
    passing: Mapping[str, int]
    top: frozenset[str]


Term = TypeVar("Term", str, int)
"""How a term is named: by itself, or, in an index, by a number."""


@dataclass(frozen=True, slots=True)
class Signature(Generic[Term]):
    """Weights of the terms of an article's opening, and of all of it, both of unit length; the rest as in Terms.

    ``names`` are here the telling ones only.
    """

    lead: Mapping[Term, float]
    body: Mapping[Term, float]
    passing: Mapping[Term, int]
    top: frozenset[Term]
    names: frozenset[Term]


@lru_cache(maxsize=131072)
def term_of(form: str) -> str:
    """The term that a lower-case form counts as; empty for what says nothing."""
    form = form.replace("’", "'").removesuffix("'s")
    if form[:1].isdigit():
        number = form.replace(",", "")
        return number if len(number) > 1 else ""
    term = root_form(form)
    return term if len(term) > 1 and familiarity(term) > 0 else ""


@lru_cache(maxsize=AGAIN)
def read_terms(article: Article) -> Terms:
    """Count the terms of an article, each occurrence by how near the top it stands."""
    text = f"{article.title or ''}\n{blank_comments(article.text[: _LONGEST_WORD * BODY_WORDS])}"
    matches = [match for match, _ in zip(TERM.finditer(text), range(BODY_WORDS), strict=False)]
    words = [match.group() for match in matches]
    places = _places(text, matches)
    passing: dict[str, int] = {}
    opening = min(len(words), LEAD_WORDS)
    lead: defaultdict[str, float] = defaultdict(float)
    body: defaultdict[str, float] = defaultdict(float)
    seen: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for at, word in enumerate(words):
        term = term_of(word.lower())
        if not term:
            continue
        body[term] += _TOP_WEIGHT - (_TOP_WEIGHT - _END_WEIGHT) * at / len(words)
        if at < opening:
            lead[term] += _TOP_WEIGHT - (_TOP_WEIGHT - _END_WEIGHT) * at / opening
        passing[term] = places[at] if passing.get(term, places[at]) == places[at] else EVERYWHERE
        seen[term] += 1
        capitals[term] += word[0].isupper()
    names = frozenset(t for t, n in capitals.items() if n >= _CAPITALISED * seen[t])
    top = {term_of(word.lower()) for word in words[:_TOP_WORDS]}
    telling = frozenset(t for t in top & names if is_telling_name(t))
    return Terms(_damp(lead), _damp(body), names, passing, telling)


def _damp(frequencies: Mapping[str, float]) -> dict[str, float]:
    return {term: math.log1p(frequency) for term, frequency in frequencies.items()}


def _places(text: str, matches: Sequence[re.Match[str]]) -> list[int]:
    """The number of the sentence that each word stands in; ``EVERYWHERE`` for the first words."""
    places, number, since = [], 0, 0
    for at, match in enumerate(matches):
        if at and (since >= _LONGEST_SENTENCE or SENTENCE_END.search(text, matches[at - 1].end(), match.start())):
            number, since = number + 1, 0
        since += 1
        places.append(number if at >= _TOP_WORDS else EVERYWHERE)
    return places


def sign_articles(articles: Sequence[Article]) -> list[Signature[str]]:
    """The signature of each article: term frequency times background weight, balanced with how few articles hold it."""
    read = [read_terms(article) for article in articles]
    held = Counter(term for terms in read for term in terms.body)
    size = len(articles)
    counted = count_on(size)
    rarities = {n: rarity(n, size) for n in set(held.values())}

    def weigh(frequencies: Mapping[str, float], names: frozenset[str]) -> dict[str, float]:
        return scale(
            (term, weigh_term(damped, _prior(term, term in names), background(term), rarities[held[term]], counted))
            for term, damped in frequencies.items()
        )

    return [
        Signature(
            weigh(t.lead, t.names),
            weigh(t.body, t.names),
            t.passing,
            t.top,
            frozenset(n for n in t.names if is_telling_name(n)),
        )
        for t in read
    ]


def count_on(size: int) -> float:
    """How much it counts how many of so many articles hold a term, against how familiar the term is; 0 to 1."""
    return size / (size + _BALANCE)


def rarity(holders: int, size: int) -> float:
    """How rare a term is that so many of the articles hold: 1 for one alone, 0 for all of them."""
    return math.log(size / holders) / math.log(size) if size > 1 else 0.0


Real = TypeVar("Real", float, "NDArray[np.float64]")


def weigh_term(damped: Real, prior: Real, background: Real, rarity: Real, counted: float) -> Real:
    """The weight of a term, or of many at once: its damped frequency times how telling it is."""
    return damped * ((1 - counted) * prior + counted * background * rarity)


def scale(weights: Iterable[tuple[Term, float]]) -> dict[Term, float]:
    """The weights above 0, brought to unit length."""
    kept = dict(weights)
    length = math.sqrt(sum(w * w for w in kept.values())) or 1.0
    return {term: w / length for term, w in kept.items() if w > 0}


def is_telling_name(term: str) -> bool:
    """Whether a capitalised term is more than a familiar word or a number."""
    return not term[0].isdigit() and familiarity(term) > _FAMILIAR_NAME


def background(term: str) -> float:
    """How telling a term is by itself; numbers say less of an event than words."""
    return _NUMBER_WEIGHT if term[0].isdigit() else familiarity(term)


def _prior(term: str, name: bool) -> float:
    """How telling a term is before any article is counted."""
    weight = background(term)
    return weight * NAME_WEIGHT if name and is_telling_name(term) else weight


def likeness(one: Signature[Term], other: Signature[Term]) -> float:
    """How much two articles are about the same, 0 to 1: each one's opening beside the other's text, geometric mean.

    Where one only mentions the event of the other, the sentence that does counts little.
    """
    mentions = (_may_mention(one, other), _may_mention(other, one))
    forth = _share(one.lead, other.body, one, other, *mentions)
    back = _share(other.lead, one.body, one, other, *mentions)
    return math.sqrt(forth * back)


def _may_mention(one: Signature[Term], other: Signature[Term]) -> bool:
    """Whether one article may tell of the other's event in passing.

    It opens with several names that the other does not have at all, and has names that the other opens with.
    """
    apart = len(one.top) >= _SEVERAL and one.top.isdisjoint(other.body.keys())
    return apart and not other.top.isdisjoint(one.body.keys())


def _share(
    lead: Mapping[Term, float],
    body: Mapping[Term, float],
    one: Signature[Term],
    other: Signature[Term],
    one_mentions: bool,
    other_mentions: bool,
) -> float:
    """The weight that an opening and a text share, less the sentence with most of it where it may be a mention."""
    total = 0.0
    sentences: defaultdict[tuple[bool, int], float] = defaultdict(float)
    for term, weight in lead.items():  # not the intersection of keys: a sum in the order of a set differs between runs
        if term not in body:
            continue
        weight *= body[term]
        total += weight
        if one_mentions:
            sentences[True, one.passing[term]] += weight
        if other_mentions:
            sentences[False, other.passing[term]] += weight
    passing = [weight for (_, sentence), weight in sentences.items() if sentence != EVERYWHERE]
    return total - _PASSING_DISCOUNT * max(passing, default=0.0)
