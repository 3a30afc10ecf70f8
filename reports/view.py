"""What every format shows the same way: names of outlets, places of words, answers side by side, and their context."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePath

from checker.formats import Options
from checker.model import Article, Claim, Evidence, Finding, Report, Span

from .spoken import needs_clause, say_value
from .wording import on_one_line

# A line ends as editors end it: "\r\n", "\n" or "\r" alone.
LINE_END = re.compile(r"\r\n|\n|\r")


def line_starts(text: str) -> tuple[int, ...]:
    """Offsets at which the lines of a text start."""
    return (0, *(end.end() for end in LINE_END.finditer(text)))


def name_outlets(articles: Iterable[Article]) -> dict[str, str]:
    """Name each article by its outlet; by its file too where an outlet has several, and alone where none is known."""
    articles = tuple(articles)
    times = Counter(a.source for a in articles if a.source)
    names: dict[str, str] = {}
    for article in articles:
        own = PurePath(article.path).name if article.path and article.path != "-" else article.id
        source = on_one_line(article.source or "")
        names[article.id] = (
            on_one_line(own) if not source else source if times[article.source or ""] == 1 else f"{source} ({own})"
        )
    return names


@dataclass(frozen=True, slots=True)
class Citation:
    """Evidence with what is shown beside it; ``side`` is a letter, the same for the same value.

    ``start`` and ``end`` say which characters of the evidence's text carry the value (all of them where that is
    not known).
    """

    evidence: Evidence
    side: str
    outlet: str
    place: str
    origin: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Side:
    """One of the answers in a finding, with everyone who gives it; ``value`` is empty where the words say it all."""

    letter: str
    value: str
    citations: tuple[Citation, ...]


class View:
    """A report as its readers look at it: articles and claims by their keys, and paths from where they stand."""

    def __init__(self, report: Report, options: Options) -> None:
        self.report = report
        self.options = options
        self.articles = {a.id: a for a in report.articles}
        self.outlets = name_outlets(report.articles)
        self.claims = {c.id: c for c in report.claims}
        self.events = {e.id: e for e in report.events}
        self._at = {(c.article, c.field, c.span.start, c.span.end, c.rule): c for c in reversed(report.claims)}
        self._lines: dict[str, tuple[int, ...]] = {}

    def outlet(self, article: str) -> str:
        """Name the outlet of an article."""
        return self.outlets.get(article, article)

    def origin(self, origin: str) -> str:
        """Name an origin; an article whose outlet is not known goes by its file."""
        return self.outlet(origin) if origin in self.articles else on_one_line(origin)

    def path(self, path: str | None) -> str:
        """Show a path, relative to the root where it lies under it."""
        if not path or path == "-":
            return "<stdin>" if path else ""
        root = self.options.root
        if root is not None and PurePath(path).is_absolute():
            relative = os.path.relpath(path, root)
            path = path if relative.startswith("..") else relative
        return on_one_line(path)

    def line_and_column(self, article: str, offset: int) -> tuple[int, int]:
        """Line and column of an offset into an article's text, both counted from one, columns in code points."""
        if article not in self._lines:
            self._lines[article] = line_starts(self.articles[article].text)
        line = bisect_right(self._lines[article], offset)
        return line, offset - self._lines[article][line - 1] + 1

    def place(self, evidence: Evidence) -> str:
        """Say where the words of an evidence stand."""
        return self.place_of(evidence.article, evidence.field, evidence.start)

    def place_of(self, article: str, field: str, offset: int) -> str:
        """Say where words stand: ``path:line:column``, or ``path:title`` for a headline outside the text."""
        known = self.articles.get(article)
        name = (self.path(known.path) if known else "") or on_one_line(article)
        if known is None or field == "title":
            return f"{name}:title" if known else name
        line, column = self.line_and_column(article, offset)
        return f"{name}:{line}:{column}"

    def claim(self, finding: Finding, evidence: Evidence) -> Claim | None:
        """Find the claim whose words an evidence cites, if the report has it."""
        return self._at.get((evidence.article, evidence.field, evidence.start, evidence.end, finding.rule))

    def other_origins(self, origins: Iterable[str], article: str) -> list[str]:
        """Those of the origins that are not the article's own outlet."""
        own = self.articles.get(article)
        names = {name.casefold() for name in (article, self.outlet(article), (own and own.source) or "")}
        return [self.origin(origin) for origin in origins if on_one_line(origin).casefold() not in names]

    def sides(self, finding: Finding) -> tuple[Side, ...]:
        """Group the evidence of a finding by the value that is read from it, in the order in which values come."""
        letters: dict[str, str] = {}
        found: dict[str, list[Citation]] = {}
        for evidence in finding.evidence:
            key = evidence.value.casefold() or evidence.text.casefold()
            letter = letters.setdefault(key, side_letter(len(letters)))
            claim = self.claim(finding, evidence)
            outlet = self.outlet(evidence.article)
            origin = next(iter(self.other_origins((claim.origin,) if claim else (), evidence.article)), "")
            start, end = locate(evidence, claim)
            found.setdefault(key, []).append(
                Citation(evidence, letter, outlet, self.place(evidence), origin, start, end)
            )
        return tuple(
            Side(letters[key], shown_value(citations, self.claim(finding, citations[0].evidence)), tuple(citations))
            for key, citations in found.items()
        )


def side_letter(index: int) -> str:
    """A to Z, then AA, AB and so on."""
    letter = chr(ord("A") + index % 26)
    return letter if index < 26 else side_letter(index // 26 - 1) + letter


def shown_value(citations: list[Citation], claim: Claim | None = None) -> str:
    """Give the value read from the words, as it is spoken where its claim is known, unless the words are the value."""
    value = on_one_line(citations[0].evidence.value)
    said = {on_one_line(c.evidence.text).casefold() for c in citations}
    if said == {value.casefold()}:
        return ""
    if claim is None or value != on_one_line(claim.value.normalized):
        return value
    # A state that is not plain English by itself is told by the words that are cited.
    return "" if needs_clause(claim.value, value) else say_value(claim.value, "", value)


def locate(evidence: Evidence, claim: Claim | None) -> tuple[int, int]:
    """Find the value in the evidence's text: the claim's words for it, else the value itself, else all of it."""
    text = evidence.text.casefold()
    if len(text) != len(evidence.text):
        return 0, len(evidence.text)
    for words in (claim.value.text if claim else "", evidence.value):
        at = text.find(words.casefold()) if words else -1
        if at >= 0:
            return at, at + len(words)
    return 0, len(evidence.text)


@dataclass(frozen=True, slots=True)
class Context:
    """Words with what stands around them; ``cut_before`` and ``cut_after`` say that the paragraph goes on."""

    start: int
    end: int
    cut_before: bool
    cut_after: bool


# How many characters of a long paragraph are shown on each side of the words.
AROUND = 180

# The end of a sentence, roughly, for showing context: "stopped. The", "stopped.” He".
SENTENCE_END = re.compile(r"[.!?][\"”’']?\s+(?=[\"“‘'A-Z0-9])")


def find_context(text: str, span: Span, around: int = AROUND) -> Context:
    """Find the paragraph around words: all of it where it is short, else from a sentence or word ``around`` away."""
    first = max(text.rfind("\n", 0, span.start), text.rfind("\r", 0, span.start)) + 1
    ends = [at for at in (text.find("\n", span.end), text.find("\r", span.end)) if at >= 0]
    last = min(ends, default=len(text))
    start, end = first, last
    if span.start - first > around:
        window = text[span.start - around : span.start]
        sentence = SENTENCE_END.search(window)
        space = window.find(" ")
        start = span.start - around + (sentence.end() if sentence else space + 1)
    if last - span.end > around:
        window = text[span.end : span.end + around]
        sentences = list(SENTENCE_END.finditer(window))
        space = window.rfind(" ")
        end = span.end + (sentences[-1].end() if sentences else space if space > 0 else around)
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Context(start, end, start > first and bool(text[first:start].strip()), bool(text[end:last].strip()))
