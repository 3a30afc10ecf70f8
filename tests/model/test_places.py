"""Ranges are found by where they lie exactly as by a look at all of them."""

from hypothesis import given
from hypothesis import strategies as st

from checker.model import Span
from checker.model.places import Places

SPANS = st.tuples(st.integers(0, 60), st.integers(0, 12)).map(lambda pair: Span(pair[0], pair[0] + pair[1]))


@given(st.lists(SPANS, max_size=30), SPANS)
def test_the_ranges_found_are_those_that_touch_in_the_order_given(spans: list[Span], asked: Span) -> None:
    expected = [at for at, span in enumerate(spans) if span.start <= asked.end and span.end >= asked.start]
    assert Places(spans).touching(asked) == expected


@given(st.lists(SPANS, max_size=30), SPANS)
def test_what_overlaps_or_lies_inside_touches(spans: list[Span], asked: Span) -> None:
    found = set(Places(spans).touching(asked))
    for at, span in enumerate(spans):
        if span.overlaps(asked) or asked.contains(span) or span.contains(asked):
            assert at in found
