"""Where the lines of a report for a terminal are laid out: its width, and its colours."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

# Narrower than this, wrapped quotations are harder to read than lines that run over.
NARROWEST = 40

# SGR parameters (ECMA-48) for each part of the report.
STYLES = {"error": "1;31", "warning": "1;33", "note": "1;36", "strong": "1", "value": "1", "quiet": "2"}


@dataclass(frozen=True, slots=True)
class Paper:
    """Where lines are laid out: how wide it is, and whether it takes colours."""

    width: int
    color: bool

    def paint(self, text: str, style: str) -> str:
        """Colour text, where colours are wanted."""
        return f"\x1b[{STYLES[style]}m{text}\x1b[0m" if self.color and text else text

    def wrap(self, text: str, indent: int, style: str = "", hanging: int = 0) -> Iterator[str]:
        """Break text into lines, indented; the lines after the first by ``hanging`` more."""
        margins = " " * indent, " " * (indent + hanging)
        for line in textwrap.wrap(
            text, self.width, initial_indent=margins[0], subsequent_indent=margins[1], break_on_hyphens=False
        ):
            words = line.lstrip()
            yield line[: len(line) - len(words)] + (self.paint(words, style) if style else words)
