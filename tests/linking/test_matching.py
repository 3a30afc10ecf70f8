"""Blocking finds the pairs worth scoring; matching keeps the best of them and never a neighbour's figure."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from sample_claims import RULE, claim

from checker.lexicon import familiarity
from checker.linking.answers import Compared
from checker.linking.candidates import CROWDED, pair_claims
from checker.linking.match import choose, compare_pairs
from checker.linking.relatives import Relatives
from checker.linking.weights import TopicWeights
from checker.model import Claim, Relation, Rule, Verdict
from checker.values.compare import compare_values

WEIGHTS = TopicWeights({}, 0, familiarity)


def compare(rule: Rule, one: Claim, other: Claim) -> Verdict:
    return compare_values(one.value, other.value)


def match(*claims: Claim) -> tuple[list[Compared], list[Compared], frozenset[str]]:
    compared, echoed = compare_pairs(claims, {"figures": RULE}, WEIGHTS, compare, Relatives(claims))
    return (*choose(compared), echoed)


def sides(compared: list[Compared]) -> set[frozenset[str]]:
    return {frozenset((c.link.one.text, c.link.other.text)) for c in compared}


def test_claims_of_other_slots_and_of_one_article_are_not_paired() -> None:
    one, same = claim("a", "340 workers"), claim("a", "430 workers")
    other = replace(claim("b", "430 workers"), slot="money")
    assert pair_claims([one, same, other]) == []


def test_a_headline_is_paired_with_its_own_text() -> None:
    headline = replace(claim("a", "340 workers"), headline=True)
    body = claim("a", "430 workers")
    assert pair_claims([headline, body]) == [(headline, body)]


@given(st.integers(2, 30))
def test_a_small_block_is_paired_whole(size: int) -> None:
    claims = [claim(f"a{n}", f"{n + 20} workers") for n in range(size)]
    assert len(pair_claims(claims)) == size * (size - 1) // 2


def test_a_large_block_is_paired_by_what_its_claims_share() -> None:
    crowd = [claim(f"a{n}", f"{n + 20} things", [f"thing{n}"], topic=frozenset()) for n in range(2 * CROWDED)]
    first = claim("x", "9001 ferries", ["ferry"], topic=frozenset())
    second = claim("y", "9002 ferries", ["ferry"], topic=frozenset())
    assert pair_claims([*crowd, first, second]) == [(first, second)]


def test_equal_answers_agree_and_a_slip_is_set_against() -> None:
    wire = claim("wire", "340 workers will lose their jobs")
    radio = claim("radio", "340 workers will lose their jobs")
    daily = claim("daily", "430 workers will lose their jobs")
    agreeing, differing, _ = match(wire, radio, daily)
    assert sides(agreeing) == {frozenset({wire.text})}
    assert sides(differing) == {frozenset({wire.text, daily.text})}


def test_a_figure_that_both_carry_is_not_set_against_its_neighbour() -> None:
    dead = [claim(a, "340 workers will lose their jobs") for a in ("wire", "daily")]
    hired = [claim(a, "430 workers will lose their jobs later") for a in ("wire", "daily")]
    agreeing, differing, _ = match(*dead, *hired)
    assert len(agreeing) == 2
    assert differing == []


def test_a_bound_that_fits_two_figures_does_not_make_one_answer_of_them() -> None:
    exact = claim("wire", "11,400 workers will lose their jobs")
    bound = claim("radio", "more than 11,000 workers will lose their jobs")
    slip = claim("daily", "14,100 workers will lose their jobs")
    agreeing, differing, _ = match(exact, bound, slip)
    assert frozenset({exact.text, bound.text}) in sides(agreeing)
    assert sides(differing) == {frozenset({exact.text, slip.text})}


def test_figures_of_different_things_are_left_alone() -> None:
    assert match(
        claim("wire", "340 workers lose their jobs"),
        claim("daily", "430 sheep were sheared in spring", ["sheep"]),
    ) == ([], [], frozenset())


@given(st.permutations(range(3)))
def test_the_order_of_claims_does_not_change_what_is_linked(order: list[int]) -> None:
    words = ["340 workers will lose their jobs", "340 workers will lose jobs", "430 workers will lose their jobs"]
    claims = [claim(f"a{n}", words[n]) for n in range(3)]
    agreeing, differing, _ = match(*(claims[n] for n in order))
    assert len(agreeing) == 1
    assert len(differing) == 2
    assert all(c.verdict.relation is Relation.CONTRADICT for c in differing)
