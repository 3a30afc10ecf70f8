"""Primacy: whether what an event tells of is the first or the only one, and whether another article denies it.

``First in Latin America? No.`` · ``it was not the first`` · ``a team in Lima did one in March`` · ``the only one on the
continent`` · ``a similar centre has been running in Arlow since last year``. Read in articles of any length, so that
more is asked than of briefs: the denial has to name what is first, or within which bounds, and no window may be drawn.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from checker.factuality.precedent_words import precedent_words, rows_of
from checker.factuality.substitutes import country_of
from checker.language.phrases import NOUN_TAGS, content_lemmas
from checker.language.ranked import Rank
from checker.lexicon import familiarity
from checker.model import BlockKind, Claim, Document, MentionKind, Relation, Sentence, Span, Token, Verdict
from checker.values.firsts import FirstValue

FIRST, SOLE, SHARED, DENIED, BEFORE = "first", "sole", "shared", "denied", "before"
AGAINST = {FIRST: (DENIED, BEFORE), SOLE: (SHARED, BEFORE)}
"""What each claim cannot stand beside."""

AHEAD = 10
"""Words behind an expression that say what it is of."""

SEVERAL = 2
"""Words that say so where none of them names the thing."""

TELLING = 0.3
"""Familiarity from which a shared word says that two claims are about the same."""

SLIGHT = frozenset(
    "first only sole one such kind type sort world time ever history year same similar another other team man woman "
    "people thing case part way place country city town day week month nation region continent state".split()
)
"""Words that many claims share which are not of the same."""


BOUNDS = frozenset({"country", "world", "nation", "region", "continent", "state", "city", "town"})
CODE = 2
"""Letters of the code of a country."""


@dataclass(frozen=True, slots=True)
class Primacy:
    """A claim to be first or the only one, or what speaks against it.

    ``words`` name what it is of, ``thing`` the thing alone, ``places`` where.
    """

    pole: str
    words: frozenset[str]
    thing: frozenset[str]
    places: frozenset[str]
    span: Span
    value: FirstValue
    mixed: bool = False

    @property
    def parts(self) -> dict[str, frozenset[str]]:
        """What a claim has to know of it to be compared."""
        mixed = frozenset({"mixed"} if self.mixed else ())
        words, thing, places = self.words, self.thing, self.places
        return {"pole": frozenset({self.pole}), "words": words, "thing": thing, "places": places, "mixed": mixed}


@cache
def _lists() -> tuple[frozenset[str], frozenset[str], tuple[tuple[str, re.Pattern[str]], ...]]:
    data = tomllib.loads(files("checker.factuality").joinpath("data", "primacies.toml").read_text("utf-8"))
    found = []
    for pole in (DENIED, SHARED, SOLE, BEFORE):
        ways = []
        for way in data[pole]["says"]:
            for name, part in data["parts"].items():
                way = way.replace(f"<{name}>", part)
            ways.append(way)
        found.append((pole, re.compile(r"(?<![\w'])(?:" + "|".join(ways) + r")(?![\w'])")))
    return frozenset(data["triggers"]), frozenset(data["refusals"]), tuple(found)


def read_primacies(document: Document, ranks: Iterable[Rank]) -> Iterator[Primacy]:
    """Every such claim, and what speaks against one; ``ranks`` are the document's own.

    ``mixed`` are those against which something in the same article speaks.
    """
    found = list(_read(document, ranks))
    for one in found:
        yield replace(one, mixed=any(_oppose(one, other) for other in found))


def _oppose(one: Primacy, other: Primacy) -> bool:
    claim, denial = (one, other) if one.value.rank > other.value.rank else (other, one)
    if denial.pole not in AGAINST.get(claim.pole, ()):
        return False
    return _of_one_thing((claim.words, claim.thing, claim.places), (denial.words, denial.places), denial.pole)


def _read(document: Document, ranks: Iterable[Rank]) -> Iterator[Primacy]:
    for rank in ranks:
        sentence = document.sentences[rank.sentence]
        if rank.rank != 1 or rank.measure != FIRST or rank.since or rank.straight or _asks(sentence):
            continue
        inside = [t for t in document.sentence_tokens(sentence) if rank.span.contains(t.span)]
        thing = frozenset(rank.thing)
        yield _make(document, sentence, FIRST, inside, thing | rank.limits | rank.narrow, thing)
    triggers, refusals, ways = _lists()
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE}:
            continue
        tokens = document.sentence_tokens(sentence)
        lowered = [t.text.lower().replace("’", "'") for t in tokens]
        if triggers.isdisjoint(lowered):
            continue
        if _asks(sentence):
            if "first" in lowered and _is_refused(document, sentence, refusals):
                yield _make(document, sentence, DENIED, tokens, content_lemmas(document, list(tokens)))
            continue
        line = " ".join(lowered)
        for pole, way in ways:
            found = way.search(line)
            if found is not None:
                first = line[: found.start()].count(" ")
                last = first + found.group().strip().count(" ")
                shown = tokens[first : last + 1]
                around: list[Token] = list(tokens[first : last + 1 + AHEAD] if pole == DENIED else tokens)
                if pole == SOLE and sentence.index:  # "the only one on the continent"
                    around += document.sentence_tokens(document.sentences[sentence.index - 1])
                yield _make(document, sentence, pole, shown, content_lemmas(document, around))
                break


def _asks(sentence: Sentence) -> bool:
    return sentence.text.rstrip("\"'”’*_ ").endswith("?")


def _is_refused(document: Document, sentence: Sentence, refusals: frozenset[str]) -> bool:
    """Whether what follows a question says no to it."""
    if sentence.index + 1 >= len(document.sentences):
        return False
    after = document.sentence_tokens(document.sentences[sentence.index + 1])
    return any(t.text.lower() in refusals for t in after[:2])


def _make(
    document: Document,
    sentence: Sentence,
    pole: str,
    shown: Sequence[Token],
    words: frozenset[str],
    thing: frozenset[str] = frozenset(),
) -> Primacy:
    tokens = document.sentence_tokens(sentence)
    span = Span(shown[0].span.start, shown[-1].span.end)
    area = sentence.span if pole not in (FIRST, SOLE) else span
    if pole == SOLE:
        area = Span(span.start, tokens[min(shown[-1].index - tokens[0].index + AHEAD, len(tokens) - 1)].span.end)
    places = frozenset(
        t.text.lower()
        for m in document.mentions_in(area, MentionKind.PLACE)
        for t in tokens
        if m.span.contains(t.span) and t.tag in NOUN_TAGS | {"JJ"}
    )
    value = FirstValue(span.of(document.text), FIRST, int(pole in (FIRST, SOLE)), ever=True)
    return Primacy(pole, words, thing or words, places, span, value)


def compare_primacies(one: Claim, other: Claim) -> Verdict:
    """A claim to be first or the only one beside what speaks against it, where both are of one thing."""
    claim, denial = (one, other) if one.value.normalized >= other.value.normalized else (other, one)
    (pole,), (against,) = claim.part("pole"), denial.part("pole")
    said = f"“{claim.value.text}” beside “{denial.value.text}”"
    assert isinstance(claim.value, FirstValue)
    assert isinstance(denial.value, FirstValue)
    if claim.value.rank == denial.value.rank:
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: both speak for it, or both against")
    if against not in AGAINST[pole]:
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: the one does not touch the other")
    if claim.part("mixed") or denial.part("mixed"):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: one article says both")
    ours = claim.part("words"), claim.part("thing"), claim.part("places")
    if not _of_one_thing(ours, (denial.part("words"), denial.part("places")), against):
        return Verdict(Relation.NOT_COMPARABLE, f"{said}: they may be of different things")
    return Verdict(Relation.CONTRADICT, f"{said}: the one says what the other denies")


def _of_one_thing(
    claim: tuple[frozenset[str], frozenset[str], frozenset[str]],
    denial: tuple[frozenset[str], frozenset[str]],
    against: str,
) -> bool:
    """Whether a denial is of what a claim is of: both name the thing, or the same bounds."""
    (ours, thing, bounds), (theirs, named) = claim, denial
    shared = {w for w in ours & theirs if w not in SLIGHT and familiarity(w) >= TELLING}
    rows = _rows(thing) & _rows(theirs)
    one = bool(rows or len(shared) >= SEVERAL or shared & thing)
    if bounds and named and not bounds & named and against == DENIED:
        return False
    if against == DENIED and not theirs - SLIGHT:
        return bool(ours & theirs & BOUNDS)  # "Is it the first in the country? Hardly."
    if against == DENIED:
        return one or bool(bounds & named)
    if against in (SHARED, BEFORE) and _in_two_countries(bounds, named):
        return False
    if against == SHARED:
        return bool(shared & thing)
    return one and (not bounds or bool(named))


def _in_two_countries(one: frozenset[str], other: frozenset[str]) -> bool:
    ours, theirs = ({c for w in places if len(c := country_of(w)) == CODE} for places in (one, other))
    return bool(ours and theirs and not ours & theirs)


def _rows(words: Iterable[str]) -> frozenset[str]:
    return rows_of((w for w in words if w not in SLIGHT), precedent_words())
