"""Which reader reads which kind of file, by its suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final, TypeAlias

from checker.reading.drafts import Draft
from checker.reading.plain import read_markdown, read_text

Reader: TypeAlias = Callable[[bytes], list[Draft]]

JSON_LINES: Final = (".jsonl", ".ndjson")


def _html(data: bytes) -> list[Draft]:
    from checker.reading.pages import read_html

    return read_html(data)


def _json(data: bytes) -> list[Draft]:
    from checker.reading.structured import read_json

    return read_json(data)


def _docx(data: bytes) -> list[Draft]:
    from checker.reading.office import read_docx

    return read_docx(data)


def _pdf(data: bytes) -> list[Draft]:
    from checker.reading.office import read_pdf

    return read_pdf(data)


def _by_lines(data: bytes) -> list[Draft]:
    raise AssertionError(f"a file of many articles ({len(data)} bytes) is read line by line")


READERS: Final[Mapping[str, Reader]] = {
    ".txt": read_text,
    ".text": read_text,
    ".md": read_markdown,
    ".markdown": read_markdown,
    ".html": _html,
    ".htm": _html,
    ".xhtml": _html,
    ".json": _json,
    ".docx": _docx,
    ".pdf": _pdf,
    **dict.fromkeys(JSON_LINES, _by_lines),
}


def sniff(data: bytes) -> str:
    """The suffix that a stream without a name would have, by how it begins."""
    start = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n")
    lower = start[:200].lower()
    if lower.startswith((b"<!doctype html", b"<html", b"<head", b"<body", b"<article", b"<?xml")):
        return ".html"
    if data.startswith(b"%PDF-"):
        return ".pdf"
    if data.startswith(b"PK\x03\x04"):
        return ".docx"
    if start.startswith(b"{"):
        first, _, rest = data.strip().partition(b"\n")
        return ".jsonl" if first.rstrip().endswith(b"}") and rest.lstrip().startswith(b"{") else ".json"
    if start.startswith(b"["):
        return ".json" if start[1:].lstrip()[:1] in (b"{", b"]") else ".txt"
    return ".md" if data.startswith((b"---\n", b"---\r\n")) else ".txt"
