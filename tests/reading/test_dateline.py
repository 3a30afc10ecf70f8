from datetime import date
from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.reading.dateline import find_dateline


@pytest.mark.parametrize(
    ("line", "city", "month", "day", "wire"),
    [
        ("OSLO, March 3 (Fjord Wire) — Talks resumed.", "Oslo", 3, 3, "Fjord Wire"),
        ("OSLO, Norway, Sept. 12 (Fjord Wire) - Talks resumed.", "Oslo", 9, 12, "Fjord Wire"),
        ("OSLO, 10 April (Fjord Wire) – Talks resumed.", "Oslo", 4, 10, "Fjord Wire"),
        ("SAO TOME (AP) — Talks resumed.", "Sao Tome", None, None, "AP"),
        ("TOKYO/SEOUL (Reuters) - Talks resumed.", "Tokyo", None, None, "Reuters"),
        ("ST. JOHN'S — Talks resumed.", "St. John's", None, None, None),
        ("PORT LOUIS -- Talks resumed.", "Port Louis", None, None, None),
    ],
)
def test_datelines(line: str, city: str, month: int | None, day: int | None, wire: str | None) -> None:
    found = find_dateline(f"Headline of the day\n\n{line}\n")
    assert found is not None
    assert (found.city, found.month, found.day, found.wire) == (city, month, day, wire)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("AKRON, Ohio (March 19, 2032) - A train stopped.", date(2032, 3, 19)),
        ("AKRON, Ohio, and MALMO, Sweden – April 10, 2028, 1:00 a.m. Eastern – Two firms merge.", date(2028, 4, 10)),
        ("AKRON, Ohio, 31 June 2032 - A train stopped.", None),
    ],
)
def test_a_dateline_with_its_year_gives_the_day(line: str, expected: date | None) -> None:
    found = find_dateline(line)
    assert found is not None
    assert found.day_of == expected


@pytest.mark.parametrize(
    "text",
    [
        "URGENT - A train stopped.",
        "EXCLUSIVE (video) — A train stopped.",
        "A train stopped, the OSLO (AP) desk said.",
        "Oslo, March 3 - A train stopped.",
        "NATO said on March 3 - a Monday - that talks resumed.",
        "THE TRAIN STOPPED",
        "",
    ],
)
def test_other_lines_are_not_datelines(text: str) -> None:
    assert find_dateline(text) is None


def test_a_dateline_far_down_is_another_storys() -> None:
    assert find_dateline("A sentence.\n" * 40 + "OSLO, March 3 (Fjord Wire) — Talks resumed.") is None


@given(st.text())
def test_the_span_covers_the_datelines_own_words(noise: str) -> None:
    text = f"{noise[:200]}\nOSLO, March 3 (Fjord Wire) — Talks resumed."
    found = find_dateline(text)
    if found is not None and found.span is not None and found.wire == "Fjord Wire":
        assert found.span.of(text).strip() == "OSLO, March 3 (Fjord Wire) —"


@pytest.mark.parametrize("text", ["A" * 300_000, "AB " * 100_000, "AA, Bb, " * 50_000, "AAAA " * 4 + "(" * 100_000])
def test_no_text_takes_long(text: str) -> None:
    started = perf_counter()
    find_dateline(text)
    assert perf_counter() - started < 1
