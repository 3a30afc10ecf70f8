"""When an article came out, as one kind of moment whatever is known of it."""

from __future__ import annotations

from datetime import date, datetime, time

from checker.model import Article


def published_at(article: Article) -> datetime | None:
    """Publication as a naive time; a bare date counts as its noon, so that it is never later than itself."""
    match article.published:
        case datetime() as moment:
            return moment.replace(tzinfo=None)
        case date() as day:
            return datetime.combine(day, time(12))
        case _:
            return None
