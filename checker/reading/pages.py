"""Web pages: the article's own text by trafilatura, beginning with the headline.

What is known of the article is taken from JSON-LD first (it keeps the clock time of publication), then from meta tags.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Final

from checker.reading.dated import read_given, read_moment
from checker.reading.decoding import check_length, decode
from checker.reading.drafts import Draft, NoArticleError, UnreadableError
from checker.reading.head import read_byline
from checker.reading.lists import restore_lists
from checker.reading.plain import name_of, names_of

if TYPE_CHECKING:
    from lxml.html import HtmlElement

# schema.org types of things that have a headline and a body.
_ARTICLE_TYPES: Final = re.compile(r"(?:.*Article|Report|.*NewsArticle|BlogPosting|LiveBlogPosting)")
# Meta tags by what they give, best first.
_META: Final = {
    "title": ("og:title", "twitter:title", "dc.title"),
    "source": ("og:site_name", "application-name", "dc.publisher"),
    "published": (
        "article:published_time",
        "og:published_time",
        "datepublished",
        "date",
        "dc.date.issued",
        "dc.date",
        "pubdate",
        "parsely-pub-date",
        "sailthru.date",
    ),
    "authors": ("author", "article:author", "dc.creator", "parsely-author"),
    "url": ("og:url",),
}


def read_html(data: bytes) -> list[Draft]:
    """The article of a web page.

    Raises UnreadableError when it is not text, NoArticleError when the page holds no article.
    """
    source = decode(data, markup=True)
    tree = _parse(source)
    known = _json_ld(tree)
    meta = _meta(tree)
    title = _clean(name_of(known.get("headline")) or _heading(tree) or meta.get("title") or _page_title(tree))
    body = restore_lists(_extract(source), tree)
    if not body.strip():
        body = name_of_text(known.get("articleBody"))
    if not body.strip():
        raise NoArticleError("no article was found in the page")
    text = check_length(_under_headline(body, title))
    published = next(
        filter(None, map(read_given, (known.get("datePublished"), meta.get("published"), _time(tree)))), None
    )
    lines = _small_print(tree)
    author = meta.get("authors")
    authors = names_of(known.get("author")) or names_of(None if author and author.startswith("http") else author)
    return [
        Draft(
            text,
            title=title,
            source=name_of(known.get("publisher")) or meta.get("source") or _site_in_title(tree, title),
            published=published or next(filter(None, map(read_moment, lines)), None),
            url=_canonical(tree) or meta.get("url") or _web_address(known.get("url")),
            authors=authors or next(filter(None, map(read_byline, lines)), ()),
        )
    ]


def strip_markup(markup: str) -> str:
    """The words of a piece of HTML that is all article, an empty line between paragraphs. Raises UnreadableError."""
    from lxml import etree, html

    try:
        tree = html.fromstring(f"<div>{markup}</div>")
    except (etree.ParserError, ValueError) as error:
        raise UnreadableError(f"its markup cannot be read: {error}") from error
    etree.strip_elements(tree, "script", "style", with_tail=False)
    blocks = tree.xpath(".//p | .//h1 | .//h2 | .//h3 | .//h4 | .//li | .//blockquote[not(.//p)] | .//figcaption")
    pieces = [one.text_content() for one in blocks] or [tree.text_content()]
    return "\n\n".join(" ".join(piece.split()) for piece in pieces if piece.strip())


def name_of_text(value: object) -> str:
    """A text given by metadata; empty for anything else."""
    return value if isinstance(value, str) else ""


def _extract(source: str) -> str:
    """Precision mode without comments measured best on pages with ground truth (4-gram F1 .967)."""
    import logging

    import trafilatura

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # what it says of bad pages is said by our reasons
    found = trafilatura.extract(
        source, favor_precision=True, include_comments=False, include_tables=True, output_format="txt", fast=False
    )
    if not found or not found.strip():
        _, found, _ = trafilatura.baseline(source)
    return found or ""


def _parse(source: str) -> HtmlElement:
    from lxml import etree, html

    try:
        # As bytes with the encoding named: lxml refuses text that carries an encoding declaration.
        return html.fromstring(source.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (etree.ParserError, ValueError) as error:
        raise UnreadableError(f"the page cannot be read: {error}") from error


def _json_ld(tree: HtmlElement) -> Mapping[str, Any]:
    """The first schema.org article that the page describes itself with; empty when there is none."""
    for script in tree.xpath("//script[contains(@type, 'ld+json')]"):
        try:
            loaded = json.loads(script.text or "", strict=False)
        except (ValueError, RecursionError):
            continue  # broken metadata are common, and the next script or the meta tags may be whole
        for one in _objects(loaded):
            kinds = one.get("@type")
            kinds = kinds if isinstance(kinds, list) else [kinds]
            if any(isinstance(kind, str) and _ARTICLE_TYPES.fullmatch(kind) for kind in kinds):
                return one
    return {}


def _objects(loaded: object, depth: int = 0) -> Iterator[Mapping[str, Any]]:
    if depth > 4:
        return
    if isinstance(loaded, list):
        for one in loaded:
            yield from _objects(one, depth + 1)
    elif isinstance(loaded, dict):
        yield loaded
        for key in ("@graph", "mainEntity"):
            yield from _objects(loaded.get(key), depth + 1)


def _meta(tree: HtmlElement) -> dict[str, str]:
    tags: dict[str, str] = {}
    for tag in tree.xpath("//meta[@content]"):
        key = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        if key and tag.get("content").strip():
            tags.setdefault(key, " ".join(tag.get("content").split()))
    return {
        field: next(tags[key] for key in keys if key in tags) for field, keys in _META.items() if tags.keys() & {*keys}
    }


def _heading(tree: HtmlElement) -> str | None:
    """The page's one first-order heading; a page with several does not say which is the article's."""
    found = tree.xpath("//article//h1") or tree.xpath("//main//h1") or tree.xpath("//h1")
    return " ".join(found[0].text_content().split()) or None if len(found) == 1 else None


def _page_title(tree: HtmlElement) -> str | None:
    """The page's title without the site's name behind it: "Headline | The Example" · "Headline - Example"."""
    found = tree.xpath("//head/title/text()")
    return re.sub(r"\s[|–—-]\s[^|–—]{2,40}$", "", " ".join(found[0].split())) or None if found else None


def _time(tree: HtmlElement) -> str | None:
    """The moment of a ``<time datetime>`` of the article, where all of its head agree on it."""
    found = tree.xpath("//article//time/@datetime | //main//time/@datetime") or tree.xpath("//time/@datetime")
    return found[0] if found and len({one[:10] for one in found[:2]}) == 1 else None


def _small_print(tree: HtmlElement) -> list[str]:
    """The short lines that a page marks as byline or date, which extraction leaves out of the text."""
    words = ("byline", "author", "date", "published", "posted", "meta", "dateline")
    marked = " or ".join(f"contains(concat(@class, ' ', @itemprop), '{word}')" for word in words)
    found = tree.xpath(f"//article//*[{marked}] | //main//*[{marked}]") or tree.xpath(f"//body//*[{marked}]")
    lines = [" ".join(one.text_content().split()) for one in found[:12]]
    return [line for line in lines if 0 < len(line) <= 140]


def _site_in_title(tree: HtmlElement, title: str | None) -> str | None:
    """The site's name behind the headline in the page's title: "Ferry sinks | The Example Post"."""
    found = tree.xpath("//head/title/text()")
    if not found or not title:
        return None
    rest = " ".join(found[0].split()).removeprefix(title)
    named = re.fullmatch(r"\s[|–—-]\s(?P<site>[^|–—]{2,40})", rest)
    return named["site"].strip() if named else None


def _canonical(tree: HtmlElement) -> str | None:
    found = tree.xpath("//link[@rel='canonical']/@href")
    return _web_address(found[0]) if found else None


def _web_address(value: object) -> str | None:
    return value if isinstance(value, str) and value.startswith(("http://", "https://")) else None


def _clean(title: str | None) -> str | None:
    """Headlines in JSON-LD are often escaped twice ("Smith &amp;amp; Sons")."""
    import html

    return " ".join(html.unescape(title).split()) if title else None


def _under_headline(body: str, title: str | None) -> str:
    """The text, beginning with the headline."""
    body = body.strip("\n")
    if not title:
        return body
    for number, line in enumerate(body.split("\n")[:4]):
        if _letters(line) == _letters(title):
            # What stands above it is a kicker or the menu.
            return "\n".join(body.split("\n")[number:])
    return f"{title}\n\n{body}"


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
