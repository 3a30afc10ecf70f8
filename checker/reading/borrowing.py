"""Days of publication for articles that give theirs in part, from the other articles on the same event.

A dateline says "Jan 21" without a year, an issue line "Wednesday", a release "06/11/2030" which can be two days. Beside
an article of the same event with a whole date, one day is left. What is borrowed serves to read relative dates
("yesterday"); it is not the article's own word, and is never shown as its day of publication.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Final

from checker.model import Article
from checker.reading.dateline import DatelineHint
from checker.reading.head import read_head

# Articles on one event are rarely further apart; and half a year away, another year would be as near.
_NEAR: Final = timedelta(days=120)
# A numeric date that can be two days: these lie at least a month apart, so nearer than this decides.
_CLOSE: Final = timedelta(days=20)


def borrow_days(articles: Sequence[Article], hints: Mapping[str, DatelineHint] | None = None) -> dict[str, date]:
    """Days for the articles of one event that have none, by article id; those that stay unknown are left out.

    ``hints`` are what was read with the articles; None reads the heads of their texts.
    """
    known = {article.id: article.published_date for article in articles if article.published_date is not None}
    undated = [article for article in articles if article.id not in known]
    if not known or not undated:
        return {}
    if hints is None:
        hints = {article.id: hint for article in undated if (hint := read_head(article.text).hint) is not None}
    borrowed: dict[str, date] = {}
    references = sorted(known.values())
    for article in undated:
        hint = hints.get(article.id)
        day = hint and (_with_year(hint, references) or _of_two(hint, references))
        if day:
            borrowed[article.id] = day
    first = min([*references, *borrowed.values()])
    for article in undated:
        hint = hints.get(article.id)
        if article.id not in borrowed and hint is not None and hint.weekday is not None:
            # News is printed within the week: the first such weekday from the first report on.
            borrowed[article.id] = first + timedelta(days=(hint.weekday - first.weekday()) % 7)
    return borrowed


def _with_year(hint: DatelineHint, references: Sequence[date]) -> date | None:
    """The dateline's day in the year that brings it nearest to the other articles."""
    if hint.month is None or hint.day is None:
        return None
    days: list[date] = []
    for year in sorted({one.year + step for one in references for step in (-1, 0, 1)}):
        try:
            days.append(date(year, hint.month, hint.day))
        except ValueError:
            continue  # 29 February, in most years
    near = [day for day in days if _distance(day, references) <= _NEAR]
    return min(near, key=lambda day: (_distance(day, references), day), default=None)


def _of_two(hint: DatelineHint, references: Sequence[date]) -> date | None:
    """Of a numeric date's two readings, the one that is close to the other articles, if only one is."""
    close = [day for day in hint.candidates if _distance(day, references) <= _CLOSE]
    return close[0] if len(close) == 1 else None


def _distance(day: date, references: Sequence[date]) -> timedelta:
    return min(abs(day - one) for one in references)
