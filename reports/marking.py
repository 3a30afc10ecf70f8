"""Text as Markdown: escaped so that it stands for itself, quoted, and in tables (CommonMark with tables)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from checker.model import Evidence

from .wording import on_one_line

# What Markdown reads as markup ("*", "[", "|", "<"): each is kept as it is by a backslash (CommonMark 0.31, 2.4).
MARKUP = re.compile(r"([\\`*_{}\[\]<>()|~!&$])")

# What code hosts turn into mentions and references, which a backslash does not stop: "@name", "#12".
REFERENCE = re.compile(r"([@#])(?=\w)")

# What starts a block when it comes first on a line: "1. ", "- ", "+ ", "# ", "=".
BLOCK_START = re.compile(r"^(\d{1,9})([.)])|^([-+#=])")


def escape(text: str) -> str:
    """Make text stand for itself in Markdown, on one line."""
    text = MARKUP.sub(r"\\\1", on_one_line(text))
    text = REFERENCE.sub(r"\1<!-- -->", text)
    return BLOCK_START.sub(lambda m: f"{m[1]}\\{m[2]}" if m[1] else f"\\{m[0]}", text)


def write_table(header: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    """Write a table whose cells are Markdown already."""
    header = list(header)
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def quote(evidence: Evidence) -> str:
    """The exact words, in quotation marks."""
    return f"“{escape(evidence.text)}”"
