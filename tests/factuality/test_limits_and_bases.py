"""What must hold of two claims to stand out, of rises and falls against one measure, and of firm and open wordings."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Kind


def kinds(one: str, other: str) -> set[tuple[Kind, str]]:
    articles = [
        Article(id=side, text=text, source=source, published="2031-05-16")
        for side, text, source in (("a", one, "Harbour Post"), ("b", other, "Coast Wire"))
    ]
    return {(f.kind, f.rule) for f in check(articles, one_event=True).findings}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Ten men left Karsholm jail on Friday. It was the first escape from Karsholm since it opened in 2014.",
            "Ten men fled Karsholm jail on Friday. It was the first mass breakout in the province in 12 years.",
        ),
    ],
)
def test_firsts_within_other_limits_are_framing_in_whatever_words(one: str, other: str) -> None:
    assert (Kind.FRAMING, "first_framing") in kinds(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Head teacher Ida Holm has been placed on precautionary suspension with full pay, the council said.",
            "Head teacher Ida Holm has been shown the gate.",
        ),
        (
            "Nordbank's purchase of Fjordkasse is subject to approval by the regulator, both banks said.",
            "Nordbank has bought Fjordkasse, the bank by the fjord, and the ink is dry.",
        ),
    ],
)
def test_what_is_open_and_what_is_told_as_settled_is_framing(one: str, other: str) -> None:
    assert Kind.FRAMING in {kind for kind, _ in kinds(one, other)}


def test_a_rise_beside_a_fall_against_one_measure_is_a_contradiction() -> None:
    found = kinds(
        "The regatta at Ostersund drew a radio audience of 410,000, an increase of 30 per cent on the regatta of 2029.",
        "The radio audience of the regatta at Ostersund was down by nearly a third on the regatta of two years ago.",
    )
    assert Kind.CONTRADICTION in {kind for kind, _ in found}


def test_rises_and_falls_of_two_amounts_are_none() -> None:
    found = kinds(
        "The regatta at Ostersund drew a radio audience of 410,000, an increase of 30 per cent on the regatta of 2029.",
        "Entry fees at the regatta at Ostersund were down by nearly a third on the regatta of two years ago.",
    )
    assert Kind.CONTRADICTION not in {kind for kind, _ in found}
