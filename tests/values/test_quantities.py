"""How two quantities stand to each other."""

from dataclasses import replace
from math import isfinite

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.model.kinds import Relation, ValueType
from checker.quantities import find_quantities
from checker.values.quantities import Bound, Direction, Quantity, allow_interval, compare_quantities, write_number


def read(words: str) -> Quantity:
    """The quantity that a few words give."""
    (mention,) = find_quantities(f"It was {words}")
    return mention.value


AGREE = [
    ("14 people", "fourteen people"),
    ("$3.4 billion", "3.4 billion dollars"),
    ("71 mph", "71 miles per hour"),
    ("50bp", "half a percentage point"),
    ("2 to 8°C", "2 to 8 degrees Celsius"),
    ("half of it", "50% of it"),
    ("40,000 tonnes", "40,000 tons"),
    ("an 11-2 vote", "eleven votes to two"),
    ("a dozen", "12"),
    ("5 percent plus or minus 2.5 percentage points", "2.5% to 7.5%"),
]

COMPATIBLE = [
    ("nearly 3 billion dollars", "$2.9bn"),
    ("nearly nine in ten", "88 %"),
    ("about 320 miles", "520 km"),
    ("15 km", "just over nine miles"),
    ("roughly three-quarters", "76 percent"),
    ("almost two million", "1.9 million"),
    ("more than 11,000", "11,400"),
    ("a little over fourteen billion", "14.2 billion"),
    ("nearly half", "48 %"),
    ("about half", "48 %"),
    ("roughly a third of it", "34 %"),
    ("nearly two-thirds of it", "nine of 14"),
    ("24 m", "a 79-foot mast"),
    ("71 mph", "114 kph"),
    ("at least 31", "58"),
    ("up to 40", "31"),
    ("between 10 and 15", "12"),
    ("hundreds", "340"),
    ("dozens", "at least 30"),
    ("2,000", "1,950"),
    ("$412 million", "A$412 million"),
    ("212 crowns", "SEK 212"),
    ("14.2 billion", "$14.2bn"),
    ("nine of 14", "nine"),
    ("a 2-11 vote", "an 11-2 vote"),
    ("8%", "8.31%"),
    ("0.5 percent", "50 basis points"),
    ("some 1.2k tents", "1,200 tents"),
]

CONTRADICT = [
    ("340", "430"),
    ("14", "22"),
    ("31", "30"),
    ("at least 31", "20"),
    ("no more than 30", "41"),
    ("$14.2bn", "$12.4bn"),
    ("9.25%", "9.5%"),
    ("520 km", "440 km"),
    ("14 km", "14 miles"),
    ("71 mph", "91 mph"),
    ("magnitude 6.8", "magnitude 7.1"),
    ("an 11-2 vote", "a 10-3 vote"),
    ("half of it", "64%"),
    ("nearly half", "62%"),
    ("about 1,000", "1,400"),
    ("9 million", "10 million"),
    ("no casualties", "3 casualties"),
    ("$25 million", "$2.5 million"),
    ("5.4%", "4.5%"),
    ("40%", "43%"),
    ("between 10 and 15", "19"),
    ("the third visit", "the second visit"),
    ("212 crowns", "SEK 221"),
    ("412 million dollars", "A$421 million"),
    ("for adults aged 18 to 55", "for people from the age of two upwards"),
]

NOT_COMPARABLE = [
    ("$14 billion", "€13 billion"),
    ("US$412 million", "A$390 million"),
    ("$412 million", "A$590 million"),
    ("14 km", "14 tonnes"),
    ("48%", "31"),
    ("the third visit", "3"),
    ("an 11-2 vote", "11"),
    ("14.2 billion", "$12bn"),
    ("SEK 212", "NOK 212"),
]


@pytest.mark.parametrize(
    ("relation", "one", "other"),
    [
        (relation, *pair)
        for relation, pairs in (
            (Relation.AGREE, AGREE),
            (Relation.COMPATIBLE, COMPATIBLE),
            (Relation.CONTRADICT, CONTRADICT),
            (Relation.NOT_COMPARABLE, NOT_COMPARABLE),
        )
        for pair in pairs
    ],
)
def test_wordings_decide_how_two_figures_stand(relation: Relation, one: str, other: str) -> None:
    assert compare_quantities(read(one), read(other)).relation is relation
    assert compare_quantities(read(other), read(one)).relation is relation


def test_the_reason_names_both_figures_and_swapped_digits() -> None:
    assert compare_quantities(read("340"), read("430")).reason == "340 is not 430: the same digits in another order"
    assert compare_quantities(read("$25 million"), read("$2.5 million")).reason.endswith("10 times as much")
    assert compare_quantities(read("at least 31"), read("20")).reason == "20 is less than “at least 31” allows"


def test_a_bound_is_named_when_it_alone_makes_room() -> None:
    assert "only a bound" in compare_quantities(read("at least 31"), read("58")).reason


def test_a_reason_says_which_of_the_two_is_a_pair() -> None:
    verdict = compare_quantities(read("11"), read("an 11-2 vote"))
    assert verdict.reason == "“11-2” is a pair of figures and 11 is not"


def test_equal_meaning_gives_one_normal_form() -> None:
    for one, other in AGREE:
        assert read(one).normalized == read(other).normalized


@pytest.mark.parametrize(
    ("number", "written"),
    [(14200000000.0, "14200000000"), (0.25, "0.25"), (100 / 3, "33.33333333"), (0.0, "0"), (-5, "-5")],
)
def test_numbers_are_written_in_plain_digits(number: float, written: str) -> None:
    assert write_number(number) == written


WORDINGS = st.sampled_from(
    [(Bound.NONE, direction) for direction in Direction]
    + [(bound, Direction.NONE) for bound in Bound if bound is not Bound.BETWEEN]
    + [(Bound.AT_LEAST, Direction.AROUND)]
)
UNITS = st.sampled_from([("", ""), ("%", "share"), ("m", "length"), ("USD", "currency")])
POINTS = st.integers(min_value=0, max_value=10**7)
STEPS = st.sampled_from([0.1, 1.0, 10.0, 1000.0])


@st.composite
def quantities(draw: st.DrawFn) -> Quantity:
    """Quantities in every wording, and ranges."""
    point, step = float(draw(POINTS)), draw(STEPS)
    unit, dimension = draw(UNITS)
    bound, direction = draw(WORDINGS)
    top = point + draw(st.integers(min_value=1, max_value=1000)) if draw(st.booleans()) else None
    if top is not None:
        bound, direction = Bound.BETWEEN, Direction.NONE
    low, high = allow_interval(point, step, bound, direction, dimension, top)
    kind = {"share": ValueType.PERCENT, "currency": ValueType.MONEY}.get(dimension, ValueType.NUMBER)
    return Quantity(
        kind,
        f"{point}",
        point if top is None else (point + top) / 2,
        low,
        high,
        step,
        approximate=direction is not Direction.NONE,
        direction=direction,
        bound=bound,
        unit=unit,
        dimension=dimension,
    )


@given(quantities(), quantities())
def test_comparison_is_the_same_from_both_sides(one: Quantity, other: Quantity) -> None:
    assert compare_quantities(one, other).relation is compare_quantities(other, one).relation


@given(quantities())
def test_nothing_contradicts_itself(one: Quantity) -> None:
    assert compare_quantities(one, one).relation is Relation.AGREE


@st.composite
def nested(draw: st.DrawFn) -> tuple[Quantity, Quantity]:
    """A quantity, and an exact figure or a narrow range inside what its wording allows."""
    coarse = draw(quantities())
    low, high = max(coarse.low, -1e7), min(coarse.high, 1e8)
    first, last = sorted(draw(st.tuples(*[st.floats(min_value=low, max_value=high)] * 2)))
    exact = Quantity(coarse.type, "exact", first, first, first, 0.0, unit=coarse.unit, dimension=coarse.dimension)
    if draw(st.booleans()):
        return coarse, exact
    return coarse, replace(exact, point=(first + last) / 2, high=last, bound=Bound.BETWEEN)


@given(nested())
def test_a_coarser_wording_never_contradicts_a_finer_one_inside_it(pair: tuple[Quantity, Quantity]) -> None:
    assert compare_quantities(*pair).relation in {Relation.AGREE, Relation.COMPATIBLE}


@given(quantities(), st.floats(min_value=1, max_value=1e6))
def test_an_exact_figure_outside_the_wording_contradicts_it(one: Quantity, gap: float) -> None:
    outside = one.high + gap if isfinite(one.high) else one.low - gap
    other = Quantity(one.type, "exact", outside, outside, outside, 0.0, unit=one.unit, dimension=one.dimension)
    assert compare_quantities(one, other).relation is Relation.CONTRADICT
