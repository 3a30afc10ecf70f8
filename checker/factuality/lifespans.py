"""Ages that a year of birth cannot give, and spans of years or days that are not those between their ends.

"Aged 33, she was born in 1984" in an article of 2000; "the 12-year marriage, from 2001 to 2009". Both ends may count or
neither, so a span is wrong only when it is off by more than one; so is an age, since the article may be from the days
around the turn of the year.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from checker.factuality.misfits import WIDEST, Misfit, before
from checker.model import Document, Mention, Span, ValueType
from checker.values.quantities import Bound as FigureBound
from checker.values.quantities import Quantity, write_number
from checker.values.timex import Bound, Granularity, TimeValue

COMMON, DAYS = 2001, 365
"""A year without a leap day, and its days."""

YEAR = re.compile(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")  # "2001"

SLACK = 1
"""Years or days that a span may be off: both its ends may count, or neither."""

BIRTHS = (Granularity.DAY, Granularity.MONTH, Granularity.YEAR)

PLACE = r"(?:in\s+(?:the\s+)?[A-Z][\w.'’-]*(?:,?\s+(?:of\s+|the\s+)?[A-Z][\w.'’-]*){0,3}\s*,?\s+)?"
# "Ana Reyes, 33, was born in Cuba in 1984", "the 33-year-old, who was born on May 4, 1984"
BORN_BEHIND = re.compile(rf"\s*[,)]?\s*(?:who\s+)?(?:was|is)\s+born\s+(?:and\s+(?:raised|bred)\s+)?{PLACE}(?:in|on)\s+")
# "Born in 1984, Ana Reyes, 33,", "Ana Reyes (born 4 May 1984), 33,"
BORN_BEFORE = re.compile(r"(?:^|[(\"“]|[.;]\s)\s*born\s+(?:in|on)?\s*$", re.I)
NAMED = re.compile(r"\s*(?:,\s+(?:[A-Z][\w.'’-]*\s+){0,3}[A-Z][\w.'’-]*,\s*|\)\s*,\s*)")
# Not the age of the day: "She was 33, was born"
THEN = re.compile(r"\b(?:was|were|died|dead|killed|late|then|when|at)\b[^,]*$", re.I)

# "the 12-year marriage, from 2001 to 2009", "12 years (2001 to 2009)"
SPAN = re.compile(r"(?:[\s-]+[a-z][\w-]*){0,2}\s*(?:,|\()?\s*(?:lasting\s+)?(?:from\s+|between\s+)?", re.I)
CLOSED = re.compile(r"\s*\)")
ENDED = re.compile(r"(?!\s+(?:and|plus|then|again|as|in)\b)", re.I)
DASHED = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*", re.I)
# "from 2001 to 2009, a span of 12 years", "from 2001 to 2009 - 12 years"
TOTAL = re.compile(
    r"\s*(?:,|[-–—]{1,2}|\()\s*(?:or\s+|an?\s+(?:span|period|total|spell|reign|term|run)\s+of\s+|a\s+)", re.I
)


def read_lifespans(document: Document) -> Iterator[Misfit]:
    """Every age beside a birth, and every span beside its ends, that do not go together."""
    mentions = [m for m in document.mentions if isinstance(m.value, TimeValue) or _is_age(m)]
    for number, mention in enumerate(mentions):
        if _is_age(mention):
            for other in mentions[max(0, number - 1) : number + 2]:
                yield from _weigh_age(document, mention, other)
        elif _length(mention) is not None:
            yield from _weigh_span(
                document, mention, mentions[number + 1 : number + 3], mentions[max(0, number - 2) : number]
            )


def _is_age(mention: Mention) -> bool:
    value = mention.value
    return (
        isinstance(value, Quantity)
        and value.dimension == "age"
        and value.bound is FigureBound.NONE
        and not value.approximate
    )


def _weigh_age(document: Document, age: Mention, birth: Mention) -> Iterator[Misfit]:
    value, published = birth.value, document.article.published_date
    if published is None or not isinstance(value, TimeValue) or value.start is None or birth.sentence != age.sentence:
        return
    if value.granularity not in BIRTHS or str(value.start.year) not in birth.text:
        return
    text, ahead = document.text, before(document, age, 200)
    start = birth.span.start
    if age.span.end <= birth.span.start:
        joined = BORN_BEHIND.fullmatch(text[age.span.end : start]) is not None and not THEN.search(ahead)
        start = text.rindex("born", age.span.end, start) if joined else start
    else:
        between = text[birth.span.end : age.span.start]
        joined = NAMED.fullmatch(between) is not None and BORN_BEFORE.search(before(document, birth)) is not None
    if not joined:
        return
    assert isinstance(age.value, Quantity)
    oldest = published.year - value.start.year
    if oldest - 1 - SLACK <= age.value.point <= oldest + SLACK:
        return
    words = " ".join(birth.text.split())
    yield Misfit(
        f"how old is somebody born {words}, when the article came out ({published.isoformat()})?",
        ValueType.NUMBER,
        age.span,
        write_number(age.value.point),
        Span(start, birth.span.end),
        f"{oldest - 1} or {oldest}",
    )


def _length(mention: Mention) -> tuple[str, int] | None:
    """The unit (Y or D) and the number of a length that is told exactly."""
    value = mention.value
    if (
        not isinstance(value, TimeValue)
        or value.type is not ValueType.DURATION
        or value.approximate
        or value.bound is not Bound.EXACT
    ):
        return None
    found = re.fullmatch(r"P(\d+)([YD])", value.timex)
    return (found[2], int(found[1])) if found is not None and int(found[1]) > 1 else None


def _weigh_span(document: Document, mention: Mention, behind: list[Mention], ahead: list[Mention]) -> Iterator[Misfit]:
    text = document.text
    for ends, joined in ((behind, SPAN), (ahead, TOTAL)):
        if len(ends) != 2 or {e.sentence for e in ends} != {mention.sentence}:
            continue
        row = (mention, ends[0]) if ends is behind else (ends[1], mention)
        gap = text[row[0].span.end : row[1].span.start]
        if len(gap) > WIDEST or not joined.fullmatch(gap):
            continue
        behind_all = text[row[1].span.end if ends is ahead else ends[1].span.end :][:10]
        if not (CLOSED if "(" in gap else ENDED).match(behind_all):
            continue
        if not DASHED.fullmatch(text[ends[0].span.end : ends[1].span.start]):
            continue
        if ends is ahead and not re.search(r"(?:\bfrom|\bbetween|\()\s*$", before(document, ends[0]), re.I):
            continue
        yield from _compare(document, mention, ends)


def _compare(document: Document, mention: Mention, ends: list[Mention]) -> Iterator[Misfit]:
    length = _length(mention)
    assert length is not None
    unit, said = length
    made = _years_between(*ends) if unit == "Y" else _days_between(*ends)
    if made is None or made <= 0 or made - SLACK <= said <= made + SLACK:
        return
    span = Span(ends[0].span.start, ends[1].span.end)
    name = "years" if unit == "Y" else "days"
    words = " ".join(span.of(document.text).split())
    stated, reckoned = f"{said} {name}", f"{made} or {made + 1} {name}"
    yield Misfit(f"how many {name} are {words}?", ValueType.DURATION, mention.span, stated, span, reckoned)


def _years_between(one: Mention, other: Mention) -> int | None:
    """The years from one year to another, where both are written."""
    first, last = YEAR.search(one.text), YEAR.search(other.text)
    return int(last[0]) - int(first[0]) if first is not None and last is not None else None


def _days_between(one: Mention, other: Mention) -> int | None:
    """The days from one day to another; of two without a year, the second is the next of its name."""
    first, last = one.value, other.value
    if not isinstance(first, TimeValue) or not isinstance(last, TimeValue):
        return None
    if None in (first.month, first.day, last.month, last.day):
        return None
    if YEAR.search(one.text) and first.start is not None and last.start is not None:
        return (last.start.date() - first.start.date()).days
    try:
        days = [date(COMMON, value.month or 1, value.day or 1) for value in (first, last)]
    except ValueError:
        return None  # 29 February, in a year that is not told
    return (days[1] - days[0]).days % DAYS
