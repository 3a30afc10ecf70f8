from datetime import UTC, date, datetime

import pytest

from checker.model import Span
from checker.reading.drafts import UnreadableError
from checker.reading.plain import names_of, read_markdown, read_text

HEADER = (
    "---\ntitle: Ferry sinks\nsource: Harbour Post\npublished: 2030-11-09T18:20:00Z\nauthor: Ann Lee\n"
    "url: https://post.example/ferry\ntags: [sea]\n---\n"
)


def test_the_text_of_a_file_is_the_article() -> None:
    (draft,) = read_text(b"Ferry sinks\r\n\r\n  It left at nine. \n")
    assert draft.text == "Ferry sinks\r\n\r\n  It left at nine. \n"


def test_front_matter_says_what_is_known_and_is_marked_to_be_skipped() -> None:
    (draft,) = read_markdown(f"{HEADER}\n# Ferry sinks\n".encode())
    assert draft.text == f"{HEADER}\n# Ferry sinks\n"
    assert draft.skip == Span(0, len(HEADER))
    assert (draft.title, draft.source, draft.authors) == ("Ferry sinks", "Harbour Post", ("Ann Lee",))
    assert draft.published == datetime(2030, 11, 9, 18, 20, tzinfo=UTC)
    assert draft.url == "https://post.example/ferry"


def test_front_matter_with_the_newlines_of_windows() -> None:
    (draft,) = read_markdown(b"---\r\ndate: 2030-11-09\r\n---\r\nIt left at nine.\r\n")
    assert draft.published == date(2030, 11, 9)
    assert draft.skip is not None
    assert draft.text[draft.skip.end :] == "It left at nine.\r\n"


@pytest.mark.parametrize("text", ["# Ferry sinks\n", "---\nIt left at nine.\n", "It left.\n---\ntitle: x\n---\n"])
def test_markdown_without_front_matter_is_all_article(text: str) -> None:
    (draft,) = read_markdown(text.encode())
    assert (draft.text, draft.skip, draft.title) == (text, None, None)


def test_broken_front_matter_is_skipped_and_said() -> None:
    (draft,) = read_markdown(b"---\ntitle: [\n---\nIt left at nine.\n")
    assert draft.skip is not None
    assert draft.note is not None
    assert "YAML" in draft.note


def test_a_day_that_cannot_be_read_is_said_and_not_guessed() -> None:
    (draft,) = read_markdown(b"---\ndate: early spring\n---\nIt left at nine.\n")
    assert draft.published is None
    assert draft.note is not None
    assert "early spring" in draft.note


def test_front_matter_alone_is_no_article() -> None:
    with pytest.raises(UnreadableError, match="no article"):
        read_markdown(HEADER.encode())


def test_yaml_makes_no_objects() -> None:
    (draft,) = read_markdown(b"---\ntitle: !!python/object/apply:os.getcwd []\n---\nIt left at nine.\n")
    assert draft.title is None


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("By Ann Lee and Bo Roe", ("Ann Lee", "Bo Roe")),
        ({"@type": "Person", "name": "Ann Lee"}, ("Ann Lee",)),
        ([{"name": "Ann Lee"}, "Bo Roe"], ("Ann Lee", "Bo Roe")),
        (None, ()),
        (7, ()),
    ],
)
def test_author_names(value: object, expected: tuple[str, ...]) -> None:
    assert names_of(value) == expected
