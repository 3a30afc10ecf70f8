"""Figures for one of something: a month, a head, a tonne; what a share of a whole comes to; multiples."""

from __future__ import annotations

import pytest
from sample_pair import contradictions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The minister earned 1.4 million kroner last year.", "The minister's salary was 117,000 kroner a month."),
        ("Rents in the port average 900 euros a month.", "Rents in the port average 10,800 euros a year."),
        ("The mill pays its cutters $4 an hour.", "The mill pays its cutters $160 a week."),
        ("The field yields 40,000 barrels a day.", "The field yields 14.6 million barrels annually."),
        ("Each of the four owners got $25,000.", "The owners got $100,000 from the sale."),
        ("A third of the 90 beds were empty on Monday.", "On Monday 30 of the hospital's beds stood empty."),
        ("It will cut 1,150 jobs, a tenth of its staff.", "Roughly 10% of the company's 11,600 workers are to go."),
        ("The reactor ran at 640 MW on Tuesday.", "The reactor, which can deliver 1,070 megawatts, ran at 640."),
        ("The drug cut infections from 50 cases to 10.", "There were five times as many infections without the drug."),
    ],
)
def test_figures_for_one_and_for_another_do_not_differ(one: str, other: str) -> None:
    assert contradictions(one, other, published="2031-06-14") == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Rents in the port average 900 euros a month.", "Rents in the port average 1,150 euros a month."),
        ("The mill pays its cutters $4 an hour.", "The mill pays its cutters $6 an hour."),
        ("The toll for lorries rises to 9.20 euros.", "The toll for lorries rises to 11.50 euros."),
        ("They lost 40 men a week ago in the raid on the fort.", "They lost 65 men in the raid on the fort."),
    ],
)
def test_figures_for_the_same_differ(one: str, other: str) -> None:
    assert len(contradictions(one, other, published="2031-06-14")) == 1
