"""What must hold of the tables of aspects and of the phrases found by them."""

from __future__ import annotations

import pytest

from checker.analysis import analyse
from checker.factuality.aspects import load_aspects
from checker.factuality.phrase_matches import match_aspects
from checker.factuality.standings import read_standings
from checker.model import Article


def standings(text: str) -> set[tuple[str, str]]:
    document = analyse(Article(id="a", text=text, published="2031-05-12"))
    return {(s.aspect.name, s.pole) for s in read_standings(document)}


def test_an_answer_excludes_others_and_never_itself() -> None:
    for aspect in load_aspects(brief=True).named.values():
        for pole in aspect.poles:
            assert pole not in aspect.opposites(pole)
            assert all(pole in aspect.opposites(other) for other in aspect.opposites(pole))


def test_no_phrase_gives_two_answers_to_one_aspect() -> None:
    given: dict[tuple[str, object], str] = {}
    phrases = load_aspects(brief=True).phrases
    for by_word in (phrases.opened_by(first) for first in phrases.written):
        for phrase in (one for found in by_word.values() for one in found):
            assert given.setdefault((phrase.aspect, phrase.words), phrase.pole) == phrase.pole, phrase


def test_of_phrases_that_overlap_the_longest_counts() -> None:
    document = analyse(Article(id="a", text="Karl Brandt was found not guilty on Monday."))
    found = [m.phrase.pole for m in match_aspects(document.tokens) if m.phrase.aspect == "verdict"]
    assert found == ["cleared"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Judge Amara Osei remanded Karl Brandt in custody.", ("custody", "held")),
        ("The sprinklers had been switched off.", ("function", "failed")),
        ("The alarm did not work.", ("function", "failed")),
        ("The roof was struck from the budget.", ("kept", "struck")),
        ("The rules were put off until next year.", ("adoption", "deferred")),
        ("The march passed off without incident.", ("order", "calm")),
        ("The yacht Merganser sank off Horta.", ("vessel", "lost")),
        ("Rovers won on penalties.", ("how_won", "penalties")),
        ("He had sailed since May without a valid licence.", ("document", "lapsed")),
    ],
)
def test_an_answer_is_read_from_its_words(text: str, expected: tuple[str, str]) -> None:
    assert expected in standings(text)


@pytest.mark.parametrize(
    "text",
    [
        "If the alarm fails, the guards must ring.",
        "They tried to delete the roof from the plan.",
        "The alarm should have worked.",
        "Was the licence valid?",
        "Last year the march ended in a riot.",
        "An abandoned well was found.",
    ],
)
def test_what_is_not_stated_of_the_event_is_no_answer(text: str) -> None:
    assert not standings(text)


def test_what_one_event_has_is_asked_of_short_reports_only() -> None:
    told = "The council threw out the scheme for the quay on Monday."
    assert ("consent", "no") in standings(told)
    long = "\n\n".join([told, *("The rain fell all day in Orsa." for _ in range(9))])
    assert ("consent", "no") not in standings(long)


@pytest.mark.parametrize(
    "text",
    [
        "The council rejected claims that the quay was unsafe.",
        "The neighbours threw out the plan's author.",
        "She keeps the radio on to listen for more warnings.",
    ],
)
def test_a_verb_says_nothing_of_a_thing_that_it_does_not_govern(text: str) -> None:
    assert not {aspect for aspect, _ in standings(text)} & {"consent", "validity"}


def test_a_year_in_the_name_of_something_else_is_no_other_year() -> None:
    assert ("verdict", "cleared") in standings("A jury acquitted Karl Brandt of arson in the 2022 harbour fire.")
    assert ("verdict", "cleared") not in standings("A jury acquitted Karl Brandt of arson in March 2022.")


def test_what_is_asked_of_any_article_is_found_without_what_short_reports_are_asked() -> None:
    document = analyse(Article(id="a", text="The council threw out the scheme for the quay on Monday."))
    anywhere = {match.phrase.aspect for match in match_aspects(document.tokens)}
    assert anywhere <= load_aspects().named.keys()
    assert "consent" in {match.phrase.aspect for match in match_aspects(document.tokens, brief=True)} - anywhere
