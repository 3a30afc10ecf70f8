"""What a name is said to be is read from a sentence that opens with it; what excludes what is kinds, not words."""

from __future__ import annotations

import pytest

from checker import Article
from checker.analysis import analyse
from checker.factuality.natures import compare_natures, read_natures
from checker.model import Relation
from checker.values.natures import NatureValue


def read(text: str) -> NatureValue:
    (found,) = [value for _, _, value in read_natures(analyse(Article(id="a", text=text)))]
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Miriam Castellan is a Norwegian pianist.", "Miriam Castellan is a Portuguese pianist."),
        ("Saltmarsh is a 1974 Irish horror film directed by Oswald Brenner.", "Saltmarsh is a television series."),
        ("Saltmarsh is a 1974 Irish horror film.", "Saltmarsh is a comedy film."),
        ("Miriam Castellan (born 4 May 1961) is a singer and actress.", "Castellan is a dog."),
        ("Miriam Castellan is a singer and actress.", "Miriam Castellan is not an actress."),
        ("Oswald Brenner, known professionally as Ozzo, is a Danish singer.", "Ozzo is a Canadian singer."),
    ],
)
def test_another_country_or_kind_excludes(one: str, other: str) -> None:
    assert compare_natures(read(one), read(other)).relation is Relation.CONTRADICT
    assert compare_natures(read(other), read(one)).relation is Relation.CONTRADICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Miriam Castellan is a Norwegian pianist.", "Oswald Brenner is a Portuguese pianist."),
        ("Miriam Castellan is a Norwegian and Portuguese pianist.", "Miriam Castellan is Portuguese."),
        ("Miriam Castellan is a playwright and director.", "Miriam Castellan is a writer."),
        ("Miriam Castellan is a footballer.", "Miriam Castellan is not a musician."),
        ("Miriam Castellan is a singer.", "Miriam Castellan is a celebrity."),
        ("Saltmarsh is an Irish horror film.", "Saltmarsh is a film."),
        ("Parcelo is a video-sharing website.", "Parcelo is a website."),
    ],
)
def test_what_one_can_be_besides_does_not(one: str, other: str) -> None:
    assert compare_natures(read(one), read(other)).relation is not Relation.CONTRADICT


def test_nothing_is_read_of_pronouns_and_deeds() -> None:
    document = analyse(Article(id="a", text="She is a singer. Miriam Castellan was arrested. The harbour was a mess."))
    assert not list(read_natures(document))
