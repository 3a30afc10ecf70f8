"""Claims to stand out that an article makes for its event: a first, a record or a "never before", with what limits it.

Wider than the ranks of ``checker.language.ranks``, which have to name what is ranked: "the longest that anyone is known
to have survived", "No factory in this country has ever asked for so many back". What counts here is only by which
measure, and within which limits, the thing is said to stand out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from checker.language.phrases import content_lemmas
from checker.language.ranked import rank_words
from checker.language.trees import NOUN_TAGS
from checker.model import BlockKind, Document, MentionKind, Sentence, Span, Token

REACH = 16
"""Words after the word of rank in which a limit is looked for."""

LEAD = 4
"""Sentences at the top of an article, in which what stands out is the event itself."""

OPENERS = frozenset({"no", "never", "nobody", "nothing", "none", "not"})
"""Words that open a sentence which says that the like has not been."""

MOST = 2
"""Claims to stand out that are read of one sentence."""

PRONOUNS = frozenset({"it", "this", "that", "these", "they", "he", "she", "which", "who"})
AMOUNTING = frozenset({"be", "is", "was", "are", "were", "been", "become", "mark", "make", "represent", "call"})
"""Verbs that say what something amounts to; the lemmatizer leaves forms of \"be\" as they are."""
UNITS = frozenset(
    {"year", "decade", "century", "month", "generation", "season", "war", "term", "campaign", "era", "age", "life"}
)
ENDS = frozenset({",", ";", ":", "(", ")", "—", "–", "|", "but", "though", "because", "while"})


@dataclass(frozen=True, slots=True)
class Best:
    """``measure`` is "first" or a record's; ``limits`` the words of the limit; ``since`` its year or length of time.

    ``start`` is the year in which the window opens, where the words and the day of publication tell it.
    """

    measure: str
    limits: frozenset[str]
    since: str
    ever: bool
    span: Span
    sentence: int
    start: float | None = None


def read_bests(document: Document) -> Iterator[Best]:
    """Every claim to stand out that is bounded and made for the event: at the top, or of "it", or by a denial."""
    paragraphs = 0
    for sentence in document.sentences:
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE, BlockKind.CAPTION} or "?" in sentence.text:
            continue
        paragraphs += 1
        tokens = document.sentence_tokens(sentence)
        found = _denied(document, sentence, tokens)
        if found is not None:
            yield replace(found, start=_opening(found.since, document.article.published_date))
            continue
        told = 0
        for at in [n for n in range(len(tokens)) if _measure(tokens, n)]:
            # "The first player from the island to win it and, at 19, the youngest champion since 2013".
            if told == MOST or not (paragraphs <= LEAD or _is_of_event(tokens, at)):
                continue
            found = _bounded(document, sentence, tokens, at, _measure(tokens, at))
            if found is not None:
                told += 1
                yield replace(found, start=_opening(found.since, document.article.published_date))


def _opening(since: str, published: date | None) -> float | None:
    """The year in which a window opens: "2011", "ten year" before the day of publication, "this year"; else None."""
    if since[:4].isdigit() and not since.endswith("s"):
        return float(since[:4])
    count, _, unit = since.rpartition(" ")
    if published is None or unit not in YEARS:
        return None
    if unit == "year" and count in {"", "this", "the"}:
        return float(published.year)
    number = float(count) if count.isdigit() else NUMBERS.get(count)
    return None if number is None else published.year - number * YEARS[unit]


YEARS = {"year": 1, "decade": 10, "century": 100}
"""Years of a unit in which windows are counted."""

NUMBERS = {
    word: float(number)
    for number, word in enumerate(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(), 1
    )
} | {"a": 1.0, "twenty": 20.0, "thirty": 30.0, "forty": 40.0, "fifty": 50.0}


def _measure(tokens: Sequence[Token], at: int) -> str:
    """The measure of a word of rank: "first", a record's, or the superlative itself; empty for other words."""
    words, token = rank_words(), tokens[at]
    text = token.text.lower()
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if text == "first" and _is_noun(tokens, at):
        return "first"
    if text in {"first", "first-ever"}:
        if after is None or after.tag == "CD" or after.lemma.lower() in words["sequence"]:
            return ""
        return (
            "first"
            if token.tag.startswith("JJ") and (after.tag in NOUN_TAGS or after.tag.startswith(("JJ", "IN", "TO", "RB")))
            else ""
        )
    if text == "most" and after is not None and after.tag.startswith("JJ"):
        return str(
            words["records"].get(after.text.lower(), "size" if after.text.lower() in STRONG else after.text.lower())
        )
    if token.tag == "JJS" and text not in {"most", "least", "best", "latest", "last"}:
        return str(words["records"].get(text, text))
    return ""


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    """Whether "first" is the noun of "a historic first", "a world first"."""
    return at > 0 and tokens[at - 1].text.lower() in HISTORIC and tokens[at].tag[:2] in {"NN", "JJ"}


HISTORIC = frozenset({"historic", "historical", "world", "global", "national", "absolute"})
"""What makes a noun of "first" one of all time, or of everywhere."""

STRONG = frozenset({"powerful", "intense", "violent", "severe", "extensive", "massive", "significant"})
"""Adjectives of size after "most"."""


def _is_of_event(tokens: Sequence[Token], at: int) -> bool:
    """Whether a rank is said of what the article tells: "It was the ...", "who become the ...", an apposition."""
    near = tokens[max(0, at - 7) : at]
    if [t.text.lower() for t in tokens[: at + 2]] == ["for", "the", "first", "time"]:
        return bool(_window(tokens[at + 2 : at + 2 + REACH]))
    verbs = any(t.lemma.lower() in AMOUNTING for t in near)
    return verbs and any(t.text.lower() in PRONOUNS or t.tag in NOUN_TAGS for t in near)


def _bounded(document: Document, sentence: Sentence, tokens: Sequence[Token], at: int, measure: str) -> Best | None:
    """A rank with its limit; None where nothing limits it and it does not claim all of time."""
    extent: list[Token] = []
    for token in tokens[at + 1 : at + 1 + REACH]:
        if token.text.lower() in ENDS:
            break
        extent.append(token)
    lowered = [t.text.lower() for t in extent]
    ever = bool({"ever", "never", "history", "record", "memory", "remember", "known", "remembered"} & {*lowered})
    ever = ever or tokens[at].text.lower() == "first-ever"
    if _is_noun(tokens, at) and (not extent or extent[0].tag not in NOUN_TAGS):
        span = Span(tokens[at - 1].span.start, tokens[at].span.end)
        return Best(measure, frozenset(), "", True, span, sentence.index)
    start = next(
        (
            n
            for n, w in enumerate(lowered)
            if w in {"since", "in", "of", "for", "from", "with", "to", "this", "that", "anyone"}
        ),
        None,
    )
    if start is None and not ever:
        return None
    tail = extent[start:] if start is not None else extent
    since = _window(tail)
    placed = any(document.mentions_in(Span(t.span.start, t.span.end), MentionKind.PLACE) for t in tail)
    opened = start is not None and measure == "first" and lowered[start] in {"to", "with", "from"}
    seen = start is not None and measure == "first" and lowered[start] == "that" and _is_perfect(lowered[start:])
    seen = seen or " ".join(lowered[start or 0 :]).startswith(("of its kind", "of their kind"))
    if not (ever or since or placed or opened or seen):
        return None
    if lowered[:2] == ["time", "ever"] and not since:
        return None  # "for the first time ever" is said of anything
    limits = content_lemmas(document, [t for t in extent if t.index != extent[0].index] or extent)
    owned = at > 1 and tokens[at - 1].tag == "POS"
    first = at - 2 if owned else at
    span = Span(tokens[max(0, first)].span.start, extent[-1].span.end)
    return Best(measure, limits, since, ever, span, sentence.index)


def _is_perfect(words: Sequence[str]) -> bool:
    """Whether a clause looks back over all that has been: "that the region has seen"."""
    return not {"has", "have", "had"}.isdisjoint(words[:12])


def _window(tail: Sequence[Token]) -> str:
    """The start or length of the window: "2011" for "since 2011", "20 year" for "in 20 years"; empty for none."""
    lowered = [t.text.lower() for t in tail]
    for at, word in enumerate(lowered):
        near = tail[at + 1 : at + 6]
        if word == "since":
            return next((t.text for t in near if t.text[:4].isdigit()), "") or next(
                (t.text.lower() for t in near if t.tag in NOUN_TAGS), ""
            )
        if word in {"in", "for", "of", "this"} and (unit := next((t for t in near if t.lemma.lower() in UNITS), None)):
            counted = [t.text.lower() for t in near if t.index < unit.index and t.tag in {"CD", "DT"}]
            return " ".join((*counted[-1:], unit.lemma.lower()))
    return ""


def _denied(document: Document, sentence: Sentence, tokens: Sequence[Token]) -> Best | None:
    """A sentence or clause that says there has been nothing like it: "Never in the history of the two had ..."."""
    at = _opener(tokens)
    if at is None or len(tokens) - at < SHORTEST:
        return None
    said = tokens[at:]
    lowered = [t.text.lower() for t in said[: REACH * 2]]
    ever = bool({"ever", "history", "memory", "before"} & {*lowered})
    since = _window(said[1 : REACH * 2])
    perfect = {"has", "have", "had", "'ve"} & {*lowered}
    more = any(t.tag in {"JJR", "RBR"} or t.text.lower() in {"so", "such", "as", "like"} for t in said[1:])
    if not perfect or not (ever or (since and more)):
        return None
    end = said[min(len(said), REACH) - 1].span.end
    limits = content_lemmas(document, list(said[1:REACH]))
    return Best("first" if not more else "size", limits, since, ever, Span(said[0].span.start, end), sentence.index)


def _opener(tokens: Sequence[Token]) -> int | None:
    """Where a denial of anything like it opens: the sentence, or a clause with its verb close by ("nobody had")."""
    if tokens and tokens[0].text.lower() in OPENERS:
        return 0
    for at in range(1, len(tokens) - 1):
        if tokens[at].text.lower() not in NOBODY or tokens[at - 1].text.lower() not in CLAUSES:
            continue
        following = [t.text.lower() for t in tokens[at + 1 : at + 4]]
        reach = 3 if tokens[at].text.lower() == "no" else 1
        if not {"has", "have", "had"}.isdisjoint(following[:reach]):
            return at
    return None


NOBODY = frozenset({"no", "never", "nobody", "nothing", "none"})
CLAUSES = frozenset({",", ";", ":", "—", "–", "and", "but", "that", "because"})
"""What stands before a clause."""

SHORTEST = 6
"""Words of a sentence that can say so much."""
