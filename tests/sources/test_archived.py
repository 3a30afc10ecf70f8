"""Near-duplicate articles in an archive."""

from __future__ import annotations

import random
import sys

import pytest

from checker import Article
from checker.sources.archived import ExtraMissingError, NearDuplicate, find_near_duplicates

pytest.importorskip("rensa")

WORDS = (
    "harbour ferry pier tug rope wave gull storm mayor council vote sum yard crane barge tide reef sail net cod".split()
)


def write(seed: int, length: int = 120) -> str:
    chosen = random.Random(seed)
    return " ".join(chosen.choice(WORDS) for _ in range(length))


def article(name: str, text: str) -> Article:
    return Article(id=name, text=text)


def change(text: str, places: range) -> str:
    words = text.split()
    for place in places:
        words[place] = "elsewhere"
    return " ".join(words)


def test_a_reprint_is_found_among_many_others() -> None:
    archive = [article(f"a{n}", write(n)) for n in range(200)]
    reprint = article("new", write(17) + " More soon.")
    (found,) = find_near_duplicates([*archive, reprint])
    assert (found.one, found.other) == ("a17", "new")
    assert 0.9 < found.share < 1.0


def test_the_share_is_exact() -> None:
    text = write(3)
    shingles = len(text.split()) - 3
    changed = change(text, range(60, 61))  # one word stands in four sequences
    (found,) = find_near_duplicates([article("a", text), article("b", changed)])
    assert found.share == pytest.approx((shingles - 4) / (shingles + 4), abs=1e-4)


def test_texts_that_share_less_than_asked_are_not_given() -> None:
    text = write(5)
    changed = change(text, range(4, 120, 10))
    pair = [article("a", text), article("b", changed)]
    assert not list(find_near_duplicates(pair))
    assert list(find_near_duplicates(pair, least=0.4))


def test_new_articles_are_set_against_the_archive_alone() -> None:
    text = write(9)
    archive = [article("a", text), article("b", text)]
    found = list(find_near_duplicates(archive, [article("n1", text), article("n2", text)]))
    assert {(f.one, f.other) for f in found} == {("a", "n1"), ("b", "n1"), ("a", "n2"), ("b", "n2")}
    assert all(f.share == 1.0 for f in found)


def test_short_texts_are_never_alike() -> None:
    line = "The office is closed on Sundays and holidays."
    assert not list(find_near_duplicates([article("a", line), article("b", line)]))


def test_the_same_archive_gives_the_same_pairs() -> None:
    archive = [article(f"a{n}", write(n % 20, 60) + " " + write(n, 30)) for n in range(80)]
    first = list(find_near_duplicates(archive, least=0.4))
    assert first
    assert first == list(find_near_duplicates(archive, least=0.4))


def test_half_of_a_surrogate_pair_does_no_harm() -> None:
    text = write(2) + " \ud83d"
    (found,) = find_near_duplicates([article("a", text), article("b", text)])
    assert found == NearDuplicate("a", "b", 1.0)


def test_without_the_extra_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "rensa", None)
    with pytest.raises(ExtraMissingError, match="archives"):
        list(find_near_duplicates([article("a", write(1))]))


@pytest.mark.parametrize("least", [0.0, 0.39, 1.1])
def test_a_share_that_the_index_cannot_find_is_refused(least: float) -> None:
    with pytest.raises(ValueError, match=r"0\.4"):
        list(find_near_duplicates([], least=least))
