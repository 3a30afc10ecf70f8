"""Hours, days and lengths as people say them are read; what only looks like one is left alone."""

from __future__ import annotations

from datetime import date

import pytest

from checker.dates import find_times

THURSDAY = date(2030, 5, 16)


def read(text: str) -> list[tuple[str, str]]:
    return [(text[m.start : m.end], m.value.timex) for m in find_times(text, reference=THURSDAY)]


@pytest.mark.parametrize(
    ("text", "timex"),
    [
        ("The choir sings at six this evening.", "2030-05-16T18:00"),
        ("The ferry sailed at 9 this morning.", "2030-05-16T09:00"),
        ("The gala begins at eight tonight.", "2030-05-16T20:00"),
        ("Doors: tonight from ten. Start: 9:00 sharp.", "2030-05-16T09:00"),
        ("The shift ends at two thirty in the afternoon.", "2030-05-16T14:30"),
        ("It struck at eleven twenty on Monday night.", "2030-05-13T23:20"),
        ("The tremor came at 0314 local time.", "2030-05-16T03:14"),
        ("It sank in the early hours of Tuesday.", "2030-05-14TMO"),
        ("The pool shuts on Friday week.", "2030-05-24"),
        ("They vote a week on Friday.", "2030-05-24"),
        ("The bypass opens in two weeks' time.", "2030-W22"),
        ("It lasted one and three-quarters, no, a dozen years.", "P12Y"),
        ("He was gone half a dozen years.", "P6Y"),
        ("The sitting took 90-odd minutes.", "PT90M"),
        ("They ran for 1½ hours.", "PT1H30M"),
        ("It took an hour and three quarters.", "PT1H45M"),
        ("A weeklong stoppage began.", "P1W"),
        ("She ruled for a quarter of a century.", "P25Y"),
        ("Jailed for 18mths.", "P18M"),
        ("He did a solid week of it.", "P1W"),
        ("She won in two hours, seven minutes and 52 seconds.", "PT2H7M52S"),
        ("They were lost for two days, three hours and ten minutes.", "P2DT3H10M"),
        ("She won in a time of 2:21:08.", "PT2H21M8S"),
        ("The clock said 2:09:52 when he came in.", "PT2H9M52S"),
        ("It went dark at 2:09:52 on Monday.", "2030-05-13T02:09"),
        ("It went dark at 02:09:52 UTC.", "2030-05-16T02:09"),
        ("It struck at twenty to seven on the Monday morning.", "2030-05-13T06:40"),
    ],
)
def test_times_as_people_say_them(text: str, timex: str) -> None:
    assert timex in [value for _, value in read(text)]


@pytest.mark.parametrize(
    "text", ["It killed three this evening, medics said.", "The score was 3:10 in games.", "Running time: 1:18."]
)
def test_counts_beside_a_part_of_the_day_are_no_hours(text: str) -> None:
    assert not any("T" in value and ":" in value for _, value in read(text))


def test_a_range_of_weeks_is_no_hour() -> None:
    assert read("It lasted four to six weeks.") == [("four to six weeks", "PXW")]
