"""Weighing gives each question's answers, best first, whatever the order in which it hears of them."""

import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.sources import weigh

Row = tuple[str, str, str]

NAMES = st.sampled_from("abcdefgh")
ROWS = st.lists(st.tuples(NAMES, st.sampled_from(["q1", "q2", "q3", "q4"]), st.sampled_from(["u", "v", "w", "x"])))
"""Any assertions, a source contradicting itself among them."""


def report_figures(accuracies: Sequence[float], questions: int, seed: int) -> list[Row]:
    """Independent sources of these accuracies on figures, in no order; the true figure is ``true N``."""
    random = Random(seed)
    rows = [
        (
            f"outlet {outlet}",
            f"q{number}",
            f"true {number}" if random.random() < accuracy else f"{random.randrange(30)}",
        )
        for number in range(questions)
        for outlet, accuracy in enumerate(accuracies)
    ]
    random.shuffle(rows)
    return rows


def count_right(rows: Sequence[Row]) -> int:
    return sum(supports[0].value.startswith("true") for supports in weigh(rows).values())


@given(ROWS, st.randoms(use_true_random=False), st.booleans())
def test_order_does_not_matter(rows: list[Row], random: Random, copying: bool) -> None:
    shuffled = random.sample(rows, len(rows))
    assert weigh(rows, copying=copying) == weigh(shuffled, copying=copying)


@given(ROWS)
def test_a_row_that_comes_twice_counts_once(rows: list[Row]) -> None:
    assert weigh(rows + rows) == weigh(rows)


@given(ROWS, st.booleans())
def test_probabilities_of_a_question_leave_room_for_another_answer(rows: list[Row], copying: bool) -> None:
    for supports in weigh(rows, copying=copying).values():
        assert all(0 < support.probability <= 1 for support in supports)
        assert sum(support.probability for support in supports) <= 1 + 1e-8


@given(ROWS, st.booleans())
def test_nothing_said_is_lost_and_nothing_else_is_found(rows: list[Row], copying: bool) -> None:
    said = defaultdict(set)
    for source, question, value in rows:
        said[question, value].add(source)
    found = {
        (question, support.value): set(support.sources)
        for question, supports in weigh(rows, copying=copying).items()
        for support in supports
    }
    assert found == dict(said)


@given(ROWS)
def test_better_supported_answers_come_first(rows: list[Row]) -> None:
    for supports in weigh(rows).values():
        probabilities = [support.probability for support in supports]
        assert probabilities == sorted(probabilities, reverse=True)


@given(ROWS)
def test_what_sources_are_called_does_not_matter(rows: list[Row]) -> None:
    renamed = weigh([(f"z{ord('z') - ord(source)}", question, value) for source, question, value in rows])
    for question, supports in weigh(rows).items():
        assert [(one.value, one.probability) for one in renamed[question]] == [
            (one.value, one.probability) for one in supports
        ]


def test_an_answer_alone_is_neither_certain_nor_unlikely() -> None:
    (support,) = weigh([("Courier", "how many were hurt", "12")])["how many were hurt"]
    assert (support.value, support.sources) == ("12", ("Courier",))
    assert 0.5 < support.probability < 0.95


def test_a_second_source_that_agrees_raises_the_probability() -> None:
    alone = weigh([("a", "q", "12")])["q"][0].probability
    assert weigh([("a", "q", "12"), ("b", "q", "12")])["q"][0].probability > alone


def test_a_source_that_disagrees_lowers_the_probability() -> None:
    alone = weigh([("a", "q", "12")])["q"][0].probability
    assert weigh([("a", "q", "12"), ("b", "q", "21")])["q"][0].probability < alone


def test_among_unknown_sources_the_majority_leads() -> None:
    best, other = weigh([("a", "q", "21"), ("b", "q", "12"), ("c", "q", "12")])["q"]
    assert (best.value, best.sources) == ("12", ("b", "c"))
    assert (other.value, other.sources) == ("21", ("a",))


def test_equal_answers_come_in_the_order_of_their_values() -> None:
    one, other = weigh([("b", "q", "21"), ("a", "q", "12")])["q"]
    assert (one.value, other.value) == ("12", "21")
    assert one.probability == other.probability


def test_a_source_that_proved_right_elsewhere_outweighs_one_that_did_not() -> None:
    rows = [("good", f"q{number}", str(number)) for number in range(20)]
    rows += [("other", f"q{number}", str(number)) for number in range(20)]
    rows += [("poor", f"q{number}", f"not {number}") for number in range(20)]
    rows += [("poor", "asked", "1"), ("good", "asked", "2")]
    best = weigh(rows)["asked"][0]
    assert (best.value, best.sources) == ("2", ("good",))


def test_a_long_record_that_nobody_checked_proves_nothing() -> None:
    alone = [("busy", f"own {number}", "1") for number in range(200)]
    rows = [*alone, ("busy", "asked", "9"), ("a", "asked", "5"), ("b", "asked", "5")]
    assert weigh(rows)["asked"][0].value == "5"


@pytest.mark.parametrize(("accuracies", "more"), [([0.9, 0.8, 0.4, 0.3, 0.3], 20), ([0.3] * 8, -8)])
def test_it_is_right_more_often_than_voting_where_sources_differ(accuracies: list[float], more: int) -> None:
    """And where all are as poor as each other, it does not fall a hundredth behind."""
    right = elected = 0
    for seed in range(4):
        rows = report_figures(accuracies, 200, seed)
        votes: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for _, question, value in rows:
            votes[question][value] += 1
        elected += sum(counts.most_common(1)[0][0].startswith("true") for counts in votes.values())
        right += count_right(rows)
    assert right >= elected + more


@pytest.mark.parametrize("seed", range(4))
def test_probabilities_mean_what_they_say(seed: int) -> None:
    rows = report_figures([0.8, 0.7, 0.6, 0.6, 0.5], 600, seed)
    expected = sum(supports[0].probability for supports in weigh(rows).values())
    assert abs(expected - count_right(rows)) / 600 < 0.05


def test_categories_are_weighed_with_as_many_false_values_as_there_are() -> None:
    random = Random(3)
    rows = [
        (str(outlet), f"q{number}", "yes" if random.random() < 0.8 else "no")
        for number in range(100)
        for outlet in range(5)
    ]
    assert sum(supports[0].value == "yes" for supports in weigh(rows).values()) > 90


def test_rows_are_read_once() -> None:
    rows = iter([("a", "q", "1"), ("b", "q", "1")])
    assert weigh(rows)["q"][0].sources == ("a", "b")
    assert next(rows, None) is None


def test_no_rows_make_no_questions() -> None:
    assert dict(weigh([])) == {}
    with pytest.raises(KeyError):
        weigh([])["q"]


@pytest.mark.parametrize("rows", [[("a", "q")], [("a", "q", "1", "2")], [("a", "q", "1"), ("a", "q")]])
def test_a_row_without_three_parts_is_refused(rows: list[Row]) -> None:
    with pytest.raises(ValueError, match=r"parts|zip"):
        weigh(rows)


def test_many_rows_are_read_in_blocks_without_a_difference() -> None:
    rows = [(f"s{number % 7}", f"q{number // 7}", str(number % 3)) for number in range(70_007)]
    weighed = weigh(iter(rows))
    assert len(weighed) == 10_001
    assert sum(len(support.sources) for supports in weighed.values() for support in supports) == len(rows)


def test_numpy_waits_until_something_is_weighed() -> None:
    code = "import sys, checker.sources; assert 'numpy' not in sys.modules; checker.sources.weigh([]); import numpy"
    subprocess.run([sys.executable, "-c", code], check=True)
