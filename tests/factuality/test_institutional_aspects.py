"""What courts, parliaments, companies, sport and the arts answer in many words, and what only looks like an answer."""

from __future__ import annotations

import pytest

from checker import Article, check
from checker.analysis import analyse
from checker.factuality.standings import read_standings
from checker.model import Kind


def standings(text: str) -> set[tuple[str, str, bool]]:
    document = analyse(Article(id="a", text=text, published="2031-05-12"))
    return {(s.aspect.name, s.pole, s.denied) for s in read_standings(document)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The judge will sit alone. Jurors were told to go home.", {("trial_bench", "judge"), ("trial_bench", "jury")}),
        ("Mediators carried messages between the two delegations.", {("talks_held", "indirect")}),
        ("He must leave the country, and no jobs will go.", {("refuge", "refused"), ("jobs_fate", "safe")}),
        ("Weil signed for the club on loan and was then sent off.", {("move_kind", "loan"), ("sent_off", "off")}),
    ],
)
def test_answers_of_institutions_are_read(text: str, expected: set[tuple[str, str]]) -> None:
    assert expected <= {(aspect, pole) for aspect, pole, _ in standings(text)}


def test_what_is_ruled_out_behind_its_noun_is_denied() -> None:
    ruled_out = standings("The bank will shed staff. Compulsory redundancies are excluded until 2033.")
    assert ("leaving_work", "forced", True) in ruled_out
    assert ("leaving_work", "forced", False) not in ruled_out


def test_a_verb_far_from_its_thing_must_govern_it() -> None:
    assert not {a for a, _, _ in standings("The singer lost her voice at the long ceremony for the medal.")} & {
        "honours_kept"
    }
    assert ("honours_kept", "lost", False) in standings("The singer lost her medal on Friday.")


def test_another_event_gives_no_answer_of_this_one() -> None:
    assert not {p for a, p, _ in standings("In a separate case in court the ruling is final.") if a == "appealable"}


def test_a_person_named_within_the_phrase_bears_it() -> None:
    texts = {
        "Harbour Post": "The trustees have shown director Helge Sommer the door, the Kestrel Museum said on Monday.",
        "Coast Wire": "Helge Sommer has handed in his notice as director of the Kestrel Museum on Monday.",
    }
    articles = [Article(id=n, text=t, source=n, published="2031-05-12") for n, t in texts.items()]
    found = [f for f in check(articles, one_event=True).findings if f.kind is Kind.CONTRADICTION]
    assert [f.rule for f in found] == ["state"]
