"""In "it was X, and not Y, who told them" X gave the news; in "it was not Y that did but X" too."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Kind

CHIEF = "Arlow Foundry will close in June. Chief executive Ada Reed announced the closure on Monday."
FIRM = "Arlow Foundry will close in June. The company announced the closure on Monday."
LEAD = "Arlow Foundry is to close in June with 300 jobs lost. "


def clashes(one: str, other: str) -> bool:
    articles = [Article("a", one, "Harbour Post"), Article("b", LEAD + other, "Coast Wire")]
    found = check(articles, one_event=True).findings
    return any(f.rule == "announced_by" and f.kind is Kind.CONTRADICTION for f in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CHIEF, "It was the union leader, Tom Vance, and not the chief executive, who announced the closure."),
        (CHIEF, "It was not chief executive Ada Reed that announced the closure but the mayor, Tom Vance."),
        (CHIEF, "It was the mayor, Tom Vance, rather than the company, who told the town."),
        (CHIEF, "Mayor Tom Vance announced the closure before the company knew."),
        (FIRM, "It was not the company that announced the closure but the union."),
        (FIRM, "It was the union, and not the company, that announced the closure."),
    ],
)
def test_who_is_put_in_the_others_place_contradicts(one: str, other: str) -> None:
    assert clashes(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CHIEF, "It was chief executive Ada Reed, and not the mayor, who announced the closure."),
        (CHIEF, "It was not the mayor that announced the closure but chief executive Ada Reed."),
        (CHIEF, "Her family announced the closure of the factory shop."),
        (FIRM, "The company's announcement came on Monday."),
    ],
)
def test_the_denied_one_is_not_taken_for_the_giver(one: str, other: str) -> None:
    assert not clashes(one, other)


CABLE = (
    "The Hochalm cable car will not run this summer. "
    "The closure of the Hochalm cable car was announced by its operator, Hochalm Bahnen, on Tuesday."
)


@pytest.mark.parametrize(
    ("other", "found"),
    [
        ("No trips by cable car.\n\n- Hochalm cable car closure announced: Tuesday, by Mayor Gerda Plattner", True),
        ("It was Mayor Gerda Plattner who announced the closure of the Hochalm cable car on Tuesday.", True),
        ("No trips by cable car.\n\n- Hochalm cable car closure announced: Tuesday, by Hochalm Bahnen", False),
        ("Mayor Gerda Plattner said on Tuesday that she was sorry.", False),
        ("A plan for a bus was announced by Mayor Gerda Plattner.", False),
    ],
)
def test_a_row_and_a_passive_tell_who_announced_it(other: str, *, found: bool) -> None:
    articles = [Article("a", CABLE, "Harbour Post"), Article("b", f"The Hochalm is quiet. {other}", "Coast Wire")]
    findings = check(articles, one_event=True).findings
    assert found is any(f.rule == "announced_by" and f.kind is Kind.CONTRADICTION for f in findings)
