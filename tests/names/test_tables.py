"""The tables hold what their readers expect."""

from __future__ import annotations

import pytest

from checker.names.tables import load_gazetteer, load_words


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("united kingdom", "country:gb"),
        ("britain", "country:gb"),
        ("cote divoire", "country:ci"),
        ("bosnia and herzegovina", "country:ba"),
        ("oslo", "city:oslo"),
        ("kyiv", "city:kyiv"),
        ("kiev", "city:kyiv"),
        ("ohio", "region:ohio"),
        ("bombay", "city:mumbai"),
    ],
)
def test_places(name: str, key: str) -> None:
    assert load_gazetteer().places[name].key == key


@pytest.mark.parametrize(
    ("word", "code"), [("norwegian", "NO"), ("swiss", "CH"), ("south korean", "KR"), ("african", "")]
)
def test_demonyms(word: str, code: str) -> None:
    assert load_gazetteer().demonyms[word] == code


def test_every_country_code_has_a_name() -> None:
    gazetteer = load_gazetteer()
    assert {p.country for p in gazetteer.places.values() if p.country} <= gazetteer.countries.keys()


def test_given_names_have_a_gender() -> None:
    given = load_words().given
    assert given["greta"] == "f"
    assert given["otto"] == "m"
    assert set(given.values()) == {"m", "f", "u"}
    assert len(given) > 1_500
