"""Text that remembers where each of its characters came from.

Every cleaning step takes a ``Mapped`` and gives a new one, so that whatever is read from the cleaned text can be cited
in the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

# Soft hyphens, zero-width characters, joiners, direction marks, byte-order marks, controls. Example: "agree\u00adment".
INVISIBLE = re.compile("[\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\x00-\x08\x0e-\x1b\x7f]+")

# Any run of white space that is not one plain space. Examples: "\u00a0", two spaces, a tab.
WHITE_SPACE = re.compile(r"\s{2,}|[^\S ]")

# A letter followed by combining marks (U+0300..U+036F). Example: "e\u0301", which is one letter.
COMBINED = re.compile("[^\\W\\d_][\u0300-\u036f]{1,4}")

# TeX-style quotation marks. Examples: ``text''.
TEX_QUOTE = re.compile(r"``|''")

LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl"}
LIGATURE = re.compile("[ﬀﬁﬂﬃﬄ]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Put ``text`` in the place of ``start`` to ``end``."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Mapped:
    """A text with the original offset of each of its characters; offsets never decrease."""

    text: str
    offsets: tuple[int, ...]

    def cut(self, start: int, end: int) -> Mapped:
        """The part from ``start`` to ``end``."""
        return Mapped(self.text[start:end], self.offsets[start:end])

    def strip(self) -> Mapped:
        """Without white space at the ends."""
        start = len(self.text) - len(self.text.lstrip())
        return self.cut(start, max(start, len(self.text.rstrip())))

    def edited(self, edits: Iterable[Edit]) -> Mapped:
        """With the edits made; they must be in order and must not overlap.

        A character that is put in takes the offset of the character it replaces, or of the one it stands before.
        """
        pieces: list[str] = []
        offsets: list[int] = []
        at = 0
        for edit in edits:
            pieces.append(self.text[at : edit.start])
            offsets.extend(self.offsets[at : edit.start])
            pieces.append(edit.text)
            offsets.extend(self._origin(edit, k) for k in range(len(edit.text)))
            at = edit.end
        if not pieces:
            return self
        pieces.append(self.text[at:])
        offsets.extend(self.offsets[at:])
        return Mapped("".join(pieces), tuple(offsets))

    def _origin(self, edit: Edit, k: int) -> int:
        if edit.end > edit.start:
            return self.offsets[min(edit.start + k, edit.end - 1)]
        if edit.start < len(self.offsets):
            return self.offsets[edit.start]
        return self.offsets[-1] if self.offsets else 0


def map_slice(text: str, start: int, end: int) -> Mapped:
    """The slice of the original text, uncleaned."""
    return Mapped(text[start:end], tuple(range(start, end)))


def join(parts: Iterable[Mapped]) -> Mapped:
    """The parts with one space between them; the space takes the offset of the character after it."""
    text: list[str] = []
    offsets: list[int] = []
    for part in parts:
        if not part.text:
            continue
        if text:
            text.append(" ")
            offsets.append(part.offsets[0])
        text.append(part.text)
        offsets.extend(part.offsets)
    return Mapped("".join(text), tuple(offsets))


def clean(mapped: Mapped) -> Mapped:
    """Drop what cannot be seen, make white space single, and give letters and quotation marks their usual form."""
    if not mapped.text.isascii():
        if INVISIBLE.search(mapped.text):
            mapped = mapped.edited(Edit(m.start(), m.end(), "") for m in INVISIBLE.finditer(mapped.text))
        if LIGATURE.search(mapped.text):
            mapped = mapped.edited(Edit(m.start(), m.end(), LIGATURES[m[0]]) for m in LIGATURE.finditer(mapped.text))
        if COMBINED.search(mapped.text):
            mapped = mapped.edited(
                Edit(m.start(), m.end(), unicodedata.normalize("NFC", m[0])) for m in COMBINED.finditer(mapped.text)
            )
    elif not mapped.text.isprintable():
        mapped = mapped.edited(Edit(m.start(), m.end(), "") for m in INVISIBLE.finditer(mapped.text))
    if TEX_QUOTE.search(mapped.text):
        mapped = mapped.edited(
            Edit(m.start(), m.end(), "“" if m[0] == "``" else "”") for m in TEX_QUOTE.finditer(mapped.text)
        )
    if WHITE_SPACE.search(mapped.text):
        mapped = mapped.edited(Edit(m.start(), m.end(), " ") for m in WHITE_SPACE.finditer(mapped.text))
    return mapped.strip()
