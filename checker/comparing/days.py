"""Days of publication for articles that give none apart: from a line at their head, or from what they look back on.

"Statement No. 3, Saturday 16 August 2031", "From the issue of 20 August": a line without a verb near the top that
holds a whole day dates the article. Where there is none, the last day that the article tells of in the past is the
earliest on which it can have come out. Both serve to order articles, and are never shown as their day.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, timedelta

from checker.language.phrases import clause_at
from checker.model import Article, BlockKind, Clause, Document, MentionKind, Tense
from checker.values.timex import Granularity, TimeValue

HEAD_BLOCKS, HEAD = 6, 600
"""Blocks, and characters of the text, that make the head of a page."""

LONGEST_LINE = 160
"""Characters of a line that dates an article, at most."""

ISSUING = frozenset({"update", "post", "publish", "issue", "release", "print", "modify", "revise", "file"})
"""What a line at the head may say of its article all the same (own list)."""

FIGURES = re.compile(r"(?<![\d.,/-])(\d{1,2})([ ./-])(\d{1,2})\2(\d{4})(?![\d/-])")
"""A day in figures alone: "09/05/2031", "02 12 2028", in whichever order of day and month."""

NEAR = timedelta(days=60)
"""Reports of one event come out within this time of each other; a day further off is another event's."""


def date_by_content(documents: Iterable[Document], articles: Mapping[str, Article]) -> dict[str, Article]:
    """The articles, those without a day of publication with the day that a line at their head gives."""
    dated = dict(articles)
    known = [a.published_date for a in articles.values() if a.published_date is not None]
    for document in documents:
        article = articles[document.article.id]
        if article.published is None and (day := _day_of_head(document, known)) is not None:
            dated[article.id] = replace(article, published=day)
    return dated


def earliest_days(documents: Iterable[Document], articles: Mapping[str, Article]) -> dict[str, date]:
    """For each article without a day, the last day it tells of in the past; those that tell of none are left out."""
    known = [a.published_date for a in articles.values() if a.published_date is not None]
    floors = {}
    for document in documents:
        if articles[document.article.id].published is not None:
            continue
        days = [day for day in _days_told(document) if _is_near(day, known)]
        if days:
            floors[document.article.id] = max(days)
    return floors


def _day_of_head(document: Document, known: Iterable[date]) -> date | None:
    """The first whole day in a line of the head that states nothing."""
    for block in document.blocks[:HEAD_BLOCKS]:
        if block.span.start > HEAD or block.kind is BlockKind.CAPTION:
            continue
        if block.span.end - block.span.start > LONGEST_LINE:
            break
        if (day := _day_in_figures(block.span.of(document.text), known)) is not None:
            return day
        for mention in document.mentions_in(block.span, MentionKind.DATE, MentionKind.TIME):
            value, clause = mention.value, clause_at(document, mention.span)
            if not isinstance(value, TimeValue) or (clause is not None and _states(clause)):
                continue
            if (day := _day_of(value)) is not None and _is_near(day, known):
                return day
    return None


def _day_in_figures(line: str, known: Iterable[date]) -> date | None:
    """The day that a line gives in figures, where one order of day and month alone is near the days of the others."""
    known = list(known)
    found = FIGURES.search(line)
    if found is None or not known:
        return None
    one, other, year = int(found[1]), int(found[3]), int(found[4])
    days = {date(year, month, day) for day, month in ((one, other), (other, one)) if _is_day(year, month, day)}
    near = [day for day in sorted(days) if _is_near(day, known)]
    return near[0] if len(near) == 1 else None


def _is_day(year: int, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] and year > 0


def _states(clause: Clause) -> bool:
    return clause.tense is not Tense.NONE and not clause.nominal and clause.predicate not in ISSUING


def _days_told(document: Document) -> Iterable[date]:
    """The whole days that past clauses give by day and month, so that they stand whatever day they are read from."""
    for mention in document.mentions:
        value = mention.value
        if mention.kind is not MentionKind.DATE or not isinstance(value, TimeValue):
            continue
        if value.month is None and not any(c.isdigit() for c in value.text):
            continue
        day, clause = _day_of(value), clause_at(document, mention.span)
        if day is not None and clause is not None and clause.tense is Tense.PAST and not clause.conditional:
            yield day


def _day_of(value: TimeValue) -> date | None:
    """The day of a time that is given to the day, with its month; None for any other."""
    if value.start is None or value.granularity not in (Granularity.DAY, Granularity.MINUTE, Granularity.HOUR):
        return None
    told = any(c.isdigit() for c in value.text) and any(c.isalpha() for c in value.text)
    return value.start.date() if told and value.day_given and not value.alternatives else None


def _is_near(day: date, known: Iterable[date]) -> bool:
    return all(abs(day - other) <= NEAR for other in known)
