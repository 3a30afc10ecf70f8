"""Bytes to text: UTF-8 first, then what the bytes look like; newlines are kept, a byte-order mark is dropped."""

from __future__ import annotations

import codecs
import re
from typing import Final

from checker.reading.drafts import UnreadableError

# A page or document file beyond this is not an article: the longest of the annotated news sites' pages have 3 MB.
MOST_BYTES: Final = 20_000_000
# Eighty thousand words: a book. The linguistic analysis would take minutes.
MOST_CHARACTERS: Final = 500_000

_MARKS: Final = (  # UTF-32 before UTF-16: its mark begins with the same two bytes
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_SIGNATURES: Final = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office file"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\0", "a database"),
)

# A declared character set, as in <meta charset="windows-1252"> or content="text/html; charset=iso-8859-1".
_DECLARED: Final = re.compile(rb"charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)

# C0 controls that no text file holds (tab, newline, form feed, carriage return and escape do occur).
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0b\x0e-\x1a\x1c-\x1f]")

# What Western European text has outside ASCII, by its windows-1252 byte: quotes, dashes, currency, accented letters.
_WESTERN: Final = frozenset(
    "\u20ac\u2026\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u0161\u0160\u017e\u017d\u0153\u0152\xa0\xa3\xa7\xa9\xab\xae\xb0\xb1"
    "\xb2\xb3\xb4\xb5\xb7\xba\xaa\xbb\xbc\xbd\xbe\xbf\xa1\xdf\xe0\xe1\xe2\xe3\xe4\xe5\xe6\xe7\xe8\xe9\xea\xeb\xec\xed\xee\xef"
    "\xf1\xf2\xf3\xf4\xf5\xf6\xf8\xf9\xfa\xfb\xfc\xc0\xc1\xc2\xc3\xc4\xc5\xc6\xc7\xc8\xc9\xca\xcb\xcc\xcd\xce\xcf\xd1\xd2\xd3"
    "\xd4\xd5\xd6\xd8\xd9\xda\xdb\xdc"
)


def decode(data: bytes, *, markup: bool = False) -> str:
    """The text that the bytes hold. With ``markup``, a character set declared in the first lines of a page is believed.

    Raises UnreadableError for what is empty, too large or not text.
    """
    check_size(data)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableError(f"the file is not text: it looks like {what}")
    text = _decode(data, markup)
    # A handful of stray controls is dirt; more of them than one character in a hundred is not text.
    if len(_CONTROLS.findall(text[:100_000])) > max(2, len(text[:100_000]) // 100):
        raise UnreadableError("the file is not text: it holds binary data")
    if not text.strip():
        raise UnreadableError("the file is empty")
    return text


def check_length(text: str) -> str:
    """The text itself; raises UnreadableError when it is empty or longer than an article can be."""
    if not text.strip():
        raise UnreadableError("there is no text in it")
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(
            f"the text has {len(text):,} characters, more than the {MOST_CHARACTERS:,} of one article"
        )
    return text


def check_size(data: bytes) -> None:
    """Raise UnreadableError when a file is empty or larger than an article can be."""
    if not data.strip():
        raise UnreadableError("the file is empty")
    if len(data) > MOST_BYTES:
        raise UnreadableError(
            f"the file has {len(data) / 1e6:.0f} MB, and more than {MOST_BYTES / 1e6:.0f} MB is not one article"
        )


def _decode(data: bytes, markup: bool) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as error:
                raise UnreadableError(
                    f"the file begins with the mark of {encoding} but is not {encoding}: {error}"
                ) from error
    if b"\0" in data[:8192] and (text := _utf16_without_mark(data)) is not None:
        return text
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass  # not UTF-8: see below what it is
    if markup and (declared := _DECLARED.search(data[:4096])):
        try:
            return data.decode(codecs.lookup(declared[1].decode("ascii")).name)
        except (LookupError, UnicodeDecodeError):
            pass  # a page that lies about its character set: see what it looks like
    return _detect(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """UTF-16 of mostly Western text has a zero in every second byte; None when the bytes are not that."""
    sample = data[:8192]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if len(zeros) >= 4 and zeros.count(0) > 0.7 * len(zeros):
            try:
                return data.decode(encoding)
            except UnicodeDecodeError:
                return None
    return None


def _detect(data: bytes) -> str:
    """Text in a single-byte or East Asian encoding.

    A few accented letters in much ASCII are taken as Western: detection by statistics has too little to go by there.
    """
    outside = [byte for byte in data[:1_000_000] if byte > 127]
    if len(outside) < 0.12 * len(data[:1_000_000]):
        try:
            western = bytes(sorted(set(outside))).decode("cp1252")
        except UnicodeDecodeError:
            western = "\0"
        if _WESTERN.issuperset(western):
            try:
                return data.decode("cp1252")
            except UnicodeDecodeError:
                pass  # a byte that windows-1252 lacks stands further on
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise UnreadableError("the file is not text in any known encoding")
    try:
        return data.decode(best.encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"the file looks like {best.encoding}, but is not: {error}") from error
