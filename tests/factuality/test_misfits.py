"""What an article says beside what its own figures and the calendar make of it, over many values."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from checker.analysis import analyse
from checker.factuality.clockpairs import read_clock_pairs
from checker.factuality.conversions import read_conversions
from checker.factuality.lifespans import read_lifespans
from checker.factuality.makeups import read_makeups
from checker.factuality.misfits import Misfit
from checker.factuality.partitions import read_partitions
from checker.factuality.temperatures import read_temperatures
from checker.factuality.weekdates import WEEKDAYS, read_weekdates
from checker.model import Article, Document

METRES = {"feet": 0.3048, "yards": 0.9144, "miles": 1609.344, "kilometres": 1000.0}


def found(read: Callable[[Document], Iterator[Misfit]], text: str, published: str | None = None) -> list[Misfit]:
    return list(read(analyse(Article("a", text, published=published))))


def wrong(
    read: Callable[[Document], Iterator[Misfit]], lines: Sequence[str], published: str | None = None
) -> list[str]:
    """The lines of an article that have a misfit."""
    text = "\n\n".join(lines)
    starts = {misfit.said.start for misfit in found(read, text, published)}
    at, told = 0, []
    for line in lines:
        told += [line] * any(at <= start < at + len(line) for start in starts)
        at += len(line) + 2
    return told


def test_a_date_has_one_weekday() -> None:
    days = [date(1950, 1, 1) + timedelta(days=step * 1013) for step in range(40)]
    line = "The ferry sailed on {}, {} {:%B %Y}, from Orsa."
    right = [line.format(WEEKDAYS[day.weekday()], day.day, day) for day in days]
    others = [line.format(WEEKDAYS[(day.weekday() + 1 + n % 6) % 7], day.day, day) for n, day in enumerate(days)]
    assert wrong(read_weekdates, right) == []
    assert wrong(read_weekdates, others) == others


def test_a_date_without_its_year_is_the_one_near_the_article() -> None:
    published = date(2031, 5, 3)
    days = [published + timedelta(days=step) for step in range(-90, 91, 5)]
    line = "In 2031 the ferry sailed on {}, {:%B} {}."
    right = [line.format(WEEKDAYS[day.weekday()], day, day.day) for day in days]
    others = [line.format(WEEKDAYS[(day.weekday() + 1 + n % 6) % 7], day, day.day) for n, day in enumerate(days)]
    assert wrong(read_weekdates, right, "2031-05-03") == []
    assert wrong(read_weekdates, others, "2031-05-03") == others


def test_a_conversion_rounded_either_way_fits_and_one_of_another_order_does_not() -> None:
    sizes = [(size, unit, places) for size in (2, 7, 12, 35, 80, 146, 300, 985) for unit in METRES for places in (0, 1)]
    line = "The dam of Orsa is {} {} ({:,.{}f} metres) long."
    right = [line.format(size, unit, size * METRES[unit], places) for size, unit, places in sizes]
    others = [line.format(size, unit, size * METRES[unit] * 3.5, places) for size, unit, places in sizes]
    assert wrong(read_conversions, right) == []
    assert wrong(read_conversions, others) == others


def test_degrees_fit_rounded_or_cut_off() -> None:
    line = "It was {} C ({} F) in the harbour, and {} F ({} C) in the hills."
    pairs = [(c, cut(c * 1.8 + 32)) for c in range(-39, 49, 4) for cut in (int, round)]
    right = [line.format(c, f, f, c) for c, f in pairs]
    others = [f"It was {c} C ({f + 40} F) in the harbour." for c, f in pairs]
    assert wrong(read_temperatures, right) == []
    assert wrong(read_temperatures, others) == others


def test_a_change_is_the_one_between_its_ends() -> None:
    ends = [(230, 310), (310, 230), (1201, 1877), (4985, 3009), (560, 1120), (8077, 8613)]
    line = "Traffic {} {:.0f} per cent to {:,} tonnes from {:,} tonnes."
    right = [line.format("rose" if b > a else "fell", abs(100 * (b / a - 1)), b, a) for a, b in ends]
    turned = [line.format("fell" if b > a else "rose", abs(100 * (b / a - 1)), b, a) for a, b in ends]
    doubled = [line.format("rose" if b > a else "fell", abs(200 * (b / a - 1)), b, a) for a, b in ends]
    assert wrong(read_makeups, right) == []
    assert wrong(read_makeups, turned) == turned
    assert wrong(read_makeups, doubled) == doubled


ZONES = {
    "ET": "America/New_York",
    "PT": "America/Los_Angeles",
    "CET": "Europe/Paris",
    "Beijing time": "Asia/Shanghai",
    "London time": "Europe/London",
}


def test_a_time_told_twice_fits_in_summer_and_in_winter() -> None:
    right, others = [], []
    for zone, name in ZONES.items():
        for month in (1, 7):
            moment = datetime(2031, month, 15, 9, 30, tzinfo=ZoneInfo(name)).astimezone(ZoneInfo("UTC"))
            right.append(f"The launch is at 9:30 a.m. {zone} ({moment:%H%M} GMT).")
            others.append(f"The launch is at 9:30 a.m. {zone} ({moment + timedelta(hours=5):%H%M} GMT).")
    assert wrong(read_clock_pairs, right) == []
    assert wrong(read_clock_pairs, others) == others


@pytest.mark.parametrize(("age", "is_wrong"), [(32, False), (33, False), (34, False), (45, True), (3, True)])
def test_an_age_is_off_by_more_than_the_turn_of_the_year(age: int, is_wrong: bool) -> None:
    misfits = found(read_lifespans, f"Ana Reyes, {age}, was born in Orsa in 1998.", "2031-05-03")
    assert bool(misfits) is is_wrong


def test_an_age_in_an_article_without_a_day_is_left_alone() -> None:
    assert not found(read_lifespans, "Ana Reyes, 45, was born in Orsa in 1998.")


def test_parts_are_added_up_with_those_that_are_one() -> None:
    assert not found(read_partitions, "The depot lost 13 vehicles: nine cars, three trucks and a van.")
    (misfit,) = found(read_partitions, "The depot lost 15 vehicles: nine cars, three trucks and a van.")
    assert (misfit.stated, misfit.made) == ("15", "13")
