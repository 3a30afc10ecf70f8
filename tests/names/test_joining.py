"""One entity across the articles of an event, and two kept apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from checker.language import analyse
from checker.model import Article
from checker.names import find_names, join_entities


def join(*texts: str) -> Mapping[tuple[str, str], str]:
    documents = []
    for number, text in enumerate(texts):
        document = analyse(Article(str(number), text))
        mentions, entities = find_names(document)
        documents.append(replace(document, mentions=mentions, entities=entities))
    return join_entities(documents)


def test_every_entity_has_a_key() -> None:
    joined = join("Mayor Greta Hollis met Otto Brandt in Leeds on Friday.", "The mayor met nobody at all.")
    assert {article for article, _ in joined} == {"0", "1"}
    assert all(joined.values())


def test_a_surname_joins_the_full_name() -> None:
    joined = join("Mayor Greta Hollis resigned.", "Ms Hollis resigned on Monday.")
    assert joined["1", "person:hollis"] == joined["0", "person:greta hollis"] == "person:greta hollis"


def test_accents_and_hyphens_do_not_part() -> None:
    joined = join("Minister Åsa Lind-Holm resigned.", "Minister Asa Lind Holm resigned.")
    assert len(set(joined.values())) == 1


def test_a_surname_that_two_bear_joins_neither() -> None:
    joined = join("Mayor Greta Hollis resigned.", "Governor Karl Hollis resigned.", "Hollis, who resigned, was silent.")
    assert joined["0", "person:greta hollis"] != joined["1", "person:karl hollis"]
    assert joined.get(("2", "person:hollis"), "person:hollis") == "person:hollis"


def test_a_given_name_alone_is_not_enough() -> None:
    joined = join("Captain Karl Brandt sailed.", "Her brother Karl stayed at home.")
    assert joined["1", "person:karl"] != joined["0", "person:karl brandt"]


def test_a_given_name_beside_a_relative_in_full_is() -> None:
    joined = join("Captain Karl Brandt sailed.", "Maria Brandt wept. Her brother Karl had sailed.")
    assert joined["1", "person:karl"] == "person:karl brandt"


def test_an_acronym_joins_its_expansion() -> None:
    joined = join(
        "The National Harbour Safety Commission fined the owner.", "The owner was fined by the NHSC, the NHSC said."
    )
    assert joined["1", "organisation:nhsc"] == "organisation:national harbour safety commission"


def test_an_office_joins_its_one_holder() -> None:
    joined = join("Finance Minister Otto Brandt stayed away.", "The finance minister stayed away.")
    assert joined["1", "role:finance minister"] == "person:otto brandt"


def test_an_office_that_two_hold_joins_neither() -> None:
    joined = join(
        "Chief Executive Otto Brandt of Tellmark spoke.",
        "Chief Executive Maria Lund of Quillon spoke.",
        "The chief executive said on Monday that costs would fall.",
    )
    assert joined["2", "role:chief executive"] == "role:chief executive"


def test_a_deputy_is_not_the_holder() -> None:
    joined = join("Deputy Governor Otto Brandt was away.", "The governor spoke.")
    assert joined["1", "role:governor"] == "role:governor"


def test_no_documents() -> None:
    assert join_entities([]) == {}


def test_a_body_is_not_the_one_it_belongs_to() -> None:
    joined = join("The United Nations sent aid.", "The United Nations Security Council met on Friday.")
    assert joined["0", "organisation:united nations"] != joined["1", "organisation:united nations security council"]


def test_a_narrower_office_is_not_a_wider_one() -> None:
    joined = join("Lawyer Otto Brandt spoke for the family.", "The attorney general of Ohio spoke on Monday.")
    assert "person:otto brandt" not in {key for (article, _), key in joined.items() if article == "1"}
