"""The origin behind each claim: the outlet's own reporting, the outlet that it credits, or the text that it copied.

Five reprints of one wire story are one origin. What decides, in this order: an outlet credited for the words themselves
("the Harbour Gazette reported"), the outlet that they were spoken to ("told Radio Norte"), another outlet of the event
named in the sentence, a sentence copied from another article, and a credit for the article as a whole (an agency in
the dateline, a line "Source: ..."). Where none is there, the article's own outlet is the origin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from checker.attribution.outlets import recognise
from checker.model import Article, Claim, Document, QuoteType, Sentence, Span
from checker.model.amending import amend
from checker.sources.copies import Copy, find_copies
from checker.sources.naming import choose_name, fold_outlet, outlet_of, same_outlet

# An agency in a dateline: LISBON, May 2 (Atlas Wire) — ; (AP) -
DATELINE = re.compile(r"^[^()\n]{0,60}\((?P<outlet>[A-Z][^()\n]{1,40})\)\s{0,3}(?:[—–-]{1,2}|:)")
# A line that says where the whole comes from: Source: Atlas Wire; Source Atlas Wire; Courtesy of Radio Norte
SOURCE_LINE = re.compile(
    r"^\W{0,3}(?:sources?|courtesy|via|from our partners?(?: at)?|republished from)\b(?:\s{0,2}:|\s+of)?\s{0,3}"
    r"(?P<outlet>[A-Z][^,;|\n]{1,40}?)[\s.]{0,3}$",
    re.IGNORECASE,
)
# A note on a reprint: This article first appeared in the Harbour Gazette; originally published by Atlas Wire
REPRINT = re.compile(
    r"\b(?:article|story|report|piece)?\s?(?:was )?(?:(?:first|originally)\s(?:appeared|published|ran)|republished)"
    r"\s(?:in|on|by|from)\s(?:the\s)?(?P<outlet>[A-Z][\w.’'&-]*(?:\s(?:of\s|and\s)?[A-Z][\w.’'&-]*){0,5})"
)
# A sentence that credits what stands before it, cut off by a stray stop: Atlas Wire reported. Gulfline said, quoting
TRAILING = re.compile(
    r"^(?:[Tt]he\s)?(?P<outlet>[A-Z][\w.’'&-]*(?:\s(?:of\s|and\s)?[A-Z][\w.’'&-]*){0,5})\s"
    r"(?:has |had )?(?:first )?(?:report(?:s|ed)|said|says|wrote|writes|claim(?:s|ed)|reveal(?:s|ed))(?=$|\s?[,.;:!])"
)
# The verb of a sentence that only credits what stands before it: Atlas Wire reported.
TRAILING_WORDS = 5

# What must stand beside the name of an outlet that could be a common word: Gulfline reported; told Gulfline
REPORTING = r"(?:\s(?:has |had )?(?:first )?(?:report(?:s|ed)|said|says|wrote|timed|quoted|cited)\b)"
HEARING = r"(?:\b(?:told|citing|quoting|according to|reported by|interview with|statement to)\s)"

WELL_KNOWN = 6
"""Letters from which a one-word name of another outlet of the event is looked for in a text."""

CREDITED, SPOKEN, COPIED, WHOLE = "credited", "spoken", "copied", "whole"
"""By what an origin is known: an outlet credited or spoken to, a sentence copied, an outlet named for the whole."""

Place = tuple[str, int]


@dataclass(frozen=True, slots=True)
class Origins:
    """Who is behind what: sentences credited, sentences copied, words spoken to an outlet, and articles as a whole.

    ``rename`` gives the name that an origin goes by.
    """

    credited: Mapping[Place, str]
    spoken: Mapping[str, tuple[tuple[Span, str], ...]]
    copied: Mapping[Place, str]
    whole: Mapping[str, str]
    known: tuple[str, ...]
    copies: tuple[Copy, ...] = ()
    rename: Callable[[str], str] = str
    _named: dict[Place, str] = field(default_factory=dict, init=False, repr=False, compare=False)

    def of_claim(self, claim: Claim) -> str:
        """The origin of one claim."""
        return self.rename(self.explain(claim)[0])

    def explain(self, claim: Claim) -> tuple[str, str]:
        """The outlet behind a claim before any renaming, and by what it is known to be."""
        outlet = next((a.outlet for a in claim.attribution if a.outlet), None)
        if outlet is not None:
            return choose_name(outlet, self.known), CREDITED
        if spoken := self.spoken.get(claim.article):
            answer = find_words(claim, claim.value.text)
            for span, venue in spoken:
                if span.contains(answer):
                    return venue, SPOKEN
        place = claim.article, claim.sentence
        if place in self.credited:
            return self.credited[place], CREDITED
        if place in self.copied:
            return self.copied[place], COPIED
        return self.whole[claim.article], WHOLE

    def of_sentence(self, article: str, sentence: int) -> str:
        """The origin of what a sentence says."""
        place = article, sentence
        known = self._named.get(place)
        if known is None:
            name = self.credited.get(place) or self.copied.get(place) or self.whole[article]
            known = self._named[place] = self.rename(name)
        return known

    def credits_of(self, article: str) -> frozenset[str]:
        """The other outlets that an article is found to have something from, in whatever way it says so."""
        return frozenset(
            [name for place, name in self.credited.items() if place[0] == article]
            + [name for _, name in self.spoken.get(article, ())]
            + [self.whole[article]]
        )


def trace_origins(
    documents: Sequence[Document],
    articles: Mapping[str, Article],
    credits: Mapping[str, Sequence[str]],
    wires: Mapping[str, str] | None = None,
) -> Origins:
    """Find the origins of an event's articles.

    ``credits`` gives the outlets that each article credits, ``wires`` the agency that the head of an article names.
    """
    wires = wires or {}
    known = tuple(dict.fromkeys(outlet_of(article) for article in articles.values()))
    whole = {
        d.article.id: _credit_whole(d, known, wires.get(d.article.id)) or outlet_of(articles[d.article.id])
        for d in documents
    }
    copies = find_copies(documents, articles, credits)
    return Origins(
        credited={place: name for d in documents for place, name in _credit_sentences(d, known)},
        spoken={d.article.id: tuple(_read_venues(d, known)) for d in documents},
        copied={(c.article, c.sentence): whole[c.source] for c in copies},
        whole=whole,
        known=known,
        copies=tuple(copies),
    )


def assign_origins(claims: Sequence[Claim], origins: Origins, joined: Mapping[tuple[str, str], str]) -> list[Claim]:
    """Fill in ``origin``. An outlet goes by the name that an article of the event has for it, if one has.

    ``joined`` gives the event's entities by article and entity, which take the place of the article's own.
    """
    return [
        amend(
            claim,
            origin=origins.of_claim(claim),
            entities=frozenset([joined.get((claim.article, key), key) for key in claim.entities]),
        )
        for claim in claims
    ]


def find_words(claim: Claim, words: str) -> Span:
    """Where words of a claim stand; its whole span where they do not."""
    at = claim.text.find(words)
    return Span(claim.span.start + at, claim.span.start + at + len(words)) if at >= 0 else claim.span


def _credit_whole(document: Document, known: Sequence[str], wire: str | None) -> str | None:
    """The other outlet that the whole article is credited to: by a line of its own, or as the agency in its head."""
    for block in document.blocks:
        text = block.span.of(document.text)
        found = None
        if "(" in text[:64]:
            found = DATELINE.match(text)
        if found is None and len(text) <= 80:
            found = SOURCE_LINE.match(text)
        if found is None and ("publish" in text or "appeared" in text or " ran " in text):
            found = REPRINT.search(text)
        if found is not None:
            name = found["outlet"].strip()
            if recognise(name) is not None or any(same_outlet(name, other) for other in known):
                return _other(name, document, known)
    if wire is not None and (recognise(wire) is not None or any(same_outlet(wire, other) for other in known)):
        return _other(wire, document, known)
    return None


def _other(name: str, document: Document, known: Sequence[str]) -> str | None:
    """The report's name for an outlet; None for the article's own."""
    if document.article.source is not None and same_outlet(name, document.article.source):
        return None
    return choose_name(name, known)


def _read_venues(document: Document, known: Sequence[str]) -> Iterator[tuple[Span, str]]:
    """The words that were spoken to another outlet, with its name."""
    for quote in document.quotes:
        if quote.venue and (outlet := _outlet_in(quote.venue, known)) and (name := _other(outlet, document, known)):
            yield quote.content, name


def _outlet_in(phrase: str, known: Sequence[str]) -> str | None:
    """The outlet that a phrase ends in: "in an interview with Radio Norte", "CNBC"."""
    words = phrase.strip(" ,.;:").split()
    for start in range(len(words)):
        name = " ".join(words[start:])
        if not name[:1].isupper():
            continue
        if (outlet := recognise(name)) is not None:
            return outlet.name
        if (own := next((k for k in known if fold_outlet(k) == fold_outlet(name)), None)) is not None:
            return own
    return None


def _credit_sentences(document: Document, known: Sequence[str]) -> Iterator[tuple[Place, str]]:
    """The sentences that credit another outlet, or are followed by one that does nothing else."""
    article = document.article.id
    credits = dict(_credits_by_sentence(document))
    others = {name: pattern for name in known if (pattern := _naming(name, document)) is not None}
    for sentence in document.sentences:
        named = credits.get(sentence.index)
        if named is None:
            named = next((n for n, pattern in others.items() if pattern.search(sentence.text)), None)
        if named is None or (name := _other(named, document, known)) is None:
            continue
        yield (article, sentence.index), name
        before = document.sentences[sentence.index - 1] if sentence.index else None
        if before is None or before.block != sentence.block or before.index in credits:
            continue
        if _only_credits(document, sentence):
            yield (article, before.index), name


def _credits_by_sentence(document: Document) -> Iterator[tuple[int, str]]:
    """The outermost outlet that each sentence is attributed to; the first clause's, where they differ."""
    for quote in document.quotes:
        # "The Gazette described the moment as a turn": what it said is a phrase, so that no clause is attributed to it.
        if quote.speaker is not None and quote.sentence >= 0 and quote.type is QuoteType.INDIRECT:
            spoken = recognise(quote.speaker.of(document.text))
            if spoken is not None:
                yield quote.sentence, spoken.name
    for clause in reversed(document.clauses):
        outlet = next((a.outlet for a in clause.attribution if a.outlet), None)
        if outlet is not None:
            yield clause.sentence, outlet


def _only_credits(document: Document, sentence: Sentence) -> bool:
    """Whether a sentence is no more than a credit cut off by a stray full stop ("Atlas Wire reported.")."""
    if len([t for t in document.sentence_tokens(sentence) if t.tag[:1].isalpha()]) <= TRAILING_WORDS:
        return True
    return TRAILING.match(sentence.text) is not None


def _naming(name: str, document: Document) -> re.Pattern[str] | None:
    """How another outlet of the event is found by its name; None for the article's own and for short names."""
    source = document.article.source
    words = fold_outlet(name).split()
    if source is not None and same_outlet(name, source):
        return None
    if len("".join(words)) < WELL_KNOWN:
        return None
    if recognise(name) is None and len(words) < 2:
        # One word may be a common one: a verb of reporting has to stand beside it, and its capital has to be there.
        bare = re.escape(name.removeprefix("The ").removeprefix("the "))
        return re.compile(rf"\b{bare}\b{REPORTING}|{HEARING}(?:[Tt]he\s)?{bare}\b")
    return re.compile(r"\b" + r"[\s-]+".join(re.escape(w) for w in words) + r"\b", re.IGNORECASE)
