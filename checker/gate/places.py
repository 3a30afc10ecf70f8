"""Where the words of a finding stand in their file: line, column, and the line itself."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Mapping
from pathlib import Path, PurePath
from urllib.parse import quote

from checker.model import Article, Claim, Evidence, Place, Report

LINE_END = re.compile(r"\r\n|\n|\r")
"""Where a line ends as editors end it."""

PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
"""Suffixes of files whose text is the article's text, so that their lines are its lines."""

STDIN = "-"

NARROW = 0.6
"""The share of its clause from which an answer is no point in it, and the whole clause is pointed at."""


class Locator:
    """Turns evidence of a report into places. Paths are relative to ``root`` where they lie under it."""

    def __init__(self, report: Report, root: str) -> None:
        self._articles = {article.id: article for article in report.articles}
        self._claims: Mapping[tuple[str, str, int, int, str], Claim] = {
            (c.article, c.field, c.span.start, c.span.end, c.rule): c for c in reversed(report.claims)
        }
        self._root = root
        self._starts: dict[tuple[str, str], tuple[int, ...]] = {}

    def claim(self, evidence: Evidence, rule: str) -> Claim | None:
        """The claim of a rule whose words an evidence cites, if the report has it."""
        return self._claims.get((evidence.article, evidence.field, evidence.start, evidence.end, rule))

    def place(self, evidence: Evidence, rule: str) -> Place:
        """Where the words stand that carry the answer."""
        article = self._articles[evidence.article]
        path = show_path(article, self._root)
        first, last = _find_answer(evidence, self.claim(evidence, rule))
        start, end = evidence.start + first, evidence.start + last
        in_title = evidence.field == "title"
        text = (article.title or "") if in_title else article.text
        starts = self._lines(article, evidence.field, text)
        line, end_line = bisect_right(starts, start), max(bisect_right(starts, max(start, end - 1)), 1)
        line_start, end_line_start = starts[line - 1], starts[end_line - 1]
        after = LINE_END.search(text, max(end - 1, end_line_start))
        known = article.path is not None and article.path != STDIN
        return Place(
            article=article.id,
            source=article.source or "",
            path=path,
            uri=make_uri(path),
            field=evidence.field,
            start=start,
            end=end,
            line=line,
            column=start - line_start + 1,
            end_line=end_line,
            end_column=end - end_line_start + 1,
            byte_column=_count_bytes(text[line_start:start]) + 1,
            end_byte_column=_count_bytes(text[end_line_start:end]) + 1,
            snippet=text[line_start : after.start() if after else len(text)],
            text=text[start:end],
            value=evidence.value,
            extracted=in_title or (known and PurePath(path).suffix.lower() not in PLAIN),
            clause=evidence.text,
        )

    def _lines(self, article: Article, field: str, text: str) -> tuple[int, ...]:
        key = article.id, field
        if key not in self._starts:
            self._starts[key] = (0, *(end.end() for end in LINE_END.finditer(text)))
        return self._starts[key]


def show_path(article: Article, root: str) -> str:
    """The article's path relative to the root where it lies under it, with "/"; its id where it has no path."""
    if not article.path:
        return article.id
    if article.path == STDIN:
        return "<stdin>"
    full = os.path.abspath(article.path)  # noqa: PTH100 (links stay as they were written)
    relative = os.path.relpath(full, root)
    return PurePath(full if relative.startswith("..") else relative).as_posix()


def make_uri(path: str) -> str:
    """A path as a URI reference: relative ones stay relative, absolute ones become ``file:`` URIs."""
    return Path(path).as_uri() if PurePath(path).is_absolute() else quote(path, safe="/", errors="surrogatepass")


def _find_answer(evidence: Evidence, claim: Claim | None) -> tuple[int, int]:
    """Which characters of the evidence carry the answer: the claim's own words, else the value, else all of them."""
    words = evidence.text.casefold()
    if len(words) == len(evidence.text):
        for answer in (claim.value.text if claim else "", evidence.value):
            at = words.find(answer.casefold()) if answer else -1
            if at >= 0 and len(answer) < NARROW * len(words):
                return at, at + len(answer)
    return 0, len(evidence.text)


def _count_bytes(text: str) -> int:
    return len(text.encode("utf-8", errors="replace"))
