"""Every form of time expression is found where it stands, with its TIMEX3 value; what is no time is left alone."""

from __future__ import annotations

import time
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.dates import find_times
from checker.dates.finding import PATTERNS
from checker.values.times import Bound

MONDAY = date(2033, 1, 24)


def read(text: str, reference: date | None = MONDAY, zone: str | None = None) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.value.timex) for m in find_times(text, reference=reference, zone=zone)]


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda p: p.name)
def test_every_pattern_reads_its_own_example(pattern: object) -> None:
    example = pattern.example  # type: ignore[attr-defined]
    found = find_times(f"It was on {example}.", reference=MONDAY)
    assert found, example
    assert any(m.pattern == pattern.name for m in found)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("signed on 14 May 2026 in Oslo", "14 May 2026", "2026-05-14"),
        ("signed on May 14 2026 that", "May 14 2026", "2026-05-14"),
        ("on may 14 2026 the minister", "may 14 2026", "2026-05-14"),
        ("the 14th of November 2030", "the 14th of November 2030", "2030-11-14"),
        ("Nov. 21, 2030, in court", "Nov. 21, 2030", "2030-11-21"),
        ("Tuesday, 3 May 2033", "Tuesday, 3 May 2033", "2033-05-03"),
        ("dated 2026-05-14.", "2026-05-14", "2026-05-14"),
        ("in mid-May the", "mid-May", "2033-05"),
        ("early 2019 was", "early 2019", "2019"),
        ("in spring 2019 the", "spring 2019", "2019-SP"),
        ("the 1990s were", "the 1990s", "199"),
        ("the late '80s were", "the late '80s", "198"),
        ("in the 19th century", "the 19th century", "18"),
        ("the 2019-20 season", "2019-20", "2019/2020"),
        ("fiscal 1989 sales", "fiscal 1989", "1989"),
        ("nineteen ninety-six was", "nineteen ninety-six", "1996"),
        ("the fourth quarter of 2028", "the fourth quarter of 2028", "2028-Q4"),
        ("Q4 2028 sales", "Q4 2028", "2028-Q4"),
        ("the first half of 2031", "the first half of 2031", "2031-H1"),
        ("on Christmas Day 2031", "Christmas Day 2031", "2031-12-25"),
        ("on New Year’s Eve 2026", "New Year’s Eve 2026", "2026-12-31"),
        ("on Good Friday 2026", "Good Friday 2026", "2026-04-03"),
        ("on 12-05-2026 the", "12-05-2026", "2026-05-12"),
        ("le 3 juin 2026", "3 juin 2026", "2026-06-03"),
        ("el 3 de mayo de 2026", "3 de mayo de 2026", "2026-05-03"),
    ],
)
def test_absolute_dates(text: str, words: str, timex: str) -> None:
    assert (words, timex) in read(text)


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("They met yesterday.", "yesterday", "2033-01-23"),
        ("They met the day before yesterday.", "the day before yesterday", "2033-01-22"),
        ("They spoke on Tuesday.", "Tuesday", "2033-01-18"),
        ("They will speak on Tuesday.", "Tuesday", "2033-01-25"),
        ("They spoke on Monday.", "Monday", "2033-01-24"),
        ("They met last Friday.", "last Friday", "2033-01-21"),
        ("Prices rose last week.", "last week", "2033-W03"),
        ("Prices rose this month.", "this month", "2033-01"),
        ("It opens next year.", "next year", "2034"),
        ("It opened a year ago.", "a year ago", "2032"),
        ("It opened ten days ago.", "ten days ago", "2033-01-14"),
        ("It opened two months ago.", "two months ago", "2032-11"),
        ("It rose in December.", "December", "2032-12"),
        ("It will close in March.", "March", "2033-03"),
        ("It closed on Nov. 16.", "Nov. 16", "2032-11-16"),
        ("It ends on the 3rd.", "the 3rd", "2033-02-03"),
        ("It rained this morning.", "this morning", "2033-01-24TMO"),
        ("It rained last night.", "last night", "2033-01-23TNI"),
        ("It rained on Friday night.", "Friday night", "2033-01-21TNI"),
        ("It is now open.", "now", "PRESENT_REF"),
        ("It recently opened.", "recently", "PAST_REF"),
        ("It opened over the weekend.", "the weekend", "2033-W03-WE"),
        ("It rose in the fourth quarter.", "the fourth quarter", "2032-Q4"),
        ("Sales for this year's first quarter rose.", "this year's first quarter", "2033-Q1"),
        ("It was due by the end of the month.", "the end of the month", "2033-01"),
    ],
)
def test_relative_dates_are_told_from_the_article(text: str, words: str, timex: str) -> None:
    assert (words, timex) in read(text)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("They met on May 14, 2031. Two days later it rained.", "2031-05-16"),
        ("They met on May 14, 2031. The following day was dry.", "2031-05-15"),
        ("They met on May 14, 2031. Later that year it was sold.", "2031"),
        ("They met on May 14, 2031. It rained the same month.", "2031-05"),
        ("They met on May 14, 2031. It ended two weeks earlier.", "2031-W18"),
        ("They met on 11 May 2031. They left on the 13th.", "2031-05-13"),
    ],
)
def test_what_refers_back_is_told_from_the_day_said_last(text: str, timex: str) -> None:
    assert read(text)[-1][1] == timex


def test_what_refers_back_reaches_into_the_paragraph_before() -> None:
    before = [m.value for m in find_times("They met on May 14, 2031.", reference=MONDAY)]
    (mention,) = find_times("Two days later it rained.", reference=MONDAY, earlier=before)
    assert mention.value.timex == "2031-05-16"


@pytest.mark.parametrize(
    ("text", "words", "clock", "zone"),
    [
        ("signed at 6 p.m. in", "6 p.m.", (1080, 1081), "Asia/Muscat"),
        ("at 7.58am they", "7.58am", (478, 479), "Asia/Muscat"),
        ("at 12:32 UTC from", "12:32 UTC", (752, 753), "UTC"),
        ("at 1 a.m. Eastern on", "1 a.m. Eastern", (60, 61), "America/New_York"),
        ("at 07:00 Swedish time.", "07:00 Swedish time", (420, 421), "Europe/Stockholm"),
        ("at half past eight.", "half past eight", (510, 511), "Asia/Muscat"),
        ("at eight minutes past eight.", "eight minutes past eight", (488, 489), "Asia/Muscat"),
        ("just before twenty past eight.", "just before twenty past eight", (490, 500), "Asia/Muscat"),
        ("at 9:23 in the morning.", "9:23 in the morning", (563, 564), "Asia/Muscat"),
        ("at six o’clock in the morning.", "six o’clock in the morning", (360, 361), "Asia/Muscat"),
        ("at noon.", "noon", (720, 721), "Asia/Muscat"),
        ("at 18h30 the", "18h30", (1110, 1111), "Asia/Muscat"),
        ("closed until 1800 GMT.", "1800 GMT", (1080, 1081), "UTC"),
    ],
)
def test_clock_times_keep_their_clock_and_zone(text: str, words: str, clock: tuple[int, int], zone: str) -> None:
    (mention,) = find_times(text, reference=MONDAY, zone="Asia/Muscat")
    assert text[mention.start : mention.end] == words
    assert (mention.value.clock, mention.value.zone) == (clock, zone)
    assert not mention.value.day_given


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("It begins at 10 p.m. on Wednesday, 26 January 2033.", "2033-01-26T22:00"),
        ("It begins Sunday the 23rd at noon.", "2033-01-23T12:00"),
        ("It ends at midnight between Sunday and Monday.", "2033-01-24T00:00"),
        ("A tremor on 17/05/2029, 09:12 UTC.", "2029-05-17T09:12"),
        ("It begins at 9 a.m. tomorrow.", "2033-01-25T09:00"),
        ("It begins at 8.15 am Melbourne time tomorrow.", "2033-01-25T08:15"),
    ],
)
def test_a_clock_time_with_its_day_is_one_expression(text: str, timex: str) -> None:
    (mention,) = find_times(text, reference=MONDAY)
    assert mention.value.timex == timex
    assert mention.value.day_given


@pytest.mark.parametrize(
    ("text", "words", "timex"),
    [
        ("a 60-day truce", "60-day", "P60D"),
        ("a two-day summit", "two-day", "P2D"),
        ("for nearly two decades", "nearly two decades", "P20Y"),
        ("lasted 16 months", "16 months", "P16M"),
        ("within 24 hours", "within 24 hours", "PT24H"),
        ("three hours and forty minutes", "three hours and forty minutes", "PT3H40M"),
        ("took 3h40 in all", "3h40", "PT3H40M"),
        ("an hour and a half", "an hour and a half", "PT1H30M"),
        ("half an hour", "half an hour", "PT30M"),
        ("4.6 months of cover", "4.6 months", "P4.6M"),
        ("2 1/2 years in prison", "2 1/2 years", "P2Y6M"),
        ("several weeks of talks", "several weeks", "PXW"),
        ("it will last two months", "two months", "P2M"),
        ("the past two weeks", "the past two weeks", "P2W"),
        ("every Tuesday", "every Tuesday", "XXXX-WXX-2"),
        ("twice a week", "twice a week", "P1W"),
        ("paid annually", "annually", "P1Y"),
        ("each month", "each month", "P1M"),
    ],
)
def test_durations_and_sets(text: str, words: str, timex: str) -> None:
    assert (words, timex) in read(text)


@pytest.mark.parametrize(
    "text",
    [
        "The previous administration signed it.",
        "He may go and we may not.",
        "They march on the capital.",
        "He finished second after a long march.",
        "They won 3-2 and sat down.",
        "It cost $1999 and 2,000 people came.",
        "There are 1900 slopes and 2000 beds.",
        "Mr. May, June Carter and August Wilson came.",
        "The 6-year-old boy is 52 years old.",
        "A price of 10.30 euros.",
        "Seats in room 1984.",
        "Three-quarters of it was sold.",
        "A Boeing 737 and an A320.",
        "",
    ],
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert read(text) == []


def test_a_range_of_clock_times_shares_its_half_of_the_day() -> None:
    first, second = find_times("open between 3 and 5 p.m. there", reference=MONDAY)
    assert (first.value.clock, first.value.bound) == ((900, 901), Bound.SINCE)
    assert (second.value.clock, second.value.bound) == ((1020, 1021), Bound.BY)
    morning, noon = find_times("open 11-1 p.m. there", reference=MONDAY)
    assert (morning.value.clock, noon.value.clock) == ((660, 661), (780, 781))


def test_an_ambiguous_numeric_date_keeps_both_readings() -> None:
    (mention,) = find_times("on 04/05/2031", reference=MONDAY)
    assert {v.timex for v in mention.value.alternatives} == {"2031-05-04", "2031-04-05"}
    (plain,) = find_times("on 03/03/2031", reference=MONDAY)
    assert plain.value.alternatives == ()
    assert plain.value.timex == "2031-03-03"
    (clear,) = find_times("on 17/05/2029", reference=MONDAY)
    assert clear.value.timex == "2029-05-17"


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("It will end before 2032.", Bound.BEFORE),
        ("It will not rise before 2032.", Bound.SINCE),
        ("It is due not later than 14 February.", Bound.BY),
        ("It has been so since 2022.", Bound.SINCE),
        ("It is closed until the 28th.", Bound.BY),
        ("It happened in 2022.", Bound.EXACT),
    ],
)
def test_limits_are_kept(text: str, bound: Bound) -> None:
    (mention,) = find_times(text, reference=MONDAY)
    assert mention.value.bound is bound


def test_the_ends_of_a_range_are_limits() -> None:
    first, second = find_times("from 18 to 20 November 2031", reference=MONDAY)
    assert (first.value.timex, first.value.bound) == ("2031-11-18", Bound.SINCE)
    assert (second.value.timex, second.value.bound) == ("2031-11-20", Bound.BY)


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("on 14 March", "XXXX-03-14"),
        ("on Tuesday", "XXXX-WXX-2"),
        ("last year", "XXXX"),
        ("at 7:58 a.m.", "XXXX-XX-XXT07:58"),
        ("in May", "XXXX-05"),
        ("on 14 March 2031", "2031-03-14"),
    ],
)
def test_without_a_date_the_parts_that_are_said_are_kept(text: str, timex: str) -> None:
    assert [v for _, v in read(text, None)] == [timex]


def test_a_given_tense_decides() -> None:
    text = "Tuesday it was."
    ahead = find_times(text, reference=MONDAY, tense_at=lambda _: "future")
    behind = find_times(text, reference=datetime(2033, 1, 24, 9), tense_at=lambda _: "past")
    assert (ahead[0].value.timex, behind[0].value.timex) == ("2033-01-25", "2033-01-18")


_WORDS = st.sampled_from(
    [
        "the",
        "first",
        "14",
        "May",
        "2026",
        "last",
        "week",
        "6",
        "p.m.",
        "of",
        "to",
        "and",
        "nearly",
        "two",
        "60",
        "-",
        "day",
        ",",
        ".",
        "'",
        "s",
        "03/03/2031",
        "1990s",
        "quarter",
        "a",
        "half",
        "past",
        "eight",
        "on",
        "Monday",
        "23rd",
        "noon",
        "between",
        "until",
        "0",
        "00:00",
        "31",
        "February",
        "9999",
        "year",
        "earlier",
        "ago",
        "every",
        "1/2",
        "thousand",
        "twenty",
        "Q1",
        "GMT",
        "x",
        "é",
    ]
)


@settings(max_examples=300, deadline=None)
@given(
    st.lists(_WORDS, max_size=25).map(" ".join) | st.text(max_size=80),
    st.sampled_from([MONDAY, None, date.min, date.max]),
)
def test_any_text_gives_ordered_mentions_that_cite_it(text: str, reference: date | None) -> None:
    end = 0
    for mention in find_times(text, reference=reference, zone="Asia/Muscat"):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.value.text in text
        end = mention.end


def test_long_runs_of_known_words_take_linear_time() -> None:
    started = time.process_time()
    find_times("the first half of the " * 5_000 + "12 " * 12_000 + "two thousand and " * 5_000, reference=MONDAY)
    assert time.process_time() - started < 5
