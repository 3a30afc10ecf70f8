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
    ],
)
def test_an_office_is_given(text: str, entity: str, office: str) -> None:
    assert (entity, office) in [(r.entity, r.value.normalized) for r in roles(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Elsa Dravik is not the mayor of Leeds.",
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
