"""Comments in the mark-up of a text: notes between editors, which are no part of what the article says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from checker.model import Span

OPEN, CLOSE = "<!--", "-->"
"""How a comment of HTML begins and ends; Markdown has it too."""

IN_LINE = re.compile(r"[^\r\n]")


def find_comments(text: str) -> Iterator[Span]:
    """The comments in a text, mark-up included. One that is not closed is none."""
    start = text.find(OPEN)
    while start >= 0:
        end = text.find(CLOSE, start + len(OPEN))
        if end < 0:
            return
        yield Span(start, end + len(CLOSE))
        start = text.find(OPEN, end)


def blank_comments(text: str) -> str:
    """The text with spaces in the place of comments: as long as before, and with the same line ends."""
    pieces, done = [], 0
    for comment in find_comments(text):
        pieces += [text[done : comment.start], IN_LINE.sub(" ", comment.of(text))]
        done = comment.end
    return "".join([*pieces, text[done:]]) if pieces else text
