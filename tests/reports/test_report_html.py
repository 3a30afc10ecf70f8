"""The HTML page: self-contained, safe with any text, and every link leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from html.parser import HTMLParser
from typing import Any

import pytest
from sample_extremes import crowded, hostile
from sample_report import empty, format_of, lonely, module, quiet, sample

from checker.formats import Options
from checker.model import Article, Report

html_format = format_of("html")
MAKERS = pytest.mark.parametrize("make", [sample, quiet, lonely, empty, hostile, crowded])
VOID = {"meta", "br", "input", "hr", "img", "link"}


class Outline(HTMLParser):
    """Collects what a page is made of, and refuses elements that are not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.ids: list[str] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.open: list[str] = []
        self.text: dict[str, list[str]] = {}
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        for name, value in attrs:
            self.attributes.append((tag, name, value or ""))
            if name == "id":
                self.ids.append(value or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.text.setdefault(self.open[-1], []).append(data)


@cache
def write(make: Callable[[], Report]) -> str:
    """The page of a report: written once, since a long one takes a second."""
    return html_format.write(make(), Options())


@cache
def outline(make: Callable[[], Report]) -> Outline:
    return Outline(write(make))


@MAKERS
def test_the_page_is_well_formed_and_has_its_landmarks(make: Any) -> None:
    page = outline(make)
    assert page.open == []
    for landmark in ("header", "main", "nav", "h1"):
        assert page.tags[landmark] >= 1


@MAKERS
def test_identifiers_are_unique_and_links_lead_to_them(make: Any) -> None:
    page = outline(make)
    assert [i for i, n in Counter(page.ids).items() if n > 1] == []
    targets = [value for tag, name, value in page.attributes if tag == "a" and name == "href"]
    assert targets
    assert {t for t in targets if not t.startswith("#")} == set()
    assert {t[1:] for t in targets} <= set(page.ids)


@MAKERS
def test_nothing_is_loaded_and_no_style_or_handler_is_inline(make: Any) -> None:
    page = outline(make)
    assert {
        n for _, n, _ in page.attributes if n in {"src", "style", "action", "srcset"} or n.startswith("on")
    } == set()
    assert not {"link", "img", "iframe", "object", "base"} & set(page.tags)
    assert "url(" not in "".join(page.text["style"])
    assert "@import" not in "".join(page.text["style"])


@MAKERS
def test_the_policy_allows_the_pages_own_style_and_script_alone(make: Any) -> None:
    page = outline(make)
    assert (page.tags["script"], page.tags["style"]) == (1, 1)
    (policy,) = [v for _, n, v in page.attributes if n == "content" and "default-src" in v]
    for element in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256("".join(page.text[element]).encode()).digest()).decode()
        assert f"{element}-src 'sha256-{digest}'" in policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_markup_in_an_article_is_shown_and_never_run() -> None:
    text = write(hostile)
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(" in text
    assert "{{ 7 * 7 }}" in text
    assert "\x1b" not in text
    text.encode("utf-8")


@MAKERS
def test_articles_are_shown_in_full(make: Any) -> None:
    report = make()
    text = write(make)
    sheets = re.findall(r'<div class="text" dir="auto">(.*?)</div>', text, re.S)
    for sheet, article in zip(sheets, report.articles, strict=True):
        plain = re.sub(r"<sup>.*?</sup>", "", sheet, flags=re.S)
        shown = Outline(f"<p>{re.sub('</?mark[^>]*>', '', plain)}</p>").text["p"]
        expected = re.sub(r"\r\n?", "\n", module("wording").printable(article.text))
        assert re.sub(r"\r\n?", "\n", "".join(shown)).strip() == expected.strip()


def test_cited_words_are_marked_where_they_stand_and_lead_back() -> None:
    text = write(sample)
    assert '<mark class="contradiction" id="a1-99" tabindex="-1">killed 12 people</mark><sup><a href="#f-K1"' in text
    assert 'href="#a1-99"' in text


def test_the_value_is_told_apart_inside_the_words() -> None:
    assert "<mark>killed <b>12</b> people</mark>" in write(sample)


def test_a_state_is_told_by_sign_and_word_besides_colour() -> None:
    text = write(sample)
    assert '<span class="status conflict"><b aria-hidden="true">≠</b> contested</span>' in text
    assert '<span class="letter">B</span>' in text
    assert "does not say" in text


def test_finding_nothing_is_said_plainly() -> None:
    assert "No contradiction found." in write(quiet)
    assert "No article was read" in write(empty)


def test_unread_files_are_named_with_their_reason() -> None:
    text = write(sample)
    assert "<code>ferry/broken.json</code>: not JSON: Expecting value at line 1" in text


@MAKERS
def test_the_same_report_gives_the_same_bytes(make: Any) -> None:
    assert html_format.write(make(), Options()) == write(make)


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (None, ""),
        ("2031-05-04", "4 May 2031"),
        ("2031-05-14T18:30:00+02:00", "14 May 2031, 18:30 (UTC+02:00)"),
        ("2031-05-14T18:30:00Z", "14 May 2031, 18:30 (UTC)"),
        ("2031-05-14T09:05", "14 May 2031, 09:05"),
    ],
)
def test_dates_are_said_in_their_own_zone(published: str | None, said: str) -> None:
    assert module("page").say_published(Article("a", "", published=published)) == said


def test_anchors_stay_unique_when_identifiers_look_alike() -> None:
    anchors = module("page").name_anchors(hostile().findings)
    assert len(set(anchors.values())) == 2
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", a) for a in anchors.values())
