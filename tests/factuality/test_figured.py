"""What a figure is of is found where it stands in a cleft, behind a label, before an adjective, or beside others."""

from __future__ import annotations

import pytest

from checker import Article
from checker.analysis import analyse
from checker.factuality.totals import is_beside
from checker.language.phrases import read_setting
from checker.model import MentionKind
from checker.values.quantities import Quantity


def setting_of(text: str, figure: str):  # type: ignore[no-untyped-def]
    document = analyse(Article("a", text, "Harbour Post", published="2031-05-06"))
    kinds = (MentionKind.NUMBER, MentionKind.MONEY, MentionKind.PERCENT)
    (mention,) = (m for m in document.mentions if m.text == figure and m.kind in kinds)
    return read_setting(document, mention.span)


@pytest.mark.parametrize(
    ("text", "figure", "predicate"),
    [
        ("It's 8 million euros that the county is giving the farmers.", "8 million euros", "give"),
        ("Sixteen ill at the home by the dyke", "Sixteen", "ill"),
        ("Around 60 have yet to be connected.", "Around 60", "connect"),
    ],
)
def test_what_is_said_of_a_figure(text: str, figure: str, predicate: str) -> None:
    assert setting_of(text, figure).predicate == predicate


def test_the_whole_may_open_the_sentence() -> None:
    assert setting_of("Of the teachers, 62 per cent voted for the strike.", "62 per cent").population == ("teacher",)


def test_a_label_before_a_bar_holds_its_figure() -> None:
    assert "ratio" in setting_of("Common equity ratio, 30.09.2027 | 5.1 %", "5.1 %").carriers


def test_a_figure_beside_another_has_its_own_noun() -> None:
    (nine,) = (
        m.value
        for m in analyse(Article("a", "Nine gates were open.", "Harbour Post")).mentions
        if isinstance(m.value, Quantity)
    )
    assert is_beside(nine, ["gate"], ["9.000000 "])
    assert is_beside(nine, ["gate"], ["9.000000 door"])
    assert not is_beside(nine, ["gate"], ["9.000000 judge"])
    assert not is_beside(nine, ["gate"], ["8.000000 gate"])
