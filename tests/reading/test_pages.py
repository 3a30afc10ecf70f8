"""Web pages. Their text is cut out by a library; what is tested is what we add and ask of it."""

from datetime import UTC, date, datetime

import pytest

from checker.reading.drafts import Draft, UnreadableError
from checker.reading.pages import read_html

PARAGRAPHS = [
    (
        "The ferry left the harbour shortly after nine in the morning with more people on board than it was built for, "
        "two officials said on Thursday."
    ),
    (
        "It came back empty. The owners, who have run the line for thirty years, said that they knew of no fault, "
        "and that the captain was a careful man."
    ),
    "Divers are to go down again on Friday, when the wind is to drop, and the harbour stays closed.",
]
JSON_LD = (
    '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
    '"headline": "Ferry sinks &amp; is raised", "datePublished": "2030-09-13T11:20:00Z", '
    '"author": {"@type": "Person", "name": "Ann Lee"}, "publisher": {"name": "Harbour Post"}}</script>'
)


def page(head: str = "", heading: str = "<h1>Ferry sinks</h1>", after: str = "") -> bytes:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    return (
        f'<!DOCTYPE html><html><head><meta charset="utf-8"><title>Ferry sinks | Harbour Post</title>{head}</head><body>'
        '<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>'
        f"<article>{heading}{body}</article>{after}<footer>Subscribe to our newsletter</footer></body></html>"
    ).encode()


def read(data: bytes) -> Draft:
    (draft,) = read_html(data)
    return draft


def test_the_text_begins_with_the_headline_and_holds_the_article_alone() -> None:
    text = read(page()).text
    assert text.startswith("Ferry sinks\n")
    assert all(paragraph in text for paragraph in PARAGRAPHS)
    assert "Sport" not in text
    assert "newsletter" not in text


def test_the_headline_is_put_before_a_text_without_it() -> None:
    assert read(page(head=JSON_LD, heading="")).text.startswith("Ferry sinks & is raised\n\nThe ferry left")


def test_json_ld_comes_first() -> None:
    draft = read(page(JSON_LD + '<meta property="article:published_time" content="2030-09-20T10:00:00Z">'))
    assert draft.published == datetime(2030, 9, 13, 11, 20, tzinfo=UTC)
    assert (draft.title, draft.source, draft.authors) == ("Ferry sinks & is raised", "Harbour Post", ("Ann Lee",))


def test_meta_tags_come_where_json_ld_is_broken() -> None:
    draft = read(
        page(
            '<script type="application/ld+json">{"@type": </script>'
            '<meta property="article:published_time" content="2030-09-20"><meta property="og:site_name" content="Post">'
            '<meta name="author" content="Ann Lee"><link rel="canonical" href="https://post.example/ferry">'
        )
    )
    assert (draft.published, draft.source, draft.authors) == (date(2030, 9, 20), "Post", ("Ann Lee",))
    assert draft.url == "https://post.example/ferry"
    assert draft.title == "Ferry sinks"


def test_what_the_page_shows_counts_where_it_has_no_metadata() -> None:
    draft = read(page(heading='<h1>Ferry sinks</h1><p class="byline">By Ann Lee · 3 May 2031 · Analysis</p>'))
    assert (draft.source, draft.published, draft.authors) == ("Harbour Post", date(2031, 5, 3), ("Ann Lee",))


def test_a_date_in_the_story_is_not_the_day_of_publication() -> None:
    assert read(page(heading="<h1>Ferry sinks</h1><p>It was built on 3 May 2001 in Oslo.</p>")).published is None


def test_comments_are_left_out() -> None:
    comments = (
        '<section id="comments" class="comments"><h2>Comments</h2><p>I was on board and saw it all go.</p></section>'
    )
    assert "I was on board" not in read(page(after=comments)).text


def test_the_character_set_of_the_page_is_believed() -> None:
    data = page().replace(b'charset="utf-8"', b'charset="windows-1252"').replace(b"harbour shortly", b"caf\xe9 shortly")
    assert "café shortly" in read(data).text


@pytest.mark.parametrize(
    "data",
    [
        b"<html></html>",
        b"<html><body></body></html>",
        b"<!-- nothing -->",
        b"<",
        b"<html><body><script>x()</script></html>",
    ],
)
def test_a_page_without_an_article_is_refused(data: bytes) -> None:
    with pytest.raises(UnreadableError):
        read_html(data)
