"""The offices that an article gives to people: titles, appositions, statements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from checker.language import analyse
from checker.model import Article
from checker.names import RoleHeld, find_names, roles_of


def roles(text: str) -> tuple[RoleHeld, ...]:
    document = analyse(Article("a", text))
    mentions, entities = find_names(document)
    return roles_of(replace(document, mentions=mentions, entities=entities))


@pytest.mark.parametrize(
    ("text", "entity", "office"),
    [
        ("Vice Trade Minister Elsa Dravik signed the text.", "person:elsa dravik", "vice trade minister"),
        ("US Treasury Secretary Elsa Dravik signed the text.", "person:elsa dravik", "finance minister (US)"),
        ("The Secretary of the Treasury, Elsa Dravik, signed it.", "person:elsa dravik", "finance minister"),
        ("Elsa Dravik, chair of the Harbour Board, signed it.", "person:elsa dravik", "chair of harbour board"),
        ("Elsa Dravik, the mayor of Leeds, signed it.", "person:elsa dravik", "mayor of leeds"),
        ("Tellmark's chief executive, Elsa Dravik, signed it.", "person:elsa dravik", "chief executive of tellmark"),
        ("Retired judge Elsa Dravik signed it.", "person:elsa dravik", "former judge"),
        ("The guard, Elsa Dravik, went back twice.", "person:elsa dravik", "guard"),
        ("Elsa Dravik will serve as chief executive of the group.", "person:elsa dravik", "chief executive of group"),
        ("Elsa Dravik was appointed as ambassador on Monday.", "person:elsa dravik", "ambassador"),
        ("Elsa Dravik is the mayor of Leeds.", "person:elsa dravik", "mayor of leeds"),
        ("Prime Minister of Norway Elsa Dravik arrived.", "person:elsa dravik", "prime minister (NO)"),
        ("The Tellmark chief, Elsa Dravik, was not seen there.", "person:elsa dravik", "chief of tellmark"),
        ("Civil protection chief Elsa Dravik asked for help.", "person:elsa dravik", "civil-protection chief"),
        ("Elsa Dravik keeps the chief executive's job.", "person:elsa dravik", "chief executive"),
        ("Her sister Elsa, who drove the train, was unhurt.", "person:elsa", "driver"),
        ("Elsa Dravik flew the helicopter that night.", "person:elsa dravik", "pilot"),
        ("Minister of Foreign Affairs Elsa Dravik arrived.", "person:elsa dravik", "foreign minister"),
        ("Shri Elsa Dravik, safety officer of the unit, left.", "person:elsa dravik", "safety officer of unit"),
        ("Elsa Dravik, the chief mate, was on the bridge.", "person:elsa dravik", "chief mate"),
        ("The winning captain Elsa Dravik lifted the cup.", "person:elsa dravik", "captain"),
        ("The central bank governor, Elsa Dravik, spoke.", "person:elsa dravik", "central bank governor"),
        ("Elsa Dravik, the ship's master, was held.", "person:elsa dravik", "captain of ship"),
        ("Elsa Dravik, head of collections, was away.", "person:elsa dravik", "curator"),
        ("Elsa Dravik, who is the deputy director, left.", "person:elsa dravik", "deputy director"),
        ("Elsa Dravik, assistant to the coach, left.", "person:elsa dravik", "assistant coach"),
        ("Elsa Dravik, the 45-year-old skipper, was held.", "person:elsa dravik", "captain"),
        ("Elsa Dravik, 45, the driver of the bus, was held.", "person:elsa dravik", "driver of bus"),
        ("The board named Elsa Dravik chief executive.", "person:elsa dravik", "chief executive"),
        ("Elsa Dravik has been appointed coach of the team.", "person:elsa dravik", "coach of team"),
        ("The driver was later identified as Elsa Dravik.", "person:elsa dravik", "driver"),
        ("As mayor, Elsa Dravik signed it.", "person:elsa dravik", "mayor"),
        ("Elsa Dravik, formerly the mayor, was there.", "person:elsa dravik", "former mayor"),
        ("Elsa Dravik, who captains the ferry, was held.", "person:elsa dravik", "captain"),
    ],
)
def test_an_office_is_given(text: str, entity: str, office: str) -> None:
    assert (entity, office) in [(r.entity, r.value.normalized) for r in roles(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Elsa Dravik is not the mayor of Leeds.",
        "According to Elsa Dravik, the captain was asleep.",
        "After Elsa Dravik, the mayor spoke.",
        "Elsa Dravik, the mayor and the coach were there.",
        "Elsa Dravik, the captain's sister, was there.",
        "A friend of the captain, Elsa Dravik, was there.",
        "Elsa Dravik, who was mayor until 2019, was there.",
        "Elsa Baker and Anna Bishop were there.",
        "The brother of the gunman, Elsa Dravik, spoke to reporters.",
        "Elsa Dravik was in coach B when the train stopped.",
        "Elsa Dravik never drove the train.",
        "Elsa Dravik drove her sister to the station.",
        "Elsa Dravik met the ministers and the drivers.",
        "A vote on Artificial General Intelligence is due, Elsa Dravik said.",
    ],
)
def test_no_office_is_given(text: str) -> None:
    assert roles(text) == ()


def test_spans_are_the_words_for_office_and_holder() -> None:
    text = "Police said that Mayor Elsa Dravik was unhurt."
    (held,) = roles(text)
    assert (held.span.of(text), held.name_span.of(text)) == ("Mayor", "Elsa Dravik")


def test_two_offices_of_one_person() -> None:
    found = {r.value.office for r in roles("Elsa Dravik, President and CEO of Tellmark, signed it.")}
    assert found == {"president", "chief executive"}


def test_an_office_is_given_by_a_row_of_words() -> None:
    told = {
        "Elsa Dravik, who was confirmed as mayor in March, spoke.": "mayor",
        "Elsa Dravik works as a signaller at Arlow.": "signaller of arlow",
        "The signaller on duty was Elsa Dravik.": "signaller",
        "Elsa Dravik of the University of Bergen, a co-author of the study, spoke.": "co-author of study",
        "The owner of the house, 58-year-old Elsa Dravik, escaped.": "house owner",
        "Elsa Dravik, the victim's lawyer, wept.": "claimant's lawyer of victim",
        "Elsa Dravik was there as well. She is our Minister of Works.": "minister of works",
    }
    assert {text: [r.value.normalized for r in roles(text)] for text in told} == {t: [o] for t, o in told.items()}


def test_a_row_of_words_about_somebody_else_gives_no_office() -> None:
    for text in ("The captain was Elsa Dravik's brother.", "Elsa Dravik wrote as the captain slept."):
        assert not roles(text), text
