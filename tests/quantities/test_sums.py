"""What figures of one sentence add up to."""

from __future__ import annotations

from checker.quantities import find_quantities
from checker.quantities.sums import comes_to, sums_of
from checker.values.quantities import Quantity


def read(text: str) -> list[Quantity]:
    return [m.value for m in find_quantities(text)]


def written(value: Quantity, others: list[Quantity]) -> list[str]:
    return [f"{total:.6f}" for total in sums_of(value, others)]


def test_two_counts_come_to_their_sum_and_difference() -> None:
    found = read("212 passengers and 14 crew")
    assert sums_of(found[0], found) == {226.0, 198.0}


def test_a_share_tells_its_whole_and_the_rest() -> None:
    (share,) = read("48 of the 52 laps")
    assert {52.0, 4.0} <= sums_of(share, [share])


def test_sums_in_two_currencies_are_not_added() -> None:
    found = read("$40 million and 12 million euros")
    assert sums_of(found[0], found) == frozenset()


def test_a_long_row_of_figures_adds_up_to_nothing() -> None:
    found = read("11 cats, 12 dogs, 13 cows, 14 pigs, 15 hens, 16 geese, 17 goats")
    assert sums_of(found[0], found) == frozenset()


def test_only_the_very_sum_is_recognised() -> None:
    found = read("212 passengers and 14 crew")
    sums = written(found[0], found)
    (whole,) = read("226 people")
    (near,) = read("227 people")
    assert comes_to(whole, sums)
    assert not comes_to(near, sums)


def test_decimals_may_be_spelled_out() -> None:
    (sum_,) = read("eighty-four point six million dollars")
    (rate,) = read("three point two five per cent")
    assert sum_.point == 84_600_000
    assert rate.point == 3.25
