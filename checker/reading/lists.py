"""Lists, tables and headings of a page that extraction leaves out, put back where they stand in the article.

Extraction in precision mode takes a short list for a menu and drops it: "Terms: / Basic pay: up by 12 per cent". A list
belongs to the article when it stands in the same element as paragraphs that were extracted, behind one of them, and is
not made of links.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_HEADINGS: Final = ("h2", "h3", "h4", "h5", "h6")
_LISTS: Final = ("ul", "ol", "dl", "table")
_APART: Final = frozenset({"nav", "aside", "footer", "form", "header", "figure", "noscript", "template"})
# Names that sites give to what stands around an article: "related-links", "share", "newsletter".
_AROUND: Final = re.compile(
    r"(?i)related|share|social|\btags?\b|tag-?list|nav|menu|promo|newsletter|comment|recommend|trending|most-?read"
    r"|popular|breadcrumb|sidebar|widget|subscri|footer|advert|sponsor|author|byline|toc|table-of-contents|gallery"
)
_MOST_LINKED: Final = 0.3
"""Share of a list's letters inside links from which it is a menu."""
_MOST_ITEMS: Final = 60
_LONGEST: Final = 600
"""Characters of an item; a longer one is a paragraph, which extraction judged by itself."""


def restore_lists(body: str, tree: HtmlElement) -> str:
    """The extracted text with the lists, tables and headings of the article that it lacks, each at its place."""
    lines = body.split("\n")
    at = {_letters(line): number for number, line in reversed([*enumerate(lines)]) if _letters(line)}
    added: dict[int, list[str]] = {}
    for parent in _parents(tree, at):
        last, heading = None, ""
        for child in parent:
            if not isinstance(child.tag, str):
                continue
            number = _place(child, at)
            if number is not None:
                if heading and last is not None:
                    added.setdefault(last, []).append(heading)
                last, heading = number, ""
            elif child.tag in _HEADINGS and last is not None and not _is_around(child):
                heading = _words(child)
            elif child.tag in _LISTS and last is not None and _belongs(child):
                new = [item for item in _items(child) if _letters(item) not in at]
                if new:
                    added.setdefault(last, []).extend([heading] * bool(heading) + new)
                    heading = ""
    if not added:
        return body
    return "\n".join(piece for number, line in enumerate(lines) for piece in (line, *added.get(number, ())))


def _parents(tree: HtmlElement, at: dict[str, int]) -> list[HtmlElement]:
    """The elements that hold an extracted paragraph and a list or a heading, in their order in the page."""
    found = [
        one
        for one in tree.iter("div", "article", "section", "main", "body", "td")
        if any(child.tag in _LISTS for child in one)
        and any(child.tag == "p" and _place(child, at) is not None for child in one)
    ]
    return [one for one in found if not any(_is_around(up) for up in (one, *one.iterancestors()) if up.tag != "body")]


def _place(element: HtmlElement, at: dict[str, int]) -> int | None:
    """The line of the text that holds an element's words; for a list that was extracted, the line of its last item."""
    if element.tag in _LISTS:
        known = [at[letters] for item in _items(element) if (letters := _letters(item)) in at]
        return max(known) if known else None
    if element.tag in ("p", "blockquote", *_HEADINGS):
        return at.get(_letters(_words(element)))
    return None


def _belongs(listed: HtmlElement) -> bool:
    if _is_around(listed):
        return False
    items = [*_items(listed)]
    letters = sum(len(_letters(item)) for item in items)
    linked = sum(len(_letters(a.text_content())) for a in listed.iter("a"))
    return 0 < len(items) <= _MOST_ITEMS and linked <= _MOST_LINKED * letters and max(map(len, items)) <= _LONGEST


def _items(listed: HtmlElement) -> Iterator[str]:
    """The items of a list, each as a line; rows of a table and terms of a definition list with their cells."""
    if listed.tag == "table":
        for row in listed.iter("tr"):
            cells = [_words(cell) for cell in row if cell.tag in ("td", "th")]
            if any(cells):
                yield f"| {' | '.join(cells)} |" if len(cells) > 1 else cells[0]
    elif listed.tag == "dl":
        term = ""
        for child in listed.iter("dt", "dd"):
            if child.tag == "dt":
                term = _words(child).rstrip(":")
            elif words := _words(child):
                yield f"- {term}: {words}" if term else f"- {words}"
    else:
        for item in listed:
            if item.tag == "li" and (words := _words(item)):
                yield f"- {words}"


def _is_around(element: HtmlElement) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('role') or ''}"
    return element.tag in _APART or bool(_AROUND.search(names))


def _words(element: HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _letters(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum())
