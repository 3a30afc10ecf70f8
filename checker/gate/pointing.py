"""A place in any text file, whether or not it is an article: a comment in a page's source, a line of decisions."""

from __future__ import annotations

from bisect import bisect_right

from checker.gate.places import LINE_END, count_bytes, make_relative, make_uri
from checker.model import Place, Span

LONGEST = 200
"""Characters of the words that are told, as of evidence."""


def point(text: str, span: Span, *, path: str, root: str, article: str = "", source: str = "") -> Place:
    """The place of a range of a file's text. ``path`` is shown relative to ``root`` where it lies under it."""
    starts = (0, *(end.end() for end in LINE_END.finditer(text)))
    line = bisect_right(starts, span.start)
    end_line = max(bisect_right(starts, max(span.start, span.end - 1)), 1)
    line_start, end_line_start = starts[line - 1], starts[end_line - 1]
    after = LINE_END.search(text, max(span.end - 1, end_line_start))
    shown = make_relative(path, root)
    return Place(
        article=article,
        source=source,
        path=shown,
        uri=make_uri(shown),
        field="text",
        start=span.start,
        end=span.end,
        line=line,
        column=span.start - line_start + 1,
        end_line=end_line,
        end_column=span.end - end_line_start + 1,
        byte_column=count_bytes(text[line_start : span.start]) + 1,
        end_byte_column=count_bytes(text[end_line_start : span.end]) + 1,
        snippet=text[line_start : after.start() if after else len(text)],
        text=span.of(text),
        value="",
        clause=text[span.start : min(span.end, span.start + LONGEST)],
    )
