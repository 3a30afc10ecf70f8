"""Which names are news outlets."""

import pytest

from checker.attribution.outlets import Outlet, recognise, refers_back


@pytest.mark.parametrize(
    ("phrase", "name"),
    [
        ("the New York Times", "New York Times"),
        ("Reuters", "Reuters"),
        ("AP", "Associated Press"),
        ("The Wall Street Journal", "Wall Street Journal"),
        ("Le Monde newspaper", "Le Monde"),
        ("the state-run Pan Baltic Wire", "Pan Baltic Wire"),
        ("Radio Free Lund", "Radio Free Lund"),
        ("the Harbour Gazette", "Harbour Gazette"),
        ("the regional daily Lund Matin", "Lund Matin"),
    ],
)
def test_outlets_are_known_by_name_or_by_shape(phrase: str, name: str) -> None:
    found = recognise(phrase)
    assert found is not None
    assert found.name == name


@pytest.mark.parametrize(
    "phrase",
    [
        "time",
        "dawn",
        "the agency",
        "the Treasury",
        "Ada Crane",
        "the European Space Agency",
        "good news",
        "hard times",
        "",
    ],
)
def test_other_phrases_are_no_outlets(phrase: str) -> None:
    assert recognise(phrase) is None


def test_references_back_need_an_outlet_of_their_kind() -> None:
    wire, paper = Outlet("Coast Wire", "wire"), Outlet("Le Monde", "paper")
    assert refers_back("the agency", [wire, paper]) is wire
    assert refers_back("the paper", [wire, paper]) is paper
    assert refers_back("the report", [wire, paper]) is paper
    assert refers_back("the Wire", [wire, paper]) is wire
    assert refers_back("the agency", []) is None
    assert refers_back("the mayor", [wire]) is None
