"""A time belongs to what happens, on the side that the words give it."""

from __future__ import annotations

import pytest

from checker.analysis import analyse
from checker.language.timed import Part, Timing
from checker.language.timings import read_timing
from checker.model import Article, MentionKind

TIMES = (MentionKind.DATE, MentionKind.TIME, MentionKind.DURATION)


def read(text: str) -> Timing | None:
    """The timing of the first time in a text."""
    document = analyse(Article(id="a", text=text, published="2031-05-06"))
    mention = next(m for m in document.mentions if m.kind in TIMES)
    return read_timing(document, mention)


@pytest.mark.parametrize(
    ("text", "event", "part"),
    [
        ("The committee will meet again on 7 August 2031.", "meet", Part.AT),
        ("Next meeting: 14 August", "meeting", Part.AT),
        ("Completion is expected in the fourth quarter of 2031.", "completion", Part.AT),
        ("The army and the rebels signed a 60-day truce.", "truce", Part.LENGTH),
        ("The two sides held three days of talks in Bergen.", "talk", Part.LENGTH),
        ("The truce will last two months.", "truce", Part.LENGTH),
        ("Vaccination of nurses will begin in January 2032.", "vaccination", Part.START),
        ("The festival ends on 9 July.", "festival", Part.END),
        ("The boiler had not been inspected for 14 months.", "inspect", Part.LAPSE),
        ("The launch was put back by two days because of winds.", "put back", Part.WAIT),
        ("The jab is given in two injections four weeks apart.", "injection", Part.APART),
        ("The owners have until 14 October to pay.", "deadline", Part.END),
        ("The earthquake struck the coast at 4.12 a.m.", "earthquake", Part.AT),
        ("The council voted for sanctions following the sixth test on 3 September.", "test", Part.AT),
        ("The hearing broke up after barely an hour.", "break up", Part.LENGTH),
        ("The keeper has been injured for three to five weeks.", "injure", Part.LENGTH),
        ("The cashier was given a four-year prison term.", "term", Part.LENGTH),
        ("The museum signed a lease of 40 years.", "lease", Part.LENGTH),
        ("The inquest is expected to last four months.", "inquest", Part.LENGTH),
        ("The guests have 60 days to claim their money.", "deadline", Part.WITHIN),
        ("The parish has held no fair since the fire of 9 May left a hole in its roof.", "fire", Part.AT),
        ("Her visit will take place in June 2032.", "visit", Part.AT),
        ("Her second feature, two hours of grey sea, won the prize.", "feature", Part.LENGTH),
        ("The picture was taken on 3 March, the day the blockade of the port ended.", "blockade", Part.END),
        ("No barge has passed the lock since 23 April.", "pass", Part.END),
        ("The coach may not speak to the press for six months.", "speak", Part.LENGTH),
    ],
)
def test_the_event_and_its_side(text: str, event: str, part: Part) -> None:
    timing = read(text)
    assert timing is not None
    assert event in timing.events
    assert timing.part is part


@pytest.mark.parametrize(
    "text",
    [
        "The plant makes 300 engines a year.",
        "The firm has lost money in the past two years.",
        "If the court rules on 3 June, the port will close.",
        "The port will close if the judges decide on 3 June.",
        "The 2016 attack shocked the town.",
        "Nickel fell to a five-year low.",
        "The dispute would have lasted another eight weeks.",
        "Rents rose by a tenth in the twelve months to March.",
    ],
)
def test_rates_windows_hypotheses_and_names_are_no_timings(text: str) -> None:
    assert read(text) is None


def test_marks_tell_the_next_occasion_from_the_previous_one() -> None:
    later, earlier = read("The next summit will be held in 2033."), read("The previous summit was held in 2029.")
    assert later is not None
    assert earlier is not None
    assert "next" in later.marks
    assert "past" in earlier.marks


def test_a_bare_label_takes_its_event_from_the_text_above() -> None:
    timing = read("The rebels agreed to a truce.\n\nLength: three months")
    assert timing is not None
    assert "truce" in timing.events


def test_who_takes_part_is_read_and_pronouns_are_not() -> None:
    named, unnamed = read("The farmer rang at 8.08 a.m."), read("He rang at 8.08 a.m.")
    assert named is not None
    assert unnamed is not None
    assert "farmer" in named.parties
    assert unnamed.parties == ()
    assert unnamed.anaphoric
