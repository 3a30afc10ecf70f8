"""What a page says of itself: who wrote it, who published it, where, when, what it is, and what was put right."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime

from checker.model import Article, BlockKind, Document, Indicator, Span, State
from checker.reading.dateline import find_dateline
from checker.sources.cutting import cut_evidence
from checker.sources.indicators.checks import fold, load_phrases, note

# When a page was last changed: Updated 3 May 2031, 18:20; Last updated: 6 p.m.; UPDATED at 09:10 GMT
UPDATED = re.compile(
    r"(?:^|\n|[|·•]\s?)\s{0,3}(?:last )?(?:updated|modified)\b:?[^\n|]{0,40}\d[^\n|]{0,30}", re.IGNORECASE
)

HEAD_BLOCKS, HEAD_LINE = 8, 60
"""Blocks of a page in which a label is looked for, and characters of a line that can be one."""


def check_page(document: Document, article: Article) -> Iterator[Indicator]:
    """Byline, outlet, dateline, date, time of update, correction, label."""
    author = _find_author(document, article)
    if author is not None:
        yield note("byline", State.FOUND, author[0], [cut_evidence(document, s) for s in author[1]])
    else:
        yield note("byline", State.MISSING, "nobody is named as its author")
    if article.source:
        at = document.text.find(article.source)
        spans = [Span(at, at + len(article.source))] if at >= 0 else []
        yield note("outlet", State.FOUND, article.source, [cut_evidence(document, s) for s in spans])
    else:
        yield note("outlet", State.MISSING, "neither the text nor what came with it says who published it")
    dateline = find_dateline(document.text)
    if dateline is not None and dateline.span is not None:
        evidence = cut_evidence(document, dateline.span)
        yield note("dateline", State.FOUND, evidence.text.rstrip(" —–-"), [evidence])
    else:
        yield note("dateline", State.MISSING, "it does not say where it was written")
    yield from _check_dates(document, article)
    yield _check_correction(document)
    yield _check_label(document)
    if author is None and article.published is None:
        yield note("anonymous", State.CONCERN, "the page gives neither")


def _find_author(document: Document, article: Article) -> tuple[str, list[Span]] | None:
    """The names of the authors, and where they stand; those that came with the article need stand nowhere."""
    if article.authors:
        spans = []
        for name in article.authors:
            at = fold(document.text).find(fold(name))
            if at >= 0:
                spans.append(Span(at, at + len(name)))
        return ", ".join(article.authors), spans
    for block in document.blocks:
        text = block.span.of(document.text)
        if block.kind is BlockKind.BYLINE and fold(text.strip(" (*_")).startswith(
            ("by ", "reporting by ", "written by ")
        ):
            return " ".join(text.split()), [block.span]
    return None


def _check_dates(document: Document, article: Article) -> Iterator[Indicator]:
    published = article.published
    if published is None:
        dateline = find_dateline(document.text)
        partly = dateline is not None and dateline.month is not None
        known = "only the dateline gives a day, without a year" if partly else "the day of publication is not known"
        yield note("date", State.MISSING, known)
    else:
        said = f"{published:%Y-%m-%d %H:%M}" if isinstance(published, datetime) else str(published)
        yield note("date", State.FOUND, said)
    found = UPDATED.search(document.text)
    if found is not None:
        yield note("updated", State.FOUND, "", [cut_evidence(document, Span(found.start(), found.end()))])


def _check_correction(document: Document) -> Indicator:
    folded = fold(document.text)
    for phrase in load_phrases().correction:
        at = folded.find(phrase)
        if at >= 0 and (at == 0 or not folded[at - 1].isalnum()):
            end = document.text.find("\n", at)
            span = Span(at, end if end >= 0 else len(document.text))
            return note("correction", State.FOUND, "", [cut_evidence(document, span, limit=140)])
    return note("correction", State.NONE, "it notes no correction")


def _check_label(document: Document) -> Indicator:
    """A line of the page's head, or a heading, that says that what follows is no news report."""
    phrases = load_phrases()
    for number, block in enumerate(document.blocks):
        text = fold(block.span.of(document.text)).strip(" :|*#_-–—.\n")
        if len(text) > HEAD_LINE or (number >= HEAD_BLOCKS and block.kind is not BlockKind.HEADING):
            continue
        first = re.split(r"\s?[|:·/]\s?", text)[0]
        if text in phrases.sponsored or first in phrases.sponsored:
            return note(
                "label", State.FOUND, "paid for, or given by an interested party", [cut_evidence(document, block.span)]
            )
        if text in phrases.opinion or first in phrases.opinion:
            return note("label", State.FOUND, "marked as comment or analysis", [cut_evidence(document, block.span)])
    return note("label", State.NONE, "nothing marks it as comment or as paid for")
