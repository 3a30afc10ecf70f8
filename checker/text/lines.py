"""Lines of the page: where they lie, what marks they carry, and which of them belong to one paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from checker.model import Span
from checker.text.comments import blank_comments
from checker.text.mapped import Edit, Mapped, clean, map_slice

# Every line ending that str.splitlines knows, with Windows newlines as one.
LINE_END = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")

# A Markdown heading mark. Example: "## Terms".
HEADING_MARK = re.compile(r"\s{0,3}(#{1,6})\s+")

# A bullet or a list number. Examples: "• ", "- ", "3. ", "2) ".
BULLET_MARK = re.compile(r"\s*(?:[-*+•·‣◦▪▸►●○∙–—]\s+|[•‣◦▪▸►●]\s*|\(?\d{1,2}[.)]\s+(?=\S))")

# The number that a scraper glued to the first word of a list item. Example: "1Formal agreement reached".
GLUED_NUMBER = re.compile(r"\d{1,2}(?=[A-Z][a-z])")

# A quotation mark of Markdown or mail. Example: "> The talks failed."
QUOTE_MARK = re.compile(r"\s{0,3}(?:>\s?){1,3}(?=\S)")

# A line that only draws something. Examples: "---", "* * *", "=====", "```".
RULE = re.compile(r"\s*(?:[-*_=~#+.•·`]\s?){3,}\s*|\s*```\w*\s*")

# The line under the head of a Markdown table. Example: "|---|:--:|".
TABLE_RULE = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|){1,40}\s*(?::?-{2,}:?)?\s*")

# The bar between two cells of a table, with the white space round it.
CELL_END = re.compile(r"(?<!\s)\s{0,40}\|\s{0,40}")

# Words in bold or italics. Examples: "**Length:**", "*Dona Zefa*", "__x__", "_x_".
EMPHASIS = re.compile(r"(?<![\w*_])(\*\*\*|\*\*|\*|___|__|_)(?=[^\s*_])([^*_\n]{1,2000}?)(?<=\S)\1(?![\w*_])")

# A link or a picture. Examples: "[the report](https://example.org)", "![A flag](flag.png)".
LINK = re.compile(r"(!?)\[([^\[\]\n]{0,500})\]\(([^()\s]{0,1000}(?:\s\"[^\"\n]{0,300}\")?)\)")

# A code mark round a word. Example: "`checker`".
CODE = re.compile(r"`([^`\n]{1,200})`")


class Mark(StrEnum):
    """How a line is marked."""

    NONE = ""
    HEADING = "heading"
    BULLET = "bullet"
    ROW = "row"
    PICTURE = "picture"


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its range without the newline, its mark, its cleaned words; blank lines have none.

    ``indented`` says that a bullet's text may go on in it; ``raw`` is the text as it stands.
    """

    span: Span
    raw: str
    mark: Mark
    words: Mapped

    @property
    def blank(self) -> bool:
        """Whether the line has no words."""
        return not self.words.text


def cut_lines(text: str, skip: Span | None, *, limit: int) -> list[Line]:
    """The lines of the text, leaving out the region ``skip`` and everything after ``limit`` characters."""
    lines: list[Line] = []
    start = 0
    table = False
    whole, text = text, blank_comments(text)
    for end, after in _line_ends(text, limit):
        for part in _outside(Span(start, end), skip):
            raw = part.of(text)
            if not raw.strip() and part.of(whole).strip():
                continue  # a line that holds a comment and nothing else does not part a paragraph
            if "|" in raw and TABLE_RULE.fullmatch(raw):
                if lines and lines[-1].raw.count("|"):
                    lines[-1] = Line(lines[-1].span, "", Mark.NONE, Mapped("", ()))
                table = True
                continue
            table = table and "|" in raw
            lines.append(_read_line(text, part, in_table=table))
        start = after
    return lines


def _line_ends(text: str, limit: int) -> list[tuple[int, int]]:
    stop = min(len(text), limit)
    return [*((m.start(), m.end()) for m in LINE_END.finditer(text, 0, stop)), (stop, stop)]


def _outside(span: Span, skip: Span | None) -> list[Span]:
    if skip is None or not span.overlaps(skip):
        return [span]
    before, after = Span(span.start, max(span.start, skip.start)), Span(min(skip.end, span.end), span.end)
    return [part for part in (before, after) if part.start < part.end]


def _read_line(text: str, span: Span, *, in_table: bool) -> Line:
    raw = span.of(text)
    if not raw.strip() or RULE.fullmatch(raw):
        return Line(span, raw, Mark.NONE, Mapped("", ()))
    words = map_slice(text, span.start, span.end)
    mark = Mark.NONE
    if quoted := QUOTE_MARK.match(words.text):
        words = words.cut(quoted.end(), len(words.text))
    if heading := HEADING_MARK.match(words.text):
        mark, words = Mark.HEADING, words.cut(heading.end(), len(words.text.rstrip(" \t#")))
    elif in_table:
        mark, words = Mark.ROW, _read_row(words)
    elif bullet := BULLET_MARK.match(words.text):
        mark, words = Mark.BULLET, words.cut(bullet.end(), len(words.text))
        if glued := GLUED_NUMBER.match(words.text):
            words = words.cut(glued.end(), len(words.text))
    if "](" in words.text:
        picture = LINK.match(words.text.strip())
        if picture is not None and picture[1]:
            mark = Mark.PICTURE
        words = words.edited(_unlink(words.text))
    if "*" in words.text or "_" in words.text:
        words = _unmark(_unmark(words, EMPHASIS, 2), EMPHASIS, 2)
    if "`" in words.text and "``" not in words.text:
        words = _unmark(words, CODE, 1)
    return Line(span, raw, mark, clean(words))


def _unlink(text: str) -> list[Edit]:
    edits: list[Edit] = []
    for m in LINK.finditer(text):
        edits += [Edit(m.start(), m.start(2), ""), Edit(m.end(2), m.end(), "")]
    return edits


def _unmark(words: Mapped, pattern: re.Pattern[str], group: int) -> Mapped:
    edits: list[Edit] = []
    for m in pattern.finditer(words.text):
        edits += [Edit(m.start(), m.start(group), ""), Edit(m.end(group), m.end(), "")]
    return words.edited(edits)


def _read_row(words: Mapped) -> Mapped:
    """A row of a table as "label: value, value"."""
    inner = words.strip()
    start = 1 if inner.text.startswith("|") else 0
    inner = inner.cut(start, len(inner.text) - (1 if inner.text.endswith("|") and len(inner.text) > start else 0))
    return inner.edited(
        Edit(m.start(), m.end(), ": " if k == 0 else ", ") for k, m in enumerate(CELL_END.finditer(inner.text))
    ).strip()
