"""Footing, flips and agreement: how answers stand, without whom they would not, and who agrees how often."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sample_claims import claim

from checker import Article, check
from checker.comparing.questions import Linked, ask_questions
from checker.linking.answers import Compared
from checker.linking.score import Link
from checker.model import Answer, Claim, Footing, OutletRecord, Question, QuestionStatus, Relation, Verdict
from checker.sources.agreement import count_agreement, weigh_answers
from checker.sources.footing import find_flips, place_answers


def ask(claims: list[Claim], *links: tuple[int, int, Relation]) -> Linked:
    compared = [Compared(Link(claims[a], claims[b], 0.8, ()), Verdict(r, "because")) for a, b, r in links]
    agreeing = [c for c in compared if c.agrees]
    differing = [c for c in compared if not c.agrees]
    (question,) = ask_questions(claims, agreeing, differing, {c.id: n for n, c in enumerate(claims)})
    return question


def second(_: Claim, other: Claim) -> Claim:
    return other


def flips(question: Linked) -> dict[str, Footing]:
    return {flip.origin: flip.footing for flip in find_flips(question, second)}


def test_two_origins_corroborate_and_each_is_needed() -> None:
    question = ask([claim("wire", "12 dead"), claim("post", "12 dead")], (0, 1, Relation.AGREE))
    assert [s.footing for s in place_answers(question, second)] == [Footing.CORROBORATED]
    assert flips(question) == {"post": Footing.SINGLE_ORIGIN, "wire": Footing.SINGLE_ORIGIN}


def test_three_origins_hold_without_any_one_of_them() -> None:
    claims = [claim(name, "12 dead") for name in ("wire", "post", "tide")]
    question = ask(claims, (0, 1, Relation.AGREE), (1, 2, Relation.AGREE))
    assert flips(question) == {}


def test_two_reprints_of_one_origin_corroborate_nothing() -> None:
    claims = [claim("wire", "12 dead"), replace(claim("post", "12 dead"), origin="wire")]
    question = ask(claims, (0, 1, Relation.AGREE))
    assert [s.footing for s in place_answers(question, second)] == [Footing.SINGLE_ORIGIN]
    assert flips(question) == {"wire": Footing.NOT_ASSESSABLE}


def test_a_dispute_with_one_origin_is_settled_without_it() -> None:
    claims = [claim("wire", "12 dead"), claim("post", "12 dead"), claim("tide", "21 dead")]
    question = ask(claims, (0, 1, Relation.AGREE), (0, 2, Relation.CONTRADICT), (1, 2, Relation.CONTRADICT))
    stands = place_answers(question, second)
    assert [(s.footing, s.against) for s in stands] == [(Footing.CONTESTED, (1,)), (Footing.CONTESTED, (0,))]
    assert flips(question) == {"tide": Footing.CORROBORATED}


def test_a_dispute_goes_on_with_whoever_else_gives_the_answer() -> None:
    claims = [claim("wire", "12 dead"), claim("post", "12 dead"), claim("tide", "21 dead")]
    question = ask(claims, (0, 1, Relation.AGREE), (0, 2, Relation.CONTRADICT))
    # What the wire said was set against the tide's; without the wire, the post still says it.
    assert flips(question) == {"tide": Footing.CORROBORATED}


def test_the_earlier_answer_is_the_one_that_is_superseded() -> None:
    question = ask([claim("wire", "12 dead"), claim("post", "14 dead")], (0, 1, Relation.UPDATE))
    assert [s.footing for s in place_answers(question, second)] == [Footing.SUPERSEDED, Footing.SINGLE_ORIGIN]


def answered(id_: str, *answers: tuple[Footing, str]) -> Question:
    """A question; each answer has a footing and its origins, which are outlets with a claim each ("wire post")."""
    made = tuple(
        Answer(str(n), tuple(f"{id_}-{origin}" for origin in names.split()), tuple(names.split()), footing)
        for n, (footing, names) in enumerate(answers)
    )
    return Question(id_, "figures", "e1", "how many?", QuestionStatus.CONFLICT, made)


def count(*questions: Question, **given: Any) -> dict[str, OutletRecord]:
    """The records over questions whose claims stand apart, each in the one article of its outlet."""
    made = {}
    for question in questions:
        for name in (name for answer in question.answers for name in answer.claims):
            made[name] = claim(name.partition("-")[2], "12 dead", **given)
    return count_agreement(questions, made, {c.article: c.article for c in made.values()})


def test_an_answer_agrees_where_most_origins_give_it() -> None:
    one = answered("q1", (Footing.CONTESTED, "wire post"), (Footing.CONTESTED, "tide"))
    two = answered("q2", (Footing.CORROBORATED, "wire tide"))
    alone = answered("q3", (Footing.SINGLE_ORIGIN, "tide"))
    even = answered("q4", (Footing.CONTESTED, "wire"), (Footing.CONTESTED, "gulf"))
    assert count(one, two, alone, even) == {
        "wire": OutletRecord("wire", 2, 1),
        "post": OutletRecord("post", 1, 0),
        "tide": OutletRecord("tide", 1, 1),
        "gulf": OutletRecord("gulf", 0, 1),
    }


def test_who_contradicts_only_himself_is_not_tested() -> None:
    question = answered("q1", (Footing.CONTESTED, "wire"), (Footing.CONTESTED, "wire"))
    assert count(question) == {}


def test_a_dispute_is_weighed_where_there_is_enough_to_tell_sources_apart() -> None:
    shared = [answered(f"q{n}", (Footing.CORROBORATED, "wire post")) for n in range(10)]
    dispute = answered("q10", (Footing.CONTESTED, "wire post"), (Footing.CONTESTED, "tide"))
    assert weigh_answers([*shared[:5], dispute])[-1] == dispute
    *rest, weighed = weigh_answers([*shared, dispute])
    assert rest == shared
    first, other = (answer.support for answer in weighed.answers)
    assert first is not None
    assert other is not None
    assert 0 <= other < first <= 1
    assert first + other <= 1


def test_a_report_has_footings_numbers_letters_and_flips() -> None:
    one = Article(id="a", source="Coast Wire", text="The fire at Port Ellery on Monday killed 12 people, police said.")
    two = Article(id="b", source="Daily Post", text="The fire at Port Ellery on Monday killed 21 people, medics said.")
    report = check([one, two], one_event=True)
    (question,) = [q for q in report.questions if q.footing is Footing.CONTESTED and q.rule == "figures"]
    assert [a.grade.code for a in question.answers if a.grade] == ["4", "4"]
    assert {f.origin: f.footing for f in question.flips} == {
        "Coast Wire": Footing.SINGLE_ORIGIN,
        "Daily Post": Footing.SINGLE_ORIGIN,
    }
    # The day and the number; the sentences as wholes differ by the number alone, and do not count again.
    grades = [s.grade for s in report.sources if s.grade]
    assert [(g.here.disagreed, g.code) for g in grades] == [(1, "F"), (1, "F")]


def test_one_article_alone_is_not_assessable() -> None:
    report = check([Article(id="a", source="Coast Wire", text="The fire killed 12 people, police said.")])
    assert report.questions
    assert all(a.footing is Footing.NOT_ASSESSABLE for q in report.questions for a in q.answers)
    assert all(a.grade and a.grade.code == "6" for q in report.questions for a in q.answers)
