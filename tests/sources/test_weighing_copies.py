"""Copies have one vote between them when that is asked for; otherwise they never lead away from the majority."""

from collections import Counter, defaultdict
from random import Random

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from checker.sources import weigh
from checker.sources.weighing.assertions import Claims, collect
from checker.sources.weighing.copying import find_families, find_verbatim
from checker.sources.weighing.families import count_pairs, join_families, link
from checker.sources.weighing.spread import count_categories, errors_scatter

Row = tuple[str, str, str]
QUESTIONS = 300
FALSE_VALUES = 5


def report_with_copies(copies: int, taken: float, seed: int) -> list[Row]:
    """Five good sources of their own, and a poor one with so many copies that take this share of its answers."""
    random = Random(seed)

    def answer(number: int, accuracy: float) -> str:
        return f"true {number}" if random.random() < accuracy else f"{random.randrange(30)} for {number}"

    rows = [(f"own {one}", f"q{number}", answer(number, 0.8)) for one in range(5) for number in range(QUESTIONS)]
    for number in range(QUESTIONS):
        original = answer(number, 0.4)
        rows.append(("original", f"q{number}", original))
        rows += [
            (f"copy {one}", f"q{number}", original if random.random() < taken else answer(number, 0.6))
            for one in range(copies)
        ]
    return rows


def count_right(rows: list[Row], copying: bool) -> int:
    return sum(supports[0].value.startswith("true") for supports in weigh(rows, copying=copying).values())


def name_families(rows: list[Row]) -> set[frozenset[str]]:
    """The families of more than one source."""
    collected = collect(rows)
    members = defaultdict(set)
    for source, family in enumerate(find_families(collected.claims, FALSE_VALUES).tolist()):
        members[family].add(collected.sources[source])
    return {frozenset(names) for names in members.values() if len(names) > 1}


def test_verbatim_copies_are_one_family() -> None:
    assert name_families(report_with_copies(6, 1.0, 1)) == {
        frozenset({"original", *(f"copy {one}" for one in range(6))})
    }


def test_copies_in_part_are_found_by_the_errors_they_share() -> None:
    (family,) = name_families(report_with_copies(3, 0.85, 2))
    assert family == {"original", "copy 0", "copy 1", "copy 2"}


def test_two_readings_of_the_questions_are_not_copying() -> None:
    """Each camp is mostly true to its reading; errors never scatter, so that errors are shared proves nothing."""
    random = Random(11)
    rows = [
        (f"{camp} {one}", f"q{number}", f"{camp if random.random() < 0.9 else other} {number}")
        for camp, other, size in (("first", "second", 5), ("second", "first", 4))
        for one in range(size)
        for number in range(QUESTIONS)
    ]
    assert name_families(rows) == set()


def test_good_sources_are_no_copies() -> None:
    random = Random(4)
    rows = [
        (str(one), f"q{number}", f"true {number}" if random.random() < 0.93 else f"{random.randrange(30)} for {number}")
        for one in range(8)
        for number in range(QUESTIONS)
    ]
    assert name_families(rows) == set()


def test_joining_copies_undoes_their_weight() -> None:
    rows = report_with_copies(9, 1.0, 5)
    assert count_right(rows, copying=True) > count_right(rows, copying=False) + QUESTIONS // 5


def test_joined_sources_are_still_named() -> None:
    for supports in weigh(report_with_copies(6, 1.0, 6), copying=True).values():
        assert sum(len(support.sources) for support in supports) == 12


def test_order_does_not_matter_where_copies_are_joined() -> None:
    rows = report_with_copies(3, 0.85, 9)
    assert weigh(rows, copying=True) == weigh(rows[::-1], copying=True)


def test_where_sources_repeat_each_other_voting_decides_unless_copies_are_joined() -> None:
    rows = report_with_copies(6, 1.0, 7)
    votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for _, question, value in rows:
        votes[question][value] += 1
    for question, supports in weigh(rows).items():
        assert votes[question][supports[0].value] == max(votes[question].values())


def test_copying_changes_nothing_where_nobody_copies() -> None:
    rows = [row for row in report_with_copies(0, 0.0, 8) if row[0] != "original"]
    assert weigh(rows, copying=True) == weigh(rows)


def test_a_family_says_what_most_of_its_members_say() -> None:
    collected = collect([("a", "q", "1"), ("b", "q", "1"), ("c", "q", "2"), ("d", "q", "2"), ("d", "r", "3")])
    joined = join_families(collected.claims, np.array([0, 0, 0, 3]))
    said = {(int(source), int(fact)) for source, fact in zip(joined.source, joined.fact, strict=True)}
    one, two = collected.values.index("1"), collected.values.index("2")
    by_value = {int(value): fact for fact, value in enumerate(collected.claims.value)}
    assert (0, by_value[one]) in said
    assert (0, by_value[two]) not in said
    assert (1, by_value[two]) in said


def test_few_shared_questions_prove_no_copying() -> None:
    rows = [(source, f"q{number}", str(number)) for source in "ab" for number in range(10)]
    assert find_verbatim(collect(rows).claims).tolist() == [0, 1]


def claims_of(rows: list[Row]) -> Claims:
    return collect(rows).claims


def test_a_few_values_that_come_back_are_categories() -> None:
    assert count_categories(claims_of([("a", f"q{number}", str(number % 4)) for number in range(40)])) == 4
    assert count_categories(claims_of([("a", f"q{number}", str(number)) for number in range(40)])) == 0


def test_errors_do_not_scatter_where_dissenters_say_the_same() -> None:
    lead = [(f"l{one}", f"q{number}", "lead") for one in range(5) for number in range(40)]
    alike = [(f"d{one}", f"q{number}", "other") for one in range(3) for number in range(40)]
    apart = [(f"d{one}", f"q{number}", f"other {one}") for one in range(3) for number in range(40)]
    assert not errors_scatter(claims_of(lead + alike))
    assert errors_scatter(claims_of(lead + apart))


def test_few_errors_do_not_show_that_they_scatter() -> None:
    few = claims_of([("a", "q", "1"), ("b", "q", "1"), ("c", "q", "2"), ("d", "q", "2")])
    assert not errors_scatter(few)


@given(st.sets(st.tuples(st.integers(0, 6), st.integers(0, 90))))
def test_pairs_are_counted_as_sets_share_members(cells: set[tuple[int, int]]) -> None:
    rows = np.array([row for row, _ in cells], np.int64)
    columns = np.array([column for _, column in cells], np.int64)
    members = [{column for row, column in cells if row == one} for one in range(7)]
    shared = count_pairs(rows, columns, 7, 91)
    for one in range(7):
        for other in range(one, 7):
            assert shared[one, other] == len(members[one] & members[other])


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9))))
def test_linked_sources_share_a_family_and_only_they(pairs: list[tuple[int, int]]) -> None:
    one, other = (np.array([pair[side] for pair in pairs], np.int64) for side in (0, 1))
    groups = [{source} for source in range(10)]
    for left, right in pairs:
        joined = groups[left] | groups[right]
        for source in joined:
            groups[source] = joined
    assert link(one, other, 10).tolist() == [min(group) for group in groups]
