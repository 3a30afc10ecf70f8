"""Finds the times of a text.

Cuts it into words, tries the patterns where a time could begin, and resolves what they read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache

from checker.dates import absolute, clock, dayparts, durations, holidays, relative, reported, sets, weekdays, years
from checker.dates.bounds import bound_before
from checker.dates.match import Match
from checker.dates.scene import Scene, day_of
from checker.dates.shapes import Pattern, compile_shape
from checker.dates.tokens import Token, cut
from checker.dates.vocabulary import OTHER, Codes, table
from checker.model.kinds import ValueType
from checker.values.times import Bound, TimeValue, with_bound

#: In the order in which they are tried at a place; the first that reads a time wins.
PATTERNS: tuple[Pattern, ...] = (
    *sets.PATTERNS,
    *clock.PATTERNS,
    *dayparts.PATTERNS,
    *absolute.PATTERNS,
    *holidays.PATTERNS,
    *years.PATTERNS,
    *reported.PATTERNS,
    *relative.PATTERNS,
    *weekdays.PATTERNS,
    *durations.PATTERNS,
    *reported.REFERENCES,
)

#: A time expression has at least one of these words or numbers; runs of words without one are not searched.
_TRIGGER_TABLES = (
    *("month", "month_short", "weekday", "weekday_short", "weekdays", "unit", "units", "season", "daypart", "dayparts"),
    *("plural_tens", "frequency", "foreign_month", "trigger"),
)
_TRIGGER_NUMBERS = (
    *("n4", "n4z", "nclock", "ndot", "nordinal", "ndecade", "niso", "nslash", "nhours", "nhundred", "nyearspan"),
    *("nquarter", "nfiscal"),
)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression: offsets into the text that was searched, and its value. ``pattern`` names the form."""

    start: int
    end: int
    value: TimeValue
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class _Grammar:
    codes: Codes
    run: re.Pattern[str]
    trigger: re.Pattern[str]
    any_pattern: re.Pattern[str]
    """Every pattern as a group of its own, so that a match tells which of them is the first to fit in a run there."""
    crossing: tuple[int, ...]
    """The patterns that may go on beyond a run: "8.15 am Melbourne time today"."""

    def shape(self, pattern: Pattern) -> re.Pattern[str]:
        """The regular expression of one pattern, with its groups. Most are never needed, so it is made when asked."""
        return _compile(pattern.shape, self.codes)


@cache
def _compile(shape: str, codes: Codes) -> re.Pattern[str]:
    return re.compile(compile_shape(shape, codes))


@cache
def _grammar() -> _Grammar:
    codes = Codes()
    shapes = [compile_shape(p.shape, codes, capturing=False) for p in PATTERNS]
    triggers = "".join(
        [codes.of(word) for name in _TRIGGER_TABLES for word in table(name)]
        + [codes.of(f"#{kind}") for kind in _TRIGGER_NUMBERS]
    )
    # "ten to nine", "just after six"
    told = "({small}|twenty) (to|past) {small}|(at|after|before|until|till|by|gone|yet|past) {small}"
    spoken = compile_shape(told, codes)
    run, trigger = re.compile(f"[^{OTHER}]+"), re.compile(f"[{triggers}]|{spoken}")
    crossing = tuple(number for number, shape in enumerate(shapes) if OTHER in shape)
    return _Grammar(codes, run, trigger, re.compile("|".join(f"({shape})" for shape in shapes)), crossing)


#: Characters that times of earlier paragraphs are taken to lie apart: a long sentence.
_APART = 200


def find_times(
    text: str,
    *,
    reference: date | datetime | None,
    zone: str | None = None,
    tense_at: Callable[[int], str] | None = None,
    earlier: Sequence[TimeValue] = (),
) -> list[TimeMention]:
    """The time expressions of a text in order, with offsets into it; they do not overlap.

    ``reference`` is the day that "today" means (the article's date); without one, times stay unresolved with what
    they say. ``zone`` is the tz database name for clock times that give none (of the dateline). ``tense_at`` tells
    the tense of the clause at an offset ("past", "present", "future"); without it, cue words around decide.
    ``earlier`` are the times of the paragraphs before, in order, which "two days later" may refer back to.
    """
    grammar = _grammar()
    tokens, code = cut(text, grammar.codes)
    scene = Scene(text, day_of(reference), zone, tense_at)
    for steps, value in enumerate(earlier, start=-len(earlier)):
        scene.remember(steps * _APART, value)
    mentions: list[TimeMention] = []
    at = 0
    for run in grammar.run.finditer(code):
        at, last = max(at, run.start()), run.end()
        if grammar.trigger.search(code, at, last) is None:
            continue
        while at < last:
            candidate = grammar.any_pattern.search(code, at, last)
            if candidate is None:
                break
            at = candidate.start()
            fits = (candidate.lastindex or 1) - 1
            found = _read_at(grammar, scene, tokens, code, at, len(code), first=fits)
            if found is None:
                at += 1
                continue
            end, read = found
            for mention in read:
                value = _held(mention.value, tokens, at, end)
                scene.remember(mention.start, value)
                mentions.append(replace(mention, value=value))
            at = end
    return _as_ranges(text, mentions)


_BETWEEN_ENDS = re.compile(r"\s*(?:-|–|to|until|till|through|and)\s*")  # "18 to 20 November"
_CALENDAR = (ValueType.DATE, ValueType.TIME)


def _as_ranges(text: str, mentions: list[TimeMention]) -> list[TimeMention]:
    """Two times joined as the ends of a range ("from 18 to 20 November") become its limits."""
    for n in range(len(mentions) - 1):
        first, second = mentions[n], mentions[n + 1]
        joint = text[first.end : second.start]
        if len(joint) > 10 or first.value.type not in _CALENDAR or second.value.type not in _CALENDAR:
            continue
        if (
            not _BETWEEN_ENDS.fullmatch(joint)
            or first.value.timex.endswith("_REF")
            or second.value.timex.endswith("_REF")
        ):
            continue
        if joint.strip() == "and" and not text[: first.start].rstrip().endswith("between"):
            continue
        mentions[n] = replace(first, value=with_bound(first.value, Bound.SINCE))
        mentions[n + 1] = replace(second, value=with_bound(second.value, Bound.BY))
    return mentions


def _read_at(
    grammar: _Grammar,
    scene: Scene,
    tokens: list[Token],
    code: str,
    at: int,
    end: int,
    *,
    whole: bool = False,
    first: int = 0,
) -> tuple[int, list[TimeMention]] | None:
    """The first pattern that reads a time at a token: the token behind it, and what was read.

    ``first`` is the first pattern that fits there within its run.
    """

    def inside(begin: int, last: int, where: Scene) -> TimeValue | None:
        found = _read_at(grammar, where, tokens, code, begin, last, whole=True)
        return found[1][0].value if found else None

    for number, pattern in enumerate(PATTERNS):
        if number < first and number not in grammar.crossing:
            continue
        shape = grammar.shape(pattern)
        match = shape.fullmatch(code, at, end) if whole else shape.match(code, at, end)
        if match is None or match.end() == at:
            continue
        seen = Match(scene, tokens, match, inside)
        value = pattern.read(seen)
        if value is None:
            continue
        if isinstance(value, TimeValue):
            return match.end(), [TimeMention(seen.start, seen.end, value, pattern.name)]
        spans = [(seen.span(group), one) for group, one in value]
        return match.end(), [TimeMention(start, stop, one, pattern.name) for (start, stop), one in spans]
    return None


_ABOUT = frozenset({"around", "about", "circa", "approximately", "roughly"})


def _held(value: TimeValue, tokens: list[Token], at: int, end: int) -> TimeValue:
    if value.type not in (ValueType.DATE, ValueType.TIME) or value.timex.endswith("_REF"):
        return value
    words = [token.word for token in tokens[max(0, at - 8) : at]]
    if words and words[-1] in _ABOUT:
        value = replace(value, approximate=True)
        words.pop()
    bound = bound_before(words, tokens[end].word if end < len(tokens) else "")
    return with_bound(value, bound) if bound is not Bound.EXACT else value
