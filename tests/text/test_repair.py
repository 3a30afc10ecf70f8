"""Repair: mangled text is mended, good text is never touched."""

import pytest

from checker.text import lay_out
from checker.text.repair import Damage, find_damage

DAMAGED = (
    "The ferry company. despite the strike. will sail on Friday. The U.K.. regulator said so. and the union. which "
    "called the vote. did not object.. Crews return to work at noon.. The port. it seems. is calm."
)


def texts(text: str) -> list[str]:
    return [b.text for b in lay_out(text)]


def test_stray_full_stops_become_pauses_and_doubled_ones_single() -> None:
    (mended,) = texts(DAMAGED)
    assert mended.startswith("The ferry company, despite the strike, will sail on Friday. The U.K. regulator said so")
    assert "did not object. Crews return to work at noon. The port" in mended
    assert ".." not in mended


def test_repaired_words_cite_the_original() -> None:
    (block,) = lay_out(DAMAGED)
    for word in ("despite", "regulator", "Crews", "calm"):
        at = block.text.index(word)
        assert block.original(at, at + len(word)).of(DAMAGED) == word


@pytest.mark.parametrize(
    "text",
    [
        "He arrived at 9 a.m. on Friday. The U.S. side, led by Gen. Lee vs. the rest, left at 5 p.m. in haste.",
        "She paused... then went on. The firm, Acme Inc. of Ohio, e.g. its chief, said nothing.",
        "One odd stop. here is not damage. The rest of this long text is as it should be, from first to last.",
    ],
)
def test_good_text_is_not_repaired(text: str) -> None:
    assert texts(text) == [text]


def test_a_name_between_stray_stops_joins_its_sentence() -> None:
    text = (
        "A harbour spokeswoman. Renee Marsh. said. We will open on time\nThe ferry. built in May. sank. in the storm\n"
        "The union. however. objected\nThe board. at last. agreed"
    )
    assert texts(text)[0] == "A harbour spokeswoman, Renee Marsh, said, We will open on time"


def test_lost_apostrophes_come_back_where_that_is_sure() -> None:
    text = " ".join(
        ["The crews don t want to sail and they re right that the port didnt pay and China s firms won t."] * 4
    )
    assert texts(text)[0].startswith(
        "The crews don't want to sail and they're right that the port didn't pay and China's firms won't."
    )


def test_lost_apostrophes_are_not_guessed_when_the_text_has_some() -> None:
    assert not find_damage(["The crew's pay isn t much. " * 20]).apostrophes


def test_undamaged_is_false() -> None:
    assert not Damage()
    assert Damage(stops=True)
