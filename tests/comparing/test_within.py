"""One article against itself: what it contradicts itself in is found, what an article may well say twice is not."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Finding, Kind

MEANWHILE = "The mayor visited the street in the afternoon. Neighbours brought tea. The school next door stayed shut."


def contradictions(*paragraphs: str) -> list[Finding]:
    article = Article("new", "\n\n".join(paragraphs), "Harbour Post", None, "2031-05-12")
    report = check([article], one_event=True)
    return [finding for finding in report.findings if finding.kind is Kind.CONTRADICTION]


CONTRADICTING = {
    "a toll, and all the victims": (
        "figures",
        "The fire killed 12 people on Monday.",
        "All 14 victims were residents of the house.",
        ("12 people", "14 victims"),
    ),
    "a toll, and the people who died": (
        "figures",
        "Twelve people were killed in the fire on Monday.",
        "The fourteen people who died were residents of the house.",
        ("Twelve people", "fourteen people"),
    ),
    "a sum, in the same words": (
        "figures",
        "The company will pay 340 million crowns for the shipyard in Tresko.",
        "The company will pay 430 million crowns for the shipyard in Tresko.",
        ("340 million", "430 million"),
    ),
    "a time, in the same words": (
        "event_date",
        "The bridge over the Sava will open to traffic on 5 June, the council said on Tuesday.",
        "The bridge over the Sava will open to traffic on 8 June, the council said on Tuesday.",
        ("5 June", "8 June"),
    ),
    "a sentence that is there twice": (
        "wording",
        "Divers recovered the recorder of the plane before the storm reached the northern bay.",
        "Divers recovered the recorder of the plane after the storm reached the northern bay.",
        ("before the storm", "after the storm"),
    ),
}


@pytest.mark.parametrize("name", CONTRADICTING)
def test_an_article_that_contradicts_itself_is_told_so_in_both_places(name: str) -> None:
    rule, first, last, words = CONTRADICTING[name]
    (finding,) = contradictions(first, MEANWHILE, last)
    assert finding.rule == rule
    assert [piece.article for piece in finding.evidence] == ["new", "new"]
    assert all(word in piece.text for word, piece in zip(words, finding.evidence, strict=True))


UNCONTRADICTING = {
    "two parties' accounts": (
        "The union says the shipyard in Tresko employs 340 people.",
        "The company says the shipyard in Tresko employs 430 people.",
    ),
    "an account beside the article's own": (
        "The company will pay 340 million crowns for the shipyard in Tresko.",
        "The company will pay 430 million crowns for the shipyard in Tresko, the union said.",
    ),
    "a correction": (
        "The company will pay 340 million crowns for the shipyard in Tresko.",
        "The company originally was to pay 430 million crowns for the shipyard in Tresko.",
    ),
    "a toll that rose": (
        "The fire killed 12 people on Monday.",
        "The toll rose during the night, and all 14 victims were named.",
    ),
    "some of those who died": (
        "The fire killed 12 people on Monday.",
        "The four people who died in hospital were residents of the house.",
    ),
    "a part of the dead": (
        "The fire killed 12 people on Monday.",
        "The three firefighters who died were from the next town.",
    ),
    "a toll so far": (
        "The fire killed at least 12 people on Monday.",
        "All 14 victims were residents of the house.",
    ),
    "another fire": (
        "The fire killed 12 people on Monday.",
        "A fire in the same street killed five people in 2019. All five victims were children.",
    ),
    "a list": (
        "Ward 3 elected two councillors from the harbour party on Sunday evening.",
        "Ward 4 elected two councillors from the harbour party on Sunday evening.",
    ),
    "several sums of one kind": (
        "The company will pay 340 million crowns for the shipyard in Tresko.",
        "The company will pay 430 million crowns for the shipyard in Tresko.",
        "The company will pay 90 million crowns for the shipyard in Tresko.",
    ),
    "the same twice": (
        "Divers recovered the recorder of the plane before the storm reached the northern bay.",
        "Divers recovered the recorder of the plane before the storm reached the northern bay.",
    ),
}


@pytest.mark.parametrize("name", UNCONTRADICTING)
def test_what_an_article_may_say_beside_it_is_left_alone(name: str) -> None:
    first, *rest = UNCONTRADICTING[name]
    assert contradictions(first, MEANWHILE, *rest) == []


def test_lines_of_a_list_are_left_alone_however_far_apart() -> None:
    lines = [
        f"The {n} seats of the northern harbour ward went to the party of the mayor." for n in ("four", "six", "nine")
    ]
    assert contradictions(lines[0], MEANWHILE, lines[1], MEANWHILE, lines[2]) == []


def test_what_an_article_contradicts_itself_in_is_not_called_disputed() -> None:
    article = Article("new", f"The fire killed 12 people on Monday.\n\n{MEANWHILE}\n\nAll 14 victims were men.", "Post")
    report = check([article], one_event=True)
    assert [f.rule for f in report.findings if f.rule == "no_attribution"] == []
