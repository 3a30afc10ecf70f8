"""The cheap look at two sentences never counts fewer shared words than aligning them does."""

from hypothesis import given
from hypothesis import strategies as st

from checker.values.sentences import SentenceValue, Word, align, count_common

WORDS = st.builds(
    lambda lemma, kind: Word(lemma, lemma, kind),
    st.sampled_from(["sign", "pact", "envoy", "twelve", "not", "Lowell", "river"]),
    st.sampled_from(["number", "name", "content", "negation", "plain"]),
)
SENTENCES = st.lists(WORDS, max_size=10).map(lambda words: SentenceValue(" ".join(w.text for w in words), tuple(words)))


@given(SENTENCES, SENTENCES)
def test_at_least_as_many_are_common_as_are_aligned(one: SentenceValue, other: SentenceValue) -> None:
    _, shared, _ = align(one, other)
    assert count_common(one, other) >= shared
