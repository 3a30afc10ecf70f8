"""The two parties to a negotiation or dispute that an article tells of, and which of them a source speaks for.

Parties are two countries, or two organisations: a company and a union, a buyer and the firm that it wants. They are
those that the sentences on the matter name together most often.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

from checker.attribution.outlets import recognise
from checker.model import BlockKind, Document, Entity, Mention, MentionKind, Span, Standing
from checker.sources.citing import Citation
from checker.sources.naming import WORDS, fold_outlet

LEAST_TOGETHER = 2
"""Sentences on a negotiation that must name two parties together."""

BESIDE = 60
"""Characters behind a person's name, or before it, in which it is said whom the person is with."""

LEAST_LETTERS = 3
"""Letters of a word of a name that can tell one organisation from another."""

UNIONS = frozenset({"union", "unions", "workers", "strikers", "dockers", "guild", "brotherhood", "federation"})
"""Words in the names of those who bargain for workers, and for them (own list)."""

EMPLOYERS = frozenset({"management", "employer", "employers", "company", "operator"})
"""Words for whom a union bargains with (own list)."""

# What makes a name the beginning of another: Dockers’ Union; Lagos's Chamber of Commerce
OWNED = re.compile(r"(?:’s?|'s?)\s(?=[A-Z])")

BETWEEN = frozenset({"court", "tribunal", "commission", "regulator", "watchdog", "exchange", "committee", "council"})
"""Words in the names of those who stand between parties, or over them (own list)."""


@dataclass(frozen=True, slots=True)
class Party:
    """``key`` is a country's code or an organisation's entity; ``words`` are those by which its people are known."""

    key: str
    name: str
    words: frozenset[str] = frozenset()


@cache
def _matters() -> frozenset[str]:
    text = files("checker.sources").joinpath("data", "negotiations.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def find_countries(document: Document) -> tuple[Party, Party] | None:
    """The two countries whose negotiation an article tells of, by code."""
    pair = _find_pair(document, lambda m: _country_of(document, m))
    if pair is None:
        return None
    one, other = (Party(code, _name_country(document, code)) for code in pair)
    return one, other


def find_organisations(document: Document, outlets: frozenset[str]) -> tuple[Party, Party] | None:
    """The two organisations whose negotiation or dispute an article tells of. ``outlets`` are folded names."""
    pair = _find_pair(document, lambda m: _organisation_of(document, m, outlets))
    if pair is None:
        return None
    one, other = (document.entities[key] for key in pair)
    words, others = _words_of(one), _words_of(other)
    kinds = {key: bool(own & UNIONS) for key, own in ((one.key, words), (other.key, others))}
    if kinds[one.key] != kinds[other.key]:
        words, others = (
            own - EMPLOYERS | UNIONS if kinds[key] else own | EMPLOYERS
            for key, own in ((one.key, words), (other.key, others))
        )
    common = words & others
    return Party(one.key, one.name, words - common), Party(other.key, other.name, others - common)


def side_of_country(
    document: Document, citation: Citation, countries: Mapping[str, str], parties: tuple[Party, Party]
) -> Party | None:
    """The country that a source is of. ``countries`` gives those of the event's entities."""
    code = countries.get(citation.source.id) or _country_in(document, citation.cue)
    return next((party for party in parties if party.key == code), None)


def side_of_organisation(
    document: Document, citation: Citation, joined: Mapping[tuple[str, str], str], parties: tuple[Party, Party]
) -> Party | None:
    """The organisation that a source is, or speaks for, as the words for it and beside it say; None where both do."""
    for party in parties:
        if citation.source.id == joined.get((document.article.id, party.key), party.key):
            return party
    words = _words_for(document, citation)
    found = [party for party in parties if words & party.words]
    return found[0] if len(found) == 1 else None


def is_neutral(citation: Citation) -> bool:
    """Whether a source belongs to no party by what it is: somebody who knows the field, or who saw it."""
    return citation.source.standing in (Standing.EXPERT, Standing.EYEWITNESS)


def _find_pair(document: Document, key_of: Callable[[Mention], str | None]) -> tuple[str, str] | None:
    """The two keys that sentences on a negotiation name together most often."""
    together: Counter[tuple[str, ...]] = Counter()
    by_sentence: dict[int, set[str]] = {}
    for mention in document.mentions:
        if (key := key_of(mention)) is not None:
            by_sentence.setdefault(mention.sentence, set()).add(key)
    for sentence in document.sentences:
        found = by_sentence.get(sentence.index, set())
        if len(found) < 2 or sentence.kind is BlockKind.FURNITURE:
            continue
        # A word that begins a sentence is at times taken for a name, and kept as it is: "Talks".
        words = {form for t in document.sentence_tokens(sentence) for form in (t.lemma.lower(), _singular(t.text))}
        if words & _matters():
            together.update(combinations(sorted(found), 2))
    if not together:
        return None
    (one, other), number = min(together.items(), key=lambda item: (-item[1], item[0]))
    return (one, other) if number >= LEAST_TOGETHER else None


def _singular(word: str) -> str:
    return word.lower().removesuffix("s")


def _country_of(document: Document, mention: Mention) -> str | None:
    if mention.kind is not MentionKind.PLACE or mention.entity is None:
        return None
    entity = document.entities.get(mention.entity)
    return entity.country if entity is not None else None


def _organisation_of(document: Document, mention: Mention, outlets: frozenset[str]) -> str | None:
    """The key of an organisation that can be a party: no outlet, and nobody who stands between parties."""
    if mention.kind is not MentionKind.ORGANISATION or mention.entity is None:
        return None
    entity = document.entities.get(mention.entity)
    if entity is None or _words_of(entity) & BETWEEN or OWNED.match(document.text, mention.span.end):
        return None
    if recognise(entity.name) is not None or fold_outlet(entity.name) in outlets:
        return None
    return entity.key


def _words_of(entity: Entity) -> frozenset[str]:
    forms = (entity.name.casefold(), *entity.aliases)
    return frozenset(word for form in forms for word in WORDS.findall(form) if len(word) >= LEAST_LETTERS)


def _words_for(document: Document, citation: Citation) -> frozenset[str]:
    """The words that say whom a source is with: its own, its roles, and those beside its first mention."""
    said = citation.speaker or citation.cue
    words = set(WORDS.findall(said.of(document.text).casefold())) | set(WORDS.findall(citation.source.name.casefold()))
    key = next((m.entity for m in document.mentions_in(said, MentionKind.PERSON) if m.entity), None)
    entity = document.entities.get(key) if key is not None else None
    if entity is not None:
        words.update(word for role in entity.roles for word in WORDS.findall(role.casefold()))
        first = next(m for m in document.mentions if m.entity == key)
        sentence = document.sentences[first.sentence].span if first.sentence >= 0 else first.span
        around = Span(max(sentence.start, first.span.start - BESIDE), min(sentence.end, first.span.end + BESIDE))
        words.update(WORDS.findall(around.of(document.text).casefold()))
    return frozenset(words)


def _country_in(document: Document, phrase: Span) -> str | None:
    """The one country that the words for a source name: "U.S. officials"."""
    found = {
        entity.country
        for m in document.mentions_in(phrase)
        if m.entity is not None and (entity := document.entities.get(m.entity)) is not None and entity.country
    }
    return next(iter(found)) if len(found) == 1 else None


def _name_country(document: Document, code: str) -> str:
    """What the article calls a country, by the words that it uses most; its own name before that of its capital."""
    said = Counter(
        (m.entity is not None and m.entity.startswith("country:"), m.text)
        for m in document.mentions
        if _country_of(document, m) == code
    )
    return min(said.items(), key=lambda item: (not item[0][0], -item[1], item[0]))[0][1]
