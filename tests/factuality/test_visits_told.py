"""Who walked through a place was there; who was spotted elsewhere, or came not even with the others, was away."""

from __future__ import annotations

import pytest

from checker import Article, extract

HEAD = "Arlow was hit by a storm on Sunday. "


def placed(text: str) -> set[str]:
    claims = extract(Article("a", HEAD + text, "Harbour Post", published="2031-05-12")).claims
    told = [c for c in claims if c.rule == "attendance" and c.slot in ("attendance", "attendance by name")]
    return {
        getattr(c.value, "concept", "")
        for c in told
        if "done anywhere" not in c.scope and "brandt" in " ".join(c.entities)
    }


@pytest.mark.parametrize(
    "text",
    [
        "Minister Karl Brandt strolled through the new ward and joked with the nurses.",
        "Minister Karl Brandt waded through the flooded streets in borrowed boots.",
        "Minister Karl Brandt, who walked among the smoking timbers, promised help.",
        "Minister Karl Brandt's visit to the ruins brought little comfort.",
        "Minister Karl Brandt was shown round the workshop by the foreman.",
    ],
)
def test_somebody_was_there(text: str) -> None:
    assert placed(text) == {"attendance.attend"}


@pytest.mark.parametrize(
    "text",
    [
        "There was no Karl Brandt: the minister was in Vienna.",
        "Minister Karl Brandt has not been near the place.",
        "Nobody from the government came, not even Minister Karl Brandt.",
        "Minister Karl Brandt did not leave Vienna, his office said.",
        "Minister Karl Brandt was spotted on a golf course in Madeira.",
        "Minister Karl Brandt was not around.",
        "Minister Karl Brandt had been expected to visit at noon, but fog kept his plane in Vienna.",
        "Minister Karl Brandt was due to open the shelter, but the roads were closed.",
        "Minister Karl Brandt was tied up in Vienna.",
        "The mayor spoke. Minister Karl Brandt was in Vienna.",
    ],
)
def test_somebody_was_away(text: str) -> None:
    assert placed(text) == {"attendance.absent"}


@pytest.mark.parametrize(
    "text",
    [
        "Minister Karl Brandt was in Arlow for the opening of the shelter.",
        "There was no Karl Brandt statement on the cost.",
        "There was no doubt that Karl Brandt would come back.",
        "Nobody, not even Minister Karl Brandt, knew the cost.",
        "Minister Karl Brandt's visit was delayed by an hour.",
        "Minister Karl Brandt went through the accounts.",
        "Minister Karl Brandt was expected to visit at noon, but came at nine.",
    ],
)
def test_nobody_is_said_to_be_away(text: str) -> None:
    assert "attendance.absent" not in placed(text)
