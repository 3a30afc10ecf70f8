"""Measures in two units, ranges that are none, and figures with a half."""

from __future__ import annotations

import pytest

from checker.quantities import find_quantities


def read(text: str) -> list[tuple[str, float]]:
    return [(mention.value.text, round(mention.value.point, 3)) for mention in find_quantities(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("He is 6ft 2in tall.", [("6ft 2in", 1.88)]),
        ("A 6-foot-2 guard came on.", [("6-foot-2", 1.88)]),
        ("A 6-foot-2-inch guard came on.", [("6-foot-2-inch", 1.88)]),
        ("She weighed 13st 4lb.", [("13st 4lb", 84.368)]),
        ("It is 10 feet 3 men could lift.", [("10 feet", 3.048), ("3", 3.0)]),
        ("The girl weighed 6lb 3oz.", [("6lb 3oz", 2.807)]),
        ("The boy weighed 6 pounds and 3 ounces.", [("6 pounds and 3 ounces", 2.807)]),
        ("It costs 6 pounds 3 miles from here.", [("6 pounds", 6.0), ("3 miles", 4828.032)]),
        ("It is 10 feet, 3 inches deep.", [("10 feet, 3 inches", 3.124)]),
        ("It rose 12 feet, 3 in the first hour.", [("12 feet", 3.658), ("3", 3.0)]),
        ("They live at 13 St James Street.", []),
        ("The walk was 11-and-a-half miles long.", [("11-and-a-half miles", 18507.456)]),
        ("Shares lost ground, falling 14% to $5,920.", [("14%", 14.0), ("$5,920", 5920.0)]),
        ("Output was up 5 percent to 12 million.", [("5 percent", 5.0), ("12 million", 12e6)]),
        ("The child fell 10 to 12 feet.", [("10 to 12 feet", 3.353)]),
        ("Prices rose from 10 to 12 dollars.", [("10", 10.0), ("12 dollars", 12.0)]),
        ("The index rose 3 to 45.", [("3", 3.0), ("45", 45.0)]),
        ("It costs less than $US6,500 now.", [("less than $US6,500", 6500.0)]),
        ("It costs $A20.", [("$A20", 20.0)]),
        ("It costs $5 to $6 a share.", [("$5 to $6", 5.5)]),
        ("Petrol is up 3p to 148.9p a litre.", [("3p", 0.03), ("148.9p", 1.489)]),
        ("An iPhone 5c has a 1080p camera and costs 99c a day.", [("99c", 0.99)]),
        ("It is kept at minus 70 degrees, not -18 °C.", [("minus 70 degrees", -70.0), ("-18 °C", -18.0)]),
        (
            "It was 20 below zero, then five degrees below freezing.",
            [("20 below zero", -20.0), ("five degrees below freezing", -5.0)],
        ),
        ("The tremor measured 5.8; the 6.1 quake came later.", [("5.8", 5.8), ("6.1", 6.1)]),
    ],
)
def test_figures_are_read_with_all_that_belongs_to_them(text: str, found: list[tuple[str, float]]) -> None:
    assert read(text) == found
