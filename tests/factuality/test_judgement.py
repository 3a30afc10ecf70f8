"""Polarity and modality from words alone: flips cancel, governors only weaken, saying leaves alone."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.factuality import Judgement, Signals, is_negative_pronoun, is_negator, judge
from checker.factuality.cues import load_cues
from checker.factuality.judgement import RANK
from checker.model import Modality, Polarity

SIGNALS = st.builds(
    Signals,
    auxiliaries=st.lists(st.sampled_from(["will", "may", "must", "would", "have", "be to"]), max_size=2).map(tuple),
    adverbs=st.lists(st.sampled_from(["reportedly", "perhaps", "unlikely", "fast"]), max_size=2).map(tuple),
    negators=st.lists(st.sampled_from(["not", "no"]), max_size=3).map(tuple),
    mark=st.sampled_from(["", "that", "if", "whether"]),
    question=st.booleans(),
)


def test_a_bare_clause_is_certain_and_positive() -> None:
    assert judge(Signals()) == Judgement()


@given(SIGNALS)
def test_a_verb_of_saying_leaves_polarity_and_weakens_nothing(signals: Signals) -> None:
    alone, said = judge(signals), judge(signals, governors=("say",), outer=Judgement())
    assert said.polarity is alone.polarity
    assert RANK[said.modality] <= RANK[alone.modality]


@given(SIGNALS, st.sampled_from(sorted(load_cues().governors)))
def test_a_governor_never_makes_a_clause_more_certain(signals: Signals, name: str) -> None:
    governed = judge(signals, governors=(name,), outer=Judgement())
    assert RANK[governed.modality] >= RANK[load_cues().governors[name]]


@given(SIGNALS, st.sampled_from(sorted(load_cues().negative_governors)))
def test_a_negative_governor_flips_and_its_own_denial_flips_back(signals: Signals, name: str) -> None:
    alone = judge(signals).polarity
    flipped = judge(signals, governors=(name,), outer=Judgement())
    back = judge(signals, governors=(name,), outer=Judgement(polarity=Polarity.NEGATIVE, denied=True))
    assert flipped.polarity is not alone
    assert back.polarity is alone


def test_saying_that_is_denied_leaves_the_question_open() -> None:
    outer = Judgement(polarity=Polarity.NEGATIVE, denied=True)
    assert judge(Signals(), governors=("confirm",), outer=outer).modality is Modality.UNKNOWN


def test_would_after_a_verb_of_saying_is_a_future() -> None:
    reported = judge(Signals(auxiliaries=("would",)), governors=("say",), outer=Judgement())
    assert (reported.modality, reported.future) == (Modality.CERTAIN, True)


@pytest.mark.parametrize(
    ("word", "following", "negates"), [("not", "", True), ("no", "later", False), ("not", "only", False)]
)
def test_limiters_take_the_force_from_a_negator(word: str, following: str, negates: bool) -> None:
    assert is_negator(word, following) is negates


def test_pronouns_that_deny() -> None:
    assert is_negative_pronoun("nobody")
    assert not is_negative_pronoun("somebody")


def test_no_governor_is_in_two_classes() -> None:
    cues = load_cues()
    assert not set(cues.governors) & cues.negative_governors
