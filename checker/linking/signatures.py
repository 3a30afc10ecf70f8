"""What an article is about, as weighted terms: the cheap key by which articles are grouped into events.

Terms are root forms and numbers of the title and the opening of the text. No parser runs: an archive is searched by these.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from checker.lexicon import familiarity, root_form
from checker.model import Article

# A word with an inner apostrophe, or a number with inner points and commas: "Côte", "don't", "1,200", "6.8".
TERM = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|\d(?:[\d.,:]*\d)?")

# News is told from the top: what a story is about stands in its first words, and after some hundreds there is only colour.
LEAD_WORDS = 150
BODY_WORDS = 600
_TOP_WEIGHT = 2.0
_END_WEIGHT = 0.5
_LONGEST_WORD = 12  # characters a word at most, on average, spaces included

_NUMBER_WEIGHT = 0.4
_NAME_WEIGHT = 2.5  # a name, against a rare word, as long as the articles are too few to count how rare each is
_FAMILIAR_NAME = 0.3  # names up to this familiarity ("Britain", "Washington") are weighed as the word they are
_CAPITALISED = 0.8  # of its occurrences, for a term to be a name
# With so many articles, how many of them hold a term counts as much as how familiar it is.
_BALANCE = 100


@dataclass(frozen=True, slots=True)
class Terms:
    """Term frequencies of an article: of its opening, and of as much of it as is read; ``names`` are its names."""

    lead: Mapping[str, float]
    body: Mapping[str, float]
    names: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signature:
    """Weights of the terms of an article's opening, and of the article; both of unit length."""

    lead: Mapping[str, float]
    body: Mapping[str, float]


@lru_cache(maxsize=131072)
def term_of(form: str) -> str:
    """The term that a lower-case form counts as; empty for what says nothing."""
    form = form.replace("’", "'").removesuffix("'s")
    if form[:1].isdigit():
        number = form.replace(",", "")
        return number if len(number) > 1 else ""
    term = root_form(form)
    return term if len(term) > 1 and familiarity(term) > 0 else ""


def read_terms(article: Article) -> Terms:
    """Count the terms of an article, each occurrence by how near the top it stands."""
    text = f"{article.title or ''}\n{article.text[: _LONGEST_WORD * BODY_WORDS]}"
    words = [match.group() for match, _ in zip(TERM.finditer(text), range(BODY_WORDS), strict=False)]
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
        seen[term] += 1
        capitals[term] += word[0].isupper()
    return Terms(lead, body, frozenset(t for t, n in capitals.items() if n >= _CAPITALISED * seen[t]))


def sign_articles(articles: Sequence[Article]) -> list[Signature]:
    """The signature of each article: term frequency times background weight, balanced with how many articles hold it."""
    read = [read_terms(article) for article in articles]
    held = Counter(term for terms in read for term in terms.body)
    size = len(articles)
    counted = size / (size + _BALANCE)
    rarity = {t: math.log(size / n) / math.log(size) for t, n in held.items()} if size > 1 else {}

    def weigh(frequencies: Mapping[str, float], names: frozenset[str]) -> dict[str, float]:
        weights = {
            term: math.log1p(frequency)
            * ((1 - counted) * _prior(term, term in names) + counted * _background(term) * rarity.get(term, 0.0))
            for term, frequency in frequencies.items()
        }
        length = math.sqrt(sum(w * w for w in weights.values())) or 1.0
        return {term: w / length for term, w in weights.items() if w > 0}

    return [Signature(weigh(terms.lead, terms.names), weigh(terms.body, terms.names)) for terms in read]


def _background(term: str) -> float:
    return _NUMBER_WEIGHT if term[0].isdigit() else familiarity(term)


def _prior(term: str, name: bool) -> float:
    """How telling a term is before any article is counted."""
    weight = _background(term)
    return weight * _NAME_WEIGHT if name and weight > _FAMILIAR_NAME and not term[0].isdigit() else weight


def likeness(one: Signature, other: Signature) -> float:
    """How much two articles are about the same, 0 to 1: each one's opening beside the other's text, geometric mean.

    Both directions must hold: an article that mentions another event in passing does not tell of it.
    """
    return math.sqrt(_dot(one.lead, other.body) * _dot(other.lead, one.body))


def _dot(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    if len(one) > len(other):
        one, other = other, one
    return sum(w * other[t] for t, w in one.items() if t in other)
