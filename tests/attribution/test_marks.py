"""Which stretches stand between quotation marks."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checker.attribution.marks import find_stretches
from checker.model import Article, Block, BlockKind, Document, Span


def lines(text: str) -> Document:
    """A document with a block a line, unparsed."""
    blocks, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            blocks.append(Block(BlockKind.PARAGRAPH, Span(at, at + len(line)), line, tuple(range(at, at + len(line)))))
        at += len(line) + 1
    return Document(Article("a", text), "en", tuple(blocks), (), ())


def quoted(text: str) -> list[str]:
    return [s.span.of(text) for s in find_stretches(lines(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We tried,” she said.", ["“We tried,”"]),
        ('"We tried," she said, "and lost."', ['"We tried,"', '"and lost."']),
        ("''We tried,'' she said.", ["''We tried,''"]),
        ("``We tried,'' she said.", ["``We tried,''"]),
        ("He said « we tried » twice.", ["« we tried »"]),
        ("„We tried,“ she said.", ["„We tried,“"]),
        ("‘We tried,’ she said.", ["‘We tried,’"]),
        ("'We don't know', said the workers' leader.", ["'We don't know'"]),
        ("The bill ‘fails the workers’ families’, he said.", ["‘fails the workers’ families’"]),
        ("”We tried,” she said.", ["”We tried,”"]),
        ("“We tried,“ she said.", ["“We tried,“"]),
        ("\"He said 'no' to me,\" she said.", ["\"He said 'no' to me,\""]),
    ],
)
def test_marks_of_all_kinds_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    ["The workers' demands weren't met.", "It was the '90s, rock 'n' roll.", 'A 12" pipe burst.', "Plain words."],
)
def test_apostrophes_and_inches_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_a_quotation_over_several_paragraphs_is_one() -> None:
    text = '"First we cut.\n"Then we sewed.\n"Then we left," he said.'
    assert quoted(text) == ['"First we cut.\n"Then we sewed.\n"Then we left,"']


def test_an_opening_mark_that_never_closes_spoils_nothing_behind_it() -> None:
    text = 'A 5" tall " man.\n"We tried," she said.'
    assert quoted(text)[-1] == '"We tried,"'


@given(st.text(alphabet="ab ,.'\"“”‘’«»\n", max_size=80))
def test_stretches_are_in_order_disjoint_and_hold_their_inner_words(text: str) -> None:
    found = find_stretches(lines(text))
    for s in found:
        assert 0 <= s.span.start <= s.inner.start <= s.inner.end <= s.span.end <= len(text)
    for a, b in itertools.pairwise(found):
        assert a.span.end <= b.span.start
