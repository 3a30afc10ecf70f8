"""What is left out at sight is never what a comparison of times would call agreeing."""

from datetime import datetime
from itertools import product

from checker.dates import find_times
from checker.model import Relation
from checker.values.times import compare_times, may_agree

TEXT = (
    "It began on 14 May 2026, or Thursday, at 9:30 a.m. GMT, at half past nine, or about 14 May. Before 14 May, after "
    "14 May, by 15 May, since 2025, this week, last week, in May, in mid-May, in 2026, in the 2020s, on 03/04/2026, on "
    "3 April 2026, yesterday, recently, for four weeks, for 28 days, every Monday, weekly, at 10:30 CET on 14 May 2026."
)


def test_times_that_agree_may_agree_at_sight() -> None:
    times = [t.value for t in find_times(TEXT, reference=datetime(2026, 5, 15, 12))]
    assert len(times) > 20
    agreeing = [(a, b) for a, b in product(times, times) if compare_times(a, b).relation is Relation.AGREE]
    assert all(may_agree(a, b) for a, b in agreeing)
    assert any(a.text != b.text for a, b in agreeing)
    assert any(not may_agree(a, b) for a, b in product(times, times))
