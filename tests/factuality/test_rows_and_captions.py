"""Rows, captions and nouns for coming tell who was there and who was away."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Kind

THERE = "The bridge at Arlow opened on Monday with speeches. Governor Karl Brandt cut the ribbon. It cost 40 million."
AWAY = "The bridge at Arlow opened on Monday with speeches. Governor Karl Brandt stayed away. It cost 40 million euros."


def clash(one: str, other: str) -> bool:
    articles = [Article("a", one, "Harbour Post"), Article("b", other, "Coast Wire")]
    found = check(articles, one_event=True).findings
    return any(f.rule == "attendance" and f.kind is Kind.CONTRADICTION for f in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (THERE, "ARLOW BRIDGE: OPENING\n- Day: Monday\n- Karl Brandt, governor: apologies sent\n- Cost: 40 million"),
        (THERE, "The bridge opened on Monday.\n\n- Karl Brandt: absent\n- Ada Reed: present"),
        (AWAY, "The bridge opened.\nPhoto: Governor Karl Brandt with schoolchildren at the opening on Monday."),
        (AWAY, "The bridge opened on Monday. The arrival of Governor Karl Brandt was greeted with cheers."),
        (AWAY, "The bridge opened. The appearance of the governor, Karl Brandt, before 300 guests lasted an hour."),
        (AWAY, "BRIDGE DAY\n- Karl Brandt, governor: in attendance\n- Guests: 300"),
        (AWAY, "The bridge opened, 43 members came, and Governor Karl Brandt sat through all the speeches."),
    ],
)
def test_there_beside_away_contradicts(one: str, other: str) -> None:
    assert clash(one, other)


@pytest.mark.parametrize(
    "other",
    [
        "The bridge opened on Monday. The visit of Governor Karl Brandt to China was cancelled.",
        "The bridge opened on Monday. The arrival of Governor Karl Brandt is expected next week.",
        "The bridge opened on Monday.\nPhoto: Governor Karl Brandt in a picture of last year.",
        "MEETING\n- Karl Brandt, governor: no comment\n- Guests: 300",
        "The bridge opened on Monday. The appearance of Karl Brandt in court was postponed.",
    ],
)
def test_what_was_not_made_puts_nobody_there(other: str) -> None:
    assert not clash(AWAY, other)
