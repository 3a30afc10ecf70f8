"""What an article has at second hand: from whom, what, and in which words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from checker import Article
from checker.analysis import analyse
from checker.attribution.hearsay import SHOWN, Hearsay, Kind, read_hearsay


def read(text: str, source: str = "Coast Wire") -> tuple[Hearsay, ...]:
    """The hearsay of a text."""
    return read_hearsay(analyse(Article(id="a", source=source, text=text)))


@pytest.mark.parametrize(
    ("text", "kind", "outlet"),
    [
        ("The yard has sold its last tug, the Harbour Gazette reported.", Kind.OUTLET, "Harbour Gazette"),
        ("Reuters reported that the yard had sold its last tug.", Kind.OUTLET, "Reuters"),
        ("Ines Duarte told CNBC on Monday that the yard had sold its last tug.", Kind.OUTLET, "CNBC"),
        ("The audit found that the yard had sold its last tug.", Kind.WRITING, None),
        ("A diplomat said the yard had sold its last tug.", Kind.UNNAMED, None),
    ],
)
def test_who_is_behind_it(text: str, kind: Kind, outlet: str | None) -> None:
    assert [(piece.kind, piece.outlet) for piece in read(text)] == [(kind, outlet)]


@pytest.mark.parametrize(
    "text",
    [
        "Ines Duarte said the yard had sold its last tug.",
        "The yard has sold its last tug.",
        '"We have sold our last tug to a yard in Porto," an official said.',
    ],
)
def test_what_is_not_hearsay(text: str) -> None:
    assert read(text) == ()


def test_an_outlet_is_not_hearsay_in_its_own_article() -> None:
    assert read("Reuters reported that the yard had sold its last tug.", source="Reuters") == ()


def test_the_words_shown_hold_the_credit_and_what_is_credited() -> None:
    text = (
        "The yard at the mouth of the river has, after a hard year, sold its very last tug to Porto, Reuters reported."
    )
    (piece,) = read(text)
    shown = piece.shown.of(text)
    assert shown.endswith("sold its very last tug to Porto, Reuters reported")
    assert len(shown) <= SHOWN


def test_it_goes_on_from_a_writing() -> None:
    pieces = read("The audit found that Anton Weiss had signed. It also says that the museum had no list of its own.")
    assert [piece.kind for piece in pieces] == [Kind.WRITING, Kind.WRITING]


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.sampled_from(["Reuters", "said", "the report", "that", "a tug", "sank", ".", ",", "officials"]), max_size=12
    )
)
def test_spans_lie_inside_the_text(words: list[str]) -> None:
    text = " ".join(words)
    for piece in read(text):
        assert 0 <= piece.shown.start < piece.shown.end <= len(text)
        assert piece.shown.of(text).strip()
