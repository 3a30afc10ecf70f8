"""Finds, in the text taken out of a page, the paragraph that stands behind a place in the page's source.

What extraction leaves of a page has no offsets into its source. So the words of the paragraph, as the source has them,
are looked for among the words of the text: all of them, or as many as begin a line of it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from itertools import islice

from checker.model import Span
from checker.text.comments import blank_comments

# A tag or a declaration. Examples: "<p class='x'>", "</em>", "<!DOCTYPE html>".
TAG = re.compile(r"<[!?][^>]{0,2000}>|<(?P<close>/?)(?P<name>[A-Za-z][\w:-]{0,40})[^<>]{0,20000}>", re.S)

WORD = re.compile(r"\w+")

# Elements that stand inside a line (WHATWG's phrasing content, as far as articles have it); any other ends one.
INLINE = frozenset(
    "a abbr b bdi bdo cite code data del dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr"
    " br img picture source svg path".split()
)

UNSEEN = frozenset({"script", "style", "template", "noscript"})
"""Elements whose content is not read."""

LEAST_WORDS = 4
"""A paragraph of fewer words is taken for found only where it is a whole line of the text."""

MOST_PLACES = 40
"""Places in a text with the words sought that are weighed against each other."""

SURE_WORDS = 12
"""Words at the beginning of a paragraph that stand for it where the rest was changed by extraction."""


def find_behind(page: str, place: Span, text: str) -> Span | None:
    """The range of ``text`` that holds the paragraph behind ``place`` in the page, or the rest of the one around it.

    None when there is none, or extraction left it out.
    """
    page = blank_comments(page)
    wanted = _words(_block_behind(page, place.end))
    if not wanted:
        return None
    words = list(WORD.finditer(text))
    folded = [word[0].casefold() for word in words]
    before = _words(_text_before(page, place.start))[-SURE_WORDS:]
    sure = wanted[:SURE_WORDS]
    starts = (n for n in range(len(folded)) if folded[n] == sure[0] and folded[n : n + len(sure)] == sure)
    places = list(islice(starts, MOST_PLACES))
    whole = [n for n in places if folded[n : n + len(wanted)] == wanted]
    length = len(wanted) if whole else len(sure)
    spans = [(n, _span(text, words, n, length, len(wanted))) for n in whole or places]
    fitting = [one for one in spans if length >= LEAST_WORDS or _is_line(text, one[1])]
    # Words that stand in the text more than once: where what goes before is likest.
    return max(fitting, key=lambda one: (_alike(folded[: one[0]], before), -one[0]))[1] if fitting else None


def _span(text: str, words: Sequence[re.Match[str]], first: int, found: int, wanted: int) -> Span:
    start, end = words[first].start(), words[first + found - 1].end()
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    # The last full stop belongs to it; of a paragraph known by its beginning, the line goes on.
    rest = text[end:line_end]
    return Span(start, line_end if found < wanted or not WORD.search(rest) else end)


def _is_line(text: str, span: Span) -> bool:
    start = text.rfind("\n", 0, span.start) + 1
    end = text.find("\n", span.end)
    around = text[start : span.start] + text[span.end : len(text) if end < 0 else end]
    return not WORD.search(around)


def _alike(found: Sequence[str], before: Sequence[str]) -> int:
    """How many words before the place are those before the comment, counted back from it."""
    count = 0
    for one, other in zip(reversed(found), reversed(before), strict=False):
        if one != other:
            break
        count += 1
    return count


def _block_behind(page: str, start: int) -> str:
    """The text from a place to the end of the paragraph that comes next."""
    pieces: list[str] = []
    at = start
    while tag := TAG.search(page, at):
        name = (tag["name"] or "").lower()
        pieces.append(page[at : tag.start()] + (" " if name == "br" else ""))
        at = tag.end()
        if name in UNSEEN and not tag["close"]:
            closing = re.compile(rf"</{re.escape(name)}\s*>", re.I).search(page, at)
            at = closing.end() if closing else len(page)
        elif name and name not in INLINE and WORD.search(html.unescape("".join(pieces))):
            return "".join(pieces)
    return "".join([*pieces, page[at:]])


def _text_before(page: str, end: int) -> str:
    """The text before a place, as far as the words go that tell it from others."""
    return TAG.sub(lambda tag: "" if (tag["name"] or "").lower() in INLINE else " ", page[max(0, end - 4000) : end])


def _words(source: str) -> list[str]:
    return [word[0].casefold() for word in WORD.finditer(html.unescape(source))]
