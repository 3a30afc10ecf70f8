"""One clock time told in two zones that no offset joins: "9 a.m. ET (1800 GMT)".

Where a zone is named, it decides; summer time is allowed for unless the time has a day of its own. So does the place
that stands right before the time ("left Oslo at 9 a.m. (1500 GMT)"), if the clocks of no other place of the sentence
fit. A time without either may be of any zone there is, so only minutes that no zone has are wrong there.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import datetime
from functools import cache
from importlib.resources import files

from checker.dates import zone_of
from checker.factuality.misfits import Beside, Misfit, before, read_beside
from checker.model import Document, Mention, MentionKind, ValueType
from checker.values.clocks import offset_at, offsets_in_use, slack_of
from checker.values.timex import Bound, TimeValue

DAY = 1440
MOST = 6
"""Times that are said to be possible; more are those of every zone."""

SUMMER = 60
"""Minutes that summer time adds."""

# "11:40 a.m. local time (0340 GMT)", "9 a.m. ET/1300 GMT", "6 p.m. in Paris, or 1600 GMT"
BRACKET = re.compile(r"(?:\s+local(?:\s+time)?)?\s*[(\[]\s*")
SLASH = re.compile(r"(?:\s+local(?:\s+time)?)?\s*/\s*")
CLOSED = re.compile(r"\s*(?:on\s+)?(?:[A-Z]\w+\s*)?[)\]]")
OR = re.compile(r"(?:\s+local(?:\s+time)?)?\s*,\s+or\s+")

# One of several times: "9 and 11 a.m. (1300 and 1500 GMT)"
ROW = re.compile(r"\d[^,;()]{0,12}(?:\b(?:and|or|to|until|till)|[-–—&])\s*$", re.I)
GOES_ON = re.compile(r"\s*(?:[-–—&]|and|or|to|until|till)\s*\d", re.I)

AMBIGUOUS = re.compile(r"\b(?:ist|cst|bst|ast|est|edt|sst|gst|pst|wst|mst|amt)\b", re.I)
"""Short names that several zones of the world go by (tz database: Ireland, Israel, India; China, Cuba, Chicago)."""

AMERICAN = re.compile(r"\b(?:est|edt|cdt|mst|mdt|pst|pdt)\b", re.I)

# "left Oslo at ", "in Oslo, at about "
AT = re.compile(r"\s*,?\s*at\s+(?:(?:about|around|exactly)\s+)?", re.I)


@cache
def load_twins() -> frozenset[str]:
    """The names of places that there are several of, in lower case."""
    data = tomllib.loads((files("checker.factuality") / "data" / "clockpairs.toml").read_text("utf-8"))
    return frozenset(data["twins"])


def read_clock_pairs(document: Document) -> Iterator[Misfit]:
    """Every time given twice that the two zones cannot both show at once."""
    for pair in document.once(read_beside):
        if pair.one.kind is MentionKind.TIME and pair.other.kind is MentionKind.TIME and _is_one_time(document, pair):
            yield from _weigh(document, pair)


def _is_one_time(document: Document, pair: Beside) -> bool:
    """Whether two times stand for one, and neither is one of several."""
    bracketed = BRACKET.fullmatch(pair.between) and CLOSED.match(pair.behind)
    if not (bracketed or SLASH.fullmatch(pair.between) or OR.fullmatch(pair.between)):
        return False
    return not ROW.search(before(document, pair.one)) and not GOES_ON.match(pair.behind)


def _weigh(document: Document, pair: Beside) -> Iterator[Misfit]:
    one, other = pair.one.value, pair.other.value
    assert isinstance(one, TimeValue)
    assert isinstance(other, TimeValue)
    if one.clock is None or other.clock is None or not (_is_exact(one) and _is_exact(other)):
        return
    if not (other.zone and other.zone_given) and not (one.zone and one.zone_given):
        return
    slack = slack_of(one, other) / 60
    first, second = _offsets(one, pair.one, document), _offsets(other, pair.other, document)
    readings = other.alternatives or (other,)
    possible = [
        (minutes + ours - theirs) % DAY
        for reading in readings
        for minutes in _minutes(reading)
        for ours in first
        for theirs in second
    ]
    stated = [minutes for reading in one.alternatives or (one,) for minutes in _minutes(reading)]
    if any(_apart(a, b) <= slack for a in stated for b in possible):
        return
    shown = sorted({_clock(minutes) for minutes in possible})
    made = " or ".join(shown) if len(shown) <= MOST else "another time in any zone"
    behind = " ".join(pair.other.text.split())
    yield Misfit(
        f"which time is it there when it is {behind}?",
        ValueType.TIME,
        pair.one.span,
        _clock(stated[0]),
        pair.other.span,
        made,
    )


def _clock(minutes: int) -> str:
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def _is_exact(value: TimeValue) -> bool:
    return not value.approximate and value.bound in (Bound.EXACT, Bound.SINCE, Bound.BY)


def _minutes(value: TimeValue) -> tuple[int, ...]:
    return (value.clock[0] % DAY,) if value.clock is not None else ()


def _apart(one: int, other: int) -> int:
    """Minutes between two times of a dial of 24 hours."""
    gap = abs(one - other) % DAY
    return min(gap, DAY - gap)


def _offsets(value: TimeValue, mention: Mention, document: Document) -> list[int]:
    """Minutes that the zone of a time may be ahead of UTC; those of every zone where it is not known for sure."""
    words = mention.text
    if not value.zone or not value.zone_given:
        zones = _zones_beside(document, mention)
        return [ahead for zone in zones for ahead in _through_year(zone, value)] or list(offsets_in_use())
    if value.zone == "UTC":
        return [0]
    if AMBIGUOUS.search(words) and not AMERICAN.search(words):
        return list(offsets_in_use())
    if value.zone[:1] in "+-":
        fixed = _offset(value.zone, datetime(2001, 1, 1))
        return [fixed - SUMMER, fixed, fixed + SUMMER]
    if value.day_given and value.start is not None:
        return [_offset(value.zone, value.start)]
    return _through_year(value.zone, value)


def _through_year(zone: str, value: TimeValue) -> list[int]:
    """What a zone is ahead of UTC, with summer time and without."""
    year = value.start.year if value.start is not None else 2001
    return sorted({_offset(zone, datetime(year, month, 15)) for month in (1, 7)})


def _zones_beside(document: Document, mention: Mention) -> list[str]:
    """The zones of the places of a sentence, where one stands right before the time; none unless all are known."""
    if mention.sentence < 0:
        return []
    places = document.mentions_in(document.sentences[mention.sentence].span, MentionKind.PLACE)
    ahead = [p for p in places if AT.fullmatch(document.text[p.span.end : mention.span.start])]
    names = [p.text.lower() for p in places]
    if not ahead or any(name in load_twins() for name in names):
        return []
    zones = [zone_of(name) for name in names]
    return [zone for zone in zones if zone is not None] if None not in zones else []


def _offset(zone: str, moment: datetime) -> int:
    ahead = offset_at(zone, moment)
    return int(ahead.total_seconds() // 60) if ahead is not None else 0
