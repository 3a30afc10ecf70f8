"""Names, kinds and coreference inside one article."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker.language import analyse
from checker.model import Article, Document, Entity, Mention, MentionKind
from checker.names import find_names


def read(text: str) -> tuple[Document, tuple[Mention, ...], dict[str, Entity]]:
    document = analyse(Article("a", text))
    mentions, entities = find_names(document)
    return document, mentions, entities


def keys_of(mentions: tuple[Mention, ...], text: str) -> set[str | None]:
    return {m.entity for m in mentions if m.text == text}


def kinds_of(mentions: tuple[Mention, ...], text: str) -> set[MentionKind]:
    return {m.kind for m in mentions if m.text == text}


def test_a_title_makes_a_person_and_a_role() -> None:
    _, mentions, entities = read("Transport Minister Elsa Dravik opened the bridge on Monday. Dravik said it was safe.")
    assert keys_of(mentions, "Dravik") == {"person:elsa dravik"}
    assert keys_of(mentions, "Transport Minister") == {"person:elsa dravik"}
    assert entities["person:elsa dravik"].roles == {"transport minister"}


def test_an_age_makes_a_person() -> None:
    _, mentions, _ = read("The boat was found by Ulfric Sandovar, 71, who fishes off the point.")
    assert kinds_of(mentions, "Ulfric Sandovar") == {MentionKind.PERSON}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Vessen Water Authority said pipes had burst.", "Vessen Water Authority", MentionKind.ORGANISATION),
        ("Shares in Quillon Holdings plc fell sharply.", "Quillon Holdings plc", MentionKind.ORGANISATION),
        ("Crews were sent to Oslo and to Lake Brenna.", "Oslo", MentionKind.PLACE),
        ("Crews were sent to the shore of Lake Brenna.", "Lake Brenna", MentionKind.PLACE),
        ("The flood reached the town of Marrowby at dawn.", "Marrowby", MentionKind.PLACE),
        ("The agreement was signed in Dustwell, Ohio, on Friday.", "Dustwell", MentionKind.PLACE),
    ],
)
def test_kinds(text: str, name: str, kind: MentionKind) -> None:
    assert kinds_of(read(text)[1], name) == {kind}


@pytest.mark.parametrize(
    "text",
    [
        "Nobody slept that night. Everybody waited for the morning.",
        "On Monday, in March, the river rose. Easter was cold.",
        "However, Critics said the plan was late. Nothing was decided.",
        "She read chapter Seven twice.",
    ],
)
def test_no_names(text: str) -> None:
    _, mentions, _ = read(text)
    assert [m.text for m in mentions if m.kind is not MentionKind.PERSON or not m.text.islower()] == []


def test_a_label_alone_makes_nobody() -> None:
    """One capitalised word that only speaks is not called a person."""
    _, mentions, _ = read("Velarix said on Friday that the plant would close.")
    assert MentionKind.PERSON not in kinds_of(mentions, "Velarix")


def test_an_acronym_joins_its_expansion() -> None:
    _, mentions, _ = read(
        "The National Harbour Safety Commission (NHSC) fined the owner. The NHSC said the ship was overloaded."
    )
    assert keys_of(mentions, "NHSC") == {"organisation:national harbour safety commission"}


def test_a_short_company_name_joins_the_full_one() -> None:
    _, mentions, _ = read("Tellmark Packaging Ltd made an offer on Monday. Tellmark said the price was final.")
    assert keys_of(mentions, "Tellmark") == {"organisation:tellmark packaging"}


def test_the_head_of_a_name_stands_for_it() -> None:
    _, mentions, _ = read("The Orvel Liberation Front agreed to the truce. The Front will free its prisoners.")
    assert keys_of(mentions, "Front") | keys_of(mentions, "The Front") == {"organisation:orvel liberation front"}


def test_a_pronoun_goes_to_the_one_person() -> None:
    _, mentions, _ = read("Mayor Greta Hollis toured the harbour. She promised new lights.")
    assert keys_of(mentions, "She") == {"person:greta hollis"}


def test_a_pronoun_between_two_people_stays_open() -> None:
    _, mentions, _ = read("Greta Hollis and Maria Brandt toured the harbour together. Nobody asked why she left early.")
    assert keys_of(mentions, "she") == set()


def test_a_pronoun_of_the_other_gender_stays_open() -> None:
    _, mentions, _ = read("Mr Hollis toured the harbour. She was not there.")
    assert keys_of(mentions, "She") == set()


def test_an_office_named_alone_goes_to_its_holder() -> None:
    _, mentions, _ = read("President Ilmar Toos landed at noon. Crowds waved, and the president waved back.")
    assert keys_of(mentions, "president") == {"person:ilmar toos"}


def test_an_office_nobody_holds_is_its_own_entity() -> None:
    _, mentions, entities = read("The finance minister will read the budget on Thursday.")
    (key,) = keys_of(mentions, "finance minister")
    assert key is not None
    assert entities[key].kind is MentionKind.ROLE


def test_a_capital_that_acts_is_its_government() -> None:
    _, mentions, _ = read("Ottawa said it would reply within a week. The talks were held in Ottawa.")
    assert [(m.kind, m.entity) for m in mentions if m.text == "Ottawa"] == [
        (MentionKind.ORGANISATION, "country:ca"),
        (MentionKind.PLACE, "city:ottawa"),
    ]


def test_officials_of_a_people_are_its_government() -> None:
    _, mentions, _ = read("Peruvian officials said the road was open.")
    assert keys_of(mentions, "Peruvian officials") == {"country:pe"}


def test_pronoun_us_is_no_country() -> None:
    _, mentions, _ = read("They told us that nothing had changed. The US said the same.")
    assert [m.text for m in mentions if m.entity == "country:us"] == ["US"]


def test_clock_times_are_no_prime_minister() -> None:
    _, mentions, _ = read("The gates open at 6 p.m. and close at 9 p.m. on weekdays.")
    assert [m for m in mentions if m.kind is MentionKind.ROLE] == []


def test_a_shouted_headline_gives_names_known_from_the_text() -> None:
    _, mentions, _ = read("HOLLIS QUITS OVER HARBOUR LIGHTS\n\nMayor Greta Hollis resigned on Monday after a row.")
    assert keys_of(mentions, "HOLLIS") == {"person:greta hollis"}


def test_lost_punctuation() -> None:
    _, mentions, _ = read("Tellmark CEO Greta Hollis joined the delegation as a late addition on May 3 2031")
    assert keys_of(mentions, "CEO") == {"person:greta hollis"}


def test_spans_cite_the_original_in_order_and_name_known_entities() -> None:
    text = "“Dr. Åsa Lind-Holm” met H.E. Omar Khalil in São Tomé.\n\nU.S.. officials. said nothing to Lind-Holm."
    document, mentions, entities = read(text)
    assert mentions
    for mention in mentions:
        assert mention.span.of(document.text) == mention.text
        assert mention.entity is None or mention.entity in entities
    assert all(one.span <= other.span for one, other in pairwise(mentions))


def test_nothing_in_nothing_out() -> None:
    assert find_names(analyse(Article("a", ""))) == ((), {})


def test_a_month_after_a_given_name_is_a_surname() -> None:
    _, mentions, _ = read("Prime Minister Helen May left in May. Critics of Helen May cheered.")
    assert keys_of(mentions, "Helen May") == {"person:helen may"}
    assert keys_of(mentions, "May") == set()


def test_junior_is_no_surname() -> None:
    _, mentions, _ = read("Frank Tolliver Jr. sang first. Tolliver then left the stage.")
    assert keys_of(mentions, "Tolliver") == {"person:frank tolliver"}


WORDS = st.sampled_from(
    [
        "Minister",
        "Greta",
        "Hollis",
        "U.S.",
        "H.E.",
        "of",
        "the",
        "The",
        "-",
        "’s",
        ",",
        ".",
        "who",
        "She",
        "Oslo",
        "Bank",
        "May",
        "chief",
        "executive",
        "(",
        ")",
        "NHSC",
        "and",
        "said",
        "St.",
        "Jr.",
        "drove",
        "train",
        "Å",
        "“",
        "”",
    ]
)


@settings(max_examples=40, deadline=None)
@given(st.lists(WORDS, max_size=30))
def test_any_text_gives_spans_of_itself(words: list[str]) -> None:
    document, mentions, entities = read("Officials said on Friday that they were ready. " + " ".join(words))
    for mention in mentions:
        assert mention.span.of(document.text) == mention.text
        assert mention.entity is None or mention.entity in entities
