"""Finds the words of an extracted text in the file that it was taken from: a page's source, a JSON file.

Extraction keeps no offsets, so the words themselves are looked for. Where they are not found (a PDF, words that the
file breaks up), nothing is guessed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from checker.model import Span
from checker.reading.decoding import decode
from checker.reading.drafts import UnreadableError

WORD = re.compile(r"\w+")

# What may stand between two words of a page: white space and points, tags, entities. "12</b>&nbsp;<i>dead"
BETWEEN = r"(?:[^\w<&]|<[^<>]{0,2000}>|&(?:#?\w{1,10};)?)*"

# What a reader of the page does not see, though it may hold the article's words: "<script type=...>{...}</script>".
UNSEEN = re.compile(r"<(script|style|template|noscript|title)\b[^<>]{0,2000}>.*?</\1>|<!--.*?-->", re.S | re.I)


def read_original(path: str, data: bytes | None = None) -> str | None:
    """The text of a file whose words can be looked for; None for others, and where it cannot be read any more.

    ``data`` is what the file holds, where that came by another way.
    """
    file = Path(path)
    if file.suffix.lower() not in FINDERS:
        return None
    try:
        return decode(file.read_bytes() if data is None else data, markup=True)
    except (OSError, UnreadableError):
        return None


def find_in_original(original: str, path: str, clause: str, answer: str) -> Span | None:
    """Where the answer stands in the file, inside the first place of its clause; else where the clause does."""
    find = FINDERS[Path(path).suffix.lower()]
    whole = find(original, clause)
    if whole is None:
        return None
    part = find(whole.of(original), answer) if answer else None
    return Span(whole.start + part.start, whole.start + part.end) if part is not None else whole


def _in_page(page: str, words: str) -> Span | None:
    found = WORD.findall(words)
    if not found:
        return None
    seen = UNSEEN.sub(lambda hidden: " " * len(hidden[0]), page) if "<" in page else page
    at = re.search(rf"(?<!\w){BETWEEN.join(map(re.escape, found))}(?!\w)", seen)
    return Span(at.start(), at.end()) if at else None


def _in_json(text: str, words: str) -> Span | None:
    """Words as JSON strings have them: each character as it is, or by one of its escapes."""
    if not words:
        return None
    at = re.search("".join(map(_escapes, words)), text)
    return Span(at.start(), at.end()) if at else None


def _escapes(character: str) -> str:
    """A pattern for a character in a JSON string (RFC 8259, section 7): "é" is \u00e9 or \u00e9 too."""
    if (character.isascii() and character.isalnum()) or character == " ":
        return character
    short = re.escape(json.dumps(character, ensure_ascii=False)[1:-1])
    plain = "" if character in '"\\' or character < " " else f"{re.escape(character)}|"
    units = character.encode("utf-16-be", errors="surrogatepass")
    codes = "".join(f"\\\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))
    solidus = r"|\\/" if character == "/" else ""
    return f"(?:{plain}{short}|(?i:{codes}){solidus})"


def _in_json_lines(text: str, words: str) -> Span | None:
    """Of several articles that have the same words, none can be told from the words."""
    found = _in_json(text, words)
    return found if found is None or _in_json(text[found.end :], words) is None else None


FINDERS: Mapping[str, Callable[[str, str], Span | None]] = {
    **dict.fromkeys((".html", ".htm", ".xhtml"), _in_page),
    ".json": _in_json,
    **dict.fromkeys((".jsonl", ".ndjson"), _in_json_lines),
}
