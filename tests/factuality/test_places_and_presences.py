"""Questions of place and presence: kinds of place that exclude each other in one town, absences told of no verb."""

from __future__ import annotations

import pytest
from sample_pair import contradictions


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The body of the missing teacher was found in a canal near Arlow on Friday.",
            "On Friday police found the body of the missing teacher in woodland near Arlow.",
        ),
        (
            "Officer Dale Reed was shot in the arm on Friday during a traffic stop in Arlow.",
            "Officer Dale Reed took a bullet in the chest at a traffic stop in Arlow on Friday.",
        ),
        (
            "Captain Ole Lind was on the bridge when the ferry hit the pier at Arlow on Friday.",
            "When the ferry hit the pier at Arlow on Friday, Captain Ole Lind was asleep in his cabin.",
        ),
        (
            "Tom Ames told the inquiry in Arlow on Friday that he had never seen the report.",
            "The chair that Tom Ames should have taken at the Arlow inquiry stayed empty on Friday.",
        ),
        (
            "Turkey sent a junior minister to the talks in Arlow on Friday.",
            "Friday's talks in Arlow took place without Turkey.",
        ),
    ],
)
def test_answers_that_exclude_each_other(one: str, other: str) -> None:
    assert contradictions(one, other)


def test_what_can_be_so_beside_each_other() -> None:
    for one, other in (
        (
            "The child was found in the garden of a house in Arlow on Friday.",
            "Police found the child at a house in Arlow on Friday.",
        ),
        (
            "Two men were stabbed in Arlow on Friday. One, 25, was stabbed in the leg.",
            "After Friday's stabbing in Arlow a man of 40 has a wound in the back. A second man has gone home.",
        ),
        (
            "Minister Tom Ames missed Friday's breakfast with the envoys in Arlow.",
            "Tom Ames, whose wife was ill, led the talks in Arlow on Friday.",
        ),
    ):
        assert not contradictions(one, other), one
