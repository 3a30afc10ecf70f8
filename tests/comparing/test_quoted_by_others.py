"""Quotations are set side by side sentence by sentence, also where one article leaves open who speaks."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.model import Kind


def clashes(one: str, other: str, rule: str = "quotes") -> list[str]:
    articles = [Article("a", one, "Harbour Post"), Article("b", other, "Coast Wire")]
    found = check(articles, one_event=True).findings
    return [f.message for f in found if f.rule == rule and f.kind is Kind.CONTRADICTION]


OPEN = "Ida Solberg rowed the last leg alone. The crowd went quiet. Then she took the microphone. "


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            'Ida Solberg came second. "I lost to a quicker crew," Ida Solberg told reporters. "They never tired."',
            OPEN + '"I did not lose to a quicker crew," she said, and the quay cheered.',
        ),
        (
            'The lender will be sold. "This is an offer we can live with," union chief Carl Rode said in Bergen.',
            (
                "The lender is to be sold. The union's Carl Rode left the hall. "
                '"This is an offer we cannot live with," he shouted.'
            ),
        ),
        (
            'Levy chief Ada Wek spoke in Arlow. "The fuel levy goes up in July," Ada Wek said on Monday.',
            (
                "LEVY BOARD\n- Speaker: Ada Wek\n"
                '- Remarks: "The fuel levy does not go up in July," the head told residents.'
            ),
        ),
    ],
)
def test_a_sentence_denied_contradicts_where_the_speaker_is_left_open(one: str, other: str) -> None:
    assert clashes(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            'The lender will be sold. "We will sign this offer," union chief Carl Rode said in Bergen.',
            'The lender is to be sold. "We will not sign this offer," said Dora Lind of the owners.',
        ),
        (
            'Ida Solberg came second. "I lost to a quicker crew," Ida Solberg told reporters.',
            OPEN + '"I lost to a quicker crew. I am not ashamed," she said.',
        ),
    ],
)
def test_two_people_may_say_opposite_things(one: str, other: str) -> None:
    assert not clashes(one, other)


def test_the_first_sentence_of_a_longer_quotation_is_known_again_without_its_marks() -> None:
    quoted = '"We were robbed from within," chief warden Nora Sitole told reporters. "A saw does not walk in."'
    lost = "We were robbed from within. Minister Paul Ramat told reporters at the gate. but nobody was charged"
    assert clashes(f"Nine men fled on Saturday. {quoted}", f"Nine men are gone. {lost}")


def test_a_headline_that_is_denied_contradicts_and_one_that_is_shortened_does_not() -> None:
    headline = (
        '"I will sign on Friday": President on border treaty\n\nPresident Ruben Quisp cleared up doubts on Tuesday.'
    )
    denied = 'The president spoke on Tuesday. "I will not sign on Friday or on any other day," Ruben Quisp said.'
    longer = (
        'The president spoke on Tuesday. "I will, God willing, sign it on Friday or the day after," Ruben Quisp said.'
    )
    assert clashes(headline, denied)
    assert not clashes(headline, longer)
