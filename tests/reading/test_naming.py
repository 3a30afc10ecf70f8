from hypothesis import given
from hypothesis import strategies as st

from checker.reading.drafts import Draft
from checker.reading.naming import name_articles


def name(*paths: str) -> list[str]:
    return name_articles([(path, Draft("x")) for path in paths])


def test_the_files_name_is_the_id() -> None:
    assert name("in/a.txt", "in/b.html") == ["a", "b"]


def test_the_suffix_tells_two_of_a_name_apart() -> None:
    assert name("in/a.txt", "in/a.html", "in/b.txt") == ["a.txt", "a.html", "b"]


def test_the_folder_tells_two_of_a_name_apart() -> None:
    assert name("x/a.txt", "y/a.txt") == ["x/a.txt", "y/a.txt"]


def test_an_id_that_the_file_gives_is_kept() -> None:
    assert name_articles([("a.jsonl", Draft("x", id="one", line=1)), ("a.jsonl", Draft("x", line=2))]) == ["one", "a:2"]


def test_the_same_id_in_two_files_is_told_apart() -> None:
    assert name_articles([("a.jsonl", Draft("x", id="1", line=1)), ("b.jsonl", Draft("x", id="1", line=1))]) == [
        "a.jsonl:1",
        "b.jsonl:1",
    ]


@given(
    st.lists(st.tuples(st.sampled_from(["a.txt", "a.md", "b/a.txt", "a"]), st.sampled_from([None, "a", "b", "a.txt"])))
)
def test_ids_are_always_unique(given_drafts: list[tuple[str, str | None]]) -> None:
    ids = name_articles([(path, Draft("x", id=identity)) for path, identity in given_drafts])
    assert len(set(ids)) == len(ids) == len(given_drafts)
