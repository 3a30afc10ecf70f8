import json
from datetime import UTC, date, datetime
from typing import Any

import pytest

from checker.reading.drafts import Draft, NoArticleError, UnreadableError
from checker.reading.structured import read_json, read_lines


def read(values: object) -> Draft:
    (draft,) = read_json(json.dumps(values).encode())
    return draft


def test_a_plain_object() -> None:
    draft = read(
        {"title": "Ferry", "source": "Post", "published": "2030-11-09", "url": "https://p.example", "text": "It left."}
    )
    assert draft == Draft(
        "It left.", title="Ferry", source="Post", published=date(2030, 11, 9), url="https://p.example"
    )


def test_ninjs() -> None:
    draft = read(
        {
            "uri": "https://wire.example/1",
            "type": "text",
            "versioncreated": "2031-12-03T08:00:00Z",
            "headline": "Ferry",
            "byline": "By Ann Lee",
            "infosources": [{"name": "Harbour Wire"}],
            "body_text": "It left.",
        }
    )
    assert draft == Draft(
        "It left.",
        title="Ferry",
        source="Harbour Wire",
        published=datetime(2031, 12, 3, 8, tzinfo=UTC),
        url="https://wire.example/1",
        authors=("Ann Lee",),
    )


def test_ninjs_with_lists_of_headlines_and_bodies() -> None:
    draft = read(
        {
            "headlines": [{"role": "main", "value": "Ferry"}],
            "bodies": [
                {"contenttype": "text/html", "value": "<p>It <b>left</b>.</p>"},
                {"contenttype": "text/plain", "value": "It left."},
            ],
        }
    )
    assert (draft.title, draft.text) == ("Ferry", "It left.")


def test_a_body_in_markup_becomes_text() -> None:
    draft = read({"headline": "Ferry", "body_xhtml": "<p>It  <b>left</b>.</p><script>x()</script><p>At nine.</p>"})
    assert draft.text == "It left.\n\nAt nine."


def test_schema_org_inside_a_graph() -> None:
    article = {
        "@type": "NewsArticle",
        "headline": "Ferry",
        "datePublished": "2030-09-13T11:20:00-03:00",
        "author": [{"name": "Ann Lee"}, {"name": "Bo Roe"}],
        "publisher": {"@type": "Organization", "name": "Post"},
        "mainEntityOfPage": {"@id": "https://p.example/ferry"},
        "articleBody": "It left.",
    }
    draft = read({"@graph": [{"@type": "WebSite", "name": "Post"}, article]})
    assert (draft.title, draft.source, draft.authors) == ("Ferry", "Post", ("Ann Lee", "Bo Roe"))
    assert draft.url == "https://p.example/ferry"
    assert draft.text == "It left."


@pytest.mark.parametrize("text", ["  It left.\n\n\tAt nine. ", "\ufeffIt left.", "a\r\nb", "\u2028It left"])
def test_the_text_is_used_unchanged(text: str) -> None:
    assert read({"text": text}).text == text


def test_an_article_kept_in_pieces_is_put_together() -> None:
    whole = {
        "title": "Bridge shut",
        "sections": [
            {"heading": "What happened", "body": "The bridge shut at noon."},
            {
                "paragraphs": [
                    "Nobody was hurt.",
                    {"type": "quote", "text": "We were lucky."},
                    {"type": "image", "id": 7},
                ]
            },
        ],
    }
    [draft] = read_json(json.dumps(whole).encode())
    assert draft.text == "What happened\n\nThe bridge shut at noon.\n\nNobody was hurt.\n\nWe were lucky."
    assert draft.title == "Bridge shut"


def test_pieces_without_words_are_no_article() -> None:
    with pytest.raises(NoArticleError):
        read_json(b'{"title": "t", "body": [{"id": 1}, []]}')


def test_a_list_holds_several() -> None:
    assert [draft.text for draft in read_json(b'[{"text": "One."}, {"text": "Two."}]')] == ["One.", "Two."]


def test_broken_json_names_line_and_column() -> None:
    with pytest.raises(UnreadableError, match="line 2, column 10"):
        read_json(b'{"title": "x",\n "text": }')


@pytest.mark.parametrize("values", [{}, [], 7, "text", {"name": "package"}, [1, 2], {"text": 7}, {"articles": []}])
def test_other_json_is_no_article(values: object) -> None:
    with pytest.raises(NoArticleError):
        read_json(json.dumps(values).encode())


@pytest.mark.parametrize("data", [b"[" * 100_000, b'{"text": ' + b"9" * 5000 + b"}"])
def test_hostile_json_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_json(data)


def test_an_empty_text_is_said() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        read({"title": "Ferry", "text": " \n"})


def test_a_day_of_the_wrong_kind_is_noted() -> None:
    draft = read({"text": "It left.", "published": {"year": 2030}})
    assert draft.published is None
    assert draft.note is not None


def lines(*rows: dict[str, Any] | str) -> list[bytes]:
    return [(row if isinstance(row, str) else json.dumps(row)).encode() + b"\n" for row in rows]


def test_a_line_an_article() -> None:
    drafts, problems = read_lines(lines({"id": "a", "text": "One."}, "", {"id": 7, "text": "Two."}, {"text": "Three."}))
    assert [(draft.id, draft.line) for draft in drafts] == [("a", 1), ("7", 3), (None, 4)]
    assert problems == []


def test_bad_lines_are_named_and_the_others_read() -> None:
    drafts, problems = read_lines(
        lines(
            {"id": "a", "text": "One."}, '{"id": ', "[1]", {"id": "a", "text": "Again."}, {"id": "b"}, {"text": "Last."}
        )
    )
    assert [draft.text for draft in drafts] == ["One.", "Last."]
    assert [problem.line for problem in problems] == [2, 3, 4, 5]
    assert "line 1" in problems[2].reason


def test_a_line_that_is_not_utf8_is_named() -> None:
    _, problems = read_lines([b'{"text": "caf\xe9"}\n'])
    assert "UTF-8" in problems[0].reason
