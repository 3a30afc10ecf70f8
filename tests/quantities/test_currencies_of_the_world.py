"""Sums as they are written in many countries, and what only looks like one."""

from __future__ import annotations

import pytest

from checker.quantities import find_quantities


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("a reward of up to R250 000 for information", ["ZAR <=250000"]),
        ("a measly R25 000, the paper said", ["ZAR 25000"]),
        ("it cost R14 million, and he paid R500 of it", ["ZAR 14000000", "ZAR 500"]),
        ("a fine of K2 500 for each driver", ["kwacha 2500"]),
        ("the P2.3 billion bridge", ["peso 2300000000"]),
        ("Rs. 500 a bag", ["rupee 500"]),
        ("a plan of Rs 2 lakh crore", ["rupee 2000000000000"]),
        ("₹48 cr for boats", ["INR 480000000"]),
        ("EC$4m for the school", ["XCD 4000000"]),
        ("Fr. 300 or kr 200", ["franc 300", "crown 200"]),
        ("CHF 300'000 was missing", ["CHF 300000"]),
        ("EUR 1 250 000,50 in all", ["EUR 1250000.5"]),
        ("they paid 300 lei, 40 million kwacha and 20 pula", ["leu 300", "kwacha 40000000", "BWP 20"]),
        ("€412.500 was raised", ["EUR 412500"]),
        ("a pay deal of BSh 6.4 billion and VKr 300", ["shilling 6400000000", "crown 300"]),
    ],
)
def test_sums_are_read(text: str, values: list[str]) -> None:
    assert [found.value.normalized for found in find_quantities(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "the R300 highway and the R62 are closed",
        "it cost R14 million to mend the R62",
        "the A380 landed, a B52 followed",
        "flight AF 447 was lost",
        "a six-figure sum and a seven-digit code",
    ],
)
def test_roads_and_codes_are_no_sums(text: str) -> None:
    assert [f.value.normalized for f in find_quantities(text) if f.value.dimension != "currency"] == []
    assert len([f for f in find_quantities(text) if f.value.dimension == "currency"]) == text.count("R14 million")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a trio of lions got out", "3"),
        ("a pair of robbers in masks", "2"),
        ("a quartet of old ships", "4"),
        ("some 412.000 customers", "~412000"),
        ("12.500 people came", "12500"),
        ("ran 2 1/2 miles", "4023.36 m"),
    ],
)
def test_groups_and_foreign_points(text: str, value: str) -> None:
    assert [found.value.normalized for found in find_quantities(text)] == [value]


@pytest.mark.parametrize("text", ["a pair of boots", "the trio played Haydn", "lasted 12.345 seconds"])
def test_what_counts_nothing(text: str) -> None:
    assert find_quantities(text) == []


def test_rates_keep_their_decimals() -> None:
    (found,) = find_quantities("the euro stood at $1.085")
    assert found.value.normalized == "USD 1.085"
