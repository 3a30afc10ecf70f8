from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading.dated import FULL_DATE, read_days, read_given, read_moment


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 May 2031", date(2031, 5, 3)),
        ("May 3, 2031", date(2031, 5, 3)),
        ("MAY 3 2031", date(2031, 5, 3)),
        ("3rd of May 2031", date(2031, 5, 3)),
        ("Sept. 12, 2030", date(2030, 9, 12)),
        ("2031-05-03", date(2031, 5, 3)),
        ("19/03/2032", date(2032, 3, 19)),
        ("03/19/2032", date(2032, 3, 19)),
        ("07/07/2032", date(2032, 7, 7)),
        ("7.6.2029", date(2029, 6, 7)),
        ("Thursday, 7 June 2029", date(2029, 6, 7)),
        ("Thursday 07/06/2029", date(2029, 6, 7)),
        ("Posted: Friday 13/09/2030, 08:05", datetime(2030, 9, 13, 8, 5)),
        ("May 3, 2031, 1:00 p.m. Eastern", datetime(2031, 5, 3, 13, 0)),
        ("12:30 a.m., May 3, 2031", date(2031, 5, 3)),
        ("05:00 19/03/2032", datetime(2032, 3, 19, 5, 0)),
        ("at 10.30 on 18 March 2032", datetime(2032, 3, 18, 10, 30)),
        ("3 May 2031 09:15 GMT", datetime(2031, 5, 3, 9, 15, tzinfo=UTC)),
    ],
)
def test_dates_of_heads(text: str, expected: date) -> None:
    assert read_moment(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "04/05/2031",  # two days
        "31 June 2031",  # no day
        "Friday, 7 June 2029",  # a Thursday
        "Sunday 07/06/2029",  # a Thursday or a Friday
        "May 2031",
        "3 May",
        "12/13/14",
        "13.13.2031",
    ],
)
def test_what_is_not_one_day_is_left_alone(text: str) -> None:
    assert read_moment(text) is None


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("Issued 04/05/2031. The last bulletin was of 28/04/2031.", date(2031, 5, 4)),
        ("Issued 04/05/2031. The last bulletin was of 03/28/2031.", date(2031, 4, 5)),
        ("Issued 04/05/2031. The ferry sank on the night of 4 May.", date(2031, 5, 4)),
        ("Issued 04/05/2031. The ferry sank on April 5.", date(2031, 4, 5)),
        ("Issued 04/05/2031. Not 28/04/2031 and not 03/28/2031.", None),
    ],
)
def test_the_articles_other_dates_decide_between_two_readings(context: str, expected: date | None) -> None:
    assert read_moment("04/05/2031", context) == expected


def test_both_readings_are_kept_where_nothing_decides() -> None:
    found = FULL_DATE.search("04/05/2031")
    assert found is not None
    assert read_days(found, "") == (date(2031, 4, 5), date(2031, 5, 4))


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)))
def test_every_day_is_read_back_however_it_is_written(day: date) -> None:
    month = f"{day:%B}"
    for text in (
        f"{day.day} {month} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{day:%A}, {day:%d.%m.%Y}",
        f"{day}",
    ):
        assert read_moment(text) == day
    assert read_moment(f"{day:%d/%m/%Y}") in (day, None)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("2031-05-03", date(2031, 5, 3)),
        ("2031-05-03T07:30:00-05:00", datetime(2031, 5, 3, 7, 30, tzinfo=timezone(timedelta(hours=-5)))),
        ("2031-05-03T06:00:00Z", datetime(2031, 5, 3, 6, 0, tzinfo=UTC)),
        ("Sat, 03 May 2031 08:00:00 GMT", datetime(2031, 5, 3, 8, 0, tzinfo=UTC)),
        ("3 May 2031", date(2031, 5, 3)),
        (date(2031, 5, 3), date(2031, 5, 3)),
        (1_935_532_800, datetime(2031, 5, 3, tzinfo=UTC)),
        (1_935_532_800_000, datetime(2031, 5, 3, tzinfo=UTC)),
        ("yesterday", None),
        ("", None),
        (None, None),
        (True, None),
        (7, None),
        ({"a": 1}, None),
    ],
)
def test_dates_that_metadata_give(value: object, expected: date | None) -> None:
    assert read_given(value) == expected
