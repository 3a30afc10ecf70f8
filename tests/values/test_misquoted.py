"""Two sentences of one utterance, word by word: what is a difference in quoted words, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model import Relation
from checker.values.misquoted import Misquote, compare_verbatim
from checker.values.verbatim import are_spellings, read_verbatim

ALIKE = {frozenset(("rapidly", "quickly")), frozenset(("ship", "vessel"))}


def near(one: str, other: str) -> bool:
    return frozenset((one, other)) in ALIKE


def fold(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in read_verbatim(text))


def find(one: str, other: str, *, known: bool = True, ends: tuple[str, str] = (".", ".")) -> Misquote | None:
    return compare_verbatim(fold(one), fold(other), near, known=known, ends=ends)


@pytest.mark.parametrize(
    ("one", "other", "words"),
    [
        (
            "We sent the divers to the northern pier at dawn",
            "We sent the divers to the southern pier at dawn",
            "northern",
        ),
        ("We sent twelve divers to the old pier at dawn", "We sent twenty divers to the old pier at dawn", "twelve"),
        ("We will send the divers to the old pier at dawn", "We may send the divers to the old pier at dawn", "will"),
        ("The divers did not reach the old pier at dawn", "The divers did reach the old pier at dawn", "not"),
        (
            "The divers came to the old pier with fresh rope",
            "The divers came to the old pier with knives",
            "fresh rope",
        ),
        ("We sent trained divers to the pier with fresh rope", "We sent divers to the pier with fresh rope", "trained"),
    ],
    ids=["another word", "another number", "another certainty", "a negation", "the last word", "a word left out"],
)
def test_one_word_changed_in_else_the_same_sentence_contradicts(one: str, other: str, words: str) -> None:
    found = find(one, other)
    assert found is not None
    assert found.relation is Relation.CONTRADICT
    assert " ".join(fold(one)[slice(*found.one)]) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "The ship sank rapidly off the western reef last night",
            "The ship sank quickly off the western reef last night",
        ),
        ("The old ship sank off the western reef at night", "The big ship sank off the eastern reef at night"),
        (
            "She was seen near the harbour on the night that the cargo went",
            "She had been seen near the harbour that night on which the cargo went",
        ),
        (
            "The pilot thanked the whole crew and every passenger aboard",
            "The pilot thanked the whole crew and every passenger",
        ),
    ],
    ids=["a word of like meaning", "two words", "many small words", "the last word left out"],
)
def test_other_differences_of_wording_are_framing(one: str, other: str) -> None:
    found = find(one, other)
    assert found is not None
    assert found.relation is Relation.FRAMING


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "We sent the divers to the old pier at dawn",
            "We sent the divers to the old pier at dawn, and more will follow",
        ),
        ("We've analysed the harbour's records with care", "We have analyzed the harbor's records with care"),
        ("We sent [two of] our divers to the old pier at dawn", "We sent the town's divers to the old pier at dawn"),
        (
            "We sent divers … to the old pier at dawn",
            "We sent divers and a doctor and blankets to the old pier at dawn",
        ),
        (
            "We asked the U.N. council for a meeting at dawn",
            "We asked the United Nations council for a meeting at dawn",
        ),
        ("Ninety per cent of the divers reached the old pier", "Ninety percent of the divers reached the old pier"),
        ("We sent the divers to that old pier at dawn", "We sent the divers to the old pier at dawn"),
        ("Our thoughts are with the families", "Our thoughts are with the children"),
        ("The divers are at the old pier", "The mayor spoke of the price of bread in the spring"),
    ],
    ids=[
        "an excerpt",
        "spelling",
        "a bracket",
        "an ellipsis",
        "initials",
        "a share",
        "a small word",
        "short",
        "another",
    ],
)
def test_where_no_word_of_weight_is_changed_nothing_is_said(one: str, other: str) -> None:
    assert find(one, other) is None


def test_more_words_are_asked_for_where_nobody_says_that_the_speaker_is_one() -> None:
    one, other = "the divers saw a white hull", "the divers saw a white whale"
    assert find(one, other) is None
    longer = "the divers saw it in the wreck today", "the divers saw it in the reef today"
    assert find(*longer) is not None
    assert find(*longer, known=False) is None


def test_a_sentence_that_is_cut_off_differs_in_no_last_word() -> None:
    one, other = "We sent the divers to the old pier with rope", "We sent the divers to the old pier with knives"
    assert find(one, other) is not None
    assert find(one, other, ends=("", ".")) is None


def test_a_comma_may_stand_where_the_writer_cut_the_last_word() -> None:
    one = "The pilot thanked the whole crew and every passenger aboard"
    assert find(one, one.removesuffix(" aboard"), ends=(".", ".")) is not None
    assert find(one, one.removesuffix(" aboard"), ends=(".", ",")) is None


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        (["analysed"], ["analyzed"], True),
        (["on", "to"], ["onto"], True),
        (["arrived"], ["arriving"], True),
        (["un"], ["united", "nations"], True),
        (["million"], ["billion"], False),
        (["safe"], ["unsafe"], False),
        (["1990"], ["1991"], False),
    ],
)
def test_spellings_are_told_from_other_words(one: list[str], other: list[str], *, alike: bool) -> None:
    assert are_spellings(one, other) is alike
    assert are_spellings(other, one) is alike


WORDS = st.lists(st.sampled_from("divers pier rope the to old not ten wreck dawn …".split()), max_size=14).map(tuple)


@given(WORDS, WORDS, st.booleans())
def test_which_of_two_comes_first_makes_no_difference(
    one: tuple[str, ...], other: tuple[str, ...], known: bool
) -> None:
    there, back = (compare_verbatim(*pair, near, known=known) for pair in ((one, other), (other, one)))
    assert (there is None) == (back is None)
    if there is not None and back is not None:
        assert (there.relation, there.one, there.other) == (back.relation, back.other, back.one)


@given(WORDS)
def test_a_sentence_differs_from_itself_in_nothing(words: tuple[str, ...]) -> None:
    assert compare_verbatim(words, words, near, known=True) is None


@given(st.text(max_size=200))
def test_words_stand_where_they_were_read(text: str) -> None:
    words = read_verbatim(text)
    assert all(0 <= word.start < word.end <= len(text) for word in words)
    assert [word.start for word in words] == sorted(word.start for word in words)
