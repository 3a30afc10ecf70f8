"""Where the words of a finding stand in their file: line, column, and the line itself."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePath
from urllib.parse import quote

from checker.gate.originals import find_in_original, read_original
from checker.model import Article, Claim, Evidence, Place, Report, Span

LINE_END = re.compile(r"\r\n|\n|\r")
"""Where a line ends as editors end it."""

PLAIN = frozenset({".txt", ".text", ".md", ".markdown"})
"""Suffixes of files whose text is the article's text, so that their lines are its lines."""

STDIN = "-"

NARROW = 0.6
"""The share of its clause from which an answer is no point in it, and the whole clause is pointed at."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A text and where its lines start."""

    text: str
    starts: tuple[int, ...]

    @classmethod
    def of(cls, text: str) -> Lines:
        """The lines of a text."""
        return cls(text, (0, *(end.end() for end in LINE_END.finditer(text))))

    def locate(self, span: Span) -> dict[str, int | str]:
        """Lines and columns of a range, and its lines in full, by the names that a place has for them."""
        start, end = span.start, span.end
        line, end_line = bisect_right(self.starts, start), max(bisect_right(self.starts, max(start, end - 1)), 1)
        line_start, end_line_start = self.starts[line - 1], self.starts[end_line - 1]
        after = LINE_END.search(self.text, max(end - 1, end_line_start))
        return {
            "line": line,
            "column": start - line_start + 1,
            "end_line": end_line,
            "end_column": end - end_line_start + 1,
            "byte_column": count_bytes(self.text[line_start:start]) + 1,
            "end_byte_column": count_bytes(self.text[end_line_start:end]) + 1,
            "snippet": self.text[line_start : after.start() if after else len(self.text)],
        }


class Locator:
    """Turns evidence of a report into places. Paths are relative to ``root`` where they lie under it.

    ``originals`` are the contents of files, by path, that are not to be looked for on disk.
    """

    def __init__(self, report: Report, root: str, originals: Mapping[str, bytes] | None = None) -> None:
        self._articles = {article.id: article for article in report.articles}
        # Of several claims on the same words, an evidence cites the one with its value.
        self._claims: dict[tuple[str, str, int, int, str, str], Claim] = {}
        for c in reversed(report.claims):
            place = c.article, c.field, c.span.start, c.span.end, c.rule
            self._claims[*place, ""] = self._claims[*place, c.value.normalized] = c
        self._answers = {
            claim: f"{question.id}:{number}"
            for question in report.questions
            for number, answer in enumerate(question.answers)
            for claim in answer.claims
        }
        self._root = root
        self._given = originals or {}
        self._texts: dict[tuple[str, str], Lines] = {}
        self._originals: dict[str, Lines | None] = {}

    def claim(self, evidence: Evidence, rule: str) -> Claim | None:
        """The claim of a rule whose words an evidence cites, if the report has it."""
        place = evidence.article, evidence.field, evidence.start, evidence.end, rule
        return self._claims.get((*place, evidence.value)) or self._claims.get((*place, ""))

    def name_sides(self, evidence: Sequence[Evidence], rule: str) -> list[str]:
        """A letter for each evidence, the same for the same answer; answers that agree in other words are one."""
        letters: dict[str, str] = {}
        sides = []
        for one in evidence:
            claim = self.claim(one, rule)
            answer = self._answers.get(claim.id, "") if claim else ""
            key = answer or one.value.casefold() or one.text.casefold()
            sides.append(letters.setdefault(key, _letter(len(letters))))
        return sides

    def place(self, evidence: Evidence, rule: str, side: str = "") -> Place:
        """Where the words stand that carry the answer: in the file, or else in the text that was taken out of it."""
        article = self._articles[evidence.article]
        path = show_path(article, self._root)
        first, last = _find_answer(evidence, self.claim(evidence, rule))
        span = Span(evidence.start + first, evidence.start + last)
        lines = self._text(article, evidence.field)
        words = span.of(lines.text)
        found = self._find_in_file(article, evidence, span, words)
        where = found[0].locate(found[1]) if found else lines.locate(span)
        return Place(
            article=article.id,
            source=article.source or "",
            path=path,
            uri=make_uri(path),
            field=evidence.field,
            start=span.start,
            end=span.end,
            text=words,
            value=evidence.value,
            extracted=found is None,
            clause=evidence.text,
            side=side,
            **where,  # type: ignore[arg-type]
        )

    def _find_in_file(self, article: Article, evidence: Evidence, span: Span, words: str) -> tuple[Lines, Span] | None:
        """The lines of the file and the range of the words in them; None where they are not found there."""
        plain = article.path is None or article.path == STDIN or PurePath(article.path).suffix.lower() in PLAIN
        if plain and evidence.field == "text":
            return self._text(article, "text"), span
        if plain:  # a headline that the file gives beside the text, as front matter does
            at = article.text.find(article.title or "")
            return (self._text(article, "text"), Span(at + span.start, at + span.end)) if at >= 0 else None
        if article.id not in self._originals:
            original = read_original(article.path or "", self._given.get(article.path or ""))
            self._originals[article.id] = Lines.of(original) if original is not None else None
        lines = self._originals[article.id]
        if lines is None:
            return None
        found = find_in_original(lines.text, article.path or "", evidence.text, words)
        return (lines, found) if found else None

    def _text(self, article: Article, field: str) -> Lines:
        key = article.id, field
        if key not in self._texts:
            self._texts[key] = Lines.of((article.title or "") if field == "title" else article.text)
        return self._texts[key]


def _letter(number: int) -> str:
    """A to Z, then Z26, Z27 and so on: no finding sets that many answers against each other."""
    return chr(ord("A") + number) if number < 26 else f"Z{number}"


def show_path(article: Article, root: str) -> str:
    """The article's path relative to the root where it lies under it, with "/"; its id where it has no path."""
    if not article.path:
        return article.id
    if article.path == STDIN:
        return "<stdin>"
    return make_relative(article.path, root)


def make_relative(path: str, root: str) -> str:
    """A path as it is seen from the root where it lies under it, else the whole path; with "/"."""
    full = os.path.abspath(path)  # noqa: PTH100 (links stay as they were written)
    relative = PurePath(os.path.relpath(full, root))
    return (PurePath(full) if relative.parts[:1] == ("..",) else relative).as_posix()


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


def count_bytes(text: str) -> int:
    """The length of a text in UTF-8."""
    return len(text.encode("utf-8", errors="replace"))
