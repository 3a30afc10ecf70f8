"""Precedents: which place in a row of its like a happening has, in all the ways that news says so.

"The first woman to hold the post", "only the second woman in the chair", "had never before sent back a budget", "had
done the same in 1998", "had a clean record". Wider than the ranks of ``checker.language.ranks``: the words are looked
for in the row of words, not in the parse, and what is counted is told by kinds (``data/precedents.toml``).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from checker.factuality.precedent_ranks import BREAKS, DENIED, read_places
from checker.factuality.precedent_words import (
    TAIL,
    Precedent,
    PrecedentWords,
    begun,
    bounds_told,
    is_unreal,
    precedent_words,
    rows_before,
    rows_in,
    season_told,
)
from checker.language.phrases import word_of
from checker.language.windows import COUNTS, TENS, is_year, read_length, read_window, year_of
from checker.model import BlockKind, Document, Sentence, Span, Token
from checker.values.rows import RECORD, RowPlace, exclude_each_other

ROOMS = frozenset({BlockKind.FURNITURE, BlockKind.BYLINE})


def read_precedents(document: Document) -> Iterator[Precedent]:
    """Every place in a row that an article tells of; ``mixed`` where it tells of another that excludes it."""
    found = list(_read(document))
    for one in found:
        mixed = any(exclude_each_other(one.place, other.place) for other in found)
        yield replace(one, mixed=mixed)


def _read(document: Document) -> Iterator[Precedent]:
    """The places in reading order; one for each sentence's expression or rank."""
    words = precedent_words()
    for sentence in document.sentences:
        if sentence.kind in ROOMS or sentence.text.endswith("?"):
            continue
        tokens = document.sentence_tokens(sentence)
        taken: list[range] = []
        lowered = [t.text.lower().replace("’", "'") for t in tokens]
        ranked = list(read_places(document, sentence, tokens, lowered, words))
        echo = _read_echo(document, sentence, tokens, lowered, words)
        for place, says in words.says:
            if place == "first" and echo is not None and not taken:
                yield echo
            if place == "first":
                for precedent, at in ranked:
                    if not any(at in covered for covered in taken):
                        taken.append(range(at, at + 1))
                        yield precedent
            for precedent, covered in _read_said(document, sentence, tokens, lowered, place, says, words):
                if not any(set(covered) & set(other) for other in taken):
                    taken.append(covered)
                    yield precedent


def _read_said(
    document: Document,
    sentence: Sentence,
    tokens: Sequence[Token],
    lowered: Sequence[str],
    place: str,
    says: re.Pattern[str],
    words: PrecedentWords,
) -> Iterator[tuple[Precedent, range]]:
    line = " ".join(lowered)
    starts = [0]
    for word in lowered[:-1]:
        starts.append(starts[-1] + len(word) + 1)
    for found in says.finditer(line):
        inside = [n for n, at in enumerate(starts) if found.start() <= at < found.end()]
        if not inside:
            continue
        first, last = inside[0], inside[-1]
        least, most = _range_of(place, found)
        if least is None or is_unreal(lowered, first) or (place != "first" and _is_denied(lowered, first)):
            continue
        tail = tokens[first : last + TAIL]
        window = read_window(tail, document.article.published_date)
        years = [float(t.text[:4]) for t in tail if is_year(t.text)] if place in {"later", "before"} else []
        since = window.text if place == "first" and not window.whole else "the run" if place == "breaking" else ""
        start = max(years) if years else window.start
        if place == "breaking" and document.article.published_date is not None:
            length = read_length(tokens[first:last], "year") if "years" in lowered[first : last + 1] else None
            start = year_of(document.article.published_date) - length if length else None
        said = lowered[first : last + 1]
        coming_back = not COMING_BACK.isdisjoint(said)
        kinds = (
            frozenset()
            if coming_back or place in {"record", "missed"}
            else rows_in(" ".join(said), tokens[first : last + 1], words)
        )
        near = rows_in(line, tokens, words)
        season = season_told(lowered, first, last + TAIL, words)
        value = RowPlace(
            Span(tokens[first].span.start, tokens[last].span.end).of(document.text),
            least,
            most,
            since,
            start or begun(document, season),
            season,
            place == "running",
            bounds=bounds_told(document, tokens[last : last + TAIL], _drawn(place, said, words), words) - NEARNESS,
            sort=_sort_said(tokens[first : last + 1]),
            measure=RECORD
            if place in {"record", "missed"}
            else next((words.comparatives[w] for w in lowered[first : last + 1] if w in words.comparatives), ""),
        )
        span = Span(tokens[first].span.start, tokens[last].span.end)
        yield (
            Precedent(value, "", kinds, near | rows_before(document, sentence, words), True, span, sentence.index),
            range(first, last + 1),
        )


NEARNESS = frozenset({"there", "here", "outside"})
"""Words for where something is that name no place."""

COMING_BACK = frozenset("return returns returned returning back debut comeback".split())
"""Words of a return or a debut: "return" is the name of other things, too."""


def _drawn(place: str, said: Sequence[str], words: PrecedentWords) -> set[str]:
    """The words for a place inside the name of a record: "the national record"."""
    return {w for w in said if w in words.bounds} if place in {"record", "missed"} else set()


LIKENESS = frozenset(
    "also too same similar similarly likewise another other again like follow follows followed joins joined".split()
)
"""Words by which what is told of an earlier day is said to be of the kind told now."""

EARLIER = 25
"""Days before the article from which a date is another occasion's."""


def _read_echo(
    document: Document, sentence: Sentence, tokens: Sequence[Token], lowered: Sequence[str], words: PrecedentWords
) -> Precedent | None:
    """An earlier instance told by likeness and its day: "suffered a similar breach two years ago"."""
    at = next((n for n, w in enumerate(lowered) if w in LIKENESS and lowered[n + 1 : n + 2] != ["long"]), None)
    published = document.article.published_date
    if at is None or published is None or DENIED & {*lowered[:at]} or "first" in lowered:
        return None
    for n, word in enumerate(lowered):
        year: float | None = None
        if is_year(word) and word[:4] != str(published.year) and int(word[:4]) < published.year:
            year = float(word[:4])
        elif word in {"ago", "earlier"} and n > 1 and lowered[n - 1].rstrip("s") in {"year", "decade", "month", "week"}:
            length = read_length(tokens[max(0, n - 3) : n - 1], lowered[n - 1].rstrip("s"))
            year = year_of(published) - (length or 0.1)
        if year is None:
            continue
        first, last = min(at, n), max(at, n)
        span = Span(tokens[first].span.start, tokens[last].span.end)
        value = RowPlace(span.of(document.text), 2, None, start=year)
        near = rows_in(" ".join(lowered), tokens, words)
        around = near | rows_before(document, sentence, words)
        return Precedent(value, "", frozenset(), around, True, span, sentence.index)
    return None


def _is_denied(lowered: Sequence[str], first: int) -> bool:
    """Whether words before an instance deny it ("no native has led it before"), or it is of a "who" beside."""
    start = max((n + 1 for n in range(first) if lowered[n] in BREAKS), default=0)
    return lowered[first - 1 : first] == ["who"] or bool(NONE & {*lowered[start:first]})


NONE = frozenset({"no", "never", "none", "nobody", "not", "n't", "without", "neither", "nor", "unlike"})


def _range_of(place: str, found: re.Match[str]) -> tuple[int | None, int | None]:
    """The least and the most of the places that an expression leaves open; None where its count cannot be read."""
    if place in {"first", "breaking", "record"}:
        return 1, 1
    if place in {"later", "running", "missed"}:
        return 2, None
    told = next((text for name, text in found.groupdict().items() if text), "")
    count = _count(told)
    if count is None or count < 1:
        return None, None
    return (count + 1, None) if place == "before" else (count, count + 1)


def _count(told: str) -> int | None:
    """The count of "three", "twice", "three times", "12"."""
    word = told.split()[0] if told else ""
    if word in {"once", "twice", "thrice"}:
        return {"once": 1, "twice": 2, "thrice": 3}[word]
    if word.isdigit():
        return int(word)
    return COUNTS.get(word, TENS.get(word))


def _sort_said(tokens: Sequence[Token]) -> str:
    """The class of those who have never done it: "no woman had ever", "No native of the diocese has"."""
    if not tokens or tokens[0].text.lower() not in {"no", "few"}:
        return ""
    return next((word_of(t) for t in tokens[1:4] if word_of(t) in GENDERED), "")


GENDERED = frozenset({"woman", "man", "female", "male", "black"})
"""Classes that a row of holders is nearly always counted for by themselves."""
