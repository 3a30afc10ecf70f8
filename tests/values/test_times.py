"""Two times contradict each other only when they cannot both be right, whatever words they are said in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.dates import calendar, find_times
from checker.dates.clocktimes import clock_time
from checker.dates.durations import duration
from checker.model.kinds import Relation
from checker.values.times import Bound, TimeValue, canonical_duration, compare_times, with_bound

DAY = date(2033, 1, 24)
AGREE, COMPATIBLE, CONTRADICT = Relation.AGREE, Relation.COMPATIBLE, Relation.CONTRADICT
NOT_COMPARABLE = Relation.NOT_COMPARABLE


def value(text: str, reference: date | None = DAY, zone: str | None = None) -> TimeValue:
    (mention,) = find_times(text, reference=reference, zone=zone)
    return mention.value


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("for 60 days", "for two months", COMPATIBLE),
        ("for 90 days", "for two months", CONTRADICT),
        ("for 90 days", "for three months", COMPATIBLE),
        ("for 28 days", "for four weeks", AGREE),
        ("for 28 days", "for eight weeks", CONTRADICT),
        ("for 14 months", "for four years", CONTRADICT),
        ("for 24 months", "for two years", AGREE),
        ("for 22 months", "for nearly two years", COMPATIBLE),
        ("for 25 months", "for nearly two years", CONTRADICT),
        ("for 4.6 months", "a little over four and a half months", COMPATIBLE),
        ("for two days", "for five days", CONTRADICT),
        ("for 24 hours", "for a day", AGREE),
        ("for at least 20 days", "for 35 days", COMPATIBLE),
        ("for up to two years", "for three years", CONTRADICT),
        ("for more than four hours", "for three hours", CONTRADICT),
        ("for about ten days", "for 11 days", COMPATIBLE),
        ("for three hours and forty minutes", "for four hours", COMPATIBLE),
        ("for three hours and forty minutes", "for six hours", CONTRADICT),
        ("for several weeks", "for 60 days", COMPATIBLE),
        ("for years", "for two days", NOT_COMPARABLE),
        ("for 118 years", "in 1998", NOT_COMPARABLE),
        ("every Tuesday", "every Friday", CONTRADICT),
        ("twice a week", "every month", CONTRADICT),
        ("every quarter", "every three months", AGREE),
    ],
)
def test_durations_and_sets(one: str, other: str, relation: Relation) -> None:
    assert compare_times(value(one), value(other)).relation is relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("on 14 March", "on 12 March", CONTRADICT),
        ("on 14 March 2033", "in March 2033", COMPATIBLE),
        ("on 14 March 2033", "in early March 2033", COMPATIBLE),
        ("on 28 March 2033", "in early March 2033", CONTRADICT),
        ("in 2033", "in 2034", CONTRADICT),
        ("in the fourth quarter of 2028", "in the first half of 2029", CONTRADICT),
        ("on 14 November 2028", "in the fourth quarter of 2028", COMPATIBLE),
        ("not later than 14 February 2033", "by mid-February 2033", COMPATIBLE),
        ("by 14 October 2033", "until the end of the year", CONTRADICT),
        ("by 14 October 2033", "on 2 October 2033", COMPATIBLE),
        ("by 14 October 2033", "on 2 November 2033", CONTRADICT),
        ("before 2032", "in 2031", COMPATIBLE),
        ("before 2032", "in 2033", CONTRADICT),
        ("after 2030", "after 2031", COMPATIBLE),
        ("since 2019", "since March 2021", CONTRADICT),
        ("around 14 May 2033", "on 16 May 2033", COMPATIBLE),
        ("on 03/04/2031", "on 3 April 2031", COMPATIBLE),
        ("on 03/04/2031", "on 4 March 2031", COMPATIBLE),
        ("on 03/04/2031", "on 5 April 2031", CONTRADICT),
        ("yesterday", "on 23 January 2033", AGREE),
        ("it is now open", "in 2033", NOT_COMPARABLE),
    ],
)
def test_dates(one: str, other: str, relation: Relation) -> None:
    assert compare_times(value(one), value(other)).relation is relation


@pytest.mark.parametrize(
    ("one", "other", "relation"),
    [
        ("on 14 March", "on 12 March", CONTRADICT),
        ("on 14 March", "in March", COMPATIBLE),
        ("on 14 March", "on 14 March 2031", COMPATIBLE),
        ("on 14 March", "on 12 March 2031", CONTRADICT),
        ("on 14 March", "in 2031", COMPATIBLE),
        ("on 14 March", "in May 2031", CONTRADICT),
        ("on Monday", "on 24 January 2033", COMPATIBLE),
        ("on Sunday", "on 24 January 2033", CONTRADICT),
        ("on Monday", "in March", NOT_COMPARABLE),
        ("at 7:58 a.m.", "at 8:08 a.m.", CONTRADICT),
        ("at 7:58 a.m.", "at eight minutes past eight", CONTRADICT),
        ("at 7:58 a.m.", "on 14 March", NOT_COMPARABLE),
    ],
)
def test_undated_times_compare_by_the_parts_they_have(one: str, other: str, relation: Relation) -> None:
    assert compare_times(value(one, None), value(other, None)).relation is relation


@pytest.mark.parametrize(
    ("one", "zone", "other", "other_zone", "relation"),
    [
        ("at 6 p.m.", "Asia/Muscat", "at 14:00 GMT", None, COMPATIBLE),
        ("at 6 p.m.", "Asia/Muscat", "at 15:00 GMT", None, CONTRADICT),
        ("at 1 a.m. Eastern on 10 April 2033", None, "at 07:00 Swedish time", None, COMPATIBLE),
        ("at 08:19", None, "just before twenty past eight", None, COMPATIBLE),
        ("just before 6 a.m.", None, "at 6am", None, COMPATIBLE),
        ("just before 6 a.m.", None, "at 7am", None, CONTRADICT),
        ("at 4:12 a.m. local time", "America/Guayaquil", "on 17/05/2029, 09:12 UTC", None, COMPATIBLE),
        ("at 4:12 a.m.", None, "at 09:12 UTC", None, NOT_COMPARABLE),
        ("at 9:23 in the morning", None, "at 12:32 UTC", None, CONTRADICT),
        ("at 9:32 a.m.", None, "at 9:23 a.m.", None, CONTRADICT),
        ("at 9:32 a.m.", None, "at 12:32 p.m.", None, NOT_COMPARABLE),
        ("at 9:32 a.m.", None, "at about 9:30 a.m.", None, COMPATIBLE),
        ("at 10 p.m.", None, "at 10:20 p.m.", None, COMPATIBLE),
        ("at 10 p.m.", None, "at 11 p.m.", None, CONTRADICT),
        ("on Sunday at noon", None, "midnight between Sunday and Monday", None, CONTRADICT),
        ("on Friday morning", None, "on Friday evening", None, CONTRADICT),
        ("on Friday morning", None, "at 9 a.m. on Friday", None, COMPATIBLE),
        ("at 6 p.m. on Friday", None, "on Friday", None, COMPATIBLE),
        ("at 6 p.m. on Friday", None, "on Saturday", None, CONTRADICT),
        ("at 18:00 GMT on Friday", None, "on Saturday", None, COMPATIBLE),
        ("at 18:00 GMT on Friday", None, "on Tuesday", None, CONTRADICT),
        ("at 4:12 a.m. local time", "America/Guayaquil", "shortly after 6am", None, CONTRADICT),
    ],
)
def test_clock_times(one: str, zone: str | None, other: str, other_zone: str | None, relation: Relation) -> None:
    assert compare_times(value(one, zone=zone), value(other, zone=other_zone)).relation is relation


def test_a_reason_can_be_read_by_an_editor() -> None:
    assert (
        compare_times(value("on 14 March", None), value("on 12 March", None)).reason == "“14 March” is not “12 March”"
    )
    verdict = compare_times(value("next month"), value("in January 2033"))
    assert verdict.reason == "“next month” (2033-02) is not “January 2033”"


@pytest.mark.parametrize(
    ("timex", "canonical"),
    [
        ("P4W", "P28D"),
        ("P2Y", "P24M"),
        ("P1Y6M", "P18M"),
        ("PT24H", "P1D"),
        ("PT90M", "PT90M"),
        ("PT120M", "PT2H"),
        ("P1Q", "P3M"),
        ("PXW", "PXW"),
        ("2026-05", "2026-05"),
    ],
)
def test_durations_have_one_canonical_form(timex: str, canonical: str) -> None:
    assert canonical_duration(timex) == canonical


def test_normalized_tells_bounds_and_parts_apart() -> None:
    texts = ["in May 2033", "in mid-May 2033", "by May 2033", "before May 2033", "by mid-May 2033"]
    assert len({value(text).normalized for text in texts}) == len(texts)


days = st.dates(date(1950, 1, 1), date(2080, 12, 31))
dates = st.one_of(
    days.map(lambda d: calendar.day("a day", d)),
    days.map(lambda d: calendar.week("a week", d)),
    days.map(lambda d: calendar.weekend("a weekend", d)),
    days.map(lambda d: calendar.month("a month", d.year, d.month)),
    days.map(lambda d: calendar.quarter("a quarter", d.year, (d.month + 2) // 3)),
    days.map(lambda d: calendar.season("a season", d.year, "SU")),
    days.map(lambda d: calendar.year("a year", d.year)),
    days.map(lambda d: calendar.decade("a decade", d.year // 10 * 10)),
    days.map(lambda d: calendar.undated_day("a day", d.month, d.day)),
    days.map(lambda d: calendar.undated_day("a weekday", None, None, d.isoweekday())),
)
clocks = st.builds(
    clock_time,
    st.just("a time"),
    st.none() | days,
    st.integers(0, 1439),
    zone=st.sampled_from([None, "UTC", "Asia/Muscat", "America/New_York", "+05:30"]),
    precision=st.sampled_from([60, 300, 3600]),
    reach=st.sampled_from([(0, 1), (-10, 0), (-30, 30)]),
    given=st.booleans(),
)
lengths = st.builds(
    duration, st.just("a length"), st.none() | st.integers(1, 400).map(float), st.sampled_from("SmhDWMQY")
)
values = st.builds(
    lambda v, bound, about: replace(with_bound(v, bound), approximate=about),
    st.one_of(dates, clocks),
    st.sampled_from([Bound.EXACT, Bound.EXACT, Bound.BEFORE, Bound.AFTER, Bound.BY, Bound.SINCE]),
    st.booleans(),
) | st.builds(
    lambda v, bound: replace(v, bound=bound),
    lengths,
    st.sampled_from([Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE_THAN, Bound.LESS_THAN]),
)


@given(values, values)
def test_comparison_is_symmetric(one: TimeValue, other: TimeValue) -> None:
    assert compare_times(one, other).relation is compare_times(other, one).relation


@given(values)
def test_a_value_never_contradicts_itself(one: TimeValue) -> None:
    assert compare_times(one, one).relation is not CONTRADICT
    assert compare_times(one, replace(one, text="other words")).relation is not CONTRADICT


@given(dates, st.data())
def test_a_coarser_date_never_contradicts_a_day_inside_it(coarse: TimeValue, data: st.DataObject) -> None:
    if coarse.start is None or coarse.end is None:
        return
    inside = data.draw(st.dates(coarse.start.date(), (coarse.end - timedelta(microseconds=1)).date()))
    assert compare_times(coarse, calendar.day("a day", inside)).relation in (AGREE, COMPATIBLE)


@given(days, st.integers(0, 1439))
def test_a_day_never_contradicts_a_time_on_it(day: date, minute: int) -> None:
    assert compare_times(calendar.day("the day", day), clock_time("a time", day, minute)).relation is COMPATIBLE


@given(days, st.integers(0, 1439), st.sampled_from(["Asia/Muscat", "America/New_York", "Asia/Kathmandu"]))
def test_a_time_in_another_zone_is_the_same_time(day: date, minute: int, zone: str) -> None:
    from checker.values.clocks import to_utc

    local = clock_time("local", day, minute, zone=zone)
    assert local.start is not None
    moment = to_utc(local.start, zone)
    utc = clock_time("utc", moment.date(), moment.hour * 60 + moment.minute, zone="UTC")
    assert compare_times(local, utc).relation in (AGREE, COMPATIBLE)
    later = moment + timedelta(minutes=7)
    other = clock_time("later", later.date(), later.hour * 60 + later.minute, zone="UTC")
    assert compare_times(local, other).relation is CONTRADICT


def test_the_interval_of_a_day_is_half_open() -> None:
    day = calendar.day("a day", date(2033, 1, 24))
    assert (day.start, day.end) == (datetime(2033, 1, 24), datetime(2033, 1, 25))
    assert compare_times(day, calendar.day("the next", date(2033, 1, 25))).relation is CONTRADICT
