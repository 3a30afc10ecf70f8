"""A post that a later article gives to somebody new is an update; two posts, and one that is held on to, are none."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Finding


def updates(before: str, after: str) -> list[Finding]:
    articles = [
        Article(id="a", text=before, source="Harbour Post", published="2031-02-10"),
        Article(id="b", text=after, source="Coast Wire", published="2031-05-19"),
    ]
    return [f for f in check(articles, one_event=True).findings if f.kind == "update"]


TAKEN = [
    (
        "The harbourmaster, Warren Lowe, closed the port to yachts on Monday.",
        "Hine Tamati was appointed harbourmaster last week. She comes from Tauranga.",
    ),
    (
        "The union's chief negotiator, Deirdre McGinley, called the offer an insult.",
        "Deirdre McGinley was replaced as chief negotiator by Fintan Sweeney.",
    ),
    (
        "The rates committee, chaired by Iain Leavitt, heard 212 people in May.",
        "The rates committee has a new chair. Heather Dunmore was elected on Monday.",
    ),
    (
        "Coordinator of the rest centre: Brendan Hurley",
        "Susan Creedon has taken over as coordinator of the rest centre from Brendan Hurley.",
    ),
]


@pytest.mark.parametrize(("before", "after"), TAKEN)
def test_that_a_post_with_a_new_holder_is_an_update(before: str, after: str) -> None:
    assert updates(before, after)


KEPT = [
    (
        "The union's chief negotiator, Deirdre McGinley, called the offer an insult.",
        "Chief negotiator Deirdre McGinley said that the talks would go on.",
    ),
    (
        "The finance minister, Pavel Horn, opened the hearing.",
        "Anna Kessler was appointed defence minister on Monday.",
    ),
    (
        "Prime Minister Nora Lind of Norway called for calm.",
        "Anna Sorel was elected prime minister of Belgium on Sunday.",
    ),
    (
        "Rescue leader Tom Avery spoke of a miracle.",
        "Resident Mary Stone and her neighbour Paul Reed have gone home.",
    ),
]


@pytest.mark.parametrize(("before", "after"), KEPT)
def test_that_a_post_that_is_kept_and_another_post_are_none(before: str, after: str) -> None:
    assert not updates(before, after)
