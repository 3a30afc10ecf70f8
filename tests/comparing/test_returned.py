"""An answer that was there before, or comes back, is not what another has been updated to."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Kind

SEVEN = "Seven people were injured when the roof of the Halden market hall came down, the fire service said."
SEVENTEEN = "Seventeen people were injured when the roof of the Halden market hall came down, the fire service said."
LATER = "The seven people who were injured when the roof of the Halden market hall came down have left the clinic."


def kinds(*told: tuple[str, str]) -> set[Kind]:
    articles = [Article(f"a{n}", text, f"Outlet {n}", published=day) for n, (text, day) in enumerate(told)]
    return {f.kind for f in check(articles, one_event=True).findings if f.rule == "figures"}


@pytest.mark.parametrize(
    "told",
    [
        ((SEVEN, "2031-02-09"), (SEVENTEEN, "2031-02-10"), (LATER, "2031-02-13")),
        ((SEVENTEEN, "2031-02-08"), (SEVEN, "2031-02-10"), (SEVENTEEN.replace("said", "says"), "2031-02-12")),
    ],
)
def test_what_comes_back_did_not_move(told: tuple[tuple[str, str], ...]) -> None:
    assert Kind.CONTRADICTION in kinds(*told)
    assert Kind.UPDATE not in kinds(*told)


@pytest.mark.parametrize("last", ["2031-02-09T21:00", "2031-02-09T23:30"])
def test_a_desk_that_lags_by_hours_contradicts_nothing(last: str) -> None:
    told = ((SEVEN, "2031-02-09T10:00"), (SEVENTEEN, "2031-02-09T18:00"), (LATER, last))
    assert Kind.CONTRADICTION not in kinds(*told)


def test_a_toll_that_rises_is_an_update() -> None:
    assert kinds((SEVEN, "2031-02-09"), (SEVENTEEN, "2031-02-10")) & {Kind.CONTRADICTION, Kind.UPDATE} == {Kind.UPDATE}
