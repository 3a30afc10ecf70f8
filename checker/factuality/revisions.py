"""Revisions: sentences that say which answer is out of date ("slipped from the 22nd to 5 February", "19, up from 11").

A reader of such a sentence knows the old answer and, mostly, the new one. Both are read here as the typed values of the
mentions beside the words that tell them apart; dates moved by a length of time give their old day by reckoning.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, time, timedelta
from functools import cache
from importlib.resources import files

from checker.language.phrases import clause_at
from checker.model import BlockKind, Document, Mention, MentionKind, Polarity, Sentence, Span, Tense, Token, Value
from checker.values.quantities import Quantity
from checker.values.timex import Bound, Granularity, TimeValue

KINDS = (
    MentionKind.DATE,
    MentionKind.TIME,
    MentionKind.DURATION,
    MentionKind.NUMBER,
    MentionKind.MONEY,
    MentionKind.PERCENT,
)
TIMES = frozenset({MentionKind.DATE, MentionKind.TIME})
LONGEST = 120
"""Characters between the old and the new answer, at most."""

NEAR = 4
"""Words before a mention that may say what it is: the old answer, or the new one."""


@dataclass(frozen=True, slots=True)
class Revision:
    """An answer that a sentence gives up: its value, the words, and the new value where there is one.

    ``lapsed`` says that the day passed without what had been announced for it, ``change`` that the thing itself changed
    ("rose from 31 to 38"), so that the old answer was right in its day. ``told`` is where the new one stands, when it
    stands apart.
    """

    old: Value
    new: Value | None
    focus: Span
    lapsed: bool = False
    change: bool = False
    told: Span | None = None


@cache
def load_cues() -> Mapping[str, frozenset[str]]:
    """The word lists of ``data/revisions.toml``."""
    data = tomllib.loads((files("checker.factuality") / "data" / "revisions.toml").read_text("utf-8"))
    return {name: frozenset(words) for name, words in data.items()}


def read_revisions(document: Document) -> Iterator[Revision]:
    """Every revision of a document, in the order of the text."""
    by_sentence: dict[int, list[Mention]] = {}
    for mention in document.mentions:
        if mention.kind in KINDS and mention.sentence >= 0 and not mention.value.normalized.endswith("_REF"):
            by_sentence.setdefault(mention.sentence, []).append(mention)
    for index, mentions in by_sentence.items():
        sentence = document.sentences[index]
        if sentence.kind in {BlockKind.FURNITURE, BlockKind.BYLINE}:
            continue
        found = list(_read_sentence(document, sentence, mentions))
        yield from found
        if not found:
            yield from _read_lapses(document, sentence, mentions)


def _read_sentence(document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Revision]:
    tokens = document.sentence_tokens(sentence)
    cues = load_cues()
    lemmas = {t.lemma.lower() for t in tokens} | {t.text.lower() for t in tokens}
    moved = bool(cues["moving"] & lemmas) or _joined([t.text.lower() for t in tokens], cues["moved_off"])
    for one, other in _pairs(mentions):
        old_new, change = _told_apart(tokens, one, other, lemmas, moved), False
        if old_new is None:
            old_new, change = _changed(tokens, one, other, lemmas, moved), other.kind not in TIMES
        if old_new is None:
            shifted = _shifted(one, other, [t.text.lower() for t in _between(tokens, one, other)], moved, tokens)
            if shifted is not None:
                yield Revision(shifted, other.value, _cover(one.span, other.span))
        elif old_new[0].value.normalized != old_new[1].value.normalized:
            yield Revision(_old_value(*old_new), old_new[1].value, _cover(one.span, other.span), change=change)


def _changed(
    tokens: Sequence[Token], one: Mention, other: Mention, lemmas: set[str], moved: bool
) -> tuple[Mention, Mention] | None:
    """The old and the new answer of "from one to the other", and of what became something else; else None."""
    if _are_of_two_kinds(one, other):
        return None
    cues, between = load_cues(), _between(tokens, one, other)
    words = [t.text.lower() for t in between]
    if _before(tokens, one)[-1:] == ["from"] and "to" in words[-NEAR:]:
        return (one, other) if (moved if other.kind in TIMES else bool(cues["changing"] & lemmas)) else None
    if other.kind in TIMES and one.kind in TIMES and words[-1:] and words[-1] in ONWARD and moved:
        apart = [word for word in words if word[:1].isalnum()]
        if len(apart) <= MOVING:
            return one, other  # "the hearing, due on 5 May in Torvik, has been put back to 9 May"
    became = cues["becoming"] & {t.lemma.lower() for t in between}
    return (one, other) if became and len(between) <= BECOMING else None


def _told_apart(
    tokens: Sequence[Token], one: Mention, other: Mention, lemmas: set[str], moved: bool
) -> tuple[Mention, Mention] | None:
    """The old and the new answer where a word says that the old one no longer holds; None where none does."""
    cues = load_cues()
    before, between = _before(tokens, one), _between(tokens, one, other)
    words, inside = [t.text.lower() for t in between], {t.lemma.lower() for t in between}
    if _are_of_two_kinds(one, other):
        return (one, other) if cues["further"] & {*words[-2:]} and cues["granting"] & lemmas else None
    if words[-1:] == ["from"] and cues["course"] & {*words[-NEAR:-1]}:
        return other, one
    if cues["formerly"] & {*words[-NEAR:]} or _joined(words[-NEAR:], cues["instead"]):
        return other, one
    if cues["formerly"] & {*before[-NEAR:]} or _joined(before[-NEAR:], cues["instead"]):
        return one, other
    added = cues["further"] & {*words[-2:]} and cues["granting"] & lemmas
    denied = cues["denial"] & {*before} and cues["stating"] & inside and not moved
    return (one, other) if added or denied else None


# The day by its rank alone: the 22nd, 3rd
RANK = re.compile(r"(?:the )?\d{1,2}(?:st|nd|rd|th)$", re.IGNORECASE)

YEAR = re.compile(r"\d{4}")  # 2031
ONWARD = frozenset({"to", "until", "till"})
MOVING = 9
"""Words between a day and the one that something was moved to, at most."""

BECOMING = 6
"""Words between two answers of which one became the other, at most."""


def _pairs(mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Pairs of mentions of one dimension, or of a length of time and a day, that stand near each other in order."""
    ordered = sorted(mentions, key=lambda m: m.span)
    for at, one in enumerate(ordered):
        for other in ordered[at + 1 : at + 4]:
            if one.span.end <= other.span.start <= one.span.end + LONGEST and _comparable(one, other):
                yield one, other


def _comparable(one: Mention, other: Mention) -> bool:
    if {one.kind, other.kind} <= TIMES or (one.kind is MentionKind.DURATION and other.kind in TIMES):
        return True
    if one.kind is MentionKind.DURATION:
        return other.kind in {MentionKind.DURATION, MentionKind.NUMBER}  # "30 days ... a further sixty"
    if isinstance(one.value, Quantity) and isinstance(other.value, Quantity):
        return one.value.dimension == other.value.dimension
    return False


def _are_of_two_kinds(one: Mention, other: Mention) -> bool:
    """Whether a bare number follows a length of time, which it is one of only where so many are added to it."""
    return one.kind is MentionKind.DURATION and other.kind is MentionKind.NUMBER


def _before(tokens: Sequence[Token], mention: Mention) -> list[str]:
    return [t.text.lower() for t in tokens if t.span.end <= mention.span.start][-NEAR - 1 :]


def _between(tokens: Sequence[Token], one: Mention, other: Mention) -> list[Token]:
    return [t for t in tokens if one.span.end <= t.span.start and t.span.end <= other.span.start]


def _joined(words: Sequence[str], phrases: frozenset[str]) -> bool:
    text = f" {' '.join(words)} "
    return any(f" {phrase} " in text for phrase in phrases)


def _cover(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _shifted(one: Mention, other: Mention, words: Sequence[str], moved: bool, tokens: Sequence[Token]) -> Value | None:
    """The old day of "put back a week, to 17 June": the new one less the length of time, or plus it."""
    length, day = one.value, other.value
    if not (moved and isinstance(length, TimeValue) and isinstance(day, TimeValue) and "to" in words):
        return None
    if one.kind is not MentionKind.DURATION or length.seconds is None or day.start is None or day.end is None:
        return None
    if length.seconds[0] != length.seconds[1] or day.granularity is not Granularity.DAY:
        return None
    cues = load_cues()
    near = {t.text.lower() for t in tokens if t.span.end <= one.span.start} | {*words}
    step = timedelta(seconds=length.seconds[0])
    step = -step if cues["earlier"] & near else step
    start = day.start - step
    timex = start.date().isoformat()
    return replace(
        day, text=timex, timex=timex, start=start, end=day.end - step, month=start.month, day=start.day, weekday=None
    )


def _old_value(old: Mention, new: Mention) -> Value:
    """The old value without the limit that "from" sets it; told by its rank alone ("the 22nd"), near the new one."""
    value = old.value
    if not isinstance(value, TimeValue):
        return value
    value = replace(value, bound=Bound.EXACT)
    later = new.value
    if isinstance(new.value, TimeValue):
        value = _near_year(value, new.value)
    if not RANK.match(old.text) or not isinstance(later, TimeValue) or later.start is None or value.day is None:
        return value
    day = later.start.date() - timedelta(days=1)
    while day.day != value.day:
        day -= timedelta(days=1)
    start = datetime.combine(day, time())
    timex, end = day.isoformat(), start + timedelta(days=1)
    return replace(value, timex=timex, start=start, end=end, month=day.month, day=day.day, weekday=None)


def _near_year(old: TimeValue, new: TimeValue) -> TimeValue:
    """The old day in the year that brings it nearest to the new one, where its words give none."""
    if old.start is None or old.end is None or new.start is None or old.month is None or YEAR.search(old.text):
        return old
    years = [old.start.year + step for step in (-1, 0, 1)]
    try:
        starts = [old.start.replace(year=year) for year in years]
    except ValueError:
        return old  # 29 February
    start = min(starts, key=lambda one: abs(one - new.start) if new.start is not None else timedelta())
    moved = start - old.start
    return old if not moved else replace(old, start=start, end=old.end + moved, timex=start.date().isoformat())


def _read_lapses(document: Document, sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[Revision]:
    """Days that passed without what had been announced: "Tuesday came and went", "nothing moved on Monday"."""
    cues = load_cues()
    for mention in mentions:
        value = mention.value
        if mention.kind is not MentionKind.DATE or not isinstance(value, TimeValue) or value.start is None:
            continue
        if value.granularity is not Granularity.DAY:
            continue
        clause = clause_at(document, mention.span)
        if clause is None or clause.tense is not Tense.PAST or clause.conditional:
            continue
        after = [t.text.lower() for t in document.sentence_tokens(sentence) if t.span.start >= mention.span.end]
        denied = clause.polarity is Polarity.NEGATIVE or _opens_with_denial(document, sentence, cues["nothing"])
        if denied or _joined(after[:NEAR], cues["lapsing"]):
            new = _new_day(document, sentence, mention, value)
            focus = _cover(mention.span, clause.predicate_span)
            passed = [t for t in document.sentence_tokens(sentence) if t.span.start >= mention.span.end][:NEAR]
            if not denied and passed:
                focus = _cover(focus, Span(mention.span.start, passed[min(2, len(passed) - 1)].span.end))
            if mention.span.end - sentence.span.start <= LONGEST // 2:
                focus = _cover(focus, Span(sentence.span.start, mention.span.end))
            told = new.span if new is not None else None
            yield Revision(value, new.value if new is not None else None, focus, lapsed=True, told=told)


def _new_day(document: Document, sentence: Sentence, mention: Mention, old: TimeValue) -> Mention | None:
    """The next later day that this sentence or one of the two after it names, in the same paragraph."""
    last = min(sentence.index + 2, len(document.sentences) - 1)
    end = document.sentences[last].span.end
    for other in document.mentions_in(Span(mention.span.end, max(end, mention.span.end)), *TIMES):
        value = other.value
        if not isinstance(value, TimeValue) or value.start is None or old.start is None:
            continue
        if value.start.date() > old.start.date() and value.granularity is Granularity.DAY:
            return other
    return None


def _opens_with_denial(document: Document, sentence: Sentence, words: frozenset[str]) -> bool:
    opening = document.sentence_tokens(sentence)[:2]
    return len(opening) == 2 and opening[0].text.lower() in words and opening[1].tag not in {"CD", ".", ","}
