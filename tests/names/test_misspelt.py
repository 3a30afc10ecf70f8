"""Names that one article spells like no other."""

import pytest

from checker import Article
from checker.analysis import analyse
from checker.names.misspelt import find_misspellings


def found(*texts: str) -> list[tuple[str, str]]:
    documents = [analyse(Article(str(number), text)) for number, text in enumerate(texts)]
    pairs = find_misspellings(documents, lambda article, _: article)
    return [(pair.rare.text, pair.usual[0].text) for pair in pairs]


def test_a_form_that_one_article_has_is_misspelt_where_two_others_have_another() -> None:
    usual = "Mayor Ruth Tillmanson opened the bridge."
    assert found(usual, usual, "The bridge was opened by Ruth Tilmanson.") == [("Ruth Tilmanson", "Ruth Tillmanson")]


def test_two_articles_of_one_origin_are_one_witness() -> None:
    usual = "Mayor Ruth Tillmanson opened the bridge."
    documents = [
        analyse(Article(str(number), text))
        for number, text in enumerate((usual, usual, "The bridge was opened by Ruth Tilmanson."))
    ]
    assert not list(find_misspellings(documents, lambda article, _: "wire" if article != "2" else "paper"))


@pytest.mark.parametrize(
    "other",
    [
        "The bridge was opened by Ruth Tillmansons.",  # an ending
        "The bridge was opened by Carla Tilmanson.",  # somebody else
        "THE BRIDGE WAS OPENED BY RUTH TILMANSON.",  # capitals throughout
    ],
)
def test_other_names_are_no_misspellings(other: str) -> None:
    usual = "Mayor Ruth Tillmanson opened the bridge."
    assert not found(usual, usual, other)


def test_where_outlets_are_evenly_divided_nobody_is_wrong() -> None:
    one, other = "General Nasim Fayezov spoke.", "General Nasim Fajezov spoke."
    assert not found(one, one, other, other)
